/** The index files and the client: what a program sees that imports the package by its name. */
import { comment, literal } from "../typescript/encode.js";
import { exportsOf, operationExports } from "../../plan/exports.js";
import type { ModulePlan, Plan } from "../../plan/plan.js";
import { openBase } from "../../shared/odata/base.js";
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
    ...nested.map((module) => `export ${named(module)} from ${literal(`./${module.path}.js`)};`),
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

/** `src/client.ts`: the runtime's client for the service that the docs describe. */
export function clientSource({ api }: Plan): string {
  const { baseUrl } = api;
  if (baseUrl === undefined)
    return `export { createClient } from "./runtime/index.js";\nexport type { ClientOptions } from "./runtime/index.js";\n`;
  const { names } = openBase(baseUrl);
  const declared = names.map(
    (name) => `
  /** Stands for \`{${comment(name)}}\` in ${comment(baseUrl)}. */
  readonly ${name}: string;`,
  );
  const values = names.join(", ");
  return `import { createClient as createClientFor } from "./runtime/index.js";
import type { Client, ClientOptions as RuntimeClientOptions } from "./runtime/index.js";

/** As for the runtime's client; the address is known${names.length === 0 ? "" : " but for its placeholders"}. */
export interface ClientOptions extends Omit<RuntimeClientOptions, "baseUrl"> {
  /** Host and version; ${comment(baseUrl)} unless given. */
  readonly baseUrl?: string;${declared.join("")}
}

/** A client for the service that the documentation describes. */
export function createClient(${names.length === 0 ? "options?: ClientOptions" : `{ ${values}, ...options }: ClientOptions`}): Client {
  return createClientFor({ baseUrl: ${addressCode(baseUrl, names)}, ...options });
}
`;
}

/** A literal, or a template whose placeholders are variables of these names. */
function addressCode(baseUrl: string, names: readonly string[]): string {
  const pieces = baseUrl.split(PLACEHOLDER).map((piece) => (names.includes(piece) ? piece : literal(piece)));
  return pieces.filter((piece) => piece !== '""').join(" + ");
}

const PLACEHOLDER = /\{(\w+)\}/;

function runtimeExports(taken: ReadonlySet<string>): string[] {
  const specifiers = symbols
    .filter((name) => name !== "createClient" && name !== "ClientOptions")
    .map((name) => `${runtimeSymbols[name] === "type" ? "type " : ""}${specifier(name, taken)}`);
  return [`export { ${specifiers.join(", ")} } from "./runtime/index.js";`];
}

const symbols = Object.keys(runtimeSymbols) as RuntimeSymbol[];

/** Two files may export all they have only as long as they have no name in common. */
function clientExports(taken: ReadonlySet<string>): string {
  return taken.has("ClientOptions")
    ? `export { createClient, type ${specifier("ClientOptions", taken)} } from "./client.js";`
    : `export * from "./client.js";`;
}

function specifier(name: RuntimeSymbol, taken: ReadonlySet<string>): string {
  const alias = runtimeAlias(name, taken);
  return alias === name ? name : `${name} as ${alias}`;
}

/** Functions of a sub-namespace are exported by the root directly, too. */
function named({ operations }: ModulePlan): string {
  const values = operations.flatMap(({ name, aliases, constant }) => [name, ...aliases, constant]);
  const types = operations.flatMap(({ where, body }) => [where ?? [], body ?? []].flat());
  return `{ ${[...values, ...types.map((name) => `type ${name}`)].join(", ")} }`;
}
