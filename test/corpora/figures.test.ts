/**
 * The whole job over the real corpora: generated, compiled with two compilers, its own tests run, and scored. No figure may fall below the
 * committed one; `UPDATE=1` writes the new ones.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { corpora, installJudge, score, uncovered, workshop, type Figures } from "./judge.js";

const root = resolve(import.meta.dirname, "../..");
const committed = join(import.meta.dirname, "figures.json");
const expected: Record<string, Figures> = JSON.parse(readFileSync(committed, "utf8"));
const figures = suite("figures over the corpora");

const jobs = [
  { name: "graph-2021 v1.0", docs: "graph-2021/api-reference/v1.0", corpus: "v1" },
  { name: "drafts-2020", docs: "drafts-2020", corpus: "draft" },
] as const;

if (existsSync(corpora)) {
  const judge = installJudge();
  for (const { name, docs, corpus } of jobs) {
    figures(name, async () => {
      const folder = join(workshop, corpus);
      const generated = await generateFrom(join(corpora, docs), folder);
      // one processor compiles while the other tests
      const [scored, tested] = await Promise.all([
        compile(folder, judge).then(() => score(judge, folder, corpus)),
        test(folder).then((found) => laidOut(folder).then(() => found)),
      ]);
      const found = { ...generated, ...tested, ...(await answeredByMock(folder)), ...scored };
      if (process.env["UPDATE"] === "1") update(name, found);
      else assert.equal(worseThan(expected[name] ?? {}, found), [], `${name}: ${JSON.stringify(found)}`);
    });
  }
} else {
  console.log("skipped: figures over the corpora (../shared/corpora is not there)");
}
figures.run();

/** Generates into an empty folder; every documented example has to be accounted for. */
async function generateFrom(docs: string, folder: string): Promise<Figures> {
  rmSync(folder, { recursive: true, force: true });
  const command = ["--import", "tsx", "generator/cli/bin.ts", "generate", docs];
  // 1: the docs have errors
  const { stdout } = await uncovered([...command, "--out", folder, "--name", "corpus", "--quiet"], root, [0, 1]);
  const count = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
  return {
    pages: count(/([\d,]+) pages?/),
    examples: count(/([\d,]+) examples?/),
    fixtures: count(/([\d,]+) fixtures?/),
  };
}

async function compile(folder: string, judge: string): Promise<void> {
  for (const compiler of [
    join(root, "node_modules/typescript/bin/tsc"),
    join(judge, "node_modules/typescript/lib/tsc.js"),
  ])
    await uncovered([compiler, "-p", folder], root);
}

async function test(folder: string): Promise<Figures> {
  return { "tests passed": passed(await runTests(folder)) };
}

/** Prettier finds nothing to change in what was laid out without it. */
async function laidOut(folder: string): Promise<void> {
  const options = ["--print-width", "120", "--quote-props", "preserve", "--no-config", "--parser", "babel-ts"];
  const files = ["src/**/*.ts", "!src/{runtime,testing,mock}/**", "fixtures/**/*.ts", "mock/**/*.ts", "test/**/*.ts"];
  const prettier = join(root, "node_modules/prettier/bin/prettier.cjs");
  await uncovered([prettier, "--list-different", ...options, ...files], folder);
}

/** The tests once more, with the package's own mock in place of the service: each call gets its documented answer. */
async function answeredByMock(folder: string): Promise<Figures> {
  const program = join(folder, "src/testing/verify.ts");
  const shipped = readFileSync(program, "utf8");
  writeFileSync(program, readFileSync(join(import.meta.dirname, "fixtures/verify.ts"), "utf8"));
  try {
    const output = await runTests(folder);
    const byName = Number(/chosen by name: (\d+)/.exec(output)?.[1] ?? Number.NaN);
    return { "answered by the mock": passed(output), "extra names to choose by": byName };
  } finally {
    writeFileSync(program, shipped);
  }
}

async function runTests(folder: string): Promise<string> {
  const tests = ["--import", "tsx", "node_modules/uvu/bin.js", join(folder, "test"), "\\.test\\.ts$"];
  return (await uncovered(tests, root)).stdout;
}

/** How many tests passed, which must be all. */
function passed(output: string): number {
  const count = (label: string): number => Number(new RegExp(`${label}:\\s+(\\d+)`).exec(output)?.[1] ?? Number.NaN);
  assert.is(count("Passed"), count("Total"), "all generated tests pass");
  return count("Passed");
}

/** Names of the figures that fell, with both values. A count of mistakes falls when it grows. */
function worseThan(before: Figures, now: Figures): string[] {
  const fell = Object.entries(before).filter(([name, value]) => {
    const found = now[name] ?? Number.NaN;
    return name.startsWith("extra") ? !(found <= value) : !(found >= value);
  });
  return fell.map(([name, value]) => `${name}: ${String(value)} -> ${String(now[name])}`);
}

function update(name: string, found: Figures): void {
  const all: Record<string, Figures> = JSON.parse(readFileSync(committed, "utf8"));
  writeFileSync(committed, `${JSON.stringify({ ...all, [name]: found }, null, 2)}\n`);
}
