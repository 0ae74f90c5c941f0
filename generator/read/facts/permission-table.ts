/** One permission table of any shape, as cells of accounts and scenarios. */
import type { Table as TableNode } from "mdast";
import { accountNames, accountWords, type AccountType } from "../../dialect/account-words.js";
import { finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";
import { joinedCells, readGrant, type GrantWords } from "./grant.js";
import {
  both,
  columnEntries,
  hasAccountColumns,
  HIGHER,
  LEAST,
  rowEntries,
  type Entry,
  type PermissionReading,
} from "./permission-entries.js";
import { placeOfText, placesOf } from "./permission-places.js";
import { placeOf } from "../markdown/origin.js";
import { headerOf, linesOf } from "../markdown/prose.js";
import type { PermissionCell, PermissionTable } from "../page.js";

const STAR = /\*$/;

/** Reads one table; `scenario` sets it apart from others on its page. */
export function readPermissionTable(table: TableNode, scenario: string, reading: PermissionReading): PermissionTable[] {
  const header = headerOf(table, reading.context);
  const entries = hasAccountColumns(header, reading.accountOf)
    ? columnEntries(table, header, reading)
    : rowEntries(table, header, reading);
  return group(entries, orderOf(header), scenario, placeOf(table), reading);
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
