/** What `docwright new` writes: a page about what was named, as the docs that are there write theirs. */
import { posix } from "node:path";
import pluralize from "pluralize";
import { enumPage, operationPage, resourcePage, textOf } from "../guide/skeleton.js";
import { calls, objectOf, type House, type OperationSubject } from "../guide/subject.js";
import type { ObjectType, Property } from "../model/api.js";
import { isVerb } from "../dialect/verb-words.js";
import { UsageError } from "../shared/usage-error.js";
import type { Habits } from "./habits.js";

export interface NewPage {
  /** Relative to the docs folder. */
  readonly path: string;
  readonly text: string;
  /** A type that the page links to and that no page describes. */
  readonly lacks?: string;
}

type Kind = OperationSubject["kind"];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["get", "get"],
  ["read", "get"],
  ["list", "list"],
  ["create", "create"],
  ["post", "create"],
  ["add", "create"],
  ["update", "update"],
  ["patch", "update"],
  ["delete", "delete"],
  ["remove", "delete"],
]);
const TITLES: Readonly<Record<Exclude<Kind, "action">, string>> = {
  get: "Get",
  list: "List",
  create: "Create",
  update: "Update",
  delete: "Delete",
};
const ARTICLES = new Set(["a", "an", "the"]);
const NAME = /^[A-Za-z][\w .-]*$/;
const PLACEHOLDER = /\{[^{}]*\}/g;
const LAST_PARAMETER = /\/\{[^{}/]*\}$/;

/** Throws a `UsageError` for a kind that there is not, and for a name that no page can have. */
export function newPage(kind: string, name: string, habits: Habits): NewPage {
  if (!NAME.test(name))
    throw new UsageError(`${name} can name no page: write letters, digits, hyphens and blanks, such as parcel-get.`);
  if (kind === "operation") return newOperation(name, habits);
  if (kind === "resource") return newResource(name, habits);
  if (kind === "enum") return newEnum(name, habits);
  throw new UsageError(`There is no kind ${kind} of pages: write operation, resource or enum.`);
}

function newOperation(name: string, habits: Habits): NewPage {
  const words = name.split(/[\s_-]+/).filter((word) => word !== "" && !ARTICLES.has(word.toLowerCase()));
  const verbAt = placeOfVerb(words, /\s/.test(name));
  const verb = words[verbAt ?? -1]?.toLowerCase();
  const about = words.filter((_, at) => at !== verbAt);
  if (verb === undefined || about.length === 0)
    throw new UsageError(
      `${name} does not say what the operation does: write a verb and a type, such as parcel-get, parcel-list or "Create parcel".`,
    );
  const singular = [...about.slice(0, -1), pluralize.singular(about.at(-1) ?? "")];
  const known = habits.typeNamed(singular.join(""));
  const type = known?.name ?? qualified(typeName(singular, habits), habits.house);
  const short = type.slice(type.lastIndexOf(".") + 1);
  const kind = KINDS.get(verb) ?? "action";
  const stem = /\s/.test(name) ? stemOf(verb, short, words, habits.house) : name;
  const path = posix.join(habits.folderOf("operation"), `${stem}.md`);
  const typePage = known?.pages[0] ?? posix.join(habits.folderOf("resource"), `${short.toLowerCase()}.md`);
  const subject: OperationSubject = {
    house: habits.house,
    kind,
    title: titleOf(kind, verb, short, habits.house),
    description: "TODO: say in one sentence what the call does.",
    ...addressOf(kind, verb, short, habits),
    type,
    link: `[${short}](${posix.relative(posix.dirname(path), typePage)})`,
    ...examplesOf(known, habits.house),
    permissions: "TODO: determine permissions",
  };
  const links = calls[kind].answers !== "nothing";
  return { path, text: textOf(operationPage(subject)), ...(links && known === undefined && { lacks: short }) };
}

/** `Ship order` begins with its verb, `order-ship` ends with it: either word may be one. Undefined where neither end is. */
function placeOfVerb(words: readonly string[], isSentence: boolean): number | undefined {
  const ends = isSentence ? [0, words.length - 1] : [words.length - 1, 0];
  const wordAt = (at: number): string => words[at]?.toLowerCase() ?? "";
  return ends.find((at) => KINDS.has(wordAt(at))) ?? ends.find((at) => isVerb(wordAt(at)));
}

function titleOf(kind: Kind, verb: string, type: string, house: House): string {
  if (kind === "list") return `List ${pluralize(type)}`;
  if (kind !== "action") return `${TITLES[kind]} ${type}`;
  return house.name === "graph" ? `${type}: ${verb}` : `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${type}`;
}

