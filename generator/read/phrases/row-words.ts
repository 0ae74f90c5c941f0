/**
 * What the words of descriptions and cells say of a value: whether it must be there, can be null, can be written. Words are read sentence by
 * sentence and as conditions: "required when …" is not required, "never null" is not null.
 */
import { markdownOf, rawWords, type Prose, type Run } from "../../shared/runs.js";
import { saysTogether } from "../../shared/sentences.js";
import { neededWith } from "./needed-with.js";
import type { Row, RowWords, Statement } from "../page.js";

/** What the words of a row say of what it describes; `name`, its text, is one name. */
export function readRowWords({ name, description, required, nullable: nullCell }: Row): RowWords | undefined {
  const sent = requiredWords(description);
  const column = conditional(requiredCell(required), description);
  const options = neededWith(description);
  const nullable = nullWords(description, name.text) ?? yesOrNo(nullCell);
  const text = description?.text ?? "";
  const holder = description && NESTED.exec(rawWords(description.runs))?.[1];
  const words: RowWords = {
    ...(sent && { required: sent }),
    ...(column && { requiredColumn: column }),
    ...(options.length > 0 && { requiredWith: options }),
    ...(nullable && { nullable }),
    ...(READ_ONLY.test(text) && { readOnly: true }),
    ...(KEY.test(text) && { key: true }),
    ...((/deprecated/i.test(markdownOf(name.runs)) || DEPRECATED.test(text)) && { deprecated: true }),
    ...(holder !== undefined && { holder }),
  };
  return Object.keys(words).length > 0 ? words : undefined;
}

