/** Where a documented namespace goes: `microsoft.graph` to the root, `microsoft.graph.callRecords` to `callRecords/`, exported as `CallRecords`. */
import type { Api } from "../model/api.js";
import { camelCase, pascal } from "./identifier.js";
import { namespaceOf } from "../shared/names.js";
import { reservedFiles } from "./reserved-files.js";

export interface Namespace {
  /** Documented: `microsoft.graph.callRecords`. */
  readonly name: string;
  /** Folder below `src/`, with a closing slash; empty for the root. */
  readonly folder: string;
  /** Names of the exported namespaces from the root inwards; empty for the root. */
  readonly path: readonly string[];
}

/**
 * Every namespace that holds a type or an enumeration, sorted by name, and a function that finds the one of a qualified name. Namespaces that
 * differ in letter case alone are one.
 */
export function findNamespaces(api: Api): {
  readonly namespaces: readonly Namespace[];
  of(qualifiedName: string): Namespace;
} {
  const names = [...api.types, ...api.enums].map(({ name }) => namespaceOf(name));
  const root = rootOf(names, api.rootNamespace);
  const byName = new Map<string, Namespace>();
  const byFolder = new Map<string, Namespace>();
  for (const name of [...new Set([root, ...names])].sort()) {
    const own = place(name, root);
    const namespace = byFolder.get(own.folder.toLowerCase()) ?? own;
    byFolder.set(own.folder.toLowerCase(), namespace);
    byName.set(name, namespace);
  }
  return { namespaces: [...byFolder.values()], of: (name) => byName.get(namespaceOf(name)) ?? place(root, root) };
}

/** The namespace of the house where the docs use it, else the one that most names are in; of equals, the first by name. */
function rootOf(names: readonly string[], preferred: string): string {
  if (names.length === 0 || names.includes(preferred)) return preferred;
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

function place(name: string, root: string): Namespace {
  const rootSegments = root.split(".");
  const segments = name
    .split(".")
    .filter(
      (segment, index, all) => !all.slice(0, index + 1).every((part, i) => part === rootSegments[i]) && segment !== "",
    );
  return {
    name,
    folder: segments.map((segment) => `${folderName(segment)}/`).join(""),
    path: segments.map((segment) => pascal(segment) || "Namespace"),
  };
}

/** A folder shares its name with no file of the package, and is never `node_modules` or a device. */
function folderName(segment: string): string {
  const name = camelCase(segment) || "namespace";
  return reservedFiles.has(name.toLowerCase()) ? `${name}Namespace` : name;
}
