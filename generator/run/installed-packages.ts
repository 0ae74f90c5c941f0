/** Which packages Node loads for a package, and of which versions. */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * `name@version` of everything that the package in `folder` depends on and that these depend on, sorted. Looked for where Node looks: in the
 * `node_modules` of the folder and of all folders around it. A package that is in none of them is left out.
 */
export function installedPackages(folder: string): readonly string[] {
  const found = new Map<string, string>();
  const visit = (place: string): void => {
    for (const name of dependencyNames(readPackageJson(place)["dependencies"])) {
      const installed = findPackage(name, place);
      if (installed === undefined || found.has(installed)) continue;
      found.set(installed, `${name}@${String(readPackageJson(installed)["version"])}`);
      visit(installed);
    }
  };
  visit(realpathSync(folder));
  return [...new Set(found.values())].sort();
}

/** Where a package is that code in `place` imports; a package manager may have put a link there. */
function findPackage(name: string, place: string): string | undefined {
  const folder = join(place, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return realpathSync(folder);
  return dirname(place) === place ? undefined : findPackage(name, dirname(place));
}

function readPackageJson(folder: string): Readonly<Record<string, unknown>> {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null ? { ...manifest } : {};
}

function dependencyNames(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
