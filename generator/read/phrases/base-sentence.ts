/**
 * The sentences that say what a type is based on: "Inherits from [entity](…)", "A subclass of [x](…)", "derived from **x**", "the derived
 * types are [a](…) and [b](…)"; in a cell "Inherited from [entity](…)". Names stand in the text as marks, so that no name is looked for by
 * its letters.
 */
import type { Nodes } from "mdast";
import { placeOf } from "../markdown/origin.js";
import { linksOf, rawWords, runsBetween } from "../../shared/runs.js";
import type { Link, Prose } from "../page.js";
import type { TextContext } from "../markdown/prose.js";
import { textOf, wordsOf } from "../markdown/prose.js";

/** A number between these stands for a name: private characters, which no page has a use for. */
const OPEN = "\ue000";
const CLOSE = "\ue001";
const NAME_MARK = /\ue000(\d+)\ue001/g;
const OWN_MARKS = /[\ue000\ue001]/g;
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
/** The same before a name without a mark: words that only mean a base. */
const BARE =
  /\b(?:inherit(?:s|ing)(?: \w+){0,5} from|derive[sd] from|extends)(?: (?:the|its|an?|abstract|base|parent|resource|entity|complex|type|class|object))* (?=[A-Za-z])/gi;
const OTHER_SUBJECT = /\b(?:all|both|other|these|those|individual|following)\b/i;
/** "[novel] inherits from [book]": said of the type that the sentence begins with. */
const NAMED_SUBJECT = /^(?:the |an? )?\ue000(\d+)\ue001(?: \w+){0,3} (?:inherits|derives|extends|is) /i;
const DERIVED = /\bderived types (?:are|include)\b|\bbase (?:type|class) (?:of|for)(?: the)?(?= \ue000)/i;

const NAME = /^[A-Za-z][\w.]*\w/;
/** A name of a type without a mark: it looks like one, or the sentence says that it is one. */
const TYPE_NAME = /^(?:[a-z]+[A-Z]\w*|microsoft\.graph\.[\w.]*\w)/;
const NO_NAME = /^(?:this|that|these|those|another|other|any|one|each|which|such|it|its|an?|the|all|both)\b/i;
const CALLED_TYPE = /^[A-Za-z]\w* (?:resource|entity|complex)? ?types?\b/;

/** Where a cell says that a row comes from a base: as a sentence of its own, never "if it is inherited from another". */
const INHERITED =
  /(?:(?:^|[.;,(] ?)inherited|\bInherited) from (?:the |base |type |resource ){0,4}(?:\ue000(\d+)\ue001|(\w[\w.]{0,300})(?= (?:resource|entity|complex|base)?(?: ?type)?|[.,;)]|$))/;
const INHERITED_WORDS = /\binherited from\b/i;

/** The beginning of a sentence that only names the base, and what may stand behind the name. */
const ONLY_NAMES =
  /(^|[.!?]\s+|\n)(?:(?:it|this (?:type|resource|entity)) )?(?:inherits|derive[sd])\s+from\s+(?:the\s+)?(?:base (?:class|type)\s+)?/gi;
const ENDS = /^(?:\s+(?:resource|type|entity|object))*(?:\.(?=\s|$)|$)/i;

interface Marked {
  readonly place: Link["place"];
  readonly isParagraph: boolean;
  readonly text: string;
  readonly names: readonly Link[];
}

export interface BaseFacts {
  readonly inheritsFrom?: Link;
  readonly derivedTypes?: readonly Link[];
}

/** The base that the sentences of a page about its type name, a linked one before one without a link, and the types that are derived from its own. */
export function readBases(nodes: readonly Nodes[], title: string, context: TextContext): BaseFacts {
  const texts = nodes.map((node) => markedText(node, context));
  const bases = texts.flatMap((text) => basesIn(text, title));
  const base = bases.find(({ url }) => url !== "") ?? bases[0];
  const derived = texts.flatMap(derivedIn);
  return { ...(base && { inheritsFrom: base }), ...(derived.length > 0 && { derivedTypes: derived }) };
}

/** What a paragraph says beside "Inherits from [entity](…).": the declaration of the type says that. */
export function withoutBaseSentence(prose: Prose): Prose {
  const words = rawWords(prose.runs);
  for (const { index, 0: beginning, 1: before = "" } of words.matchAll(ONLY_NAMES)) {
    const rest = words.slice(index + beginning.length, index + beginning.length + SENTENCE_LENGTH);
    const link = linksOf(prose).find(({ text }) => text !== "" && rest.startsWith(text));
    const name = link?.text ?? NAME.exec(rest)?.[0];
    const end = name === undefined ? undefined : ENDS.exec(rest.slice(name.length))?.[0];
    if (name === undefined || end === undefined) continue;
    const behind = index + beginning.length + name.length + end.length;
    const runs = [...runsBetween(prose.runs, 0, index + before.length), ...runsBetween(prose.runs, behind)];
    return withoutBaseSentence({ ...prose, runs, text: wordsOf(runs) });
  }
  return prose;
}

