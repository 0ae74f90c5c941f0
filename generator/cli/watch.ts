/** Runs a command again and again, as pages change. */
import { existsSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, extname, join } from "node:path";
import type { Settings } from "./config.js";
import type { Terminal } from "./terminal.js";
import { systemErrorText } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";

/** Milliseconds without a change: editors and Git write many files one after the other. */
const QUIET = 100;

/**
 * Calls `round` now, and whenever pages below `folders` have changed and then rested; never two at once. What a state between two edits
 * cannot be used for is told, and the next change waited for. Never resolves: whoever started it ends it.
 */
export async function watching(
  folders: readonly string[],
  round: () => Promise<void>,
  terminal: Terminal,
): Promise<never> {
  let wake: (() => void) | undefined;
  let isDirty = false;
  const watchers = folders.map((folder) =>
    watchFolder(folder, () => {
      isDirty = true;
      wake?.();
    }),
  );
  // kept from being collected as long as this runs
  while (watchers.length > 0) {
    isDirty = false;
    await told(round, terminal);
    terminal.complain(["watching for changes; Ctrl-C ends it"]);
    if (!isDirty) await new Promise<void>((resolve) => (wake = resolve));
    while (isDirty) {
      isDirty = false;
      await new Promise((resolve) => setTimeout(resolve, QUIET));
    }
  }
  throw new UsageError("There is nothing to watch.");
}

/** Where pages, and what they include, may change. */
export function watchedFolders(docs: string, { includes = [] }: Settings): readonly string[] {
  const folder = statSync(docs).isFile() ? dirname(docs) : docs;
  const beside = [join(folder, "../includes"), join(folder, "../../includes"), ...includes];
  return [folder, ...new Set(beside.filter((each) => existsSync(each)))];
}

async function told(round: () => Promise<void>, terminal: Terminal): Promise<void> {
  try {
    await round();
  } catch (error) {
    const known = error instanceof UsageError ? error.message : systemErrorText(error);
    if (known === undefined) throw error;
    terminal.clearProgress();
    terminal.complain(known.split("\n"));
  }
}

/** Node's own watcher follows folders on all systems. Names of other files than pages tell nothing; folders come without an extension. */
function watchFolder(folder: string, changed: () => void): FSWatcher {
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    const kind = extname(name ?? "").toLowerCase();
    if (kind === "" || kind === ".md") changed();
  });
  watcher.on("error", changed);
  return watcher;
}
