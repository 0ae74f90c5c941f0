/** Writes a single file that the command line names: whole or not at all, and in the place of nothing but an earlier one of its kind. */
import { entryAt, readPlain } from "../shared/files/plain-file.js";
import { naming } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";
import { writeReport } from "./report.js";

/** What stands at `path`, next to what should. */
export type FileState = "missing" | "stale" | "up to date";

/** Throws a `UsageError` where something stands that `isOurs` does not take for an earlier version. */
export function stateOf(path: string, content: string, isOurs: (text: string) => boolean): FileState {
  const entry = entryAt(path);
  if (entry === undefined) return "missing";
  const text = readPlain(path)?.toString("utf8");
  if (text === content) return "up to date";
  if (text !== undefined && isOurs(text)) return "stale";
  throw new UsageError(
    `${path} is no document of docwright's, and stays as it is: choose another file, or move it away.`,
  );
}

/** Brings the file to `content`; touches nothing that is up to date. Returns what stood there. */
export function writeOneFile(path: string, content: string, isOurs: (text: string) => boolean): FileState {
  const state = stateOf(path, content, isOurs);
  if (state === "up to date") return state;
  naming(path, () => writeReport(path, content));
  return state;
}
