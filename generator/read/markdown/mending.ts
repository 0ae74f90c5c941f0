/**
 * Parsing pieces of a page again, once what is broken on it was mended: what becomes of reference links in a piece, and how much of that
 * one page may cost.
 */
import type { Definition, Root, RootContent } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { bounds } from "../../shared/bounds.js";
import type { Place } from "../../shared/place.js";
import { markOrigin, parserOf, walkBlocks, type Origin } from "./origin.js";
import { overBound, reportExcesses } from "./over-bound.js";

declare module "vfile" {
  interface DataMap {
    /** Characters of the page that were parsed again so far. */
    mended: number;
  }
}

/** To parse a piece costs as much as this many characters before the first of them is read. */
const LEAST = 1000;
/** What may be the label of a reference: what stands in an innermost pair of brackets. */
const LABEL = /\[([^\][]+)\]/g;

/**
 * The blocks of some lines, as if they stood on the page; undefined when the page has cost enough. `origin.linesAbove` counts the lines above
 * the first of them, `blame` is the place of what is broken.
 */
export type Mender = (
  lines: () => readonly string[],
  origin: Omit<Origin, "text">,
  blame: Place,
) => RootContent[] | undefined;

/** The mender of one page. Reference links in a piece find the definitions that the page had before anything was mended. */
export function menderOf(processor: Processor, tree: Root, file: VFile): Mender {
  const parse = parserOf(processor);
  let known: ReadonlyMap<string, Definition> | undefined;
  return (lines, origin, blame) => {
    if (!mayMend(blame, file)) return undefined;
    const piece = lines().join("\n");
    file.data.mended = (file.data.mended ?? 0) + Math.max(piece.length, LEAST);
    known ??= ownDefinitions(tree);
    const used = known.size === 0 ? [] : labelsIn(piece, known);
    // they stand in front, for an open fence would swallow what stands behind the piece; the page knows their targets
    const head = used.length === 0 ? [] : [...used.flatMap((label) => `[${label}]: x`.split("\n")), ""];
    const text = [...head, piece].join("\n");
    const root = parse(text);
    const whole = { ...origin, text, linesAbove: origin.linesAbove - head.length };
    const blocks = markOrigin(root, whole);
    reportExcesses(root, file, whole);
    return [...used.flatMap((label) => known?.get(identifierOf(label)) ?? []), ...blocks.slice(used.length)];
  };
}

/** False when so much of the page was mended that it has to do; the first time, that is a finding. A page that is longer is mended once. */
function mayMend(blame: Place, file: VFile): boolean {
  const { mended = 0 } = file.data;
  if (mended <= bounds.mendedLength) return true;
  if (Number.isFinite(mended)) overBound(file, "mendedLength", blame, mended);
  file.data.mended = Infinity;
  return false;
}

function ownDefinitions(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  walkBlocks(tree, (node) => {
    if (node.type === "definition" && node.data?.origin === undefined && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  return definitions;
}

/** Labels in a piece that are defined, each once, as they are written. */
function labelsIn(piece: string, known: ReadonlyMap<string, Definition>): string[] {
  const labels = new Map<string, string>();
  for (const [, label = ""] of piece.matchAll(LABEL)) {
    const identifier = identifierOf(label);
    if (known.has(identifier) && !labels.has(identifier)) labels.set(identifier, label);
  }
  return [...labels.values()];
}

function identifierOf(label: string): string {
  return normalizeIdentifier(label).toLowerCase();
}
