/** The kinds of sections, known by the names that pages give them, and what their tables promise. */
import type { RowRole } from "./columns.js";
import {
  BRACKETS,
  CALLS,
  HOUSE_WORD,
  NAMES,
  NUMBER,
  OTHER_NAMES,
  SECTION_KINDS,
  type SectionKind,
} from "../../dialect/section-names.js";

export type { SectionKind };

/** What the tables of a section promise to describe. */
const ROLES: ReadonlyMap<SectionKind, RowRole> = new Map<SectionKind, RowRole>([
  ["properties", "property"],
  ["relationships", "property"],
  ["query", "parameter"],
  ["functionParameters", "parameter"],
  ["pathParameters", "parameter"],
  ["parameters", "parameter"],
  ["body", "parameter"],
  ["headers", "header"],
]);

/** Sections on what is sent with a call, and on what it answers. */
export const MESSAGE_KINDS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>([
  "response",
  "headers",
  "body",
  "query",
  "parameters",
  "pathParameters",
  "functionParameters",
]);

/** What the words of a heading mean by themselves, then without what says nothing of it. */
export function sectionKindOf(text: string, own: HeadingWords = {}): SectionKind | undefined {
  const bare = text.replace(NUMBER, "").replace(BRACKETS, "");
  for (const words of new Set([text, bare, bare.replace(HOUSE_WORD, "")])) {
    const kind = ownKind(words, own) ?? kindNamed(words);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Words of headings that a configuration adds, by kind. */
export type HeadingWords = Readonly<Record<string, readonly string[]>>;

function ownKind(words: string, own: HeadingWords): SectionKind | undefined {
  const plain = words.trim().toLowerCase();
  const [kind] = Object.entries(own).find(([, names]) => names.some((name) => name.toLowerCase() === plain)) ?? [];
  return SECTION_KINDS.find((one) => one === kind);
}

const ALL_NAMES = [...NAMES, ...OTHER_NAMES];
/** The same few headings stand on all pages, and each is asked for by several readers; those of one set fit in. */
const MOST_KNOWN = 10_000;
const known = new Map<string, SectionKind | undefined>();

function kindNamed(words: string): SectionKind | undefined {
  if (!known.has(words)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(words, ALL_NAMES.find(([, name]) => name.test(words))?.[0]);
  }
  return known.get(words);
}

/** Whether a heading can stand above a request line, if there is one. */
export function maySayRequest(text: string): boolean {
  return CALLS.test(text.replace(NUMBER, "").replace(BRACKETS, "").replace(HOUSE_WORD, ""));
}

/** A heading that is only "Request": of an example, of what is sent, or of all of it. */
export function isBareRequest(text: string): boolean {
  return /^requests?\W*$/i.test(text.replace(NUMBER, ""));
}

/** What the tables of a section promise, if anything. */
export function roleOf(kind: SectionKind | undefined): RowRole | undefined {
  return kind && ROLES.get(kind);
}
