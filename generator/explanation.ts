/** What was made of a page: the part of the API that it contributes to. */
import type { Finding } from "./findings/rules.js";
import type { Api, EnumType, ObjectType, Operation } from "./model/api.js";
import type { Plan } from "./plan/plan.js";
import type { Page } from "./read/page.js";

export interface Explanation {
  readonly page: Page;
  /** Name of the dialect that the docs speak. */
  readonly dialect: string;
  /** With the name and the file (relative to the package) of its function. */
  readonly operations: readonly (Operation & { readonly function: string; readonly file: string })[];
  readonly types: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  readonly findings: readonly Finding[];
}

/** Tells of any page what comes from it, in the order that it has in `api` and its `plan`. */
export function explainer(api: Api, plan: Plan): (page: Page) => Explanation {
  const functions = plan.modules.flatMap(({ path, operations }) => {
    return operations.map(({ operation, name }) => ({ ...operation, function: name, file: `src/${path}.ts` }));
  });
  const operations = byPage(functions, ({ page }) => [page]);
  const types = byPage(api.types, pagesOfType);
  const enums = byPage(api.enums, (each) => each.pages);
  const findings = byPage(api.findings, ({ page }) => [page]);
  return (page) => ({
    page,
    dialect: api.dialect,
    operations: operations(page.path),
    types: types(page.path),
    enums: enums(page.path),
    findings: [...findings(page.path), ...page.findings.filter((finding) => finding.page !== page.path)],
  });
}

/** Those that describe it; of one that only examples show, those that have the examples. */
function pagesOfType({ pages, inferred, properties }: ObjectType): readonly string[] {
  return inferred ? [...pages, ...properties.map(({ page }) => page)] : pages;
}

function byPage<T>(all: readonly T[], pagesOf: (one: T) => readonly string[]): (page: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const page of new Set(pagesOf(one))) {
      const group = groups.get(page);
      if (group) group.push(one);
      else groups.set(page, [one]);
    }
  }
  return (page) => groups.get(page) ?? [];
}
