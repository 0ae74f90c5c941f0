/** A file of the generated package. */
export interface OutputFile {
  /** Relative to the package, with `/` on every system. */
  readonly path: string;
  readonly content: string;
}

/** A file of the package, and what stands for its content: SHA-256 in hexadecimal. */
export interface FileSum {
  readonly path: string;
  readonly sum: string;
}

/** A backslash, a NUL, a drive, or a part that is empty, `.` or `..`. */
const MISLEADING = /[\\\0]|^[A-Za-z]:|(?:^|\/)\.{0,2}(?:\/|$)/;

/** Whether `path` names a file inside of a package on every system: parts joined by `/`, none of which leads elsewhere. */
export function isPackagePath(path: string): boolean {
  return !MISLEADING.test(path);
}
