/** The index files and the client: what a program sees that imports the package by its name. */
import { literal } from "../typescript/encode.js";
import { apiNamesAtRoot, operationTypes, operationValues } from "../../plan/exports.js";
import type { ModulePlan, Plan } from "../../plan/plan.js";
import { runtimeAlias, runtimeSymbols, type RuntimeSymbol } from "../../plan/runtime.js";

/** `src/index.ts`: everything. A runtime type that shares its name with a type of the API is exported as `Runtime…`. */
export function indexSource(plan: Plan): string {
  const own = plan.modules.filter((module) => module.folder === "");
  const nested = plan.modules.filter((module) => module.folder !== "" && module.operations.length > 0);
  const taken = new Set(apiNamesAtRoot(plan.modules));
  return [
    ...runtimeExports(taken),
    clientExports(taken),
    ...own.map((module) => `export * from ${literal(`./${module.path}.js`)};`),
    ...nested.map((module) => `export ${namedOperations(module)} from ${literal(`./${module.path}.js`)};`),
    ...nestedNamespaces(plan, ""),
  ].join("\n");
}

/** `src/<namespace>/index.ts`. */
export function namespaceSource(plan: Plan, folder: string): string {
  const own = plan.modules.filter((module) => module.folder === folder);
  const lines = [
    ...own.map((module) => `export * from ${literal(`./${module.path.slice(folder.length)}.js`)};`),
    ...nestedNamespaces(plan, folder),
  ];
  return lines.join("\n");
}

function nestedNamespaces({ namespaces }: Plan, parent: string): string[] {
  return namespaces
    .filter((namespace) => namespace.parent === parent)
    .map(({ name, folder }) => `export * as ${name} from ${literal(`./${folder.slice(parent.length)}index.js`)};`);
}

function runtimeExports(taken: ReadonlySet<string>): string[] {
  const specifiers = symbols
    .filter((name) => name !== "createClient" && name !== "ClientOptions")
    .map((name) => `${runtimeSymbols[name] === "type" ? "type " : ""}${exportSpecifier(name, taken)}`);
  return [`export { ${specifiers.join(", ")} } from "./runtime/index.js";`];
}

const symbols = Object.keys(runtimeSymbols) as RuntimeSymbol[];

function clientExports(taken: ReadonlySet<string>): string {
  return `export { createClient, type ${exportSpecifier("ClientOptions", taken)} } from "./client.js";`;
}

function exportSpecifier(name: RuntimeSymbol, taken: ReadonlySet<string>): string {
  const alias = runtimeAlias(name, taken);
  return alias === name ? name : `${name} as ${alias}`;
}

/** Functions of a sub-namespace are exported by the root directly, too. */
function namedOperations({ operations }: ModulePlan): string {
  const types = operations.flatMap(operationTypes).map((name) => `type ${name}`);
  return `{ ${[...operations.flatMap(operationValues), ...types].join(", ")} }`;
}
