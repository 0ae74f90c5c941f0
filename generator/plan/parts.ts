/** What a module is made of: its declarations one by one, and the pages that they come from. */
import type { ObjectType } from "../model/api.js";
import type { ModulePlan } from "./plan.js";

/** A module for each declaration. */
export function modulesOfParts(module: ModulePlan): readonly ModulePlan[] {
  const empty: ModulePlan = { ...module, types: [], enums: [], operations: [] };
  return [
    ...module.types.map((type) => ({ ...empty, types: [type] })),
    ...module.enums.map((each) => ({ ...empty, enums: [each] })),
    ...module.operations.map((operation) => ({ ...empty, operations: [operation] })),
  ];
}

/** The pages that hold what `module` declares, as often as they do. A type that no page describes was read off examples. */
export function pagesBehind({ types, enums, operations }: ModulePlan): readonly string[] {
  return [
    ...types.flatMap(({ type }) => pagesOf(type)),
    ...enums.flatMap((plan) => plan.enum.pages),
    ...operations.map(({ operation }) => operation.page),
  ];
}

function pagesOf({ pages, properties }: ObjectType): readonly string[] {
  return pages.length > 0 ? pages : properties.map(({ page }) => page);
}
