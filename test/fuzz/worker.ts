/** The process that does the jobs. It ends itself when one takes too long, and is started again for the next. */
import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { put } from "../helpers/temporary.js";
import type { Files } from "./corpus.js";
import { failure, originOf } from "./failure.js";
import type { JobAnswer, JobRequest } from "./job.js";

export interface Worker {
  /** Runs the whole job over `files`; the package goes to `out` where that is given. */
  run(files: Files, out?: string): Promise<JobAnswer>;
  close(): void;
}

/** Milliseconds for what takes no processor, but never ends: a pipe that nobody writes to. */
const longestWait = 240_000;
/** A run away is ended before the machine is out of memory. */
const megabytes = 3000;

/** Seconds of the processor: `limit` for one page, `patience` for a whole set, after which it is given up. */
export function startWorker(limit: number, patience: number): Worker {
  const folder = mkdtempSync(join(tmpdir(), "docwright-fuzz-"));
  const diary = join(folder, "diary");
  let child: ChildProcess | undefined;
  return {
    async run(files, out) {
      const docs = join(folder, "docs");
      rmSync(docs, { recursive: true, force: true });
      put(docs, Object.fromEntries(files));
      writeFileSync(diary, "starting");
      child ??= start();
      const answer = await ask(child, { docs, diary, limit, patience, ...(out !== undefined && { out }) });
      if (answer.failures.some(({ kind }) => kind === "hang")) child = undefined;
      return answer;
    },
    close() {
      child?.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function start(): ChildProcess {
  const { NODE_V8_COVERAGE: _, ...env } = process.env;
  const execArgv = ["--import", import.meta.resolve("tsx"), `--max-old-space-size=${megabytes}`];
  return fork(fileURLToPath(new URL("job.ts", import.meta.url)), {
    execArgv,
    env,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function ask(child: ChildProcess, request: JobRequest): Promise<JobAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: JobAnswer): void => {
      clearTimeout(watchdog);
      child.removeAllListeners();
      resolve(answer);
    };
    const watchdog = setTimeout(() => {
      settle(lost(request, "waits for ever"));
      child.kill("SIGKILL");
    }, longestWait);
    child.once("message", (answer: JobAnswer) => settle(answer));
    child.once("exit", (code, signal) =>
      settle(lost(request, signal === "SIGKILL" ? "takes too long" : `the process ended (${signal ?? code})`)),
    );
    child.send(request);
  });
}

/** The diary says what was being done and, when the watchdog came, where: innermost function first, and the pages that they worked on. */
function lost({ diary }: JobRequest, what: string): JobAnswer {
  const written = readFileSync(diary, "utf8");
  const [doing = "", page] = (written.split("\n    at ")[0] ?? "").split(/ (.*)/s);
  const pages = Array.from(written.matchAll(/^page (.*\.md)$/gim), ([, path]) => path);
  const found = failure("hang", `${doing}: ${what} (${originOf(written)})`, `${what}: ${written}`, page ?? pages[0]);
  return { failures: [found], seconds: 0 };
}
