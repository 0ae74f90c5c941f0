/** JSON that lacks what encloses it, or has something in front: `"value": [ … ]`, `"Berth" { … }`. */

/** A text that begins as JSON does; it may lack its end. `added`: characters before its first; `reason`: what was wrong, if anything. */
export interface Enclosed {
  readonly text: string;
  readonly added: number;
  readonly reason?: string;
}

const CONTAINER = /^\s*(?:\/[/*]|[[{])/;
const MEMBER = /^\s*"[^"\\\n]{1,200}"[ \t]{0,20}:/;
const NAME = /^\s*"[\w.$ -]{1,200}"(?=\s*\{)/;
const NO_BRACES = "the braces around the members are missing";
const NAME_BEFORE = "a name stands in front of the object";

/** undefined for what is no object or array, nor what stands in one. */
export function enclosed(text: string): Enclosed | undefined {
  if (CONTAINER.test(text)) return { text, added: 0 };
  if (MEMBER.test(text)) return { text: `{${text}`, added: 1, reason: NO_BRACES };
  const [name] = NAME.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { text: " ".repeat(name.length) + text.slice(name.length), added: 0, reason: NAME_BEFORE };
}
