/** Names of types, words and pages: pure string work that several parts of the model share. */
import { graph } from "../dialect/graph.js";
import { compareText } from "../shared/names.js";

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[A-Z]/g;

export const ROOT_NAMESPACE = graph.rootNamespace;
const ROOT = /^microsoft\.graph\./i;

/** A name with its namespace; one that has a dot already is left alone, but for the letter case of the root's. */
export function qualify(name: string, namespace: string | undefined): string {
  if (namespace === "") return name;
  return name.includes(".") ? name.replace(ROOT, `${ROOT_NAMESPACE}.`) : `${namespace ?? ROOT_NAMESPACE}.${name}`;
}

/** The spelling with most capitals, of two as good the first in the alphabet. */
export function bestCased(names: readonly string[]): string {
  return [...names].sort((a, b) => capitals(b) - capitals(a) || compareText(a, b))[0] ?? "";
}

/** How many capitals a name has. */
export function capitals(text: string): number {
  return text.replace(/[^A-Z]/g, "").length;
}

/** The words of a camel-cased or spaced name, lower-cased: `callRecordsSession` → call, records, session. */
export function wordsOfName(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}
