/** Tags that the present commit has behind it. */
import { askGit } from "./git.js";

/** Names of the tags of commits that `HEAD` comes from; none where there are none, or no Git. */
export function tagsBehind(repository: string): readonly string[] {
  const { ok, output } = askGit(repository, ["tag", "--list", "--merged", "HEAD"]);
  return ok
    ? output
        .toString("utf8")
        .split("\n")
        .filter((name) => name !== "")
    : [];
}
