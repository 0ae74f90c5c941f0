import { apiNamesAtRoot, exportsOf } from "./exports.js";
import type { AllNames } from "./naming.js";
import type { ModulePlan, NamespacePlan } from "./plan.js";
import { runtimeNames } from "./runtime.js";
import { createNamePool, type NamePool } from "./name-pool.js";
import type { Namespace } from "./namespaces.js";
import { compareText } from "../shared/names.js";

/**
 * The exported namespaces below the root, outer ones first. A namespace that shares its name with a type of the root, or with anything that
 * the namespace around it exports, gives way (`microsoft.graph.search` and `microsoft.graph.search.acronym`: `SearchNamespace`). Namespaces
 * that hold nothing but others are added.
 */
export function planNamespaces(
  namespaces: readonly Namespace[],
  names: AllNames,
  modules: readonly ModulePlan[],
): readonly NamespacePlan[] {
  const root = createNamePool([...names.type.values(), ...names.enum.values(), ...names.function.values()]);
  for (const name of [...runtimeNames, ...apiNamesAtRoot(modules)]) root.add(name);
  const pools = new Map<string, NamePool>([["", root]]);
  const plans = new Map<string, NamespacePlan>();
  for (const { folder, path } of namespaces) {
    const folders = folder.split("/").slice(0, -1);
    for (const [depth, name] of path.entries()) {
      const own = `${folders.slice(0, depth + 1).join("/")}/`;
      const parent = depth === 0 ? "" : `${folders.slice(0, depth).join("/")}/`;
      const pool =
        pools.get(parent) ?? createNamePool(modules.filter((module) => module.folder === parent).flatMap(exportsOf));
      pools.set(parent, pool);
      if (!plans.has(own)) plans.set(own, { folder: own, parent, name: pool.take(name, `${name}Namespace`) });
    }
  }
  return [...plans.values()].sort((a, b) => compareText(a.folder, b.folder));
}
