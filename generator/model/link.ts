/** Joins the pages of the docs into one API. */
import { withAnnotations } from "./examples/annotations.js";
import { withOwnNames } from "./types/own-members.js";
import { mapPages } from "../shared/failure.js";
import type { Page } from "../read/page.js";
import type { Api, EnumType, ObjectType, Operation, TypeRef } from "./api.js";
import { conventional, withoutHabits } from "./checks/conventions.js";
import { runChecks } from "./checks/checks.js";
import { envelopeOf, isEnvelopeType } from "./envelope.js";
import { errorBodyOf } from "./error-body.js";
import type { Dialect, DialectSettings } from "../dialect/dialect.js";
import { declare } from "./types/declare.js";
import type { Docs } from "./types/docs.js";
import { bodiesOf } from "./examples/examples.js";
import { noMemory, type Memory } from "./memory.js";
import type { Known } from "./observed.js";
import { resolvePath, stemOf } from "../shared/page-path.js";
import { operationIds, subjectFinder, type SubjectOf } from "./operations/naming.js";
import { hostOf } from "../shared/odata/url.js";
import type { ConventionOptions } from "./examples/null-convention.js";
import { withNulls, withNullsOfTypes } from "./examples/nulls.js";
import { withBindingsElsewhere } from "./bodies/bindings.js";
import type { OperationContext } from "./operations/operation.js";
import { spellingOf } from "./operations/spelling.js";
import { spoken } from "./spoken.js";
import type { OperationDraft } from "./operations/draft.js";
import { findingList } from "../findings/collect.js";
import { buildTypes } from "./types/resource.js";
import type { PermissionAccounts } from "../shared/permission-accounts.js";
import { suggester } from "../shared/suggest.js";
import type { TypeOnPage } from "./types/type-pages.js";
import { typeTable, type TypeTable } from "./types/type-table.js";
import { compareText } from "../shared/names.js";

export interface LinkOptions {
  /** The only names that count as permissions. */
  readonly permissionNames?: readonly string[] | undefined;
  /** The accounts that each of them is listed for, where the reference tells them apart. */
  readonly permissionAccounts?: PermissionAccounts | undefined;
  /** Whether what may be absent may be null where no page says so; without it, that is as the answers show. */
  readonly optionalMeansNullable?: boolean | undefined;
  /** Chosen by the configuration; else it is seen from the pages. */
  readonly dialect?: string | DialectSettings | undefined;
  /** Of a process that joins the same pages again as they change. */
  readonly memory?: Memory | undefined;
}

/**
 * The API that pages document, in code-point order of ids and names. Findings are those of the pages and of the model, sorted as they are
 * printed. The order of the pages makes no difference. Bad docs never throw.
 */
export function linkApi(given: readonly Page[], options: LinkOptions = {}): Api {
  const { memory = noMemory } = options;
  const { dialect, baseUrl, pages: read } = spoken(given, options.dialect);
  const pages = memory.pages(read);
  const findings = findingList();
  const envelope = envelopeOf(pages, dialect, findings.report);
  const errorBody = errorBodyOf(pages, dialect);
  const { described, answers, inferred, bases, names, inline } = declare(pages, findings.report, dialect);
  const listed = listedProperties(described);
  const enums = new Map(memory.enums([...names.enums.values()]).map((each) => [each.name, each]));
  const docs: Docs = {
    ...names,
    enums,
    listed,
    envelope,
    pageTypes: new Set([...listed].flatMap(([name, all]) => (envelope && isEnvelopeType(all, envelope) ? [name] : []))),
    host: baseUrl === undefined ? undefined : hostOf(baseUrl),
    report: findings.report,
    suggest: suggester(),
    foundOn: findings.on,
  };
  const { types: built, parts } = buildTypes(described, inferred, bases, docs, memory.readPart);
  const types = memory.types(withUntold(withOwnNames(built), dialect));
  const table = typeTable(types, docs.enums);
  const context = {
    docs,
    types: table,
    subjectOf: subjectsOf(described),
    ids: operationIds(pages),
    ...memory.reference({
      permissionNames: options.permissionNames && new Set(options.permissionNames),
      permissionAccounts: new Map(Object.entries(options.permissionAccounts ?? {})),
    }),
    spelling: spellingOf(
      pages,
      types.map(({ name }) => name),
    ),
  };
  const drafts = draftsOf(pages, context, memory);
  const { optionalMeansNullable } = options;
  const finished = memory.finished(withShown(types, drafts, table, { pages, optionalMeansNullable }));
  const settled = typeTable(finished, docs.enums);
  const contracts = drafts.map((draft) => ({ ...draft, operation: withNullsOfTypes(draft.operation, settled) }));
  runChecks({ pages, types: finished, parts, drafts: contracts, table: settled, baseUrl }, docs);
  const operations = memory.operations(withExamples(contracts, { docs, types: settled }, memory));
  const kept = withoutWrappers(finished, answers, docs);
  return {
    dialect: dialect.name,
    rootNamespace: dialect.rootNamespace,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(envelope === undefined ? {} : { envelope }),
    ...(errorBody === undefined ? {} : { errorBody }),
    operations,
    types: kept,
    enums: usedEnums([...docs.enums.values()], inline, { types: kept, operations }),
    findings: withoutHabits(findings.sorted(conventional(pages, dialect)), operations.length),
  };
}

