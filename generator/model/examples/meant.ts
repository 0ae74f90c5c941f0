/** What is documented in place of what an example shows, and where that stands. */
import { rangeOfWord, type Details } from "../../findings/rules.js";
import type { Place, Range } from "../../shared/place.js";
import type { CheckedBody, JsonBody } from "./bodies.js";
import { propertyNames } from "./fit.js";
import type { Misfit } from "./misfit.js";
import type { Docs } from "../types/docs.js";
import { typeNames } from "../types/discriminator.js";
import { writtenType } from "../types/row-claims.js";
import type { TypeTable } from "../types/type-table.js";

/** Names of the page's own table that undocumented names of the body are most like: `goal` stands for a required `Goal`. */
export function namesMeant(misfits: readonly Misfit[], checked: CheckedBody, docs: Docs): ReadonlySet<string> {
  if (!misfits.some(({ kind }) => kind === "missing")) return new Set();
  const extra = misfits.filter(({ kind, path }) => kind === "extra" && path.length === 1);
  const own = tableNames(checked) ?? [];
  return new Set(extra.flatMap(({ name }) => docs.suggest(name, () => own, checked.page.path) ?? []));
}

/** The documented name that a property without one stands for: of the table of the body, or of its type. */
export function meantBy(misfit: Misfit, checked: CheckedBody, docs: Docs, types: TypeTable): string | undefined {
  return docs.suggest(misfit.name, () => documentedNames(misfit, checked, types), checked.page.path);
}

/** What is documented under the same letters: the property, the member of the enumeration (of several in one string, all of them). */
export function spelt(misfit: Misfit, checked: CheckedBody, types: TypeTable): string | undefined {
  const { kind, value } = misfit;
  const find = (written: string, names: readonly string[]): string | undefined =>
    byLowerCase(names).get(written.toLowerCase());
  if (kind === "extra") return find(misfit.name, documentedNames(misfit, checked, types));
  if (kind !== "enum" || misfit.expected.kind === "object" || typeof value !== "string") return undefined;
  const members = membersOf(misfit, types);
  const found = value.split(",").map((part) => find(part.trim(), members));
  return found.every((one) => one !== undefined) ? found.join(",") : undefined;
}

/** Where the property of a misfit is documented, and how its type is called there. */
export function declaredAt(
  { kind, owner, name, path }: Misfit,
  types: TypeTable,
): Pick<Details, "related"> & { readonly called?: string } {
  if (path.length === 0 || (kind !== "type" && kind !== "enum")) return {};
  const property = types.properties(owner).get(name)?.property;
  if (property === undefined) return {};
  const called = writtenType(property.evidence);
  const message = `${name} is documented here`;
  const related = [{ ...property.place, page: property.page, message }];
  return { related, ...(called !== undefined && kind === "type" && { called }) };
}

/** The values that the place of a misfit takes. */
export function membersOf({ expected }: Misfit, types: TypeTable): readonly string[] {
  if (expected.kind === "literals") return expected.values;
  if (expected.kind === "object") return typeNames(expected.name, types).map((name) => `#${name}`);
  const members = expected.kind === "enum" ? types.enums.get(expected.name)?.members : undefined;
  return members?.map((member) => member.name) ?? [];
}

/** Where a name stands between its quotation marks; undefined where it is written in another way. */
export function rangeOfKey(name: string, body: JsonBody, place: Place): Range | undefined {
  return lineFrom(place, body).startsWith(`"${name}"`) ? rangeOfWord(name, `"${name}"`, place) : undefined;
}

/** Where the text of a property's value stands behind its key; undefined where it stands on another line, or twice on its own. */
export function rangeOfText(value: unknown, body: JsonBody, place: Place): Range | undefined {
  return typeof value === "string" && value !== "" ? rangeOfWord(value, lineFrom(place, body), place) : undefined;
}

function lineFrom(place: Place, { text, place: start }: JsonBody): string {
  const line = text.split("\n")[place.line - start.line] ?? "";
  const before = place.line === start.line ? start.column - 1 : 0;
  return line.slice(place.column - 1 - before);
}

function documentedNames({ owner, path }: Misfit, checked: CheckedBody, types: TypeTable): readonly string[] {
  const ofTable = owner === checked.id && path.length === 1 ? tableNames(checked) : undefined;
  return ofTable ?? propertyNames(owner, types);
}

/** What is found out once of a list of names, however many misfits ask for it. */
const sortedNames = new WeakMap<object, readonly string[]>();
const lowerCased = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** Names in the page's table of the body. */
function tableNames({ declared }: CheckedBody): readonly string[] | undefined {
  if (declared.kind !== "request" || declared.body.kind !== "json") return undefined;
  const { properties = [] } = declared.body;
  const known = sortedNames.get(properties) ?? properties.map(({ name }) => name).sort();
  sortedNames.set(properties, known);
  return known;
}

/** The first name by its letters alone. */
function byLowerCase(names: readonly string[]): ReadonlyMap<string, string> {
  const known = lowerCased.get(names) ?? new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
  lowerCased.set(names, known);
  return known;
}
