/** `check --fix`: mends pages until nothing is left that has exactly one answer. */
import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import type { Checked } from "../../findings/checked.js";
import { counted } from "../../findings/formats/reported.js";
import { mended, type Mended } from "../../check/fix.js";
import { isInside, realPath } from "../../shared/files/repository.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { writeReport } from "../../write/report.js";
import type { Settings } from "../config.js";

/** A mended page may show what was hidden before, but a page does not hold more than so many slips within each other. */
const ROUNDS = 10;

/** The check as it is when all is mended, and what was done, as lines. `again` checks anew, `top` is the folder that paths start at. */
export async function fixed(
  first: Checked,
  { dryRun = false }: Settings,
  top: string,
  again: () => Promise<Checked>,
): Promise<{ readonly checked: Checked; readonly lines: readonly string[] }> {
  const rawOf = (path: string): string | undefined => rawText(top, path);
  if (dryRun) {
    const files = mended(first, rawOf);
    return { checked: first, lines: [...files.flatMap(({ diff }) => diff), told(files, "would be mended")] };
  }
  let checked = first;
  const done: Mended[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const files = mended(checked, rawOf);
    if (files.length === 0) break;
    for (const { path, text } of files) writeReport(join(top, path), text);
    done.push(...files);
    checked = await again();
  }
  return { checked, lines: [...done.flatMap(linesOf), told(done, "mended")] };
}

function linesOf({ path, findings }: Mended): string[] {
  return [...findings].reverse().map(({ line, message, rule }) => `mended    ${path}:${line} ${message} (${rule})`);
}

function told(files: readonly Mended[], what: string): string {
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0);
  return `fix       ${counted(count, "finding")} ${what} in ${counted(new Set(files.map(({ path }) => path)).size, "file")}`;
}

/** A page as it is, where it is plain text that really lies below `top`. */
function rawText(top: string, path: string): string | undefined {
  const file = join(top, path);
  if (!isInside(realPath(file), realPath(top))) return undefined;
  const bytes = readPlain(realPath(file));
  return bytes !== undefined && isUtf8(bytes) ? bytes.toString("utf8") : undefined;
}
