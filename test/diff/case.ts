/** A row of the table, shown: pages before and after, and programs that say what happens to users. */
import type { RuleId } from "../../generator/diff/rules/rules.js";
import type { Pages } from "../model/api-of.js";

/**
 * A program against the package: statements of an async function that has `client` and `api`. Where it stands says what becomes of it when
 * the package changes; it always compiles with the package that it was written for.
 */
export interface Fate {
  /** Compiles, and sends the same requests. */
  readonly stays?: string;
  /** Does not compile any more. */
  readonly red?: string;
  /** Compiles, and sends other requests. */
  readonly sends?: string;
  /** Does not compile any more, which counts not as a break: exhaustive code, mocks, contrived code. */
  readonly notices?: string;
}

export interface Case {
  readonly rule: RuleId;
  /** What is found as well, since the change has several effects. */
  readonly with?: readonly RuleId[];
  readonly old: Pages;
  readonly new: Pages;
  /** Of the names that the old package gave; without it, the new one keeps them as a release does. */
  readonly renamed?: Readonly<Record<string, { readonly function: string; readonly aliases?: readonly string[] }>>;
  /** From the old package to the new one. */
  readonly there: Fate;
  /** From the new package to the old one. */
  readonly back?: Fate;
  /** From the old package to the new one, what the changes named by `with` do. */
  readonly also?: Fate;
}
