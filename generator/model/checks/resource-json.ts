/** Where the properties table and the JSON representation of a type disagree. */
import { jsonLocator } from "../../shared/json/locate.js";
import { bounds } from "../../shared/bounds.js";
import { typeInWords } from "../describe.js";
import type { Docs } from "../types/docs.js";
import type { NotedType } from "../types/json-representation.js";
import { shortName } from "../../shared/names.js";
import type { ReadRow } from "../types/properties.js";
import type { TypeOnPage } from "../types/type-pages.js";
import { writtenType } from "../types/row-claims.js";
import { differ } from "../types/wire-kind.js";

/** `@odata.etag`; some tables leave out the mark. */
const ANNOTATION = /@|^odata\./;

/** Reports what only one of the two has, and types that cannot both be right. A page with several blocks is not compared. */
export function compareWithJson(
  rows: readonly ReadRow[],
  noted: ReadonlyMap<string, NotedType>,
  part: TypeOnPage,
  docs: Docs,
): void {
  const { page, name } = part;
  const owner = shortName(name);
  const block = part.blocks[0];
  if (block?.body.kind !== "json" || part.blocks.length > 1) return;
  const names = new Set(rows.map((row) => row.property.name.toLowerCase()));
  const onlyInJson = [...noted.keys()].filter((name) => !names.has(name));
  const locate = jsonLocator(block.body);
  const misspelt = new Set<string>();
  for (const { property, inheritedFrom } of rows) {
    const json = noted.get(property.name);
    const shown = json || inheritedFrom || property.navigation || isInherited(property.name, name, docs);
    if (!shown && !ANNOTATION.test(property.name)) {
      const meant = docs.suggest(property.name, () => onlyInJson, page.path);
      if (meant !== undefined) misspelt.add(meant);
      docs.report("property-not-in-json", page.path, property.place, `${owner}.${property.name}`, {
        name: property.name,
        suggestion: meant === undefined ? "" : ` Is ${meant} meant, which it has?`,
      });
    }
    if (json?.certain && differ(property.type, json.type)) {
      docs.report("property-type-differs", page.path, property.place, `${owner}.${property.name}`, {
        name: property.name,
        table: writtenType(property.evidence) ?? typeInWords(property.type),
        json: typeInWords(json.type),
      });
    }
  }
  for (const [property, { path }] of noted) {
    if (
      ANNOTATION.test(property) ||
      names.has(property.toLowerCase()) ||
      misspelt.has(property) ||
      isInherited(property, name, docs)
    )
      continue;
    docs.report("property-not-in-table", page.path, locate(path), `${owner}.${property}`, {
      name: property,
    });
  }
}

/** Whether a base lists the property: a JSON representation may show what the table leaves to the base. */
function isInherited(property: string, type: string, { claimedBases, listed }: Docs): boolean {
  const seen = new Set<string>();
  for (
    let base = claimedBases.get(type);
    base !== undefined && !seen.has(base) && seen.size <= bounds.bases;
    base = claimedBases.get(base)
  ) {
    if (listed.get(base)?.has(property.toLowerCase())) return true;
    seen.add(base);
  }
  return false;
}
