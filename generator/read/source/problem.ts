/** Why a page, a folder or an included file was not read, as data that travels with the page, and as a finding. */
import { bounds } from "../../shared/bounds.js";
import { finding, type Finding } from "../../findings/rules.js";
import { type Place } from "../../shared/place.js";

/**
 * `outside` stands for all that lies beyond the border of the docs, and for links that lead nowhere: whether there is anything must not show.
 */
export type Problem =
  | { readonly kind: "missing" }
  | { readonly kind: "outside" }
  | { readonly kind: "long"; readonly actual: string; readonly limit: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The finding at `place` of `page` about the file or folder that is called `path` there. */
export function problemFinding(problem: Problem, page: string, place: Place, path: string): Finding {
  switch (problem.kind) {
    case "missing":
      return finding("include-missing", page, place, path, { path });
    case "outside":
      return finding("outside-docs", page, place, path, { path });
    case "long":
      return finding("over-bound", page, place, path, { what: path, actual: problem.actual, limit: problem.limit });
    case "unreadable":
      return finding("page-unreadable", page, place, path, { path, reason: problem.reason });
  }
}

const reasons = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ENOENT", "it is gone, or its name is not UTF-8"],
  ["ENOTDIR", "it is no folder any more"],
  ["ENAMETOOLONG", "its path is too long"],
  ["EIO", "the disk failed"],
  ["EMFILE", "too many files are open"],
]);

/** What the system said when it refused; its own message would name the absolute path. */
export function unreadable(error: unknown): Problem {
  const code = errorCode(error);
  return { kind: "unreadable", reason: reasons.get(code) ?? code };
}

export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

/** What is wrong with so many included files of so many characters on one page, if anything. */
export function includesBound(files: number, length: number): Problem | undefined {
  if (files > bounds.includes)
    return { kind: "long", actual: `${files} includes on one page`, limit: `${bounds.includes}` };
  if (length > bounds.includedLength)
    return { kind: "long", actual: `${length} characters of includes`, limit: `${bounds.includedLength}` };
  return undefined;
}
