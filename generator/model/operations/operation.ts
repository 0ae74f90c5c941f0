/** Operations: one for each method of a page, its id the file stem wherever that is unique. */
import { bounds } from "../../shared/bounds.js";
import type { ExamplePair, HttpRequest, Page, RequestLine, HttpResponse } from "../../read/page.js";
import type { Method, Operation, Result } from "../api.js";
import type { Docs } from "../types/docs.js";
import { answeringPairs, exchangesOf, ownFirst, tellingPairs } from "./exchanges.js";
import { saidBy } from "../said.js";
import { answerTypes } from "../types/type-pages.js";
import { shortName } from "../../shared/names.js";
import { groupOf, idOf, namingOf, withVerb, type Ids, type SubjectOf } from "./naming.js";
import { readAddress } from "../../shared/odata/match.js";
import { headersOf } from "./headers.js";
import { withoutIncomplete, withOptional } from "./left-out.js";
import { keysBeside, optionsOf, parameterEvidence, parameterRows, parametersOf, withQuotes } from "./parameters.js";
import { partOf } from "./page-part.js";
import { permissionsOf, type Reference } from "./permissions.js";
import { requestBodyOf, urlParameterRows } from "../bodies/request-body.js";
import { saysCreated } from "../bodies/required-rows.js";
import { answerOf, withStatuses } from "./response.js";
import { keysOfExamples, shownOptions, withKeys, withRepeats } from "./query-keys.js";
import type { NamedRoute } from "./named-route.js";
import { askedBy, byAnswer, namingOfAsked, type Asked } from "./route-meaning.js";
import type { OperationDraft } from "./draft.js";
import { partLines, rowLines } from "./row-lines.js";
import { finished, routesOf, withJoinedQueries } from "./routes.js";
import { respelt, type Spelling } from "./spelling.js";
import { UNKNOWN } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";
import { actionOf } from "../../shared/odata/segments.js";

const METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

export interface OperationContext extends Reference {
  readonly docs: Docs;
  readonly types: TypeTable;
  readonly subjectOf: SubjectOf;
  readonly ids: Ids;
  readonly spelling: Spelling;
}

/** The operations of a page in the order of their first lines; empty, with a finding, when it has no request line. */
export function operationsOf(written: Page, context: OperationContext): readonly OperationDraft[] {
  const page = withStatuses(written, context.docs);
  const lines = readLines(page, context.docs);
  const methods = [...new Set(lines.map((line) => line.method))];
  const permissions = permissionsOf(page, context, context.docs);
  return methods.flatMap((method, i) => {
    const pairs = page.examples.filter(
      (pair) => pair.request.method === method || (i === 0 && !methods.includes(pair.request.method)),
    );
    const part = partOf(page, method, methods);
    const groups = byAnswer(lines.filter((line) => line.method === method));
    return groups.map((group, at) => {
      const asked = at === 0 ? "itself" : group.asked;
      const id = idOf(page, [...(i === 0 ? [] : [method]), ...(at === 0 ? [] : [asked])], context.ids);
      const own = pairs.filter((pair) => groupOfPair(pair, groups) === group);
      return operationOf(part, method as Method, { id, asked }, group.lines, own, permissions, context);
    });
  });
}

/** The lines that an example is about; those that the page is about first of all where its URL tells nothing. */
function groupOfPair(
  { request }: ExamplePair,
  groups: ReturnType<typeof byAnswer>,
): (typeof groups)[number] | undefined {
  return groups.find(({ asked }) => asked === askedBy(request.url)) ?? groups[0];
}

/** The request lines of the known methods, as many as `bounds.requests` lets be read. */
function readLines(page: Page, { report }: Docs): readonly RequestLine[] {
  const lines = page.requests.filter((line) => METHODS.has(line.method));
  const beyond = lines[bounds.requests];
  if (beyond !== undefined)
    report("over-bound", page.path, beyond.place, "", {
      what: "The number of request lines",
      actual: String(lines.length),
      limit: String(bounds.requests),
    });
  return lines.slice(0, bounds.requests);
}

