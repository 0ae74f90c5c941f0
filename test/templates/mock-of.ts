/** The mock of a few pages, asked by hand. */
import { mockModel } from "../../generator/emit/mock/mock-data.js";
import { mockOf } from "../../generator/serve/core.js";
import { createMock } from "../../templates/mock/index.js";
import type { Mock, MockOptions } from "../../templates/mock/index.js";
import { apiOf, type Pages } from "../model/api-of.js";

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON. */
  readonly body: unknown;
}

export interface Asker {
  readonly mock: Mock;
  /** `GET /parcels` of `https://graph.microsoft.com/v1.0`, or another address. */
  (line: string, init?: { readonly headers?: Record<string, string>; readonly body?: unknown }): Promise<Told>;
}

export const base = "https://graph.microsoft.com/v1.0";

export function asker(pages: Pages, options: MockOptions = {}): Asker {
  const made: Mock[] = [];
  const core = {
    createMock(...[api]: Parameters<typeof createMock>) {
      const mock = createMock(api, options);
      made.push(mock);
      return mock;
    },
  };
  mockOf(core, mockModel(apiOf(pages)), {});
  const [mock] = made;
  if (mock === undefined) throw new Error("No mock");
  const ask = async (line: string, { headers = {}, body }: Parameters<Asker>[1] = {}): Promise<Told> => {
    const [method = "", url = ""] = line.split(/ (.*)/s, 2);
    const content = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
    const typed = content === undefined ? headers : { "Content-Type": "application/json", ...headers };
    const init = { method, headers: typed, ...(content !== undefined && { body: content }) };
    const answer = await mock.respond(new Request(url.startsWith("/") ? base + url : url, init));
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: parsed(text) };
  };
  return Object.assign(ask, { mock });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What an error body says. */
export function messageOf({ body }: Told): string {
  const { error }: { error?: { message?: unknown } } = Object(body);
  return String(error?.message);
}