const READ_ONLY = /(?<!\bnot )\bread[- ]?only\b/i;
/** "Key." */
const KEY = /(?:^|[.\s])Key\.(?:\s|$)/;
const DEPRECATED = /^(?:\W*\[?\(?deprecated\b|this property (?:is|has been) deprecated)/i;
const NESTED = /\bfor each (?:property|item|object|entry|element) (?:in|of) the (\w+) collection\b/i;

const SENTENCE = /[.;!?\n]|<br\s*\/?>/i;
const PARENTHESIS = /\(([^()]*)\)/g;
const SPACE = /\s+/g;
const MARKS = /[*_`"“”]/g;

/** Most descriptions have none of these words. */
const ON_THAT = /required|mandatory|optional|\bif (?:it|this|that|not|omitted|left)\b/i;
/** "If omitted, all loans are listed." */
const LEFT_OUT = /^if (?:(?:it|this|that) is )?(?:omitted|left out|not (?:specified|provided|supplied|given))\b/i;
const REQUIRED = "(?:required|mandatory)";
/** "Required", "This header is required", "which is always required": and what stands behind. */
const STATED = new RegExp(
  `^(?:(?:this|these|that|it|the|which)\\b(?: [\\w$,-]+){0,5}? (?:is|are) (?:always )?|always )?${REQUIRED}(?![\\w-])(.*)$`,
  "i",
);
const AT_END = new RegExp(`[,:–-] ?${REQUIRED}$`, "i");
const MARKED = /^(?:required|mandatory)\.?$/i;
const ONLY_STOP = /^[\s.]*$/;
/** What may stand behind the word where it is the statement, and not the first word of a name ("Required password type"). */
const GOES_ON = /^(?:$| ?[,:–-])/;
/** "Required parameter.": what a row describes, said by what it is. */
const IS_KIND = /^ (?:(?:query|path|ur[il]|body|request|http) )?(?:parameter|header|field|property|attribute)$/i;
const CONDITION =
  /\b(?:if|when|whenever|unless|until|only|for|where|while|with|within|in|on|to|at|except|as|during|depending|before|after|but)\b/i;
/** The one condition that always holds: the call is the one that creates. */
const CREATING =
  /^ (?:on|when|for|to|upon|at|during) (?:the )?(?:create|creating|creation|post)\b(?!.*\b(?:if|unless|only)\b)|^ when (?:the|an?) (?:\w+ ){1,3}is created\b(?!.*\b(?:if|unless|only)\b)/i;
const BEGINS_WITH_CONDITION = /^(?:only |but )?(?:if|when|whenever|unless|for|where|while|with|to|in|on)\b/i;
const OPTIONAL = /\boptional\b|\bnot (?:required|mandatory)\b/i;
/** The same as a statement on the thing itself. */
const IS_OPTIONAL =
  /^\W*(?:optional|not (?:required|mandatory))\b|\b(?:is|are|be) (?:optional|not (?:required|mandatory))\b|\boptional\W*$/i;
const YES = /^(?:y|yes|true|required|mandatory|always|x|✓|✔|✅)(?![\w-])\W*$/iu;
const NO = /^(?:n|no|none|false|optional|not required|never|[-–—✗✘❌])(?!\w)/iu;

/** Whether something must be there, by what its description says; undefined where it says nothing. */
function requiredWords(description: Prose | undefined): Statement | undefined {
  const text = (description?.text ?? "").replace(MARKS, "");
  if (!ON_THAT.test(text)) return undefined;
  if (endsInMark(description)) return { says: true, because: 'the description says "Required"' };
  const inside = [...text.matchAll(PARENTHESIS)].map(([, words = ""]) => words);
  const sentences = [text.replace(PARENTHESIS, " "), ...inside].flatMap((part) => part.split(SENTENCE));
  const said = sentences.flatMap((sentence) => statementIn(sentence.replace(SPACE, " ").trim()) ?? []);
  // a condition in one sentence is no answer to another that has none, nor is a word on something else that is optional
  const stated = said.find(({ says }) => says);
  if (stated !== undefined && !sentences.some((sentence) => IS_OPTIONAL.test(sentence))) return stated;
  if (OPTIONAL.test(text)) return { says: false, because: "the description says that it is optional" };
  return stated ?? said[0] ?? leftOutIn(sentences);
}

function leftOutIn(sentences: readonly string[]): Statement | undefined {
  const leftOut = sentences.map((one) => one.replace(SPACE, " ").trim()).find((sentence) => LEFT_OUT.test(sentence));
  return leftOut === undefined ? undefined : { says: false, because: `the description says "${leftOut}"` };
}

/** "The moment, as in `2024-05-01T10:00:00Z` **Required**.": in bold letters at its end the word is a statement, whatever stands before. */
function endsInMark(description: Prose | undefined): boolean {
  const [last, before] = (description?.runs ?? []).filter((run) => !ONLY_STOP.test(rawWords([run]))).toReversed();
  return last?.kind === "emphasis" && before?.kind === "code" && MARKED.test(rawWords([last]));
}

function statementIn(sentence: string): Statement | undefined {
  const rest = STATED.exec(sentence)?.[1]?.trimEnd();
  const conditional = { says: false, because: `the description says "${sentence}"` };
  const unconditional = { says: true, because: 'the description says "Required"' };
  if (rest === undefined) {
    if (!AT_END.test(sentence)) return undefined;
    return BEGINS_WITH_CONDITION.test(sentence) ? conditional : unconditional;
  }
  if (CREATING.test(rest)) return unconditional;
  if (BEGINS_WITH_CONDITION.test(rest.replace(/^[\s,:–-]+/, ""))) return conditional;
  return GOES_ON.test(rest) || IS_KIND.test(rest) ? unconditional : CONDITION.test(rest) ? conditional : undefined;
}

/** The same of null; an empty cell says nothing. */
function yesOrNo(cell: Prose | undefined): Statement | undefined {
  const says = cell !== undefined && YES.test(cell.text);
  if (cell === undefined || !(says || NO.test(cell.text))) return undefined;
  return { says, because: `the column on that says ${cell.text}` };
}

/** A yes, and what stands behind. */
const PLAIN_YES = /^(?:y|yes|true|required)\b(.*)$/is;

/** The same by a cell of the column `Required`: "Yes", "No", "Yes, if …"; an empty cell says no. */
function requiredCell(cell: Prose | undefined): Statement | undefined {
  if (!cell) return undefined;
  const text = cell.text.replace(MARKS, "").trim();
  return {
    says: YES.test(text) || (!NO.test(text) && isPlainYes(text)),
    because: `the column on that says ${cell.text}`,
  };
}

/** "Only required for parcels above 30 kg." beside a yes: for the others it is not. */
const ONLY_FOR = /\bonly (?:required|mandatory|needed) (?:if|when|for|in|where|with)\b/i;

function conditional(column: Statement | undefined, description: Prose | undefined): Statement | undefined {
  return column?.says === true && ONLY_FOR.test(description?.text ?? "")
    ? { says: false, because: `${column.because}, the description for what` }
    : column;
}

/** "Yes (see below)", "Required. A number": a yes that goes on, but not with a condition. */
function isPlainYes(text: string): boolean {
  const rest = PLAIN_YES.exec(text)?.[1];
  return rest !== undefined && (CREATING.test(rest) || !CONDITION.test(rest));
}

/** What stands in parentheses speaks for itself here, too. */
const NULL_SENTENCE = /[.;!?()\n]/;
const NULL = /(?<![\w-])null(?:s|able)?(?![\w-])/i;
/** "not nullable", "cannot be null", "can never be set to null", "null is not allowed", "non-null". */
const NEVER =
  /\b(?:not|non)[- ]?nullable\b|\b(?:(?:cannot|can't|mustn't|shouldn't|won't|never)|(?:can|may|must|should|will|could|is|are) (?:not|never))(?: ever)? (?:(?:be|have|contain|accept|return|hold|equal) )?(?:(?:set to|left|equal to|an? ) ?)?(?:empty or )?null\b|\bnull (?:values? )?(?:is|are) (?:not|never) (?:allowed|permitted|supported|accepted|valid|possible)\b|\bnull (?:values? )?(?:is|are) invalid\b|\bdo(?:es)?(?: not|n't) (?:accept|allow|support|permit)(?: an?)? null\b|\bno nulls?\b|^ ?non-null(?:,|$| )/i;
/** Conditions that exclude null here speak of a value that may well be null elsewhere: "if it is not null". */
const CONDITIONS = /\b(?:if|when|unless|where|until|whether)\b/i;
const NOT_NULL = /\b(?:not|non-?|isn't) ?null\b/i;
const FAILS = /\b(?:errors?|fails?|invalid|rejected|exception|throws)\b/i;
/** "the **address** property is null": said of another property. */
const IS_NULL = /^ (?:(?:property|value|field|parameter) )?(?:is|are|to|as) null\b/i;
const IS_NULL_LENGTH = 40;

/** Whether something can be null, by what its description says; undefined where it says nothing. `name`: how it is called itself. */
function nullWords(description: Prose | undefined, name: string): Statement | undefined {
  if (!description || !NULL.test(description.text)) return undefined;
  const sentences = wordsOfOwn(description.runs, name)
    .replace(MARKS, "")
    .replace(SPACE, " ")
    .split(NULL_SENTENCE)
    .filter((sentence) => NULL.test(sentence) || NEVER.test(sentence.trim()));
  const never = sentences.find((sentence) => NEVER.test(sentence.trim()) && !isIfNot(sentence));
  if (never !== undefined) return { says: false, because: "the description says that it is never null" };
  const can = sentences.some((sentence) => !FAILS.test(sentence));
  return can ? { says: true, because: "the description says that it can be null" } : undefined;
}

/** The words without what is said of the null of other properties. */
function wordsOfOwn(runs: readonly Run[], name: string): string {
  const words = rawWords(runs);
  let own = "";
  let from = 0;
  let at = 0;
  for (const run of runs) {
    const start = at;
    at += rawWords([run]).length;
    const behind = isOther(run, name) ? IS_NULL.exec(words.slice(at, at + IS_NULL_LENGTH)) : null;
    if (behind === null || start < from) continue;
    own += words.slice(from, start);
    from = at + behind[0].length;
  }
  return own + words.slice(from);
}

function isOther(run: Run, name: string): boolean {
  if (run.kind !== "code" && run.kind !== "emphasis") return false;
  const words = rawWords([run]);
  return /^[\w.]+$/.test(words) && !isSame(words, name);
}

function isIfNot(sentence: string): boolean {
  return sentence.split(",").some((part) => saysTogether(part, CONDITIONS, NOT_NULL));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
