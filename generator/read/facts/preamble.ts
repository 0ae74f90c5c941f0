/** What stands above the first section: front matter, title, namespace, description, and the banner of a deprecated page. */
import type { Heading, Root } from "mdast";
import { LineCounter, parseDocument, visit, type Document } from "yaml";
import { bounds } from "../../shared/bounds.js";
import { finding, type Finding } from "../../findings/rules.js";
import { type Place } from "../../shared/place.js";
import { markdownOf, said } from "../../shared/runs.js";
import { callsPageDeprecated } from "../phrases/deprecation.js";
import type { Account } from "../blocks/account.js";
import type { Page, Prose } from "../page.js";
import type { TextContext } from "../markdown/prose.js";
import { proseAfter, proseOf } from "../markdown/prose.js";
import { wordedRequest } from "../blocks/code.js";
import { headingText } from "../blocks/headings.js";
import { sectionKindOf } from "../blocks/section-kinds.js";
import type { Block } from "../blocks/section.js";

/** `title: "x"` or `doc_type: apiPageType`: what is not quoted starts with a letter and holds no mark that YAML knows. */
const FLAT_LINE = /^([A-Za-z][\w.]*):[ \t]+(?:"([^"\\]*)"|([A-Za-z][^:#"']*[^:#"'\s]))[ \t]*$/;
/** `> [!CAUTION]`, which only says how the banner looks. */
const ALERT_MARK = /^(?:>\s*)?\[!\w+\]\s*(?:\n?>\s*)?/;
/** Words that YAML takes for something else. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off)$/i;
const NAMESPACE = /^\**namespaces?\**\s*:\**\s*([A-Za-z]\w*(?:\.\w+)*)\.?(?:\s+|$)/i;
/** A line of front matter with a title. */
const TITLED = /^title:[ \t]*\S/m;
/** A heading below which stands what other pages say right below the title. */
const DESCRIPTION = /^(?:(?:api|method|operation|resource|short|general) )?(?:descriptions?|overview|summary)\W*$/i;
const DEPRECATED = /\bdeprecated?\b|\bdeprecation\b/i;
const TITLE_DEPRECATED = /\(deprecated\)/i;
const DEPRECATING_FILE = /deprecat/i;
const NOTE =
  /^(?:\[!\w+\]|[*_]{1,3}(?:notes?|important|caution|warning|tip)\b|(?:notes?|important|caution|warning|tip):)/i;

export interface Preamble extends Pick<Page, "title" | "frontMatter" | "namespace" | "description" | "deprecated"> {
  readonly findings: readonly Finding[];
}

/**
 * Finds the page's title: the first level 1 heading. Where front matter has one, and something stands above the first of them, headings of this
 * level may be those of sections.
 */
export function titleOf(tree: Root, { headings }: Pick<TextContext, "headings">): Heading | undefined {
  const top = tree.children.filter((node) => node.type === "heading" && node.depth === 1) as Heading[];
  const [first] = top;
  const [yaml, next] = tree.children;
  const isFirst = next === first || (next?.type !== "paragraph" && next?.type !== "code");
  if (first === undefined || isFirst || yaml?.type !== "yaml" || !TITLED.test(yaml.value)) return first;
  const isSection = (node: Heading): boolean => sectionKindOf(headingText(node), headings) !== undefined;
  return top.every(isSection) ? undefined : first;
}

/** Reads the facts above the first section. `blocks` are all blocks of the page, whose path is `page`. */
export function readPreamble(
  tree: Root,
  title: Heading | undefined,
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): Preamble {
  const { page } = account;
  const { frontMatter, findings } = readFrontMatter(tree, page);
  const lead = blocks.filter((block) => block.headings.length === 0);
  const described = blocks.filter(({ headings }) => headings.length === 1 && DESCRIPTION.test(headings[0]?.text ?? ""));
  if (title !== undefined) account.mark(title, "fact");
  const namespace = readNamespace(blocks, context, account);
  const heading = title === undefined ? untitled(frontMatter) : proseOf(title, context);
  const deprecated = readDeprecation(heading, lead, context, account);
  return {
    title: heading,
    frontMatter,
    ...(namespace !== undefined && { namespace }),
    description: [...described, ...lead].flatMap((block) => readDescription(block, context, account)),
    ...(deprecated !== undefined && { deprecated }),
    findings: title === undefined ? [...findings, finding("no-title", page, { line: 1, column: 1 }, "")] : findings,
  };
}

interface FrontMatter {
  readonly frontMatter: Record<string, unknown>;
  readonly findings: Finding[];
}

function readFrontMatter(tree: Root, page: string): FrontMatter {
  const node = tree.children[0];
  if (node?.type !== "yaml") return { frontMatter: {}, findings: [] };
  const flat = readFlat(node.value);
  if (flat !== undefined) return { frontMatter: flat, findings: [] };
  const excess = excessOf(node.value);
  if (excess === undefined) return readYaml(node.value, page);
  return { frontMatter: {}, findings: [finding("over-bound", page, { line: 1, column: 1 }, "", excess)] };
}

