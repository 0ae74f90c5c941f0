/** Following the work that a 202 leaves behind. */
import { receive } from "./call.js";
import type { Client } from "./client.js";
import { ApiError, textOf } from "./error.js";
import { follow } from "./follow.js";
import { resolve } from "./link.js";
import type { Accepted } from "./shapes.js";
import { pause, retryAfter } from "./timing.js";
import type { Timing } from "./timing.js";

/** How long a poller waits, and for what. */
export interface PollerOptions<T> extends Timing {
  /**
   * Milliseconds between two questions where the service asks for no pace; 5,000 unless given. When it asks for a faster one than a question
   * a second, it gets a question a second, or one an interval where that is shorter.
   */
  readonly interval?: number;
  /**
   * Milliseconds of all waits together; a wait beyond, by `Retry-After` too, ends it at once with the error `exhausted`. A wait counts as a
   * second at least. 86,400,000 (a day) unless given.
   */
  readonly budget?: number;
  readonly signal?: AbortSignal;
  /** Whether the work is done; by default when the answer is no 202 and its `status` is none of work in progress. */
  readonly done?: (state: T) => boolean;
}

/** Awaited it is the last state, iterated every state on the way. Nothing is sent before. */
export interface Poller<T> extends PromiseLike<T>, AsyncIterable<T> {}

const underWay = /^(not ?started|in ?progress|running|queued|waiting|pending|processing|updating|deleting)$/i;
const failed = /^fail/i;

const SECOND = 1000;

/**
 * Asks the `Location` of a 202 until the work is done; without the token where that is, or was led to by, another origin. Rejects with `ApiError` when the work
 * failed: `code` and `body` are then the ones that the state tells.
 */
export function createPoller<T>(
  client: Client,
  { location, retryAfter: first }: Accepted,
  options: PollerOptions<T> = {},
): Poller<T> {
  const { interval = 5000, sleep = pause, now = Date.now, signal, done } = options;
  const floor = Math.min(interval, SECOND);
  const states = async function* (): AsyncGenerator<T, undefined> {
    if (!location) throw new TypeError("Nothing to follow: the answer had no Location");
    const url = resolve(location);
    let { budget = 86_400_000 } = options;
    for (let wait = first ?? interval; ;) {
      signal?.throwIfAborted();
      budget -= Math.max(wait, SECOND);
      if (!(budget >= 0)) throw new ApiError("exhausted", "the work does not come to an end", { status: -1 });
      await sleep(wait, signal);
      signal?.throwIfAborted();
      const response = await follow(client, { method: "GET", url, headers: new Headers(), signal });
      const state = await receive<T>(response, "object");
      yield state;
      const { status: told, error }: { status?: unknown; error?: unknown } = Object(state);
      const status = textOf(told) ?? "";
      const { code, message }: { code?: unknown; message?: unknown } = Object(error);
      if (failed.test(status)) throw new ApiError(textOf(code) || "failed", textOf(message) || status, { body: state });
      if (done ? done(state) : response.status !== 202 && !underWay.test(status)) return;
      const hint = retryAfter(response.headers, now());
      wait = hint === undefined ? interval : Math.max(hint, floor);
    }
  };
  return {
    then: (fulfilled, rejected) => last(states()).then(fulfilled, rejected),
    [Symbol.asyncIterator]: states,
  };
}

async function last<T>(states: AsyncIterable<T>): Promise<T> {
  let seen: { readonly state: T } | undefined;
  for await (const state of states) seen = { state };
  if (!seen) throw new TypeError("No state");
  return seen.state;
}
