/** What a permission table says of each account, a cell each, whichever way it lies. */
import type { Table as TableNode, TableCell, TableRow } from "mdast";
import { accountNames, type AccountType } from "../../dialect/account-words.js";
import { finding, type Finding } from "../../findings/rules.js";
import { readGrant } from "./grant.js";
import { placeOf } from "../markdown/origin.js";
import { linesOf, textOf, type TextContext } from "../markdown/prose.js";

/** What reading a table needs to know of its page, and where its findings go. */
export interface PermissionReading {
  readonly page: string;
  readonly context: TextContext;
  readonly accountOf: AccountOf;
  readonly findings: Finding[];
  /** What a `*` behind a name stands for, where the section explains it. */
  readonly footnote: string | undefined;
}

/** The account that words name: fewer do where a section says that it lists permissions. */
export type AccountOf = (label: string) => AccountType | undefined;

/** A cell and what it is about. */
export interface Entry {
  readonly account: AccountType;
  readonly scenario: string;
  readonly higher: boolean;
  readonly node: TableCell;
}

/** How columns for the order of power are headed. */
export const LEAST = /^least privileged/i;
export const HIGHER = /^(?:higher|more|other) privileged/i;
const ORDER = / ?\((?:from |least|most)/i;
const NOTES = /^(?:notes?|comments?|remarks?|descriptions?)\b/i;
const HEADING_WORDS = /^permissions?(?: required| needed)?(?: for)?\s*|^for (?:the )?/i;
const COLON = /[:.]$/;

/** True when accounts head the columns: each row is then a scenario. */
export function hasAccountColumns(header: readonly string[], accountOf: AccountOf): boolean {
  return header.filter((column) => accountOf(column) !== undefined).length > 1;
}

/** `Permissions acting on self` → `acting on self`; `For users:` → `users`. */
export function withoutLeadingWords(heading: string): string {
  return heading.replace(HEADING_WORDS, "").replace(COLON, "").trim();
}

/** `| Permission type | Permissions |`: a row an account; a row without one is a scenario of the account above. */
export function rowEntries(table: TableNode, header: readonly string[], reading: PermissionReading): Entry[] {
  const columns = grantColumns(table, header, reading.context);
  const several = columns.filter(({ text }) => !LEAST.test(text) && !HIGHER.test(text) && text !== "").length > 1;
  const entries: Entry[] = [];
  let account: AccountType | undefined;
  const empty: { account: AccountType; cell: TableCell | undefined }[] = [];
  let opensSubRows = false;
  const rows = table.children.slice(1);
  for (const [at, row] of rows.entries()) {
    const label = labelOf(row.children[0], reading.context);
    const own = reading.accountOf(label);
    if (own !== undefined && isOpen(label)) reading.findings.push(...labelFinding(row.children[0], label, reading));
    const cells = columns.flatMap(({ index, text }) =>
      row.children[index] === undefined ? [] : [{ text, node: row.children[index] }],
    );
    const isBlank = cells.every(({ node }) => node.children.length === 0);
    if (own !== undefined) opensSubRows = isBlank || isLedInto(cells, rows[at + 1], reading);
    account = own ?? (opensSubRows ? account : undefined);
    if (account === undefined) {
      const listed = cells.map(({ node }) => textOf(node, reading.context)).join(" | ");
      reading.findings.push(...rowFinding(row.children[0], label, `no account is called so: ${listed}`, reading));
      continue;
    }
    if (own !== undefined && opensSubRows) empty.push({ account: own, cell: row.children[0] });
    if (own !== undefined && opensSubRows && !isBlank) continue;
    for (const { text, node } of cells) {
      const scenario = both(several ? withoutLeadingWords(withoutOrder(text)) : "", own === undefined ? label : "");
      entries.push({ account, scenario, higher: HIGHER.test(text), node });
    }
  }
  for (const { account, cell } of empty) {
    if (entries.some((entry) => entry.account === account && entry.scenario !== "")) continue;
    reading.findings.push(...rowFinding(cell, accountNames[account], "the cell is empty", reading));
  }
  return entries;
}

/** "Varies by context": words that name no permission, above a row of no account that names some. */
function isLedInto(
  cells: readonly { readonly node: TableCell }[],
  next: TableRow | undefined,
  { context, accountOf }: PermissionReading,
): boolean {
  const [label, ...others] = next?.children ?? [];
  const names = (node: TableCell): boolean => isGrant(linesOf(node, context));
  const isScenario = label !== undefined && accountOf(labelOf(label, context)) === undefined && others.some(names);
  return isScenario && !cells.some(({ node }) => names(node));
}

/** The columns behind the first that grant: not those of notes, nor `Display name`, whose cells name nothing where another's do. */
function grantColumns(
  { children: [, ...rows] }: TableNode,
  header: readonly string[],
  context: TextContext,
): readonly { readonly index: number; readonly text: string }[] {
  const columns = header.flatMap((text, index) => (index === 0 || NOTES.test(text) ? [] : [{ index, text }]));
  if (columns.length < 2) return columns;
  const grants = (index: number): boolean =>
    rows.some(({ children: { [index]: cell } }) => cell !== undefined && isGrant(linesOf(cell, context)));
  const granting = columns.filter(({ index, text }) => LEAST.test(text) || HIGHER.test(text) || grants(index));
  return granting.length === 0 ? columns : granting;
}

function isGrant(lines: readonly string[]): boolean {
  return readGrant(lines).some(({ grant }) => grant !== undefined);
}

/** A header without `(from least to most privileged)`, be the parenthesis closed or not. */
function withoutOrder(header: string): string {
  const start = header.search(ORDER);
  if (start < 0) return header;
  const end = header.indexOf(")", start);
  return header.slice(0, start) + (end < 0 ? "" : header.slice(end + 1));
}

function isOpen(label: string): boolean {
  return label.includes("(") && !label.includes(")");
}

function labelFinding(cell: TableCell | undefined, label: string, { page }: PermissionReading): Finding[] {
  const place = cell && placeOf(cell.children[0] ?? cell);
  return place === undefined ? [] : [finding("account-label", page, place, label, { label })];
}

function rowFinding(cell: TableCell | undefined, account: string, text: string, reading: PermissionReading): Finding[] {
  if (cell === undefined || account === "") return [];
  return [
    finding("permission-unreadable", reading.page, placeOf(cell.children[0] ?? cell), account, { account, text }),
  ];
}

/** `| Supported resource | Delegated (…) | Application |`: a row a scenario. */
export function columnEntries(
  table: TableNode,
  header: readonly string[],
  { context, accountOf }: PermissionReading,
): Entry[] {
  const isLabelled = accountOf(header[0] ?? "") === undefined;
  return table.children.slice(1).flatMap((row) => {
    const scenario = isLabelled ? labelOf(row.children[0], context) : "";
    return header.flatMap((column, index): Entry[] => {
      const account = accountOf(column);
      const node = row.children[index];
      return account === undefined || node === undefined || node.children.length === 0
        ? []
        : [{ account, scenario, higher: false, node }];
    });
  });
}

/** Words of a row's first cell. */
export function labelOf(cell: TableCell | undefined, context: TextContext): string {
  return cell === undefined ? "" : textOf(cell, context);
}

/** Two parts of a name, of which any may be missing. */
export function both(first: string, second: string): string {
  return [first, second].filter((part) => part !== "").join(", ");
}
