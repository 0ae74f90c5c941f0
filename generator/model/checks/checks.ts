/** The checks: what the parts of pages say against each other and against what was settled. Nothing is decided here. */
import type { Page } from "../../read/page.js";
import type { ObjectType } from "../api.js";
import { isRoot } from "../types/bases.js";
import { reportPage, reportResponse } from "./contradictions.js";
import type { Docs } from "../types/docs.js";
import { reportMissing } from "./missing.js";
import { shortName } from "../../shared/names.js";
import type { OperationDraft } from "../operations/draft.js";
import { compareWithJson } from "./resource-json.js";
import type { ReadPart } from "../types/resource.js";
import { reportSpellings } from "./spellings.js";
import { reportDescriptions } from "./descriptions.js";
import { reportDiscriminators } from "./discriminators.js";
import { reportHeaders } from "./headers.js";
import { reportHosts } from "./hosts.js";
import { reportMethods } from "./methods.js";
import { reportSamples } from "./type-samples.js";
import { reportUntold } from "./untold.js";
import { reportRedirected } from "./redirected.js";
import { reportVersions } from "./versions.js";
import type { TypeTable } from "../types/type-table.js";
import type { Report } from "../../findings/collect.js";

/** What is settled when the checks run; only examples come after, which are compared with it one by one. */
export interface SettledDocs {
  readonly pages: readonly Page[];
  readonly types: readonly ObjectType[];
  readonly parts: readonly ReadPart[];
  readonly drafts: readonly OperationDraft[];
  readonly table: TypeTable;
  /** The address that all calls have in common. */
  readonly baseUrl: string | undefined;
}

export function runChecks({ pages, types, parts, drafts, table, baseUrl }: SettledDocs, docs: Docs): void {
  const { report } = docs;
  const byPage = groupByPage(drafts);
  const operationsOn = new Map([...byPage].map(([path, all]) => [path, all.map(({ operation }) => operation)]));
  for (const page of pages) {
    const operations = operationsOn.get(page.path) ?? [];
    reportPage(page, operations, report);
    reportUntold(page, report);
    if (page.anchor === undefined) reportHeaders(page, operations, report);
  }
  for (const { page, operation, stated, responses } of drafts)
    reportResponse(page, operation.id, stated, responses, report);
  for (const { part, rows, noted } of parts)
    if (rows.length > 0 && noted.size > 0) compareWithJson(rows, noted, part, docs);
  for (const { part } of parts) {
    reportDescriptions(part, report);
    reportSamples(part, table, docs);
  }
  for (const type of types) reportBases(type, report);
  reportMethods(pages, operationsOn, docs, table);
  reportRedirected(drafts, docs);
  reportVersions(drafts, baseUrl, report);
  reportHosts(drafts, baseUrl, report);
  reportDiscriminators(drafts, docs, table);
  reportSpellings(
    pages,
    parts.map(({ part }) => part),
    report,
  );
  reportMissing(
    pages,
    drafts.map(({ operation }) => operation),
    types,
    docs,
  );
}

function groupByPage(drafts: readonly OperationDraft[]): ReadonlyMap<string, readonly OperationDraft[]> {
  const groups = new Map<string, OperationDraft[]>();
  for (const draft of drafts) {
    const group = groups.get(draft.operation.page) ?? [];
    group.push(draft);
    groups.set(draft.operation.page, group);
  }
  return groups;
}

/** Finding `base-differs`: text and annotation name two bases. That everything is based on the root goes without saying. */
function reportBases({ name, evidence = [] }: ObjectType, report: Report): void {
  const claims = evidence.filter(({ about }) => about === "base");
  const written = claims.find(({ from }) => from === "words");
  const annotated = claims.find(({ from }) => from === "annotation");
  if (!written || !annotated || written.says === annotated.says || isRoot(String(annotated.says))) return;
  const values = {
    name: shortName(name),
    annotated: shortName(String(annotated.says)),
    written: shortName(String(written.says)),
  };
  const related = [{ ...annotated.place, page: annotated.page, message: annotated.because }];
  report("base-differs", written.page, written.place, name, values, { related });
}
