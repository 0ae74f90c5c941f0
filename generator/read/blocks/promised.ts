/** Tables that a section promises: each of their rows is a name with what is said of it, or known to be none, or a finding. */
import type { Table as TableNode } from "mdast";
import { finding } from "../../findings/rules.js";
import { unreadTable } from "../../findings/unread-table.js";
import { NO_ROWS, PLACE_WORDS } from "../../dialect/column-words.js";
import { columnsOf, isTypeColumn, keepsPromise, type RowRole } from "./columns.js";
import type { Account } from "./account.js";
import { namesInCell } from "./name-cell.js";
import { placeOf } from "../markdown/origin.js";
import type { Prose, Row, Table } from "../page.js";
import type { TextContext } from "../markdown/prose.js";
import { goesOn, isHeadingRow, plain, readRows, withWords, type RowOfNode } from "./table.js";

/** `$filter with any operator`: not a name, but what is known of every list. */
const OPTION = /^\$\w+ /;
const HEADER_NAME = /^[_*]*[A-Za-z][A-Za-z\d-]*(?:[_*:\s]|$)/;

/** Reads a table below `heading`; undefined when its rows describe something else. What cannot be read is reported to `account`. */
export function readPromised(
  node: TableNode,
  heading: string,
  role: RowRole,
  isFirst: boolean,
  context: TextContext,
  account: Account,
): Table | undefined {
  const table = readRows(node, heading, context);
  const place = placeOf(node);
  if (!keepsPromise(role, table, isFirst)) {
    const isTyped = columnsOf(table.columns).name !== undefined && table.columns.slice(1).some(isTypeColumn);
    const values = unreadTable(isTyped ? "heading" : "columns", table);
    account.findings.push(finding("unread-table", account.page, place, heading, values));
    for (const row of table.rows) account.markRow(row.node, "unread");
    return undefined;
  }
  // which is a finding already
  const isStump = ({ node: row }: RowOfNode): boolean => row.children.length === 1 && table.columns.length > 1;
  const read: { readonly row: Row; readonly more: Prose[] }[] = [];
  for (const row of table.rows) {
    const last = read.at(-1);
    if (role === "parameter" && isWholeBody(row)) {
      read.push({ row: plain(row), more: [] });
      account.markRow(row.node, "fact");
    } else if (row.name.text === "" && last !== undefined) {
      if (row.description !== undefined) last.more.push(row.description);
      account.markRow(row.node, "fact");
    } else
      read.push(...promisedRows(row, role, isStump(row), context, account).map((first) => ({ row: first, more: [] })));
  }
  const rows = read.map(({ row, more }) => withWords(goesOn(row, more)));
  return { heading: table.heading, columns: table.columns, rows, place };
}

/** `| | Body | [Ship](ship.md) | What to build. |`: it needs no name. */
function isWholeBody({ name, location, type }: Row): boolean {
  const named = type?.expression !== undefined && type.expression.kind !== "resolved";
  return (
    name.text === "" &&
    named &&
    PLACE_WORDS.some(([kind, words]) => kind === "body" && words.test(location?.text ?? ""))
  );
}

function promisedRows(row: RowOfNode, role: RowRole, isStump: boolean, context: TextContext, account: Account): Row[] {
  const { text } = row.name;
  if (text === "" || NO_ROWS.test(text) || isHeadingRow(row.node) || (role === "parameter" && OPTION.test(text))) {
    account.markRow(row.node, "known");
    return [];
  }
  const names = role === "header" ? (HEADER_NAME.test(text) ? [text] : []) : namesInCell(row.cell, context);
  account.markRow(row.node, names.length === 0 ? "unread" : "fact");
  if (names.length === 0 && !isStump)
    account.findings.push(finding("unread-row", account.page, row.name.place, text, { text }));
  return names.map((name) => ({ ...plain(row), name: { ...row.name, text: name } }));
}
