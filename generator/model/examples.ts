/** Documented examples as calls of their operation, with how well their bodies fit what is declared. */
import type { Finding } from "../findings.js";
import type { Body, ExamplePair, HttpResponse, Page } from "../read/page.js";
import type { Example, Fit, Operation, RequestBody, Result } from "./api.js";
import type { CheckedBody } from "./bodies.js";
import { bodyFit } from "./body-fit.js";
import type { Docs } from "./docs.js";
import { matchUrl, requiredNames, routeMatcher } from "./route-match.js";
import type { TypeTable } from "./type-table.js";

const ERROR_STATUS = 400;

/** An exchange to be shown as one example: a pair, or the pair's request with a response that follows a redirect. */
export interface Exchange {
  readonly page: Page;
  readonly pair: ExamplePair;
  readonly response: HttpResponse | undefined;
}

/** What of an operation its examples are compared with. */
type Contract = Pick<Operation, "id" | "method" | "routes" | "parameters" | "body" | "result">;

/** The exchanges of a pair: its own response first, then what a redirect leads to. */
export function exchangesOf(page: Page, pair: ExamplePair): readonly Exchange[] {
  return [{ page, pair, response: pair.response }, ...pair.followUps.map((response) => ({ page, pair, response }))];
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

function carriesBody(result: Result): boolean {
  return !(
    result.kind === "none" ||
    result.kind === "text" ||
    result.kind === "stream" ||
    (result.kind === "accepted" && !result.type)
  );
}

/** The examples of an operation; names are made unique by a number. */
export function examplesOf(
  contract: Contract,
  exchanges: readonly Exchange[],
  docs: Docs,
  types: TypeTable,
): readonly Example[] {
  const names = new Set<string>();
  const matchers = contract.routes.map((route) => routeMatcher(route.template));
  const required = requiredNames(contract.parameters);
  return exchanges.map((exchange) => {
    const name = uniqueName(exchange.pair.request.annotation?.name ?? contract.id.replaceAll("-", "_"), names);
    const call = callOf(exchange.pair.request.url, matchers, required);
    return toExample(exchange, name, call, contract, docs, types);
  });
}

function uniqueName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let i = 2; names.has(name); i++) name = `${wanted}_${i}`;
  names.add(name);
  return name;
}

/** The first route, with fewest placeholders, that the URL fits. */
function callOf(
  url: string,
  matchers: readonly ReturnType<typeof routeMatcher>[],
  required: ReadonlySet<string>,
): Example["call"] {
  const ordered = matchers
    .map((matcher, route) => ({ matcher, route }))
    .sort((a, b) => a.matcher.names.length - b.matcher.names.length || a.route - b.route);
  for (const { matcher, route } of ordered) {
    const found = matchUrl(url, matcher, required);
    if (found && found.unknown.length === 0 && Object.values(found.where).every(sendable))
      return { route, where: found.where, query: found.query };
  }
  return undefined;
}

/** The runtime refuses values that would change the path. */
function sendable(value: string): boolean {
  return value !== "" && value !== "." && value !== "..";
}

function toExample(
  exchange: Exchange,
  name: string,
  call: Example["call"],
  contract: Contract,
  docs: Docs,
  types: TypeTable,
): Example {
  const { page, pair, response } = exchange;
  const { request } = pair;
  const findings: Finding[] = [];
  if (request.method !== contract.method)
    findings.push(
      docs.report("example-method", page.path, request.place, name, {
        shown: request.method,
        written: contract.method,
      }),
    );
  else if (!call && response === pair.response)
    findings.push(docs.report("example-url", page.path, request.place, name, { url: request.url }));
  if (!pair.response) findings.push(docs.report("example-unpaired", page.path, request.place, name, { name }));
  findings.push(...earlier(exchange, docs));
  const requestFit = requestFits(exchange, name, contract, docs, types, findings);
  const responseFit = responseFits(exchange, name, contract, docs, types, findings);
  return {
    name,
    heading: pair.heading,
    request: {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      ...payload(request.body),
    },
    ...(response
      ? {
          response: {
            status: response.status,
            headers: Object.fromEntries(response.headers),
            ...payload(response.body),
          },
        }
      : {}),
    ...(call && request.method === contract.method ? { call } : {}),
    requestFit,
    responseFit,
    findings: [...new Set(findings.map((finding) => finding.rule))].sort(),
    place: request.place,
  };
}

/** What was found at the response before its body was compared: that it is wrapped, that its type is another. */
function earlier({ page, pair, response }: Exchange, docs: Docs): readonly Finding[] {
  const places = [
    pair.request.annotation?.place,
    response?.place,
    response?.annotation?.place,
    response?.body.kind === "none" ? undefined : response?.body.place,
  ];
  const lines = new Set(places.flatMap((place) => (place === undefined ? [] : [place.line])));
  return docs.foundOn(page.path).filter((finding) => lines.has(finding.line));
}

function payload(body: Body): { readonly body?: unknown; readonly text?: string } {
  return body.kind === "json" ? { body: body.value } : body.kind === "text" ? { text: body.text } : {};
}

function requestFits(
  { page, pair }: Exchange,
  name: string,
  contract: Contract,
  docs: Docs,
  types: TypeTable,
  findings: Finding[],
): Fit {
  const { body } = pair.request;
  if (body.kind === "none") return "none";
  if (!contract.body) {
    const reason =
      contract.method === "GET" || contract.method === "HEAD"
        ? `a ${contract.method} request has none`
        : "the page says that there is none";
    findings.push(docs.report("example-body", page.path, body.place, name, { reason }));
    return "unfit";
  }
  if (body.kind === "text")
    return contract.body.kind === "json" || contract.body.kind === "reference" ? "unfit" : "exact";
  return bodyFit(
    { page, id: contract.id, body, declared: { kind: "request", body: contract.body } },
    docs,
    types,
    findings,
  );
}

function responseFits(
  { page, response }: Exchange,
  name: string,
  contract: Contract,
  docs: Docs,
  types: TypeTable,
  findings: Finding[],
): Fit {
  if (!response || response.body.kind === "none") return "none";
  if (response.status >= ERROR_STATUS) return "none";
  const { result } = contract;
  if (response.body.kind === "text") return result.kind === "text" || result.kind === "stream" ? "exact" : "unfit";
  if (!carriesBody(result)) {
    if (result.kind === "none")
      findings.push(
        docs.report("example-body", page.path, response.body.place, name, {
          reason: response.status === 204 ? "its status is 204" : "the page promises none",
        }),
      );
    return result.kind === "none" ? "unfit" : "none";
  }
  return bodyFit(
    { page, id: contract.id, body: response.body, declared: { kind: "response", result } },
    docs,
    types,
    findings,
  );
}
