/** The ledger of a page as text. */
import type { ObjectType, Operation } from "../model/api.js";
import type { Page } from "../read/page.js";

/** What became of the lines; facts with the names that they became. */
export function ledgerLines(page: Page, operations: readonly Operation[], types: readonly ObjectType[]): string[] {
  const named = [
    ...types.flatMap((type) => type.properties.filter((property) => property.page === page.path)),
    ...operations.flatMap(({ routes }) => routes.map(({ documented, place }) => ({ name: documented, place }))),
  ].filter(({ place }) => place.file === undefined);
  return page.ledger.lines.map(([from, to, state]) => {
    const names = named.filter(({ place }) => place.line >= from && place.line <= to).map(({ name }) => name);
    const lines = from === to ? String(from) : `${from}-${to}`;
    return `  ${lines.padEnd(10)}${[state.padEnd(8), ...(state === "fact" ? [[...new Set(names)].join(", ")] : [])].join(" ").trimEnd()}`;
  });
}
