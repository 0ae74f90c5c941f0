import type { ModulePlan } from "../../plan/plan.js";
import type { Scope } from "./scope.js";

/** What the declarations of one file are written against. */
export interface Context {
  readonly module: ModulePlan;
  readonly scope: Scope;
}
