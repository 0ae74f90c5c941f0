/** A Git repository of a test, with an author and branches that no configuration of the machine changes. */
import { execFileSync } from "node:child_process";
import { put } from "./temporary.js";

const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Writer",
  GIT_AUTHOR_EMAIL: "writer@example.com",
  GIT_COMMITTER_NAME: "Writer",
  GIT_COMMITTER_EMAIL: "writer@example.com",
};

/** Runs git in `folder`. Throws when it fails. */
export function git(folder: string, ...words: string[]): string {
  return execFileSync("git", words, {
    cwd: folder,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A repository in `folder` whose branch `main` holds these files. */
export function repositoryIn(folder: string, files: Readonly<Record<string, string>>): void {
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "config", "core.autocrlf", "false");
  commit(folder, files);
}

/** Commits files as they are now, `changed` ones written before. */
export function commit(folder: string, changed: Readonly<Record<string, string>> = {}): void {
  put(folder, changed);
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message=change");
}
