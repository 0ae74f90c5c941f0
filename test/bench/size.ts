/** Bytes of a program's bundle: esbuild `--bundle --minify --format=esm`, then `gzip -9`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

interface Described {
  readonly function: string;
  readonly module: string;
  readonly method: string;
  readonly result: { readonly kind: string };
  readonly routes: readonly string[];
}

export interface Sizes {
  /** One GET of one object. */
  readonly one: number;
  /** The same for each operation of that kind, sorted. */
  readonly reads: readonly number[];
  /** One list, iterated over all its pages. */
  readonly paging: number;
  /** What each further operation adds, sorted. */
  readonly further: readonly number[];
  /** The same with its constant, permissions included. */
  readonly described: readonly number[];
}

/** Everything that operations share: what one more adds is its own. */
const shared = [
  `export { createClient } from "./src/client.js";`,
  `export { call, callAccepted, callStream, callText, delta, jsonBody, list, rawBody, withPermissions, writeInContext } from "./src/runtime/index.js";`,
].join("\n");

/** Sizes of programs that use the generated package in `folder`. */
export async function sizesOf(folder: string): Promise<Sizes> {
  const api: { operations: readonly Described[] } = JSON.parse(readFileSync(join(folder, "api.json"), "utf8"));
  const objects = api.operations.filter(({ method, result }) => method === "GET" && result.kind === "object");
  const list = api.operations.find(({ result }) => result.kind === "list");
  const one = objects.find((operation) => operation.function === "getSynchronizationJob") ?? objects[0];
  if (one === undefined || list === undefined) throw new Error(`${folder} has no read or no list`);
  const rest = api.operations.filter((operation) => operation !== one);
  const added = async (text: (operation: Described) => string): Promise<number[]> => {
    const start = await bundled(shared + text(one), folder);
    const sizes = await Promise.all(rest.map((each) => bundled(shared + text(one) + text(each), folder)));
    return sizes.map((size) => size - start).sort(ascending);
  };
  const reads = await Promise.all(objects.map((operation) => bundled(reading(operation), folder)));
  return {
    one: await bundled(reading(one), folder),
    reads: reads.sort(ascending),
    paging: await bundled(iterating(list), folder),
    further: await added(exported),
    described: await added((each) => exported(each) + constant(each)),
  };
}

/** Size of a program below `folder`. `packages`: `node_modules` folders to look into. */
export async function bundled(contents: string, folder: string, packages: readonly string[] = []): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    nodePaths: [...packages],
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

function exported({ function: name, module }: Described): string {
  return `export { ${name} } from "./src/${module}.js";\n`;
}

function constant({ function: name, module }: Described): string {
  return `export { ${name}Operation } from "./src/${module}.js";\n`;
}

function importing({ function: name, module }: Described): string {
  return `import { createClient } from "./src/client.js";
    import { ${name} } from "./src/${module}.js";
    const client = createClient({ token: () => acquireToken() });`;
}

function reading(operation: Described): string {
  return `${importing(operation)} console.log(await ${operation.function}(client, ${where(operation)}));`;
}

function iterating(operation: Described): string {
  return `${importing(operation)} for await (const item of ${operation.function}(client, ${where(operation)})) console.log(item);`;
}

/** `{ userId: "a" }` */
function where({ routes: [route = ""] }: Described): string {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}: "a"`);
  return `{ ${names.join(", ")} }`;
}

function ascending(a: number, b: number): number {
  return a - b;
}
