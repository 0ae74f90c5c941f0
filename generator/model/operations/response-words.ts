/** What the Response section of an operation says, once the names in it are looked up. */
import type { Place } from "../../shared/place.js";
import type { AnswerSentences, Link, NamedAnswer, Page } from "../../read/page.js";
import type { TypeRef } from "../api.js";
import type { Docs } from "../types/docs.js";
import { shortName, singular } from "../../shared/names.js";
import { isJson } from "../../shared/json/json.js";
import { linkTarget } from "../../shared/page-path.js";
import { asRef, eitherOf } from "../types/type-ref.js";

export interface AnswerWords {
  /** All codes in order of mention. */
  readonly statuses: readonly number[];
  readonly type?: TypeRef;
  /** A type that only wraps the items of a list, where the text links to it. */
  readonly whole?: string;
  /** undefined when the sentence names no type. */
  readonly collection?: boolean;
  /** It is named in the plural, without a word for several. */
  readonly plural?: boolean;
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

/** What the Response section says; an empty statement when the page has none. */
export function readAnswerWords(page: Page, docs: Docs): AnswerWords {
  const told = (page.response?.prose ?? []).flatMap(({ answer, place }) => (answer ? [{ ...answer, place }] : []));
  const typed = firstType(told, page, docs);
  return {
    statuses: [...new Set(told.flatMap(({ statuses }) => statuses))],
    ...typed,
    ...(typed === undefined && wholeOf(told, page, docs)),
    noBody: told.some(({ noBody }) => noBody),
    inBody: told.some(({ inBody }) => inBody) || (page.response?.code ?? []).some(({ text }) => isJson(text)),
    location: told.some(({ location }) => location),
    binary: told.some(({ binary }) => binary),
    place: typed?.place ?? told[0]?.place ?? page.response?.place ?? page.title.place,
  };
}

interface Typed {
  readonly type: TypeRef;
  readonly collection: boolean;
  readonly plural?: boolean;
  readonly place: Place;
}

type Told = AnswerSentences & { readonly place: Place };

function firstType(told: readonly Told[], page: Page, docs: Docs): Typed | undefined {
  const telling = told.filter(({ tells }) => tells === "answer");
  const answers = telling.length > 0 ? telling : told.filter(({ tells }) => tells === "name");
  for (const answer of answers) {
    const found = linkedType(answer, page, docs);
    if (found) return found;
  }
  for (const { named, bold = [], place } of answers) {
    const type = named && typeOfNamed(named, page, docs);
    if (type) return { type, collection: named.collection, place };
    for (const { name = "", collection, plural } of bold) {
      const called = asRef(docs.index.byName(name, page) ?? docs.index.byName(singular(name), page));
      if (called) return { type: called, collection, ...(plural && { plural }), place };
    }
  }
  return undefined;
}

function typeOfNamed({ scalar, name = "" }: NamedAnswer, page: Page, docs: Docs): TypeRef | undefined {
  return scalar ?? asRef(docs.index.byName(name, page));
}

function linkedType(told: Told, page: Page, docs: Docs): Typed | undefined {
  const typed = told.links.map(({ link }) => notPage(typeOfLink(link, page, docs), docs));
  const first = typed.findIndex((type) => type !== undefined);
  const [stated, type, other] = [told.links[first], typed[first], typed[first + 1]];
  if (!stated || !type || stated.isAside) return undefined;
  const collection = stated.collection ?? isPlural(told, type);
  const shared = other && stated.orNext ? eitherOf([type, other], docs) : undefined;
  return { type: shared?.kind === "object" ? shared : type, collection, place: told.place };
}

/** What only wraps the items of a list is no answer. */
function notPage(type: TypeRef | undefined, docs: Docs): TypeRef | undefined {
  return type?.kind === "object" && docs.pageTypes.has(type.name) ? undefined : type;
}

function wholeOf(told: readonly Told[], page: Page, docs: Docs): Pick<AnswerWords, "whole"> {
  const types = told.flatMap(({ links }) => links.flatMap(({ link }) => typeOfLink(link, page, docs) ?? []));
  const whole = types.find((type) => type.kind === "object" && docs.pageTypes.has(type.name));
  return whole?.kind === "object" ? { whole: whole.name } : {};
}

/** Whether the type's link is called by its plural: `[identityProviders](../resources/identityprovider.md)`. */
function isPlural({ links }: AnswerSentences, type: TypeRef): boolean {
  const name = type.kind === "object" ? shortName(type.name).toLowerCase() : "";
  return name !== "" && links.some(({ link: { text } }) => [`${name}s`, `${name}es`].includes(text.toLowerCase()));
}

/** The type a link leads to, if it leads to one: error tables and guides are linked in the same sentences. */
function typeOfLink(link: Link, page: Page, docs: Docs): TypeRef | undefined {
  const { path } = linkTarget(link.url);
  if (/^(?:[a-z]+:|\/)/.test(path) && !/\/resources\//.test(path)) return undefined;
  if (/(?:^|\/)api\//.test(path) || (path === "" && !link.url.startsWith("#")))
    return asRef(path === "" ? docs.index.byName(link.text, page) : undefined);
  return asRef(docs.index.byLink(link, page));
}
