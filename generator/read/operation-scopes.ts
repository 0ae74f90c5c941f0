/**
 * Pages with several operations, a heading each: which blocks are about which. Sections that stand beside these headings and are about an
 * operation (what it answers, what is sent) say that the whole page is about one, unless its calls have several methods.
 */
import type { Heading, Nodes } from "mdast";
import { columnWords } from "../dialect/column-words.js";
import { isToHandedOut, requestCode, requestInTitle } from "./blocks/code.js";
import { messageKind, requestsOn } from "./blocks/http.js";
import { LABEL_DEPTH } from "./blocks/headings.js";
import { isTable, isWithin, type Block, type HeadingFact } from "./blocks/section.js";
import { isBareRequest, MESSAGE_KINDS, type SectionKind } from "./blocks/section-kinds.js";
import { actionScopes } from "./action-scopes.js";
import { siblingScopes } from "./sibling-scopes.js";
import { headerOf, type TextContext, textOf } from "./markdown/prose.js";
import type { OperationScope, Scopes } from "./operation-scope.js";

const ROW_KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  ["headers", /^(?:request )?headers?\b/i],
  ["body", /^(?:request )?body\b/i],
  ["query", /^query\b/i],
  ["pathParameters", /^(?:path|ur[il]|route)\b/i],
];
/** An address from its beginning, not an abbreviated one. */
const WHOLE = /^(?:\/|http)/;
const ANSWERS = /(?:^|[.!] )(?:(?:returns?|responds?|answers?|if successful)\b|responses?:)/i;

/** `isOther`: a page that is about something else documents no more than the actions of its type. */
export function operationScopes(blocks: readonly Block[], isOther: boolean, context: TextContext): Scopes {
  const bound = actionScopes(blocks, context);
  if (isOther || bound.scopes.length > 0) return bound;
  const indexed = new Set(blocks.filter((block) => isIndex(block, context)));
  const divided =
    indexed.size === 0
      ? undefined
      : scopesBelow(
          blocks.filter((block) => !indexed.has(block)),
          context,
        );
  const below = divided !== undefined && divided.scopes.length > 0 ? divided : scopesBelow(blocks, context);
  return below.scopes.length > 0 ? below : scopesBeside(blocks, context);
}

function scopesBeside(blocks: readonly Block[], context: TextContext): Scopes {
  const scopes = siblingScopes(blocks, context);
  const told = new Set(scopes.flatMap((scope) => scope.blocks.map(({ node }) => node)));
  return { scopes, rest: blocks.filter(({ node }) => !told.has(node)) };
}

/** A table of several requests: where each has a heading of its own as well, it only leads there. */
function isIndex({ node }: Block, context: TextContext): boolean {
  const code = node.type === "table" ? requestCode(node, context) : undefined;
  return code !== undefined && code.text.split("\n").filter((line) => line !== "").length > 1;
}

function scopesBelow(all: readonly Block[], context: TextContext): Scopes {
  const levels = Math.max(0, ...all.map(({ headings }) => headings.length));
  for (let level = 0; level < levels; level++) {
    const calling = new Set(all.flatMap((block) => headingOfCall(block, level, context) ?? []));
    const { blocks, followed } = withFollowing(all, level, calling);
    const shown = calling.size + followed;
    const siblings = new Set(
      all.flatMap(({ headings }) => (headings[level]?.kind === undefined ? (headings[level]?.node ?? []) : [])),
    );
    // a guide shows calls here and there; a reference has hardly a section without one
    if (shown < 2 || shown * 2 < siblings.size) continue;
    const isOwn = ({ headings }: Block): boolean => {
      const node = headings[level]?.node;
      return node !== undefined && calling.has(node);
    };
    const beside = blocks.filter((block) => !isOwn(block));
    const isShared = beside.some(isOfOperation);
    // a request line and a table of permissions are those of one operation
    const isOfOne = beside.some(
      (block) => block.kind === "request" || (block.kind === "permissions" && isTable(block)),
    );
    const own = blocks.filter(isOwn);
    const isOne = isOfOne || !hasSeveralMethods(own, context);
    if (isShared && isOne) return { scopes: [], rest: all };
    const groups = [...calling].map((node) => divided(own, node, level, context));
    return {
      scopes: groups.flatMap(({ scopes }) => scopes),
      rest: [...beside, ...groups.flatMap(({ rest }) => rest)],
    };
  }
  return { scopes: [], rest: all };
}

