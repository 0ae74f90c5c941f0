/** Enumerations: tables of members below `### status values`, or on a page of their own. */
import type { Table as TableNode } from "mdast";
import { finding } from "../../findings/rules.js";
import { unreadTable } from "../../findings/unread-table.js";
import { strippedEnd, strippedStart } from "../../shared/edges.js";
import { upperFirst } from "../../shared/names.js";
import { headerOf, textOf } from "../markdown/prose.js";
import { columnWords } from "../../dialect/column-words.js";
import type { Account } from "../blocks/account.js";
import type { EnumMember, EnumTable, Row, Table } from "../page.js";
import { walkNodes } from "../markdown/origin.js";
import { oncePer } from "../../shared/same.js";
import type { TextContext } from "../markdown/prose.js";
import type { Block } from "../blocks/section.js";
import { isTypeColumn } from "../blocks/columns.js";
import { headingOf, isTable, type TableBlock } from "../blocks/section.js";
import { readTable } from "../blocks/table.js";

/** `Role` below `Roles enumeration`: the heading says enough for any first column. */
const ENUMERATION_HEADING = /\benum(?:eration)?\b/i;
const NUMBER = /^-?\d+$/;
const HEADING_NAME =
  /^[`*]*([\w.]+)[`*]*\s+(?:values|options|enum(?:eration)?(?: type)?(?: values| members)?|members)\W*$/i;
