/**
 * What a writer means as a table although it is none in Markdown: an HTML table anywhere; a list or a definition list below a heading that
 * promises properties or parameters. Each becomes a table of the tree, so that all are read alike.
 */
import { toString } from "mdast-util-to-string";
import type { Heading, List, ListItem, Nodes, Paragraph, Root, RootContent, Table } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { finding } from "../../findings/rules.js";
import { tableOfCells, type CellsOfRow } from "../markdown/cells.js";
import { HTML_TABLE, HTML_TABLE_END, tablesOfHtml } from "./html-table.js";
import { listedMember, type ListedMember } from "../markdown/member-list.js";
import { menderOf, type Mender } from "../markdown/mending.js";
import { placeOf } from "../markdown/origin.js";
import { labelAndRest, labelKind } from "./headings.js";
import { withToldColumns } from "./told-columns.js";
import { OBJECT } from "../../dialect/section-names.js";
import type { RowRole } from "./columns.js";
import { memberCells, pairsIn } from "./lines-as-tables.js";
import { roleOf, sectionKindOf, type HeadingWords, type SectionKind } from "./section-kinds.js";

const HEADER = ["Property", "Type", "Description"];
const FIRST_COLUMN: Readonly<Record<RowRole, string>> = {
  property: "Property",
  parameter: "Parameter",
  header: "Header",
};
const NAME_MARKS = /[`*]/g;
const LABELLED = /^[*_]{0,3}[A-Za-z][A-Za-z -]{0,40}[*_]{0,3} ?:/;
const MOST_BLOCKS = 6;
const DEFINITION = /^ {0,3}:\s+/;

interface Reading {
  readonly file: VFile;
  readonly mend: Mender;
}

/** unified plugin: puts tables in the place of such blocks. */
export function otherTables(this: Processor) {
  return (tree: Root, file: VFile): void => {
    const reading = { file, mend: menderOf(this, tree, file) };
    const result: RootContent[] = [];
    const words = file.data.source?.headings;
    const headed = new Set(
      tree.children.flatMap((node) => (node.type === "heading" ? [sectionKindOf(toString(node), words)] : [])),
    );
    let kind: SectionKind | undefined;
    for (let index = 0; index < tree.children.length; index++) {
      const node = tree.children[index];
      if (node === undefined) continue;
      if (node.type === "heading") kind = headedKind(node, kind, words);
      if (node.type === "paragraph") kind = labelledKind(node, words) ?? kind;
      const pairs = node.type === "paragraph" ? pairTable(tree, index, reading) : undefined;
      if (pairs !== undefined) {
        result.push(pairs.table);
        index += pairs.blocks - 1;
        continue;
      }
      const led = node.type === "paragraph" ? labelAndRest(node, headed, words) : undefined;
      const end = node.type === "html" && HTML_TABLE.test(node.value) ? endOfHtml(tree, index) : undefined;
      if (node.type === "table") withToldColumns(node);
      const listed = end === undefined ? listTable(node, kind, reading) : undefined;
      const tables = end === undefined ? [listed ?? []].flat() : htmlTables(node, tree.children[end], reading);
      if (end !== undefined) for (const table of tables) withToldColumns(table);
      if (tables.length === 0) result.push(...(led ?? [node]));
      else result.push(...tables.filter((table) => !joins(result.at(-1), node, table)));
      if (end !== undefined && tables.length > 0) index = end;
    }
    tree.children = result;
  };
}

/** Bold words, or words with a colon, that name a section as a heading would. */
function labelledKind(node: Paragraph, words: HeadingWords | undefined): SectionKind | undefined {
  const [first, ...others] = node.children;
  const text = toString(node).trim();
  const isBold = first?.type === "strong" && others.every((other) => toString(other).trim().length < 2);
  return isBold || text.endsWith(":") ? labelKind(text.replace(/:$/, ""), words) : undefined;
}

/** Index of the block that ends the table: blank lines cut it into several. */
function endOfHtml({ children }: Root, start: number): number | undefined {
  for (let index = start; index < children.length; index++) {
    const node = children[index];
    if (node === undefined || node.type === "heading") return undefined;
    if (node.type === "html" && HTML_TABLE_END.test(node.value)) return index;
  }
  return undefined;
}

function htmlTables(first: RootContent, last: RootContent | undefined, reading: Reading): readonly Table[] {
  const html = sourceText(reading, first).slice(first.position?.start.offset, last?.position?.end.offset);
  return tablesOfHtml(html).flatMap((rows) => tableOfCells(rows, reading.mend, above(first)) ?? []);
}

/** What does not list members, or lists some in another way, stays what it is; the latter is a finding. */
function listTable(node: RootContent, kind: SectionKind | undefined, reading: Reading): Table | undefined {
  const role = roleOf(kind);
  if (role === undefined) return undefined;
  if (role !== "header" && node.type === "paragraph")
    return definitionTable(node, reading) ?? memberLine(node, role, reading);
  return node.type === "list" ? memberTable(node, role, reading) : undefined;
}

function memberTable(list: List, role: RowRole, reading: Reading): Table | undefined {
  const top = list.position?.start.line ?? 1;
  const items = itemsOf(list, top, reading);
  const members = items.flatMap(({ member, line }) => (member === undefined ? [] : [{ member, line }]));
  const typed = members.filter(({ member }) => member.type !== "").length;
  // bold words with sentences behind them stand in all sections; types, and code that all items begin with, do not
  const isCoded = role !== "property" && items.every(({ member }) => member?.name.startsWith("`"));
  if (members.length === 0 || (typed < members.length / 2 && !isCoded)) return undefined;
  for (const { item } of items.filter(({ member }) => member === undefined)) {
    const text = toString(item);
    reading.file.data.findings?.push(finding("unread-list", reading.file.path, placeOf(item), text, { text }));
  }
  const header = [FIRST_COLUMN[role], ...HEADER.slice(1)];
  const rows = members.map(({ member, line }) => ({
    cells: [member.name, member.type, member.description],
    line,
  }));
  return tableOfCells([{ cells: header, line: 1 }, ...rows], reading.mend, above(list));
}

