/**
 * What is written in another way in OpenAPI 3.1, in 3.0 and in JSON Schema. Done while a schema is made: what converts a finished document
 * has to guess what was meant.
 */
import type { Schema } from "./document.js";

export interface Form {
  /** Of the document; undefined for JSON Schema. */
  readonly openapi?: string;
  /** Where schemas are referred to: `#/components/schemas/`. */
  readonly schemas: string;
  /** Whether `format` may be one that JSON Schema does not know, and what begins with `x-` be written. */
  readonly extended: boolean;
  /** Whether a scheme that is no OAuth may name scopes. */
  readonly namesRoles: boolean;
  /** The schema that takes null as well. */
  nullable(schema: Schema): Schema;
  /** A reference with words of its own. */
  beside(schema: Schema, words: Schema): Schema;
  /** Text that stands for bytes. */
  readonly base64: Schema;
  /** Names the licence. */
  license(spdx: string): Readonly<Record<string, string>>;
}

const NULL: Schema = { type: "null" };

const modern: Omit<Form, "openapi" | "schemas" | "extended"> = {
  namesRoles: true,
  nullable: (schema) => {
    if (typeof schema.type === "string" && isPlain(schema)) return { ...schema, type: [schema.type, "null"] };
    if (isAnything(schema)) return schema;
    return { anyOf: [...(schema.anyOf ?? [schema]), NULL] };
  },
  beside: (schema, words) => ({ ...schema, ...words }),
  base64: { type: "string", contentEncoding: "base64" },
  license: (spdx) => ({ name: spdx, identifier: spdx }),
};

const schemas = "#/components/schemas/";

/** OpenAPI 3.1. */
const form31: Form = { ...modern, openapi: "3.1.1", schemas, extended: true };

/**
 * As 3.0 says it: `nullable` widens the type that stands beside it, and the list leaves nothing else. Of the types it is a text, for generators
 * make a map of an object, or leave it out because it has no properties.
 */
const ONLY_NULL: Schema = { type: "string", nullable: true, enum: [null] };

/** OpenAPI 3.0, which knows neither the type null nor anything beside a reference. */
const form30: Form = {
  openapi: "3.0.4",
  schemas,
  extended: true,
  namesRoles: false,
  nullable: (schema) => {
    if (schema.enum !== undefined) return { ...schema, nullable: true, enum: [...schema.enum, null] };
    if (schema.type !== undefined && isPlain(schema)) return { ...schema, nullable: true };
    if (isAnything(schema)) return schema;
    return { anyOf: [...(schema.anyOf ?? [schema]), ONLY_NULL] };
  },
  beside: (schema, words) =>
    schema.$ref === undefined || Object.keys(words).length === 0
      ? { ...schema, ...words }
      : { ...words, allOf: [schema] },
  base64: { type: "string", format: "byte" },
  license: (spdx) => ({ name: spdx, url: `https://spdx.org/licenses/${encodeURIComponent(spdx)}.html` }),
};

/** JSON Schema 2020-12. */
export const schemaForm: Form = { ...modern, schemas: "#/$defs/", extended: false };

/** By what `--openapi-version` says. */
export const forms: ReadonlyMap<string, Form> = new Map([
  ["3.1", form31],
  ["3.0", form30],
]);

/** Whether its type alone says what it takes. */
function isPlain({ enum: values, anyOf }: Schema): boolean {
  return values === undefined && anyOf === undefined;
}

/** `{}` takes null as it takes all else. */
function isAnything({ $ref, type, anyOf, allOf }: Schema): boolean {
  return [$ref, type, anyOf, allOf].every((part) => part === undefined);
}
