/** The words that the name of an operation's function is made of, and the type whose module holds it. */
import type { Page } from "../../read/page.js";
import type { Operation, Result } from "../api.js";
import { camel, lowerFirst, shortName, singular, upperFirst } from "../../shared/names.js";
import { stemOf } from "../../shared/page-path.js";
import { isVerb } from "../../dialect/verb-words.js";
import { wordsOfTitle } from "./title.js";
import { namedByRequest, verbFirst } from "./title-forms.js";

type Naming = Operation["naming"];

/** A title that is the request line names nothing. */
const TITLE_REQUEST = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?: |$)/;
/** "parcel: sendAgain", "parcel in a depot: send" */
const ACTION_TITLE = /^([\w.]+)(?: [\w. ]+)?:\s*([A-Za-z]\w*)(?:\s+(?:action|function|method))?$/;
const ACTION_SUFFIX = /^([A-Za-z]\w*)\s+(?:action|function|method)$/i;
const ONE_WORD = /^[A-Za-z]\w*$/;
const REMARK = / ?\([^()]*\)| ?- .*$/gs;
const STEM_VERBS: ReadonlyMap<string, string> = new Map([
  ["get", "get"],
  ["list", "list"],
  ["post", "create"],
  ["update", "update"],
  ["delete", "delete"],
  ["put", "replace"],
  ["create", "create"],
  ["patch", "update"],
  ["upsert", "upsert"],
]);
const WHITE_SPACE = /\s+/g;
const STEM_BORDER = /[-_]/;
const INNER_CAPITAL = /[a-z\d][A-Z]/;
const COLLECTION = /Collection$/;
/** Either its capital or what stands before it tells where it begins. */
const LAST_WORD = /(?:[A-Z]|(?<![a-z\d]))[a-z\d]+$/;
const AT_A_PLACE = /[a-z](?:At|Of|By|In)$/;

/**
 * Names an operation: by its title where that is short and clear, else by its file stem. `called`: what the
 * path calls; `subject`: a short type name.
 */
export function namingOf(page: Page, method: string, called: string, subject: string | undefined): Naming {
  const title = verbFirst(page.title.text.replace(WHITE_SPACE, " ").trim()).replace(REMARK, "").trim();
  const qualifier = subject ?? "";
  const named = ACTION_TITLE.exec(title);
  const action = named?.[2] ?? ACTION_SUFFIX.exec(title)?.[1];
  if (action) {
    const verb = documentedAction(action, called);
    return { verb, object: actedOn(verb, named?.[1] ?? "", qualifier), qualifier, action: true };
  }
  const speaks = speaksByTitle(page, title);
  const isAny = speaks || qualifier === "" || page.anchor !== undefined;
  const words = TITLE_REQUEST.test(title) ? undefined : wordsOfTitle(title, qualifier, isAny ? "any" : "usual");
  if (words && !speaksOtherwise(words.verb, page.stem, called)) {
    // an object that says its owner needs no other qualifier
    const { verb, object, of } = words;
    const own = { verb, object, qualifier: speaks || of?.rest.startsWith("for ") ? "" : qualifier, action: false };
    return of ? { ...own, of } : own;
  }
  if (ONE_WORD.test(title) && !TITLE_REQUEST.test(title))
    return { verb: documentedAction(lowerFirst(title), called), object: qualifier, qualifier, action: true };
  const [line] = page.requests;
  const asked = page.anchor === undefined || line === undefined ? undefined : namedByRequest(method, line.target);
  return asked ? { ...asked, qualifier, action: false } : stemNaming(page.stem, method, called, qualifier);
}

/** A file that is called as its title begins says no resource first, as other files do: `withdraw-a-transfer`, "Withdraw a transfer". */
function speaksByTitle({ stem }: Page, title: string): boolean {
  const [first = "", second] = title.toLowerCase().split(" ");
  const [own = "", next = ""] = stem.toLowerCase().split(STEM_BORDER, 2);
  const isAlike = own === first || (STEM_VERBS.has(own) && next !== "" && !STEM_VERBS.has(next));
  return second !== undefined && isVerb(first) && isAlike;
}

/** A verb of one word is done to what the title names; where the page's type ends in that, to the type. */
function actedOn(verb: string, written: string, qualifier: string): string {
  const thing = written.replace(COLLECTION, "");
  const isOwn = qualifier === "" || qualifier.toLowerCase().endsWith(thing.toLowerCase());
  return INNER_CAPITAL.test(verb) || isOwn ? qualifier : lowerFirst(thing);
}

/** Whether path and file name have an action's own name that the title does not begin with: `createUploadSession`, "Upload large files". */
function speaksOtherwise(verb: string, stem: string, called: string): boolean {
  const isNamed = INNER_CAPITAL.test(called) && stem.toLowerCase().endsWith(`-${called.toLowerCase()}`);
  return (
    isNamed && !called.toLowerCase().startsWith(verb.toLowerCase()) && singular(called) === called && isVerb(called)
  );
}

