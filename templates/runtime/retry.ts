/** Sending again: when, how often, how long to wait. */
import type { ApiRequest, ApiResponse, Client } from "./client.js";
import { assume } from "./assume.js";
import type { ApiError } from "./error.js";
import { pause, retryAfter } from "./timing.js";
import type { Timing } from "./timing.js";

/** Milliseconds, but for `limit`. */
export interface RetryOptions {
  /** How often a request is sent again; 3 unless given, 0 for never. */
  readonly limit?: number;
  /** The first wait is random up to this, each further one up to twice as much; 1,000 unless given. */
  readonly base?: number;
  /** No random wait is longer; 30,000 unless given. */
  readonly cap?: number;
  /** All waits of a call together: a wait beyond, by `Retry-After` too, ends it at once. 120,000 unless given. */
  readonly budget?: number;
}

/**
 * Sends until there is an outcome to keep. Sent again are idempotent requests after 429, 503, 504 or a lost answer, others only after 429
 * and after 503 with `Retry-After`: the service then says that it did not take them.
 */
export async function retry(
  request: ApiRequest,
  send: Client["send"],
  {
    limit = 3,
    base = 1000,
    cap = 30_000,
    budget = 120_000,
    sleep = pause,
    now = Date.now,
    random = Math.random,
  }: RetryOptions & Timing,
): Promise<ApiResponse> {
  for (; ; base *= 2) {
    let failure: readonly [{ readonly status?: number } | undefined] | undefined;
    const answer = await send(request).catch((error: unknown) => {
      assume<ApiError>(error);
      failure = [error];
      return Response.error();
    });
    const hint = retryAfter(answer.headers, now());
    const wait = hint ?? random() * Math.min(cap, base);
    const { status } = answer;
    budget -= wait;
    const passing =
      status === 429 ||
      // POST and PATCH: a second one may do the same thing twice.
      (/P[OA]/.test(request.method)
        ? status === 503 && hint !== undefined
        : failure
          ? failure[0]?.status === 0
          : status === 503 || status === 504);
    if (!passing || request.duplex || limit-- < 1 || budget < 0) {
      if (failure) throw failure[0];
      return answer;
    }
    await sleep(wait, request.signal);
  }
}