/**
 * `## Create an upload session` and then `## Upload fragments`, whose only calls go where the answer of the first leads: such a section goes on
 * with the example of the operation above it. `followed`: how many do.
 */
function withFollowing(
  all: readonly Block[],
  level: number,
  calling: ReadonlySet<Nodes>,
): { readonly blocks: readonly Block[]; readonly followed: number } {
  const following = new Set(
    all.flatMap(({ node, headings }) => (isToHandedOut(node) ? (unnamedAt(headings, level)?.node ?? []) : [])),
  );
  const followed = new Set<Nodes>();
  let last: HeadingFact | undefined;
  const blocks = all.map((block): Block => {
    const heading = block.headings[level];
    if (heading !== undefined && calling.has(heading.node)) last = heading;
    else if (heading !== undefined && last !== undefined && following.has(heading.node)) {
      followed.add(heading.node);
      const [above, below] = [block.headings.slice(0, level), block.headings.slice(level + 1)];
      const example = [heading, ...below].map((one) => ({ ...one, kind: "examples" as const }));
      return { ...block, kind: "examples", headings: [...above, last, ...example] };
    }
    return block;
  });
  return { blocks, followed: followed.size };
}

/** Whether a block says something of one operation. */
export function isOfOperation({ kind }: Block): boolean {
  return kind === "request" || kind === "permissions" || MESSAGE_KINDS.has(kind);
}

/** What stands below one heading: an operation, or a group of them that have headings of their own further down. */
function divided(blocks: readonly Block[], heading: Nodes, level: number, context: TextContext): Scopes {
  const below = blocks.filter(({ headings }) => headings[level]?.node === heading);
  const isHere = ({ headings }: Block): boolean =>
    headings.slice(level + 1).every(({ depth }) => depth === LABEL_DEPTH);
  const isOne = requestInTitle(below[0]?.headings[level]?.text ?? "") !== undefined;
  const inner =
    isOne || below.some((block) => isHere(block) && isCall(block, level, context))
      ? undefined
      : further(below, level, context);
  return inner ?? { scopes: [scopeOf(below, level, context)], rest: [] };
}

function further(all: readonly Block[], level: number, context: TextContext): Scopes | undefined {
  const calling = new Set(all.flatMap((block) => headingOfCall(block, level + 1, context) ?? []));
  const { blocks } = withFollowing(all, level + 1, calling);
  const isOwn = ({ headings }: Block): boolean => calling.has(headings[level + 1]?.node as Heading);
  const beside = blocks.filter((block) => !isOwn(block));
  if (calling.size === 0 || beside.some(isOfOperation)) return undefined;
  // one call may have its request below a heading: `### Usage`; a name of its own has several words
  const isGroup = calling.size > 1 || beside.every(({ headings }) => headings[level + 1] === undefined);
  const title = blocks.find(isOwn)?.headings[level + 1]?.text ?? "";
  if (!isGroup || (calling.size === 1 && !title.includes(" "))) return undefined;
  const groups = [...calling].map((node) => divided(blocks, node, level + 1, context));
  const rest = [...beside, ...groups.flatMap((group) => group.rest)];
  return { scopes: groups.flatMap(({ scopes }) => scopes), rest };
}

