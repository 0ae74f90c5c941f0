/** What has exactly one answer, as it is seen where it stands. */
import { INVISIBLE } from "../shared/invisible.js";
import type { Range } from "../shared/place.js";
import type { Details, Finding } from "./rules.js";

const OF_JSON: ReadonlySet<Finding["rule"]> = new Set<Finding["rule"]>(["json-invalid", "json-unreadable"]);
const SPACE = /\p{Zs}/u;
/** A comma, and the end of what it would go on with. */
const COMMA_TOO_MANY = /^,\s*[\]}]/;

/** The text that mends a finding; undefined where there is more than one answer. `lines` are those of its page. */
export function remedyOf(finding: Finding, lines: readonly string[]): Details["edit"] {
  const { edit, rule, symbol } = finding;
  if (edit === undefined) return jsonRemedy(finding, lines);
  // the first name of a cell may stand behind marks
  return rule === "permission-unknown" && !symbol.endsWith(textAt(edit.range, lines)) ? undefined : edit;
}

function textAt({ line, column, end }: Range, lines: readonly string[]): string {
  return lines[line - 1]?.slice(column - 1, end.column - 1) ?? "";
}

function jsonRemedy({ rule, line, column }: Finding, lines: readonly string[]): Details["edit"] {
  const written = lines[line - 1];
  if (!OF_JSON.has(rule) || written === undefined) return undefined;
  const character = String.fromCodePoint(written.codePointAt(column - 1) ?? 0);
  const range = { line, column, end: { line, column: column + character.length } };
  if (character === ",") return COMMA_TOO_MANY.test(rest(lines, line, column)) ? { range, text: "" } : undefined;
  if (character === "]" || character === "}") return commaBefore(lines, line, column);
  if (character === " " || character === "\t") return undefined;
  if (SPACE.test(character)) return { range, text: " " };
  return character.replace(INVISIBLE, "") === "" ? { range, text: "" } : undefined;
}

/** The comma that stands before what closes, be it on a line above. */
function commaBefore(lines: readonly string[], line: number, column: number): Details["edit"] {
  let at = line - 1;
  let text = lines[at]?.slice(0, column - 1).trimEnd() ?? "";
  while (text === "" && at > 0) text = lines[--at]?.trimEnd() ?? "";
  if (!text.endsWith(",")) return undefined;
  const range = { line: at + 1, column: text.length, end: { line: at + 1, column: text.length + 1 } };
  return { range, text: "" };
}

/** What stands from a place on, up to the next line that is not blank. */
function rest(lines: readonly string[], line: number, column: number): string {
  let at = line;
  while (lines[at]?.trim() === "") at++;
  return `${lines[line - 1]?.slice(column - 1) ?? ""}\n${lines[at] ?? ""}`;
}
