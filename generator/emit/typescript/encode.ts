/**
 * The only ways by which text of the docs enters code: as a literal, as a key, as a comment. Whatever the docs hold, it stays
 * inside the literal, the key or the comment that it was meant for.
 */

import { INVISIBLE, INVISIBLE_IN_TEXT, unicodeEscape } from "../../shared/invisible.js";

const LINE_SEPARATOR = /\r\n?|[\u2028\u2029]/gu;
const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/u;
const COMMENT_END = /\*\//gu;
const INLINE_TAG = /\{@/gu;
/** TypeScript sees a tag behind white space too, not only where a line starts. */
const TAG_START = /(^|[\s*/])@/gmu;
const PROTOTYPE = "__proto__";
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** `text` as a string literal in double quotes. */
export function literal(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, unicodeEscape);
}

/** `name` as the name of a declared property: bare where that is allowed, else quoted. */
export function key(name: string): string {
  return PLAIN_KEY.test(name) ? name : literal(name);
}

/** `name` as a key of an object literal: a bare `__proto__` would set the prototype instead of a property. */
export function literalKey(name: string): string {
  return name === PROTOTYPE ? `["${PROTOTYPE}"]` : key(name);
}

/**
 * A JSON value as an expression. Keys stay quoted, as in the document it came from; objects begin with a line break, by which prettier
 * keeps one property a line.
 */
export function data(value: unknown): string {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return `[${value.map(data).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([name, inner]) => `${dataKey(name)}: ${data(inner)}`).join(",\n")}\n}`;
}

/** The key of data: quoted, as in the document it came from. */
export function dataKey(name: string): string {
  return name === PROTOTYPE ? literalKey(name) : literal(name);
}

/**
 * `text` for the inside of a block comment: cannot end it, starts no tag by accident, holds nothing invisible.
 * Line breaks stay; a tag that is wanted is added after this.
 */
export function comment(text: string): string {
  return text
    .replace(LINE_SEPARATOR, "\n")
    .replace(INVISIBLE_IN_TEXT, "")
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(COMMENT_END, "*\\/")
    .replace(INLINE_TAG, "{\\@")
    .replace(TAG_START, "$1\\@");
}

/** `text` for an address: what `unsafe` finds is percent-encoded. */
export function percentEncode(text: string, unsafe: RegExp): string {
  return text.replace(LONE_SURROGATE, "\ufffd").replace(unsafe, (character) => {
    // encodeURIComponent leaves !'()* as they are
    return encodeURIComponent(character).replace(
      /^[!-*]$/u,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  });
}
