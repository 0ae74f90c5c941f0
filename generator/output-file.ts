/** A file of the generated package. */
export interface OutputFile {
  /** Relative to the package, with `/` on every system. */
  readonly path: string;
  readonly content: string;
}
