/** The proof that a package works: it compiles with the settings that it ships with, and its tests pass. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildPackage, type Built } from "../../generator/build.js";
import { noCache } from "../../generator/run/cache.js";
import { templateFiles } from "../../generator/emit/package/package.js";
import { createPool } from "../../generator/run/pool.js";
import { pageOf } from "../read/page-of.js";
import { root, run } from "./npm.js";

/** Generates the package of pages (text by path), compiles it and runs its tests. Throws with what the compiler or a test says. */
export async function workingPackage(pages: Readonly<Record<string, string>>): Promise<Built> {
  const values = Object.entries(pages).map(([path, text]) => pageOf(text, path));
  const built = await buildPackage(async () => ({ values, failures: [] }), {
    docs: { findings: [] },
    options: { name: "x", version: "1.0.0", license: "MIT" },
    pool: await createPool(1),
    run: { cache: noCache, progress() {} },
  });
  const folder = mkdtempSync(join(tmpdir(), "docwright-works-"));
  try {
    for (const { path, content } of [...built.files, ...(await templateFiles())]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    tell(() => run(folder, join(root, "node_modules/.bin/tsc"), "-p", "."));
    if (built.files.some(({ path }) => path.startsWith("test/")))
      tell(() => run(folder, "node", "--import", "tsx", "node_modules/uvu/bin.js", "test", "\\.test\\.ts$"));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return built;
}

/** What a failing program has printed is what a test should say. */
function tell(job: () => void): void {
  try {
    job();
  } catch (error) {
    throw new Error(typeof error === "object" && error !== null && "stdout" in error ? String(error.stdout) : "", {
      cause: error,
    });
  }
}
