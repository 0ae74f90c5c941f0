/**
 * The name of every request function: deterministic, readable, unique without regard to letter case, and stable.
 *
 * Each operation has a few candidates, from the plainest to the most exact. All operations are asked for their plainest name first; those
 * that share it, or find it taken, are asked for the next. So no name depends on the order of the pages, and of two pages that would share a
 * name both get a name that tells them apart. A name given earlier is kept, and what is new has to avoid it.
 */
import type { Operation } from "../model/api.js";
import { camelCase, camelWords, IDENTIFIER, pascal } from "./identifier.js";
import type { NamePool } from "./name-pool.js";
import type { EarlierNames, PackageOptions } from "./plan.js";
import { renamed } from "./renames.js";
import { speller } from "./vocabulary.js";
import { compareText } from "../shared/names.js";

/** Goes up when the rules of this file give other names to the same docs: names given by earlier rules are then given anew. */
export const NAME_RULES = 2;

const STEM_BORDER = /[-_.\s]+/u;
/** Words of file names that say how a call is made, which the name says by its verb. */
const MAKING = new Set(["get", "list", "post", "put", "patch", "delete", "update", "create", "upsert"]);

/** `policy`, `policies` */
const PLURAL_ENDING = "es";

type Naming = Operation["naming"];

/** An operation with the words of its name as they are spelt in it. */
interface Item {
  readonly operation: Operation;
  readonly naming: Naming;
}

/** Names an operation, given those that share its previous candidate (itself among them). */
type Level = (item: Item, rivals: readonly Item[]) => string;

