/** Comparing a call with a documented example. */
import { isApiError } from "../runtime/index.js";
import type { Client, AnyFixture } from "../runtime/index.js";
import { linkOf, monitorOf, sameOrigin } from "../runtime/link.js";
import { retryAfter } from "../runtime/timing.js";
import { addressOf, baseOf } from "./address.js";
import { difference, isObject } from "./difference.js";
import { parse, playing, possible, responseOf, sentOf } from "./replay.js";
import type { Sent } from "./replay.js";

type Run = (client: Client) => PromiseLike<unknown>;
type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** Of no meaning for the call, or the client's own business. */
const ignoredHeaders = /^(?:authorization|content-length|content-type|accept|host|user-agent|connection)$/i;
const mediaType = /^\s*[\w.+-]+\/[\w.+-]+\s*(?:;|$)/;
const formType = /^application\/x-www-form-urlencoded\b/i;
const withoutContent = /^(204|205|304)$/;

/**
 * Makes a call, answers it with the example, and compares what is sent and what comes back with the docs. An example that wraps its object
 * in `{"value": …}` is played a second time bare: both must give the same.
 * @throws Error that names what differs and where
 */
export async function verify(fixture: AnyFixture, run: Run): Promise<void> {
  const problem = (await play(fixture, run)) ?? (await playBare(fixture, run));
  if (problem !== undefined) throw new Error(`${fixture.name} (${fixture.page}): ${problem}`);
}

async function play(fixture: AnyFixture, run: Run): Promise<string | undefined> {
  const requests: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    requests.push(await sentOf(url, init));
    return requests.length === 1 ? responseOf(fixture.response) : new Response("");
  };
  const outcome = await settle(run, playing(fixture.request.url, fetch, "secret"));
  const [sent, ...followed] = requests;
  if (!sent) return `nothing was sent${"error" in outcome ? `: ${String(outcome.error)}` : ""}`;
  if (followed.some(({ url, headers }) => headers.has("authorization") && !sameOrigin(url, sent.url)))
    return "the token went along with a redirect";
  return requestProblem(sent, fixture) ?? outcomeProblem(outcome, fixture.response, sent.url);
}

async function playBare(fixture: AnyFixture, run: Run): Promise<string | undefined> {
  const body = contentOf(fixture.response);
  const inner = isObject(body) ? body["value"] : undefined;
  if (!isObject(inner) || Array.isArray(inner)) return undefined;
  // Bare it would look as if it were wrapped itself: no service that wraps can send it so.
  if (Object.hasOwn(inner, "value")) return undefined;
  const wrapped = await settle(run, clientFor(fixture, body));
  // Only what the call took out of the wrapping can come bare: a list has it as its one item, a type with a `value` of its own keeps it.
  if (!("value" in wrapped) || difference(wrapped.value, inner) !== undefined) return undefined;
  const bare = await settle(run, clientFor(fixture, inner));
  return "value" in bare ? difference(bare.value, wrapped.value) : `without the wrapping: ${String(bare.error)}`;
}

function clientFor({ request, response }: AnyFixture, body: unknown): Client {
  const fetch = async (): Promise<Response> => responseOf({ ...response, body });
  return playing(request.url, fetch);
}

async function settle(run: Run, client: Client): Promise<Outcome> {
  try {
    const value = await run(client);
    return { value: value instanceof Response ? await value.text() : value };
  } catch (error) {
    return { error };
  }
}

function requestProblem(sent: Sent, { request, findings = [] }: AnyFixture): string | undefined {
  if (sent.method !== request.method) return `method ${sent.method} instead of ${request.method}`;
  const problem = difference({ ...addressOf(sent.url) }, { ...addressOf(request.url) }, "url");
  if (problem) return problem;
  for (const [name, value] of Object.entries(request.headers)) {
    if (ignoredHeaders.test(name)) continue;
    const actual = sent.headers.get(name);
    // What HTTP cannot carry stays away, or goes with straight quotes.
    const wanted = canCarry(name, value) ? value.trim() : actual === null ? null : straight(value.trim());
    if (actual !== wanted) return `header ${name}: ${actual ?? "nothing"} instead of ${value}`;
  }
  const documented = asJson(carried(contentOf(request)));
  const type = sent.body === undefined ? undefined : contentTypeProblem(sent.headers.get("content-type"), request);
  if (type) return type;
  // The page shows a body where there is none to send, which is its finding.
  if (sent.body === undefined && findings.includes("example-body")) return undefined;
  const isForm = formType.test(sent.headers.get("content-type") ?? "");
  return difference(
    isForm ? fields(sent.body) : asJson(lines(sent.body)),
    isForm ? fields(documented) : lines(documented),
    "body",
  );
}

/** What was sent has the documented content type, if that is one; parameters beside the boundary say nothing of the body's form. */
function contentTypeProblem(sent: string | null, { headers }: AnyFixture["request"]): string | undefined {
  const [, documented = ""] = Object.entries(headers).find(([name]) => /^content-type$/i.test(name)) ?? [];
  if (!mediaType.test(documented) || formOf(sent ?? "") === formOf(documented)) return undefined;
  return `header content-type: ${sent ?? "nothing"} instead of ${documented}`;
}

function formOf(type: string): string {
  const [media = ""] = type.split(";", 1);
  const [, boundary = ""] = /;\s*boundary="?([^";]*)/i.exec(type) ?? [];
  return `${media.trim().toLowerCase()} ${boundary.trim()}`;
}

