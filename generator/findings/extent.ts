/** Where a finding ends that only says where it begins: behind the word, cell or line that begins there. */
import { matchEnd, strippedEnd } from "../shared/edges.js";

/** A string of JSON, with its quotation marks. */
const STRING = /"(?:[^"\\]|\\.)*"/y;
/** What stands before the border of a cell. */
const CELL = /(?:[^|\\]|\\.)+(?=\|)/y;
const WHITE_SPACE = /\s/;

/** Column behind what begins in `line` at `column` (both from 1); undefined where nothing begins there. */
export function endColumn(line: string, column: number): number | undefined {
  const start = column - 1;
  const first = line.charAt(start);
  if (first === "" || WHITE_SPACE.test(first)) return undefined;
  const isInTable = line.lastIndexOf("|", start - 1) >= 0;
  const end = matchEnd(STRING, line, start) ?? (isInTable ? matchEnd(CELL, line, start) : undefined) ?? line.length;
  return start + strippedEnd(line.slice(start, end), WHITE_SPACE).length + 1;
}
