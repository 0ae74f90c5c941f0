/** What pages were called when the baseline was written last. */
import { dirname, posix, relative } from "node:path";
import { askGit } from "../shared/git/git.js";
import { changesSince } from "../shared/git/changes.js";
import { repositoryAround } from "../shared/files/repository.js";
import { UsageError } from "../shared/usage-error.js";
import { slashed } from "./paths.js";

/** Present path of a page by the earlier one, both from the docs root. None where Git does not know. */
export function renamesSince(baseline: string, root: string): ReadonlyMap<string, string> {
  const repository = repositoryAround(dirname(baseline));
  if (repository === undefined) return new Map();
  try {
    const path = slashed(relative(repository, baseline));
    const commit = askGit(repository, ["log", "-1", "--format=%H", "--", `:(top,literal)${path}`])
      .output.toString("utf8")
      .trim();
    return pageRenames(changesSince(repository, commit || "HEAD").renames, slashed(relative(repository, root)));
  } catch (error) {
    // no Git, or none that knows the commit: then the pages are other ones
    if (error instanceof UsageError) return new Map();
    throw error;
  }
}

/** Renames of files of the repository as those of pages below `base`. */
export function pageRenames(renames: ReadonlyMap<string, string>, base: string): ReadonlyMap<string, string> {
  return new Map([...renames].map(([from, to]) => [posix.relative(base, from), posix.relative(base, to)]));
}