/** Without types that only wrap the items of a list and are described for one answer: the envelope is how these are read. */
function withoutWrappers(
  types: readonly ObjectType[],
  answers: ReadonlySet<string>,
  { pageTypes }: Docs,
): readonly ObjectType[] {
  return types.filter(({ name }) => !answers.has(name) || !pageTypes.has(name));
}

/** The operations of all pages, without their examples. */
function draftsOf(
  pages: readonly Page[],
  context: OperationContext,
  memory: Pick<Memory, "operationsOf">,
): readonly OperationDraft[] {
  const read = mapPages(pages, pathOf, (page) => memory.operationsOf(page, context)).flat();
  return withBindingsElsewhere(
    read.sort((a, b) => compareText(a.operation.id, b.operation.id)),
    context.types,
  );
}

/** The types with what the bodies of examples show of them. */
function withShown(
  types: readonly ObjectType[],
  drafts: readonly OperationDraft[],
  table: TypeTable,
  options: ConventionOptions,
): readonly ObjectType[] {
  const bodies = drafts.flatMap(({ operation, exchanges }) =>
    exchanges.flatMap((exchange) => bodiesOf(exchange, operation)),
  );
  const operations = drafts.map(({ operation }) => operation);
  return withAnnotations(withNulls(types, bodies, table, options), bodies, operations, table);
}

/** Without the enumerations that only a list in a description gives, where the row turned out to be no part of the API. */
function usedEnums(
  enums: readonly EnumType[],
  inline: ReadonlySet<string>,
  { types, operations }: Pick<Api, "types" | "operations">,
): readonly EnumType[] {
  if (inline.size === 0) return enums;
  const used = new Set<string>();
  const use = (type: TypeRef): void => {
    if (type.kind === "collection" || type.kind === "map") use(type.of);
    if (type.kind === "enum") used.add(type.name);
  };
  for (const { properties } of types) for (const { type } of properties) use(type);
  for (const { parameters, body, result } of operations) {
    for (const { type } of parameters) use(type);
    if (body?.kind === "json") for (const { type } of body.properties ?? []) use(type);
    if (body?.kind === "json" && body.of) use(body.of);
    if ("type" in result && result.type) use(result.type);
  }
  return enums.filter(({ name }) => !inline.has(name) || used.has(name));
}

function withUntold(types: readonly ObjectType[], { discriminator }: Dialect): readonly ObjectType[] {
  if (discriminator !== undefined) return types;
  return types.map((type) => (type.derived.length > 0 ? { ...type, untold: true } : type));
}

function pathOf({ path }: Page): string {
  return path;
}

function listedProperties(described: readonly TypeOnPage[]): ReadonlyMap<string, ReadonlySet<string>> {
  const listed = new Map<string, Set<string>>();
  for (const { name, properties } of described) {
    const rows = (properties?.tables ?? []).flatMap((table) => table.rows);
    const names = listed.get(name) ?? new Set();
    for (const row of rows) names.add(row.name.text.toLowerCase());
    listed.set(name, names);
  }
  return listed;
}

function subjectsOf(described: readonly TypeOnPage[]): SubjectOf {
  const main = described.filter((one) => one.main).sort((a, b) => compareText(a.name, b.name));
  const byStem = new Map(main.toReversed().map(({ page, name }) => [stemOf(page.path), name]));
  const byMethod = new Map<string, string>();
  for (const { page, name } of main) {
    for (const link of page.methods) {
      const path = resolvePath(page.path, link.url.split("#", 1)[0] ?? "").toLowerCase();
      if (!byMethod.has(path)) byMethod.set(path, name);
    }
  }
  return subjectFinder(byStem, byMethod);
}

function withExamples(
  drafts: readonly OperationDraft[],
  known: Known,
  memory: Pick<Memory, "withExamples">,
): readonly Operation[] {
  return mapPages(
    drafts,
    ({ operation }) => operation.page,
    ({ operation, exchanges }) => memory.withExamples(exchanges, { ...known, operation }),
  );
}
