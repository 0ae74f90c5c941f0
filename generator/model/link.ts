/** Joins the pages of the docs into one API. */
import { mapPages } from "../failure.js";
import type { Page } from "../read/page.js";
import type { Api, Operation } from "./api.js";
import { indexMembers, type Docs } from "./docs.js";
import { listedInBodies } from "./enum-lookup.js";
import { collectEnums, ownedEnums } from "./enums.js";
import { bodiesOf, examplesOf } from "./examples.js";
import { inferTypes } from "./infer.js";
import { compareText, resolvePath, stemOf } from "./names.js";
import { withOneSpelling } from "./namespaces.js";
import { operationIds, subjectFinder, type SubjectOf } from "./naming.js";
import { baseOf, hostOf } from "../shared/odata/url.js";
import { bodyWithNulls, withNulls } from "./nulls.js";
import { operationsOf, type OperationDraft } from "./operation.js";
import { findingList } from "./report.js";
import { buildTypes, claimedBases } from "./resource.js";
import { reportMissing } from "./missing.js";
import { suggester } from "./suggest.js";
import { typeIndex } from "./type-index.js";
import { typesOnPage, type TypeOnPage } from "./type-pages.js";
import { typeTable } from "./type-table.js";

/**
 * The API that pages document, in code-point order of ids and names. `permissionNames`, when given, are the only names that count as
 * permissions. Findings are those of the pages and of the model, sorted as they are printed. The order of the pages makes no
 * difference. Bad docs never throw.
 */
export function linkApi(given: readonly Page[], options: { readonly permissionNames?: readonly string[] } = {}): Api {
  const pages = withOneSpelling([...given].sort((a, b) => compareText(a.path, b.path)));
  const findings = findingList();
  const baseUrl = baseUrlOf(pages);
  const described = mapPages(pages, pathOf, typesOnPage).flat();
  const enums = collectEnums(pages, findings.report);
  const owned = ownedEnums(pages);
  const index = typeIndex(pages, namesByPage(described));
  const docs: Docs = {
    index,
    enums: new Map(enums),
    enumsByMembers: indexMembers([...enums.values()].filter(({ name }) => !owned.has(name))),
    listedInBodies: listedInBodies(pages),
    claimedBases: claimedBases(described, index),
    listed: listedProperties(described),
    host: baseUrl === undefined ? undefined : hostOf(baseUrl),
    report: findings.report,
    suggest: suggester(),
    foundOn: findings.on,
  };
  const inferred = inferTypes(pages, index);
  const types = buildTypes(described, inferred, docs);
  const table = typeTable(types, docs.enums);
  const context = {
    docs,
    types: table,
    subjectOf: subjectsOf(described),
    idOf: operationIds(pages),
    permissionNames: options.permissionNames && new Set(options.permissionNames),
  };
  const drafts = mapPages(pages, pathOf, (page) => operationsOf(page, context).map(withSentNulls))
    .flat()
    .sort((a, b) => compareText(a.operation.id, b.operation.id));
  const bodies = drafts.flatMap(({ operation, exchanges }) =>
    exchanges.flatMap((exchange) => bodiesOf(exchange, operation)),
  );
  const finished = withNulls(types, bodies, table);
  const operations = withExamples(drafts, docs, typeTable(finished, docs.enums));
  reportMissing(pages, operations, finished, docs);
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    operations,
    types: finished,
    enums: [...docs.enums.values()].sort((a, b) => compareText(a.name, b.name)),
    findings: findings.sorted(pages.flatMap((page) => page.findings)),
  };
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

function namesByPage(described: readonly TypeOnPage[]): ReadonlyMap<Page, readonly string[]> {
  const names = new Map<Page, readonly string[]>();
  for (const { page, name, main } of described)
    names.set(page, main ? [name, ...(names.get(page) ?? [])] : [...(names.get(page) ?? []), name]);
  return names;
}

function subjectsOf(described: readonly TypeOnPage[]): SubjectOf {
  const main = described.filter((one) => one.main);
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

function withSentNulls(draft: OperationDraft): OperationDraft {
  const { operation, exchanges } = draft;
  if (!operation.body) return draft;
  const body = bodyWithNulls(
    operation.body,
    exchanges.flatMap((exchange) => bodiesOf(exchange, operation)),
  );
  return { ...draft, operation: { ...operation, body } };
}

function withExamples(
  drafts: readonly OperationDraft[],
  docs: Docs,
  types: ReturnType<typeof typeTable>,
): readonly Operation[] {
  return mapPages(
    drafts,
    ({ operation }) => operation.page,
    ({ operation, exchanges }) => ({ ...operation, examples: examplesOf(operation, exchanges, docs, types) }),
  );
}

/** The host and version that most absolute URLs of calls have; one with a version goes before all without. */
function baseUrlOf(pages: readonly Page[]): string | undefined {
  const counts = new Map<string, { versioned: boolean; count: number }>();
  const called = pages.flatMap(({ examples }) => examples).filter(({ request }) => !request.annotation?.opaqueUrl);
  const urls = [...called.map(({ request }) => request.url), ...pages.flatMap(targetsOf)];
  for (const url of urls) {
    const { base, versioned } = baseOf(url) ?? { base: "", versioned: false };
    if (base !== "") counts.set(base, { versioned, count: (counts.get(base)?.count ?? 0) + 1 });
  }
  const sorted = [...counts].sort(
    ([a, one], [b, other]) =>
      Number(other.versioned) - Number(one.versioned) || other.count - one.count || compareText(a, b),
  );
  return sorted[0]?.[0];
}

function targetsOf({ requests }: Page): readonly string[] {
  return requests.map(({ target }) => target);
}
