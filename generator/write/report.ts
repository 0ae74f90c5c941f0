/** Writes files that are asked for by name: reports, the baseline, mended pages. */
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { entryAt } from "../shared/files/plain-file.js";
import { followed } from "../shared/files/repository.js";
import { UsageError } from "../shared/usage-error.js";

/**
 * Puts `text` in the place of the file at `path`, as a whole: who reads it meanwhile has the old one or the new one. What is no file (a pipe,
 * a terminal) is written to as it is. Throws a `UsageError` where a link of the repository leads out of it.
 */
export function writeReport(path: string, text: string): void {
  const real = followed(path);
  const entry = entryAt(real);
  if (entry?.isDirectory() === true) throw new UsageError(`${path} is a folder: name a file.`);
  if (entry !== undefined && !entry.isFile()) {
    writeFileSync(real, text);
    return;
  }
  mkdirSync(dirname(real), { recursive: true });
  const growing = `${real}.${process.pid}.docwright`;
  try {
    writeFileSync(growing, text, { flag: "wx" });
    if (entry !== undefined) chmodSync(growing, entry.mode);
    renameSync(growing, real);
  } catch (error) {
    rmSync(growing, { force: true });
    throw error;
  }
}
