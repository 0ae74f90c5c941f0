/** What a mutator is, and the few ways by which nearly all of them change a page. Each takes time linear in the page. */
import type { Random } from "../random.js";

/** Changes a page somewhere; hands it back as it is where it holds nothing of the kind. `others`: texts of other pages. */
export type Mutator = (text: string, random: Random, others: readonly string[]) => string;

export type Mutators = Readonly<Record<string, Mutator>>;

/** Replaces one of the lines that `wanted` matches by what `change` makes of it. */
export function changeLine(
  text: string,
  random: Random,
  wanted: RegExp,
  change: (line: string, random: Random) => string,
): string {
  const lines = text.split("\n");
  const found = lines.flatMap((line, index) => (wanted.test(line) ? [index] : []));
  if (found.length === 0) return text;
  const index = random.pick(found);
  lines[index] = change(lines[index] ?? "", random);
  return lines.join("\n");
}

/** A mutator that changes one of the lines that `wanted` matches. */
export function onLine(wanted: RegExp, change: (line: string, random: Random) => string): Mutator {
  return (text, random) => changeLine(text, random, wanted, change);
}

/** Puts `line` between two lines somewhere. */
export function insertLine(text: string, random: Random, line: string): string {
  const lines = text.split("\n");
  lines.splice(random.int(0, lines.length), 0, line);
  return lines.join("\n");
}

/** Puts `piece` into `text` somewhere. */
export function insertAt(text: string, random: Random, piece: string): string {
  const at = random.int(0, text.length);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Drops, doubles or replaces one of the places that `wanted` (with the flag g) matches. */
export function changeMatch(
  text: string,
  random: Random,
  wanted: RegExp,
  change: (match: string, random: Random) => string,
): string {
  const found = [...text.matchAll(wanted)];
  if (found.length === 0) return text;
  const { 0: match, index } = random.pick(found);
  return text.slice(0, index) + change(match, random) + text.slice(index + match.length);
}

/** A mutator that replaces one of the places that `wanted` (with the flag g) matches. */
export function onMatch(wanted: RegExp, change: (match: string, random: Random) => string): Mutator {
  return (text, random) => changeMatch(text, random, wanted, change);
}

/** Mostly small, now and then large: both ends of a bound are tried. */
export function times(random: Random, most: number): number {
  return random.chance(0.7) ? random.int(1, 6) : random.int(7, most);
}
