/** Property rows and what their words tell: nullable, read-only, required, inherited. */
import { bounds } from "../bounds.js";
import type { Place } from "../findings.js";
import type { Link, Page, Prose, Row, Section } from "../read/page.js";
import type { Evidence, Property, TypeRef } from "./api.js";
import type { Docs } from "./docs.js";
import { markdownOf } from "./markdown.js";
import { qualify } from "./names.js";
import type { TypeIndex } from "./type-index.js";
import { typeOfRow, UNKNOWN } from "./type-ref.js";
import { saysNull } from "./type-text.js";

const SHOWN_OF_NAME = 40;
const NULLABLE =
  /(?<!\bnot |\bnon-?|\bisn't |\bcannot be |\bcan't be )\bnullable\b|\b(?:can|may|might|could|will) be (?:set to )?`?null\b|\b(?:is|are|be|returns?) `?null`? (?:if|when|until|unless|for|otherwise)\b|\bor `?null`?\b/i;
const NOT_NULLABLE = /\b(?:not|non)-?\s?nullable\b|\b(?:cannot|can't|must not|never) be `?null\b/i;
const READ_ONLY = /(?<!\bnot )\bread[- ]?only\b/i;
const KEY = /(?:^|[.\s])Key\.(?:\s|$)/;
const REQUIRED = /(?:^|[.;>)]\s*)\(?required\)?(?:[.;]|$|\s+(?:on|when|for|to) (?:create|creating|creation|post)\b)/i;
const INHERITED = /(?<!\bare )inherited from\s+(?:the\s+)?(?:\*\*|`)?\[?([\w.]+)/i;
const DEPRECATED = /^(?:\W*\[?\(?deprecated\b|this property (?:is|has been) deprecated)/i;

/** A row read, with the type it says it is inherited from. */
export interface ReadRow {
  readonly property: Property;
  readonly inheritedFrom?: { readonly name: string; readonly place: Place };
  /** The type cell was missing or unreadable. */
  readonly untyped: boolean;
  readonly key: boolean;
}

/** The rows of a section that name a property; a row without an own type cell and with prose for a name is a stray line. */
export function readRows(
  section: Section | undefined,
  page: Page,
  owner: string,
  navigation: boolean,
  docs: Docs,
): readonly ReadRow[] {
  const rows: ReadRow[] = [];
  for (const table of section?.tables ?? []) {
    for (const row of table.rows) {
      const read = readRow(row, page, owner, navigation, docs);
      if (read) rows.push(read);
    }
  }
  return rows;
}

/** What the words of a row tell. */
export function signals({ description, type }: Partial<Record<"description" | "type", Prose | undefined>>): {
  readonly nullable?: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly key: boolean;
} {
  const text = description?.text ?? "";
  const said = NOT_NULLABLE.test(text) ? false : NULLABLE.test(text) ? true : undefined;
  const nullable = said ?? ((type && saysNull(type)) || undefined);
  return {
    ...(nullable === undefined ? {} : { nullable }),
    readOnly: READ_ONLY.test(text),
    required: REQUIRED.test(text),
    key: KEY.test(text),
  };
}

function readRow(row: Row, page: Page, owner: string, navigation: boolean, docs: Docs): ReadRow | undefined {
  const name = row.name.text;
  if (!row.type && !row.description) return undefined;
  if (isTooLong(name, row.name.place, page, docs)) return undefined;
  const type = typeOfRow({ row, page, owner }, docs);
  const says = signals(row);
  const inherited = inheritedFrom(row.description, page, docs);
  return {
    property: {
      name,
      type: type ?? UNKNOWN,
      description: row.description ? markdownOf([row.description], page) : "",
      navigation,
      nullable: says.nullable === true,
      required: false,
      readOnly: says.readOnly,
      ...deprecation(row),
      evidence: evidenceOf(row, page, type, navigation, says),
      page: page.path,
      place: row.place,
    },
    ...(inherited ? { inheritedFrom: inherited } : {}),
    untyped: type === undefined,
    key: says.key,
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

function deprecation(row: Row): { readonly deprecated?: string } {
  const said = /deprecated/i.test(row.name.markdown) || DEPRECATED.test(row.description?.text ?? "");
  return said ? { deprecated: row.description?.text || "Deprecated." } : {};
}

function evidenceOf(
  row: Row,
  page: Page,
  type: TypeRef | undefined,
  navigation: boolean,
  says: ReturnType<typeof signals>,
): readonly Evidence[] {
  const at = (about: string, because: string, prose: Prose | undefined): Evidence => ({
    about,
    because,
    page: page.path,
    place: (prose ?? row.name).place,
  });
  const byType = says.nullable === true && signals({ ...row, type: undefined }).nullable === undefined;
  return [
    ...(type
      ? [at("type", `the ${navigation ? "relationships" : "properties"} table says ${row.type?.text ?? ""}`, row.type)]
      : []),
    ...(navigation ? [at("relationship", "it stands in the table of relationships", row.name)] : []),
    ...(says.nullable === undefined
      ? []
      : [
          at(
            "nullable",
            byType
              ? "the type cell says that it can be null"
              : `the description says that it ${says.nullable ? "can be" : "is never"} null`,
            byType ? row.type : row.description,
          ),
        ]),
    ...(says.readOnly ? [at("read-only", "the description says that it is read-only", row.description)] : []),
  ];
}

function inheritedFrom(description: Prose | undefined, page: Page, docs: Docs): ReadRow["inheritedFrom"] {
  const name = description && INHERITED.exec(description.text)?.[1]?.replace(/\.$/, "");
  if (!description || !name) return undefined;
  const link = description.links.find((candidate) => candidate.text === name);
  return {
    name: typeNameOf(link ?? { text: name, url: "", place: description.place }, page, docs.index),
    place: description.place,
  };
}

/** Qualified name of the object type that a link means, documented or not. */
export function typeNameOf(link: Link, page: Page, index: TypeIndex): string {
  const found = link.url === "" ? index.byName(link.text, page) : index.byLink(link, page);
  return found?.kind === "object" ? found.name : qualify(link.text.replace(/^#/, ""), page.namespace);
}
