/** What the parts of a document are made with: the published model, the form of the document, and its components. */
import type { PublishedApi, PublishedEnum, PublishedProperty, PublishedType } from "../../model/published.js";
import { createNamePool } from "../../plan/name-pool.js";
import { inheritanceOf } from "../../plan/inheritance.js";
import { compareText, shortName } from "../../shared/names.js";
import type { Reference, Schema } from "./document.js";
import type { Form } from "./form.js";

/** How a type is met: in answers, in bodies of requests, and there as itself or as any type that is derived from it; `body` is what one operation takes. */
export type Kind = "read" | "write" | "readUnion" | "writeUnion" | "enum" | "list" | "delta" | "error" | "body";

const suffixes: Readonly<Record<Kind, string>> = {
  read: "",
  enum: "",
  write: "Write",
  readUnion: "Union",
  writeUnion: "UnionWrite",
  list: "CollectionResponse",
  delta: "DeltaResponse",
  error: "Response",
  body: "Body",
};

export interface Known {
  readonly api: PublishedApi;
  readonly form: Form;
  /** Whether it speaks OData: annotations, `value` around lists. */
  readonly isOData: boolean;
  type(name: string): PublishedType | undefined;
  enumeration(name: string): PublishedEnum | undefined;
  /** The type and those that it is based on, nearest first. */
  lineage(type: PublishedType): readonly PublishedType[];
  /** Whether it, or a type that it is based on, takes properties that no page lists. */
  isOpen(type: PublishedType): boolean;
  /** Own and inherited ones, the latter first. */
  properties(type: PublishedType): readonly PublishedProperty[];
  /** The types that an object of this type can be: itself and those derived from it, without abstract ones; by name. */
  members(type: PublishedType): readonly PublishedType[];
  /** A reference to a component. `make` is called when the schema is first looked at; `variant` sets apart what has one kind and name. */
  refer(kind: Kind, name: string, make: () => Schema, variant?: string): Reference;
  /** The schema that a reference means. */
  resolve(reference: string): Schema;
  /** The components that something refers to, by name. */
  components(): readonly (readonly [string, Schema])[];
}

interface Component {
  readonly name: string;
  make(): Schema;
  schema?: Schema;
}

export const NO_COMPONENT_NAME = /[^\w.-]/gu;

/** Components are named without regard to letter case: a generator takes names that differ in it for one. */
export function createKnown(api: PublishedApi, form: Form): Known {
  const inheritance = inheritanceOf(api);
  const pool = createNamePool();
  const byKey = new Map<string, Component>();
  const byName = new Map<string, Component>();
  const derived = derivedTypes(api.types);
  const enums = new Map(api.enums.map((each) => [each.name, each]));
  const reserved = new Map([...api.types, ...api.enums].map(({ name }) => [name, pool.take(componentName(name))]));

  function nameFor(kind: Kind, name: string): string {
    const base = reserved.get(name);
    const suffix = suffixes[kind];
    return base !== undefined && suffix === "" ? base : pool.take(`${base ?? componentName(name)}${suffix}`);
  }

  function built(component: Component): Schema {
    return (component.schema ??= component.make());
  }

  return {
    api,
    form,
    isOData: api.dialect === "graph",
    type: (name) => inheritance.byName(name),
    enumeration: (name) => enums.get(name),
    lineage: inheritance.lineage,
    isOpen: (type) => inheritance.lineage(type).some(({ open }) => open),
    properties: (type) => [...inheritance.all(type).values()],
    members: (type) => [type, ...(derived.get(type.name) ?? [])].filter((each) => !each.abstract),
    refer(kind, name, make, variant = "") {
      const key = JSON.stringify([kind, name, variant]);
      const component = byKey.get(key) ?? { name: nameFor(kind, name), make };
      byKey.set(key, component);
      byName.set(component.name, component);
      return { $ref: `${form.schemas}${component.name}` };
    },
    resolve(reference) {
      const component = byName.get(reference.slice(form.schemas.length));
      return component === undefined ? {} : built(component);
    },
    components() {
      // Making one may refer to others, which then stand behind it.
      for (const component of byName.values()) built(component);
      return [...byName]
        .map(([name, component]) => [name, built(component)] as const)
        .sort(([a], [b]) => compareText(a, b));
    },
  };
}

function componentName(name: string): string {
  return name.replace(NO_COMPONENT_NAME, "_") || "_";
}

/** For each type all those below it, by name. */
function derivedTypes(types: readonly PublishedType[]): ReadonlyMap<string, readonly PublishedType[]> {
  const children = new Map<string, PublishedType[]>();
  for (const type of types)
    if (type.base !== undefined) children.set(type.base, [...(children.get(type.base) ?? []), type]);
  const below = (name: string): readonly PublishedType[] =>
    (children.get(name) ?? []).flatMap((type) => [type, ...below(type.name)]);
  return new Map(
    [...children.keys()].map((name) => [name, [...below(name)].sort((a, b) => compareText(a.name, b.name))]),
  );
}

/** The last name of a qualified one, for people. */
export function titleOf(name: string): string {
  return shortName(name);
}
