/** One operation, one answer. */
import { assume } from "./assume.js";
import type { Client } from "./client.js";
import { errorOf, parse } from "./error.js";
import type { Operation, ResultKind } from "./operation.js";
import { buildRequest } from "./request.js";
import type { Parts } from "./request.js";

/**
 * Sends an operation and reads the JSON that comes back, if any. Rejects with `ApiError`, or with `TypeError` when `where` does not fit the
 * operation's routes.
 */
export async function call<T>(client: Client, operation: Operation, parts: Parts): Promise<T> {
  return receive(await client.send(buildRequest(operation, parts)), operation.result);
}

/** What an answer holds; of `{"value": …}` the value, where `kind` allows for that. */
export async function receive<T>(response: Response, kind: ResultKind): Promise<T> {
  const text = await response.text();
  const body = parse(text);
  if (!response.ok || (body === undefined && text && kind !== "none")) throw errorOf(response, text);
  // "wrapped" and "value".
  const { value = body }: { value?: unknown } = Object(/[wv]/.test(kind) && body);
  assume<T>(value);
  return value;
}
