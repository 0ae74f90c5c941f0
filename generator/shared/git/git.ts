/** Asks Git. What it is asked about may come from strangers: no helper program that a repository names is run, and nothing is written. */
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { UsageError } from "../usage-error.js";

/** Bytes of an answer: all pages of a large reference in one piece. */
const ANSWER = 1024 * 1024 * 1024;

/** What Git said, and whether it could do what it was asked. */
export interface Answer {
  readonly ok: boolean;
  readonly output: Buffer;
  readonly complaint: string;
}

/**
 * Runs `git` on the repository in `folder`. It starts outside of the repository, lest a `git.exe` in it is run. Throws a `UsageError` where
 * there is no Git.
 */
export function askGit(folder: string, words: readonly string[], input?: string): Answer {
  const options = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false"];
  const made = spawnSync("git", [...options, "-C", folder, ...words], {
    cwd: dirname(process.execPath),
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    maxBuffer: ANSWER,
    ...(input !== undefined && { input }),
  });
  if (made.error !== undefined && made.status === null && !made.stdout?.length)
    throw new UsageError(
      `Git cannot be run: ${made.error.message}. Install it, or leave out what compares with another state.`,
    );
  return { ok: made.status === 0, output: made.stdout, complaint: made.stderr.toString("utf8").trim() };
}

/** The same for what has to succeed. Throws a `UsageError` with Git's own words where it does not. */
export function mustGit(folder: string, words: readonly string[], input?: string): Buffer {
  const { ok, output, complaint } = askGit(folder, words, input);
  if (!ok) throw new UsageError(`git ${words[0] ?? ""} failed: ${complaint || "it said nothing"}`);
  return output;
}

/** What `-z` separates. */
export function fields(output: Buffer): string[] {
  return output.toString("utf8").split("\0").slice(0, -1);
}
