/**
 * Lines that a writer puts one below the other in place of a table: "Method: PUT" and "URL: `/loans/{id}`", and members with a paragraph each,
 * "`zone` (string, required): Where it is valid."
 */
import { ADDRESS_LABEL, METHOD_LABEL } from "../../dialect/column-words.js";
import { METHODS_ONLY } from "./code.js";
import { listedMember } from "../markdown/member-list.js";

/** A label with its value; marks around the label belong to it. */
const PAIR = /^[*_]{0,3}([A-Za-z][A-Za-z -]{0,40})[*_]{0,3} ?:[*_]{0,3}[ \t]+(\S.*)$/;
/** Of one request no more is said so. */
const MOST_PAIRS = 12;
const BOLD = /^[*_`]/;

export interface Pairs {
  /** How many of the blocks they are. */
  readonly blocks: number;
  readonly rows: readonly { readonly cells: readonly [string, string]; readonly line: number }[];
}

/** The first of some paragraphs that are nothing but labels with values, where these are method and address of a request. `lines`: where each begins. */
export function pairsIn(paragraphs: readonly string[], lines: readonly number[]): Pairs | undefined {
  const rows: { readonly cells: readonly [string, string]; readonly line: number }[] = [];
  let blocks = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const pairs = paragraph.split("\n").map((line) => PAIR.exec(line.trim().replace(/\\$/, "")));
    if (rows.length + pairs.length > MOST_PAIRS || pairs.some((pair) => pair === null)) break;
    for (const [at, pair] of pairs.entries())
      rows.push({ cells: [pair?.[1]?.trim() ?? "", pair?.[2] ?? ""], line: (lines[index] ?? 1) + at });
    blocks = index + 1;
  }
  const valueOf = (label: RegExp): string | undefined => rows.find(({ cells }) => label.test(cells[0]))?.cells[1];
  const isRequest = METHODS_ONLY.test(valueOf(METHOD_LABEL) ?? "") && valueOf(ADDRESS_LABEL) !== undefined;
  return isRequest ? { blocks, rows } : undefined;
}

/** The cells of a paragraph that is about one member, with its type; undefined for another one. */
export function memberCells(paragraph: string): readonly string[] | undefined {
  if (!BOLD.test(paragraph)) return undefined;
  const member = listedMember(paragraph);
  return member === undefined || member.type === "" ? undefined : [member.name, member.type, member.description];
}
