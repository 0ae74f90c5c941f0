/**
 * Types that no page describes, read off the JSON of examples that mention them: every object with an `@odata.type`, and the body of a
 * response whose documented type has no page. Nested objects make types of their own. A null never makes a type.
 */
import { jsonLocator, type Locate } from "../../shared/json/locate.js";
import { mapPages } from "../../shared/failure.js";
import type { Place } from "../../shared/place.js";
import type { Body, Page } from "../../read/page.js";
import type { Evidence, ObjectType, Property, TypeRef } from "../api.js";
import { contextName, odataType } from "./json-representation.js";
import { isObject } from "../../shared/json/json.js";
import { bestCased, qualify, ROOT_NAMESPACE } from "../names.js";
import { scalarOfValue, jsonKind } from "./scalars.js";
import type { NamedType, TypeIndex } from "./type-index.js";
import { asRef, UNKNOWN } from "./type-ref.js";
import { compareText } from "../../shared/names.js";
import { oncePer } from "../../shared/same.js";

type JsonBody = Extract<Body, { kind: "json" }>;
type Path = readonly (string | number)[];

/** One object of an example, and where it stands in its body. */
export interface Sample {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Finds places in the body. */
  readonly locate: Locate;
  readonly path: Path;
  readonly page: Page;
}

const COLLECTION = /^collection\((.*)\)$/i;
const TYPE_NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const SCALAR_NAMESPACE = /^edm\./i;

/** Types inferred from all samples, `more` among them, sorted by name; the index learns them. */
export function inferTypes(
  pages: readonly Page[],
  index: TypeIndex,
  more: readonly Sample[] = [],
): readonly ObjectType[] {
  const samples = new Map<string, Sample[]>();
  for (const sample of [...mapPages(pages, ({ path }) => path, samplesOfPage).flat(), ...more]) {
    if (index.byName(sample.name, sample.page)) continue;
    const key = sample.name.toLowerCase();
    const group = samples.get(key) ?? [];
    group.push(sample);
    samples.set(key, group);
  }
  const named = [...samples.values()]
    .map((all) => ({ all: sortedByContent(all), name: bestCased(all.map(({ name }) => name)) }))
    .sort((a, b) => compareText(a.name, b.name));
  for (const { name } of named) index.add({ kind: "object", name });
  return named.map(({ name, all }) => inferType(name, all, index));
}

/** Samples in an order that only their content makes: the fullest first. */
function sortedByContent(samples: readonly Sample[]): readonly Sample[] {
  const told = samples.map((sample) => ({ sample, text: JSON.stringify(sample.value) }));
  const size = ({ sample }: (typeof told)[number]): number => Object.keys(sample.value).length;
  return told.sort((a, b) => size(b) - size(a) || compareText(a.text, b.text)).map(({ sample }) => sample);
}

const samplesOfPage = oncePer((page: Page): readonly Sample[] => {
  return page.examples.flatMap((pair) => {
    const responses = [...(pair.response ? [pair.response] : []), ...pair.followUps];
    return [
      ...(pair.request.body.kind === "json" ? typedObjects(located(pair.request.body), page) : []),
      ...responses.flatMap((response) => {
        if (response.body.kind !== "json") return [];
        const body = located(response.body);
        return [
          ...typedObjects(body, page),
          ...annotatedSamples(body, response.annotation?.type, response.status, page),
        ];
      }),
    ];
  });
});

interface Located {
  readonly value: unknown;
  readonly locate: Locate;
}

function located(body: JsonBody): Located {
  return { value: body.value, locate: jsonLocator(body) };
}

/** The answers that name their type, with its namespace, nowhere but in their context. */
export function contextSamples(pages: readonly Page[]): readonly Sample[] {
  return pages.flatMap((page) =>
    page.examples.flatMap(({ response }) => {
      if (response?.body.kind !== "json" || response.annotation?.type !== undefined) return [];
      const name = contextName(response.body.value);
      return name?.includes(".") ? annotatedSamples(located(response.body), name, response.status, page) : [];
    }),
  );
}

/** The whole body, or the items of its list, as samples of the annotated type; without the objects that name their type themselves. */
function annotatedSamples(body: Located, type: string | undefined, status: number, page: Page): readonly Sample[] {
  const name = type && TYPE_NAME.test(type) && !SCALAR_NAMESPACE.test(type) ? qualify(type, page.namespace) : undefined;
  if (!name || status >= 400 || !isObject(body.value)) return [];
  const { value } = body.value;
  const found: readonly (readonly [unknown, Path])[] = Array.isArray(value)
    ? value.map((item, i) => [item, ["value", i]] as const)
    : isObject(value) && Object.keys(body.value).every((key) => key === "value" || key.startsWith("@"))
      ? [[value, ["value"]]]
      : [[body.value, []]];
  return found.flatMap(([object, path]) =>
    isObject(object) && odataType(object) === undefined
      ? [{ name, value: object, locate: body.locate, path, page }]
      : [],
  );
}

