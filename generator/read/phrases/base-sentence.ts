/**
 * The sentences that say what a type is based on: "Inherits from [entity](…)", "A subclass of [x](…)", "derived from **x**", "the derived
 * types are [a](…) and [b](…)"; in a cell "Inherited from [entity](…)".
 */
import { folded, linksOf, rawWords, runsBetween, type Run } from "../../shared/runs.js";
import { wordsOf } from "../markdown/prose.js";
import type { BaseBelow, Link, Prose } from "../page.js";

const SPACE = /[\s\u00a0]+/g;
/** Of the text before a name that is looked at; with thousands of names, all of it would be read thousands of times. */
const SENTENCE_LENGTH = 1_000;
const SENTENCE_END = /[.!?;:](?=\s|$)/;

const KIND_WORDS = "(?: (?:the|its|an?|abstract|base|parent|resource|entity|complex|type|class|object))* ?$";
const VERBS = "inherit(?:s|ing)(?: \\w+){0,5} from|inherits|(?:derives|derived|extends) from|extends";
/** What stands before the name of a base. Only words about the type itself: "all policies inherit from here" speaks of others. */
const STATEMENT = new RegExp(`\\b(?:${VERBS})${KIND_WORDS}`, "i");
/** Words that mean a base only before a link, in a paragraph. */
const WEAK = new RegExp(
  `\\b(?:(?:sub-?class|sub-?type|speciali[sz]ation|extension) (?:of|from)|based (?:on|from))${KIND_WORDS}`,
  "i",
);
/** A line that only labels it: `Extends: [Vessel](#Vessel)`. */
const LABEL = /^(?:extends|inherits(?: from)?|derive[sd] from|(?:base|parent) (?:type|class)) ?: ?$/i;
/** The same before a name without a mark: words that only mean a base. */
const BARE =
  /\b(?:inherit(?:s|ing)(?: \w+){0,5} from|derive[sd] from|extends)(?: (?:the|its|an?|abstract|base|parent|resource|entity|complex|type|class|object))* (?=[A-Za-z])/gi;
const OTHER_SUBJECT = /\b(?:all|both|other|these|those|individual|following)\b/i;
/** "[novel] inherits from [book]": said of the type that the sentence begins with, and what stands behind that. */
const ARTICLE = /^(?:the |an? )?/i;
const SUBJECT_GOES_ON = /^(?: \w+){0,3} (?:inherits|derives|extends|is) /i;
const DERIVED = /\bderived types (?:are|include)\b/i;
const BASE_OF = /\bbase (?:type|class) (?:of|for)(?: the)? $/i;

const NAME = /^[A-Za-z][\w.]*\w/;
/** A name of a type without a mark: it looks like one, or the sentence says that it is one. */
const TYPE_NAME = /^(?:[a-z]+[A-Z]\w*|microsoft\.graph\.[\w.]*\w)/;
const NO_NAME = /^(?:this|that|these|those|another|other|any|one|each|which|such|it|its|an?|the|all|both)\b/i;
const CALLED_TYPE = /^[A-Za-z]\w* (?:resource|entity|complex)? ?types?\b/;

/** Where a cell says that a row comes from a base: as a sentence of its own, never "if it is inherited from another". */
const INHERITED = /(?:(?:^|[.;,(] ?)inherited|\bInherited) from (?:the |base |type |resource ){0,4}/;
const INHERITED_NAME = /^\w[\w.]{0,300}(?= (?:resource|entity|complex|base)?(?: ?type)?|[.,;)]|$)/;
const INHERITED_WORDS = /\binherited from\b/i;

/** The beginning of a sentence that only names the base, and what may stand behind the name. */
const ONLY_NAMES =
  /(^|[.!?]\s+|\n)(?:(?:it|this (?:type|resource|entity)) )?(?:inherits|derive[sd])\s+from\s+(?:the\s+)?(?:base (?:class|type)\s+)?/gi;
const ENDS = /^(?:\s+(?:resource|type|entity|object))*(?:\.(?=\s|$)|$)/i;

/** A link, a word in code or in bold letters, and where it stands in the words. */
interface Name {
  readonly link: Link;
  readonly start: number;
  readonly end: number;
}

interface Named {
  readonly prose: Prose;
  /** White space is single blanks. */
  readonly words: string;
  readonly names: readonly Name[];
}

/** In a paragraph more words mean a base than in a list or a quotation. */
export interface AboutType {
  readonly prose: Prose;
  /** The headings above it, innermost last. */
  readonly under: readonly string[];
  readonly isParagraph: boolean;
}

export interface BaseFacts {
  readonly inheritsFrom?: Link;
  readonly bases?: readonly BaseBelow[];
  readonly derivedTypes?: readonly Link[];
}

/** The base that sentences of a page about its type name, a linked one before one without a link, and the types derived from its own. */
export function readBases(all: readonly AboutType[], title: string): BaseFacts {
  const texts = all.map(({ prose }) => namedTypes(prose));
  const bases = texts.flatMap((text, index): BaseBelow[] => {
    const { under = [], isParagraph = false } = all[index] ?? {};
    return basesIn(text, title, isParagraph).map((link) => ({ under, link }));
  });
  const base = bases.find(({ link }) => link.url !== "") ?? bases[0];
  const below = bases.filter(({ under }) => under.length > 0);
  const derived = texts.flatMap(derivedIn);
  return {
    ...(base && { inheritsFrom: base.link }),
    ...(below.length > 0 && { bases: below }),
    ...(derived.length > 0 && { derivedTypes: derived }),
  };
}

