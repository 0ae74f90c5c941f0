/** `$batch`: several requests in one, each answered as if it had come by itself. */
import { parse } from "../runtime/error.js";
import { isRecord } from "./members.js";

const most = 20;

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly after: readonly string[];
}

type Answers = readonly {
  readonly id: string;
  readonly status: number;
  readonly headers: object;
  readonly body?: unknown;
}[];

/** The body of the answer, or what is wrong with the request. */
export async function answerBatch(
  text: string | undefined,
  base: string,
  authorization: string | null,
  respond: (request: Request) => Promise<Response>,
): Promise<{ readonly responses: Answers } | string> {
  const body = parse(text ?? "");
  const requests = isRecord(body) ? body["requests"] : undefined;
  if (!Array.isArray(requests)) return "A batch must be an object with the list requests.";
  if (requests.length > most) return `A batch holds ${most} requests at most.`;
  const parts = requests.map(readPart);
  const ids = new Set(parts.map((part) => part?.id));
  if (parts.includes(undefined) || ids.size < parts.length)
    return "Each request of a batch needs an id of its own, a method and a url.";
  const answers: Answers[number][] = [];
  // Who sent the batch sent its parts.
  const authorized: typeof respond = (request) => {
    if (authorization !== null && !request.headers.has("authorization"))
      request.headers.set("authorization", authorization);
    return respond(request);
  };
  for (const part of parts) if (part !== undefined) answers.push(await answerPart(part, answers, base, authorized));
  return { responses: answers };
}

function readPart(value: unknown): Part | undefined {
  if (!isRecord(value)) return undefined;
  const { id, method, url, headers, body, dependsOn } = value;
  if ((typeof id !== "string" && typeof id !== "number") || typeof method !== "string" || typeof url !== "string")
    return undefined;
  const given = isRecord(headers) ? Object.entries(headers) : [];
  return {
    id: String(id),
    method: method.toUpperCase(),
    url,
    headers: Object.fromEntries(given.map(([name, content]) => [name, String(content)])),
    body,
    after: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  };
}

async function answerPart(
  { id, method, url, headers, body, after }: Part,
  before: Answers,
  base: string,
  respond: (request: Request) => Promise<Response>,
): Promise<Answers[number]> {
  const succeeded = after.every((each) => before.some((one) => one.id === each && one.status < 400));
  const error = (status: number, code: string, message: string): Answers[number] => ({
    id,
    status,
    headers: { "Content-Type": "application/json" },
    body: { error: { code, message } },
  });
  if (!succeeded) return error(424, "failedDependency", "A request that this one depends on did not succeed.");
  if (/^\/?(?:[\w.]+\/)?\$batch/i.test(url)) return error(400, "badRequest", "A batch holds no batch.");
  try {
    const content =
      body === undefined || body === null ? undefined : typeof body === "string" ? body : JSON.stringify(body);
    const init = { method, headers, ...(content !== undefined && method !== "GET" && { body: content }) };
    const answer = await respond(new Request(`${base}/${url.replace(/^\/+/, "")}`, init));
    const text = await answer.text();
    const own = [...answer.headers].filter(([name]) => !name.startsWith("access-control-"));
    return {
      id,
      status: answer.status,
      headers: Object.fromEntries(own),
      ...(text !== "" && { body: parse(text) ?? text }),
    };
  } catch (reason) {
    return error(400, "badRequest", reason instanceof Error ? reason.message : "No request can be made of this.");
  }
}
