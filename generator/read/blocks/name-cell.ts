/**
 * The names that a cell of the name column holds, without what writers put around them: marks of footnotes, remarks in brackets, quotation
 * marks. What Markdown makes of a name is settled by the parser: `_x_` is emphasis, `` `_x_` `` and `\_x\_` are the name itself.
 */
import type { TableCell } from "mdast";
import { isMemberName } from "../../shared/member-name.js";
import { strippedEnd, stripped } from "../../shared/edges.js";
import type { TextContext } from "../markdown/prose.js";
import { textOf } from "../markdown/prose.js";

// The expressions are for text whose white space is single blanks, as prose has it.
const REMARK = / ?[([](?:deprecated|optional|required|preview|read-?only|inherited|key)[)\]]$/i;
/** Words in brackets behind a name, whatever they say. */
const ASIDE = /\s[([][^()[\]]*[)\]]$/;
const FOOTNOTE = / ?(?:\[\^[^\][]*\]|[([]\d{1,2}[)\]])$/;
const MARK = /[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰\s]/;
const EDGE = /["'“”‘’`*\s]/;
const STOP = /[:,;.\s]/;
const BRACKETS = /^\[([^\][]+)\]$|^\{([^{}]+)\}$|^<([^<>]+)>$/;
/** `items[].sku`: a member of what a list holds. */
const IN_LIST = /^[A-Za-z_][\w-]*\[\d*\](?:\.[A-Za-z_$@][\w-]*(?:\[\d*\])?)*$/;
const LIST = / ?, ?| \/ /;
const WORDS = / (?:or|and) /i;
const TECHNICAL = /[_\d$@.:-]|[a-z][A-Z]/;
/** A raised number is a footnote. */
const RAISED = /^<sup\b/i;

/** The names in the order of the cell, each bare; empty when its words are none. */
export function namesInCell(cell: TableCell, context: TextContext): readonly string[] {
  return namesInText(
    textOf(withoutRaised(cell), context),
    cell.children.some(({ type }) => type === "inlineCode"),
  );
}

/** The same for words alone. `coded`: they stand in code, at least in part. */
export function namesInText(text: string, coded = false): readonly string[] {
  const whole = bare(text);
  if (IN_LIST.test(whole)) return [whole];
  if (isMemberName(whole)) return [whole];
  const several = text.split(LIST).map(bare);
  if (several.length > 1 && several.every(isMemberName)) return several;
  const joined = text.split(WORDS).map(bare);
  const isList = joined.length > 1 && joined.every((part) => isMemberName(part) && (coded || TECHNICAL.test(part)));
  return isList ? joined : [];
}

/** A name without marks, remarks and brackets around it. */
function bare(text: string): string {
  const plain = strippedEnd(strippedEnd(text.trim().replace(FOOTNOTE, ""), MARK), STOP);
  const name = stripped(plain.replace(REMARK, ""), EDGE);
  const [, square, curly, angle] = BRACKETS.exec(name) ?? [];
  const inner = square ?? curly ?? angle ?? name;
  return isMemberName(inner) ? inner : stripped(inner.replace(ASIDE, ""), EDGE);
}

function withoutRaised(cell: TableCell): TableCell {
  const start = cell.children.findIndex((node) => node.type === "html" && RAISED.test(node.value));
  return start < 1 ? cell : { ...cell, children: cell.children.slice(0, start) };
}
