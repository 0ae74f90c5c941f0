/** Operations: one for each method of a page, its id the file stem wherever that is unique. */
import { bounds } from "../../shared/bounds.js";
import type { ExamplePair, HttpRequest, HttpResponse, Page, RequestLine } from "../../read/page.js";
import type { Method, Operation } from "../api.js";
import type { Docs } from "../types/docs.js";
import { exchangesOf, tellingPairs, type Exchange } from "./exchanges.js";
import { saidBy } from "../said.js";
import { shortName } from "../names.js";
import { groupOf, namingOf, type IdOf, type SubjectOf } from "./naming.js";
import { readAddress } from "../../shared/odata/match.js";
import {
  headersOf,
  keysBeside,
  optionsOf,
  parameterEvidence,
  parameterRows,
  parametersOf,
  withOptional,
  withQuotes,
} from "./parameters.js";
import { partOf } from "./page-part.js";
import { permissionsOf } from "./permissions.js";
import { requestBodyOf, urlParameterRows } from "./request-body.js";
import { answerOf, withStatuses } from "./response.js";
import { keysOfExamples, shownOptions, withKeys, withRepeats } from "./query-keys.js";
import type { AnswerWords } from "./response-words.js";
import { finished, routesOf } from "./routes.js";
import type { TypeTable } from "../types/type-table.js";
import { actionOf } from "../../shared/odata/segments.js";

/** An operation that lacks only its examples, and the exchanges they are made of. */
export interface OperationDraft {
  readonly operation: Operation;
  readonly exchanges: readonly Exchange[];
  /** The part of the page that is about it, and what that says and shows of the answer: for the checks. */
  readonly page: Page;
  readonly stated: AnswerWords;
  readonly responses: readonly HttpResponse[];
}

const METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

interface OperationContext {
  readonly docs: Docs;
  readonly types: TypeTable;
  readonly subjectOf: SubjectOf;
  readonly idOf: IdOf;
  readonly permissionNames: ReadonlySet<string> | undefined;
}

/** The operations of a page in the order of their first lines; empty, with a finding, when it has no request line. */
export function operationsOf(written: Page, context: OperationContext): readonly OperationDraft[] {
  const page = withStatuses(written, context.docs);
  const lines = readLines(page, context.docs);
  const methods = [...new Set(lines.map((line) => line.method))];
  const permissions = permissionsOf(page, context.permissionNames, context.docs);
  return methods.map((method, i) => {
    const pairs = page.examples.filter(
      (pair) => pair.request.method === method || (i === 0 && !methods.includes(pair.request.method)),
    );
    return operationOf(
      partOf(page, method, methods),
      method as Method,
      context.idOf(page, method, i === 0),
      lines.filter((line) => line.method === method),
      pairs,
      permissions,
      context,
    );
  });
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
  id: string,
  lines: readonly RequestLine[],
  pairs: readonly ExamplePair[],
  permissions: Operation["permissions"],
  { docs, types, subjectOf }: OperationContext,
): OperationDraft {
  const telling = tellingPairs(pairs, method, docs.host);
  const requests = telling.map((pair) => pair.request);
  const { routes, parameters, options } = addressingOf(page, lines, requests, id, docs);
  const path = routes[0]?.path ?? { segments: [], query: [] };
  const responses = telling.flatMap((pair) => (pair.response ? [pair.response] : []));
  const own = subjectOf(page);
  const answer = answerOf(page, id, path, responses, own, docs, types);
  const answered = "type" in answer.result ? answer.result.type : undefined;
  const subject = own ?? (answered?.kind === "object" ? answered.name : undefined);
  const fallback =
    answered?.kind === "object" ? answered : subject ? { kind: "object" as const, name: subject } : undefined;
  const sent = requestBodyOf({ page, id, method, path, requests, fallback }, docs, types);
  const { headers, evidence: ofHeaders } = headersOf(page, requests);
  const operation: Operation = {
    id,
    page: page.path,
    title: page.title.text,
    description: saidBy(page.description, page),
    ...(page.deprecated ? { deprecated: page.deprecated.text } : {}),
    ...(subject ? { subject } : {}),
    group: groupOf(page, subject),
    naming: namingOf(page, method, actionOf(path), subject && shortName(subject)),
    method,
    routes,
    parameters,
    query: optionsOf(page, method, options),
    headers,
    ...(sent ? { body: sent.body } : {}),
    statuses: answer.statuses,
    result: answer.result,
    permissions,
    examples: [],
    evidence: [...parameterEvidence(parameters, routes, page), ...ofHeaders, ...(sent?.evidence ?? [])],
    place: lines[0]?.place ?? page.title.place,
  };
  const exchanges = pairs.flatMap((pair) => exchangesOf(page, pair));
  return { operation, exchanges, page, stated: answer.stated, responses };
}

/** How an operation is addressed: its routes, the values that they hold, and the OData options that lines and examples show. */
function addressingOf(
  page: Page,
  lines: readonly RequestLine[],
  requests: readonly HttpRequest[],
  id: string,
  docs: Docs,
): Pick<Operation, "routes" | "parameters"> & { readonly options: readonly string[] } {
  const urlRows = urlParameterRows(page);
  const rows = parameterRows(page, urlRows);
  const addresses = requests.map((request) => readAddress(request.url));
  const argumentNames = urlRows.map((row) => row.name.text);
  const documented = withOptional(routesOf(page, lines, addresses, argumentNames, docs), rows, page);
  const keys = keysBeside(page, keysOfExamples(documented, addresses), documented, rows);
  const keyed = withRepeats(withKeys(documented, keys, page, (requests[0] ?? page.title).place, docs), addresses);
  const found = keyed.flatMap((route) => route.parameters);
  const parameters = parametersOf(found, rows, page, id, docs);
  const named = withQuotes(keyed, parameters);
  const options = [...named.flatMap((route) => route.options), ...shownOptions(named, addresses)];
  return { routes: finished(named), parameters, options };
}
