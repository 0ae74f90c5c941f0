/** The table of changes: each thing that can change has one row, which says what that does to programs. */
import { operationRules, optionRules, routeRules } from "./calls.js";
import type { Rule } from "./rule.js";
import { exampleRules, packageRules, permissionRules, wordRules } from "./surroundings.js";
import { enumerationRules, typeRules } from "./types.js";
import { bodyRules, propertyRules, resultRules } from "./values.js";

const table = {
  ...operationRules,
  ...routeRules,
  ...optionRules,
  ...bodyRules,
  ...propertyRules,
  ...typeRules,
  ...enumerationRules,
  ...resultRules,
  ...permissionRules,
  ...exampleRules,
  ...packageRules,
  ...wordRules,
};

export type RuleId = keyof typeof table;

export const changeRules: Readonly<Record<RuleId, Rule>> = table;

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(table, id);
}