export interface FunctionNames {
  /** By operation id. */
  readonly names: ReadonlyMap<string, string>;
  /** Names that it had by earlier rules. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/**
 * Function name by operation id. Fills `pool`. `earlier` holds the names given earlier: by the same rules they stay, by others they become
 * aliases, which no other operation may take. `vocabulary`: the API's own words, which give words their case (`devicemanagement` →
 * `deviceManagement`). `renames`: other names that the configuration wants, by those that functions have without it; those that cannot be
 * given are left out.
 */
export function nameFunctions(
  operations: readonly Operation[],
  pool: NamePool,
  earlier: EarlierNames | undefined,
  vocabulary: ReadonlyMap<string, string>,
  renames: PackageOptions["renames"] = {},
): FunctionNames {
  const spell = speller(vocabulary);
  const old = earlierOf(operations, pool, earlier);
  const names = new Map<string, string>();
  if (earlier?.rules === NAME_RULES) for (const [id, [name]] of old) if (name !== undefined) names.set(id, name);
  const isFree = ({ id }: Operation, name: string): boolean =>
    !pool.has(name) || old.get(id)?.some((each) => each.toLowerCase() === name.toLowerCase()) === true;
  const give = ({ id }: Operation, name: string): void => {
    pool.add(name);
    names.set(id, name);
  };
  const counts = new Map<readonly Item[], ReadonlyMap<string, number>>();
  const exact: Level = (item, rivals) => {
    const count = counts.get(rivals) ?? wordCounts(rivals);
    counts.set(rivals, count);
    return distinguished(item, (word) => rivals.length > 1 && count.get(word) === rivals.length, spell);
  };
  const stem: Level = ({ operation, naming: { verb } }) => {
    const others = stemWords(operation).filter((word) => !MAKING.has(word) && !verb.toLowerCase().includes(word));
    return camelCase(verb, ...others.map(spell));
  };
  let groups = [itemsOf(operations, spell).filter(({ operation }) => !names.has(operation.id))];
  for (const level of [plainName, qualified, belonging, exact, stem]) groups = settleNames(groups, level, isFree, give);
  for (const item of groups.flat()) names.set(item.operation.id, pool.take(camelCase(stem(item, [])) || "operation"));
  const kept = renamed(names, old, pool, renames);
  const aliases = [...kept].map(([id, all]) => [id, all.filter((name) => name !== names.get(id))] as const);
  return { names, aliases: new Map(aliases.filter(([, all]) => all.length > 0)) };
}

/** Each operation's earlier names, the last one first; they are taken now. */
function earlierOf(
  operations: readonly Operation[],
  pool: NamePool,
  earlier: EarlierNames | undefined,
): ReadonlyMap<string, readonly string[]> {
  const given = new Map(earlier?.operations.map((each) => [each.id, [each.function, ...(each.aliases ?? [])]]));
  const old = new Map<string, readonly string[]>();
  for (const { id } of operations) {
    const own = (given.get(id) ?? []).filter((name) => IDENTIFIER.test(name) && !pool.has(name));
    if (own.length > 0) old.set(id, own);
    for (const name of own) pool.add(name);
  }
  return old;
}

/** Of a page that documents one thing by several methods, all but the first say by which; what is put in place of something replaces it. */
function itemsOf(operations: readonly Operation[], spell: (words: string) => string): readonly Item[] {
  const first = new Set<string>();
  const sorted = [...operations].sort((a, b) => a.id.length - b.id.length || compareText(a.id, b.id));
  return sorted.map((operation) => {
    const naming = {
      ...operation.naming,
      object: spell(operation.naming.object),
      qualifier: spell(operation.naming.qualifier),
    };
    const key = [operation.page, plainName({ operation, naming }).toLowerCase()].join();
    const isFirst = !first.has(key);
    first.add(key);
    return { operation, naming: isFirst ? naming : byMethod(naming, operation.method) };
  });
}

function byMethod(naming: Naming, method: string): Naming {
  if (method === "PUT" && naming.verb === "update") return { ...naming, verb: "replace" };
  const ending = pascal("by", method.toLowerCase());
  return naming.action
    ? { ...naming, verb: `${naming.verb}${ending}` }
    : {
        ...naming,
        object: `${naming.object}${ending}`,
        ...(naming.of && { of: { ...naming.of, part: `${naming.of.part}${ending}` } }),
      };
}

/** Gives each operation its name of this level if it alone has it and it is free; returns the rest, rivals together. */
function settleNames(
  groups: readonly (readonly Item[])[],
  level: Level,
  isFree: (operation: Operation, name: string) => boolean,
  give: (operation: Operation, name: string) => void,
): Item[][] {
  const wishes = new Map<string, { name: string; items: Item[] }>();
  for (const rivals of groups) {
    for (const item of rivals) {
      const name = level(item, rivals);
      const key = likeness(name);
      const wish = wishes.get(key) ?? { name, items: [] };
      wish.items.push(item);
      wishes.set(key, wish);
    }
  }
  const open: Item[][] = [];
  for (const { name, items } of wishes.values()) {
    const [only] = items;
    if (only === undefined || items.length > 1 || name === "" || !isFree(only.operation, name)) open.push(items);
    else give(only.operation, name);
  }
  return open;
}

/** What two names have in common that readers take for each other: `listList`, `listLists`. */
function likeness(name: string): string {
  const lower = name.toLowerCase();
  return lower.startsWith("list") && lower.endsWith("s") ? lower.slice(0, -1) : lower;
}

function plainName({ naming }: Item): string {
  return naming.action ? action(naming.verb, naming.object) : camelCase(naming.verb, naming.object);
}

/** `listEventAttachments`; an action that is documented for several resources: `assignMobileAppForDeviceManagement`. */
function qualified(item: Item): string {
  const { verb, object, qualifier, action: isAction } = item.naming;
  if (qualifier === "" || isOwnQualifier(object, qualifier)) return plainName(item);
  if (isAction)
    return says(qualifier, object) ? action(verb, qualifier) : `${action(verb, object)}${pascal("for", qualifier)}`;
  return says(object, qualifier) ? belonging(item) : camelCase(verb, qualifier, object);
}

/** `listItemsForDrive`, where `listDriveItems` is the list of all driveItems. */
function belonging(item: Item): string {
  const { verb, object, qualifier, action: isAction, of } = item.naming;
  if (of) return camelCase(verb, of.part, of.rest);
  return isAction || qualifier === "" || isOwnQualifier(object, qualifier)
    ? qualified(item)
    : `${plainName(item)}${pascal("for", qualifier)}`;
}

/** `driveItem` or `driveItems` for the resource driveItem: a qualifier would only repeat it. */
function isOwnQualifier(object: string, qualifier: string): boolean {
  const [own, resource] = [pascal(object).toLowerCase(), pascal(qualifier).toLowerCase()];
  return own.startsWith(resource.replace(/y$/u, "")) && own.length - resource.length <= PLURAL_ENDING.length;
}

/** How many of the operations have each word in their file name. */
function wordCounts(items: readonly Item[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { operation } of items)
    for (const word of new Set(stemWords(operation))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Adds the words of the file name that it does not share with all of its rivals: `getOnboardingDeviceManagement`, `getSharedDeviceManagement`. */
function distinguished(item: Item, shared: (word: string) => boolean, spell: (words: string) => string): string {
  const { verb, of } = item.naming;
  const known = qualified(item).toLowerCase();
  const own = stemWords(item.operation).filter(
    (word) => !shared(word) && !MAKING.has(word) && !known.includes(word.replace(/(?:ie)?s$/u, "")),
  );
  if (own.length === 0) return qualified(item);
  if (of) return camelCase(verb, ...own.map(spell), of.part);
  const [first = "", ...rest] = camelWords(qualified(item));
  return camelCase(first, ...own.map(spell), ...rest);
}

/**
 * An action's documented name and its subject: one word is a verb (`assignMobileApp`), more hold their own object
 * (`validateCredentialsForSynchronizationJob`). A name that says its subject stands alone (`createUploadSession` of an uploadSession).
 */
function action(name: string, subject: string): string {
  if (subject === "" || says(name, subject)) return camelCase(name);
  return camelWords(name).length > 1 ? `${camelCase(name)}${pascal("for", subject)}` : camelCase(name, subject);
}

function says(text: string, part: string): boolean {
  return pascal(text).toLowerCase().includes(pascal(part).toLowerCase());
}

function stemWords({ id }: Operation): readonly string[] {
  return id
    .toLowerCase()
    .split(STEM_BORDER)
    .filter((word) => word !== "");
}
