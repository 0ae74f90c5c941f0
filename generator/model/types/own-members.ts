/** What an open type takes beyond its documented properties. */
import type { ObjectType } from "../api.js";

/** A type that lists fewer properties than this is there for members of its user's own: open extensions, columns of a list. */
const FEW = 3;
const PREFIXED = /_/;

/**
 * The types once it is settled which of the open ones take any name, and which only names of the form `prefix_name`, as services give them to
 * what users add to a resource. The latter is so where documented names never have that form, so that a misspelt one can be told from an
 * own one; of a type and those derived from it, the one that lists most decides.
 */
export function withOwnNames(types: readonly ObjectType[]): readonly ObjectType[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  const listed = new Map<string, readonly string[]>();
  const namesOf = (type: ObjectType): readonly string[] => {
    const known = listed.get(type.name);
    if (known) return known;
    const base = type.base === undefined ? undefined : byName.get(type.base);
    const names = [...(base ? namesOf(base) : []), ...ownNames(type)];
    listed.set(type.name, names);
    return names;
  };
  const isPrefixed = (type: ObjectType): boolean => {
    const related = [type, ...type.derived.flatMap((name) => byName.get(name) ?? [])].map(namesOf);
    return related.some((names) => names.length >= FEW) && !related.flat().some((name) => PREFIXED.test(name));
  };
  return types.map((type) => (type.open && isPrefixed(type) ? { ...type, ownNames: "prefixed" } : type));
}

/** Names in the tables of its page, without the key: a JSON representation shows members that only one user has. */
function ownNames({ key, properties }: ObjectType): readonly string[] {
  return properties
    .filter(({ name, evidence }) => name !== key && !name.includes("@") && evidence.some(({ from }) => from === "cell"))
    .map(({ name }) => name);
}