/**
 * An action that is called by what it answers is got: `usedRange`, `supportedLanguages`. One that does more than read counts as called so
 * when it ends as its answer's type does (`resizedRange`), or says where something is (`itemAt`).
 */
export function withVerb(naming: Naming, method: string, result: Result): Naming {
  const { verb, action } = naming;
  if (!action || isVerb(verb) || result.kind === "none" || result.kind === "accepted") return naming;
  const type = "type" in result && result.type?.kind === "object" ? shortName(result.type.name) : "";
  const last = LAST_WORD.exec(verb)?.[0] ?? "";
  const isNoun =
    method === "GET" || AT_A_PLACE.test(verb) || (last !== verb && type.toLowerCase().endsWith(last.toLowerCase()));
  return isNoun ? { ...naming, verb: `get${upperFirst(verb)}` } : naming;
}

/** The action's name in the letter case of the request line. */
function documentedAction(name: string, called: string): string {
  return called.toLowerCase() === name.toLowerCase() ? lowerFirst(called) : lowerFirst(name);
}

/** `message-list-attachments` → list attachments; a stem whose tail is no known verb names an action. */
function stemNaming(stem: string, method: string, last: string, qualifier: string): Naming {
  const parts = stem.split(/[-_]/);
  const at = parts.findIndex((part, i) => i > 0 && STEM_VERBS.has(part));
  const verb = at < 0 ? undefined : STEM_VERBS.get(parts[at] ?? "");
  const cased = (word: string): string => (word === last.toLowerCase() ? lowerFirst(last) : word);
  if (verb) {
    const tail = parts.slice(at + 1).map(cased);
    const before = parts[at - 1] ?? "";
    const object =
      tail.length > 0
        ? tail[0] + tail.slice(1).map(upperFirst).join("")
        : at > 1 && before.toLowerCase() !== qualifier.toLowerCase()
          ? cased(before)
          : qualifier || cased(before);
    return { verb, object: object || last, qualifier, action: false };
  }
  const tail = parts.slice(1).map(cased);
  const name = tail.length > 0 ? camel(tail.join("-")) : cased(parts[0] ?? method.toLowerCase());
  return { verb: name, object: qualifier, qualifier, action: true };
}

/** Ids of operations of pages; `apart`: what tells one from the page's first. */
export interface Ids {
  /** The id that it would get now. */
  next(page: Page, apart: readonly string[]): string;
  /** No other operation gets it from now on. */
  take(id: string): void;
}

/** The id of an operation, which it keeps. */
export function idOf(page: Page, apart: readonly string[], ids: Ids): string {
  const id = ids.next(page, apart);
  ids.take(id);
  return id;
}

/**
 * Ids are file stems, with the anchor of its heading where a page has several operations; that of a further method of a page ends in the
 * method, that of what answers something else in what it asks for. Where pages of several folders share a stem, all but the first
 * have their folder's name before it, and what is taken all the same gets a number.
 */
export function operationIds(pages: readonly Page[]): Ids {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let id = wanted;
    for (let i = 2; taken.has(id); i++) id = `${wanted}-${i}`;
    return id;
  };
  // a page may have been completed since: it is known by where it stands
  const own = new Map<string, string>();
  const keyOf = ({ path, title, anchor = "" }: Page): string => [path, anchor, title.place.line].join("\0");
  for (const page of pages.filter(({ requests }) => requests.length > 0)) {
    const folder = page.path.toLowerCase().split("/").at(-2) ?? "";
    const stem = page.anchor === undefined ? page.stem : `${page.stem}#${page.anchor}`;
    const id = free(taken.has(stem) ? `${folder}-${stem}` : stem);
    taken.add(id);
    own.set(keyOf(page), id);
  }
  return {
    next(page, apart) {
      const id = own.get(keyOf(page)) ?? page.stem;
      return apart.length === 0 ? id : free(`${id}-${apart.join("-").toLowerCase()}`);
    },
    take: (id) => void taken.add(id),
  };
}

/** Finds the type that an operation page is about; undefined when neither its name nor a Methods table tells. */
export type SubjectOf = (page: Page) => string | undefined;

/** By the beginning of the page's stem (`message-list-attachments` is about message), then by the Methods tables of types. */
export function subjectFinder(
  typesByStem: ReadonlyMap<string, string>,
  typesByMethod: ReadonlyMap<string, string>,
): SubjectOf {
  return (page) => {
    const parts = page.stem.split(/(?=[-_])/);
    for (let length = parts.length - 1; length > 0; length--) {
      const type = typesByStem.get(parts.slice(0, length).join("").toLowerCase());
      if (type) return type;
    }
    return typesByMethod.get(page.path.toLowerCase());
  };
}

/** Module for an operation without a subject: the first word of its page's stem. */
export function groupOf(page: Page, subject: string | undefined): string {
  if (subject) return lowerFirst(shortName(subject));
  return camel(stemOf(page.path).split(/[-_]/)[0] ?? "") || "operations";
}
