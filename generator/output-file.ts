/** A file of the generated package. */
export interface OutputFile {
  /** Relative to the package, with `/` on every system. */
  readonly path: string;
  readonly content: string;
}

/** Whether `path` names a file inside of a package on every system: parts joined by `/`, none of which leads elsewhere. */
export function isPackagePath(path: string): boolean {
  const isName = (part: string): boolean => part !== "" && part !== "." && part !== "..";
  return !/[\\\0]|^[A-Za-z]:/.test(path) && path.split("/").every(isName);
}
