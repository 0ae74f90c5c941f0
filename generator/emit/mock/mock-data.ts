/**
 * The API as a mock needs it: what `templates/mock/data.ts` reads, as plain data. That file is the contract; the generated package is
 * compiled against it.
 */
import type { Api, Envelope, ErrorBody, Example, Operation, RequestBody, Result, Route } from "../../model/api.js";
import { writeMarked, type RoutePath } from "../../shared/odata/segments.js";
import { mockShapes, type MockShapes } from "./mock-shapes.js";
import { exchangeOf, type Exchange } from "../typescript/exchange.js";
import { oncePer } from "../../shared/same.js";
import { cleanAddress, splitUrl } from "../../shared/odata/url.js";

export interface MockData {
  readonly baseUrl?: string;
  readonly odata: boolean;
  readonly errorBody?: ErrorBody;
  readonly operations: readonly MockOperation[];
}

export interface MockOperation {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly line: number;
  readonly method: string;
  readonly also?: readonly string[];
  readonly routes: readonly string[];
  readonly asks?: Readonly<Record<string, boolean>>;
  readonly options?: "all" | readonly string[];
  readonly headers?: readonly string[];
  readonly statuses: readonly number[];
  readonly result: Result["kind"] | "wrapped";
  readonly of?: string;
  readonly envelope?: Envelope;
  readonly body?: { readonly kind: RequestBody["kind"]; readonly types?: readonly string[]; readonly optional?: true };
  readonly from?: string;
  readonly examples: readonly string[];
}

/** All of it, with the examples by the ids of their operations: what a server answers with that reads the docs itself. */
export interface MockModel {
  readonly data: MockData;
  readonly shapes: MockShapes;
  readonly fixtures: Readonly<Record<string, Readonly<Record<string, Exchange>>>>;
}

/** Where the examples of an operation are kept, and by which names. */
export interface Kept {
  readonly from: string;
  readonly examples: readonly string[];
}

export function mockModel(api: Api): MockModel {
  const fixtures = api.operations.map(({ id, page, examples }): [string, MockModel["fixtures"][string]] => {
    const own = examples.filter(isAnswered).map((example) => [example.name, exchangeOf(example, page)]);
    return [id, Object.fromEntries(own)];
  });
  const keptOf = ({ id, examples }: Operation): Kept => ({
    from: id,
    examples: examples.filter(isAnswered).map(({ name }) => name),
  });
  return { data: mockData(api, keptOf), shapes: mockShapes(api), fixtures: Object.fromEntries(fixtures) };
}

export function mockData(api: Api, keptOf: (operation: Operation) => Kept): MockData {
  const { baseUrl, errorBody, operations } = api;
  return {
    ...(baseUrl !== undefined && { baseUrl }),
    odata: operations.some(({ query }) => query !== "none"),
    ...(errorBody !== undefined && { errorBody }),
    operations: operations.map((operation) => mockedOnce(operation, keptOf(operation))),
  };
}

/** As long as operation and examples are the same, it is the same object. */
const mockedOnce = oncePer(mockOperation);

function mockOperation(operation: Operation, { from, examples }: Kept): MockOperation {
  const { id, title, page, place, method, query, headers, body, statuses, result } = operation;
  const required = headers.filter((header) => header.required).map(({ name }) => name);
  const asks = asksOf(operation);
  const methods = operation.examples.filter(isAnswered).map(({ request }) => request.method);
  const also = [...new Set(methods)].filter((each) => each !== method);
  const of = "type" in result && result.type?.kind === "object" ? result.type.name : undefined;
  return {
    id,
    title,
    page,
    line: place.line,
    method,
    ...(also.length > 0 && { also }),
    routes: routesOf(operation),
    ...(asks.length > 0 && { asks: Object.fromEntries(asks) }),
    ...(query !== "none" && { options: query }),
    ...(required.length > 0 && { headers: required }),
    statuses,
    result: result.kind === "object" && result.unwrap ? "wrapped" : result.kind,
    ...(of !== undefined && { of }),
    ...(result.kind === "list" && result.house !== undefined && { envelope: result.house }),
    ...(body !== undefined && { body: bodyKind(body) }),
    ...(examples.length > 0 && { from }),
    examples,
  };
}

/** The documented routes, and the paths of documented requests that fit none of them. */
function routesOf({ routes, examples }: Operation): readonly string[] {
  const paths = routes.filter(isMeant).flatMap(({ path }) => withoutOptional(path).map(pathText));
  const strays = examples
    .filter(isAnswered)
    .flatMap(({ call, request }) => (call ? [] : [splitUrl(cleanAddress(request.url)).path]));
  return [...new Set([...paths, ...strays])];
}

function isAnswered({ response }: Example): boolean {
  return response !== undefined;
}

/** Not a line for the record, with samples or `/.../` in it. */
function isMeant({ sample, documented }: Route): boolean {
  return sample !== true && !documented.includes("/...");
}

/** With the values of `@name`, which stand in the query. */
function pathText({ segments, query }: RoutePath): string {
  return writeMarked({ segments, query: query.filter(({ alias }) => alias) });
}

/** A route with an argument that may be missing is one with and one without it. */
function withoutOptional(path: RoutePath): readonly RoutePath[] {
  let found: RoutePath[] = [{ ...path, segments: [] }];
  for (const segment of path.segments) {
    const all = segment.arguments?.map(({ name, value }) => ({ name, value }));
    const needed = all?.filter((_each, i) => segment.arguments?.[i]?.optional !== true);
    const forms = all && needed && needed.length < all.length ? [all, needed] : [all];
    found = found.flatMap((before) =>
      forms.map((form) => ({
        ...before,
        segments: [...before.segments, form === undefined ? segment : { ...segment, arguments: form }],
      })),
    );
  }
  return found;
}

/** Keys of the query that are the operation's own; one is required where each route has it. */
function asksOf({ routes }: Operation): readonly (readonly [key: string, required: boolean])[] {
  const meant = routes.filter(isMeant);
  const parts = meant.map(({ path }) => path.query.filter(({ alias }) => !alias));
  const keys = new Set(parts.flat().map(({ key }) => key));
  return [...keys].map((key) => {
    const required = parts.every((all) => all.some((part) => part.key === key && part.optional !== true));
    return [key, required] as const;
  });
}

function bodyKind(body: RequestBody): NonNullable<MockOperation["body"]> {
  const types =
    body.kind === "json" ? [body.contentType, body.text].filter((type) => type !== undefined) : contentTypes(body);
  return {
    kind: body.kind,
    ...(types.length > 0 && { types }),
    ...(body.kind === "json" && body.optional && { optional: true }),
  };
}

function contentTypes(body: Exclude<RequestBody, { readonly kind: "json" }>): readonly string[] {
  const all = "contentTypes" in body ? body.contentTypes : undefined;
  return all ?? ("contentType" in body && body.contentType !== undefined ? [body.contentType] : []);
}
