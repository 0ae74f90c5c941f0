/** What the title of an operation's page says: a verb, and what it is done to. */
import { camel } from "../../shared/names.js";
import { isVerb } from "../../dialect/verb-words.js";

/** A title as words for a name. `of`: the thing itself, and how the title goes on after it: `for chat`, `by path`. */
export interface TitleWords {
  readonly verb: string;
  readonly object: string;
  readonly of?: { readonly part: string; readonly rest: string };
}

const VERBS =
  "list|get|create|add|update|delete|remove|assign|upload|download|search|set|start|stop|send|reply|move|copy|invite|cancel|upsert|replace|restore|reset|revoke|enable|disable|publish|share|check|find|archive|unarchive|clone|export|import|sync|validate|install|uninstall|activate|deactivate|grant|attach|detach|follow|unfollow|approve|reject|deny|accept|decline|submit|pause|resume|restart|register|unregister|subscribe|unsubscribe|enumerate|listing|patch";
const TITLE = new RegExp(`^(?:[\\w.]+\\s*:\\s*)?((?:permanently )?(?:${VERBS})(?: or (?:${VERBS}))?) (.+)$`, "is");
/** Other forms of the verbs that names have. */
const SAME_VERB: ReadonlyMap<string, string> = new Map([
  ["enumerate", "list"],
  ["listing", "list"],
  ["patch", "update"],
]);
const SMALL_WORDS =
  /\b(?:an?|the|of|for|to|in|on|from|with|and|by|that|this|new|existing|granted|attached|your|user's)\b/gi;
const PREPOSITION = /^(?:of|for|to|in|on|from|with|within|without|by)$/i;
/** What leads on to means and places, and not to what something belongs to. */
const NO_OWNER = /^(?:with|within|without|by)$/i;
/** Things are taken from their owner by these; by others they come from elsewhere. */
const TAKES = /^(?:get|list|delete|remove|uninstall|revoke|unassign)/i;
const PUTS_ELSEWHERE = /^(?:move|copy|clone|export|import|download|upload|restore|convert)/i;
const CHOICE = /\b(?:or|and)\b/i;
const POSSESSIVE = /[’']s?\b/g;
const WHITE_SPACE = /\s+/g;
/** "DriveItem resource", "excludes collection" */
const KIND_WORD = /(?<!\s)\s+(?:resource|object|instance|entity|collection)$/i;
/** "items shared", "apps installed" */
const PARTICIPLE_LAST = /^(.+\S) ([a-z]+ed)$/i;
const MAX_WORDS = 4;
const MAX_OWNER_WORDS = 2;

/** "Get a list of ships" reads as "List ships", "Find ships API" as "Find ships". */
const LISTS = /^(?:get|gets|retrieve|return)s? (?:an? |the )?list of (?:all )?/i;
/** Titles without a verb: "New loan", "Single loan". */
const NEW = /^(?:an? )?new (?=\w)/i;
const SINGLE = /^(?:an? )?(?:single|one) (?=\w)/i;
const API_WORD = / api$/i;
const WORD_FIRST = /^([A-Za-z]+) (.+)$/s;

/**
 * Undefined where the title begins with no verb, or goes on for too long. `subject`: the short name of the type that the page is about;
 * `verbs`: whether rarer verbs count as well.
 */
export function wordsOfTitle(given: string, subject: string, verbs: "usual" | "any" = "usual"): TitleWords | undefined {
  const title = given.replace(LISTS, "List ").replace(NEW, "Create ").replace(SINGLE, "Get ").replace(API_WORD, "");
  const [, written, rest] = TITLE.exec(title) ?? (verbs === "any" ? byAnyVerb(title) : []);
  if (written === undefined || rest === undefined) return undefined;
  const first = written.toLowerCase();
  const verb = camel(SAME_VERB.get(first) ?? first);
  const { part, link, end } = dividedTitle(rest, subject);
  const owner = isOwner(link, verb) ? end : "";
  const whole = owner === "" || saysFirst(part, owner) ? part : `${owner} ${part}`;
  if (whole === "" || whole.split(WHITE_SPACE).length > MAX_WORDS) return undefined;
  const further = end === "" ? undefined : `${owner === "" ? link : "for"} ${camel(end)}`;
  return { verb, object: camel(whole), ...(further !== undefined && { of: { part: camel(part), rest: further } }) };
}

function byAnyVerb(title: string): readonly string[] {
  const found = WORD_FIRST.exec(title) ?? [];
  return isVerb(found[1]?.toLowerCase() ?? "") ? found : [];
}

/** "members of an educationClass" → members, of, educationClass; an end of too many words, or of several things, is left out. */
function dividedTitle(
  words: string,
  subject: string,
): { readonly part: string; readonly link: string; readonly end: string } {
  const all = words.trim().split(WHITE_SPACE);
  const begin = all.findIndex((word) => !PREPOSITION.test(word));
  const phrases: string[][] = [];
  for (const word of all.slice(Math.max(begin, 0))) {
    if (PREPOSITION.test(word) || phrases.length === 0) phrases.push([]);
    phrases.at(-1)?.push(word);
  }
  const [head = [], [link = "", ...behind] = []] = phrases;
  const end = bareTitle(behind.join(" "), subject);
  const isClear = !CHOICE.test([...head, ...behind].join(" ")) && end.split(WHITE_SPACE).length <= MAX_OWNER_WORDS;
  return { part: partNamed(bareTitle(head.join(" "), subject)), link: link.toLowerCase(), end: isClear ? end : "" };
}

function isOwner(link: string, verb: string): boolean {
  if (NO_OWNER.test(link)) return false;
  if (PUTS_ELSEWHERE.test(verb)) return link === "of";
  return link !== "from" || TAKES.test(verb);
}

/** Without small words, and the word for the kind of thing behind a name. */
function bareTitle(words: string, subject: string): string {
  const object = words.replace(SMALL_WORDS, " ").replace(POSSESSIVE, "").replace(WHITE_SPACE, " ").trim();
  const plain = object.replace(KIND_WORD, "");
  if (plain === object || isNamed(object, subject)) return object;
  return isNamed(plain, subject) || !/(?:instance|entity|object)$/i.test(object) ? plain : object;
}

function partNamed(words: string): string {
  const [, thing, participle] = PARTICIPLE_LAST.exec(words) ?? [];
  return thing === undefined || participle === undefined ? words : `${participle} ${thing}`;
}

function saysFirst(words: string, owner: string): boolean {
  return squeezed(words).startsWith(squeezed(owner));
}

function isNamed(words: string, type: string): boolean {
  return squeezed(words) === squeezed(type);
}

function squeezed(words: string): string {
  return words.replace(WHITE_SPACE, "").toLowerCase();
}