/** Calls of several methods are several operations, whatever else a page says of all of them. */
function hasSeveralMethods(blocks: readonly Block[], context: TextContext): boolean {
  const methods = blocks.flatMap((block) => {
    const titles = block.headings.flatMap(({ text }) => requestInTitle(text) ?? []);
    const code = isWithin(block, "examples") ? undefined : requestCode(block.node, context);
    return [...titles, code?.text ?? ""].flatMap((text) =>
      requestsOn(text).flatMap(({ method, target }) => (WHOLE.test(target) ? [method] : [])),
    );
  });
  return new Set(methods).size > 1;
}

/** The heading at `level` above a request line, where neither it nor one above it says what kind of section follows. */
export function headingOfCall(block: Block, level: number, context: TextContext): HeadingFact["node"] | undefined {
  const heading = unnamedAt(block.headings, level);
  if (heading === undefined) return undefined;
  const titled = requestInTitle(heading.text) !== undefined;
  return titled || isCall(block, level, context) ? heading.node : undefined;
}

/** The heading at `level`, where neither it nor one above it says what kind of section follows. */
function unnamedAt(headings: readonly HeadingFact[], level: number): HeadingFact | undefined {
  return headings.slice(0, level + 1).some(({ kind }) => kind !== undefined) ? undefined : headings[level];
}

/** A request line that is no example: below `### Request` right below the heading it is none. */
function isCall(block: Block, level: number, context: TextContext): boolean {
  const below = block.headings[level + 1];
  const isExample = isWithin(block, "examples") && !(below?.kind === "examples" && isBareRequest(below.text));
  return !isExample && !isWithin(block, "response") && showsCall(block, context);
}

/** Whether a block is a request line, in whatever form. */
export function showsCall(block: Block, context: TextContext): boolean {
  const code = requestCode(block.node, context);
  return code !== undefined && messageKind(code.text) === "request";
}

export function scopeOf(blocks: readonly Block[], level: number, context: TextContext): OperationScope {
  const heading = blocks[0]?.headings[level];
  if (heading === undefined) throw new RangeError("a scope without blocks");
  const below = blocks.map((block) => ({ ...block, headings: block.headings.slice(level + 1) }));
  return {
    heading,
    blocks: below.map((block, index) => (isBelow(block) ? told(block, below[index - 1], heading, context) : block)),
  };
}

/** A line that stands for a heading heads what follows it, but a sentence that says what the call answers is about the call. */
function isBelow({ headings, node }: Block): boolean {
  return headings.length === 0 || (node.type === "paragraph" && headings.every(({ depth }) => depth === LABEL_DEPTH));
}

/** Directly below the heading of an operation, a table of typed names lists its parameters, and a sentence may say what it answers. */
function told(block: Block, before: Block | undefined, { node, depth }: HeadingFact, context: TextContext): Block {
  const kind = listsParameters(block, context)
    ? before !== undefined && leadsTo(before, context)
      ? "response"
      : rowKind(block, context)
    : saysAnswer(block, context)
      ? "response"
      : undefined;
  return kind === undefined
    ? block
    : { ...block, kind, headings: [{ text: "", depth: depth + 1, kind, named: kind, node }] };
}

function saysAnswer({ node }: Block, context: TextContext): boolean {
  return node.type === "paragraph" && ANSWERS.test(textOf(node, context));
}

/** "If successful, returns `200` and the following response attributes:" */
function leadsTo(block: Block, context: TextContext): boolean {
  return saysAnswer(block, context) && textOf(block.node, context).trimEnd().endsWith(":");
}

/** What the first column says of where its rows are sent. */
function rowKind({ node }: Block, context: TextContext): SectionKind {
  const first = node.type === "table" ? node.children[0]?.children[0] : undefined;
  const words = first === undefined ? "" : textOf(first, context);
  return ROW_KINDS.find(([, place]) => place.test(words))?.[0] ?? "parameters";
}

function listsParameters(block: Block, context: TextContext): boolean {
  if (!isTable(block)) return false;
  const [first = "", ...others] = headerOf(block.node, context);
  const { name, type, required } = columnWords;
  return name.test(first) && others.some((column) => type.test(column) || required.test(column));
}
