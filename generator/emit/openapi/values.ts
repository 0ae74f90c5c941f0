/** References to types as schemas, and the components that they lead to. */
import type { PublishedEnum, PublishedProperty, PublishedType } from "../../model/published.js";
import type { TypeRef } from "../../model/api.js";
import type { Schema } from "./document.js";
import { titleOf, type Known } from "./known.js";
import { patterns } from "./patterns.js";
import { scalarSchema } from "./scalars.js";
import { safeText } from "./texts.js";

/** Answers hold all of a type; what a program sends leaves out what only the service sets. */
export type Direction = "read" | "write";

/** The schema of a value. What no page describes takes anything. */
export function valueSchema(type: TypeRef, direction: Direction, known: Known): Schema {
  switch (type.kind) {
    case "scalar":
      return scalarSchema(type.name, known.form);
    case "literals":
      return literals(type.values, type.open);
    case "collection":
      return { type: "array", items: valueSchema(type.of, direction, known) };
    case "map":
      return { type: "object", additionalProperties: valueSchema(type.of, direction, known) };
    case "enum":
      return enumReference(type.name, known);
    case "object":
      return objectReference(type.name, direction, known);
    case "unknown":
      return {};
  }
}

/** An open list names its values, and takes others as well; a generator of mocks knows that both are texts only where that is said above them. */
function literals(values: readonly string[], open: true | undefined): Schema {
  const listed = [...new Set(values)];
  if (listed.length === 0) return { type: "string" };
  const schema: Schema = { type: "string", enum: listed };
  return open ? { type: "string", anyOf: [schema, { type: "string" }] } : schema;
}

/** Where types are derived from it, a type stands for any of them: the wire has them all. */
function objectReference(name: string, direction: Direction, known: Known): Schema {
  const type = known.type(name);
  if (type === undefined) return {};
  if (type.union === undefined) return typeReference(type, direction, known);
  const members = known.members(type);
  const [only] = members;
  if (only === undefined || members.length === 1) return typeReference(only ?? type, direction, known);
  return known.refer(direction === "read" ? "readUnion" : "writeUnion", name, () => ({
    title: `${titleOf(name)}, or a type derived from it`,
    anyOf: members.map((member) => typeReference(member, direction, known)),
  }));
}

/** The type itself, without those derived from it. */
export function typeReference(type: PublishedType, direction: Direction, known: Known): Schema {
  return known.refer(direction, type.name, () => objectSchema(type, direction, known));
}

function objectSchema(type: PublishedType, direction: Direction, known: Known): Schema {
  const all = known.properties(type).filter(({ readOnly }) => direction === "read" || !readOnly);
  const required = direction === "read" ? all.filter((property) => property.required).map(({ name }) => name) : [];
  const properties = [
    ...annotations(type, direction, known),
    ...all.map((property) => [property.name, propertySchema(property, direction, known)] as const),
    ...(direction === "write" && known.isOData ? all.flatMap(binding) : []),
  ];
  return {
    title: titleOf(type.name),
    type: "object",
    ...description(type.description),
    ...(type.deprecated !== undefined && { deprecated: true }),
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(known.isOpen(type) && { additionalProperties: true }),
  };
}

/** What OData says beside the properties. The tag has two spellings on the wire, and is left out where the type is plain from the context. */
function annotations(
  { name, union, discriminator }: PublishedType,
  direction: Direction,
  { isOData }: Known,
): (readonly [string, Schema])[] {
  if (!isOData) return [];
  const isAny = discriminator === "any" && union === undefined;
  const tag: Schema = isAny ? { type: "string" } : { type: "string", enum: [`#${name}`, name] };
  const own = [["@odata.type", tag] as const];
  if (direction === "write") return own;
  return [
    ...own,
    ...["@odata.context", "@odata.etag"].map((each) => [each, { type: "string", readOnly: true }] as const),
  ];
}

/** `members@odata.bind`: what is related to a new object, by its address. */
function binding({ name, type, navigation }: PublishedProperty): (readonly [string, Schema])[] {
  if (!navigation) return [];
  const address: Schema = { type: "string" };
  return [[`${name}@odata.bind`, type.kind === "collection" ? { type: "array", items: address } : address]];
}

function propertySchema(property: PublishedProperty, direction: Direction, known: Known): Schema {
  const { type, nullable, readOnly, deprecated, navigation } = property;
  const words: Schema = {
    ...description(property.description),
    ...(readOnly && { readOnly }),
    ...(deprecated !== undefined && { deprecated: true }),
    ...(navigation && known.form.extended && { "x-ms-navigationProperty": true }),
  };
  return described(valueSchema(type, direction, known), nullable, words, known);
}

/** A value with what is said of it where it stands. */
export function described(schema: Schema, nullable: boolean | undefined, words: Schema, { form }: Known): Schema {
  return form.beside(nullable ? form.nullable(schema) : schema, words);
}

export function description(markdown: string): Pick<Schema, "description"> {
  const text = safeText(markdown);
  return text === "" ? {} : { description: text };
}

function enumReference(name: string, known: Known): Schema {
  const found = known.enumeration(name);
  return found === undefined || found.members.length === 0 ? { type: "string" } : enumComponent(found, known);
}

/** The component of an enumeration that has members. */
export function enumComponent(found: PublishedEnum, known: Known): Schema {
  return known.refer("enum", found.name, () => enumSchema(found, known));
}

function enumSchema({ name, members, flags, description: said }: PublishedEnum, { form }: Known): Schema {
  const values = [...new Set(members.map((member) => member.name))];
  const words = members.filter((member) => member.description.trim() !== "");
  const list = words.map((member) => `- \`${member.name}\`: ${member.description}`);
  const text = description([said, list.join("\n")].filter((part) => part.trim() !== "").join("\n\n"));
  const extension = {
    name: titleOf(name),
    modelAsString: false,
    values: members.map((member) => ({ value: member.name, ...description(member.description) })),
  };
  const one: Schema = { type: "string", enum: values };
  return {
    title: titleOf(name),
    ...text,
    ...(flags ? { type: "string", anyOf: [one, { type: "string", pattern: patterns.members.source }] } : one),
    ...(form.extended && { "x-ms-enum": extension }),
    ...(form.extended && flags && { "x-ms-enum-flags": { isFlags: true } }),
  };
}
