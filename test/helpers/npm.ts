import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

// Coverage of what runs outside of generator/ would be looked for in files that are gone.
const { NODE_V8_COVERAGE: _, ...environment } = process.env;

/** Runs npm or another program of Node in `folder` and returns what it prints. Throws when it fails. */
export function run(folder: string, program: string, ...words: string[]): string {
  return execFileSync(program, words, {
    cwd: folder,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}
