/** The words that the name of an operation's function is made of, and the type whose module holds it. */
import type { Page } from "../../read/page.js";
import type { Operation } from "../api.js";
import { shortName } from "../names.js";
import { camel, lowerFirst, upperFirst } from "../../shared/names.js";
import { stemOf } from "../../shared/page-path.js";

type Naming = Operation["naming"];

const TITLE_VERBS =
  /^((?:permanently )?(?:list|get|create|add|update|delete|remove|assign|upload|download|search|set|start|stop|send|reply|move|copy|invite|cancel|upsert|replace|restore|reset|revoke|enable|disable|publish|share|check|find|archive|unarchive|clone|export|import|sync|validate)) (.+)$/is;
/** A title that is the request line names nothing. */
const TITLE_REQUEST = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?: |$)/;
const ACTION_TITLE = /^[\w.]+\s*:\s*([A-Za-z]\w*)(?:\s+(?:action|function|method))?$/;
const ACTION_SUFFIX = /^([A-Za-z]\w*)\s+(?:action|function|method)$/i;
const ONE_WORD = /^[A-Za-z]\w*$/;
const REMARK = / ?\([^()]*\)| ?- .*$/gs;
const SMALL_WORDS =
  /\b(?:an?|the|of|for|to|in|on|from|with|and|by|that|this|new|existing|granted|attached|your|user's)\b/gi;
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
/** "members of an educationClass", "conversationMember in a chat" */
const PART_OF_OWNER = /^(.*\S) (?:of|in|on|from|to|for) (?:(?:an?|the|this|your) )?(.+)$/is;
const TWO_THINGS = /\b(?:or|and)\b/i;
/** "DriveItem resource" */
const KIND_WORD = /(?<!\s)\s+(?:resource|object|instance|entity)$/i;
const WHITE_SPACE = /\s+/g;
const MAX_WORDS = 4;

/**
 * Names an operation: by its title where that is short and clear, else by its file stem. `called`: what the
 * path calls; `subject`: a short type name.
 */
export function namingOf(page: Page, method: string, called: string, subject: string | undefined): Naming {
  const title = page.title.text.replace(WHITE_SPACE, " ").replace(REMARK, "").trim();
  const qualifier = subject ?? "";
  const action = (ACTION_TITLE.exec(title) ?? ACTION_SUFFIX.exec(title))?.[1];
  if (action) return { verb: documentedAction(action, called), object: qualifier, qualifier, action: true };
  const verb = TITLE_REQUEST.test(title) ? null : TITLE_VERBS.exec(title);
  if (verb?.[1] && verb[2]) {
    const words = ownerFirst(verb[2], qualifier) ?? verb[2];
    const object = objectOf(words, qualifier);
    // an object that says its owner needs no other qualifier
    const rest = { qualifier: words === verb[2] ? qualifier : "", action: false };
    if (object !== "" && object.split(WHITE_SPACE).length <= MAX_WORDS)
      return { verb: camel(verb[1].toLowerCase()), object: camel(object), ...rest };
  }
  if (ONE_WORD.test(title) && !TITLE_REQUEST.test(title))
    return { verb: documentedAction(lowerFirst(title), called), object: qualifier, qualifier, action: true };
  return stemNaming(page.stem, method, called, qualifier);
}

/** "members of an educationClass" → `educationClass members`; undefined when `owner` is not what the words end in. */
function ownerFirst(words: string, owner: string): string | undefined {
  const [, part, last] = PART_OF_OWNER.exec(words) ?? [];
  const belongs = part && last && isSame(last, owner) && !TWO_THINGS.test(part) && !startsWith(part, owner);
  return belongs ? `${owner} ${part}` : undefined;
}

function objectOf(words: string, subject: string): string {
  const object = words
    .replace(SMALL_WORDS, " ")
    .replace(/[’']s?\b/g, "")
    .trim();
  const bare = object.replace(KIND_WORD, "");
  return isSame(bare, subject) ? bare : object;
}

function startsWith(words: string, type: string): boolean {
  return words.toLowerCase().startsWith(type.toLowerCase());
}

function isSame(words: string, type: string): boolean {
  return words.replace(WHITE_SPACE, "").toLowerCase() === type.toLowerCase();
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
        : at > 1 && !isSame(before, qualifier)
          ? cased(before)
          : qualifier || cased(before);
    return { verb, object: object || last, qualifier, action: false };
  }
  const tail = parts.slice(1).map(cased);
  const name = tail.length > 0 ? camel(tail.join("-")) : cased(parts[0] ?? method.toLowerCase());
  return { verb: name, object: qualifier, qualifier, action: true };
}

/** Id of the operation with a method on a page; `first`: the page's first method. */
export type IdOf = (page: Page, method: string, first: boolean) => string;

/**
 * Ids are file stems, with the anchor of its heading where a page has several operations; that of a further method of a page ends in the method. Where pages of several folders share a stem, all but the first
 * have their folder's name before it, and what is taken all the same gets a number.
 */
export function operationIds(pages: readonly Page[]): IdOf {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let id = wanted;
    for (let i = 2; taken.has(id); i++) id = `${wanted}-${i}`;
    taken.add(id);
    return id;
  };
  const own = new Map<Page, string>();
  for (const page of pages.filter(({ requests }) => requests.length > 0)) {
    const folder = page.path.toLowerCase().split("/").at(-2) ?? "";
    const stem = page.anchor === undefined ? page.stem : `${page.stem}#${page.anchor}`;
    own.set(page, free(taken.has(stem) ? `${folder}-${stem}` : stem));
  }
  return (page, method, first) => {
    const id = own.get(page) ?? page.stem;
    return first ? id : free(`${id}-${method.toLowerCase()}`);
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
