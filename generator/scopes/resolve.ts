/** Where the imports of a program lead: to a generated package, to another file of the program, or to nothing that matters here. */
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";
import { packageFinder, type ApiPackage } from "./package.js";
import { STUB } from "./stub.js";

export interface Target {
  readonly package?: ApiPackage;
  /** A file of the program. */
  readonly file?: ts.ResolvedModuleFull;
}

/** `own`: files that belong to the program whatever lies around them. `api`: the package that is meant where an import leads nowhere. */
export function resolverFor(
  own: ReadonlySet<string>,
  options: ts.CompilerOptions,
  host: ts.ModuleResolutionHost,
  api: ApiPackage | undefined,
): (name: string, from: string) => Target {
  const finder = packageFinder();
  const nowhere = (name: string, from: string): ApiPackage | undefined => {
    if (/^[./]/.test(name) || isBuiltin(name)) return undefined;
    return finder.installed(name, from) ?? api;
  };
  return (name, from) => {
    if (name.endsWith(STUB)) return { file: stubModule(join(dirname(from), name)) };
    const file = ts.resolveModuleName(name, from, options, host).resolvedModule;
    if (file === undefined) return asPackage(nowhere(name, from));
    if (own.has(file.resolvedFileName)) return { file };
    const around = finder.around(file.resolvedFileName);
    if (around !== undefined) return asPackage(around);
    return file.isExternalLibraryImport === true ? {} : { file };
  };

  function asPackage(found: ApiPackage | undefined): Target {
    if (found === undefined || api === undefined) return found === undefined ? {} : { package: found };
    return isMeant(found, api) ? { package: api } : {};
  }
}

/** The same folder, or a copy: the given one may be another build than what is installed, or an `api.json` by itself. */
function isMeant(found: ApiPackage, api: ApiPackage): boolean {
  return found.folder === api.folder || api.name === undefined || api.name === found.name;
}

/** The stub of a package lies in its folder, as far as the compiler knows. */
export function stubFile({ folder }: ApiPackage): string {
  return join(folder, `${STUB}.d.ts`);
}

export function stubModule(path: string): ts.ResolvedModuleFull {
  const resolvedFileName = path.endsWith(".d.ts") ? path : `${path}.d.ts`;
  return { resolvedFileName, extension: ts.Extension.Dts, isExternalLibraryImport: false };
}
