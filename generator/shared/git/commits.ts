/** Which commit is meant. What cannot be told is an error with the line that mends it, never "nothing changed". */
import { askGit } from "./git.js";
import { UsageError } from "../usage-error.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The commit that `ref` names. Throws a `UsageError` where there is none. */
export function commitAt(repository: string, ref: string): string {
  const { ok, output } = askGit(repository, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  ]);
  if (ok) return output.toString("utf8").trim();
  throw new UsageError(
    `Git knows no commit ${ref}.${isShallow(repository) ? deeper(ref) : " Fetch it, or name another one."}`,
  );
}

/** The commit at which the present one left `ref`. Throws a `UsageError` where it cannot be told. */
export function mergeBase(repository: string, ref: string): string {
  const commit = commitAt(repository, ref);
  const { ok, output } = askGit(repository, ["merge-base", commit, "HEAD"]);
  const base = output.toString("utf8").trim();
  if (ok && base !== "") return base;
  throw new UsageError(
    `Git cannot tell where the present commit left ${ref}.${isShallow(repository) ? deeper(ref) : " They have no commit in common: name another one."}`,
  );
}

function isShallow(repository: string): boolean {
  return askGit(repository, ["rev-parse", "--is-shallow-repository"]).output.toString("utf8").trim() === "true";
}

function deeper(ref: string): string {
  return [
    " The clone is shallow. Let it hold more commits:",
    "  GitHub:  - uses: actions/checkout",
    "             with: { fetch-depth: 2 }     # 0, where another branch is compared",
    "  Azure:   - checkout: self",
    "             fetchDepth: 0",
    "  GitLab:  variables: { GIT_DEPTH: 0 }",
    `  here:    git fetch --unshallow${/^[\w./-]+$/.test(ref) && !ref.startsWith("HEAD") ? `, then git fetch origin ${ref.replace(/^origin\//, "")}` : ""}`,
  ].join("\n");
}

/** What the present commit is to be compared with where nobody says it: the branch that a pull request goes to, else the default branch. */
export function defaultBase(repository: string, environment: Environment): string {
  // there, HEAD joins the pull request to its target
  if (environment["GITHUB_EVENT_NAME"]?.startsWith("pull_request") === true) return "HEAD^1";
  const target = environment["SYSTEM_PULLREQUEST_TARGETBRANCH"] ?? environment["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"];
  if (target !== undefined && target !== "") return `origin/${target.replace(/^refs\/heads\//, "")}`;
  const head = askGit(repository, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  if (head.ok) return head.output.toString("utf8").trim();
  const names = ["origin/main", "origin/master", "main", "master"];
  const found = names.find((name) => askGit(repository, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]).ok);
  if (found !== undefined) return found;
  throw new UsageError("Git does not tell which branch is the default one: name one, such as --changed origin/trunk.");
}
