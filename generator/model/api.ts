/**
 * The API as the docs describe it: what the reader's facts mean once all pages are joined. Knows neither Markdown nor
 * TypeScript. Readonly plain data in a fixed order (code-point order of id or name); survives JSON.
 */
import type { Finding, Place } from "../findings.js";
import type { Operation } from "./api-operation.js";

export type * from "./api-operation.js";

export interface Api {
  /** Host and version most example URLs use: `https://graph.microsoft.com/beta`; undefined when no page has one. */
  readonly baseUrl?: string;
  readonly operations: readonly Operation[];
  readonly types: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  readonly findings: readonly Finding[];
}

/** Words of a page: Markdown as written. Links are rewritten to the page they name, relative to the docs root. */
export type Markdown = string;

/** Scalars by the documented name; all but numbers and booleans travel as strings. */
export type ScalarName =
  | "String"
  | "Boolean"
  | "Int16"
  | "Int32"
  | "Int64"
  | "Byte"
  | "Single"
  | "Double"
  | "Decimal"
  | "DateTimeOffset"
  | "Date"
  | "TimeOfDay"
  | "Duration"
  | "Guid"
  | "Binary"
  | "Stream"
  | "Url";

export type TypeRef =
  | { readonly kind: "scalar"; readonly name: ScalarName }
  /** `name` of an `ObjectType` in `Api.types`. */
  | { readonly kind: "object"; readonly name: string }
  /** `name` of an `EnumType` in `Api.enums`. */
  | { readonly kind: "enum"; readonly name: string }
  /** A closed list of values that no page names: "Possible values are: `a`, `b`." */
  | { readonly kind: "literals"; readonly values: readonly string[] }
  | { readonly kind: "collection"; readonly of: TypeRef }
  /** Any JSON object or value: `Json`, or nothing on the page tells. */
  | { readonly kind: "unknown" };

/** What a claim is about. "optional" is the other answer to "required", "left out" a row that callers cannot set. */
export type About =
  "type" | "relationship" | "nullable" | "read-only" | "required" | "optional" | "key" | "base" | "left out";

/** Where a claim comes from; `claims.ts` says which counts more. */
export type Source =
  "key" | "annotation" | "column" | "words" | "cell" | "json" | "request" | "example" | "page" | "convention";

/** A claim that a decision rests on, or that was against it: shown by `explain`. */
export interface Evidence<T = unknown> {
  /** What of an operation it is about: `body.weight`, `header.If-Match`, `where.bookId`; absent where it stands with the thing itself. */
  readonly of?: string;
  readonly about: About;
  readonly says: T;
  readonly from: Source;
  /** e.g. `the description says "Required"`, `null in an example`. */
  readonly because: string;
  readonly page: string;
  readonly place: Place;
  /** Set where something else was decided. */
  readonly against?: true;
}

export interface Property {
  readonly name: string;
  readonly type: TypeRef;
  readonly description: Markdown;
  /** A relationship: absent from results unless expanded. */
  readonly navigation: boolean;
  readonly nullable: boolean;
  /** Present on every read: the key property, or the page says so. */
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly deprecated?: Markdown;
  readonly evidence: readonly Evidence[];
  readonly page: string;
  readonly place: Place;
}

export interface ObjectType {
  /** Qualified, in the pages' own case: `microsoft.graph.callRecords.session`. */
  readonly name: string;
  /** Qualified name of another `ObjectType`. */
  readonly base?: string;
  readonly abstract: boolean;
  /** Accepts undocumented properties. */
  readonly open: boolean;
  /** Name of the key property, inherited or own; undefined for complex types. */
  readonly key?: string;
  /** Own properties only, in page order. */
  readonly properties: readonly Property[];
  /** Qualified names of all documented types below this one, sorted. */
  readonly derived: readonly string[];
  readonly description: Markdown;
  readonly deprecated?: Markdown;
  /** Pages that describe it, first the one that gives most; empty when `inferred`. */
  readonly pages: readonly string[];
  /** No page describes it: read off the examples that mention it. */
  readonly inferred: boolean;
  /** For its base and its key, where pages name them. */
  readonly evidence?: readonly Evidence[];
}

export interface EnumType {
  /** Qualified like an `ObjectType`. */
  readonly name: string;
  readonly members: readonly { readonly name: string; readonly value?: string; readonly description: Markdown }[];
  /** Has the member `unknownFutureValue`. */
  readonly evolvable: boolean;
  /** Several members at once, joined by commas on the wire. */
  readonly flags: boolean;
  readonly description: Markdown;
  readonly pages: readonly string[];
}
