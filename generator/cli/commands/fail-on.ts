import type { FailOn } from "../../findings/told.js";
import type { Settings } from "../config.js";

/** From which severity on findings fail the command. */
export function failOnOf({ failOn = "error" }: Settings): FailOn {
  // the table of settings lets no other value pass
  return failOn as FailOn;
}
