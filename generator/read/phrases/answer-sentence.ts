/**
 * Reads the sentences of a Response section. Raw samples:
 * "… returns a `200 OK` response code and a collection of [message](…) objects in the response body."
 * "… a `204 No Content` response code." "… and String collection in the response body." "… a [drive](…) resource …"
 */
import { cutAtLinks, rawWords, type Prose } from "../../shared/runs.js";
import { scalarType } from "../../dialect/scalar-names.js";
import { camel } from "../../shared/names.js";
import { lastSentence, saysTogether } from "../../shared/sentences.js";
import type { AnswerSentences, NamedAnswer } from "../page.js";

/** Of the words before a link that are looked at; with thousands of links, all of them would be read thousands of times. */
const SENTENCE_LENGTH = 1_000;
const STATUS =
  /(?:^|[^\w.])([1-5]\d\d)(?:[\s,-]*(?:-\s*)?(?:OK|Created|Accepted|No[ -]?Content|Found|Partial|Redirect|See|Moved|Success|Not|Bad|Conflict|Forbidden|Unauthorized|Insufficient|Gone|Precondition|response|status|HTTP|code)\b|(?=[^\w]*(?:$|[.,])))/gi;
const NO_BODY =
  /\b(?:does not|doesn't|do not|don't|will not|won't) return (?:anything|any|a response|content)|\bempty (?:response )?body|\bno (?:response )?(?:body|content)\b|\breturns? nothing\b|\bnothing in (?:the|its) (?:response(?:'s)? )?body\b/i;
