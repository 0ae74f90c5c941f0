/** API Doctor suppresses the text of a message. Which of these tell of what docwright finds as well. */
import type { Finding, RuleId } from "./rules.js";

/** A form of its messages, whose first group is a name, and the rules that tell the same of that name. */
const FORMS: readonly (readonly [message: RegExp, ...rules: readonly RuleId[]])[] = [
  [/property '([^']+)' found in resource definition\b/i, "property-not-in-table"],
  [/property '([^']+)' found in markdown table but not\b/i, "property-not-in-json"],
  [/undocumented property '([^']+)'/i, "example-property"],
  [
    /expected type \S+ but actual was \S+\s+property: ([^\s,]+)/i,
    "example-type",
    "example-enum",
    "example-placeholder",
  ],
  [/type mismatch between example and table\. parameter name: ([^\s;]+)/i, "example-type", "property-type-differs"],
  [/\/([^\s/:]+):\s*inconsistent types between parameter/i, "property-type-differs", "body-type-differs"],
  [/\/([^\s/:]+):\s*referenced type \S+ is not defined/i, "type-unknown", "resource-missing"],
];

/** Whether the text that API Doctor suppresses tells the same as a finding. */
export function foreignMatch(text: string, { rule, symbol }: Finding): boolean {
  const form = FORMS.find(([message, ...rules]) => rules.includes(rule) && message.test(text));
  const name = form?.[0].exec(text)?.[1]?.toLowerCase();
  return name !== undefined && symbol.toLowerCase().split(".").at(-1) === name;
}
