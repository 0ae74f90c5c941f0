/** Documented examples as calls of their operation, with how well their bodies fit what is declared. */
import type { Finding, RuleId } from "../findings.js";
import type { ExamplePair, HttpRequest, HttpResponse, Page } from "../read/page.js";
import type { Example, Operation, RequestBody, Result } from "./api.js";
import type { CheckedBody } from "./bodies.js";
import type { Docs } from "./docs.js";
import { carriesBody, ERROR_STATUS, requestFits, responseFits } from "./example-fit.js";
import { bodyShape, payloadOf } from "./body-shape.js";
import { sendableHeaders, type ReportHeader } from "./example-headers.js";
import { hostOf } from "./names.js";
import { matchUrl, requiredNames, routeMatcher } from "./route-match.js";
import { isSendable } from "./sendable.js";
import type { TypeTable } from "./type-table.js";
import { reasonOf, untypedParts } from "./untyped.js";

/** What some items of a collection failed with, in a body of its own. */
const MULTI_STATUS = 207;
/** What OData lets follow any path to objects: their count, a cast to a derived type, or both. */
const SYSTEM_SEGMENTS = /((?:\/[A-Za-z]\w*(?:\.\w+)+)?(?:\/\$count)?)(?=\?|$)/;
const ABSOLUTE = /^https?:/i;
/** `(date={date})`: what stands for a value between parentheses, where only values can stand. */
const PLACEHOLDER_ARGUMENTS = /(?<=[=(,])(?:\{[^{}()]*\}|<[^<>()]*>)(?=[,)])/g;
const CALL_ARGUMENTS = /\([^()]*\)$/;

/** An exchange to be shown as one example: a pair, or the pair's request with a response that follows a redirect. */
export interface Exchange {
  readonly page: Page;
  readonly pair: ExamplePair;
  readonly response: HttpResponse | undefined;
}

/** What of an operation its examples are compared with. */
type Contract = Omit<Operation, "examples">;

/** The exchanges of a pair: its own response first, then what a redirect leads to. */
export function exchangesOf(page: Page, pair: ExamplePair): readonly Exchange[] {
  return [{ page, pair, response: pair.response }, ...pair.followUps.map((response) => ({ page, pair, response }))];
}

/**
 * The pairs that tell what an operation sends and answers, those of its own method first. Some pages go on with requests to addresses that
 * the answer hands out (an upload session); where a page shows nothing else, these have to do.
 */
export function tellingPairs(
  pairs: readonly ExamplePair[],
  method: string,
  host: string | undefined,
): readonly ExamplePair[] {
  const called = pairs.filter(({ request }) => !isHandedOut(request) && [host, ""].includes(hostOf(request.url)));
  const telling = called.length > 0 ? called : pairs;
  const isOwn = ({ request }: ExamplePair): boolean => request.method === method;
  return [...telling.filter(isOwn), ...telling.filter((pair) => !isOwn(pair))];
}

/** The URL comes from an earlier answer: no request line has to fit it, and it may lead to any host. */
function isHandedOut({ annotation }: HttpRequest): boolean {
  return annotation?.opaqueUrl === true;
}

/** The JSON bodies of an exchange that are declared to be something: for nullability before, for fit after. */
export function bodiesOf(
  { page, pair, response }: Exchange,
  contract: Pick<Operation, "id"> & { readonly body?: RequestBody; readonly result: Result },
): readonly CheckedBody[] {
  const { id } = contract;
  return [
    ...(contract.body && pair.request.body.kind === "json"
      ? [{ page, id, body: pair.request.body, declared: { kind: "request", body: contract.body } as const }]
      : []),
    ...(response && response.status < ERROR_STATUS && response.body.kind === "json" && carriesBody(contract.result)
      ? [{ page, id, body: response.body, declared: { kind: "response", result: contract.result } as const }]
      : []),
  ];
}

/** The examples of an operation; names are made unique by a number. */
export function examplesOf(
  contract: Contract,
  exchanges: readonly Exchange[],
  docs: Docs,
  types: TypeTable,
): readonly Example[] {
  const names = new Map<string, number>();
  const matchers = contract.routes
    .map((route, index) => ({ matcher: routeMatcher(route.template), route: index }))
    .sort((a, b) => a.matcher.path.slots.length - b.matcher.path.slots.length || a.route - b.route);
  const required = requiredNames(contract.parameters);
  return exchanges.map((exchange) => {
    const name = uniqueName(exchange.pair.request.annotation?.name ?? contract.id.replaceAll("-", "_"), names);
    const read = (url: string): Example["call"] => callOf(url, matchers, required);
    return toExample(exchange, name, read, contract, docs, types);
  });
}

/** `names` holds for each name in use the number that comes after it. */
function uniqueName(wanted: string, names: Map<string, number>): string {
  let name = wanted;
  let number = names.get(wanted) ?? 2;
  for (; names.has(name); number++) name = `${wanted}_${number}`;
  names.set(wanted, number);
  names.set(name, names.get(name) ?? 2);
  return name;
}

/** The first of the routes, those with fewest placeholders in front, that the URL fits; nothing when no request can be sent to it. */
function callOf(
  url: string,
  matchers: readonly { readonly matcher: ReturnType<typeof routeMatcher>; readonly route: number }[],
  required: ReadonlySet<string>,
): Example["call"] {
  if (!isAddress(url)) return undefined;
  for (const { matcher, route } of matchers) {
    const found = matchUrl(url, matcher, required);
    const isSent = ([name, value]: [string, string]): boolean => isSendable(matcher.template, name, value);
    if (found && found.unknown.length === 0 && Object.entries(found.where).every(isSent))
      return { route, where: found.where, query: found.query };
  }
  return undefined;
}