/** The base that the description of a row says it is inherited from. */
export function inheritedIn(cell: Nodes, words: string, context: TextContext): Link | undefined {
  if (!INHERITED_WORDS.test(words)) return undefined;
  const { text, names } = markedText(cell, context);
  const [, mark, bare] = INHERITED.exec(text) ?? [];
  if (mark !== undefined) return names[Number(mark)];
  const name = bare?.replace(/\.$/, "");
  return name === undefined || NO_NAME.test(name) ? undefined : { text: name, url: "", place: placeOf(cell) };
}

function markedText(node: Nodes, context: TextContext): Marked {
  const words: string[] = [];
  const names: Link[] = [];
  const mark = (name: Nodes, url: string): void => {
    words.push(`${OPEN}${names.length}${CLOSE}`);
    names.push({ text: textOf(name, context), url, place: placeOf(name) });
  };
  const visit = (one: Nodes): void => {
    if (one.type === "link") mark(one, one.url);
    else if (one.type === "linkReference") mark(one, context.definitions.get(one.identifier) ?? "");
    else if (one.type === "inlineCode") mark(one, "");
    else if (one.type === "strong" && one.children.every(({ type }) => type === "text")) mark(one, "");
    else if (one.type === "text") words.push(one.value.replace(OWN_MARKS, ""));
    else if (one.type === "html" || one.type === "break") words.push(" ");
    else if ("children" in one) {
      one.children.forEach(visit);
      if (one.type === "paragraph" || one.type === "listItem") words.push(" ");
    }
  };
  visit(node);
  return {
    text: words.join("").replace(SPACE, " ").trim(),
    names,
    place: placeOf(node),
    isParagraph: node.type === "paragraph",
  };
}

function basesIn(marked: Marked, title: string): readonly Link[] {
  const { text, names } = marked;
  const named = [...text.matchAll(NAME_MARK)].flatMap(({ index, 1: number }) => {
    const name = names[Number(number)];
    return name && isUsable(name, title) && isStated(before(text, index), name, marked, title) ? [name] : [];
  });
  return [...named, ...bareBases(marked, title)];
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

function isStated(sentence: string, { url }: Link, { names, isParagraph }: Marked, title: string): boolean {
  const weakly = url !== "" && isParagraph && WEAK.test(sentence);
  if (!(weakly || STATEMENT.test(sentence)) || OTHER_SUBJECT.test(sentence)) return false;
  const subject = NAMED_SUBJECT.exec(sentence)?.[1];
  return subject === undefined || isTitle(names[Number(subject)]?.text ?? "", title);
}

function isUsable({ text, url }: Link, title: string): boolean {
  if (text === "" || isTitle(text, title) || (text.length > 1 && NO_NAME.test(text))) return false;
  return url !== "" || NAME.exec(text)?.[0] === text;
}

function bareBases({ text, place }: Marked, title: string): readonly Link[] {
  return [...text.matchAll(BARE)].flatMap(({ index, 0: words }) => {
    const rest = text.slice(index + words.length, index + words.length + SENTENCE_LENGTH);
    const name = NAME.exec(rest)?.[0];
    if (name === undefined || isTitle(name, title) || NO_NAME.test(rest)) return [];
    if (OTHER_SUBJECT.test(before(text, index))) return [];
    return TYPE_NAME.test(rest) || CALLED_TYPE.test(rest) ? [{ text: name, url: "", place }] : [];
  });
}

/** "This is a base class; the derived types are [a](…) and [b](…)." */
function derivedIn({ text, names }: Marked): readonly Link[] {
  const found = DERIVED.exec(text);
  if (!found) return [];
  const [sentence = ""] = text.slice(found.index + found[0].length).split(SENTENCE_END, 1);
  return [...sentence.matchAll(NAME_MARK)].flatMap(({ 1: number }) => {
    const name = names[Number(number)];
    return name?.url ? [name] : [];
  });
}

/** `message` on the page `message resource type` is the type itself. */
function isTitle(name: string, title: string): boolean {
  return (title.split(" ", 1)[0] ?? "").toLowerCase() === name.toLowerCase();
}
