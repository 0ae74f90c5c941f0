/**
 * Whether the runtime sends a value where a template has a placeholder for it: it refuses those that would change the shape of the path, and a
 * test that cannot be sent would fail for good. The rule itself is the runtime's (`templates/runtime/write-in-context.ts`); a test compares.
 */
const ARGUMENT = /^(?:[\w.:+'",[\]<> -]|\/(?=\d))+$/;
const DOTS = /^\.{0,2}$/;

/** `name` is one of the template's placeholders. */
export function isSendable(template: string, name: string, value: string): boolean {
  const before = template.slice(0, Math.max(0, template.indexOf(`{${name}}`)));
  if (value === "") return false;
  if (before.split("'").length % 2 === 0 || before.includes("?")) return true;
  if (before.lastIndexOf("(") > before.lastIndexOf(")")) return ARGUMENT.test(value);
  const parts = before.endsWith(":/") ? value.split("/") : [value];
  return parts.every((part) => !DOTS.test(part));
}
