/**
 * Compares a JSON value with a declared type, as the TypeScript compiler would compare it with what is emitted: no undocumented
 * properties (keys with `@` are annotations and always allowed), required ones present, `null` only where documented.
 */
import { isUnheldNumber } from "../../shared/json/loss.js";
import type { BodyProperty, EnumType, Fit, Property, TypeRef } from "../api.js";
import { actualType, exceeds, foreignType, isMisspelt } from "../types/discriminator.js";
import { isObject } from "../../shared/json/json.js";
import { jsonKind } from "../types/scalars.js";
import { isOwnName, type OwnNames, type TypeTable } from "../types/type-table.js";
import type { Path, Misfit, Visit } from "./misfit.js";
import { compareText } from "../../shared/names.js";

/** `@odata.type`, also misspelt. */
const TYPE_KEY = /^@odata\.?type$|^@type$/i;

/** Every type takes it, as text. */
const TYPED = "@odata.type";
const TEXT: TypeRef = { kind: "scalar", name: "String" };
const ETAG = "@odata.etag";
const BINDING = /^[\w.]+@odata\.bind$/;

interface At {
  readonly path: Path;
  readonly owner: string;
  readonly name: string;
}

/** exact: the compiler accepts the value. partial: only required properties are missing. none: it cannot tell. unfit: anything else. */
export function fitOf(misfits: readonly Misfit[]): Fit {
  if (misfits.length === 0) return "exact";
  if (
    misfits.some((misfit) => misfit.kind === "beyond") &&
    misfits.every((misfit) => misfit.kind === "beyond" || misfit.kind === "missing")
  )
    return "none";
  return misfits.every((misfit) => misfit.kind === "missing") ? "partial" : "unfit";
}

/** Visits a value that stands for a type; `owner` names what declares the type. `inputs`: nothing is required (a write shape). */
export function visitValue(
  value: unknown,
  type: TypeRef,
  owner: string,
  path: Path,
  types: TypeTable,
  inputs = false,
): Visit {
  const visit: Visit = { misfits: [], nulls: [], values: [], bound: [] };
  walk(value, type, { path, owner, name: String(path.at(-1) ?? "") }, visit, types, inputs);
  return visit;
}

/** Visits a request body against the properties of the page's own table. */
export function visitProperties(
  value: Readonly<Record<string, unknown>>,
  properties: readonly BodyProperty[],
  of: TypeRef | undefined,
  owner: string,
  types: TypeTable,
): Visit {
  const visit: Visit = { misfits: [], nulls: [], values: [], bound: [] };
  const declared = new Map(properties.map((property) => [property.name, { property, owner }]));
  const own = of?.kind === "object" ? types.ownNames(of.name) : "none";
  walkMembers(value, declared, own, { path: [], owner, name: "" }, visit, types, true);
  for (const property of properties) if (property.required) checkPresent(value, { property, owner }, [], visit);
  return visit;
}

/** Visits a request body that stands for a type, of whose properties those called `required` must be sent. */
export function visitInput(
  value: unknown,
  of: TypeRef,
  required: readonly string[],
  owner: string,
  types: TypeTable,
): Visit {
  const visit = visitValue(value, of, owner, [], types, true);
  const declared = of.kind === "object" && isObject(value) ? types.properties(of.name) : undefined;
  const members = required.flatMap((name) => declared?.get(name) ?? []);
  if (isObject(value)) for (const member of members) checkPresent(value, member, [], visit);
  return visit;
}

function checkPresent(value: Readonly<Record<string, unknown>>, member: Member, path: Path, { misfits }: Visit): void {
  const { property, owner } = member;
  const { name, type: expected } = property;
  if (!Object.hasOwn(value, name)) misfits.push({ kind: "missing", path, name, owner, expected, value: undefined });
}

function walkMap(value: object, of: TypeRef, at: At, visit: Visit, types: TypeTable, inputs: boolean): void {
  for (const [key, item] of Object.entries(value))
    walk(item, of, { ...at, path: [...at.path, key] }, visit, types, inputs);
}

function walk(value: unknown, type: TypeRef, at: At, visit: Visit, types: TypeTable, inputs: boolean): void {
  const wrong = (kind: Misfit["kind"]): void => {
    visit.misfits.push({ kind, path: at.path, name: at.name, owner: at.owner, expected: type, value });
  };
  switch (type.kind) {
    case "unknown":
      return;
    case "scalar":
      if (jsonKind(type.name) !== "unknown" && typeof value !== jsonKind(type.name))
        wrong(jsonKind(type.name) === "number" && isUnheldNumber(value) ? "beyond" : "type");
      return;
    case "literals":
      if (typeof value !== "string") wrong("type");
      else if (!type.open && !type.values.includes(value)) wrong("enum");
      return;
    case "enum": {
      const declared = types.enums.get(type.name);
      if (typeof value !== "string") wrong("type");
      else if (declared && !isMember(value, declared)) wrong(isSet(value, declared) ? "beyond" : "enum");
      return;
    }
    case "collection":
      if (!Array.isArray(value)) wrong("type");
      else value.forEach((item, i) => walk(item, type.of, { ...at, path: [...at.path, i] }, visit, types, inputs));
      return;
    case "map":
      if (!isObject(value)) wrong("type");
      else walkMap(value, type.of, at, visit, types, inputs);
      return;
    case "object":
      if (!isObject(value)) wrong("type");
      else walkTyped(value, type, at, visit, types, inputs);
  }
}

