/** One operation of the document: a method and a path, with all that pages say of them. */
import type { PublishedOperation } from "../../model/published.js";
import type { Call } from "./claims.js";
import type { ExternalDocs, OperationObject } from "./document.js";
import { paging } from "./envelopes.js";
import type { Misfit } from "./fit.js";
import type { Known } from "./known.js";
import type { Aside, Side } from "./named-examples.js";
import { parametersOf } from "./parameters.js";
import type { PlacedExample } from "./placed.js";
import { requestBodyOf } from "./request-body.js";
import { responsesOf } from "./responses.js";
import type { PermissionTables } from "./permission-tables.js";
import { inForm, securityOf } from "./security.js";
import { safeLine, safeText } from "./texts.js";

/** What is settled for all calls together. */
export interface Naming {
  readonly operationId: string;
  /** The first call of the page that owns this one: it tells what holds for all of them. */
  readonly first: Call;
  readonly tables: PermissionTables;
  /** Where a page can be read. */
  linkTo(page: string): ExternalDocs | undefined;
}

export function operationObject(
  call: Call,
  examples: readonly PlacedExample[],
  { operationId, first, tables, linkTo }: Naming,
  known: Known,
): OperationObject {
  const { operation: owner } = call.owner;
  const operations = call.claims.map(({ operation }) => operation);
  const aside: Aside = new Map();
  const parameters = parametersOf(call, examples, known);
  const requestBody = requestBodyOf(call, examples, aside, known);
  const responses = responsesOf(call, examples, aside, known);
  const security = securityOf(operations);
  const text = descriptionOf(owner, operations);
  const link = linkTo(owner.page);
  return {
    operationId,
    tags: [tagOf(owner)],
    summary: safeLine(owner.title) || operationId,
    ...(text !== "" && { description: text }),
    ...(link && { externalDocs: link }),
    ...deprecation(operations),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses,
    ...(security && { security: inForm(security, known) }),
    ...paging(owner.result),
    ...otherRoutes(call, first),
    ...extensions(owner, operations, tables.of(operations), aside),
  };
}

/** Called as its module is: by the thing that it is about. */
export function tagOf({ module }: PublishedOperation): string {
  return module.slice(module.lastIndexOf("/") + 1);
}

function descriptionOf(owner: PublishedOperation, operations: readonly PublishedOperation[]): string {
  const others = operations.filter((each) => each.page !== owner.page).map((each) => `\`${each.page}\``);
  const also = others.length === 0 ? "" : `Described as well by ${[...new Set(others)].join(", ")}.`;
  return [safeText(owner.description), also].filter((part) => part !== "").join("\n\n");
}

/** Only what all its pages call deprecated is. */
function deprecation(operations: readonly PublishedOperation[]): Partial<OperationObject> {
  const [reason] = operations.flatMap(({ deprecated }) => deprecated ?? []);
  if (reason === undefined || operations.some(({ deprecated }) => deprecated === undefined)) return {};
  return { deprecated: true, "x-ms-deprecation": { description: safeText(reason) } };
}

/** The first call names all others, these name it: each with all others would grow with the square of their number. */
function otherRoutes(call: Call, first: Call): Partial<OperationObject> {
  if (call !== first) return { "x-ms-docs-grouped-path": [first.path] };
  const { owner, path } = call;
  const samples = new Set(owner.operation.samples);
  const others = owner.operation.routes.filter((route) => route !== owner.route && !samples.has(route));
  const paths = [...new Set(others.map((route) => route.split("?")[0] ?? route))].filter((each) => each !== path);
  return paths.length === 0 ? {} : { "x-ms-docs-grouped-path": paths };
}

function extensions(
  { id, page, line, file }: PublishedOperation,
  operations: readonly PublishedOperation[],
  tables: readonly unknown[],
  aside: Aside,
): Partial<OperationObject> {
  const others = operations.slice(1);
  return {
    "x-docwright-id": id,
    "x-docwright-page": { page, line, ...(file !== undefined && { file }) },
    ...(others.length > 0 && { "x-docwright-also": others.map((other) => other.id) }),
    ...(tables.length > 0 && { "x-docwright-permissions": tables }),
    ...(aside.size > 0 && { "x-docwright-examples": [...aside].map(([placed, sides]) => misfit(placed, sides)) }),
  };
}

/** What documents and schemas disagree on is no example of the document, and is not lost either. */
function misfit({ key, operation, example }: PlacedExample, sides: readonly (readonly [Side, Misfit])[]): unknown {
  const { line, file, findings } = example;
  return {
    name: key,
    page: operation.page,
    line,
    ...(file !== undefined && { file }),
    ...(findings && { findings }),
    why: sides.map(([side, { at, why }]) => `${side}${at} ${why}`),
    ...Object.fromEntries(sides.map(([side]) => [side, example[side]])),
  };
}
