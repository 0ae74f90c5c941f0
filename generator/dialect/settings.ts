/** The dialects that are built in, and what a configuration makes of them. */
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";
import type { Dialect, DialectSettings } from "./dialect.js";
import { graph } from "./graph.js";
import { plain } from "./plain.js";

export const dialects: ReadonlyMap<string, Dialect> = new Map([graph, plain].map((one) => [one.name, one]));

const TEXTS = new Set(["extends", "rootNamespace"]);
const TABLES = new Set(["headings", "scalars", "envelope", "error"]);

/** What is wrong with a setting, in words; undefined for a dialect. */
export function flawOf(given: unknown): string | undefined {
  const known = [...dialects.keys()].join(" or ");
  if (typeof given === "string")
    return dialects.has(given) ? undefined : `there is no dialect ${given}; write ${known}`;
  if (!isObject(given)) return `write ${known}, or an object such as { extends: "plain" }`;
  for (const [key, value] of Object.entries(given)) {
    if (!TEXTS.has(key) && !TABLES.has(key)) return `a dialect has no ${key}`;
    if (TEXTS.has(key) && typeof value !== "string") return `${key} must be a string`;
    if (key === "extends" && !dialects.has(String(value)))
      return `there is no dialect ${String(value)}; write ${known}`;
    const flaw = TABLES.has(key) ? flawOfTable(key, value) : undefined;
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function flawOfTable(key: string, value: unknown): string | undefined {
  if (!isObject(value)) return `${key} must be an object`;
  const isWords = (each: unknown): boolean =>
    key === "scalars"
      ? typeof each === "string"
      : Array.isArray(each) && each.every((word) => typeof word === "string");
  const [wrong] = Object.entries(value).filter(([, each]) => !isWords(each));
  return wrong && `${key}.${wrong[0]} must be ${key === "scalars" ? "a string" : "a list of strings"}`;
}

/** A dialect with what the settings add to it; their words come first. */
export function extended(base: Dialect, settings: DialectSettings): Dialect {
  const { headings = {}, scalars = {}, envelope = {}, error = {}, rootNamespace } = settings;
  return {
    ...base,
    name: `${base.name} with words of its own`,
    ...(rootNamespace !== undefined && { rootNamespace }),
    headings: joinedWords(base.headings, headings),
    scalars: { ...base.scalars, ...scalars },
    envelope: { ...base.envelope, ...joinedWords({ ...base.envelope }, { ...envelope }) },
    error: { ...base.error, ...joinedWords({ ...base.error }, { ...error }) },
  };
}

/** The dialect that a setting names or extends; without one, the simpler of the two. */
export function dialectNamed(chosen: string | DialectSettings | undefined): Dialect {
  if (typeof chosen !== "object") return dialects.get(chosen ?? "") ?? plain;
  return extended(dialects.get(chosen.extends ?? "") ?? plain, chosen);
}

function joinedWords(
  base: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const keys = new Set([...Object.keys(base), ...Object.keys(more)]);
  const wordsOf = (words: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] =>
    own(words, key) ?? [];
  return Object.fromEntries(
    [...keys].map((key) => [key, [...new Set([...wordsOf(more, key), ...wordsOf(base, key)])]]),
  );
}
