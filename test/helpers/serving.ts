/** `docwright serve` as a process of its own, the way a user runs it. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "./npm.js";

export interface Serving extends AsyncDisposable {
  readonly origin: string;
  /** All lines printed until now. */
  readonly lines: () => readonly string[];
  /** Resolves when a line is printed that matches. */
  readonly printed: (pattern: RegExp) => Promise<string>;
  /** Sends a signal; resolves to the exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
  readonly process: ChildProcess;
}

/** Starts in `folder`, on a free port unless `words` name one. */
export async function serveDocs(folder: string, ...words: readonly string[]): Promise<Serving> {
  const command = ["--import", import.meta.resolve("tsx"), join(root, "generator/cli/bin.ts"), "serve"];
  const port = words.includes("--port") ? [] : ["--port", "0"];
  const child = spawn("node", [...command, ...port, ...words], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      for (const look of waiting) look();
    });
  const gone = once(child, "exit");
  const lines = (): string[] => text.split("\n").slice(0, -1);
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = lines().find((each) => pattern.test(each));
        if (line === undefined) return;
        waiting.delete(look);
        resolve(line);
      };
      waiting.add(look);
      look();
      void gone.then(() => reject(new Error(`It ended without ${pattern}: ${text}`)));
    });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    await gone;
    return child.exitCode;
  };
  const [origin = ""] = (await printed(/^http:\/\/\S+ {2}/)).split(" ");
  return {
    origin,
    lines,
    printed,
    end,
    process: child,
    [Symbol.asyncDispose]: async () => void (await end("SIGKILL")),
  };
}
