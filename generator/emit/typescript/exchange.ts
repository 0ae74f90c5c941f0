/** Documented examples as data. */
import type { Example } from "../../model/api.js";

/** A documented request with its answer: what the package has as a fixture. */
export interface Exchange {
  readonly name: string;
  readonly page: string;
  readonly request: Message & { readonly method: string; readonly url: string };
  readonly response: Message & { readonly status: number };
  readonly findings?: readonly string[];
}

interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly body?: unknown;
}

const nothing: NonNullable<Example["response"]> = { status: 0, headers: {} };

/** The documented exchange of an example that has an answer. */
export function exchangeOf({ request, response = nothing, findings, call, name }: Example, page: string): Exchange {
  const { method, url } = request;
  return {
    name,
    page,
    request: { method, url: call?.url ?? url, ...messageOf(request) },
    response: { status: response.status, ...messageOf(response) },
    ...(findings.length > 0 && { findings }),
  };
}

function messageOf({ headers, text, body }: Message): Message {
  return { headers, ...(text !== undefined && { text }), ...(body !== undefined && { body }) };
}
