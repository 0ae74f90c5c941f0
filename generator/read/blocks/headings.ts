/** Headings with what they mean: by their words, by what stands below them, and lines of words that stand for headings. */
import { toString } from "mdast-util-to-string";
import type { BlockContent, Heading, Nodes, Paragraph, Parents, Root, RootContent, Table } from "mdast";
import { columnWords } from "../../dialect/column-words.js";
import { isTypeColumn } from "./columns.js";
import { requestCode } from "./code.js";
import { messageKind } from "./http.js";
import { NO_OBJECT, OBJECT_SENTENCE } from "../../dialect/section-names.js";
import type { TextContext } from "../markdown/prose.js";
import { textOf } from "../markdown/prose.js";
import {
  isBareRequest,
  maySayRequest,
  MESSAGE_KINDS,
  sectionKindOf,
  type HeadingWords,
  type SectionKind,
} from "./section-kinds.js";

const SPACE = /[\s\u00a0]+/g;
/** Below all headings. */
export const LABEL_DEPTH = 7;
const TYPE_NAME = /^[A-Z]\w*(?: [a-z]\w*){0,2}$/;
const LABEL_WORDS = 3;
const LABEL_END = /(?<![\s:.])[\s:.]+$/;
const ONLY_MARKS = /^[\s:.]*$/;
/** What a line of words may head. */
const LABELLED: ReadonlySet<SectionKind> = new Set<SectionKind>([
  "request",
  "query",
  "pathParameters",
  "parameters",
  "headers",
  "body",
  "response",
  "examples",
  "permissions",
]);
/** What it may head on its own line: of others it says a word. */
const LEADING: ReadonlySet<SectionKind> = new Set<SectionKind>(["request", "examples", "body", "response"]);
const LED = /^(?: ?:|\n) */;
/** A section that is longer says by its own headings what it is. */
const LOOK_AHEAD = 12;

export interface HeadingFact {
  readonly text: string;
  readonly depth: number;
  /** undefined: the heading means nothing by itself, its content belongs to the section around it. */
  readonly kind: SectionKind | undefined;
  /** What the words mean by themselves: differs from `kind` below an examples heading. */
  readonly named: SectionKind | undefined;
  readonly node: RootContent;
}

/** What stands directly below a heading, and whether headings below it follow. */
export interface Content {
  readonly nodes: readonly BlockContent[];
  readonly isDivided: boolean;
}

export function contentBelow({ children }: Root, index: number, labels: ReadonlyMap<Nodes, string>): Content {
  const own = children[index];
  const rest = children.slice(index + 1, index + 1 + LOOK_AHEAD);
  const end = rest.findIndex((node) => node.type === "heading" || labels.has(node));
  const next = rest[end];
  const isDivided = next?.type === "heading" && own?.type === "heading" && next.depth > own.depth;
  return { nodes: rest.slice(0, end < 0 ? undefined : end).flatMap(leaves), isDivided };
}

/**
 * Paragraphs that stand for headings: bold words, or words with a colon, that name a section which no heading of the page names. Below
 * any heading they head what follows them. On a page without headings, what names a type may stand so above its table; on any page, a
 * sentence that names the object of which the table lists the members.
 */
export function labelsOf(tree: Root, title: Heading | undefined, context: TextContext): ReadonlyMap<Nodes, string> {
  const headed = new Set(
    tree.children.flatMap((node) =>
      node.type === "heading" && node !== title ? [sectionKindOf(headingText(node), context.headings)] : [],
    ),
  );
  const labels = new Map<Nodes, string>();
  // the first table of a section is what the section promises
  let isPromised = false;
  for (const [index, node] of tree.children.entries()) {
    if (node.type === "heading") isPromised = MESSAGE_KINDS.has(sectionKindOf(headingText(node), context.headings));
    else if (node.type === "table") isPromised = false;
    if (node.type !== "paragraph") continue;
    const next = tree.children[index + 1];
    const object = next?.type === "table" && !isPromised ? objectIn(node) : undefined;
    if (object !== undefined) labels.set(node, `${object} object`);
    const [first, ...others] = node.children;
    const isBold =
      first?.type === "strong" && others.every((other) => other.type === "text" && ONLY_MARKS.test(other.value));
    if (object !== undefined || (!isBold && !endsInColon(node))) continue;
    const text = textOf(node, context).replace(LABEL_END, "");
    const kind = labelKind(text, context.headings);
    if (kind !== undefined && LABELLED.has(kind) && !headed.has(kind)) labels.set(node, text);
    else if (kind === undefined && isBold && headed.size === 0 && TYPE_NAME.test(text) && next?.type === "table")
      labels.set(node, text);
  }
  return labels;
}

