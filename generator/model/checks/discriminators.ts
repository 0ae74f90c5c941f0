/** Types that objects in examples say they are, and no page describes. */
import { locateJson } from "../../shared/json/locate.js";
import { isObject } from "../../shared/json/json.js";
import type { Body, Page } from "../../read/page.js";
import { scalarType } from "../../dialect/scalar-names.js";
import { shortName } from "../../shared/names.js";
import { asked } from "../../shared/suggest.js";
import type { OperationDraft } from "../operations/draft.js";
import type { Docs } from "../types/docs.js";
import type { TypeTable } from "../types/type-table.js";

const KEY = "@odata.type";
const COLLECTION = /^#?collection\((.*)\)$/i;
const NAME = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/;

interface Named {
  readonly written: string;
  readonly path: readonly (string | number)[];
  readonly key: string;
}

/** Findings `discriminator-unknown`: once for each name on a page. */
export function reportDiscriminators(drafts: readonly OperationDraft[], docs: Docs, types: TypeTable): void {
  const described = [...types.types.values()].filter(({ inferred }) => !inferred).map(({ name }) => name);
  const namespaces = new Set(described.map(namespaceOf));
  const seen = new Set<unknown>();
  for (const { page, exchanges } of drafts) {
    const told = new Set<string>();
    for (const { pair, response } of exchanges)
      for (const body of [pair.request.body, response?.body]) {
        if (body?.kind !== "json" || seen.has(body)) continue;
        seen.add(body);
        reportBody(body, page, { docs, types, described, namespaces, told });
      }
  }
}

interface Known {
  readonly docs: Docs;
  readonly types: TypeTable;
  /** Names of the types that pages describe. */
  readonly described: readonly string[];
  /** Of the documented types, lower-cased: what stands in others is of another API. */
  readonly namespaces: ReadonlySet<string>;
  readonly told: Set<string>;
}

function reportBody(
  body: Extract<Body, { kind: "json" }>,
  page: Page,
  { docs, types, described, namespaces, told }: Known,
): void {
  for (const { written, path, key } of namesIn(body.value, [])) {
    const name = (COLLECTION.exec(written)?.[1] ?? written).replace("#", "");
    const isOther = !NAME.test(name) || !namespaces.has(namespaceOf(name)) || scalarType(name) !== undefined;
    const found = docs.index.byName(name, page);
    const isDescribed = found !== undefined && types.types.get(found.name)?.inferred !== true;
    if (isOther || isDescribed || told.has(name)) continue;
    told.add(name);
    const meant = docs.suggest(name, () => described, page.path);
    const values = { name: shortName(name), key, suggestion: asked(meant) };
    docs.report("discriminator-unknown", page.path, locateJson(body, path), name, values);
  }
}

function namespaceOf(name: string): string {
  return name.slice(0, name.lastIndexOf(".")).toLowerCase();
}

function namesIn(value: unknown, path: readonly (string | number)[]): readonly Named[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => namesIn(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === KEY && typeof inner === "string"
      ? [{ written: inner, path: [...path, key], key }]
      : namesIn(inner, [...path, key]),
  );
}
