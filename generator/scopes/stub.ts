/**
 * What stands for a generated package while a program is looked through: a module that declares a function and a constant for each operation
 * and nothing else. So the compiler itself says where a name leads, and need not read the package, which can be large.
 */
import { upperFirst } from "../shared/names.js";
import type { PublishedOperation } from "../model/published.js";
import type { ApiPackage } from "./package.js";

/** Name of the file; the compiler only ever sees it in memory. */
export const STUB = "docwright-scopes-stub";

/** What functions and constants are known by, wherever they go: so no two of them are of one type. */
export const MARK = "docwrightOperation";

/** How the constant of a function is called, by the rules of names. */
const CONSTANT_ENDS = ["Operation", "OperationConstant"];

/** All names under which operations are exported. */
export function namesOf({ function: name, aliases = [] }: PublishedOperation): readonly string[] {
  return [name, ...aliases, ...constantsOf([name, ...aliases])];
}

function constantsOf(functions: readonly string[]): readonly string[] {
  return functions.flatMap((name) => CONSTANT_ENDS.map((end) => name + end));
}

/** Everything of the package in one module, whatever module of it is imported; namespaces lead back to it. */
export function stubText({ api }: ApiPackage): string {
  const functions = api.operations.flatMap(({ function: name, aliases = [] }) => [name, ...aliases]);
  const taken = new Set(functions);
  const constants = constantsOf(functions).filter((name) => !taken.has(name));
  const namespaces = new Set(
    api.operations.flatMap(({ module }) => module.split("/").slice(0, -1)).flatMap(namespaceNames),
  );
  return [
    ...functions.map(
      (name) =>
        `export declare function ${name}(...all: any[]): any; export declare namespace ${name} { const ${MARK}: "${name}"; }`,
    ),
    ...constants.map((name) => `export declare const ${name}: { readonly ${MARK}: "${name}" };`),
    ...[...namespaces]
      .filter((name) => !taken.has(name))
      .map((name) => `export declare const ${name}: typeof import("./${STUB}");`),
  ].join("\n");
}

function namespaceNames(folder: string): readonly string[] {
  return [upperFirst(folder), `${upperFirst(folder)}Namespace`];
}
