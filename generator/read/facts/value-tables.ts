/**
 * Tables of values without a heading such as `### pace values`: they follow the table that has a row for what they are the values of. Raw
 * samples: `| Type value | Description |` for a parameter `type`, `| Value | Meaning |` below `### Link scopes`, or behind the sentence
 * "The following values are allowed for the **scope** parameter."
 */
import type { Table as TableNode } from "mdast";
import pluralize from "pluralize";
import { allRuns, codeOf, rawWords } from "../../shared/runs.js";
import { columnWords } from "../../dialect/column-words.js";
import type { TextContext } from "../markdown/prose.js";
import { proseOf, textOf } from "../markdown/prose.js";
import type { Block } from "../blocks/section.js";
import { headingOf, isTable } from "../blocks/section.js";
import { roleOf } from "../blocks/section-kinds.js";

const VALUES_OF = /\bvalues?\b/i;
const WORD = /[A-Za-z][\w.]*/g;
const WHOLE_WORD = /^[\w.]+$/;
const INNER_CAPITAL = /[a-z][A-Z]/;

/** The value tables of a page with the name of the property or parameter whose values they list; undefined where nothing tells. */
export function readValueTables(
  blocks: readonly Block[],
  context: TextContext,
): ReadonlyMap<TableNode, string | undefined> {
  const tables = new Map<TableNode, string | undefined>();
  const rowsAbove = namesAbove(blocks, context);
  for (const [index, block] of blocks.entries()) {
    if (!isTable(block) || block.kind === "enum" || block.kind === "permissions" || block.kind === "examples") continue;
    if (block.kind === "definitions") continue;
    const cell = block.node.children[0]?.children[0];
    const first = cell ? textOf(cell, context) : "";
    const isAllowed = columnWords.allowed.test(first);
    const named = isAllowed ? undefined : columnWords.allowedFor.exec(first)?.[1];
    const listsValues = named !== undefined || isAllowed;
    if (!(listsValues || columnWords.choice.test(first)) || isTyped(block.node, context)) continue;
    const words = named === undefined ? wordsAround(block, blocks[index - 1], context) : [[named]];
    const rows = words.length === 0 ? new Map<string, string>() : rowsAbove(index);
    const name = words.map((some) => namedRow(some, rows)).find((found) => found !== undefined);
    // a section that promises something else says itself that it was not read
    const isExpected = listsValues && roleOf(block.kind) === undefined;
    if (name !== undefined || isExpected || camelCased(named)) tables.set(block.node, name ?? camelCased(named));
  }
  return tables;
}

/** Whether a column behind the first tells of types or values, as in tables of properties, parameters or headers. */
function isTyped(node: TableNode, context: TextContext): boolean {
  const { type, value, required } = columnWords;
  const behind = node.children[0]?.children.slice(1).map((cell) => textOf(cell, context)) ?? [];
  return behind.some((column) => [type, value, required].some((word) => word.test(column)));
}

/**
 * Finds the names in the first columns of the typed tables above a block, by their lower-cased form. It is to be asked for blocks further
 * and further down.
 */
function namesAbove(blocks: readonly Block[], context: TextContext): (index: number) => ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  let read = 0;
  return (index) => {
    const typed = blocks
      .slice(read, index)
      .filter(isTable)
      .filter(({ node }) => isTyped(node, context));
    for (const cell of typed.flatMap(({ node }) => node.children.slice(1)).flatMap((row) => row.children[0] ?? [])) {
      const name = textOf(cell, context);
      rows.set(name.toLowerCase(), name);
    }
    read = index;
    return rows;
  };
}

/** Words that may name the row: those of the heading above the table, if it is not that of the section, then those of the sentence before. */
function wordsAround(block: Block, before: Block | undefined, context: TextContext): readonly (readonly string[])[] {
  const heading = block.headings.at(-1)?.kind === undefined ? [headingOf(block).match(WORD) ?? []] : [];
  if (before?.node.type !== "paragraph" || headingOf(before) !== headingOf(block)) return heading;
  const prose = proseOf(before.node, context);
  if (!VALUES_OF.test(prose.text)) return heading;
  const bold = allRuns(prose.runs).flatMap((run) => (run.kind === "emphasis" ? [rawWords(run.runs)] : []));
  return [...heading, [...codeOf(prose), ...bold.filter((words) => WHOLE_WORD.test(words))]];
}

/** The only row that one of the words names, be it in the plural. */
function namedRow(words: readonly string[], rows: ReadonlyMap<string, string>): string | undefined {
  const named = words.flatMap(
    (word) => rows.get(word.toLowerCase()) ?? rows.get(pluralize.singular(word.toLowerCase())) ?? [],
  );
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** A name that is no word of a sentence: the values of something that no row here describes. */
function camelCased(name: string | undefined): string | undefined {
  return name !== undefined && INNER_CAPITAL.test(name) ? name : undefined;
}
