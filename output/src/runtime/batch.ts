/** Several calls in one request. */
import type { ApiRequest, ApiResponse, Client } from "./client.js";
import { parse } from "./error.js";
import { createQueue } from "./queue.js";
import type { Queue, Ticket } from "./queue.js";
import { retry } from "./retry.js";
import type { RetryOptions } from "./retry.js";
import type { Timing } from "./timing.js";

/** How a batch collects and repeats. */
export interface BatchOptions extends Timing {
  /** Calls that travel together at most; 20 unless given. */
  readonly size?: number;
  /** For each answer by itself: a throttled call travels again, with whatever waits then. */
  readonly retry?: RetryOptions;
  /** Calls made until this resolves travel together; the next turn of the event loop unless given. */
  readonly wait?: () => Promise<void>;
}

/** Calls made on it wait and travel together; what a batch cannot carry (files, other addresses) goes by itself. */
export interface Batch extends Client {
  /**
   * A client whose calls travel in the same batch but are carried out after those already made on the given steps, if these succeed:
   * `const one = batch.step(), two = batch.step(one); await Promise.all([createEvent(one, …), listEvents(two)])`
   */
  step(...after: readonly Client[]): Client;
}

/** A call with all its attempts. */
interface Call {
  readonly outcome: Promise<ApiResponse>;
  /** The last attempt. */
  readonly ticket: () => Ticket | undefined;
}

/** A client that collects calls and sends them to `/$batch` of the given client. */
export function createBatch(client: Client, options: BatchOptions = {}): Batch {
  const queue = createQueue(client, options.size ?? 20, options.wait ?? nextTurn);
  const made = new WeakMap<Client, Call[]>();
  const step = (...after: readonly Client[]): Client => {
    const calls: Call[] = [];
    const own: Client = {
      send(request) {
        if (!fits(request)) return client.send(request);
        const call = start(
          queue,
          request,
          after.flatMap((other) => made.get(other) ?? []),
          options,
        );
        calls.push(call);
        return call.outcome;
      },
    };
    made.set(own, calls);
    return own;
  };
  return { send: (request) => step().send(request), step };
}

/** JSON or nothing, to the client's own address. */
function fits({ url, foreign, body, headers }: ApiRequest): boolean {
  return (
    url.startsWith("/") &&
    !foreign &&
    (body === undefined ||
      (typeof body === "string" && /json/.test(headers.get("content-type") ?? "") && parse(body) !== undefined))
  );
}

/** Travels with the calls it depends on while they wait in the queue, else once they have succeeded. */
function start(queue: Queue, request: ApiRequest, before: readonly Call[], options: BatchOptions): Call {
  let last: Ticket | undefined;
  const attempt = async (sent: ApiRequest): Promise<ApiResponse> => {
    const after = before.flatMap(({ ticket }) => ticket() ?? []);
    if (!last && after.length === before.length && after.every(queue.holds)) {
      last = queue.add(sent, after);
      const answer = await last.answer;
      if (answer.status !== 424 || !before.length) return answer;
    }
    const done = await Promise.allSettled(before.map(({ outcome }) => outcome));
    if (!done.every((one) => one.status === "fulfilled" && one.value.ok)) return new Response(null, { status: 424 });
    last = queue.add(sent, []);
    return last.answer;
  };
  return { outcome: retry(request, attempt, { ...options, ...options.retry }), ticket: () => last };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
