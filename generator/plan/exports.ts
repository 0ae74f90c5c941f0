/** What the modules of a package export, and what its root does beside them. */
import type { ModulePlan, OperationPlan, PartAlias } from "./plan.js";

export function exportsOf({ types, enums, operations }: ModulePlan): string[] {
  return [
    ...types.flatMap(({ name, union, relationship }) => [name, union?.name ?? [], relationship?.name ?? []].flat()),
    ...enums.flatMap(({ name, values }) => [name, values]),
    ...operations.flatMap(operationExports),
  ];
}

export function operationValues({ name, aliases, constant, partAliases }: OperationPlan): string[] {
  return [name, ...aliases, constant, ...namesOf(partAliases, "value")];
}

export function operationTypes({ where, body, partAliases }: OperationPlan): string[] {
  return [where ?? [], body ?? [], ...namesOf(partAliases, "type")].flat();
}

function namesOf(aliases: OperationPlan["partAliases"], wanted: PartAlias["kind"]): readonly string[] {
  return aliases.flatMap(({ name, kind }) => (kind === wanted ? [name] : []));
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
