/**
 * The same programs with a package generated from all of v1.0 and with @microsoft/microsoft-graph-client and its types: how long they are, and
 * which mistakes the compiler refuses. Each pair stands in `fixtures/pairs/<task>.<side>.ts`; its first line says the task, and each line
 * `// mistake <what> | <right> → <wrong>` one that is made in both.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { put } from "../helpers/temporary.js";

const MISTAKE = /^\/\/ mistake ([^|]+) \| (.+) → (.+)\n/gmu;

interface Mistake {
  readonly what: string;
  readonly right: string;
  readonly wrong: string;
}

interface Program {
  readonly task: string;
  readonly code: string;
  readonly mistakes: readonly Mistake[];
}

/** A row of the table. */
export interface Pair {
  readonly task: string;
  readonly lines: readonly [ours: number, theirs: number];
  /** For each mistake whether it is refused. */
  readonly refused: readonly { readonly what: string; readonly ours: boolean; readonly theirs: boolean }[];
}

/** Compiles all pairs in `folder`, which has both packages. Throws when a right form does not compile. */
export function sideBySide(pairs: string, tsc: string, folder: string): Pair[] {
  const names = readdirSync(pairs).flatMap((name) => /^(.+)\.ours\.ts$/.exec(name)?.[1] ?? []);
  const programs = names
    .sort()
    .map((name): readonly [ours: Program, theirs: Program] => [
      readProgram(pairs, `${name}.ours`),
      readProgram(pairs, `${name}.theirs`),
    ]);
  const codes = programs.flat().flatMap(({ code, mistakes }) => [code, ...mistakes.map((each) => changed(code, each))]);
  const problems = problemsOf(codes, tsc, folder);
  return programs.map(([ours, theirs]) => {
    for (const { code, task } of [ours, theirs])
      if (problems.has(code)) throw new Error(`${task}: ${problems.get(code)}`);
    const isRefused = ({ code, mistakes }: Program, what: string): boolean =>
      mistakes.some((mistake) => mistake.what === what && problems.has(changed(code, mistake)));
    return {
      task: ours.task,
      lines: [linesOf(ours.code), linesOf(theirs.code)],
      refused: ours.mistakes.map(({ what }) => ({
        what,
        ours: isRefused(ours, what),
        theirs: isRefused(theirs, what),
      })),
    };
  });
}

/** `fixtures/throughput.mjs` in `folder`: requests that each client gets answered in a second by a server on the same machine. */
export function throughput(script: string, folder: string): { readonly ours: number; readonly theirs: number } {
  put(folder, { "throughput.mjs": readFileSync(script, "utf8") });
  const { stdout, stderr } = spawnSync("node", [join(folder, "throughput.mjs")], { encoding: "utf8" });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout);
}

function readProgram(pairs: string, name: string): Program {
  const text = readFileSync(join(pairs, `${name}.ts`), "utf8");
  const mistakes = [...text.matchAll(MISTAKE)].map(([, what = "", right = "", wrong = ""]) => ({ what, right, wrong }));
  const [first = "", ...rest] = text.replace(MISTAKE, "").split("\n");
  return { task: first.replace(/^\/\/ /, ""), code: rest.join("\n"), mistakes };
}

function changed(code: string, { what, right, wrong }: Mistake): string {
  if (!code.includes(right)) throw new Error(`${what}: there is no ${right}`);
  return code.replace(right, () => wrong);
}

function linesOf(code: string): number {
  return code.split("\n").filter((line) => line.trim() !== "").length;
}

/** The first error of each program that has one. */
function problemsOf(codes: readonly string[], tsc: string, folder: string): ReadonlyMap<string, string> {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    module: "nodenext",
  };
  const files = codes.map((_, index) => `pair${index}.ts`);
  put(folder, Object.fromEntries(codes.map((code, index) => [`pair${index}.ts`, code])));
  put(folder, { "pairs.json": JSON.stringify({ compilerOptions, files }) });
  const { stdout } = spawnSync("node", [tsc, "-p", join(folder, "pairs.json")], { encoding: "utf8" });
  const found = [...stdout.matchAll(/(?<=^|\/)pair(\d+)\.ts\(.*$/gmu)];
  return new Map(found.toReversed().map(([line, index]) => [codes[Number(index)] ?? "", line]));
}
