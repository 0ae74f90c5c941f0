/** OData options that the words of a page name: which it takes, which not, and whether those are all. */
import { codeOf } from "../../shared/runs.js";
import type { Page, Prose } from "../../read/page.js";
import { optionOf, optionsIn, queryOptions } from "../../shared/odata/options.js";
import { saysTogether } from "../../shared/sentences.js";

const NOT = /\b(?:not|no|never|cannot)\b|n['’]t\b/i;
const SUPPORTED = /\b(?:support|supports|supported|available|allowed|permitted)\b/i;
const NO_OPTIONS = /\bno (?:optional )?query parameters\b|^none\b/i;
const SUPPORTS = /\bsupports?\b/i;
const QUERY_OPTIONS = /\bquery (?:parameters?|options?)\b/i;
/** What is named behind these words are examples. */
const INCLUDING = /\b(?:including|includes?|such as|like|e\.g|for example)\b/i;
/** "including those that are not available by default": said of something else. */
const RELATIVE = /\b(?:that|which|those)\b/i;
/** "These properties do not support `$select`": others do. */
const OF_PROPERTIES = /\bpropert(?:y|ies)\b/i;
const WITHOUT = /\bwithout\b/i;
const SENTENCE = /[.;\n]| but | however /i;

export interface NamedOptions {
  readonly named: readonly string[];
  /** Options that the page says not to be there. */
  readonly denied: ReadonlySet<string>;
  /** The page says that there are options, and names none, or some of them only. */
  readonly open: boolean;
  /** The page says that there are none. */
  readonly none: boolean;
}

/** What the section on the query says of OData options, in words and in its table. */
export function namedOptions({ query: section }: Page): NamedOptions {
  const prose = section?.prose ?? [];
  const text = prose.map((one) => one.text).join("\n");
  const sentences = text.split(SENTENCE).map(readSentence);
  const rows = (section?.tables ?? []).flatMap((table) => table.rows).map(({ name }) => name.text);
  const named = new Set([
    ...sentences.flatMap(({ taken }) => taken),
    ...rows.flatMap((name) => [...optionsIn(name), ...bareOption(name)]),
    ...prose.flatMap(bareOptions),
  ]);
  const denied = new Set(sentences.flatMap((one) => one.denied).filter((name) => !named.has(name)));
  const none = NO_OPTIONS.test(text) || saysTogether(text, NOT, SUPPORTED);
  const isGeneral = sentences.some((one) => one.isGeneral) && (named.size === 0 || denied.size > 0);
  const open = isGeneral || sentences.some(({ isInclusive }) => isInclusive);
  return { named: [...named], denied, open, none: none && !open && named.size === 0 };
}

/** All options but some. */
export function optionsBut(denied: ReadonlySet<string>): readonly string[] {
  return [...queryOptions].flatMap(([name, { bare }]) => (bare && !denied.has(name) ? [name] : []));
}

interface Sentence {
  readonly taken: readonly string[];
  readonly denied: readonly string[];
  /** It names some of them. */
  readonly isInclusive: boolean;
  /** It speaks of all of them, and names none. */
  readonly isGeneral: boolean;
}

function readSentence(sentence: string): Sentence {
  const names = optionsIn(sentence);
  const no = NOT.exec(sentence);
  const lead = names.length > 0 ? sentence.slice(0, sentence.indexOf("$")) : sentence;
  const supports = !no && saysTogether(lead, SUPPORTS, QUERY_OPTIONS);
  const isInclusive = supports && names.length > 0 && INCLUDING.test(lead);
  const all = { isInclusive, isGeneral: supports && names.length === 0 };
  if (WITHOUT.test(lead)) return { taken: [], denied: [], ...all };
  if (!no || !SUPPORTED.test(sentence.slice(no.index))) return { taken: names, denied: [], ...all };
  const before = sentence.slice(0, no.index);
  const [first, then] = [optionsIn(before), optionsIn(sentence.slice(no.index))];
  if (OF_PROPERTIES.test(before)) return { taken: first, denied: [], ...all };
  if (then.length > 0) return { taken: first, denied: then, ...all };
  const isOther = RELATIVE.test(before.slice(before.lastIndexOf("$") + 1));
  return isOther ? { taken: first, denied: [], ...all } : { taken: [], denied: first, ...all };
}

/** "the `select` OData query parameter": an option in code without its sign. */
function bareOptions(prose: Prose): readonly string[] {
  const { text } = prose;
  return QUERY_OPTIONS.test(text) && !NOT.test(text) ? codeOf(prose).flatMap(bareOption) : [];
}

function bareOption(name: string): readonly string[] {
  const option = name.startsWith("$") ? undefined : optionOf(name);
  return option === undefined ? [] : [option];
}
