/**
 * A parser that parses no piece twice. Most of what the pages of a set hold stands on others, too: headings, sentences of a template, tables of
 * permissions, notes.
 */
import type { Nodes, Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import type { Excess } from "../markdown/marks.js";
import { piecesOf, type Piece } from "./pieces.js";
import type { Point } from "./plain-phrases.js";
import { plainPiece } from "./plain-piece.js";

type Parse = (text: string, file: VFile) => Root;

/** What a piece became in a text in which it had this place. */
interface Parsed extends Pick<Piece, "lines" | "offset"> {
  readonly nodes: readonly RootContent[];
  readonly excesses?: readonly Excess[];
}

/** Characters of pieces, after which those that were not met meanwhile are forgotten. */
const ROOM = 200_000;
/** A line that may underline a heading: how many do is counted on the page, see `bounds`. */
const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*\r?$/m;
/**
 * Definitions, which change what other pieces mean; ends of lines and characters that only the parser knows how to read; front matter without an
 * end, below which it finds no lists; HTML at the end, which it reads otherwise when a line follows.
 */
const ENTANGLED = /\]:|\r(?!\n)|\0|^\uFEFF|^---[ \t]*\r?\n(?!---[ \t]*(?:\r?\n|$))|\n[ \t]*<[^\n]*$/;
const FRONT_MATTER = "---\n---";
const BETWEEN = "\n\n";
/** A heading below all pieces: one that does not end by itself runs into it. */
const BELOW = `${BETWEEN}#`;

/** Gives the tree that `parse` makes of a text; one whose pieces are not certain is parsed whole. */
export function rememberingParser(parse: Parse): Parse {
  const memory = new Memory();
  return (text, file) =>
    (ENTANGLED.test(text) ? undefined : treeOf(text, memory, (part) => parse(part, file))) ?? parse(text, file);
}

function treeOf(text: string, memory: Memory, parse: (text: string) => Root): Root | undefined {
  const pieces = piecesOf(text);
  // what begins a page may be front matter
  const known = pieces.map((piece) =>
    piece.offset === 0 ? frontMatter(piece) : (memory.get(piece.text) ?? plain(piece)),
  );
  const unknown = pieces.filter((_, index) => known[index] === undefined);
  const parsed = unknown.length === 0 ? [] : parsedPieces(unknown, parse);
  const last = pieces.at(-1);
  if (parsed === undefined || last === undefined) return undefined;
  const read = parsed.values();
  const excesses: Excess[] = [];
  const children = pieces.flatMap((piece, index) => {
    const own = known[index] ?? read.next().value;
    if (own === undefined) return [];
    const [lines, offset] = [piece.lines - own.lines, piece.offset - own.offset];
    if (own.excesses) excesses.push(...own.excesses.map((excess) => ({ ...excess, line: excess.line + lines })));
    else if (index > 0 && !UNDERLINE.test(piece.text)) memory.set(piece.text, own);
    return own.nodes.map((node) => moved(node, lines, offset));
  });
  const position = { start: { line: 1, column: 1, offset: 0 }, end: endOf(text, last) };
  return { type: "root", children, position, ...(excesses.length > 0 && { data: { excesses } }) };
}

function plain({ text }: Piece): Parsed | undefined {
  const node = plainPiece(text);
  return node && { nodes: [node], lines: 0, offset: 0 };
}

/** Without the lines in it, which are left out. */
function frontMatter({ text }: Piece): Parsed | undefined {
  if (text !== FRONT_MATTER) return undefined;
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 4, offset: text.length } };
  return { nodes: [{ type: "yaml", value: "", position }], lines: 0, offset: 0 };
}

/** The nodes of each piece; `undefined` when one has no end by itself. */
function parsedPieces(pieces: readonly Piece[], parse: (text: string) => Root): Parsed[] | undefined {
  // a rule at the top would begin front matter
  const above = pieces[0]?.offset === 0 ? "" : BETWEEN;
  const { data, children: nodes } = parse(above + pieces.map(({ text }) => text).join(BETWEEN) + BELOW);
  const parsed: Parsed[] = [];
  let [lines, offset, next] = [above.length, above.length, 0];
  for (const { text } of pieces) {
    const end = lines + linesOf(text) + 1;
    const first = next;
    while (next < nodes.length && (nodes[next]?.position?.start.line ?? 0) <= end) next++;
    if ((nodes[next - 1]?.position?.end.line ?? 0) > end) return undefined;
    const excesses = data?.excesses?.filter(({ line }) => line > lines && line <= end);
    parsed.push({
      nodes: nodes.slice(first, next),
      lines,
      offset,
      ...(excesses && excesses.length > 0 && { excesses }),
    });
    [lines, offset] = [end + 1, offset + text.length + BETWEEN.length];
  }
  return nodes.length === next + 1 ? parsed : undefined;
}

/** Ends of lines. */
function linesOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function endOf(text: string, { lines, offset }: Piece): Point {
  const line = lines + linesOf(text.slice(offset)) + 1;
  return { line, column: text.length - text.lastIndexOf("\n"), offset: text.length };
}

/** A copy of a node and of all in it that stands so much further down. */
function moved<T extends Nodes>(node: T, lines: number, offset: number): T {
  const copy = { ...node };
  const { position } = node;
  if (position !== undefined)
    copy.position = { start: below(position.start, lines, offset), end: below(position.end, lines, offset) };
  if ("children" in copy && "children" in node)
    copy.children = node.children.map((child) => moved(child, lines, offset)) as typeof copy.children;
  return copy;
}

function below(point: Point, lines: number, offset: number): Point {
  return { line: point.line + lines, column: point.column, offset: (point.offset ?? 0) + offset };
}

/** What pieces became: those met last, and those met in the time before. */
class Memory {
  private recent = new Map<string, Parsed>();
  private former = new Map<string, Parsed>();
  private size = 0;

  get(text: string): Parsed | undefined {
    return this.recent.get(text) ?? this.former.get(text);
  }

  /** Also tells that a piece was met again. */
  set(text: string, parsed: Parsed): void {
    if (this.recent.has(text)) return;
    this.recent.set(text, parsed);
    this.size += text.length;
    if (this.size <= ROOM) return;
    [this.recent, this.former, this.size] = [new Map(), this.recent, 0];
  }
}
