/** One permission table of any shape, as cells of accounts and scenarios. */
import type { Table as TableNode, TableCell } from "mdast";
import { accountNames, accountWords, type AccountType } from "../../dialect/account-words.js";
import { finding, type Finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";
import { placeOfText, placesOf } from "./permission-places.js";
import { joinedCells, readGrant, type GrantWords } from "./grant.js";
import { placeOf } from "../markdown/origin.js";
import type { PermissionCell, PermissionTable } from "../page.js";
import type { TextContext } from "../markdown/prose.js";
import { linesOf, textOf } from "../markdown/prose.js";

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
interface Entry {
  readonly account: AccountType;
  readonly scenario: string;
  readonly higher: boolean;
  readonly node: TableCell;
}

const LEAST = /^least privileged/i;
const HIGHER = /^(?:higher|more|other) privileged/i;
const ORDER = / ?\((?:from |least|most)/i;
const NOTES = /^(?:notes?|comments?|remarks?|descriptions?)\b/i;
const HEADING_WORDS = /^permissions?(?: required| needed)?(?: for)?\s*|^for (?:the )?/i;
const STAR = /\*$/;
const COLON = /[:.]$/;

/** True when accounts head the columns: each row is then a scenario. */
export function hasAccountColumns(header: readonly string[], accountOf: AccountOf): boolean {
  return header.filter((column) => accountOf(column) !== undefined).length > 1;
}

/** `Permissions acting on self` → `acting on self`; `For users:` → `users`. */
export function withoutLeadingWords(heading: string): string {
  return heading.replace(HEADING_WORDS, "").replace(COLON, "").trim();
}

/** Reads one table; `scenario` sets it apart from others on its page. */
export function readPermissionTable(table: TableNode, scenario: string, reading: PermissionReading): PermissionTable[] {
  const header = headerOf(table, reading.context);
  const entries = hasAccountColumns(header, reading.accountOf)
    ? columnEntries(table, header, reading)
    : rowEntries(table, header, reading);
  return group(entries, orderOf(header), scenario, placeOf(table), reading);
}

/** `| Permission type | Permissions |`: a row an account; a row without one is a scenario of the account above. */
function rowEntries(table: TableNode, header: readonly string[], reading: PermissionReading): Entry[] {
  const columns = grantColumns(table, header, reading.context);
  const several = columns.filter(({ text }) => !LEAST.test(text) && !HIGHER.test(text) && text !== "").length > 1;
  const entries: Entry[] = [];
  let account: AccountType | undefined;
  const empty: { account: AccountType; cell: TableCell | undefined }[] = [];
  let opensSubRows = false;
  for (const row of table.children.slice(1)) {
    const label = labelOf(row.children[0], reading.context);
    const own = reading.accountOf(label);
    if (own !== undefined && isOpen(label)) reading.findings.push(...labelFinding(row.children[0], label, reading));
    const cells = columns.flatMap(({ index, text }) =>
      row.children[index] === undefined ? [] : [{ text, node: row.children[index] }],
    );
    if (own !== undefined) opensSubRows = cells.every(({ node }) => node.children.length === 0);
    account = own ?? (opensSubRows ? account : undefined);
    if (account === undefined) {
      const listed = cells.map(({ node }) => textOf(node, reading.context)).join(" | ");
      reading.findings.push(...rowFinding(row.children[0], label, `no account is called so: ${listed}`, reading));
      continue;
    }
    if (own !== undefined && opensSubRows) empty.push({ account: own, cell: row.children[0] });
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
function columnEntries(
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

/** What a table says of each account, in the order of its rows. */
type Cells = Map<AccountType, PermissionCell[]>;

/** One table a scenario; what a table says without a scenario holds in all of them. */
function group(
  entries: readonly Entry[],
  order: PermissionTable["order"],
  scenario: string,
  place: Place,
  reading: PermissionReading,
): PermissionTable[] {
  const tables = new Map<string, { readonly least: Cells; readonly higher: Cells }>();
  for (const entry of entries) {
    for (const statement of readGrant(linesOf(entry.node, reading.context))) {
      const name = both(entry.scenario, statement.scenario ?? "");
      const table = tables.get(name) ?? { least: new Map(), higher: new Map() };
      tables.set(name, table);
      const side = entry.higher ? table.higher : table.least;
      const cells = side.get(entry.account) ?? [];
      side.set(entry.account, cells);
      cells.push(toCell(statement, entry, reading));
    }
  }
  const common = tables.size > 1 ? tables.get("") : undefined;
  if (common !== undefined) tables.delete("");
  return [...tables].map(([name, { least, higher }]) => {
    const whole = both(scenario, name);
    return {
      ...(whole !== "" && { scenario: whole }),
      order,
      ...joined(common?.least),
      ...joined(least),
      ...(order === "columns" && { higher: { ...joined(common?.higher), ...joined(higher) } }),
      place,
    };
  });
}

function joined(cells: Cells = new Map()): Partial<Record<AccountType, PermissionCell>> {
  return Object.fromEntries([...cells].map(([account, all]) => [account, joinedCells(all)]));
}

function toCell(statement: GrantWords, entry: Entry, reading: PermissionReading): PermissionCell {
  const place = placeOf(entry.node.children[0] ?? entry.node);
  const account = accountNames[entry.account];
  const symbol = both(entry.account, both(entry.scenario, statement.scenario ?? ""));
  if (statement.grant?.kind === "undetermined") {
    reading.findings.push(finding("permission-undetermined", reading.page, place, symbol, { account }));
  }
  if (statement.leftover !== undefined) {
    reading.findings.push(
      finding("permission-unreadable", reading.page, placeOfText(entry.node, statement.leftover) ?? place, symbol, {
        account,
        text: statement.leftover,
      }),
    );
  }
  const note = noteOf(statement, reading);
  return {
    ...(statement.grant !== undefined && { grant: statement.grant }),
    ...(note !== undefined && { note }),
    place,
    ...placesOf(statement, entry.node, place),
  };
}

function noteOf({ note, leftover }: GrantWords, { footnote }: PermissionReading): string | undefined {
  const explained = note !== undefined && STAR.test(note) && footnote !== undefined ? `${note}: ${footnote}` : note;
  return [explained, leftover].filter((part) => part !== undefined).join("; ") || undefined;
}

function orderOf(header: readonly string[]): PermissionTable["order"] {
  if (header.some((column) => LEAST.test(column)) && header.some((column) => HIGHER.test(column))) return "columns";
  if (header.some((column) => accountWords.leastFirst.test(column))) return "least-first";
  return header.some((column) => accountWords.mostFirst.test(column)) ? "most-first" : "unknown";
}

/** Words of the header cells. */
export function headerOf(table: TableNode, context: TextContext): string[] {
  return table.children[0]?.children.map((cell) => textOf(cell, context)) ?? [];
}

/** Words of a row's first cell. */
export function labelOf(cell: TableCell | undefined, context: TextContext): string {
  return cell === undefined ? "" : textOf(cell, context);
}

function both(first: string, second: string): string {
  return [first, second].filter((part) => part !== "").join(", ");
}
