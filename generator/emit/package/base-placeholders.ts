/** What a program gives for the placeholders of the base address, and by which names. */
import { camelCase, reservedWords } from "../../plan/identifier.js";
import { createNamePool } from "../../plan/name-pool.js";
import { openBase } from "../../shared/odata/base.js";

export interface BasePlaceholder {
  /** As it stands between the braces of the address. */
  readonly documented: string;
  /** The member of `ClientOptions`, and the variable. */
  readonly name: string;
}

/** Members of the runtime's `ClientOptions`; a test compares them. */
export const clientOptions: readonly string[] = [
  "baseUrl",
  "token",
  "fetch",
  "headers",
  "retry",
  "timeout",
  "middleware",
  "sleep",
  "now",
  "random",
];

/** What the functions of `src/client.ts` call so; `__proto__` is no member of any object. */
const ownNames = [
  "createClient",
  "createClientFor",
  "checked",
  "options",
  "baseWithoutVersion",
  "ownMiddleware",
  "telling",
  "errors",
  "__proto__",
];

/** In the order of the address. A name that means something else already gets `address` before it. */
export function basePlaceholders(baseUrl: string | undefined): readonly BasePlaceholder[] {
  if (baseUrl === undefined) return [];
  const pool = createNamePool([...reservedWords, ...clientOptions, ...ownNames]);
  return openBase(baseUrl).names.map((documented) => ({
    documented,
    name: pool.take(camelCase(documented) || "host", camelCase("address", documented)),
  }));
}
