import { posix, relative, sep } from "node:path";
import { isInside, repositoryAround } from "../shared/files/repository.js";

/** Paths as the repository has them; outside of one, as the current folder does, and else as the docs do. */
export interface Paths {
  /** Absolute. */
  readonly top: string;
  readonly folder: string;
  of(page: string): string;
}

export function pathsFrom(root: string, folder: string): Paths {
  const top = repositoryAround(root) ?? (isInside(root, folder) ? folder : root);
  const base = slashed(relative(top, root));
  return { top, folder: slashed(relative(top, folder)), of: (page) => posix.normalize(posix.join(base, page)) };
}

/** With `/` on every system. */
export function slashed(path: string): string {
  return path.split(sep).join("/");
}
