/**
 * Types that are described among what is sent: below a table with a row of type `Hold[]` stands `### Hold`, or "Each Hold contains:", and a
 * table of its own. Its rows are members of that type, not of the body.
 */
import type { Paragraph } from "mdast";
import { ARTICLE_BEFORE, KIND_BEHIND, OBJECT_LEAD } from "../../dialect/section-names.js";
import { singular } from "../../shared/names.js";
import type { TypeExpression } from "../page.js";
import { headerOf, textOf, type TextContext } from "../markdown/prose.js";
import type { Account } from "./account.js";
import { columnsOf, isTypeColumn } from "./columns.js";
import { isTable, tableOf, type Block, type HeadingFact, type TableBlock } from "./section.js";
import type { SectionKind } from "./section-kinds.js";

const SENT: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>(["body", "parameters"]);
/** What else a heading that names a type may be taken for: `## Hold` beside the body, `### Hold properties`. */
const MAY_HEAD: ReadonlySet<SectionKind | undefined> = new Set<SectionKind | undefined>([
  ...SENT,
  "properties",
  undefined,
]);
const MARKS = /[`*]/g;

/** The blocks, those that describe such a type as definitions below a heading that names it. */
export function withBodyTypes(blocks: readonly Block[], context: TextContext, account: Account): readonly Block[] {
  const first = blocks.findIndex((block) => isTable(block) && SENT.has(block.kind));
  // most bodies have one table
  if (first < 0 || !blocks.slice(first + 1).some((block) => isTable(block) && MAY_HEAD.has(block.kind))) return blocks;
  const used = new Map<string, string>();
  const named = new Map<Block, HeadingFact>();
  for (const [index, block] of blocks.entries()) {
    if (!isTable(block) || !MAY_HEAD.has(block.kind)) continue;
    const before = blocks[index - 1];
    const lead = before?.node.type === "paragraph" ? leadIn(before.node, used, context) : undefined;
    const heading = lead === undefined ? block.headings.at(-1) : undefined;
    const name = lead ?? nameIn(heading?.text ?? "", used);
    if (name !== undefined && isTyped(block, context)) {
      const own = (other: Block): boolean => other.headings.at(-1) === heading && other.node.type !== "code";
      const about = lead === undefined ? blocks.filter(own) : [before, block];
      const node = heading?.node ?? before?.node ?? block.node;
      const fact = { text: `${name} object`, depth: block.headings.at(-1)?.depth ?? 1, node } as const;
      account.mark(node, "fact");
      for (const other of about) if (other) named.set(other, { ...fact, kind: "definitions", named: "definitions" });
    } else if (!SENT.has(block.kind)) continue;
    for (const { type } of tableOf(block, context).rows)
      for (const word of namesIn(type?.expression)) used.set(word.toLowerCase(), word);
  }
  return named.size === 0 ? blocks : blocks.map((block) => definition(block, named.get(block)));
}

function definition(block: Block, heading: HeadingFact | undefined): Block {
  return heading === undefined
    ? block
    : { node: block.node, headings: [...block.headings.slice(0, -1), heading], kind: "definitions" };
}

/** Names of types that a cell leaves to the page itself: what it links to elsewhere is described there. */
function namesIn(expression: TypeExpression | undefined): readonly string[] {
  switch (expression?.kind) {
    case "name":
      return [expression.name];
    case "link":
      return expression.link.url.startsWith("#") ? [expression.link.text] : [];
    case "collection":
    case "map":
      return namesIn(expression.of);
    case "either":
      return expression.of.flatMap(namesIn);
    default:
      return [];
  }
}

/** The name, as rows have it, of the type that a heading names: `### Hold`, `### The hold object`, below `Holds`. */
function nameIn(heading: string, used: ReadonlyMap<string, string>): string | undefined {
  const words = heading.replace(MARKS, "").trim().replace(ARTICLE_BEFORE, "").split(" ");
  while (words.length > 1 && KIND_BEHIND.test(words.at(-1) ?? "")) words.pop();
  return nameOf(words.join(""), used);
}

function nameOf(word: string, used: ReadonlyMap<string, string>): string | undefined {
  const name = word.toLowerCase();
  const several = [...used].find(([, other]) => singular(other).toLowerCase() === name)?.[1];
  return used.get(name) ?? (several && singular(several));
}

/** "Each Hold contains:", directly above the table. */
function leadIn(node: Paragraph, used: ReadonlyMap<string, string>, context: TextContext): string | undefined {
  const text = textOf(node, context).replace(MARKS, "").trim();
  const name = text.endsWith(":") ? OBJECT_LEAD.exec(text.slice(0, -1))?.[1] : undefined;
  return name === undefined ? undefined : nameOf(name, used);
}

function isTyped({ node }: TableBlock, context: TextContext): boolean {
  const columns = headerOf(node, context);
  const { type } = columnsOf(columns);
  return type !== undefined && isTypeColumn(columns[type] ?? "");
}
