/** On which lines the tables of a page describe what a call sends. */
import type { Page, Section } from "../../read/page.js";
import { lineOnPage } from "../../shared/place.js";
import type { Operation } from "../api.js";

/** By `body.`, `header.` or `where.` and the name as the row has it, lower-cased; the first row of a name. */
export function rowLines(page: Page): Operation["rows"] {
  const { body, headers, query, functionParameters, pathParameters } = page;
  const found = [
    ...linesIn("where", pathParameters, functionParameters, query),
    ...linesIn("header", headers),
    ...linesIn("body", body),
  ];
  return found.length === 0 ? undefined : Object.fromEntries(found.toReversed());
}

/** Rows of included files stand on no line of the page. */
function linesIn(kind: string, ...sections: readonly (Section | undefined)[]): readonly (readonly [string, number])[] {
  const rows = sections.flatMap((section) => section?.tables ?? []).flatMap((table) => table.rows);
  return rows.flatMap(({ name, place }) =>
    place.file === undefined ? [[`${kind}.${name.text.toLowerCase()}`, place.line] as const] : [],
  );
}

/** Lines of the parts that an operation has one of; those of included files are on no line of the page. */
export function partLines({ title, description: [first], query, response }: Page): NonNullable<Operation["lines"]> {
  const [description, options, answer] = [
    lineOnPage(first?.place),
    lineOnPage(query?.place),
    lineOnPage(response?.place),
  ];
  return {
    title: title.place.line,
    ...(description !== undefined && { description }),
    ...(options !== undefined && { query: options }),
    ...(answer !== undefined && { response: answer }),
  };
}
