/** Documented examples as calls of their operation, with how well their bodies fit what is declared. */
import type { Finding } from "../../findings/rules.js";
import type { HttpRequest, HttpResponse, RequestLine } from "../../read/page.js";
import { own } from "../../shared/own.js";
import type { Example, Operation, Parameter, RequestBody, Result } from "../api.js";
import type { CheckedBody } from "./bodies.js";
import type { Docs } from "../types/docs.js";
import { carriesBody, ERROR_STATUS, requestFits, responseFits } from "./example-fit.js";
import { payloadOf } from "../operations/body-shape.js";
import { sendableHeaders, type ReportHeader } from "./example-headers.js";
import { isSendable, isSendableBody } from "./sendable.js";
import { matchUrl, placeholderIn, readAddress, readAddresses, type Address } from "../../shared/odata/match.js";
import { placeholdersOf, type RoutePath } from "../../shared/odata/segments.js";
import { pairsOf, splitUrl } from "../../shared/odata/url.js";
import type { TypeTable } from "../types/type-table.js";
import { samplesFor, withSamples } from "./samples.js";
import { isOtherCall, reportCall, type Contract, type ReadCall, type UrlReading } from "./request-line.js";
import { reasonOf, untypedParts } from "./untyped.js";
import type { Exchange } from "../operations/exchanges.js";
import { isHandedOut } from "../operations/exchanges.js";

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
  const routes = contract.routes
    .map(({ path }, index) => ({ path, route: index, count: placeholdersOf(path).length }))
    .sort((a, b) => a.count - b.count || a.route - b.route);
  return exchanges.map((exchange) => {
    const name = uniqueName(exchange.pair.request.annotation?.name ?? contract.id.replaceAll("-", "_"), names);
    const read: ReadCall = (address) => readUrl(address, routes, contract);
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

/** The call by the first of the routes, those with fewest placeholders in front, that the URL fits. */
function readUrl(
  address: Address,
  routes: readonly { readonly path: RoutePath; readonly route: number }[],
  { parameters }: Contract,
): UrlReading {
  let shown: UrlReading | undefined;
  for (const { path, route } of routes) {
    const found = matchUrl(address, path);
    const isRepeated = ({ name, type }: Parameter): boolean =>
      type.kind !== "collection" && Array.isArray(found && own(found.where, name));
    if (found?.unknown.size !== 0 || parameters.some(isRepeated)) continue;
    const placeholder = placeholderIn(path, found.where);
    if (placeholder === undefined) return { call: { route, where: found.where, query: found.query } };
    shown ??= { shown: placeholder, values: samplesFor(found.where, parameters) };
  }
  return shown ?? {};
}

/** As a call where it can be read as one. */
function readSent(url: string, read: ReadCall): UrlReading {
  const [whole, ...others] = readAddresses(url);
  const reading = read(whole);
  if (reading.call !== undefined) return reading;
  return others.map((address) => read(address)).find(({ call }) => call !== undefined) ?? reading;
}

/** The call that a URL is once its placeholders have values. */
function playedWith(
  values: ReadonlyMap<string, string>,
  { url, written }: HttpRequest,
  read: ReadCall,
): Example["call"] {
  const { call } = read(readAddress(withSamples(url, values)));
  return call && { ...call, url: withSamples(written ?? url, values) };
}

function toExample(
  exchange: Exchange,
  name: string,
  read: ReadCall,
  contract: Contract,
  docs: Docs,
  types: TypeTable,
): Example {
  const { page, pair, response } = exchange;
  const { request } = pair;
  const address = readAddress(request.url);
  const sent = !isHandedOut(request) && isSendable(request.url);
  const { call, values } = sent ? readSent(request.url, read) : {};
  const played = call ?? (values && playedWith(values, request, read));
  const ofAddress = reportCall(exchange, call, address, read, contract, docs);
  const findings = [...ofAddress, ...earlier(exchange, docs)];
  const reportHeader =
    ({ place }: HttpRequest | HttpResponse): ReportHeader =>
    (header, character) =>
      void findings.push(docs.report("example-header", page.path, place, header, { name: header, character }));
  const other = isOtherCall(exchange, call, address, contract);
  const judged = { ...exchange, name, contract, docs, types, findings, other };
  const requestFit = requestFits(judged);
  const responseFit = responseFits(judged);
  const isSent = request.method === contract.method && isSendableBody(request.body, contract.body, requestFit);
  const untyped = untypedParts(played, request, requestFit, contract, types, page.requests.some(expands));
  const isPlayed = played && isSent && response && !contract.routes[played.route]?.sample;
  const reason = isPlayed ? reasonOf(untyped, findings.slice(ofAddress.length)) : "";
  const symbol = request.annotation?.name ?? "";
  if (reason !== "")
    findings.push(docs.report("example-untyped", page.path, request.place, symbol, { reason }, { habit: reason }));
  return {
    name,
    heading: pair.heading,
    request: {
      method: request.method,
      url: request.written ?? request.url,
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
    ...(played && isSent ? { call: played } : {}),
    requestFit,
    responseFit,
    untyped: untyped.map(({ part }) => part),
    findings: [...new Set(findings.map((finding) => finding.rule))].sort(),
    place: request.place,
  };
}

/** Whether a request line is about what holds the thing that the page is about: `GET /me?$expand=manager`. */
function expands({ target }: RequestLine): boolean {
  return pairsOf(splitUrl(target).query).some(({ key }) => key.toLowerCase() === "$expand");
}

/**
 * What was found before the bodies were compared: that the answer is missing, that it is wrapped, that its type is another; that the request
 * goes without what is called required.
 */
function earlier({ page, pair, response }: Exchange, docs: Docs): readonly Finding[] {
  const places = [
    pair.request.annotation?.place,
    response?.place,
    response?.annotation?.place,
    response?.body.kind === "none" ? undefined : response?.body.place,
  ];
  const lines = new Set(places.flatMap((place) => (place === undefined ? [] : [place.line])));
  const sent = pair.request.body.kind === "none" ? undefined : pair.request.body.place.line;
  const unpaired = page.findings.filter(
    ({ rule, line }) => rule === "example-unpaired" && line === pair.request.place.line,
  );
  return [
    ...unpaired,
    ...docs
      .foundOn(page.path)
      .filter(({ rule, line }) => lines.has(line) || (rule === "example-required" && line === sent)),
  ];
}
