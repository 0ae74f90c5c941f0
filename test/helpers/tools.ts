/** Programs that only few tests need, installed when they do: not part of `npm ci`. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./npm.js";

/** Their own install scripts, which npm may be told not to run: they bring the program for this machine. */
const setups = [
  ["node20", "installArchSpecificPackage.js"],
  ["node22", "installArchSpecificPackage.js"],
  ["bun", "install.js"],
] as const;

/**
 * Installs what the manifest in `test/<name>` lists, once, and returns the `node_modules` folder; undefined, and said so, when npm cannot get
 * it.
 */
export function toolsOf(name: string): string | undefined {
  const manifest = join(root, "test", name);
  const folder = join(root, "node_modules/.cache/docwright-tools", name);
  const done = join(folder, "done.json");
  const lock = join(manifest, "package-lock.json");
  try {
    if (!existsSync(done) || readFileSync(done, "utf8") !== readFileSync(lock, "utf8")) install(manifest, folder);
    copyFileSync(lock, done);
    return join(folder, "node_modules");
  } catch (error) {
    const [reason = ""] = /npm error(?! code).*/.exec(String(error)) ?? [];
    console.log(`skipped: what test/${name}/package.json brings (${reason})`);
    return undefined;
  }
}

function install(manifest: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(manifest, file), join(folder, file));
  // Not `npm ci`: it refuses a lock file that lacks the programs of other machines.
  run(folder, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
  for (const [tool, script] of setups) {
    const home = join(folder, "node_modules", tool);
    if (existsSync(join(home, script))) run(home, "node", script);
  }
}

/** Whether a program is there and starts. */
export function starts(program: string, ...words: string[]): boolean {
  return spawnSync(program, [...words, "--version"], { stdio: "ignore" }).status === 0;
}
