import { execFile, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

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

/** Like `run`, while this process goes on: for programs that call a server of ours. */
export async function runBeside(folder: string, program: string, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, words, { cwd: folder, env: environment, encoding: "utf8" });
  return stdout;
}
