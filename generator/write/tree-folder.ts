/** Files of another state of a repository in a folder of their own, for as long as they are read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { setImmediate } from "node:timers/promises";

/** What no file may be called below the folder: paths come out of a commit of anybody. */
const UNSAFE = /(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)|\0/i;
/** Where a backslash parts folders, and a colon names a drive. */
const UNSAFE_ON_WINDOWS = /[\\:]/;

/** What ends a run before it is done, as Ctrl-C does. */
const ENDS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls `use` with a folder that holds `files` as a repository would, and deletes it afterwards, also when the run is interrupted. The
 * reader takes it for the root of one, so that nothing beside it is read.
 */
export async function inTreeFolder<T>(
  files: readonly { readonly path: string; readonly content: Buffer }[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "docwright-tree-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // whoever listens keeps the signal from ending the run: it is sent once more, to nobody
  const interrupted = (signal: NodeJS.Signals): void => {
    remove();
    process.kill(process.pid, signal);
  };
  for (const signal of ENDS) process.once(signal, interrupted);
  try {
    mkdirSync(join(folder, ".git"));
    for (const { path, content } of files) {
      if (UNSAFE.test(path) || (sep === "\\" && UNSAFE_ON_WINDOWS.test(path))) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    // a signal that came while there was no time to listen to it: the second turn of the loop is the first whole one
    await setImmediate();
    await setImmediate();
    for (const signal of ENDS) process.off(signal, interrupted);
    remove();
  }
}
