/** Answers that are no JSON: text, files, and work that goes on. */
import { receive } from "./call.js";
import type { Client } from "./client.js";
import { ApiError, errorOf } from "./error.js";
import { follow } from "./follow.js";
import { addressOf, monitorOf } from "./link.js";
import type { Operation } from "./operation.js";
import { buildRequest } from "./request.js";
import type { Parts } from "./request.js";
import type { Accepted, Content } from "./shapes.js";
import { retryAfter } from "./timing.js";

/** Sends an operation that answers with text (CSV, a `$count`), or with a redirect to it. */
export async function callText(client: Client, operation: Operation, parts: Parts): Promise<string> {
  return readText(await follow(client, buildRequest(operation, parts)));
}

/** Sends an operation that answers with bytes, or with a redirect to them. */
export async function callStream(client: Client, operation: Operation, parts: Parts): Promise<Content> {
  const request = buildRequest(operation, parts);
  // A large file may take its time.
  const response = await follow(client, { ...request, stream: true, timeout: request.timeout ?? 0 });
  if (!response.ok) await readText(response).catch(broken);
  return response;
}

/** Sends an operation that answers with 202. */
export async function callAccepted<T>(client: Client, operation: Operation, parts: Parts): Promise<Accepted<T>> {
  const request = buildRequest(operation, parts);
  const response = await client.send(request);
  const value = await receive<T | undefined>(response, "object");
  const location = response.headers.get("location") ?? response.headers.get("operation-location");
  const wait = retryAfter(response.headers);
  return {
    ...(location && { location: monitorOf(location, addressOf(response), request.url) }),
    ...(wait !== undefined && { retryAfter: wait }),
    ...(value !== undefined && { value }),
  };
}

async function readText(response: Response): Promise<string> {
  const text = await response.text();
  if (!response.ok) throw errorOf(response, text);
  return text;
}

function broken(error: unknown): never {
  throw error instanceof ApiError ? error : new ApiError("network", String(error), { cause: error });
}