/** Relative, or absolute with a host that can be one: `https:///users` and `https://api.example\\users` have none. */
function isAddress(url: string): boolean {
  return !ABSOLUTE.test(url) || (URL.canParse(url) && new URL(url).host === hostOf(url));
}

function toExample(
  exchange: Exchange,
  name: string,
  read: (url: string) => Example["call"],
  contract: Contract,
  docs: Docs,
  types: TypeTable,
): Example {
  const { page, pair, response } = exchange;
  const { request } = pair;
  const call = isHandedOut(request) ? undefined : read(request.url);
  const findings = [...reportCall(exchange, call, read, contract, docs), ...earlier(exchange, docs)];
  const reportHeader =
    ({ place }: HttpRequest | HttpResponse): ReportHeader =>
    (header, character) =>
      void findings.push(docs.report("example-header", page.path, place, header, { name: header, character }));
  const other = isOther(exchange, call, contract);
  const judged = { ...exchange, name, contract, docs, types, findings, other };
  const requestFit = requestFits(judged);
  const responseFit = responseFits(judged);
  const untyped = untypedParts(call, request, requestFit, contract, types);
  const isPlayed = call && request.method === contract.method && response && !contract.routes[call.route]?.sample;
  const reason = isPlayed ? reasonOf(untyped, findings) : "";
  const symbol = request.annotation?.name ?? "";
  if (reason !== "") findings.push(docs.report("example-untyped", page.path, request.place, symbol, { reason }));
  return {
    name,
    heading: pair.heading,
    request: {
      method: request.method,
      url: request.url,
      headers: sendableHeaders(request.headers, reportHeader(request)),
      ...payloadOf(request.body),
    },
    ...(response
      ? {
          response: {
            status: response.status,
            headers: sendableHeaders(response.headers, reportHeader(response)),
            ...payloadOf(response.body),
          },
        }
      : {}),
    ...(call && request.method === contract.method ? { call } : {}),
    requestFit,
    responseFit,
    untyped: untyped.map(({ part }) => part),
    findings: [...new Set(findings.map((finding) => finding.rule))].sort(),
    place: request.place,
  };
}

/**
 * What is wrong with the request line of an example; a request to another service is no call of the operation at all, nor is one whose URL
 * was handed out.
 */
function reportCall(
  { page, pair }: Exchange,
  call: Example["call"],
  read: (url: string) => Example["call"],
  { method }: Contract,
  docs: Docs,
): readonly Finding[] {
  const { request } = pair;
  const report = (rule: RuleId, values: Readonly<Record<string, string>>): readonly Finding[] => [
    docs.report(rule, page.path, request.place, pair.request.annotation?.name ?? "", values),
  ];
  if (isHandedOut(request)) return [];
  if (call === undefined && isForeign(request.url, docs))
    return report("example-foreign", { host: hostOf(request.url) });
  if (request.method !== method) return report("example-method", { shown: request.method, written: method });
  if (call) return [];
  const segment = SYSTEM_SEGMENTS.exec(request.url)?.[1] ?? "";
  if (segment !== "" && read(request.url.replace(SYSTEM_SEGMENTS, ""))) return report("example-segment", { segment });
  const [placeholder] = request.url.match(PLACEHOLDER_ARGUMENTS) ?? [];
  if (placeholder !== undefined && read(request.url.replace(PLACEHOLDER_ARGUMENTS, "0")))
    return report("example-placeholder", { shown: placeholder, name: "an argument" });
  return report("example-url", { url: request.url });
}

function isForeign(url: string, { host }: Docs): boolean {
  const own = hostOf(url);
  return own !== "" && host !== undefined && own !== host;
}

/**
 * Whether an example is about something else than its operation, so that only a body that fits tells anything: another method or status, a
 * URL that was handed out, a list where the operation answers one object (the same lines with a filter), a URL that ends in another segment
 * than every request line (`…/format/font`), or a part of what another line gives (`/me/mailboxSettings/timeZone`).
 */
function isOther({ pair, response }: Exchange, call: Example["call"], contract: Contract): boolean {
  const { routes, method, statuses, result } = contract;
  if (pair.request.method !== method || isHandedOut(pair.request)) return true;
  if (response && response.status === MULTI_STATUS && !statuses.includes(MULTI_STATUS)) return true;
  if (result.kind === "object" && response && bodyShape(response.body) === "list") return true;
  if (!call) return !routes.some(({ template }) => lastSegment(template) === lastSegment(pair.request.url));
  const path = withoutNames(routes[call.route]?.template ?? "");
  return routes.some(({ template }) => path.startsWith(`${withoutNames(template)}/`));
}

function withoutNames(template: string): string {
  return template.replace(/\{\w+\}/g, "{}").split("?", 1)[0] ?? "";
}

/** Lower-cased, without arguments and query; a placeholder stands for any value. */
function lastSegment(url: string): string {
  const [path = ""] = url.split("?", 1);
  const segment = path.slice(path.lastIndexOf("/") + 1).replace(CALL_ARGUMENTS, "");
  return segment.startsWith("{") ? "{}" : segment.toLowerCase();
}

/** What was found before the bodies were compared: that the answer is missing, that it is wrapped, that its type is another. */
function earlier({ page, pair, response }: Exchange, docs: Docs): readonly Finding[] {
  const places = [
    pair.request.annotation?.place,
    response?.place,
    response?.annotation?.place,
    response?.body.kind === "none" ? undefined : response?.body.place,
  ];
  const lines = new Set(places.flatMap((place) => (place === undefined ? [] : [place.line])));
  const unpaired = page.findings.filter(
    ({ rule, line }) => rule === "example-unpaired" && line === pair.request.place.line,
  );
  return [...unpaired, ...docs.foundOn(page.path).filter((finding) => lines.has(finding.line))];
}
