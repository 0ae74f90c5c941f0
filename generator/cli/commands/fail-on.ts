import { severities } from "../../findings/rules.js";
import type { FailOn } from "../../findings/told.js";
import type { Settings } from "../config.js";

/** From which severity on findings fail the command. */
export function failOnOf({ failOn }: Settings): FailOn {
  // a configuration may hold what `diff` goes by
  return ([...severities, "never"] as const).find((each) => each === failOn) ?? "error";
}
