/**
 * What a page says about findings that are to stay: `<!-- docwright ignore example-type: the service sends it so -->` in a paragraph or a cell
 * holds for its lines, on a line of its own for what follows; the key `docwright` of an annotation for its code block, or for the page.
 */
import type { Nodes, Root } from "mdast";
import type { VFile } from "vfile";
import { isObject, placerOf } from "../../shared/json/json.js";
import type { Place } from "../../shared/place.js";
import type { Suppression } from "../../shared/suppression.js";
import type { Annotation } from "../page.js";
import { placeOf } from "./origin.js";

declare module "vfile" {
  interface DataMap {
    /** In the order in which they are met. */
    suppressions?: Noted[];
  }
}

/** One whose lines are known when what follows is. */
type Noted = { -readonly [K in keyof Suppression]: Suppression[K] };

const COMMENT = /<!--([\s\S]*?)(?:-->|$)/g;
const MARK = /^\s*docwright[ \t]+ignore\b/i;
const MARKED = /docwright[ \t]+ignore/i;
const noted = new WeakMap<Annotation, Noted[]>();

/** unified plugin: reads the comments. */
export function suppressionComments() {
  return (tree: Root, file: VFile): void => {
    if (!MARKED.test(String(file)) && !(file.data.source?.includes.size ?? 0)) return;
    let open: Noted[] = [];
    for (const node of tree.children) {
      if (node.type === "html" && MARKED.test(node.value)) open.push(...readComments(node, node, file));
      else {
        hold(open, node);
        open = [];
        readWithin(node, node, file);
      }
    }
  };
}

/** Comments in paragraphs, cells and items: each holds for the smallest block around it. */
function readWithin(node: Nodes, block: Nodes, file: VFile): void {
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (child.type === "html") readComments(child, block, file);
    else readWithin(child, BLOCKS.has(child.type) ? child : block, file);
  }
}

const BLOCKS: ReadonlySet<Nodes["type"]> = new Set<Nodes["type"]>(["paragraph", "heading", "tableRow", "listItem"]);

function readComments(node: Extract<Nodes, { type: "html" }>, block: Nodes, file: VFile): Noted[] {
  const placeAt = placerOf({ text: node.value, place: placeOf(node) });
  const found = [...node.value.matchAll(COMMENT)].flatMap(({ 0: whole, 1: words = "", index }): Noted[] => {
    const mark = MARK.exec(words)?.[0];
    if (mark === undefined) return [];
    const [rule = "", ...reason] = words.slice(mark.length).split(":");
    const [place, end] = [placeAt(index), placeAt(index + whole.length)];
    const range = { ...place, end: { line: end.line, column: end.column } };
    return [{ rule: rule.trim(), reason: reason.join(":").trim(), place, lines: linesOf(block), range }];
  });
  (file.data.suppressions ??= []).push(...found);
  return found;
}

function hold(open: readonly Noted[], node: Nodes): void {
  for (const each of open) each.lines = [each.place.line, linesOf(node)[1]];
}

function linesOf(node: Nodes): readonly [number, number] {
  const { line } = placeOf(node);
  const height = node.position === undefined ? 0 : node.position.end.line - node.position.start.line;
  return [line, line + height];
}

/** Takes note of what an annotation says of findings. One that says nothing of a block is about the page. */
export function noteSuppressions(
  json: Readonly<Record<string, unknown>>,
  annotation: Annotation,
  placeOfMember: (path: readonly string[]) => Place,
  file: VFile,
): void {
  const own = isObject(json["docwright"]) ? json["docwright"]["ignore"] : undefined;
  const foreign = Array.isArray(json["suppressions"]) ? json["suppressions"] : [];
  const { line } = annotation.place;
  const found: Noted[] = Object.entries(isObject(own) ? own : {}).map(([rule, reason]) => ({
    rule,
    reason: typeof reason === "string" ? reason.trim() : "",
    place: placeOfMember(["docwright", "ignore", rule]),
    ...(annotation.blockType !== "" && { lines: [line, line] }),
  }));
  const others = foreign.filter((text) => typeof text === "string");
  const theirs = others.map((reason): Noted => ({
    rule: "",
    reason,
    place: placeOfMember(["suppressions"]),
    foreign: true,
  }));
  if (found.length + theirs.length === 0) return;
  (file.data.suppressions ??= []).push(...found, ...theirs);
  noted.set(annotation, found);
}

/** What the annotation of a code block says holds up to the end of the block. */
export function holdUntil(annotation: Annotation, code: Nodes): void {
  for (const each of noted.get(annotation) ?? []) {
    if (each.lines !== undefined) each.lines = [each.lines[0], linesOf(code)[1]];
  }
}