/** JSON is JSON whatever content type the docs give it: both sides are compared parsed. */
function contentOf({ body, text }: AnyFixture["request" | "response"]): unknown {
  return body === undefined && text !== undefined ? parse(text) : body;
}

/** As JSON carries it, which knows neither -0 nor numbers out of range; as it is where it is too deep for that. */
function carried(value: unknown): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  } catch {
    return value;
  }
}

function canCarry(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

function straight(text: string): string {
  return text.replace(/[“”„]/g, '"').replace(/[‘’‚]/g, "'");
}

/** As JSON hands it on: a number that is too large for JavaScript is null. */
function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** The fields of a form, however they are encoded. */
function fields(body: unknown): unknown {
  return typeof body === "string" ? [...new URLSearchParams(body.trim())] : body;
}

/** Text with the line ends of Markdown. */
function lines(body: unknown): unknown {
  return typeof body === "string" ? body.replaceAll("\r\n", "\n").trim() : body;
}

function outcomeProblem(outcome: Outcome, response: AnyFixture["response"], url: string): string | undefined {
  const { status, text } = response;
  if ("value" in outcome)
    return status < 400 ? valueProblem(outcome.value, response, url) : `it resolved although the answer is a ${status}`;
  const { error } = outcome;
  if (!isApiError(error)) return String(error);
  if (error.status !== status) return `${error.message}: status ${error.status} instead of ${status}`;
  if (!possible(status)) return undefined;
  // JSON that is none stays text in the docs as well.
  if (error.code === "malformed")
    return text === undefined ? error.message : difference(lines(error.body), lines(text), "error.body");
  if (status < 300) return error.message;
  const told = typeof error.body === "string" ? parse(error.body) : error.body;
  const isEmpty = response.body === undefined && text === undefined;
  return difference(lines(told), lines(isEmpty ? "" : contentOf(response)), "error.body");
}

function valueProblem(value: unknown, response: AnyFixture["response"], url: string): string | undefined {
  // What a redirect leads to is another example.
  if (response.status >= 300) return undefined;
  const problems = formsOf(value, response, url).map((form) => difference(lines(value), lines(form), "result"));
  return problems.includes(undefined) ? undefined : problems[0];
}

/** The documented answer in the forms in which the runtime may hand it on; first the one that the value looks like. */
function formsOf(value: unknown, response: AnyFixture["response"], url: string): unknown[] {
  const { headers } = responseOf(response);
  const empty = withoutContent.test(String(response.status));
  const body = empty ? undefined : contentOf(response);
  const { text } = empty ? {} : response;
  const inner = isObject(body) && "value" in body ? [body["value"]] : [];
  const seen = isObject(value) ? value : {};
  const page =
    "items" in seen
      ? [isHousePage(body, seen) ? housePageOf(body, seen, url, headers.get("link") ?? "") : pageOf(body, seen, url)]
      : [];
  const plain = body === undefined ? [text, text ?? ""] : [...inner, body, text ?? JSON.stringify(body)];
  return [...page, ...plain, acceptedOf(headers, body, seen, url)];
}

function pageOf(body: unknown, { count, deltaLink }: Readonly<Record<string, unknown>>, url: string): unknown {
  const page: Readonly<Record<string, unknown>> = isObject(body) ? body : {};
  const { value = [], "@odata.nextLink": next, "@odata.count": all, "@odata.deltaLink": end } = page;
  const nextLink = linkOf(next, url);
  return {
    items: Array.isArray(value) ? value : [value],
    ...(nextLink !== undefined && { nextLink }),
    ...(count !== undefined && { count: all }),
    ...(deltaLink !== undefined && { deltaLink: linkOf(end, url) }),
  };
}

/** A list by itself, or one that leads on by other names than OData's, whose pages alone lead to a delta. */
function isHousePage(body: unknown, { deltaLink }: Readonly<Record<string, unknown>>): boolean {
  if (!isObject(body)) return Array.isArray(body);
  if (deltaLink !== undefined) return false;
  return !("value" in body) || Object.keys(body).some((key) => key !== "value" && !key.includes("@"));
}

/** A page of another shape: each part of it stands somewhere in the body. */
function housePageOf(body: unknown, seen: Readonly<Record<string, unknown>>, url: string, link: string): unknown {
  const members: readonly unknown[] = isObject(body) ? Object.values(body) : [];
  const held = [body, ...members, ...members.flatMap((member) => (isObject(member) ? Object.values(member) : []))];
  const found = (part: unknown): unknown => held.find((value) => difference(value, part) === undefined);
  const { items, nextLink, count } = seen;
  const links = held.filter((value) => typeof value === "string");
  const next =
    (nextLink !== undefined && link.includes(String(nextLink))) ||
    links.some((link) => linkOf(link, url) === nextLink || String(nextLink).includes(encodeURIComponent(link))) ||
    (nextLink !== undefined && String(nextLink).split("?", 1)[0] === url.split("?", 1)[0]);
  return {
    items: found(items) ?? [],
    ...(next && { nextLink }),
    ...(count !== undefined && { count: found(count) }),
  };
}

/** `retryAfter` of a date depends on when it is asked. */
function acceptedOf(headers: Headers, body: unknown, seen: Readonly<Record<string, unknown>>, url: string): unknown {
  const location = headers.get("location") ?? headers.get("operation-location");
  const below = url.slice(baseOf(url).length);
  const wait = headers.get("retry-after")?.includes(":") ? seen["retryAfter"] : retryAfter(headers);
  return {
    ...(location && { location: monitorOf(location, url, below) }),
    ...(wait !== undefined && { retryAfter: wait }),
    ...(body !== undefined && { value: body }),
  };
}
