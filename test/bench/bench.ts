/**
 * `npm run bench -- <docs>`: the whole job over a docs folder (cold, then with nothing changed, then with one page changed) beside the cost of
 * only parsing the same pages with plain unified, remark-parse and remark-gfm on one thread. Measures what `npm run build` made, on a copy of
 * the docs.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { loadSources } from "../../generator/read/source/source.js";

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const [docs] = process.argv.slice(2);
if (docs === undefined) throw new Error("Say which docs folder: npm run bench -- <docs>");
const folder = mkdtempSync(join(tmpdir(), "docwright-bench-"));
try {
  await bench(docs, folder);
} finally {
  rmSync(folder, { recursive: true });
}

async function bench(docs: string, folder: string): Promise<void> {
  const copy = join(folder, "docs");
  cpSync(resolve(docs), copy, { recursive: true });
  const { sources } = await loadSources(copy);
  const bare = parseAll(sources.map(({ text }) => text));
  const cold = generate(copy, folder);
  const again = generate(copy, folder);
  appendFileSync(
    join(copy, sources[Math.floor(sources.length / 2)]?.path ?? ""),
    "\nA paragraph that was not there before.\n",
  );
  const edited = generate(copy, folder);
  const rate = (sources.length / cold.seconds).toFixed(0);
  console.log(`pages            ${sources.length}`);
  console.log(`bare parse       ${bare.toFixed(2)} s`);
  console.log(`whole job, cold  ${describe(cold)}, ${(cold.seconds / bare).toFixed(2)} of bare parse, ${rate} pages/s`);
  console.log(`nothing changed  ${describe(again)}, ${(again.seconds / cold.seconds).toFixed(2)} of cold`);
  console.log(`one page changed ${describe(edited)}, ${(edited.seconds / cold.seconds).toFixed(2)} of cold`);
}

/** Seconds to parse all pages, one after the other. */
function parseAll(pages: readonly string[]): number {
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  const start = performance.now();
  for (const page of pages) processor.parse(page);
  return (performance.now() - start) / 1000;
}

/** Runs the built command line as a process of its own, with a cache of its own. */
function generate(docs: string, folder: string): Run {
  const file = join(folder, "peak");
  const args = [
    "--import",
    pathOf("./peak.mjs"),
    pathOf("../../dist/cli/bin.js"),
    "generate",
    docs,
    "--out",
    join(folder, "out"),
    "--quiet",
  ];
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, PEAK_FILE: file },
    encoding: "utf8",
  });
  const seconds = (performance.now() - start) / 1000;
  // 1: the docs have errors; the package is there all the same.
  if (status !== 0 && status !== 1) throw new Error(`generate ended with ${status}: ${stderr}`);
  return { seconds, megabytes: Number(readFileSync(file, "utf8")) / 1024 };
}

function describe({ seconds, megabytes }: Run): string {
  return `${seconds.toFixed(2)} s, peak ${megabytes.toFixed(0)} MB`;
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
