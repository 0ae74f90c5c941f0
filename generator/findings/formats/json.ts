/** Everything, for other programs. `templates/schemas/check.json` describes it. */
import type { Checked, CheckedFinding, FindingState } from "../checked.js";
import { harmlessJson } from "../../shared/harmless.js";

/** Members are only added: another number means that one went, or means something else. */
const SCHEMA = 1;

export function json(checked: Checked): string {
  const { tool, fails, failOn, counts, rules, stale, change, understood, described, minRead } = checked;
  const made = {
    schema: SCHEMA,
    tool,
    summary: {
      fails,
      failOn,
      counts,
      understood,
      described,
      rules,
      ...(minRead && { minRead }),
      ...(change && { change }),
    },
    findings: inState(checked, "new"),
    baselined: inState(checked, "baselined"),
    suppressed: inState(checked, "suppressed"),
    stale,
  };
  return `${harmlessJson(JSON.stringify(made, null, 2))}\n`;
}

function inState({ findings }: Checked, wanted: FindingState): readonly CheckedFinding[] {
  return findings.filter(({ state }) => state === wanted);
}
