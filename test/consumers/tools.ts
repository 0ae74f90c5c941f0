/** The tools that are given documents: installed at fixed versions beside a Node that all of them run on, and run with a limit of time. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../helpers/npm.js";

export const tools = join(root, "node_modules/.cache/docwright-tools/consumers");
export const modules = join(tools, "node_modules");
export const node = join(modules, "node/bin/node");
/** Which versions these are. */
export const manifest = readFileSync(join(import.meta.dirname, "package.json"), "utf8");
export const moreMemory = "--max-old-space-size=8000";

/** Runs no script of any of them but the one that fetches Node. */
export function install(): void {
  const done = join(tools, "done.json");
  mkdirSync(tools, { recursive: true });
  if (existsSync(done) && readFileSync(done, "utf8") === manifest) return;
  copyFileSync(join(import.meta.dirname, "package.json"), join(tools, "package.json"));
  run(tools, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
  run(join(modules, "node"), "node", "installArchSpecificPackage.js");
  writeFileSync(done, manifest);
}

/** Of the project's own packages first: those are the ones that its tests run. */
export function versionOf(name: string): string {
  const own = join(root, "node_modules", name, "package.json");
  const found = existsSync(own) ? own : join(modules, name, "package.json");
  return JSON.parse(readFileSync(found, "utf8")).version;
}

/** The file that starts a program of a package. */
export function bin(name: string, program: string): string {
  const { bin: programs } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  return join(modules, name, typeof programs === "string" ? programs : programs[program]);
}

/** How long what makes one cell of the table may take, all its steps together. */
export class Deadline {
  readonly seconds: number;
  readonly #ends: number;

  constructor(seconds: number) {
    this.seconds = seconds;
    this.#ends = performance.now() + seconds * 1000;
  }

  /** Milliseconds. */
  get left(): number {
    return Math.max(1, Math.ceil(this.#ends - performance.now()));
  }
}

export class TooLate extends Error {}

/** Runs a program of a tool on the tools' Node. Returns what it printed, throws with that when it fails, and `TooLate`. */
export function tool(words: readonly string[], deadline: Deadline): string {
  return programOf(node, tools, words, deadline);
}

/** The same with a script of these tests, on the Node that runs them. */
export function script(name: string, words: readonly string[], deadline: Deadline): string {
  return programOf(process.execPath, root, ["--import", "tsx", join(import.meta.dirname, name), ...words], deadline);
}

function programOf(program: string, cwd: string, words: readonly string[], { left: timeout }: Deadline): string {
  const options = { cwd, encoding: "utf8", maxBuffer: 1e9, timeout, killSignal: "SIGKILL" } as const;
  const { status, stdout, stderr, error } = spawnSync(program, [moreMemory, ...words], options);
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT") throw new TooLate();
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}