/** An object, by the properties of the type that it says it is. */
function walkTyped(
  value: Readonly<Record<string, unknown>>,
  type: Extract<TypeRef, { readonly kind: "object" }>,
  at: At,
  visit: Visit,
  types: TypeTable,
  inputs: boolean,
): void {
  const actual = actualType(value, type.name, types);
  const foreign = actual === type.name ? foreignType(value, type.name, types) : undefined;
  if (foreign !== undefined) {
    visit.misfits.push({
      kind: "type",
      path: [
        ...at.path,
        ...Object.keys(value)
          .filter((key) => TYPE_KEY.test(key))
          .slice(0, 1),
      ],
      name: at.name,
      owner: at.owner,
      expected: type,
      value: foreign,
    });
    return;
  }
  if (isMisspelt(value, type.name, types, inputs)) visit.misfits.push(misspelt(value, type.name, at));
  if (actual !== type.name && !types.isUnion(type.name) && exceeds(value, type.name, types))
    visit.misfits.push({ kind: "beyond", path: at.path, name: at.name, owner: at.owner, expected: type, value });
  walkObject(value, actual, at, visit, types, inputs);
}

function misspelt(value: Readonly<Record<string, unknown>>, declared: string, { path, owner }: At): Misfit {
  const [key, shown] = Object.entries(value).find(([name]) => TYPE_KEY.test(name)) ?? ["@odata.type", undefined];
  const expected: TypeRef = { kind: "object", name: declared };
  return { kind: "enum", path: [...path, key], name: key, owner, expected, value: shown };
}

/** A member; of a set of flags also several, joined by commas. */
function isMember(value: string, { members, flags }: EnumType): boolean {
  const [first = ""] = flags ? value.split(",") : [value];
  return members.some((member) => member.name === first);
}

/** Several members in one string, though no page says that they are flags: the example is right, the type knows too little. */
function isSet(value: string, { members }: EnumType): boolean {
  const parts = value.split(",");
  return parts.length > 1 && parts.every((part) => members.some(({ name }) => name === part.trim()));
}

function walkObject(
  value: Readonly<Record<string, unknown>>,
  name: string,
  at: At,
  visit: Visit,
  types: TypeTable,
  inputs: boolean,
): void {
  const declared = types.properties(name);
  walkMembers(value, declared, types.ownNames(name), { ...at, owner: name }, visit, types, inputs);
  if (inputs) return;
  for (const member of declared.values()) if (member.property.required) checkPresent(value, member, at.path, visit);
}

interface Member {
  readonly property: Property | BodyProperty;
  readonly owner: string;
}

function walkMembers(
  value: Readonly<Record<string, unknown>>,
  declared: ReadonlyMap<string, Member>,
  own: OwnNames,
  at: At,
  visit: Visit,
  types: TypeTable,
  inputs: boolean,
): void {
  for (const [key, item] of Object.entries(value)) {
    const path = [...at.path, key];
    const member = declared.get(key);
    if (!member) {
      if (inputs ? BINDING.test(key) && !declared.has(key.slice(0, key.indexOf("@"))) : key === ETAG)
        visit.bound.push({ owner: at.owner, name: key, path, many: Array.isArray(item) });
      if (key === TYPED && typeof item !== "string")
        visit.misfits.push({ kind: "type", path, name: key, owner: at.owner, expected: TEXT, value: item });
      if (!key.includes("@") && !isOwnName(key, own))
        visit.misfits.push({
          kind: own === "none" ? "extra" : "beyond",
          path,
          name: key,
          owner: at.owner,
          expected: { kind: "unknown" },
          value: item,
        });
      continue;
    }
    const { property, owner } = member;
    if (item !== null) {
      visit.values.push({ owner, name: key });
      walk(item, property.type, { path, owner, name: key }, visit, types, inputs);
      continue;
    }
    visit.nulls.push({ owner, name: key, path });
    if (!property.nullable && property.type.kind !== "unknown")
      visit.misfits.push({ kind: "type", path, name: key, owner, expected: property.type, value: null });
  }
}

/** Names of the properties a misfit of kind "extra" could have meant, sorted. */
export function propertyNames(owner: string, types: TypeTable): readonly string[] {
  return [...types.properties(owner).keys()].sort(compareText);
}
