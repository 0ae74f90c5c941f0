/**
 * Reads the sentences of a Response section. Raw samples:
 * "… returns a `200 OK` response code and a collection of [message](…) objects in the response body."
 * "… a `204 No Content` response code." "… and String collection in the response body." "… a [drive](…) resource …"
 */
import type { Place } from "../../shared/place.js";
import type { Link, Page, Prose } from "../../read/page.js";
import type { TypeRef } from "../api.js";
import type { Docs } from "../types/docs.js";
import { shortName } from "../names.js";
import { camel, singular } from "../../shared/names.js";
import { linkTarget } from "../../shared/page-path.js";
import { scalarType } from "../types/scalars.js";
import { lastSentence, saysTogether } from "../sentences.js";
import { asRef, eitherOf, STRING } from "../types/type-ref.js";

export interface AnswerWords {
  /** All codes in order of mention. */
  readonly statuses: readonly number[];
  readonly type?: TypeRef;
  /** undefined when the sentence names no type. */
  readonly collection?: boolean;
  /** The text says that there is nothing in the body. */
  readonly noBody: boolean;
  /** The text says that something is in the body, known or not. */
  readonly inBody: boolean;
  /** `202`, and a header that says where the work can be followed. */
  readonly location: boolean;
  /** Bytes: a file, an image, a stream. */
  readonly binary: boolean;
  readonly place: Place;
}

const STATUS =
  /(?:^|[^\w.])([1-5]\d\d)(?:[\s,-]*(?:-\s*)?(?:OK|Created|Accepted|No[ -]?Content|Found|Partial|Redirect|See|Moved|Success|Not|Bad|Conflict|Forbidden|Unauthorized|Insufficient|Gone|Precondition|response|status|HTTP|code)\b|(?=[^\w]*(?:$|[.,])))/gi;
