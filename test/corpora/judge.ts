/** The independent judge of `../shared`, run from a copy because it installs the packages that it compares with. */
import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

export const shared = resolve(import.meta.dirname, "../../../shared");
export const corpora = join(shared, "corpora");
/** Below `node_modules`, so that generated packages find the compiler and the test runner of this project. */
export const workshop = resolve(import.meta.dirname, "../../node_modules/.cache/docwright-corpora");

/** What a program of Node says. Its coverage is not measured, at the price of a third of its speed. Throws where it ends with another code than `fine`. */
export async function uncovered(
  words: readonly string[],
  cwd: string,
  fine = [0],
): Promise<{ readonly stdout: string }> {
  const options = { cwd, env: { ...process.env, NODE_V8_COVERAGE: "" }, encoding: "utf8", maxBuffer: 1e9 } as const;
  return new Promise((resolve, reject) => {
    execFile("node", words, options, (error, stdout, stderr) => {
      if (error === null || fine.includes(Number(error.code))) resolve({ stdout });
      else reject(new Error(`${words.join(" ")} ended with ${String(error.code)}: ${stdout}${stderr}`));
    });
  });
}

export type Figures = Readonly<Record<string, number>>;

/** Copies the judge beside a link to the corpora and installs what it needs. Throws when the packages cannot be had. */
export function installJudge(): string {
  const judge = join(workshop, "judge");
  rmSync(judge, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  cpSync(join(shared, "judge"), judge, { recursive: true });
  if (!existsSync(join(workshop, "corpora"))) symlinkSync(corpora, join(workshop, "corpora"));
  execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: judge, stdio: "pipe" });
  return judge;
}

/** Scores a generated package. The judge's figure lines as percentages and counts by name; without those that it calls n/a. */
export async function score(judge: string, packageFolder: string, corpus: "v1" | "draft"): Promise<Figures> {
  const { stdout: lines } = await uncovered([join(judge, "judge.mjs"), packageFolder, corpus], judge);
  const found = patterns.map(([name, pattern]) => [name, Number(pattern.exec(lines)?.[1] ?? Number.NaN)] as const);
  return Object.fromEntries(found.filter(([, value]) => !Number.isNaN(value)));
}

/** Where each figure stands in a line such as `[ops] pages covered 100.0% complete 99.9% lines covered …`. */
const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["pages covered", /pages covered ([\d.]+)%/],
  ["pages complete", /complete ([\d.]+)%/],
  ["lines covered", /lines covered ([\d.]+)%/],
  ["extra routes nowhere on the page", /nowhere on page (\d+)/],
  ["types recall", /types recall ([\d.]+)%/],
  ["properties recall", /props recall ([\d.]+)%/],
  ["properties precision", /props recall [\d.]+% precision ([\d.]+)%/],
  ["type agreement", /props recall [\d.]+% precision [\d.]+% agreement ([\d.]+)%/],
  ["enumerations exact", /enums exact ([\d.]+)%/],
  ["bases", /bases ([\d.]+)%/],
  ["annotated examples", /examples present ([\d.]+)%/],
  ["unannotated examples", /unannotated ([\d.]+)%/],
];
