/**
 * The name of every request function: deterministic, readable, unique without regard to letter case, and stable.
 *
 * Each operation has a few candidates, from the plainest to the most exact. All operations are asked for their plainest name first; those
 * that share it, or find it taken, are asked for the next. So no name depends on the order of the pages, and of two pages that would share a
 * name both get a name that tells them apart. A name given earlier is kept, and what is new has to avoid it.
 */
import type { Operation } from "../model/api.js";
import { camel, camelWords, pascal } from "./identifier.js";
import type { NamePool } from "./name-pool.js";

const STEM_BORDER = /[-_.\s]+/u;
const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** `policy`, `policies` */
const PLURAL_ENDING = "es";

/** Names an operation, given those that share its previous candidate (itself among them). */
type Level = (operation: Operation, rivals: readonly Operation[]) => string;

/**
 * Function name by operation id. Fills `pool`. `previous` holds the names given earlier, by operation id; `vocabulary` the API's own words,
 * which give the words of a file name their case back (`devicemanagement` → `deviceManagement`).
 */
export function nameFunctions(
  operations: readonly Operation[],
  pool: NamePool,
  previous: ReadonlyMap<string, string>,
  vocabulary: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = keepPrevious(operations, pool, previous);
  const counts = new Map<readonly Operation[], ReadonlyMap<string, number>>();
  const exact: Level = (operation, rivals) => {
    const count = counts.get(rivals) ?? wordCounts(rivals);
    counts.set(rivals, count);
    return distinguished(operation, (word) => rivals.length > 1 && count.get(word) === rivals.length, vocabulary);
  };
  const stem: Level = (operation) => camel(...stemWords(operation).map((word) => vocabulary.get(word) ?? word));
  let groups = [operations.filter((operation) => !names.has(operation.id))];
  for (const level of [plain, qualified, belonging, exact, stem]) groups = settle(groups, level, names, pool);
  for (const operation of groups.flat()) names.set(operation.id, pool.take(camel(stem(operation, [])) || "operation"));
  return names;
}

function keepPrevious(
  operations: readonly Operation[],
  pool: NamePool,
  previous: ReadonlyMap<string, string>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id } of operations) {
    const name = previous.get(id);
    if (name === undefined || !IDENTIFIER.test(name) || pool.has(name)) continue;
    pool.add(name);
    names.set(id, name);
  }
  return names;
}

/** Gives each operation its name of this level if it alone has it and it is free; returns the rest, rivals together. */
function settle(
  groups: readonly (readonly Operation[])[],
  level: Level,
  names: Map<string, string>,
  pool: NamePool,
): Operation[][] {
  const wishes = new Map<string, { name: string; operations: Operation[] }>();
  for (const rivals of groups) {
    for (const operation of rivals) {
      const name = level(operation, rivals);
      const wish = wishes.get(name.toLowerCase()) ?? { name, operations: [] };
      wish.operations.push(operation);
      wishes.set(name.toLowerCase(), wish);
    }
  }
  const open: Operation[][] = [];
  for (const { name, operations } of wishes.values()) {
    const [only] = operations;
    if (only === undefined || operations.length > 1 || name === "" || pool.has(name)) open.push(operations);
    else {
      pool.add(name);
      names.set(only.id, name);
    }
  }
  return open;
}

function plain({ naming }: Operation): string {
  return naming.action ? action(naming.verb, naming.object) : camel(naming.verb, naming.object);
}

/** `listEventAttachments`; an action that is documented for several resources: `assignMobileAppForDeviceManagement`. */
function qualified(operation: Operation): string {
  const { verb, object, qualifier, action: isAction } = operation.naming;
  if (qualifier === "" || isOwn(object, qualifier)) return plain(operation);
  if (isAction)
    return says(qualifier, object) ? action(verb, qualifier) : `${action(verb, object)}${pascal("for", qualifier)}`;
  return says(object, qualifier) ? belonging(operation) : camel(verb, qualifier, object);
}

/** `listItemsForDrive`, where `listDriveItems` is the list of all driveItems. */
function belonging(operation: Operation): string {
  const { object, qualifier, action: isAction } = operation.naming;
  return isAction || qualifier === "" || isOwn(object, qualifier)
    ? qualified(operation)
    : `${plain(operation)}${pascal("for", qualifier)}`;
}

/** `driveItem` or `driveItems` for the resource driveItem: a qualifier would only repeat it. */
function isOwn(object: string, qualifier: string): boolean {
  const [own, resource] = [pascal(object).toLowerCase(), pascal(qualifier).toLowerCase()];
  return own.startsWith(resource.replace(/y$/u, "")) && own.length - resource.length <= PLURAL_ENDING.length;
}

/** How many of the operations have each word in their file name. */
function wordCounts(operations: readonly Operation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const operation of operations)
    for (const word of new Set(stemWords(operation))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Adds the words of the file name that it does not share with all of its rivals: `getOnboardingDeviceManagement`, `getSharedDeviceManagement`. */
function distinguished(
  operation: Operation,
  shared: (word: string) => boolean,
  vocabulary: ReadonlyMap<string, string>,
): string {
  const name = qualified(operation);
  const own = stemWords(operation).filter((word) => !shared(word) && !name.toLowerCase().includes(word));
  if (own.length === 0) return name;
  const [verb = "", ...rest] = camelWords(name);
  return camel(verb, ...own.map((word) => vocabulary.get(word) ?? word), ...rest);
}

/**
 * An action's documented name and its subject: one word is a verb (`assignMobileApp`), more hold their own object
 * (`validateCredentialsForSynchronizationJob`). A name that says its subject stands alone (`createUploadSession` of an uploadSession).
 */
function action(name: string, subject: string): string {
  if (subject === "" || says(name, subject)) return camel(name);
  return camelWords(name).length > 1 ? `${camel(name)}${pascal("for", subject)}` : camel(name, subject);
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
