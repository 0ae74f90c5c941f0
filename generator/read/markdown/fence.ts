/**
 * Fences whose end is missing: they swallow what follows, up to the end of the next fence; and fences that are turned inside out, because
 * one stands too many above: they hold the page, and what they should hold is outside.
 */
import type { Code, Parents, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { cut, finding, type Finding } from "../../findings/rules.js";
import { menderOf, type Mender } from "./mending.js";
import { placeOf, walkBlocks } from "./origin.js";

/** Only an opening fence has an info string: inside of code it means that the end of this one was forgotten. */
const NESTED_FENCE = /^ {0,3}`{3}\s*[\w-]/m;
/** Where the swallowed text starts: a heading, a comment, the nested fence itself. */
const SWALLOWED = /^(?:#{1,6} |<!--| {0,3}`{3})/;
/** What no example starts with, but the page behind one does. */
const PAGE_START = /^\s*(?:#{1,6}\s+(?:request|response|example|\[)|<!--\s*\{)/i;
/** Characters of the text that a fence runs over, in what is said of it. */
const SHOWN = 300;
const LONG_FENCE = /^(?:`{4}|~)/;

/** unified plugin: cuts such a fence where it should have ended and puts the swallowed blocks behind it. */
export function swallowedFences(this: Processor) {
  return (tree: Root, file: VFile): void => {
    const mend = menderOf(this, tree, file);
    walkBlocks(tree, (node, index, parent) => {
      if (node.type !== "code" || isLong(node, file)) return;
      const swallowing = NESTED_FENCE.test(node.value);
      if (!swallowing && !isInsideOut(node, parent)) return;
      file.data.findings?.push(swallowedFinding(node, file.path));
      const blocks = parent.children as RootContent[];
      if (swallowing) blocks.splice(index + 1, 0, ...releaseSwallowed(node, mend));
      else turnOver(blocks, index, node, mend, file);
    });
  };
}

function swallowedFinding(node: Code, page: string): Finding {
  const lines = node.value.split("\n");
  const text = lines.find(isSwallowed) ?? lines.find((line) => line.trim() !== "") ?? "";
  const place = placeOf(node);
  const line = place.line + lines.indexOf(text) + 1;
  const related = [{ ...place, line, column: 1, page: place.file ?? page, message: "this should stand behind it" }];
  const what = `runs over ${cut(text.trim(), SHOWN)} (line ${line}): a fence is missing, or one is too many`;
  return finding("fence-swallowed", page, place, "", { what }, { related });
}

/** Not its first line. */
function isSwallowed(line: string, index: number): boolean {
  return index > 0 && SWALLOWED.test(line);
}

function isLong(node: Code, file: VFile): boolean {
  const text = node.data?.origin?.text ?? String(file);
  return LONG_FENCE.test(text.slice(node.position?.start.offset));
}

function isInsideOut(node: Code, parent: Parents): boolean {
  return parent.type === "root" && !node.lang && PAGE_START.test(node.value);
}

/** Shortens the code and parses the rest. */
function releaseSwallowed(node: Code, mend: Mender): RootContent[] {
  const lines = node.value.split("\n");
  const cut = lines.findIndex(isSwallowed);
  if (cut < 0) return [];
  const place = placeOf(node);
  const swallowed = mend(
    () => [...lines.slice(cut), "```"],
    { ...node.data?.origin, linesAbove: place.line + cut },
    place,
  );
  if (swallowed === undefined) return [];
  node.value = lines.slice(0, cut).join("\n").trimEnd();
  return swallowed;
}

/**
 * Parses all that stands behind the opening fence: from here on, what closes a fence opens it, and the other way. The last one then opens
 * nothing.
 */
function turnOver(blocks: RootContent[], index: number, node: Code, mend: Mender, file: VFile): void {
  const origin = node.data?.origin;
  const place = placeOf(node);
  const lines = (): string[] => (origin?.text ?? String(file)).split("\n").slice(node.position?.start.line);
  const turned = mend(lines, { ...origin, linesAbove: place.line }, place);
  if (turned === undefined) return;
  const last = turned.at(-1);
  const isEmpty = last?.type === "code" && last.value.trim() === "";
  blocks.splice(index, blocks.length, ...(isEmpty ? turned.slice(0, -1) : turned));
}
