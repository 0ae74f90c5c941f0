/** What the modules of a package export, and what its root does beside them. */
import type { ModulePlan, OperationPlan } from "./plan.js";
import { runtimeNames } from "./runtime.js";

export function exportsOf({ types, enums, operations }: ModulePlan): string[] {
  return [
    ...types.flatMap(({ name, union, relationship }) => [name, union?.name ?? [], relationship?.name ?? []].flat()),
    ...enums.flatMap(({ name, values }) => [name, values]),
    ...operations.flatMap(operationExports),
  ];
}

/** Functions of a sub-namespace are exported by the root directly, too. */
export function operationExports({ name, aliases, constant, where, body }: OperationPlan): string[] {
  return [name, ...aliases, constant, where ?? [], body ?? []].flat();
}

/** Everything that the root exports but its namespaces. */
export function rootExports(modules: readonly ModulePlan[]): string[] {
  return [
    ...runtimeNames,
    ...modules.flatMap((module) =>
      module.folder === "" ? exportsOf(module) : module.operations.flatMap(operationExports),
    ),
  ];
}