function stemOf(verb: string, type: string, words: readonly string[], { name }: House): string {
  return name === "graph" ? `${type.toLowerCase()}-${verb}` : words.join("-").toLowerCase();
}

/** The address that pages on the same type use; else one of its own. */
function addressOf(
  kind: Kind,
  verb: string,
  type: string,
  { targetsOf }: Habits,
): Pick<OperationSubject, "path" | "called"> {
  const known = targetsOf(type);
  const one = known.find((target) => LAST_PARAMETER.test(target)) ?? `/${pluralize(type)}/{${type}Id}`;
  const all =
    known.find((target) => !LAST_PARAMETER.test(target) && `${target}/` === one.replace(LAST_PARAMETER, "/")) ??
    one.replace(LAST_PARAMETER, "");
  const path = kind === "list" || kind === "create" ? all : kind === "action" ? `${one}/${verb}` : one;
  return { path, called: path.replace(PLACEHOLDER, "17") };
}

/** JSON of values of scalars that a row can be written for without knowing more. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ["String", '"17"'],
  ["Int16", "17"],
  ["Int32", "17"],
  ["Int64", "17"],
  ["Double", "17"],
  ["Boolean", "true"],
]);

/** A property to send and one to receive, of a type that is known or of the one that `docwright new resource` would write. */
function examplesOf(type: ObjectType | undefined, house: House): Pick<OperationSubject, "sent" | "json"> {
  const known = (type?.properties ?? []).flatMap((property) => shownProperty(property, house) ?? []);
  const all = type === undefined ? [{ name: "id", type: "String", json: '"id": "17"', writable: true }] : known;
  const sent = all.find(({ name, writable }) => writable && name !== type?.key);
  return {
    sent: {
      rows: sent === undefined ? [] : [`|${sent.name}|${sent.type}|TODO: what it is.|`],
      json: sent === undefined ? "{}" : objectOf([sent.json]),
    },
    json: all.length === 0 ? "{}" : objectOf(all.slice(0, 1).map(({ json }) => json)),
  };
}

interface Shown {
  readonly name: string;
  readonly type: string;
  readonly json: string;
  readonly writable: boolean;
}

function shownProperty({ name, type, navigation, readOnly }: Property, house: House): Shown | undefined {
  const value = type.kind === "scalar" && !navigation ? VALUES.get(type.name) : undefined;
  if (type.kind !== "scalar" || value === undefined) return undefined;
  const word = house.name === "graph" ? type.name : type.name.toLowerCase();
  return { name, type: word, json: `${JSON.stringify(name)}: ${value}`, writable: !readOnly };
}

function newResource(name: string, habits: Habits): NewPage {
  const { house } = habits;
  const type = knownAs(name, habits);
  const title = house.name === "graph" ? `${type} resource type` : type;
  const description = "TODO: say in one sentence what it is.";
  const parts = resourcePage({ house, title, description, type: qualified(type, house), properties: [] });
  return { path: posix.join(habits.folderOf("resource"), `${type.toLowerCase()}.md`), text: textOf(parts) };
}

function newEnum(name: string, habits: Habits): NewPage {
  const type = knownAs(name, habits);
  const rows = ["|firstValue|TODO: what it means.|", "|secondValue|TODO: what it means.|"];
  const description = "TODO: say in one sentence what the values are of.";
  const parts = enumPage({ house: habits.house, title: type, description, type, rows });
  return { path: posix.join(habits.folderOf("enum"), `${type.toLowerCase()}.md`), text: textOf(parts) };
}

/** The name of a new type. Throws a `UsageError` where a page describes one that is called so. */
function knownAs(name: string, habits: Habits): string {
  const type = typeName(name.split(/[\s_-]+/), habits);
  const page = habits.pageOfType(type);
  if (page !== undefined)
    throw new UsageError(`${type} is described already, on ${page}: docwright explain ${page} shows how.`);
  return type;
}

/** `purchase order` → `purchaseOrder`, or `PurchaseOrder` where types begin with a capital letter. */
function typeName(words: readonly string[], { capitalTypes }: Habits): string {
  const [first = "", ...others] = words;
  const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const small = (word: string): string => `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return [capitalTypes ? capital(first) : small(first), ...others.map(capital)].join("");
}

function qualified(type: string, { namespace }: House): string {
  return namespace === "" ? type : `${namespace}.${type}`;
}
