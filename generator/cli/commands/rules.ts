/** `docwright rules`: the table of findings.ts for people. */
import { exitCode, type Call } from "./call.js";
import { rules, type Rule } from "../../findings/rules.js";
import { closest } from "../../shared/suggest.js";
import { UsageError } from "../../shared/usage-error.js";

/** Prints one rule, or all. Throws a `UsageError` for a rule that does not exist. */
export async function runRules({ argument, settings, terminal }: Call): Promise<number> {
  const all: Record<string, Rule> = rules;
  const chosen = Object.entries(all).filter(([id]) => argument === undefined || id === argument);
  if (chosen.length === 0)
    throw new UsageError(`There is no rule ${argument ?? ""}.${closest(argument ?? "", Object.keys(all))}`);
  if (settings.json) terminal.printJson(Object.fromEntries(chosen));
  else terminal.print(chosen.flatMap(([id, rule]) => ruleLines(id, rule)));
  return exitCode.clean;
}

function ruleLines(id: string, { severity, message, fix }: Rule): string[] {
  return [`${id} (${severity})`, `  ${message}`, `  ${fix}`, ""];
}
