/** Requests waiting for the next `$batch`. */
import { answersOf, responseOf } from "./batch-answer.js";
import { receive } from "./call.js";
import type { ApiRequest, ApiResponse, Client } from "./client.js";
import { ApiError } from "./error.js";
import { addressOf } from "./link.js";

/** A request in the queue. */
export interface Ticket {
  readonly request: ApiRequest;
  /** Carried out before it, in the same batch. */
  readonly after: readonly Ticket[];
  readonly answer: Promise<ApiResponse>;
  readonly resolve: (answer: ApiResponse) => void;
  readonly reject: (reason: unknown) => void;
}

/** Requests that wait for the next batch. */
export interface Queue {
  /** `after`: requests that the queue still holds. */
  add(request: ApiRequest, after: readonly Ticket[]): Ticket;
  holds(ticket: Ticket): boolean;
}

/** Collects from the first request until `wait` resolves, then sends all in batches of `size`. */
export function createQueue(client: Client, size: number, wait: () => Promise<void>): Queue {
  let waiting: Ticket[] = [];
  const flush = (): void => {
    const batches = pack(waiting, size);
    waiting = [];
    for (const tickets of batches) void travel(client, tickets, size);
  };
  return {
    holds: (ticket) => waiting.includes(ticket),
    add(request, after) {
      const ticket = createTicket(request, after);
      if (waiting.push(ticket) === 1) void wait().then(flush);
      return ticket;
    },
  };
}

function createTicket(request: ApiRequest, after: readonly Ticket[]): Ticket {
  const { signal } = request;
  let resolve: Ticket["resolve"] = () => {};
  let reject: Ticket["reject"] = () => {};
  const answer = new Promise<ApiResponse>((...settle) => ([resolve, reject] = settle));
  signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  return { request, after, answer, resolve, reject };
}

/** Batches of up to `size`, those that depend on each other in one, in the order they came. */
function pack(tickets: readonly Ticket[], size: number): Ticket[][] {
  let groups: Ticket[][] = [];
  for (const ticket of tickets) {
    const tied = groups.filter((group) => group.some((other) => ticket.after.includes(other)));
    groups = [...groups.filter((group) => !tied.includes(group)), [...tied.flat(), ticket]];
  }
  const batches: Ticket[][] = [];
  for (const group of groups) {
    const room = batches.find((batch) => batch.length + group.length <= size);
    if (room) room.push(...group);
    else batches.push(group);
  }
  return batches;
}

/** Sends one batch; settles every ticket, whatever happens. */
async function travel(client: Client, all: readonly Ticket[], size: number): Promise<void> {
  const tickets = withoutAborted(all);
  if (!tickets.length) return;
  try {
    if (tickets.length > size)
      throw new RangeError(`${tickets.length} calls depend on each other, a batch holds ${size}`);
    const response = await client.send(batchRequest(tickets));
    const answers = answersOf(await receive(response, "object"));
    const base = addressOf(response).replace(/\/\$batch$/, "");
    tickets.forEach(({ request, resolve, reject }, index) => {
      const answer = answers.get(String(index + 1));
      try {
        if (!answer) throw new ApiError("missing", "the batch came back without this answer");
        resolve(Object.assign(responseOf(answer), { address: base && base + request.url }));
      } catch (error) {
        reject(error);
      }
    });
  } catch (error) {
    for (const { reject } of tickets) reject(error);
  }
}

/** What was aborted while it waited is left out, and with it what depends on it. */
function withoutAborted(tickets: readonly Ticket[]): Ticket[] {
  const kept: Ticket[] = [];
  for (const ticket of tickets) {
    const { signal } = ticket.request;
    if (signal?.aborted) ticket.reject(signal.reason);
    else if (ticket.after.every((other) => kept.includes(other))) kept.push(ticket);
    else ticket.resolve(new Response(null, { status: 424 }));
  }
  return kept;
}

/** Not idempotent as a whole: what may be sent again, each call decides for itself. */
function batchRequest(tickets: readonly Ticket[]): ApiRequest {
  const requests = tickets.map(({ request: { method, url, headers, body }, after }, index) => ({
    id: String(index + 1),
    method,
    url,
    headers: Object.fromEntries(headers),
    ...(typeof body === "string" && { body: JSON.parse(body) }),
    ...(after.length && { dependsOn: after.map((other) => String(tickets.indexOf(other) + 1)) }),
  }));
  return {
    method: "POST",
    url: "/$batch",
    headers: new Headers({ accept: "application/json", "content-type": "application/json" }),
    body: JSON.stringify({ requests }),
    timeout: Math.max(...tickets.map(({ request }) => request.timeout ?? 0)) || undefined,
  };
}
