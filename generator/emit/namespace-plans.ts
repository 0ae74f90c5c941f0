import type { AllNames } from "./naming.js";
import type { NamespacePlan } from "./plan.js";
import { createPool } from "./name-pool.js";
import type { Namespace } from "./namespaces.js";

/**
 * The exported namespaces below the root, outer ones first. A namespace that shares its name with a type of the root gives way
 * (`microsoft.graph.search` and `microsoft.graph.search.acronym`: `SearchNamespace`). Namespaces that hold nothing but others are added.
 */
export function planNamespaces(namespaces: readonly Namespace[], names: AllNames): readonly NamespacePlan[] {
  const pool = createPool([...names.type.values(), ...names.enum.values(), ...names.function.values()]);
  const plans = new Map<string, NamespacePlan>();
  for (const { folder, path } of namespaces) {
    const folders = folder.split("/").slice(0, -1);
    for (const [depth, name] of path.entries()) {
      const own = `${folders.slice(0, depth + 1).join("/")}/`;
      const parent = depth === 0 ? "" : `${folders.slice(0, depth).join("/")}/`;
      if (!plans.has(own))
        plans.set(own, { folder: own, parent, name: depth === 0 ? pool.take(name, `${name}Namespace`) : name });
    }
  }
  return [...plans.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}
