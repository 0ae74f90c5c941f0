/** `docwright rules`: the table of all rules, or the page of one, for people. */
import { exitCode, type Call } from "./call.js";
import { rulePages } from "../../findings/rule-pages.js";
import { rules, type Rule, type RuleId } from "../../findings/rules.js";
import type { Line } from "../terminal.js";
import { closest } from "../../shared/suggest.js";
import { painted } from "../report.js";
import { UsageError } from "../../shared/usage-error.js";

/** Prints all rules as a table, or the page of one. Throws a `UsageError` for a rule that does not exist. */
export async function runRules({ argument, settings, terminal }: Call): Promise<number> {
  const ids = Object.keys(rules).filter(isRule);
  const chosen = ids.filter((id) => argument === undefined || id === argument);
  if (chosen.length === 0)
    throw new UsageError(
      `There is no rule ${argument ?? ""}.${closest(argument ?? "", ids)}\ndocwright rules lists them.`,
    );
  if (settings.json)
    terminal.printJson(Object.fromEntries(chosen.map((id) => [id, { ...rules[id], ...rulePages[id] }])));
  else if (argument === undefined)
    terminal.print([...tableLines(chosen), "", "docwright rules <rule> shows the page of one."]);
  else terminal.print(chosen.flatMap((id) => pageLines(id, rules[id])));
  return exitCode.clean;
}

function isRule(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}

function tableLines(ids: readonly RuleId[]): Line[] {
  const width = Math.max(...ids.map((id) => id.length)) + 2;
  return ids.map((id) => [
    id.padEnd(width),
    painted(rules[id].severity),
    " ".repeat(9 - rules[id].severity.length),
    rules[id].message,
  ]);
}

function pageLines(id: RuleId, { severity, message, fix }: Rule): Line[] {
  const { loses, example } = rulePages[id];
  return [
    [`${id} (`, painted(severity), ")"],
    `  ${message}`,
    "",
    ...part("What is lost", loses),
    ...part("Fix", fix),
    ...(example ? [...part("Bad", example.bad), ...part("Good", example.good || "(leave it out)")] : []),
  ];
}

function part(name: string, text: string): string[] {
  return [
    name,
    ...text
      .trim()
      .split("\n")
      .map((line) => `  ${line}`.trimEnd()),
    "",
  ];
}
