/** What became of lines: the facts of the model by the page and the line that they stand on, for whoever looks at a page. */
import { shortName } from "../shared/names.js";
import type { LineSymbol } from "../shared/ledger.js";
import { writeTemplate } from "../shared/odata/segments.js";
import { lineOnPage } from "../shared/place.js";
import type { Api, EnumType, ObjectType, Operation } from "./api.js";

type Tell = (page: string | undefined, line: number | undefined, symbol: string) => void;

/** By page, in the order of lines. Facts that come from included files are left out: those are pages of nobody. */
export function symbolsOf(api: Api): ReadonlyMap<string, readonly LineSymbol[]> {
  const all = new Map<string, Map<string, LineSymbol>>();
  const tell: Tell = (page, line, symbol) => {
    if (page === undefined || line === undefined) return;
    const own = all.get(page) ?? new Map<string, LineSymbol>();
    own.set(`${line} ${symbol}`, [line, symbol]);
    all.set(page, own);
  };
  for (const type of api.types) tellType(type, tell);
  for (const each of api.enums) tellEnum(each, tell);
  for (const operation of api.operations) tellOperation(operation, tell);
  return new Map([...all].map(([page, own]) => [page, [...own.values()].sort(([a], [b]) => a - b)]));
}

function tellType({ name, pages, place, properties }: ObjectType, tell: Tell): void {
  tell(pages[0], lineOnPage(place), shortName(name));
  for (const property of properties)
    tell(property.page, lineOnPage(property.place), `${shortName(name)}.${property.name}`);
}

function tellEnum({ name, pages, place, members }: EnumType, tell: Tell): void {
  tell(pages[0], lineOnPage(place), shortName(name));
  for (const member of members) tell(member.page, lineOnPage(member.place), `${shortName(name)}.${member.name}`);
}

function tellOperation({ id, page, method, lines, routes, rows, permissions, examples }: Operation, tell: Tell): void {
  tell(page, lines?.title, id);
  for (const { path, place } of routes) tell(page, lineOnPage(place), `${method} ${writeTemplate(path)}`);
  for (const [symbol, line] of Object.entries(rows ?? {})) tell(page, line, symbol);
  for (const table of permissions)
    for (const [account, line] of Object.entries(table.lines ?? {}))
      if (table.file === undefined) tell(page, line, `permissions.${account}`);
  for (const { name, place } of examples) tell(page, lineOnPage(place), name);
}