interface Item {
  readonly item: ListItem;
  readonly member: ListedMember | undefined;
  readonly line: number;
}

/** The members of a list, each followed by those that a list within it says it has; values that are listed so belong to its description. */
function itemsOf(list: List, top: number, reading: Reading): readonly Item[] {
  return list.children.flatMap((item): readonly Item[] => {
    const start = item.children[0]?.position?.start;
    const inner = item.children.filter((node) => node.type === "list");
    const end = inner[0]?.position?.start.offset ?? item.position?.end.offset;
    const member = listedMember(sourceText(reading, item).slice(start?.offset, end));
    const own: Item = { item, member, line: (start?.line ?? top) - top + 1 };
    if (member === undefined) return [own];
    const below = inner.flatMap((one) => itemsOf(one, top, reading));
    const typed = below.flatMap((one) => (one.member?.type ? [{ ...one, member: within(one.member, member) }] : []));
    const values = below.flatMap((one) => (one.member && !one.member.type ? [`\`${plainName(one.member)}\``] : []));
    const isValues = typed.length === 0 && values.length > 1 && values.length === below.length;
    const said = isValues ? `${member.description} Possible values are: ${values.join(", ")}.` : member.description;
    return [{ ...own, member: { ...member, description: said } }, ...typed];
  });
}

/** A member of what another one holds, called as rows of tables call it. */
function within(member: ListedMember, holder: ListedMember): ListedMember {
  const [name, outer] = [plainName(member), plainName(holder)];
  return name.startsWith(`${outer}.`) ? member : { ...member, name: `\`${outer}.${name}\`` };
}

function plainName({ name }: ListedMember): string {
  return name.replace(NAME_MARKS, "");
}

/** `id (String)` with `: The key.` in the next line, one or more times. */
function definitionTable(node: Paragraph, reading: Reading): Table | undefined {
  const lines = sourceText(reading, node).slice(node.position?.start.offset, node.position?.end.offset).split("\n");
  const rows: CellsOfRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (!DEFINITION.test(line)) continue;
    const member = listedMember(`${lines[index - 1] ?? ""}: ${line.replace(DEFINITION, "")}`);
    if (member === undefined) return undefined;
    rows.push({ cells: [member.name, member.type, member.description], line: index });
  }
  return rows.length === 0 ? undefined : tableOfCells([{ cells: HEADER, line: 1 }, ...rows], reading.mend, above(node));
}

/** A paragraph about one member, as a table of one row. */
function memberLine(node: Paragraph, role: RowRole, reading: Reading): Table | undefined {
  const cells = memberCells(sourceOf(node, reading));
  if (cells === undefined) return undefined;
  const header = [FIRST_COLUMN[role], ...HEADER.slice(1)];
  const rows = [
    { cells: header, line: 1 },
    { cells, line: 1 },
  ];
  return tableOfCells(rows, reading.mend, above(node));
}

/** Paragraphs with method and address of a request, as a table of two columns. */
function pairTable(
  { children }: Root,
  index: number,
  reading: Reading,
): { readonly table: Table; readonly blocks: number } | undefined {
  const node = children[index];
  // most paragraphs are sentences
  if (node?.type !== "paragraph" || (node.children[0]?.type !== "text" && node.children[0]?.type !== "strong"))
    return undefined;
  if (!LABELLED.test(sourceOf(node, reading))) return undefined;
  const rest = children.slice(index, index + MOST_BLOCKS);
  const end = rest.findIndex(({ type }) => type !== "paragraph");
  const own = rest.slice(0, end < 0 ? undefined : end);
  const top = node.position?.start.line ?? 1;
  const pairs = pairsIn(
    own.map((one) => sourceOf(one, reading)),
    own.map((one) => (one.position?.start.line ?? top) - top + 1),
  );
  const table = pairs && tableOfCells(pairs.rows, reading.mend, above(node));
  return pairs && table && { table, blocks: pairs.blocks };
}

function sourceOf(node: RootContent, reading: Reading): string {
  return sourceText(reading, node).slice(node.position?.start.offset, node.position?.end.offset);
}

/** What stands below a heading: what its words say, below one that names an object its members. */
function headedKind(
  node: Heading,
  kind: SectionKind | undefined,
  words: HeadingWords | undefined,
): SectionKind | undefined {
  const text = toString(node);
  return sectionKindOf(text, words) ?? (OBJECT.test(text) ? "properties" : node.depth > 2 ? kind : undefined);
}

/** Definitions apart by blank lines are one table. */
function joins(before: RootContent | undefined, node: RootContent, table: Table): boolean {
  if (node.type !== "paragraph" || before?.type !== "table" || before.data?.origin === undefined) return false;
  before.children.push(...table.children.slice(1));
  return true;
}

function sourceText({ file }: Reading, node: Nodes): string {
  return node.data?.origin?.text ?? String(file);
}

/** Where the lines of a block stand. */
function above(node: RootContent): { readonly linesAbove: number; readonly file?: string } {
  const { line, file } = placeOf(node);
  return { linesAbove: line - 1, ...(file !== undefined && { file }) };
}
