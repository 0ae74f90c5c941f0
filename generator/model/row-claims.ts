/** What the row of a table claims about what it describes. */
import type { Locate } from "../json-locate.js";
import type { Page, Row } from "../read/page.js";
import type { Evidence, TypeRef } from "./api.js";
import { settle, withClaim } from "./claims.js";
import { describe } from "./describe.js";
import { listedNull } from "./enums.js";
import type { NotedType } from "./json-representation.js";
import type { ReadRow } from "./properties.js";
import { differ } from "./resource-json.js";
import { nullWords, requiredCell, requiredWords, saysReadOnly, typeAndNull } from "./wording.js";

/** What a row says of null: in words, in the type cell, or among the values that it lists. */
export function nullClaims(name: string, row: Row, page: Page): readonly Evidence<boolean>[] {
  const said = nullWords(row.description, name);
  const place = (row.description ?? row.name).place;
  const about = { about: "nullable", page: page.path } as const;
  const cell = row.type && typeAndNull(row.type).nullable ? row.type : undefined;
  const listed = said === undefined ? listedNull(name, page) : undefined;
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
  const column = requiredCell(row.required);
  const words = requiredWords(row.description);
  const about = ({ says }: { readonly says: boolean }): "required" | "optional" => (says ? "required" : "optional");
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

/** What a row says of writing. */
export function readOnlyClaims(row: Row, page: Page): readonly Evidence<boolean>[] {
  if (!row.description || !saysReadOnly(row.description)) return [];
  const because = "the description says that it is read-only";
  return [{ about: "read-only", says: true, from: "words", because, page: page.path, place: row.description.place }];
}

/** The type of a row, and which table it stands in. */
export function typeClaims(row: Row, page: Page, type: TypeRef | undefined, navigation: boolean): readonly Evidence[] {
  const table = navigation ? "relationships" : "properties";
  const cell = { from: "cell", page: page.path, place: (row.type ?? row.name).place } as const;
  return [
    ...(type
      ? [{ ...cell, about: "type", says: type, because: `the ${table} table says ${row.type?.text ?? ""}` } as const]
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

/** A row with what the JSON representation claims: its type, where the table gives none or one that cannot be right, and null. */
export function withJson(row: ReadRow, json: NotedType | undefined, { path }: Page, locate: Locate): ReadRow {
  const { property, untyped } = row;
  const speaks = json && (untyped || (json.certain && differ(property.type, json.type)));
  if (!json || !(speaks || json.nullable)) return row;
  const from = { from: "json", page: path, place: locate([property.name]) } as const;
  const because = `the JSON representation shows ${describe(json.type)}`;
  const shown: Evidence<unknown> = { ...from, about: "type", says: json.type, because };
  const isType = ({ about }: Evidence): boolean => about === "type";
  const types = [...property.evidence.filter(isType), ...(speaks ? [shown] : [])];
  const others = property.evidence.filter((one) => !isType(one));
  const nullable = json.nullable
    ? withClaim(others, { ...from, about: "nullable", says: true, because: "the JSON representation shows null" })
    : { value: property.nullable, all: others };
  return {
    ...row,
    untyped: false,
    property: {
      ...property,
      type: untyped ? json.type : property.type,
      nullable: nullable.value,
      evidence: [...(settle(types)?.evidence ?? []), ...nullable.all],
    },
  };
}
