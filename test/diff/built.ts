/** Builds small packages for many cases at once, and lets one compiler look at all programs. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project, ts } from "ts-morph";
import { publishedApi } from "../../generator/emit/json/api-json.js";
import { packageSources } from "../../generator/emit/package/package.js";
import { emitModule } from "../../generator/emit/typescript/emit-module.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import type { EarlierNames } from "../../generator/plan/plan.js";
import { apiOf, type Pages } from "../model/api-of.js";

const templates = fileURLToPath(new URL("../../templates/", import.meta.url));

/** The runtime once for all packages in `folder`. */
export function layRuntime(folder: string): void {
  cpSync(join(templates, "runtime"), join(folder, "runtime"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
}

/** Writes the package of some pages to `folder/name`; its runtime is the one that all share. */
export async function build(
  pages: Pages,
  folder: string,
  name: string,
  previous?: EarlierNames,
): Promise<PublishedApi> {
  const plan = planPackage(apiOf(pages), {
    name: "parcels",
    version: "1.0.0",
    license: "MIT",
    ...(previous && { previous }),
  });
  const modules = await Promise.all(plan.modules.map(emitModule));
  const files = [...modules.flat(), ...packageSources(plan)].filter(({ path }) => /^(?:src|fixtures)\//.test(path));
  for (const { path, content } of files) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, shared(content, relative(dirname(file), join(folder, "runtime"))));
  }
  return publishedApi(plan);
}

function shared(content: string, runtime: string): string {
  const way = runtime.split("\\").join("/");
  return content.replaceAll(/"(?:\.\.?\/)+(?:src\/)?runtime\/(\w+)\.js"/g, (_, file: string) => `"${way}/${file}.js"`);
}

/** A program of statements, against the package in its folder. */
export function layProgram(statements: string, folder: string, name: string): string {
  const file = join(folder, `${name}.ts`);
  const imports = /^import .*;$/gm;
  const head = [`import * as api from "./src/index.js";`, ...(statements.match(imports) ?? [])].join("\n");
  const body = statements.replaceAll(imports, "").trim();
  writeFileSync(
    file,
    `${head}\nvoid api;\nexport async function use(client: api.Client) {\n  void client;\n${body}\n}\n`,
  );
  return file;
}

/** What the compiler says against each file. */
export function complaints(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const project = new Project({
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      skipLibCheck: true,
      noEmit: true,
    },
  });
  project.addSourceFilesAtPaths(files);
  project.resolveSourceFileDependencies();
  const program = project.getProgram().compilerObject;
  return new Map(
    files.map((file) => {
      const source = program.getSourceFile(file);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [file, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))];
    }),
  );
}

/** The requests that a program sends. */
export async function requestsOf(file: string): Promise<readonly string[]> {
  const sent: string[] = [];
  const client = {
    send: async ({ method, url, headers, body }: { method: string; url: string; headers: Headers; body?: unknown }) => {
      sent.push(JSON.stringify([method, url, [...headers], body]));
      return new Response(JSON.stringify({ value: [] }), { headers: { "Content-Type": "application/json" } });
    },
  };
  const program: { use(client: unknown): Promise<unknown> } = await import(pathToFileURL(file).href);
  await program.use(client).catch(() => undefined);
  return sent;
}
