/**
 * `npm run bench -- <docs>`: the whole job over a docs folder (cold; with nothing changed; with one page changed, by a paragraph that tells
 * nothing of the API, and by a fact), and what writers wait for, beside the cost of only parsing the same pages with plain unified,
 * remark-parse and remark-gfm on one thread. `--runs 5` takes the median of five rounds; `--twice` adds the job over the same pages twice;
 * `--peers` what other generators take for the OpenAPI document of the same API; `--write` puts the table in `speed.md`. Measures what
 * `npm run build` made, on a copy of the docs.
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { loadSources } from "../../generator/read/source/source.js";
import { generators } from "../consumers/generators.js";
import { bin, install, moreMemory, node, versionOf } from "../consumers/tools.js";
import { docwright, measured, summary, type Figures } from "./measured.js";

interface Options {
  readonly twice: boolean;
  readonly peers: boolean;
}

/** Figures of a job by its name, in the order in which they are printed. */
type Round = ReadonlyMap<string, Figures>;

const PARSE = "bare parse";
const COLD = "whole job, cold";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "1" },
    twice: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const [docs] = positionals;
if (docs === undefined) throw new Error("Say which docs folder: npm run bench -- <docs>");
const folder = mkdtempSync(join(tmpdir(), "docwright-bench-"));
try {
  const { sources } = await loadSources(resolve(docs));
  const rounds: Round[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    rounds.push(round(resolve(docs), sources, folder, values));
    console.error(`round ${run + 1} of ${values.runs}`);
  }
  const table = tableOf(rounds, sources.length);
  console.log(table);
  if (values.write) writeFileSync(join(import.meta.dirname, "speed.md"), table);
} finally {
  rmSync(folder, { recursive: true });
}

function round(
  docs: string,
  sources: readonly { readonly path: string; readonly text: string }[],
  folder: string,
  { twice, peers }: Options,
): Round {
  const work = join(folder, "once");
  rmSync(work, { recursive: true, force: true });
  cpSync(docs, join(work, "docs"), { recursive: true });
  const middle = sources[Math.floor(sources.length / 2)]?.path ?? "";
  const found = new Map<string, Figures>();
  found.set(PARSE, parseAll(sources.map(({ text }) => text)));
  found.set(COLD, generate(work));
  found.set("nothing changed", generate(work));
  const page = join(work, "docs", middle);
  appendFileSync(page, "\nA paragraph that was not there before.\n");
  found.set("one page changed, which says the same", generate(work));
  writeFileSync(page, readFileSync(page, "utf8").replace(/^# .*$/m, "$& again"));
  found.set("one page changed, its title", generate(work));
  docwright(["explain", middle, "--docs", "docs"], work);
  found.set("explain of a page, after another", docwright(["explain", sources[0]?.path ?? "", "--docs", "docs"], work));
  found.set("rules", docwright(["rules"], work));
  found.set("--help", docwright(["--help"], work));
  if (twice) found.set("whole job, cold, the same pages twice", generateTwice(docs, folder));
  if (peers) for (const [name, figures] of peersOf(work)) found.set(name, figures);
  return found;
}

function generate(cwd: string): Figures {
  return docwright(["generate", "docs", "--out", "out", "--quiet"], cwd);
}

function generateTwice(docs: string, folder: string): Figures {
  const work = join(folder, "twice");
  rmSync(work, { recursive: true, force: true });
  for (const name of ["one", "two"]) cpSync(docs, join(work, "docs", name), { recursive: true });
  return generate(work);
}

/** Time to parse all pages, one after the other. */
function parseAll(pages: readonly string[]): Figures {
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  const start = performance.now();
  const before = process.cpuUsage();
  for (const page of pages) processor.parse(page);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, memory: 0 };
}

/** Other generators with the OpenAPI document of the same API; they run on a Node of their own. */
function peersOf(work: string): readonly (readonly [name: string, figures: Figures])[] {
  install();
  const file = join(work, "openapi.json");
  docwright(["openapi", "docs", "--out", "openapi.json"], work);
  return generators.map(({ name, program, words }) => {
    const out = join(work, program);
    mkdirSync(out, { recursive: true });
    return [
      `${name} ${versionOf(name)}`,
      measured([bin(name, program), ...words({ file }, out)], work, { node, flags: moreMemory }),
    ];
  });
}

function tableOf(rounds: readonly Round[], pages: number): string {
  const names = [...(rounds[0]?.keys() ?? [])];
  const found = new Map(names.map((name) => [name, summary(rounds.flatMap((round) => round.get(name) ?? []))]));
  const parse = found.get(PARSE)?.median.seconds ?? 1;
  const cold = found.get(COLD)?.median.seconds ?? 1;
  const rows = names.map((name) => {
    const { least, median } = found.get(name) ?? summary([]);
    const times = name === PARSE ? "1" : (median.seconds / parse).toFixed(2);
    const memory = name === PARSE ? "" : median.memory.toFixed(0);
    const figures = [least.seconds.toFixed(2), median.seconds.toFixed(2), median.cpu.toFixed(1), memory, times];
    return `| ${[name, ...figures, (median.seconds / cold).toFixed(2)].join(" | ")} |`;
  });
  const chosen = Object.entries(values).flatMap(([name, value]) => (value === true ? [`--${name}`] : []));
  const flags = [`--runs ${rounds.length}`, ...chosen];
  return `# The whole job

Written by \`npm run bench -- <docs> ${flags.join(" ")}\`: ${pages} pages, ${cpus().length} processors, Node ${process.versions.node}. The parse that all is
compared with runs unified, remark-parse and remark-gfm over the same pages on one thread. Other generators, where there are any below, get the
OpenAPI document that \`docwright openapi\` makes of these pages, so that reading pages is no part of their time.

| job | least seconds | median | processors' seconds | MB | of the bare parse | of a cold run |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}
`;
}
