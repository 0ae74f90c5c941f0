/** The index files and the client: what a program sees that imports the package by its name. */
import { literal } from "../typescript/encode.js";
import { exportsOf, operationExports } from "../../plan/exports.js";
import type { ModulePlan, Plan } from "../../plan/plan.js";
import { runtimeAlias, runtimeSymbols, type RuntimeSymbol } from "../../plan/runtime.js";

/** `src/index.ts`: everything. A runtime type that shares its name with a type of the API is exported as `Runtime…`. */
export function indexSource(plan: Plan): string {
  const own = plan.modules.filter((module) => module.folder === "");
  const nested = plan.modules.filter((module) => module.folder !== "" && module.operations.length > 0);
  const taken = takenAtRoot(plan);
  return [
    ...runtimeExports(taken),
    clientExports(taken),
    ...own.map((module) => `export * from ${literal(`./${module.path}.js`)};`),
    ...nested.map((module) => `export ${namedOperations(module)} from ${literal(`./${module.path}.js`)};`),
    ...nestedNamespaces(plan, ""),
  ].join("\n");
}

/** The names that the API has at the root; what the runtime calls so gets another name there. */
export function takenAtRoot({ modules }: Plan): ReadonlySet<string> {
  return new Set(
    modules.flatMap((module) =>
      module.folder === "" ? exportsOf(module) : module.operations.flatMap(operationExports),
    ),
  );
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

/** Two files may export all they have only as long as they have no name in common. */
function clientExports(taken: ReadonlySet<string>): string {
  return taken.has("ClientOptions")
    ? `export { createClient, type ${exportSpecifier("ClientOptions", taken)} } from "./client.js";`
    : `export * from "./client.js";`;
}

function exportSpecifier(name: RuntimeSymbol, taken: ReadonlySet<string>): string {
  const alias = runtimeAlias(name, taken);
  return alias === name ? name : `${name} as ${alias}`;
}

/** Functions of a sub-namespace are exported by the root directly, too. */
function namedOperations({ operations }: ModulePlan): string {
  const values = operations.flatMap(({ name, aliases, constant }) => [name, ...aliases, constant]);
  const types = operations.flatMap(({ where, body }) => [where ?? [], body ?? []].flat());
  return `{ ${[...values, ...types.map((name) => `type ${name}`)].join(", ")} }`;
}
