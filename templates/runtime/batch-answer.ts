/** What comes back for one call of a batch. */
import { ApiError, errorOf, textOf } from "./error.js";

/** As a service sends it: nothing of it is sure. */
interface Answer {
  readonly id?: unknown;
  readonly status?: unknown;
  readonly headers?: unknown;
  readonly body?: unknown;
}

const withoutBody = /^(204|205|304)$/;

/**
 * The answers of a batch by their ids. Where an id comes twice the first one counts; what has none is nobody's.
 * @throws ApiError `malformed`, which no call survives, when it holds no list of answers at all
 */
export function answersOf(batch: unknown): ReadonlyMap<string, Answer> {
  const { responses = [] }: { responses?: unknown } = Object(batch);
  if (!Array.isArray(responses)) {
    throw new ApiError("malformed", "the batch holds no list of answers", { status: 200, body: batch });
  }
  const answers = responses.map((each): Answer => Object(each));
  return new Map([...answers].reverse().map((answer) => [textOf(answer.id) ?? "", answer]));
}

/**
 * One answer as if it had come by itself. Headers that HTTP does not have are left out.
 * @throws ApiError for a status that HTTP does not have; such a call is not made again
 */
export function responseOf(answer: Answer): Response {
  const { body } = answer;
  const status = /^[1-9]\d\d$/.test(text(answer.status)) ? Number(answer.status) : 0;
  const content = withoutBody.test(`${status}`) ? "" : (textOf(body) ?? JSON.stringify(body));
  const headers = new Headers();
  for (const [name, value] of Object.entries(Object(answer.headers))) put(headers, name, text(value));
  if (!status)
    throw new ApiError("malformed", "an answer of the batch without a status", { status: 200, body: answer });
  if (status >= 200 && status < 600) return new Response(content || null, { status, headers });
  throw errorOf({ ok: false, status, statusText: "", headers }, content ?? "");
}

function text(value: unknown): string {
  return typeof value === "number" ? String(value) : (textOf(value) ?? "");
}

function put(headers: Headers, name: string, value: string): void {
  try {
    if (value) headers.append(name, value);
  } catch {
    // It could not have come by itself either.
  }
}
