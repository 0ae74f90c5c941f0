/** A program as the compiler reads it: the given files and what they import of each other, the generated package behind a stub. */
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Project, ts, type SourceFile } from "ts-morph";
import { UsageError } from "../shared/usage-error.js";
import type { ApiPackage } from "./package.js";
import { resolverFor, stubFile, stubModule, type Target } from "./resolve.js";
import { STUB, stubText } from "./stub.js";

export interface Program {
  readonly checker: ts.TypeChecker;
  /** The files of the program itself. */
  readonly files: readonly ts.SourceFile[];
  readonly package: ApiPackage;
  /** Path of the stub that stands for it. */
  readonly stub: string;
}

const SCRIPTS = "{ts,tsx,mts,cts,js,jsx,mjs,cjs}";
const DECLARATIONS = /\.d\.[mc]?ts$/;
const GLOB = /[*?[\]{}!]/;

/** What a program without a tsconfig.json is read by. */
const defaults: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
/** Nothing but the program is looked at: no types of other packages, and of the platform only what promises and arrays need. */
const forced: ts.CompilerOptions = {
  allowJs: true,
  noEmit: true,
  types: [],
  lib: ["lib.es2022.d.ts"],
  skipLibCheck: true,
};

/**
 * Opens the files that `patterns` (files, folders, globs) name below `folder`, and those that they import. `api`: the package that is meant.
 * Throws a `UsageError` where there is no file or no package, or where several are imported and nobody says which is meant.
 */
export function openProgram(patterns: readonly string[], folder: string, api?: ApiPackage): Program {
  const project = projectFor(patterns, folder, (name, from) => resolution(name, from));
  const given = project.addSourceFilesAtPaths(patterns.map((pattern) => globOf(pattern, folder)));
  const own = new Set(given.map((file) => file.getFilePath()).filter((path) => !DECLARATIONS.test(path)));
  if (own.size === 0) throw new UsageError(`No TypeScript or JavaScript file is called ${patterns.join(" or ")}.`);
  const leads = resolverFor(own, project.getCompilerOptions(), project.getModuleResolutionHost(), api);
  const resolution = (name: string, from: string): ts.ResolvedModuleFull | undefined => {
    const target = leads(name, from);
    return target.package === undefined ? target.file : stubModule(stubFile(target.package));
  };
  const { files, packages } = follow(given, project, leads);
  const used = theOne([...packages.keys()], api);
  project.createSourceFile(stubFile(used), stubText(used), { overwrite: true });
  declareRequire(project, used, packages.get(used) ?? new Set());
  return {
    checker: project.getTypeChecker().compilerObject,
    files: files.map((file) => file.compilerNode),
    package: used,
    stub: stubFile(used),
  };
}

function projectFor(
  patterns: readonly string[],
  folder: string,
  resolution: (name: string, from: string) => ts.ResolvedModuleFull | undefined,
): Project {
  const config = configAbove(resolve(folder, patterns[0] ?? "."));
  const project = new Project({
    ...(config === undefined ? { compilerOptions: defaults } : { tsConfigFilePath: config }),
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    resolutionHost: () => ({ resolveModuleNames: (names, from) => names.map((name) => resolution(name, from)) }),
  });
  project.compilerOptions.set(forced);
  return project;
}

/** The nearest tsconfig.json; of a glob that around its fixed part. */
function configAbove(path: string): string | undefined {
  const fixed = path.split(GLOB, 1)[0] ?? path;
  return ts.findConfigFile(dirname(`${fixed}x`), (file) => existsSync(file));
}

function globOf(pattern: string, folder: string): string {
  const path = resolve(folder, pattern);
  const isFolder = !GLOB.test(pattern) && existsSync(path) && statSync(path).isDirectory();
  return (isFolder ? join(path, `**/*.${SCRIPTS}`) : path).replaceAll("\\", "/");
}

/** The files and all that they lead to, and the packages with the names that they are imported by. */
function follow(given: readonly SourceFile[], project: Project, leads: (name: string, from: string) => Target) {
  const files = new Set(given.filter((file) => !file.isDeclarationFile()));
  const packages = new Map<ApiPackage, Set<string>>();
  for (const file of files) {
    const { importedFiles } = ts.preProcessFile(file.getFullText(), true, true);
    for (const { fileName: name } of importedFiles) {
      const { package: found, file: next } = leads(name, file.getFilePath());
      if (found !== undefined) packages.set(found, (packages.get(found) ?? new Set()).add(name));
      else if (next !== undefined && !DECLARATIONS.test(next.resolvedFileName)) {
        const added = project.addSourceFileAtPathIfExists(next.resolvedFileName);
        if (added !== undefined) files.add(added);
      }
    }
  }
  return { files: [...files], packages };
}

function theOne([first, second]: readonly ApiPackage[], api: ApiPackage | undefined): ApiPackage {
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined && second !== undefined)
    throw new UsageError(`The program imports ${first.file} and ${second.file}: say with --api which is meant.`);
  throw new UsageError(
    api === undefined
      ? "The program imports no generated package that can be found: say with --api where its api.json is."
      : `The program does not import the package of ${api.file}.`,
  );
}

/** In TypeScript `require` means nothing by itself. */
function declareRequire(project: Project, used: ApiPackage, names: ReadonlySet<string>): void {
  const lines = [...names].map(
    (name) => `declare function require(id: ${JSON.stringify(name)}): typeof import("./${STUB}");`,
  );
  const text = [...lines, "declare function require(id: string): any;"].join("\n");
  project.createSourceFile(join(used.folder, `${STUB}-require.d.ts`), text, { overwrite: true });
}