function operationOf(
  page: Page,
  method: Method,
  { id, asked }: { readonly id: string; readonly asked: Asked },
  lines: readonly RequestLine[],
  pairs: readonly ExamplePair[],
  permissions: Operation["permissions"],
  { docs, types, subjectOf, spelling }: OperationContext,
): OperationDraft {
  const telling = tellingPairs(pairs, method, docs.host);
  const requests = telling.map((pair) => pair.request);
  const named = addressingOf(page, lines, requests, id, spelling, docs);
  const { parameters, options } = named;
  const paths = named.routes.map((route) => route.path);
  const path = paths[0] ?? { segments: [], query: [] };
  const responses = answeringPairs(telling, paths).flatMap((pair) => (pair.response ? [pair.response] : []));
  const own = subjectOf(page);
  const answer = answerOf(page, id, { method, path }, { requests, responses }, own, docs, types);
  const result = resultOfAsked(answer.result, asked, responses);
  const answered = "type" in answer.result ? answer.result.type : undefined;
  // what only this page lists is about no thing that other pages know
  const known = answered?.kind === "object" && answered.name !== answerTypes(page)[0]?.name ? answered.name : undefined;
  const subject = own ?? known;
  const fallback =
    answered?.kind === "object" ? answered : subject ? { kind: "object" as const, name: subject } : undefined;
  const created = saysCreated(answer.statuses);
  const asking = ownFirst(telling, paths).map((pair) => pair.request);
  const source = { page, id, method, path, routes: paths, requests: asking, fallback, created };
  const sent = requestBodyOf(source, docs, types);
  const { headers, evidence: ofHeaders } = headersOf(page, requests);
  const naming = namingOf(page, method, actionOf(path), subject && shortName(subject));
  const routes = finished(named.routes, naming.action ? "" : naming.object);
  const rows = rowLines(page);
  const operation: Operation = {
    id,
    page: page.path,
    title: page.title.text,
    description: saidBy(page.description, page),
    ...(page.deprecated ? { deprecated: page.deprecated.text } : {}),
    ...(subject ? { subject } : {}),
    group: groupOf(page, subject),
    naming: namingOfAsked(withVerb(naming, method, result), asked),
    method,
    routes,
    parameters,
    query: optionsOf(page, method, options),
    headers,
    ...(sent ? { body: sent.body } : {}),
    statuses: answer.statuses,
    result,
    permissions,
    examples: [],
    evidence: [...parameterEvidence(parameters, routes, page), ...ofHeaders, ...(sent?.evidence ?? [])],
    place: lines[0]?.place ?? page.title.place,
    lines: partLines(page),
    ...(rows && { rows }),
  };
  const exchanges = pairs.flatMap((pair) => exchangesOf(page, pair));
  return { operation, exchanges, page, stated: answer.stated, responses };
}

/** The words of the page are about the thing itself; bytes of it are bytes, unless an example shows JSON, and references hold nothing of what they lead to. */
function resultOfAsked(result: Result, asked: Asked, responses: readonly HttpResponse[]): Result {
  const isShown = responses.some(({ status, body }) => status < 300 && body.kind === "json");
  if (asked === "content" && !isShown && result.kind !== "none" && result.kind !== "text") return { kind: "stream" };
  return asked === "reference" && "type" in result && result.type ? { ...result, type: UNKNOWN } : result;
}

/** How an operation is addressed: its routes, the values that they hold, and the OData options that lines and examples show. */
function addressingOf(
  page: Page,
  lines: readonly RequestLine[],
  requests: readonly HttpRequest[],
  id: string,
  spelling: Spelling,
  docs: Docs,
): Pick<Operation, "parameters"> & { readonly routes: readonly NamedRoute[]; readonly options: readonly string[] } {
  const urlRows = urlParameterRows(page);
  const rows = parameterRows(page, urlRows);
  const addresses = requests.map((request) => readAddress(request.url));
  const own = addresses.filter((_, i) => requests[i]?.method === lines[0]?.method);
  const argumentNames = urlRows.map((row) => row.name.text);
  const shown = routesOf(page, lines, { all: addresses, own }, argumentNames, docs);
  const documented = withJoinedQueries(withOptional(withoutIncomplete(shown, rows, page), rows, page));
  const keys = keysBeside(page, keysOfExamples(documented, addresses), documented, rows);
  const written = withRepeats(withKeys(documented, keys, page, (requests[0] ?? page.title).place, docs), addresses);
  const keyed = respelt(written, spelling);
  const found = keyed.flatMap((route) => route.parameters);
  const parameters = parametersOf(found, rows, page, id, docs);
  const named = withQuotes(keyed, parameters);
  const options = [...named.flatMap((route) => route.options), ...shownOptions(named, addresses)];
  return { routes: named, parameters, options };
}
