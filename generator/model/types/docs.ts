/** What every part of the model needs to know while it resolves what pages name. It is complete before the first cell is read. */
import type { Finding } from "../../findings/rules.js";
import type { EnumType, Envelope } from "../api.js";
import type { Report } from "../../findings/collect.js";
import type { Suggest } from "../../shared/suggest.js";
import type { TypeIndex } from "./type-index.js";

/** What a map of names is asked. */
export type ByName<T> = Pick<ReadonlyMap<string, T>, "get" | "has" | "keys" | "values">;

export interface NamedByWords {
  readonly name: string;
  readonly words: readonly string[];
}

export interface Docs {
  readonly index: TypeIndex;
  /** By qualified name, sorted. */
  readonly enums: ByName<EnumType>;
  /** Enumerations by each word of their names, sorted. */
  readonly enumsByWord: ByName<readonly NamedByWords[]>;
  /** Enumerations by their joined member names, so that a list of values finds its name. */
  readonly enumsByMembers: ByName<readonly string[]>;
  /** Values that body tables list for a property, by its lower-cased name; empty where two tables differ. */
  readonly listedInBodies: ByName<readonly string[]>;
  /** The base that the pages of a type state, by qualified names. */
  readonly claimedBases: ByName<string>;
  /** Lower-cased names in the property tables of each type, by qualified name. */
  readonly listed: ByName<ReadonlySet<string>>;
  /** Host that most examples call. */
  readonly host: string | undefined;
  /** How lists come, where that is not OData's way, and the types that are a page of one. */
  readonly envelope: Envelope | undefined;
  readonly pageTypes: Pick<ReadonlySet<string>, "has">;
  readonly report: Report;
  readonly suggest: Suggest;
  /** What the model has found on a page so far. */
  readonly foundOn: (page: string) => readonly Finding[];
}

/** The key of `Docs.enumsByMembers`: order counts, letter case does not, as lists in descriptions get it wrong. */
export function membersKey(values: readonly string[]): string {
  return values.join(",").toLowerCase();
}

/** Index of enumerations by member list, names sorted. */
export function indexMembers(enums: Iterable<EnumType>): ReadonlyMap<string, readonly string[]> {
  const byMembers = new Map<string, readonly string[]>();
  for (const { name, members } of enums) {
    const key = membersKey(members.map((member) => member.name));
    byMembers.set(key, [...(byMembers.get(key) ?? []), name].sort());
  }
  return byMembers;
}
