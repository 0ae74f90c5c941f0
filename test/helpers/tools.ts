/** Programs that only few tests need, installed when they do: not part of `npm ci`. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root, run } from "./npm.js";

/** Their own install scripts, which npm may be told not to run: they bring the program for this machine. */
const setups = [
  ["node20", "installArchSpecificPackage.js"],
  ["node22", "installArchSpecificPackage.js"],
  ["bun", "install.js"],
] as const;

/**
 * Installs what the manifest in `test/<name>` lists, once, and returns the `node_modules` folder. Throws when npm cannot get it.
 */
export function toolsOf(name: string): string {
  const manifest = join(root, "test", name);
  const folder = join(root, "node_modules/.cache/docwright-tools", basename(name));
  const modules = join(folder, "node_modules");
  const done = join(folder, "done.json");
  if (existsSync(done) && readFileSync(done, "utf8") === readFileSync(join(manifest, "package-lock.json"), "utf8"))
    return modules;
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(manifest, file), join(folder, file));
  run(folder, "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
  for (const [tool, script] of setups) {
    if (existsSync(join(modules, tool, script))) run(join(modules, tool), "node", script);
  }
  copyFileSync(join(folder, "package-lock.json"), done);
  return modules;
}