/** What the parser takes more than a second for, or more calls within each other than there is room for. */
function excessOf(yaml: string): { what: string; actual: string; limit: string } | undefined {
  const what = "The front matter";
  if (yaml.length > bounds.frontMatterLength)
    return { what, actual: `${yaml.length} characters`, limit: `${bounds.frontMatterLength}` };
  const depth = yamlDepth(yaml);
  return depth > bounds.jsonDepth ? { what, actual: `${depth} levels`, limit: `${bounds.jsonDepth}` } : undefined;
}

/** Levels of YAML at most: brackets that are open, and the marks of lists and keys that stand in front of a line. */
function yamlDepth(yaml: string): number {
  let open = 0;
  let deepest = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === "[" || bracket === "{" ? 1 : -1));
    deepest = Math.max(deepest, open);
  }
  for (const [marks] of yaml.matchAll(/^[ \t]*(?:[-?:][ \t]+)+/gm))
    deepest = Math.max(deepest, marks.replaceAll(/[ \t]+/g, "").length);
  return deepest;
}

/** Whatever stands there, it costs no more than the facts it would have given: the page below it is read. */
function readYaml(yaml: string, page: string): FrontMatter {
  const lines = new LineCounter();
  let place = { line: 1, column: 1 };
  try {
    const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
    const [error] = document.errors;
    place = placeAtOffset(error?.pos[0] ?? firstAliasOffset(document), lines);
    if (error !== undefined) throw error;
    // As JSON: it is what facts are stored as, and an alias within what it stands for is none.
    const value: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: bounds.frontMatterAliases })));
    return { frontMatter: recordOf(value), findings: [] };
  } catch (error) {
    // Wrong in itself, or an alias that leads nowhere, to itself, or to what multiplies.
    const reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    return {
      frontMatter: {},
      findings: [finding("front-matter", page, place, "", { reason: reason.replace(/\.$/, "") })],
    };
  }
}

/** Where the first alias stands, at which the conversion fails if it does. */
function firstAliasOffset(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function placeAtOffset(offset: number, lines: LineCounter): Place {
  const { line, col } = lines.linePos(offset);
  // the first line of the page is the opening `---`
  return { line: line + 1, column: col };
}

/**
 * Nearly all front matter is a flat list of texts, which needs no YAML parser: it would take a third of the reader's own time. undefined
 * when any line is more than that.
 */
function readFlat(yaml: string): Record<string, string> | undefined {
  const values = new Map<string, string>();
  for (const line of yaml.split("\n")) {
    const [, key, quoted, plain] = FLAT_LINE.exec(line) ?? [];
    const value = quoted ?? plain;
    if (key === undefined || value === undefined || values.has(key) || NO_TEXT.test(value)) return undefined;
    values.set(key, value);
  }
  return Object.fromEntries(values);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function untitled(frontMatter: Readonly<Record<string, unknown>>): Prose {
  const text = typeof frontMatter["title"] === "string" ? frontMatter["title"] : "";
  return { text, runs: said(text), place: { line: 1, column: 1 } };
}

function readNamespace(blocks: readonly Block[], context: TextContext, account: Account): string | undefined {
  for (const { node } of blocks) {
    if (node.type !== "paragraph") continue;
    const name = NAMESPACE.exec(proseOf(node, context).text)?.[1];
    if (name !== undefined) account.mark(node, "fact");
    if (name !== undefined) return name.replace(/\.$/, "");
  }
  return undefined;
}

/** Paragraphs and lists of the page itself; the namespace line may be glued to the sentence that follows it. */
export function readDescription({ node }: Block, context: TextContext, account: Account): Prose[] {
  if (node.data?.origin?.file !== undefined || (node.type !== "paragraph" && node.type !== "list")) return [];
  const prose = proseOf(node, context);
  if (prose.text === "") return [];
  const isNote = NOTE.test(markdownOf(prose.runs));
  account.mark(node, isNote ? "known" : "prose");
  if (isNote) return [];
  const rest = proseAfter(prose, NAMESPACE);
  return rest.text === "" ? [] : [rest];
}

function readDeprecation(
  title: Prose,
  lead: readonly Block[],
  context: TextContext,
  account: Account,
): Prose | undefined {
  for (const { node } of lead) {
    if (node.type === "blockquote") account.mark(node, "known");
    if (DEPRECATING_FILE.test(node.data?.origin?.file ?? node.data?.missingInclude ?? "")) return banner(node, context);
    if (node.type !== "blockquote" && node.type !== "paragraph") continue;
    const prose = banner(node, context);
    if (DEPRECATED.test(prose.text) && callsPageDeprecated(prose.text)) return prose;
  }
  return TITLE_DEPRECATED.test(title.text) ? title : undefined;
}

function banner(node: Block["node"], context: TextContext): Prose {
  return proseAfter(proseOf(node, context), ALERT_MARK);
}

/** A title without the request that stands behind its words. */
export function inWords(title: Prose): Prose {
  const words = wordedRequest(title.text)?.words;
  return words === undefined ? title : { ...title, text: words, runs: said(words) };
}
