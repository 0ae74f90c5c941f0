/** Links that come out as plain text, or lead nowhere: `[x] (y.md)`, `(x)[y.md]`, `[x](y.md`, `[x][]` without a definition, `[x]()`. */
import type { Link, Text } from "mdast";
import { finding, type Finding } from "../../findings/rules.js";
import { bounds } from "../../shared/bounds.js";
import { isAbsolute } from "../../shared/odata/url.js";
import { placeOf } from "./origin.js";

const GAP = /\[([^[\]\n]{1,120})\][ \t]\(([^()\s]{1,300})\)/g;
const TURNED = /\(([^()[\]\n]{1,120})\)\[([^[\]\s]{1,300})\]/g;
const OPEN = /\[([^[\]\n]{1,120})\]\(([^()\n]{1,300})/g;
const REFERENCE = /\[([^[\]\n]{1,120})\]\[([^[\]\n]{0,120})\]/g;
const TARGET = /^(?:\.{0,2}\/|#[a-z]|[\w./-]{1,200}\.md\b|[\w ./-]{1,200}\.md$)/i;
const SCHEME = /^https?(?:\/\/|:(?!\/\/)|:\/\/\/)/i;
const LETTERS = /[a-z]{2}/i;

interface Form {
  readonly written: RegExp;
  readonly reason: string;
}

const FORMS: readonly Form[] = [
  { written: GAP, reason: "a space stands between its brackets and its parentheses" },
  { written: TURNED, reason: "brackets and parentheses have changed places" },
  { written: OPEN, reason: "its parenthesis is not closed, or holds a space" },
];

/** Findings `link-malformed` in plain text. */
export function linkSlipsIn(node: Text, page: string): readonly Finding[] {
  const { value } = node;
  const brackets = value.split("[").length - 1;
  // beyond the bound good links are plain text, too
  if (brackets === 0 || brackets >= bounds.deadMarks) return [];
  const found = FORMS.flatMap(({ written, reason }) =>
    [...value.matchAll(written)].flatMap(({ index, 0: text, 2: target = "" }) =>
      TARGET.test(target) || isAbsolute(target) ? [slip(node, index, text, reason, page)] : [],
    ),
  );
  const undefinedOnes = [...value.matchAll(REFERENCE)].filter(({ 1: text = "" }) => LETTERS.test(text));
  return [
    ...found,
    ...undefinedOnes.map(({ index, 0: text }) =>
      slip(node, index, text, "the page does not define where it leads", page),
    ),
  ];
}

/** The same of a link that is one, and leads nowhere. */
export function emptyLink(node: Link, page: string): readonly Finding[] {
  const reason =
    node.url === "" ? "it leads nowhere" : SCHEME.test(node.url) ? "its address is not well formed" : undefined;
  const [first] = node.children;
  const text = first?.type === "text" ? first.value : node.url;
  return reason === undefined || text === ""
    ? []
    : [finding("link-malformed", page, placeOf(node), text, { text, reason })];
}

function slip(node: Text, index: number, text: string, reason: string, page: string): Finding {
  const before = node.value.slice(0, index).split("\n");
  const start = placeOf(node);
  const column = (before.length > 1 ? 1 : start.column) + (before.at(-1)?.length ?? 0);
  const place = { ...start, line: start.line + before.length - 1, column };
  return finding("link-malformed", page, place, text, { text, reason });
}
