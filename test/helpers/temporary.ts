import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listFiles } from "../../generator/write/compare.js";

/** Runs `use` with an empty folder, which is gone afterwards. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "docwright-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes files, given by path relative to `folder`. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** All files of `folder` by path, without the ones below `skip`. */
export function contents(folder: string, skip: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(listFiles(folder, skip).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
