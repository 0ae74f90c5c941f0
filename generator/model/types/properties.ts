/** Property rows and what their words tell: nullable, read-only, required, inherited. */
import { bounds } from "../../shared/bounds.js";
import type { Place } from "../../shared/place.js";
import type { Link, Page, Row, Section } from "../../read/page.js";
import type { Property } from "../api.js";
import { settleFlag } from "../claims.js";
import type { Docs } from "./docs.js";
import { saidBy } from "../said.js";
import { qualify } from "../names.js";
import { creationClaims, nullClaims, readOnlyClaims, typeClaims } from "./row-claims.js";
import type { TypeIndex } from "./type-index.js";
import { typeOfRow, UNKNOWN } from "./type-ref.js";

const SHOWN_OF_NAME = 40;

/** A row read, with the type it says it is inherited from. */
export interface ReadRow {
  readonly property: Property;
  readonly inheritedFrom?: { readonly name: string; readonly place: Place };
  /** The type cell was missing or unreadable. */
  readonly untyped: boolean;
  readonly key: boolean;
}

/** The rows of a section that name a property; a row without an own type cell and with prose for a name is a stray line. */
export function readPropertyRows(
  section: Section | undefined,
  page: Page,
  owner: string,
  navigation: boolean,
  docs: Docs,
): readonly ReadRow[] {
  return propertyRows(section).flatMap((row) => readPropertyRow(row, page, owner, navigation, docs) ?? []);
}

/** The rows of a section that are about the properties of its type. */
export function propertyRows(section: Section | undefined): readonly Row[] {
  return (section?.tables ?? []).flatMap(({ rows }) => rows);
}

function readPropertyRow(row: Row, page: Page, owner: string, navigation: boolean, docs: Docs): ReadRow | undefined {
  const name = row.name.text;
  if (!row.type && !row.description) return undefined;
  if (isTooLong(name, row.name.place, page, docs)) return undefined;
  const type = typeOfRow({ row, page, owner }, docs);
  const nullable = settleFlag(nullClaims(row, page));
  const readOnly = settleFlag(readOnlyClaims(row, page));
  const toCreate = settleFlag(creationClaims(row, page));
  const base = row.inheritedFrom;
  return {
    property: {
      name,
      type: type ?? UNKNOWN,
      description: row.description ? saidBy([row.description], page) : [],
      navigation,
      nullable: nullable.value,
      required: false,
      readOnly: readOnly.value,
      ...(row.says?.deprecated && { deprecated: row.description?.text || "Deprecated." }),
      evidence: [
        ...typeClaims(row, page, type, navigation),
        ...nullable.evidence,
        ...readOnly.evidence,
        ...toCreate.evidence,
      ],
      page: page.path,
      place: row.place,
    },
    ...(base ? { inheritedFrom: { name: typeNameOf(base, page, docs.index), place: base.place } } : {}),
    untyped: type === undefined,
    key: row.says?.key === true,
  };
}

/** Whether a name is longer than any; then it is left out, with a finding. */
export function isTooLong(name: string, place: Place, page: Page, { report }: Pick<Docs, "report">): boolean {
  if (name.length <= bounds.nameLength) return false;
  report("over-bound", page.path, place, name.slice(0, bounds.nameLength), {
    what: `The name ${name.slice(0, SHOWN_OF_NAME)}…`,
    actual: `${name.length} characters`,
    limit: String(bounds.nameLength),
  });
  return true;
}

/** Qualified name of the object type that a link means, documented or not. */
export function typeNameOf(link: Link, page: Page, index: TypeIndex): string {
  const found = link.url === "" ? index.byName(link.text, page) : index.byLink(link, page);
  return found?.kind === "object" ? found.name : qualify(link.text.replace(/^#/, ""), page.namespace);
}
