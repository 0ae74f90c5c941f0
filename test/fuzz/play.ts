/** Compiles generated packages, several in one go, and runs their tests. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { failure, type Failure } from "./failure.js";
import { root } from "../helpers/npm.js";
import { pageOf } from "./page-of.js";
import type { Played } from "./player.js";

export interface PlayedPackages {
  readonly tests: number;
  /** By name of the package's folder. */
  readonly failures: ReadonlyMap<string, readonly Failure[]>;
}

interface Ended {
  readonly code: number | string;
  readonly output: string;
}

const compilerError = /^([^/\s]+)\/(.+?)\((\d+),\d+\): error (TS\d+: .*)$/;
const failedTest = /^\s*FAIL\s+"(.*)"\s*$/m;
/** What a generated test begins its message with: the name of the example and its page. */
const namedPage = /^.*?\.md\): /;
/** Milliseconds for all tests of all packages. */
const patience = 180_000;

/** `folder` holds the packages, each in a folder of its own. JavaScript is put beside TypeScript, so that the tests run as they were compiled. */
export async function playPackages(folder: string): Promise<PlayedPackages> {
  const packages = packagesIn(folder);
  const failures = new Map<string, Failure[]>(packages.map((name) => [name, []]));
  if (packages.length === 0) return { tests: 0, failures };
  for (const [name, found] of await compile(folder, packages)) failures.get(name)?.push(found);
  const { tests, failed } = await runTests(folder);
  for (const [name, found] of failed) (failures.get(name) ?? failures.get(packages[0] ?? ""))?.push(found);
  return { tests, failures };
}

function packagesIn(folder: string): string[] {
  return ["0", "1", "2", "3", "4", "5", "6", "7"].filter((name) => existsSync(join(folder, name, "package.json")));
}

async function compile(folder: string, packages: readonly string[]): Promise<[string, Failure][]> {
  const config = {
    // Every package brings the same one.
    extends: `./${packages[0]}/tsconfig.json`,
    compilerOptions: { noEmit: false },
    include: ["src", "fixtures", "test"].map((part) => `*/${part}`),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { code, output } = await start(
    folder,
    join(root, "node_modules/typescript/bin/tsc"),
    "-p",
    ".",
    "--pretty",
    "false",
  );
  const found = output.split("\n").flatMap((line): [string, Failure][] => {
    const [, name = "", file = "", at = "", message = ""] = compilerError.exec(line) ?? [];
    if (message === "") return [];
    const place = { folder: join(folder, name), file, line: Number(at) };
    return [[name, failure("compile", `${file.split("/")[0]} ${message}`, `${file}:${at} ${message}`, pageOf(place))]];
  });
  if (code !== 0 && found.length === 0)
    return [[packages[0] ?? "", failure("compile", output.slice(0, 100), output.slice(0, 5000))]];
  return found;
}

async function runTests(folder: string): Promise<{ tests: number; failed: [string, Failure][] }> {
  const outcome = join(folder, "outcome.json");
  rmSync(outcome, { force: true });
  const player = fileURLToPath(new URL("player.ts", import.meta.url));
  const { code, output } = await start(root, "--import", import.meta.resolve("tsx"), player, folder, outcome);
  if (!existsSync(outcome)) {
    const found = failure("test", `the tests never ended (${code})`, output.slice(-5000));
    return { tests: 0, failed: [["", found]] };
  }
  const { planted, played }: { planted: boolean; played: Played[] } = JSON.parse(readFileSync(outcome, "utf8"));
  const failed = played.flatMap(({ file, errors }) => failuresOf(folder, file, errors));
  const injected = planted
    ? [["", failure("injection", "planted code ran", output.slice(-2000))] as [string, Failure]]
    : [];
  return { tests: played.reduce((sum, { passed }) => sum + passed, 0), failed: [...failed, ...injected] };
}

/** One failure a test that fails. */
function failuresOf(folder: string, file: string, errors: string): [string, Failure][] {
  const [name = "", ...rest] = file.split("/");
  const blocks = errors.split(/(?=^\s*FAIL\s+")/m).filter((block) => block.trim() !== "");
  return blocks.map((block) => {
    const test = failedTest.exec(block)?.[1] ?? "";
    const [, message = ""] = block.trim().split("\n");
    const general = message.replace(namedPage, "");
    const place = { folder: join(folder, name), file: rest.join("/").replace(/js$/, "ts"), test };
    return [name, failure("test", general, `${file} ${block}`, pageOf(place))];
  });
}

function start(cwd: string, ...words: string[]): Promise<Ended> {
  const { NODE_V8_COVERAGE: _, ...environment } = process.env;
  const env = { ...environment, NO_COLOR: "1", FORCE_COLOR: "0" };
  return new Promise((resolve) => {
    const options = { cwd, env, encoding: "utf8", timeout: patience, maxBuffer: 1e9 } as const;
    execFile(process.execPath, words, options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : (error.code ?? error.signal ?? "?"), output: stdout + stderr }),
    );
  });
}
