/** Tables that say the type of a thing behind its name: "`id` *string*" in the cell of the name becomes two cells. */
import { toString } from "mdast-util-to-string";
import type { PhrasingContent, Table, TableCell, TableRow } from "mdast";
import { columnWords } from "../../dialect/column-words.js";
import { isTypeColumn } from "./columns.js";

/** Gives the table a column of types, where most cells of names hold some and no column does. */
export function withTypeColumn(table: Table): void {
  const [header, ...rows] = table.children;
  const names = header?.children.map((cell) => toString(cell).trim()) ?? [];
  if (header === undefined || !columnWords.property.test(names[0] ?? "") || names.some(isTypeColumn)) return;
  const types = rows.map(typeBehindName);
  if (rows.length === 0 || types.filter((type) => type !== undefined).length * 2 <= rows.length) return;
  header.children.splice(1, 0, cellOf([{ type: "text", value: "Type" }], header.children[0]));
  for (const [index, row] of rows.entries()) {
    const [first] = row.children;
    const type = types[index] ?? [];
    if (first === undefined) continue;
    row.children.splice(1, 0, cellOf(type, first));
    first.children.splice(first.children.length - type.length, type.length);
  }
}

/** What stands in italics, or in brackets, behind a name in code or bold. */
function typeBehindName({ children: [cell] }: TableRow): PhrasingContent[] | undefined {
  const [name, ...rest] = cell?.children ?? [];
  if (name?.type !== "inlineCode" && name?.type !== "strong") return undefined;
  const type = rest.filter((node) => node.type !== "break" && toString(node).trim() !== "");
  const [only] = type;
  return type.length === 1 && only?.type === "emphasis" && rest.at(-1) === only ? [only] : undefined;
}

/** A cell that stands where its content, or the cell beside it, stands. */
export function cellOf(children: PhrasingContent[], beside: TableCell | undefined): TableCell {
  const position = children[0]?.position ?? beside?.position;
  return { type: "tableCell", children, ...(position && { position }), ...(beside?.data && { data: beside.data }) };
}