const NO_BODY =
  /\b(?:does not|doesn't|do not|don't|will not|won't) return (?:anything|any|a response|content)|\bempty (?:response )?body|\bno (?:response )?(?:body|content)\b|\breturns? nothing\b/i;
const IN_BODY = /\bin (?:the|its) (?:response(?:'s)? )?body\b|\bresponse body\b/i;
const ACCEPTED = /\b202\b/;
const LOCATION = /\b(?:operation-)?location\b/i;
const RETURNS = /\breturns? (?:a|an|the)\b/i;
const SOMETHING = /\b(?:object|resource|collection|list)\b/i;
const BINARY =
  /\b(?:binary|bytes?|stream|file content|contents? of (?:the|a) (?:file|image|page|report)|image data|csv)\b/i;
/** What is answered when the call fails is another matter. */
const ABOUT_ERRORS =
  /^(?:if|when|in case of) (?:an |any )?(?:error|the (?:request|call|operation) (?:fails|is unsuccessful)|unsuccessful)/i;
/** A sentence of such words among others: "If an error occurred, this method returns a `207` …". */
const ERROR_SENTENCE = /(?:^|\.\s*|\n)\b(?:if|when|in case of) (?:an |any )?errors?\b[^.]*(?:\.|$)/gi;
const ANSWERS = /\breturn|\bsuccessful|\bresponse (?:code|body)|\bin the response\b|\b[23]\d\d\b|\bcontains?\b/i;
/** Without any verb: "A collection of [x](…) objects." */
const NAMES_ANSWER = /^(?:an?|the|one|all)\s|^(?:array|collection|list) of\b/i;
const LINK = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\](?:\([^()]*(?:\([^()]*)?\)|\[[^[\]]*\])?/g;
/** Where a type stands in a marked sentence: `⟦0⟧`. */
const TYPE_MARK = /⟦(\d+)⟧/;
/** "[a](…) or [b](…)" with marks for links. */
const OR_TYPE = /^[\s*`]*(?:objects? )?or (?:an? )?[\s*`]*⟦(\d+)⟧/i;
/** Read backwards from the end: forwards, each "all" of "all all all …" would be a beginning. */
const COLLECTION_BEFORE =
  /$(?<=\b(?:collections?|lists?|arrays?|sets?|pages?|containing|zero or more|one or more|multiple|all(?: the)?)\b(?:\s+(?:of|the|all|these|those|matching|requested|updated|created|new|related|its|their|an?|one|single|user's|one or more|zero or more|JSON|containing))*[\s*`]*)/i;
const COLLECTION_AFTER =
  /^[\s*`]*(?:(?:objects?|resources?|entity|entities|items?|instances?|type)\s+)?(?:collections?|lists?|arrays?)\b|^s?[\s*`]*(?:objects|resources|entities|items|instances)\b/i;
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
const BOLD = /\*\*([A-Za-z]\w*(?: \w+){0,2})\*\*/g;
const LIST_AFTER = /^ (?:objects|resources|collection|list|entities)\b/i;
const BARE_NAME =
  /(?:\*\*|`)([A-Za-z]\w+)(?:\*\*|`)\s+(?:objects?|resources?|collection|entity|in the response)|\b(?:a|an|the|of|updated|new|created)\s+([a-z][a-z\d_]*[A-Z]\w*|[a-z]{4,})\s+(?:objects?|resources?|collection)\b/;

/** `[identityProviders](…) object`: one of them all the same. */
const ONE_AFTER = /^[\s*`]*(?:object|resource|entity|item)\b/i;
/** A link behind such words is not what the body holds: "a `Location` header with …", "the resource, expanded with the matching …". */
const NOT_ANSWERED = /\b(?:location|operation-location|expanded with)\b/i;

/** What the Response section says; an empty statement when the page has none. */
export function readAnswerWords(page: Page, docs: Docs): AnswerWords {
  const paragraphs = (page.response?.prose ?? []).filter((prose) => !ABOUT_ERRORS.test(prose.text));
  const place = paragraphs[0]?.place ?? page.response?.place ?? page.title.place;
  const text = paragraphs
    .map((prose) => prose.text)
    .join("\n")
    .replace(/\s+/g, (blanks) => (blanks.includes("\n") ? "\n" : blanks))
    .replace(ERROR_SENTENCE, ". ");
  const statuses = [...new Set([...text.matchAll(STATUS)].map((match) => Number(match[1])))];
  const typed = firstType(paragraphs, page, docs);
  return {
    statuses,
    ...typed,
    noBody: NO_BODY.test(text),
    inBody: IN_BODY.test(text) || saysTogether(text, RETURNS, SOMETHING),
    location: saysTogether(text, ACCEPTED, LOCATION),
    binary: BINARY.test(text),
    place: typed?.place ?? place,
  };
}

interface Typed {
  readonly type: TypeRef;
  readonly collection: boolean;
  readonly place: Place;
}

function firstType(paragraphs: readonly Prose[], page: Page, docs: Docs): Typed | undefined {
  const telling = paragraphs.filter((prose) => ANSWERS.test(prose.text));
  const answers = telling.length > 0 ? telling : paragraphs.filter((prose) => NAMES_ANSWER.test(prose.text));
  for (const prose of answers) {
    const found = linkedType(prose, page, docs);
    if (found) return found;
  }
  for (const prose of answers) {
    const found = scalarIn(prose) ?? bareType(prose, page, docs) ?? boldType(prose, page, docs);
    if (found) return found;
  }
  return undefined;
}

function linkedType(prose: Prose, page: Page, docs: Docs): Typed | undefined {
  const types: TypeRef[] = [];
  const links = byText(prose.links);
  const marked = prose.markdown.replace(LINK, (all, label: string) => {
    const plain = label.replace(/[*`\\]/g, "").trim();
    const link = links.get(plain)?.next().value;
    const type = link && typeOfLink(link, page, docs);
    const isPage = type?.kind === "object" && docs.pageTypes.has(type.name);
    return type && !isPage ? `⟦${types.push(type) - 1}⟧` : plain || all;
  });
  const mark = TYPE_MARK.exec(marked);
  const type = types[Number(mark?.[1])];
  if (!mark || !type) return undefined;
  const before = marked.slice(0, mark.index).replace(/\[$/, "");
  const after = marked.slice(mark.index + mark[0].length);
  if (NOT_ANSWERED.test(lastSentence(before))) return undefined;
  const collection =
    COLLECTION_BEFORE.test(before) || COLLECTION_AFTER.test(after) || (!ONE_AFTER.test(after) && isPlural(prose, type));
  const other = types[Number(OR_TYPE.exec(after)?.[1])];
  const shared = other && eitherOf([type, other], docs);
  return { type: shared?.kind === "object" ? shared : type, collection, place: prose.place };
}

/** Links that share a text follow each other as they stand in the paragraph. */
function byText(links: readonly Link[]): ReadonlyMap<string, Iterator<Link, undefined>> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(link.text.trim());
    if (group) group.push(link);
    else groups.set(link.text.trim(), [link]);
  }
  return new Map([...groups].map(([text, group]) => [text, group.values()]));
}

/** Whether the type's link is called by its plural: `[identityProviders](../resources/identityprovider.md)`. */
function isPlural({ links }: Prose, type: TypeRef): boolean {
  const name = type.kind === "object" ? shortName(type.name).toLowerCase() : "";
  return name !== "" && links.some(({ text }) => [`${name}s`, `${name}es`].includes(text.toLowerCase()));
}

/** The type a link leads to, if it leads to one: error tables and guides are linked in the same sentences. */
function typeOfLink(link: Link, page: Page, docs: Docs): TypeRef | undefined {
  const { path } = linkTarget(link.url);
  if (/^(?:[a-z]+:|\/)/.test(path) && !/\/resources\//.test(path)) return undefined;
  if (/(?:^|\/)api\//.test(path) || (path === "" && !link.url.startsWith("#")))
    return asRef(path === "" ? docs.index.byName(link.text, page) : undefined);
  return asRef(docs.index.byLink(link, page));
}

function scalarIn(prose: Prose): Typed | undefined {
  const text = prose.text;
  const many = SCALAR_COLLECTION.exec(text);
  const one = many ? undefined : SCALAR_IN_BODY.exec(text);
  const word = many?.[1] ?? many?.[2] ?? one?.[1];
  if (!word) return undefined;
  return {
    type: scalarType(word.replace(/^strings$/i, "String")) ?? STRING,
    collection: many !== null,
    place: prose.place,
  };
}

/** "an updated **berth fees** object": bold words that name a type when they are joined, be it in the plural. */
function boldType(prose: Prose, page: Page, docs: Docs): Typed | undefined {
  for (const { 0: all, 1: words = "", index } of prose.markdown.matchAll(BOLD)) {
    const name = camel(words);
    const type = asRef(docs.index.byName(name, page) ?? docs.index.byName(singular(name), page));
    if (type === undefined) continue;
    const before = prose.markdown.slice(0, index);
    if (NOT_ANSWERED.test(lastSentence(before))) return undefined;
    const collection = COLLECTION_BEFORE.test(before) || LIST_AFTER.test(prose.markdown.slice(index + all.length));
    return { type, collection, place: prose.place };
  }
  return undefined;
}

function bareType(prose: Prose, page: Page, docs: Docs): Typed | undefined {
  const match = BARE_NAME.exec(prose.markdown);
  const name = match?.[1] ?? match?.[2];
  const type = name === undefined ? undefined : asRef(docs.index.byName(name, page));
  if (!match || !type) return undefined;
  const collection =
    COLLECTION_BEFORE.test(prose.markdown.slice(0, match.index)) || /collection|objects|resources/.test(match[0]);
  return { type, collection, place: prose.place };
}
