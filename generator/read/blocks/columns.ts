/** The one decision what a table is: which column holds what, and what its rows describe. Made from header row and heading, once. */
import { columnWords, OTHER_OWNER, PLACE_COLUMNS } from "../../dialect/column-words.js";
import type { Row } from "../page.js";

/** Which column holds what; undefined where the table has no such column. */
export interface Columns {
  readonly name: number;
  readonly type: number | undefined;
  readonly description: number | undefined;
  readonly required: number | undefined;
  readonly nullable: number | undefined;
  readonly location: number | undefined;
  readonly default: number | undefined;
  /** How many the header has. */
  readonly width: number;
}

/** What the rows of a table describe, where its section makes a promise of that. */
export type RowRole = "property" | "parameter" | "header";

/** Finds the columns by the words in the header row. */
export function columnsOf(header: readonly string[]): Columns {
  const name = nameColumn(header);
  const find = (word: RegExp): number | undefined => {
    const index = header.findIndex((column, at) => at !== name && word.test(column));
    return index < 0 ? undefined : index;
  };
  const value = columnWords.value.test(header[name] ?? "") ? undefined : find(columnWords.value);
  const described = find(columnWords.description);
  const type = header.findIndex((column, index) => index !== name && isTypeColumn(column));
  const fallback = find(columnWords.default);
  return {
    name,
    type: type >= 0 ? type : described === undefined ? undefined : value,
    description: described ?? value ?? lastColumn(header, [name, type, fallback ?? -1]),
    required: find(columnWords.required),
    nullable: find(columnWords.nullable),
    location: find(columnWords.location),
    default: fallback,
    width: header.length,
  };
}

/** Whether a column says what types the things are of. */
export function isTypeColumn(column: string): boolean {
  return columnWords.type.test(column) && !columnWords.permissionType.test(column);
}

/** The first column, unless its header says that it holds something else and that of another that it holds names. */
function nameColumn(header: readonly string[]): number {
  const [first = ""] = header;
  const { name, permissionType, type, description, required, default: fallback } = columnWords;
  const isName = name.test(first) && !permissionType.test(first);
  const isOther = [permissionType, type, description, required, fallback].some((word) => word.test(first));
  return isName || !isOther
    ? 0
    : Math.max(
        header.findIndex((column) => name.test(column)),
        0,
      );
}

/** The last column describes when no header says so. */
function lastColumn(header: readonly string[], taken: readonly number[]): number | undefined {
  const last = header.length - 1;
  return last > 0 && !taken.includes(last) ? last : undefined;
}

/**
 * Whether the rows of a table are what its section promises: a typed row or the header says so. Tables of values, samples or another thing's
 * properties stand in the same sections; `isFirst` of a section is about its subject, whatever its heading says.
 */
export function keepsPromise(
  role: RowRole,
  table: { readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly Row[] },
  isFirst: boolean,
): boolean {
  if (role === "header") return true;
  if (role === "property" && !isFirst && OTHER_OWNER.test(table.heading)) return false;
  const named = table.columns[columnsOf(table.columns).name] ?? "";
  return (
    table.rows.some(({ type }) => type !== undefined && type.text !== "") ||
    columnWords[role === "property" ? "property" : "parameter"].test(named) ||
    (role === "parameter" && PLACE_COLUMNS.some(([, words]) => words.test(named)))
  );
}
