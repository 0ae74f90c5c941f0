/**
 * A page about a thing, `# Tags`, with a single operation on it, `## List tags`: it is read as it would be with a second one beside it. One call
 * alone stands in many a guide, too, so that more is asked of it than of several.
 */
import { isVerb } from "../dialect/verb-words.js";
import { singular } from "../shared/names.js";
import { requestsOn } from "./blocks/http.js";
import { requestCode } from "./blocks/code.js";
import { isWithin, type Block } from "./blocks/section.js";
import { pageKind } from "./kind.js";
import type { TextContext } from "./markdown/prose.js";
import type { Scopes } from "./operation-scope.js";
import { headingOfCall, isOfOperation, operationScopes, scopeOf, showsCall } from "./operation-scopes.js";
import type { Page } from "./page.js";

const NOT_WORD = /[^a-z]+/;
/** What a title says of a page, not of a thing. */
const OF_PAGES =
  /^(?:apis?|rest|https?|web|references?|resources?|endpoints?|operations?|methods?|the|and|for|of|with)$/;
/** Letters that tell a thing: `v1` and `id` tell none. */
const LEAST_LETTERS = 3;

/** The operations of a page, be it one; `isOther`: the page is about something else. */
export function scopesOn(
  blocks: readonly Block[],
  page: Pick<Page, "path" | "title" | "frontMatter">,
  isOther: boolean,
  context: TextContext,
): Scopes {
  const several = operationScopes(blocks, isOther, context);
  const lone = isOther || several.scopes.length > 0 ? undefined : loneScope(blocks, page.title.text, context);
  if (lone === undefined) return several;
  const kind = pageKind(page.path, page, { blocks, hasEnums: false, isDivided: false, isOther }, context);
  return kind === "operation" ? several : lone;
}

/** The heading of the only call of the page, which does something with what the title names, and the sections below it. */
function loneScope(blocks: readonly Block[], title: string, context: TextContext): Scopes | undefined {
  const levels = Math.max(0, ...blocks.map(({ headings }) => headings.length));
  for (let level = 0; level < levels; level++) {
    const [heading, ...others] = new Set(blocks.flatMap((block) => headingOfCall(block, level, context) ?? []));
    if (others.length > 0) return undefined;
    const own = blocks.filter(({ headings }) => heading !== undefined && headings[level]?.node === heading);
    const text = own[0]?.headings[level]?.text ?? "";
    if (!doesSomething(text)) continue;
    const beside = blocks.filter((block) => !own.includes(block));
    const calls = own.filter((block) => !isWithin(block, "examples") && showsCall(block, context));
    const [line, ...further] = calls.flatMap(({ node }) => requestsOn(requestCode(node, context)?.text ?? ""));
    const isOne = line !== undefined && further.length === 0 && !beside.some(isOfOperation);
    const isAnswered = own.some(({ kind }) => kind === "response");
    return isOne && isAnswered && isAbout(title, `${text} ${line.target}`)
      ? { scopes: [scopeOf(own, level, context)], rest: beside }
      : undefined;
  }
  return undefined;
}

/** "List tags", not "Tagging" or "Usage". */
function doesSomething(heading: string): boolean {
  const [first = "", ...others] = heading.trim().toLowerCase().split(" ");
  return others.length > 0 && isVerb(first);
}

/** Whether words name what the title does: "Tags", and no "How to tag ships" or "Create tags". */
function isAbout(title: string, words: string): boolean {
  const named = wordsIn(title);
  if (doesSomething(title) || named.length === 0) return false;
  const said = new Set(wordsIn(words));
  return named.every((word) => said.has(word));
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(NOT_WORD)
    .filter((word) => word.length >= LEAST_LETTERS && !OF_PAGES.test(word))
    .map(singular);
}
