/** Runs a command again and again, as pages change. */
import { existsSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, extname, join } from "node:path";
import type { Settings } from "./config.js";
import type { Terminal } from "./terminal.js";
import { optimizeAsUsual } from "../run/optimizing.js";
import { systemErrorText } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";

/** Milliseconds without a change: editors and Git write many files one after the other. */
const QUIET = 100;

/** Whoever waits for changes works between them: what changes meanwhile comes up the next time. */
export interface Changes {
  /** Resolves when pages have changed since it was called before, and then rested; to false when it was closed. */
  next(): Promise<boolean>;
  close(): void;
}

/** Calls `round` now, and whenever pages have changed. What a state between two edits cannot be used for is told, and the next change waited for. */
export async function watching(changes: Changes, round: () => Promise<void>, terminal: Terminal): Promise<never> {
  for (;;) {
    await told(round, terminal);
    optimizeAsUsual();
    terminal.complain(["watching for changes; Ctrl-C ends it"]);
    await changes.next();
  }
}

/** What changes of the docs, and of what their pages include. */
export function changesOf(docs: string, settings: Settings): Changes {
  let isDirty = false;
  let isClosed = false;
  let wake: (() => void) | undefined;
  const changed = (): void => {
    isDirty = true;
    wake?.();
  };
  const watchers = watchedFolders(docs, settings).map((folder) => watchFolder(folder, changed));
  return {
    async next() {
      if (!isDirty && !isClosed) await new Promise<void>((resolve) => (wake = resolve));
      while (isDirty && !isClosed) {
        isDirty = false;
        await new Promise((resolve) => setTimeout(resolve, QUIET));
      }
      return !isClosed;
    },
    close() {
      isClosed = true;
      for (const watcher of watchers) watcher.close();
      wake?.();
    },
  };
}

/** Where pages, and what they include, may change. */
function watchedFolders(docs: string, { includes = [] }: Settings): readonly string[] {
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
