/**
 * The blocks of a page with the headings they stand below. Sections are known by their names in all spellings that pages use, at any
 * depth; below an examples heading no other name counts, for depth says nothing there.
 */
import type { BlockContent, Heading, Root, Table as TableNode } from "mdast";
import { finding } from "../../findings/rules.js";
import { unreadTable } from "../../findings/unread-table.js";
import { columnsOf, isTypeColumn, type RowRole } from "./columns.js";
import type { Account } from "./account.js";
import { rowAnswers, isStatus, statusAlone, withAnswer } from "./answer-rows.js";
import { codeBlock } from "./code.js";
import { namesInCell } from "./name-cell.js";
import { contentBelow, headingFact, headingText, LABEL_DEPTH, labelsOf, leaves, type HeadingFact } from "./headings.js";
import { codeOf, linksOf } from "../../shared/runs.js";
import { placeOf } from "../markdown/origin.js";
import type { CodeBlock, Prose, Section, Table } from "../page.js";
import type { TextContext } from "../markdown/prose.js";
import { headerOf, proseOf, textOf } from "../markdown/prose.js";
import { answerIn } from "../phrases/answer-sentence.js";
import { readPromised } from "./promised.js";
import { roleOf, type SectionKind } from "./section-kinds.js";
import { statusesAlone } from "./status-headings.js";
import { readTable } from "./table.js";

export type { HeadingFact };

export interface Block {
  readonly node: BlockContent;
  /** Headings above, outermost first, without the page's title. */
  readonly headings: readonly HeadingFact[];
  /** Kind of the innermost heading that has one. */
  readonly kind: SectionKind | undefined;
}

const ANSWERS = /\breturns?\b|\bresponds?\b|\bresponse code\b/i;
/** Cuts the page into blocks; lists and quotations are opened when they hold code or tables. `title` takes no part. */
export function blocksOf(tree: Root, title: Heading | undefined, context: TextContext): Block[] {
  const blocks: Block[] = [];
  const labels = labelsOf(tree, title, context);
  let headings: readonly HeadingFact[] = [];
  let kind: SectionKind | undefined;
  for (const [index, node] of tree.children.entries()) {
    if (node === title) continue;
    const label = labels.get(node);
    if (node.type === "heading" || label !== undefined) {
      const depth = node.type === "heading" ? node.depth : LABEL_DEPTH;
      const above = headings.filter((heading) => heading.depth < depth);
      const text = label ?? headingText(node);
      headings = [...above, headingFact({ node, text, depth }, above, contentBelow(tree, index, labels), context)];
      kind = headings.findLast((heading) => heading.kind !== undefined)?.kind;
      continue;
    }
    for (const leaf of leaves(node)) blocks.push({ node: leaf, headings, kind });
  }
  return blocks;
}

/** Text of the nearest heading, "" above the first. */
export function headingOf(block: Block): string {
  return block.headings.at(-1)?.text ?? "";
}

/** True when any heading above the block is of this kind. */
export function isWithin(block: Block, kind: SectionKind): boolean {
  return block.headings.some((heading) => heading.kind === kind);
}

/** All blocks of one kind as one section; undefined when the page has none. `isExample` tells fences to leave out. */
export function sectionOf(
  kind: SectionKind,
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
  isExample: (block: Block) => boolean,
): Section | undefined {
  const own = blocks.filter((block) => block.kind === kind);
  return sectionFrom(own, kind, context, account, isExample);
}

/** What pages without a response section of their own say below `### Response` of an example, where others only introduce the answer. */
export function responseInExamples(
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): Section | undefined {
  const telling = blocks.filter(
    (block) =>
      block.kind === "examples" &&
      block.headings.at(-1)?.named === "response" &&
      block.node.type === "paragraph" &&
      tells(proseOf(block.node, context)),
  );
  return sectionFrom(telling, "response", context, account, () => true);
}

function tells(prose: Prose): boolean {
  return ANSWERS.test(prose.text) && linksOf(prose).length + codeOf(prose).length > 0;
}

