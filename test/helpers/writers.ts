/** Processes that write an output folder, and that can be killed at it. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { root } from "./npm.js";

const helpers = ["write-once", "write-forever", "kill-at"] as const;

// Compiled once: a process that compiles first takes ten times as long to start.
const folder = mkdtempSync(join(tmpdir(), "docwright-writers-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
copyFileSync(join(root, "package.json"), join(folder, "package.json"));
buildSync({
  entryPoints: helpers.map((name) => join(root, "test/helpers", `${name}.ts`)),
  outdir: join(folder, "dist/helpers"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
});

// Coverage of what is compiled elsewhere would be looked for in files that are gone.
const { NODE_V8_COVERAGE: _, ...environment } = process.env;

function compiled(name: (typeof helpers)[number]): string {
  return join(folder, "dist/helpers", `${name}.mjs`);
}

export interface Ended {
  /** Absent when it was killed. */
  readonly code?: number;
  readonly output: string;
  readonly errors: string;
}

export interface Writing {
  readonly out: string;
  readonly version: "old" | "new";
  /** Number of files. */
  readonly size?: number;
  readonly keep?: readonly string[];
  /** See kill-at.ts. */
  readonly killAt?: string;
}

/** Runs `write-once.ts` to its end, whichever that is. Its output is the number of calls that it made. */
export function write({ out, version, size = 120, keep = [], killAt = "" }: Writing): Promise<Ended> {
  const words = [
    "--import",
    pathToFileURL(compiled("kill-at")).href,
    compiled("write-once"),
    out,
    version,
    String(size),
  ];
  const env = { ...environment, KILL_AT: killAt };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...words, ...keep], { env }, (_, output, errors) => {
      resolve({ ...(child.exitCode !== null && { code: child.exitCode }), output, errors });
    });
  });
}

/** Starts `write-forever.ts`, which says a word when it is at work. */
export function writeForever(out: string): ChildProcess {
  return spawn(process.execPath, [compiled("write-forever"), out], { env: environment });
}
