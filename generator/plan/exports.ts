/** What the modules of a package export, and what its root does beside them. */
import type { ModulePlan, OperationPlan } from "./plan.js";

export function exportsOf({ types, enums, operations }: ModulePlan): string[] {
  return [
    ...types.flatMap(({ name, union, relationship }) => [name, union?.name ?? [], relationship?.name ?? []].flat()),
    ...enums.flatMap(({ name, values }) => [name, values]),
    ...operations.flatMap(operationExports),
  ];
}

export function operationValues({ name, aliases, constant }: OperationPlan): string[] {
  return [name, ...aliases, constant];
}

export function operationTypes({ where, body }: OperationPlan): string[] {
  return [where ?? [], body ?? []].flat();
}

/** What the API has at the root but its namespaces. Functions of a sub-namespace are exported by the root directly, too. */
export function apiNamesAtRoot(modules: readonly ModulePlan[]): string[] {
  return modules.flatMap((module) =>
    module.folder === "" ? exportsOf(module) : module.operations.flatMap(operationExports),
  );
}

function operationExports(plan: OperationPlan): string[] {
  return [...operationValues(plan), ...operationTypes(plan)];
}
