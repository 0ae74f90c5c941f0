/** What a configuration says of rules: `{ "rules": { "example-null": "off", "link-broken": { "severity": "error", "exclude": ["beta/**"] } } }`. */
import picomatch from "picomatch";
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";
import { closest } from "../shared/suggest.js";
import { isRuleId, rules, unshakeable, type Finding, type RuleId, type Severity } from "./rules.js";

export type Level = Severity | "off";

export interface RuleSetting {
  readonly severity?: Level;
  /** Pages that the rule does not speak of, as patterns of paths from the docs root. */
  readonly exclude?: readonly string[];
}

export type RuleSettings = Readonly<Partial<Record<RuleId, Level | RuleSetting>>>;

const LEVELS: readonly unknown[] = ["off", "info", "warning", "error"] satisfies Level[];
const KEYS = ["severity", "exclude"];

/** The first thing that is wrong with what a configuration gives as `rules`, as a sentence without its dot. */
export function ruleSettingsFlaw(value: unknown): string | undefined {
  if (!isObject(value)) return "it must be an object of rules";
  for (const [id, setting] of Object.entries(value)) {
    if (!isRuleId(id))
      return `there is no rule ${id}.${closest(id, Object.keys(rules)) || " `docwright rules` lists them"}`;
    const flaw = settingFlaw(setting);
    if (flaw !== undefined) return `${id}: ${flaw}`;
    if (unshakeable.has(id)) return `${id} tells that docwright could not do its work, and stays an error`;
  }
  return undefined;
}

function settingFlaw(setting: unknown): string | undefined {
  if (!isObject(setting)) return LEVELS.includes(setting) ? undefined : levelFlaw;
  const stranger = Object.keys(setting).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) return `there is no key ${stranger}.${closest(stranger, KEYS)}`;
  const { severity, exclude } = setting;
  if (severity !== undefined && !LEVELS.includes(severity)) return levelFlaw;
  if (exclude === undefined || (Array.isArray(exclude) && exclude.every((each) => typeof each === "string")))
    return undefined;
  return "exclude must be a list of patterns";
}

const levelFlaw = 'the severity must be "off", "info", "warning" or "error"';

/** Findings as the configuration wants them: without those that it turns off, the others as grave as it says. */
export function configured(findings: readonly Finding[], settings: RuleSettings = {}): readonly Finding[] {
  return findings.flatMap((finding) => {
    if (isOff(finding.rule, finding.page, settings)) return [];
    const setting = own(settings, finding.rule);
    const severity = typeof setting === "object" ? setting.severity : setting;
    return severity === undefined || severity === "off" ? [finding] : [{ ...finding, severity }];
  });
}

/** Whether the configuration keeps a rule from speaking of a page. */
export function isOff(rule: string, page: string, settings: RuleSettings = {}): boolean {
  const setting = own<Level | RuleSetting>(settings, rule);
  if (typeof setting !== "object") return setting === "off";
  return setting.severity === "off" || isExcluded(setting, page);
}

const matchers = new WeakMap<RuleSetting, (page: string) => boolean>();

function isExcluded(setting: RuleSetting, page: string): boolean {
  const { exclude = [] } = setting;
  if (exclude.length === 0) return false;
  const matcher = matchers.get(setting) ?? picomatch([...exclude], { dot: true });
  matchers.set(setting, matcher);
  return matcher(page);
}