/** "The Berth object contains the following fields." */
function objectIn(node: Paragraph): string | undefined {
  const name = OBJECT_SENTENCE.exec(headingText(node).replace(LABEL_END, ""))?.[1];
  return name === undefined || NO_OBJECT.test(name) ? undefined : name;
}

/**
 * "**Response:** `200 OK`": the label, and what it heads, as paragraphs of their own; undefined where the words in front name no section, or
 * one that a heading of the page names.
 */
export function labelAndRest(
  node: Paragraph,
  headed: ReadonlySet<SectionKind | undefined>,
  words: HeadingWords | undefined,
): readonly [Paragraph, Paragraph] | undefined {
  const [first, second, ...others] = node.children;
  if (first?.type !== "strong" || second === undefined) return undefined;
  const label = toString(first);
  const text = second.type === "text" ? second.value : "";
  const isLed = label.trimEnd().endsWith(":") || LED.test(text);
  const kind = isLed ? labelKind(label.replace(LABEL_END, ""), words) : undefined;
  if (kind === undefined || !LEADING.has(kind) || headed.has(kind)) return undefined;
  const led = text.replace(LED, "").trimStart();
  const rest = [...(second.type !== "text" ? [second] : led === "" ? [] : [{ ...second, value: led }]), ...others];
  if (rest.every((child) => ONLY_MARKS.test(toString(child)))) return undefined;
  const own = (children: Paragraph["children"]): Paragraph => {
    const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
    return { ...node, children, ...(start && end && { position: { start, end } }) };
  };
  return [own([first]), own(rest)];
}

/** What words that stand for a heading name. */
export function labelKind(text: string, words: HeadingWords | undefined): SectionKind | undefined {
  if (text.split(" ").length > LABEL_WORDS) return undefined;
  return sectionKindOf(text, words) ?? (maySayRequest(text) ? "request" : undefined);
}

function endsInColon({ children }: Parents): boolean {
  const last = children.at(-1);
  return last?.type === "text" && last.value.trimEnd().endsWith(":");
}

/** The words of a heading. */
export function headingText(node: Nodes): string {
  return toString(node, { includeHtml: false }).replace(SPACE, " ").trim();
}

/** A heading below others. */
export function headingFact(
  { node, text, depth }: Pick<HeadingFact, "node" | "text" | "depth">,
  above: readonly HeadingFact[],
  content: Content,
  context: TextContext,
): HeadingFact {
  const inExamples = above.some((heading) => heading.kind === "examples");
  const isObject = node.type === "paragraph" && objectIn(node) !== undefined;
  const told = isObject ? "definitions" : kindByContent(text, content, context);
  const named = inExamples ? sectionKindOf(text, context.headings) : told;
  return { text, depth, kind: inExamples ? "examples" : named, named, node };
}

/** Words that mean this or that are told by what stands below them. */
function kindByContent(text: string, { nodes, isDivided }: Content, context: TextContext): SectionKind | undefined {
  const named = sectionKindOf(text, context.headings);
  if (named === undefined && maySayRequest(text) && nodes.some((node) => showsRequest(node, context))) return "request";
  // a type that is called "Permission", by its properties
  if (named === "permissions" && nodes.some((node) => node.type === "table" && listsProperties(node))) return undefined;
  if (named !== "examples" || !isBareRequest(text)) return named;
  if (isDivided && nodes.every(({ type }) => type !== "code")) return "request";
  // an example is a fence: a line in code or a table says what is called
  if (nodes.some((node) => node.type !== "code" && showsRequest(node, context))) return "request";
  const describes = nodes.length > 0 && nodes.every((node) => node.type !== "code" && !showsRequest(node, context));
  return describes ? "body" : named;
}

function listsProperties({ children: [header] }: Table): boolean {
  const [first = "", ...others] = (header?.children ?? []).map((cell) => toString(cell).trim());
  return columnWords.property.test(first) && others.some(isTypeColumn);
}

function showsRequest(node: BlockContent, context: TextContext): boolean {
  const code = requestCode(node, context);
  return code !== undefined && messageKind(code.text) === "request";
}

/** The blocks that a block consists of: lists and quotations that hold code or tables are opened. */
export function leaves(node: RootContent): BlockContent[] {
  switch (node.type) {
    case "list":
      return opens(node) ? node.children.flatMap((item) => item.children.flatMap(leaves)) : [node];
    case "blockquote":
      return opens(node) ? node.children.flatMap(leaves) : [node];
    case "paragraph":
    case "code":
    case "table":
    case "html":
    case "thematicBreak":
      return [node];
    default:
      return [];
  }
}

function opens(node: RootContent): boolean {
  if (node.type === "code" || node.type === "table") return true;
  return "children" in node && node.type !== "paragraph" && node.children.some(opens);
}
