/** What differs between a commit and the working tree: what is committed since, staged, unstaged and not yet known to Git, all alike. */
import { join } from "node:path";
import { readPlain } from "../files/plain-file.js";
import { fields, mustGit } from "./git.js";
import { filesAt } from "./tree.js";

/** Paths from the root of the repository, with `/`. */
export interface FileChanges {
  /** Present paths of files that are new or have another content, renamed ones too. */
  readonly changed: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  /** Present path by earlier path. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Share of lines in common from which on two files count as one: Git's own measure is as large. */
const ALIKE = 0.5;
/** Pairs of files that are compared. */
const PAIRS = 40_000;

export function changesSince(repository: string, commit: string): FileChanges {
  const words = [
    "diff",
    "-M",
    "--name-status",
    "-z",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--ignore-submodules",
  ];
  const told = fields(mustGit(repository, [...words, commit, "--"])).values();
  const changed = new Set<string>();
  const deleted = new Set<string>();
  const renames = new Map<string, string>();
  for (const status of told) {
    const path = String(told.next().value);
    if (status.startsWith("D")) deleted.add(path);
    else if (status.startsWith("R")) {
      const now = String(told.next().value);
      renames.set(path, now);
      changed.add(now);
    } else changed.add(status.startsWith("C") ? String(told.next().value) : path);
  }
  const unknown = fields(mustGit(repository, ["ls-files", "--others", "--exclude-standard", "-z", "--full-name"]));
  for (const path of unknown) changed.add(path);
  for (const [from, to] of movedAside(repository, commit, [...deleted], unknown)) {
    deleted.delete(from);
    renames.set(from, to);
  }
  return { changed, deleted, renames };
}

/** Files that were moved without a word to Git, which looks for renames among what it knows. */
function movedAside(
  repository: string,
  commit: string,
  deleted: readonly string[],
  unknown: readonly string[],
): readonly (readonly [from: string, to: string])[] {
  const isPage = (path: string): boolean => path.endsWith(".md");
  const gone = deleted.filter(isPage);
  const come = unknown.filter(isPage);
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > PAIRS) return [];
  const wanted = new Set(gone);
  const before = filesAt(repository, commit, gone, (path) => wanted.has(path)).map(({ path, content }) => {
    return { path, lines: linesOf(content) };
  });
  const after = come.flatMap((path) => {
    const content = readPlain(join(repository, path));
    return content === undefined ? [] : [{ path, lines: linesOf(content) }];
  });
  const pairs = before.flatMap((from) =>
    after.map((to) => ({ from: from.path, to: to.path, share: shareOf(from.lines, to.lines) })),
  );
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to, share } of pairs.sort((a, b) => b.share - a.share)) {
    if (share < ALIKE || found.has(from) || taken.has(to)) continue;
    found.set(from, to);
    taken.add(to);
  }
  return [...found];
}

function linesOf(content: Buffer): ReadonlySet<string> {
  return new Set(content.toString("utf8").split(/\r?\n/));
}

function shareOf(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  const common = [...before].filter((line) => after.has(line)).length;
  return common / Math.max(before.size, after.size);
}

/** A piece of a file that differs: its present lines, and the text before and after. */
export interface Hunk {
  readonly path: string;
  readonly line: number;
  readonly removed: string;
  readonly added: string;
}

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** The pieces of one file that differ from `before`, its path at `commit`. */
export function hunksOf(repository: string, commit: string, before: string, path: string): readonly Hunk[] {
  const words = ["diff", "-U0", "-M", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", commit, "--"];
  const literal = [before, path].map((each) => `:(top,literal)${each}`);
  const hunks: { path: string; line: number; removed: string; added: string }[] = [];
  for (const line of mustGit(repository, [...words, ...literal])
    .toString("utf8")
    .split("\n")) {
    const [, start] = HUNK.exec(line) ?? [];
    const last = hunks.at(-1);
    // a piece that only takes lines away is shown at the line above
    if (start !== undefined) hunks.push({ path, line: Math.max(1, Number(start)), removed: "", added: "" });
    else if (last !== undefined && line.startsWith("-")) last.removed += `${line.slice(1)}\n`;
    else if (last !== undefined && line.startsWith("+")) last.added += `${line.slice(1)}\n`;
  }
  return hunks;
}
