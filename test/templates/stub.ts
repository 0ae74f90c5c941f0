/** A `fetch` that answers from a list and remembers what it was asked. */
import { createClient } from "../../templates/runtime/index.js";
import type { Client, ClientOptions, Operation } from "../../templates/runtime/index.js";

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answer = Response | Error | ((asked: Asked) => Response | Promise<Response>);

export interface Stub {
  readonly client: Client;
  readonly asked: Asked[];
  /** Milliseconds of each wait. */
  readonly waits: number[];
}

export const base = "https://api.example/v1.0";

/** The last answer is given again and again. */
export function stub(answers: readonly Answer[], options: Partial<ClientOptions> = {}): Stub {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const client = createClient({
    baseUrl: base,
    fetch: async (url, { method = "GET", headers, body = null }) => {
      const request = { url, method, headers: new Headers(headers), body };
      const answer = answers[asked.length] ?? answers.at(-1);
      asked.push(request);
      if (answer instanceof Error) throw answer;
      return typeof answer === "function" ? answer(request) : (answer?.clone() ?? json({}));
    },
    sleep: async (milliseconds) => void waits.push(milliseconds),
    now: () => Date.parse("2030-01-01T00:00:00Z"),
    random: () => 0.5,
    ...options,
  });
  return { client, asked, waits };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" }, ...init });
}

export function operation(route: string, more: Partial<Operation> = {}): Operation {
  return { id: "thing-get", method: "GET", routes: [route], result: "object", ...more };
}

/** What a promise rejects with. */
export async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It resolved");
}
