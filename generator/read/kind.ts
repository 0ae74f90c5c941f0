/** What a page is about: by what it holds; where that leaves it open, by its folder, then by its `doc_type`, which is often wrong. */
import { isVerb } from "../dialect/verb-words.js";
import { isTypeColumn } from "./blocks/columns.js";
import { requestInTitle } from "./blocks/code.js";
import { listsProperties } from "./facts/resource.js";
import { showsOwnRequest } from "./facts/requests.js";
import { isEnumTitle } from "./facts/enums.js";
import type { Page } from "./page.js";
import type { TextContext } from "./markdown/prose.js";
import { textOf } from "./markdown/prose.js";
import type { Block } from "./blocks/section.js";
import type { SectionKind } from "./blocks/section-kinds.js";
import { isTable, isWithin } from "./blocks/section.js";
import { showsCall } from "./operation-scopes.js";

const RESOURCE_TITLE = /\b(?:resource|complex|entity)(?: type)?\b|\bfacet\b/i;
/** Of a sentence: no name has them. */
const SMALL_WORD = /\s(?:an?|the|all|by|for|from|in|of|to|with)\s/i;
const API_FOLDER = /(?:^|\/)api\/[^/]*$/i;
const RESOURCE_FOLDER = /(?:^|\/)resources\/[^/]*$/i;
/** What publishing systems call pages that tell and explain: `ms.topic: how-to`. */
const TELLING_TOPIC =
  /^(?:concept|how-?to|get-started|quickstart|tutorial|overview|whats-?new|release-notes|troubleshoot|faq|landing)/i;
const UNDERSCORE_AT_END = /_$/;
const DOC_TYPES: ReadonlyMap<string, Page["kind"]> = new Map<string, Page["kind"]>([
  ["apipagetype", "operation"],
  ["resourcepagetype", "resource"],
  ["enumpagetype", "enum"],
  ["enumtypes", "enum"],
]);

/** What stands on a page; `isDivided`: parts of it, which are not among `blocks`, are operations of their own. */
interface PageContent {
  readonly blocks: readonly Block[];
  readonly hasEnums: boolean;
  readonly isOther: boolean;
  readonly isDivided: boolean;
}

/** Decides the kind of the page at `path`, relative to the docs root. */
export function pageKind(
  path: string,
  page: Pick<Page, "title" | "frontMatter">,
  { blocks, hasEnums, isOther, isDivided }: PageContent,
  context: TextContext,
): Page["kind"] {
  const has = (kind: SectionKind): boolean => blocks.some((block) => isWithin(block, kind));
  const inApi = API_FOLDER.test(path) && !isDivided;
  if (requestInTitle(page.title.text) !== undefined) return "operation";
  const isTyped = namesResource(page.title.text);
  const isResource = isTyped || blocks.some(isResourceBlock);
  if (has("request") && (inApi || !isResource)) return "operation";
  if (!isTyped && !isOther && blocks.some((block) => isRequestLine(block, context))) return "operation";
  if (inApi && (has("permissions") || has("response"))) return "operation";
  if (isResource) return "resource";
  if (isEnumTitle(page.title.text)) return "enum";
  if (inApi && !isTelling(page.frontMatter)) return "operation";
  const isReference = blocks.some(({ kind, node }) => kind !== undefined || (node.type === "table" && !has("remarks")));
  if (!isOther && isReference && showsOwnRequest(blocks, context)) return "operation";
  if (has("representation") || blocks.some((block) => isPropertyTable(block, context))) return "resource";
  const isLoose = (block: Block): boolean =>
    isTable(block) && (block.kind === undefined || block.kind === "definitions") && listsProperties(block, context);
  if (!isOther && blocks.some(isLoose)) return "resource";
  if (hasEnums) return "enum";
  return RESOURCE_FOLDER.test(path) ? "concept" : (DOC_TYPES.get(docType(page.frontMatter)) ?? "concept");
}

/** `POST /berths/{id}/invite` below `## HTTP request`: JSON annotated `"blockType": "resource"` beside it is of its body, or of its answer. */
function isRequestLine(block: Block, context: TextContext): boolean {
  return isWithin(block, "request") && showsCall(block, context);
}

/** "Berth resource type", and not "Create a berth entity for a harbour", which says what is done. */
function namesResource(title: string): boolean {
  const [first = ""] = title.trim().toLowerCase().split(" ", 1);
  return RESOURCE_TITLE.test(title) && !(isVerb(first) && SMALL_WORD.test(title));
}

function docType(frontMatter: Page["frontMatter"]): string {
  const written = frontMatter["doc_type"];
  return (typeof written === "string" ? written : "").toLowerCase().replace(UNDERSCORE_AT_END, "");
}

/** Whether folder or front matter say that the page is about something else than operations: what it shows of them only illustrates. */
export function isToldOther(
  path: string,
  page: Pick<Page, "frontMatter" | "namespace">,
  blocks: readonly Block[],
): boolean {
  const type = docType(page.frontMatter);
  const isFiled = RESOURCE_FOLDER.test(path) && isMarked(page, blocks);
  return isFiled || isTelling(page.frontMatter) || (type !== "" && DOC_TYPES.get(type) !== "operation");
}

/** Other houses have folders called `api` and `resources` too: what these mean to Graph, they mean on a page that has a mark of it. */
function isMarked(
  { frontMatter, namespace }: Pick<Page, "frontMatter" | "namespace">,
  blocks: readonly Block[],
): boolean {
  const isAnnotated = ({ node }: Block): boolean => node.type === "code" && node.data?.annotation !== undefined;
  return namespace !== undefined || docType(frontMatter) !== "" || blocks.some(isAnnotated);
}

function isTelling(frontMatter: Page["frontMatter"]): boolean {
  const topic = frontMatter["ms.topic"] ?? frontMatter["topic"];
  return typeof topic === "string" && TELLING_TOPIC.test(topic);
}

function isResourceBlock({ node }: Block): boolean {
  return node.type === "code" && node.data?.annotation?.blockType === "resource";
}

/** Below a heading for properties, with a column of their types: overviews list properties too, but not their types. */
function isPropertyTable(block: Block, context: TextContext): boolean {
  if (!isTable(block) || !isWithin(block, "properties")) return false;
  return block.node.children[0]?.children.some((cell) => isTypeColumn(textOf(cell, context))) ?? false;
}
