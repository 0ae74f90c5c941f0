/** What the row of a table claims about what it describes. */
import type { Page, Row, Statement } from "../../read/page.js";
import type { Evidence, TypeRef } from "../api.js";
import { listedNull } from "./enums.js";

/** What a row says of null: in words, in the type cell, or among the values that it lists. */
export function nullClaims(row: Row, page: Page): readonly Evidence<boolean>[] {
  const said = row.says?.nullable;
  const place = (row.description ?? row.name).place;
  const about = { about: "nullable", page: page.path } as const;
  const cell = row.type?.nullable ? row.type : undefined;
  const listed = said === undefined ? listedNull(row.name.text, page) : undefined;
  return [
    ...(said ? [{ ...about, ...said, from: "words", place } as const] : []),
    ...(cell
      ? [{ ...about, says: true, from: "cell", because: `the type cell says ${cell.text}`, place: cell.place } as const]
      : []),
    ...(listed
      ? [{ ...about, says: true, from: "words", because: "null stands among its values", place: listed } as const]
      : []),
  ];
}

/** Whether a row says that what it describes must be there: in a column of its own, in words. */
export function requiredClaims(row: Row, page: Page): readonly Evidence<boolean>[] {
  const { requiredColumn: column, required: words } = row.says ?? {};
  const about = ({ says }: Statement): "required" | "optional" => (says ? "required" : "optional");
  const place = (row.description ?? row).place;
  return [
    ...(column
      ? [
          {
            ...column,
            about: about(column),
            from: "column",
            page: page.path,
            place: (row.required ?? row).place,
          } as const,
        ]
      : []),
    ...(words ? [{ ...words, about: about(words), from: "words", page: page.path, place } as const] : []),
  ];
}

/** The same of a type's property: what an answer holds is another question. */
export function creationClaims(row: Row, page: Page): readonly Evidence<boolean>[] {
  return requiredClaims(row, page).map((claim) => ({ ...claim, about: "required to create" }));
}

/** What a row says of writing. */
export function readOnlyClaims(row: Row, page: Page): readonly Evidence<boolean>[] {
  if (!row.description || !row.says?.readOnly) return [];
  const because = "the description says that it is read-only";
  return [{ about: "read-only", says: true, from: "words", because, page: page.path, place: row.description.place }];
}

const TABLE_SAYS = " table says ";

/** The type of a property as its page calls it; undefined where something else decided on it. */
export function writtenType(evidence: readonly Evidence[]): string | undefined {
  const cell = evidence.find(({ about, from, against }) => about === "type" && from === "cell" && !against);
  const at = cell?.because.indexOf(TABLE_SAYS) ?? -1;
  return at < 0 ? undefined : cell?.because.slice(at + TABLE_SAYS.length);
}

/** The type of a row, and which table it stands in. */
export function typeClaims(row: Row, page: Page, type: TypeRef | undefined, navigation: boolean): readonly Evidence[] {
  const table = navigation ? "relationships" : "properties";
  const cell = { from: "cell", page: page.path, place: (row.type ?? row.name).place } as const;
  return [
    ...(type
      ? [{ ...cell, about: "type", says: type, because: `the ${table}${TABLE_SAYS}${row.type?.text ?? ""}` } as const]
      : []),
    ...(navigation
      ? [
          {
            ...cell,
            about: "relationship",
            says: true,
            because: "it stands in the table of relationships",
            place: row.name.place,
          } as const,
        ]
      : []),
  ];
}
