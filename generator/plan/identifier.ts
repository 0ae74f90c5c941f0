/** Words of the docs as identifiers. What no identifier may hold separates words; the case of a word's inside is the docs' own. */

import { shortened } from "../shared/bounds.js";

/** Letters beyond the first 65,536 characters are left out, too: the loader of the package's tests takes them for a syntax error. */
export const NO_IDENTIFIER_CHARACTERS = /(?:[^\p{ID_Continue}$]|[\u{10000}-\u{10FFFF}])+/gu;
/** A whole one. */
export const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
export const IDENTIFIER_START = /^[\p{ID_Start}_$]/u;
/** `URLSet` begins with the word `URL`, `Url` with `U`. */
const LEADING_CAPITALS = /^\p{Lu}+(?=\p{Lu}\p{Ll}|$|[\d_])|^\p{Lu}/u;
const CAMEL_BORDER = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** Words that may not name a function or a constant in a module. */
export const reservedWords: readonly string[] = [
  "arguments",
  "as",
  "async",
  "await",
  "break",
  "case",
  "catch",
  "class",
  "const",
  "continue",
  "debugger",
  "default",
  "delete",
  "do",
  "else",
  "enum",
  "eval",
  "export",
  "extends",
  "false",
  "finally",
  "for",
  "from",
  "function",
  "get",
  "globalThis",
  "if",
  "implements",
  "import",
  "in",
  "instanceof",
  "interface",
  "let",
  "new",
  "null",
  "of",
  "package",
  "private",
  "protected",
  "public",
  "return",
  "set",
  "static",
  "super",
  "switch",
  "this",
  "throw",
  "true",
  "try",
  "type",
  "typeof",
  "undefined",
  "var",
  "void",
  "while",
  "with",
  "yield",
];

/** `work or-school account` → `WorkOrSchoolAccount`. */
export function pascal(...parts: readonly string[]): string {
  return start(split(parts).map(upperFirst).join(""));
}

/** `list`, `Event attachments` → `listEventAttachments`. */
export function camelCase(...parts: readonly string[]): string {
  const [first = "", ...rest] = split(parts);
  return start(lowerFirst(first) + rest.map(upperFirst).join(""));
}

/** The words of a camel-cased name: `validateCredentials` → validate, Credentials. */
export function camelWords(text: string): readonly string[] {
  return split([text]).flatMap((word) => word.split(CAMEL_BORDER));
}

export function upperFirst(text: string): string {
  return text.replace(/^./u, (first) => first.toUpperCase());
}

function lowerFirst(text: string): string {
  return text.replace(LEADING_CAPITALS, (capitals) => capitals.toLowerCase());
}

function split(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part) => part.normalize("NFC").split(NO_IDENTIFIER_CHARACTERS)).filter((word) => word !== "");
}

function start(name: string): string {
  return shortened(name === "" || IDENTIFIER_START.test(name) ? name : `_${name}`);
}