/** Every object with an `@odata.type`, at any depth. */
function typedObjects({ value: whole, locate }: Located, page: Page): readonly Sample[] {
  const samples: Sample[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) value.forEach((item, i) => visit(item, [...path, i]));
    if (!isObject(value)) return;
    const name = odataType(value);
    if (name && TYPE_NAME.test(name) && !SCALAR_NAMESPACE.test(name))
      samples.push({ name: qualify(name, page.namespace ?? ROOT_NAMESPACE), value, locate, path, page });
    for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(whole, []);
  return samples;
}

function inferType(name: string, samples: readonly Sample[], index: TypeIndex): ObjectType {
  const values = new Map<string, { readonly value: unknown; readonly sample: Sample }[]>();
  for (const sample of samples) {
    for (const [key, value] of Object.entries(sample.value)) {
      if (key.includes("@") || key === "...") continue;
      const seen = values.get(key) ?? [];
      seen.push({ value, sample });
      values.set(key, seen);
    }
  }
  const properties = [...values].map(([key, seen]) => inferProperty(key, seen, index));
  return { name, abstract: false, open: false, properties, derived: [], description: [], pages: [], inferred: true };
}

function inferProperty(
  name: string,
  seen: readonly { readonly value: unknown; readonly sample: Sample }[],
  index: TypeIndex,
): Property {
  const types = seen.map(({ value, sample }) => valueType(value, sample.page, index));
  const telling = Math.max(
    0,
    types.findIndex((type) => !isUntold(type)),
  );
  const best = seen[telling] ?? seen[0];
  if (!best) throw new Error(`property ${name} without a value`);
  const place = placeOfMember(best.sample, name);
  const type = types.reduce((a, b) => join(a, b), UNKNOWN);
  const nulls = seen.filter(({ value }) => value === null);
  const because = (about: "type" | "nullable", text: string, { page }: Sample, place: Place): Evidence => ({
    about,
    says: about === "type" ? type : true,
    from: "example",
    because: text,
    page: page.path,
    place,
  });
  return {
    name,
    type,
    description: [],
    navigation: false,
    nullable: nulls.length > 0,
    required: false,
    readOnly: false,
    page: best.sample.page.path,
    place,
    evidence: [
      because("type", "an example shows it", best.sample, place),
      ...nulls
        .slice(0, 1)
        .map(({ sample }) => because("nullable", "null in an example", sample, placeOfMember(sample, name))),
    ],
  };
}

function placeOfMember(sample: Sample, key: string): Place {
  return sample.locate([...sample.path, key]);
}

/** The type that a JSON value shows; unknown for null, for an empty array's items and for an object without a type of its own. */
export function valueType(value: unknown, page: Page, index: TypeIndex): TypeRef {
  if (Array.isArray(value))
    return {
      kind: "collection",
      of: value.map((item) => valueType(item, page, index)).reduce((a, b) => join(a, b), UNKNOWN),
    };
  if (isObject(value)) {
    const written = odataType(value);
    const item = written && COLLECTION.exec(written)?.[1];
    const found: NamedType | undefined = written ? index.byName(item ?? written, page) : undefined;
    return asRef(found) ?? UNKNOWN;
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return { kind: "scalar", name: scalarOfValue(value) };
  return UNKNOWN;
}

function isUntold(type: TypeRef): boolean {
  return type.kind === "unknown" || (type.kind === "collection" && isUntold(type.of));
}

/** What two samples show together: the wider number, text for two looks of a string, unknown for what cannot go together. */
function join(a: TypeRef, b: TypeRef): TypeRef {
  if (JSON.stringify(a) === JSON.stringify(b) || isUntold(b))
    return a.kind === "unknown" && b.kind === "collection" ? b : a;
  if (isUntold(a)) return b;
  if (a.kind === "collection" && b.kind === "collection") return { kind: "collection", of: join(a.of, b.of) };
  if (a.kind !== "scalar" || b.kind !== "scalar" || jsonKind(a.name) !== jsonKind(b.name)) return UNKNOWN;
  if (jsonKind(a.name) === "number")
    return { kind: "scalar", name: [a.name, b.name].includes("Double") ? "Double" : "Int64" };
  return { kind: "scalar", name: "String" };
}