/** What a paragraph says beside "Inherits from [entity](…).": the declaration of the type says that. */
export function withoutBaseSentence(prose: Prose): Prose {
  const words = rawWords(prose.runs);
  for (const { index, 0: beginning, 1: before = "" } of words.matchAll(ONLY_NAMES)) {
    const rest = words.slice(index + beginning.length, index + beginning.length + SENTENCE_LENGTH);
    const linked = linksOf(prose).flatMap(({ text }) => (text !== "" && rest.startsWith(text) ? [text] : []));
    const name = [...linked, ...(NAME.exec(rest) ?? [])].find((some) => ENDS.test(rest.slice(some.length)));
    const end = name === undefined ? undefined : ENDS.exec(rest.slice(name.length))?.[0];
    if (name === undefined || end === undefined) continue;
    const behind = index + beginning.length + name.length + end.length;
    const runs = [...runsBetween(prose.runs, 0, index + before.length), ...runsBetween(prose.runs, behind)];
    return withoutBaseSentence({ ...prose, runs, text: wordsOf(runs) });
  }
  return prose;
}

/** The base that the description of a row says it is inherited from. */
export function inheritedIn(description: Prose): Link | undefined {
  if (!INHERITED_WORDS.test(description.text)) return undefined;
  const { words, names } = namedTypes(description);
  const said = INHERITED.exec(words);
  if (!said) return undefined;
  const at = said.index + said[0].length;
  const marked = names.find(({ start }) => start === at);
  if (marked) return marked.link;
  const name = INHERITED_NAME.exec(words.slice(at))?.[0].replace(/\.$/, "");
  return name === undefined || NO_NAME.test(name) ? undefined : { text: name, url: "", place: description.place };
}

function namedTypes(prose: Prose): Named {
  const names: Name[] = [];
  let words = "";
  const visit = (run: Run): void => {
    const isName = run.kind === "link" || run.kind === "code" || isBoldWords(run);
    if (run.kind === "emphasis" && !isName) return run.runs.forEach(visit);
    const own = rawWords([run]).replace(SPACE, " ");
    const start = words.length;
    words += words === "" || words.endsWith(" ") ? own.trimStart() : own;
    const link = { text: folded(own), url: run.kind === "link" ? run.url : "", place: run.place ?? prose.place };
    if (isName) names.push({ link, start, end: words.length });
  };
  prose.runs.forEach(visit);
  return { prose, words: words.trimEnd(), names };
}

function isBoldWords(run: Run): boolean {
  return run.kind === "emphasis" && run.mark.length === 2 && run.runs.every(({ kind }) => kind === "text");
}

function basesIn(text: Named, title: string, isParagraph: boolean): readonly Link[] {
  const named = text.names.flatMap((name) =>
    isUsable(name.link, title) && isStated(name, text, title, isParagraph) ? [name.link] : [],
  );
  return [...named, ...bareBases(text, title)];
}

/** The sentence up to a name. */
function before(text: string, index: number): string {
  return (
    text
      .slice(Math.max(0, index - SENTENCE_LENGTH), index)
      .split(SENTENCE_END)
      .at(-1) ?? ""
  ).trimStart();
}

function isStated({ link, start }: Name, { words, names }: Named, title: string, isParagraph: boolean): boolean {
  const sentence = before(words, start);
  const weakly = link.url !== "" && isParagraph && WEAK.test(sentence);
  if (LABEL.test(words.slice(0, start))) return true;
  if (!(weakly || STATEMENT.test(sentence)) || OTHER_SUBJECT.test(sentence)) return false;
  const first = start - sentence.length + (ARTICLE.exec(sentence)?.[0].length ?? 0);
  const subject = names.find((name) => name.start === first);
  return !subject || !SUBJECT_GOES_ON.test(words.slice(subject.end, start)) || isTitle(subject.link.text, title);
}

function isUsable({ text, url }: Link, title: string): boolean {
  if (text === "" || isTitle(text, title) || (text.length > 1 && NO_NAME.test(text))) return false;
  return url !== "" || NAME.exec(text)?.[0] === text;
}

function bareBases({ words, names, prose }: Named, title: string): readonly Link[] {
  const marked = new Set(names.map(({ start }) => start));
  return [...words.matchAll(BARE)].flatMap(({ index, 0: beginning }) => {
    const at = index + beginning.length;
    const rest = words.slice(at, at + SENTENCE_LENGTH);
    const name = NAME.exec(rest)?.[0];
    if (name === undefined || marked.has(at) || isTitle(name, title) || NO_NAME.test(rest)) return [];
    if (OTHER_SUBJECT.test(before(words, index))) return [];
    return TYPE_NAME.test(rest) || CALLED_TYPE.test(rest) ? [{ text: name, url: "", place: prose.place }] : [];
  });
}

/** "This is a base class; the derived types are [a](…) and [b](…)." */
function derivedIn({ words, names }: Named): readonly Link[] {
  const found = DERIVED.exec(words);
  const first = found ? found.index : names.find(({ start }) => BASE_OF.test(before(words, start)))?.start;
  if (first === undefined) return [];
  const [sentence = ""] = words.slice(first).split(SENTENCE_END, 1);
  return names.flatMap(({ link, start }) =>
    link.url !== "" && start >= first && start < first + sentence.length ? [link] : [],
  );
}

/** `message` on the page `message resource type` is the type itself. */
function isTitle(name: string, title: string): boolean {
  return (title.split(" ", 1)[0] ?? "").toLowerCase() === name.toLowerCase();
}