function sectionFrom(
  own: readonly Block[],
  kind: SectionKind,
  context: TextContext,
  account: Account,
  isExample: (block: Block) => boolean,
): Section | undefined {
  const heading = own[0]?.headings.findLast((fact) => fact.named === kind);
  if (heading === undefined) return undefined;
  const section = {
    prose: [] as Section["prose"][number][],
    tables: [] as Section["tables"][number][],
    code: [] as CodeBlock[],
  };
  const describes = kind === "response" && !own.some((block) => namesAnswer(block, context));
  account.mark(heading.node, "fact");
  const members: Table[] = [];
  if (kind === "response")
    for (const { status, heading: fact } of statusesAlone(own).values())
      section.prose.push(withAnswer(statusAlone(`${status}`, placeOf(fact.node))));
  let isFirst = true;
  for (const block of own) {
    if (isTable(block)) {
      const role = describes && listsMembers(block, context) ? "property" : roleOf(kind);
      const table =
        role === undefined ? tableOf(block, context) : promisedTable(block, role, isFirst, context, account);
      if (table !== undefined) (kind === "response" && role === "property" ? members : section.tables).push(table);
      const answers = kind === "response" ? rowAnswers(block.node, context) : [];
      section.prose.push(...answers);
      const isUnread =
        table === undefined ||
        (kind === "response" && role === undefined && answers.length === 0 && reportAnswerTable(block, table, account));
      account.markTable(block.node, isUnread ? "unread" : role === undefined ? "prose" : "fact");
      isFirst = false;
    } else if (block.node.type !== "code") {
      const prose = proseOfBlock(block, context);
      section.prose.push(...(kind === "response" ? prose.map(withAnswer) : prose));
      account.mark(block.node, prose.length > 0 ? "prose" : "known");
    } else if (!isExample(block)) {
      section.code.push(codeBlock(block.node));
      account.mark(block.node, "known");
    }
  }
  const told = members.length > 0 ? { ...section, members } : section;
  return { heading: heading.text, ...told, place: placeOf(heading.node) };
}

/** Whether a sentence names the type of the answer: a table beside it describes what is described elsewhere. */
function namesAnswer({ node }: Block, context: TextContext): boolean {
  if (node.type !== "paragraph" && node.type !== "list") return false;
  const answer = answerIn(proseOf(node, context));
  // where to read on, for example on errors, is no answer
  if (answer === undefined || answer.tells === "nothing") return false;
  return answer.links.some(({ link }) => !isStatus(link.text)) || answer.named?.name !== undefined;
}

/** Whether each row of a table is a member of the answer, with its type. */
function listsMembers({ node }: TableBlock, context: TextContext): boolean {
  const rows = node.children.slice(1);
  const columns = headerOf(node, context);
  const { name, type } = columnsOf(columns);
  return (
    type !== undefined &&
    isTypeColumn(columns[type] ?? "") &&
    rows.length > 0 &&
    rows.every(
      ({ children: { [name]: cell } }) =>
        cell !== undefined && !isStatus(textOf(cell, context)) && namesInCell(cell, context).length > 0,
    )
  );
}

/** Members of an answer whose type is described elsewhere: none is made of them, which is said. */
function reportAnswerTable({ node }: TableBlock, table: Table, account: Account): boolean {
  const { columns, rows } = table;
  const isTyped = columnsOf(columns).name !== undefined && columns.slice(1).some(isTypeColumn);
  if (!isTyped || rows.length === 0) return false;
  account.findings.push(finding("unread-table", account.page, placeOf(node), "response", unreadTable("answer", table)));
  return true;
}

/** A table with the headings it stands below. */
export function tableOf(block: TableBlock, context: TextContext): Table {
  return withHeadings(readTable(block.node, headingOf(block), context), block);
}

/** A table that keeps the promise of its section, with a row for each name; undefined, with a finding, for another one. */
export function promisedTable(
  block: TableBlock,
  role: RowRole,
  isFirst: boolean,
  context: TextContext,
  account: Account,
): Table | undefined {
  const table = readPromised(block.node, headingOf(block), role, isFirst, context, account);
  return table && withHeadings(table, block);
}

function withHeadings(table: Table, { headings }: Block): Table {
  const above = headings.slice(0, -1).map(({ text }) => text);
  return above.length === 0 ? table : { ...table, above };
}

export type TableBlock = Block & { readonly node: TableNode };

export function isTable(block: Block): block is TableBlock {
  return block.node.type === "table";
}

function proseOfBlock(block: Block, context: TextContext): Section["prose"] {
  if (block.node.type === "html" || block.node.type === "thematicBreak") return [];
  const prose = proseOf(block.node, context);
  return prose.text === "" ? [] : [prose];
}
