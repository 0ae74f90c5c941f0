/** The files of a repository at one of its commits, read from Git's own store: the working tree is neither looked at nor touched. */
import { fields, mustGit } from "./git.js";

export interface TreeFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly content: Buffer;
}

/** Regular files: no links, which lead anywhere, and no other repositories. */
const REGULAR = /^100(?:644|755) blob ([\da-f]+)\t/;

/**
 * The regular files below `folders` (paths from the root of the repository) at `commit`, those whose path `isWanted` says yes to. A folder
 * that is not there has none. Throws a `UsageError` where Git cannot tell.
 */
export function filesAt(
  repository: string,
  commit: string,
  folders: readonly string[],
  isWanted: (path: string) => boolean,
): readonly TreeFile[] {
  const words = ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...folders.map((folder) => folder || ".")];
  const listed = fields(mustGit(repository, words));
  const files = listed.flatMap((entry) => {
    const id = REGULAR.exec(entry)?.[1];
    const path = entry.slice(entry.indexOf("\t") + 1);
    return id !== undefined && isWanted(path) ? [{ path, id }] : [];
  });
  return contentsOf(repository, files);
}

function contentsOf(repository: string, files: readonly { readonly path: string; readonly id: string }[]): TreeFile[] {
  if (files.length === 0) return [];
  const output = mustGit(repository, ["cat-file", "--batch"], files.map(({ id }) => `${id}\n`).join(""));
  let at = 0;
  return files.map(({ path }) => {
    // `<id> blob <size>`, a line break, the content, a line break
    const end = output.indexOf("\n", at);
    const size = Number(output.toString("latin1", at, end).split(" ")[2]);
    const start = end + 1;
    at = start + size + 1;
    return { path, content: output.subarray(start, start + size) };
  });
}
