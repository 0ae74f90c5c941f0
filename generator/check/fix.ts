/** Mends what has exactly one answer: only those characters change, line ends and all the rest stay as they are. */
import type { Checked, CheckedFinding } from "../findings/checked.js";

type Edit = NonNullable<CheckedFinding["edit"]>;

/** A file with its edits made. */
export interface Mended {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly CheckedFinding[];
  /** What changes, as a unified diff without context. */
  readonly diff: readonly string[];
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
const LINE_END = /(?:\r\n|\r|\n)$/;
const BYTE_ORDER_MARK = "\ufeff";

/** What can be mended, file by file. `rawOf` gives a file as it is; undefined for one that is no plain text. */
export function mended(
  { findings }: Pick<Checked, "findings">,
  rawOf: (path: string) => string | undefined,
): readonly Mended[] {
  const byPath = new Map<string, CheckedFinding[]>();
  for (const one of findings) {
    if (one.edit === undefined || one.state === "suppressed" || one.state === "old") continue;
    const own = byPath.get(one.path);
    if (own) own.push(one);
    else byPath.set(one.path, [one]);
  }
  return [...byPath].flatMap(([path, own]) => {
    const raw = rawOf(path);
    return raw === undefined ? [] : mendedFile(path, raw, own);
  });
}

function mendedFile(path: string, raw: string, found: readonly CheckedFinding[]): Mended[] {
  const mark = raw.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  const lines = raw.slice(mark.length).match(LINE) ?? [];
  const now = [...lines];
  const made = apart(found).filter(({ edit }) => edit !== undefined && replace(now, edit));
  if (made.length === 0) return [];
  const changed = lines.flatMap((line, index) => (line === now[index] ? [] : [index]));
  const diff = changed.flatMap((index) => [
    `@@ -${index + 1} +${index + 1} @@`,
    `-${lines[index]?.replace(LINE_END, "") ?? ""}`,
    `+${now[index]?.replace(LINE_END, "") ?? ""}`,
  ]);
  return [{ path, text: mark + now.join(""), findings: made, diff: [`--- a/${path}`, `+++ b/${path}`, ...diff] }];
}

/** From the end of the file to its beginning, so that no edit moves another; of two that touch each other the first counts. */
function apart(found: readonly CheckedFinding[]): readonly CheckedFinding[] {
  const kept: CheckedFinding[] = [];
  for (const one of [...found].sort(byEdit)) {
    const last = kept.at(-1)?.edit?.range.end;
    const start = one.edit?.range;
    const isBehind =
      last === undefined ||
      start === undefined ||
      start.line > last.line ||
      (start.line === last.line && start.column >= last.column);
    if (isBehind) kept.push(one);
  }
  return kept.reverse();
}

function byEdit(a: CheckedFinding, b: CheckedFinding): number {
  const [one, other] = [a.edit?.range ?? a, b.edit?.range ?? b];
  return one.line - other.line || one.column - other.column;
}

/** Edits within one line: what goes over several is for a writer. */
function replace(lines: string[], { range, text }: Edit): boolean {
  const line = lines[range.line - 1];
  if (line === undefined || range.end.line !== range.line || range.end.column - 1 > line.replace(LINE_END, "").length)
    return false;
  lines[range.line - 1] = line.slice(0, range.column - 1) + text + line.slice(range.end.column - 1);
  return true;
}
