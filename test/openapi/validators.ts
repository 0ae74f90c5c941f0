/** What tools say of a document that they are given. */
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";

/** `severity rule: message at place`, one a problem. */
export type Verdict = readonly string[];

/** Redocly with all its recommended rules; in `recommended-strict` what is worth a warning is an error. */
export async function redocly(text: string, rules: "recommended" | "recommended-strict"): Promise<Verdict> {
  const config = await createConfig({ extends: [rules] });
  const problems = await lintFromString({ source: text, absoluteRef: "/openapi.json", config });
  return problems.map(({ severity, ruleId, message, location }) => {
    const [{ pointer = "" } = {}] = location;
    return `${severity} ${ruleId}: ${message} at ${String(pointer)}`;
  });
}

/** The schema of the specification itself. */
export async function specification(text: string): Promise<Verdict> {
  const { valid, errors } = await new Validator().validate(JSON.parse(text));
  return valid ? [] : [`error ${JSON.stringify(errors)}`];
}

/** How many problems there are of each severity and rule. */
export function classes(verdict: Verdict): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const problem of verdict) {
    const [kind = ""] = problem.split(":", 1);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
