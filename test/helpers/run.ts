import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../generator/cli/main.js";

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

// Nothing of the tests stays in the cache of whoever runs them.
const cache = mkdtempSync(join(tmpdir(), "docwright-cache-"));
process.env["XDG_CACHE_HOME"] = cache;
process.once("exit", () => rmSync(cache, { recursive: true, force: true }));

/** Runs the command line in this process, as if `folder` were the current one. */
export async function docwright(folder: string, ...words: string[]): Promise<Outcome> {
  const before = process.cwd();
  const written = { output: "", errors: "" };
  process.chdir(folder);
  try {
    const code = await main(
      words,
      { write: (text) => (written.output += text) },
      { write: (text) => (written.errors += text) },
    );
    return { code, ...written };
  } finally {
    process.chdir(before);
  }
}