const TITLE_NAME = /^[`*]*([\w.]+)[`*]*\s+(?:enum(?:eration)?(?: type)?|values)\W*$/i;
const BARE_HEADING = /^(?:enum(?:eration)? )?(?:members|values)\W*$/i;
const TITLE = /^[A-Za-z]\w*(?: [a-z]\w*){0,2}$/;
/** `### BerthState` below `## Definitions` */
const DEFINED = /^[A-Za-z]\w*$/;
const INNER_CAPITAL = /[a-z][A-Z]/;
const VALUE = /^[A-Z][\w ]*$/;
const STRING = /^string$/i;
const SMALL = /^[a-z]/;
const FIRST_MARK = /[`*'"]/;
const LAST_MARK = /[`*'",;.]/;
const REMARK = /\((?:default|deprecated)\)$/i;

/** True when the title names an enumeration: `status enum type`. */
export function isEnumTitle(title: string): boolean {
  return TITLE_NAME.test(title);
}

/**
 * Reads the member tables of a page. `title` is its H1, `namespace` what its `Namespace:` line says, `values` are the names of its tables of
 * values.
 */
export function readEnums(
  blocks: readonly Block[],
  title: string,
  namespace: string | undefined,
  values: ReadonlyMap<TableNode, string | undefined>,
  context: TextContext,
  account: Account,
): EnumTable[] {
  const titleName = TITLE_NAME.exec(title)?.[1] ?? nameOfOnlyTable(blocks, title, context);
  return blocks.filter(isTable).flatMap((block): EnumTable[] => {
    const heading = headingOf(block);
    const ofRow = titleName === undefined ? values.get(block.node) : undefined;
    const defined = block.kind === "definitions" ? DEFINED.exec(heading)?.[0] : undefined;
    const called = ofRow === undefined && values.has(block.node) ? typeNamed(block, blocks, context) : undefined;
    const isDefined = defined !== undefined && block.headings.at(-1)?.named === undefined;
    const named =
      called !== undefined || block.kind === "enum" || (titleName !== undefined && isMemberSection(block)) || isDefined;
    if (!named && ofRow === undefined) return [];
    const name =
      ofRow ??
      called ??
      HEADING_NAME.exec(heading)?.[1] ??
      (isDefined ? defined : undefined) ??
      (BARE_HEADING.test(heading) || heading === "" || titleName !== undefined ? titleName : undefined);
    const table = readTable(block.node, heading, context);
    const isTyped = ofRow === undefined && table.columns.slice(1).some(isTypeColumn);
    if (isTyped && !(isDefined && listsTypedValues(block, blocks, context))) return unreadTyped(block, table, account);
    const isMembers =
      ofRow !== undefined || columnWords.member.test(table.columns[0] ?? "") || ENUMERATION_HEADING.test(heading);
    if (name === undefined || !isMembers) return [];
    account.markTable(block.node, "fact");
    const members = table.rows.flatMap((row) => toMember(row, table.columns));
    return [{ name, ...(namespace !== undefined && { namespace }), members, place: table.place }];
  });
}

/** What links of a page to its own headings call these. */
const linkedHeadings = oncePer((blocks: readonly Block[]): ReadonlySet<string> => {
  const linked = new Set<string>();
  for (const block of blocks)
    walkNodes(block.node, (node) => {
      if (node.type === "link" && node.url.startsWith("#")) linked.add(node.url.slice(1));
    });
  return linked;
});

/**
 * The name of a type as the heading right above a table of values: `### LoanStatus`, or `### Loan status` where a link of the page leads there or
 * the first column says what it lists: `| Enum Value | Notes |`.
 */
function typeNamed(
  { headings, kind, node }: TableBlock,
  blocks: readonly Block[],
  context: TextContext,
): string | undefined {
  const heading = headings.at(-1);
  if (kind !== undefined || heading === undefined || !TITLE.test(heading.text)) return undefined;
  const words = heading.text.split(" ");
  const isLinked = linkedHeadings(blocks).has(words.join("-").toLowerCase());
  const isName = words.length === 1 && INNER_CAPITAL.test(heading.text);
  const [first] = node.children[0]?.children ?? [];
  const isSaid = first !== undefined && columnWords.ofEnum.test(textOf(first, context));
  return isLinked || isName || isSaid ? words.map(upperFirst).join("") : undefined;
}

/**
 * Whether a table below `## Definitions` lists values, though it has a column of types: each is a string, and called as no member of the types beside
 * it is: `Fast`.
 */
export function listsTypedValues(
  { node, headings }: TableBlock,
  blocks: readonly Block[],
  context: TextContext,
): boolean {
  if (!DEFINED.test(headings.at(-1)?.text ?? "")) return false;
  const beside = blocks.filter(isTable).filter((block) => block.kind === "definitions" && block.node !== node);
  const isMember = ({ children: [, first] }: TableNode): boolean =>
    first?.children[0] !== undefined && SMALL.test(textOf(first.children[0], context));
  if (!beside.some((block) => isMember(block.node))) return false;
  const [header, ...rows] = node.children;
  const type = header?.children.findIndex((cell, index) => index > 0 && isTypeColumn(textOf(cell, context))) ?? -1;
  return (
    type > 0 &&
    rows.length > 1 &&
    rows.every(({ children: { 0: name, [type]: cell } }) => {
      if (name === undefined || cell === undefined) return false;
      return VALUE.test(textOf(name, context)) && STRING.test(textOf(cell, context));
    })
  );
}

/** Below `## Return values` and alike, what has a type is no member of an enumeration. */
function unreadTyped({ node, kind }: TableBlock, table: Table, account: Account): [] {
  if (kind !== "enum") return [];
  const { heading, place } = table;
  account.findings.push(finding("unread-table", account.page, place, heading, unreadTable("values", table)));
  account.markTable(node, "unread");
  return [];
}

/** A page that has nothing but one table of values is about the enumeration that its title names. */
function nameOfOnlyTable(blocks: readonly Block[], title: string, context: TextContext): string | undefined {
  const [block, ...others] = blocks.filter(isTable);
  const isCode = blocks.some(({ node, kind }) => node.type === "code" && kind !== "examples");
  if (block === undefined || others.length > 0 || isCode || !isMemberSectionOrEnum(block) || !TITLE.test(title))
    return undefined;
  const [first = "", ...more] = headerOf(block.node, context);
  const isTyped = more.some((column) => columnWords.type.test(column));
  return columnWords.allowed.test(first) && !isTyped ? title.split(" ").map(upperFirst).join("") : undefined;
}

function isMemberSectionOrEnum(block: Block): boolean {
  return isMemberSection(block) || block.kind === "enum";
}

function isMemberSection(block: Block): boolean {
  return block.kind === undefined || block.kind === "properties";
}

/** The name of a member without marks around it, or the remark behind it. */
function undecorated(text: string): string {
  const name = strippedStart(text, FIRST_MARK);
  return (REMARK.test(name) ? name.replace(REMARK, "") : strippedEnd(name, LAST_MARK)).trim();
}

function toMember(row: Row, columns: readonly string[]): EnumMember[] {
  const name = undecorated(row.name.text);
  if (name === "") return [];
  // the column `Value` beside `Member` is read as the type or the description, whichever is free
  const number = columnWords.number.test(columns[1] ?? "")
    ? [row.type, row.description].find((cell) => NUMBER.test(cell?.text ?? ""))
    : undefined;
  const description = row.description === number ? undefined : row.description;
  return [
    {
      name,
      ...(number !== undefined && { value: number.text }),
      ...(description !== undefined && { description }),
      place: row.place,
    },
  ];
}
