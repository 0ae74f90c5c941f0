/** Nulls in examples as evidence: a property that an example shows as null can be null. */
import { mapPages } from "../failure.js";
import { jsonLocator, type Locate } from "../json-locate.js";
import type { ObjectType, Property, RequestBody } from "./api.js";
import type { CheckedBody } from "./bodies.js";
import { visitBody } from "./bodies.js";
import type { Path } from "./fit.js";
import { isObject } from "./json-representation.js";
import type { TypeTable } from "./type-table.js";

/** "Not nullable.", "cannot be null" */
const NEVER = /\b(?:not|non)-?\s?nullable\b|\b(?:cannot|can't|must not) be `?null\b/i;

/** A null of an example. */
interface Shown {
  /** Path of the page that shows it. */
  readonly page: string;
  readonly path: Path;
  readonly locate: Locate;
}

/** The types with `nullable` set where a body shows null; keys and what a page calls "not nullable" stay as they are. */
export function withNulls(
  list: readonly ObjectType[],
  bodies: readonly CheckedBody[],
  types: TypeTable,
): readonly ObjectType[] {
  const shown = new Map<string, Shown>();
  const telling = bodies.filter(({ body }) => body.text.includes("null"));
  const visits = mapPages(telling, pathOf, (checked) => ({ checked, nulls: visitBody(checked, types).nulls }));
  for (const { checked, nulls } of visits) {
    const locate = jsonLocator(checked.body);
    for (const { owner, name, path } of nulls) {
      const key = `${owner}\0${name}`;
      if (!shown.has(key)) shown.set(key, { page: checked.page.path, path, locate });
    }
  }
  return list.map((type) => ({
    ...type,
    properties: type.properties.map((property) => {
      const seen = shown.get(`${type.name}\0${property.name}`);
      if (!seen || property.nullable || property.required || saysNever(property)) return property;
      const evidence = {
        about: "nullable",
        because: "null in an example",
        page: seen.page,
        place: seen.locate(seen.path),
      };
      return { ...property, nullable: true, evidence: [...property.evidence, evidence] };
    }),
  }));
}

function pathOf({ page }: CheckedBody): string {
  return page.path;
}

/** The body with `nullable` set where an example sends null. */
export function bodyWithNulls(body: RequestBody, bodies: readonly CheckedBody[]): RequestBody {
  if (body.kind !== "json" || !body.properties) return body;
  const nulls = bodies.flatMap(({ declared, body: { value } }) =>
    declared.kind === "request" && isObject(value)
      ? Object.entries(value).flatMap(([key, sent]) => (sent === null ? [key] : []))
      : [],
  );
  const sent = new Set(nulls);
  if (sent.size === 0) return body;
  return {
    ...body,
    properties: body.properties.map((property) =>
      sent.has(property.name) && !NEVER.test(property.description) ? { ...property, nullable: true } : property,
    ),
  };
}

function saysNever(property: Property): boolean {
  return property.evidence.some(({ about }) => about === "nullable");
}