const IN_BODY = /\bin (?:the|its) (?:response(?:'s)? )?body\b|\bresponse body\b/i;
const ACCEPTED = /\b202\b/;
const LOCATION = /\b(?:operation-)?location\b/i;
const RETURNS = /\breturns? (?:a|an|the)\b/i;
const SOMETHING = /\b(?:object|resource|collection|list)\b/i;
const BINARY =
  /\b(?:binary|bytes?|stream|file content|contents? of (?:the|a) (?:file|image|page|report)|image data|csv)\b/i;
/** A kind of file, which the answer may also lead to. */
const FILE = /\b(?:pdf file|zip file|application\/(?:pdf|zip|octet-stream)|image\/(?:png|jpeg))\b/i;
const LEADING = /\b(?:json|links?|ur[il]s?|address|location)\b/i;
/** What is answered when the call fails is another matter. */
const ABOUT_ERRORS =
  /^(?:if|when|in case of) (?:an |any )?(?:error|the (?:request|call|operation) (?:fails|is unsuccessful)|unsuccessful)/i;
/** A sentence of such words among others: "If an error occurred, this method returns a `207` …". */
const ERROR_SENTENCE = /(?:^|\.\s*|\n)\b(?:if|when|in case of) (?:an |any )?errors?\b[^.]*(?:\.|$)/gi;
const ANSWERS = /\breturn|\bsuccessful|\bresponse (?:code|body)|\bin the response\b|\b[23]\d\d\b|\bcontains?\b/i;
/** Without any verb: "A collection of [x](…) objects." */
const NAMES_ANSWER = /^(?:an?|the|one|all)\s|^(?:array|collection|list) of\b/i;
/** "[a](…) or [b](…)": what stands between them. */
const OR = /^\s*(?:objects? )?or (?:an? )?\s*$/i;
/** Read backwards from the end: forwards, each "all" of "all all all …" would be a beginning. */
const COLLECTION_BEFORE =
  /$(?<=\b(?:collections?|lists?|arrays?|sets?|pages?|containing|zero or more|one or more|multiple|all(?: the)?)\b(?:\s+(?:of|the|all|these|those|matching|requested|updated|created|new|related|its|their|an?|one|single|user's|one or more|zero or more|JSON|containing))*\s*)/i;
const COLLECTION_AFTER =
  /^\s*(?:(?:objects?|resources?|entity|entities|items?|instances?|type)\s+)?(?:collections?|lists?|arrays?)\b|^s?\s*(?:objects|resources|entities|items|instances)\b/i;
const SCALAR =
  "String|Boolean|Bool|Int(?:eger|16|32|64)?|Double|Decimal|Single|Guid|DateTimeOffset|Date|Duration|Stream|Binary|Edm\\.\\w+|strings";
const SCALAR_COLLECTION = new RegExp(
  `\\b(${SCALAR}) collection\\b|\\b(?:collection|list|array) of (${SCALAR})s?\\b`,
  "i",
);
const SCALAR_IN_BODY = new RegExp(
  `\\b(?:a|an|and|the|with|returns)\\s+(${SCALAR})(?:\\s+(?:value|object|type|representation))?\\s+(?:in the|as the|value\\b)`,
  "i",
);
const BARE_NAME =
  /\b(?:a|an|the|of|updated|new|created)\s+([a-z][a-z\d_]*[A-Z]\w*|[a-z]{4,})\s+(?:objects?|resources?|collection)\b/;
/** "the updated Berth in the response body" */
const NAME_IN_BODY = /\b(?:updated|new|created|requested) ([A-Z][A-Za-z\d]+)\s+in the response body\b/;
/** Behind a name in bold letters or in code. */
const AFTER_NAME = /^\s+(?:objects?|resources?|collection|entity|in the response)/;
const AFTER_LENGTH = 40;
const NAME = /^[A-Za-z]\w+$/;
const FEW_WORDS = /^[A-Za-z]\w*(?: \w+){0,2}$/;
const LIST_AFTER = /^ (?:objects|resources|collection|list|entities)\b/i;

/** `[identityProviders](…) object`: one of them all the same. */
const ONE_AFTER = /^\s*(?:object|resource|entity|item)\b/i;
/** "the **berth fees** in the response body": of a berth, one or several. */
const PLURAL = /[^s]s$/;
const ARTICLE_BEFORE = /\ban? (?:\w+ )?$/i;
const FOR_BEFORE = /\bfor (?:the|an?) $/i;
/** A link behind such words is not what the body holds: "a `Location` header with …", "the resource, expanded with the matching …". */
const NOT_ANSWERED = /\b(?:location|operation-location|expanded with)\b/i;

/** What a paragraph says of the answer; undefined when it is about what fails. */
export function answerIn(prose: Prose): AnswerSentences | undefined {
  if (ABOUT_ERRORS.test(prose.text)) return undefined;
  const text = prose.text.replace(ERROR_SENTENCE, ". ");
  const named = scalarIn(prose.text) ?? nameIn(prose);
  const bold = boldNames(prose);
  return {
    statuses: [...new Set([...text.matchAll(STATUS)].map((match) => Number(match[1])))],
    noBody: NO_BODY.test(text),
    inBody: IN_BODY.test(text) || saysTogether(text, RETURNS, SOMETHING),
    location: saysTogether(text, ACCEPTED, LOCATION),
    binary: BINARY.test(text) || (FILE.test(text) && !LEADING.test(text)),
    tells: ANSWERS.test(prose.text) ? "answer" : NAMES_ANSWER.test(prose.text) ? "name" : "nothing",
    links: linksIn(prose),
    ...(named && { named }),
    ...(bold.length > 0 && { bold }),
  };
}

function linksIn(prose: Prose): AnswerSentences["links"] {
  const { words, found } = cutAtLinks(prose, (link) => link);
  let before = "";
  return found.map((link, index) => {
    before = `${before}${words[index] ?? ""}`.slice(-SENTENCE_LENGTH);
    const after = words[index + 1] ?? "";
    const isMany = COLLECTION_BEFORE.test(before) || COLLECTION_AFTER.test(after);
    const isAside = NOT_ANSWERED.test(lastSentence(before));
    before += link.text;
    return {
      link,
      ...(isMany ? { collection: true } : ONE_AFTER.test(after) && { collection: false }),
      ...(isAside && { isAside }),
      ...(OR.test(after) && { orNext: true }),
    };
  });
}

function scalarIn(text: string): NamedAnswer | undefined {
  const many = SCALAR_COLLECTION.exec(text);
  const one = many ? undefined : SCALAR_IN_BODY.exec(text);
  const word = many?.[1] ?? many?.[2] ?? one?.[1];
  if (!word) return undefined;
  const scalar = scalarType(word.replace(/^strings$/i, "String")) ?? ({ kind: "scalar", name: "String" } as const);
  return { scalar, collection: many !== null };
}

/** The first name of what is answered, in bold letters, in code, or bare. */
function nameIn({ runs }: Prose): NamedAnswer | undefined {
  const words = rawWords(runs);
  const bare = BARE_NAME.exec(words) ?? NAME_IN_BODY.exec(words);
  let end = 0;
  for (const run of runs) {
    const start = end;
    if (bare && start > bare.index) break;
    const name = rawWords([run]);
    end += name.length;
    const after = AFTER_NAME.exec(words.slice(end, end + AFTER_LENGTH))?.[0];
    const isMarked = run.kind !== "text" && run.kind !== "link" && !isForIt(words.slice(0, start), after);
    if (isMarked && after !== undefined && NAME.test(name)) return namedAt(name, words.slice(0, start), after);
  }
  return bare?.[1] === undefined ? undefined : namedAt(bare[1], words.slice(0, bare.index), bare[0]);
}

/** "an updated **berth fees** object" */
function boldNames({ runs }: Prose): readonly NamedAnswer[] {
  let before = "";
  return runs.flatMap((run, index): readonly NamedAnswer[] => {
    const words = rawWords([run]);
    const start = before;
    before = `${before}${words}`.slice(-SENTENCE_LENGTH);
    if (run.kind !== "emphasis" || run.mark !== "**" || !FEW_WORDS.test(words)) return [];
    const after = rawWords(runs.slice(index + 1, index + 2));
    if (NOT_ANSWERED.test(lastSentence(start)) || isForIt(start, after)) return [];
    const collection = COLLECTION_BEFORE.test(start) || LIST_AFTER.test(after);
    const isPlural = PLURAL.test(words) && !ARTICLE_BEFORE.test(start) && !ONE_AFTER.test(after);
    return [{ name: camel(words), collection, ...(isPlural && { plural: true }) }];
  });
}

/** "the dimensions for the **customer** in the response body": what is answered stands before it. */
function isForIt(before: string, after = ""): boolean {
  return FOR_BEFORE.test(before) && !ONE_AFTER.test(after);
}

function namedAt(name: string, before: string, after: string): NamedAnswer {
  return { name, collection: COLLECTION_BEFORE.test(before) || /collection|objects|resources/.test(after) };
}
