/**
 * The API as the docs describe it: what the reader's facts mean once all pages are joined. Knows neither Markdown nor
 * TypeScript. Readonly plain data in a fixed order (code-point order of id or name); survives JSON.
 */
import type { Finding } from "../findings/rules.js";
import type { Place } from "../shared/place.js";
import type { Operation } from "./api-operation.js";
import type { Envelope, Evidence, TypeRef, Words } from "./api-value.js";

export type * from "./api-operation.js";
export type * from "./api-value.js";

/** Where its error bodies say what: in the member `at` ("": the body itself), or in the first of its items. */
export interface ErrorBody {
  readonly at: string;
  readonly isList: boolean;
  readonly message: string;
  readonly code?: string;
  readonly requestId?: string;
  /** Beside `at`. */
  readonly outerRequestId?: string;
}

export interface Api {
  /** Name of the dialect that the docs speak. */
  readonly dialect: string;
  /** The namespace that names of the docs are in unless they say otherwise; "" for houses without namespaces. */
  readonly rootNamespace: string;
  /** Host and version most example URLs use: `https://graph.microsoft.com/beta`; undefined when no page has one. */
  readonly baseUrl?: string;
  /** How its lists come, where that is not `{"value": […], "@odata.nextLink": …}`. */
  readonly envelope?: Envelope;
  /** How its errors come, where that is not `{"error": {"code", "message"}}`. */
  readonly errorBody?: ErrorBody;
  readonly operations: readonly Operation[];
  readonly types: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  readonly findings: readonly Finding[];
}

export interface Property {
  readonly name: string;
  readonly type: TypeRef;
  readonly description: Words;
  /** A relationship: absent from results unless expanded. */
  readonly navigation: boolean;
  readonly nullable: boolean;
  /** Present on every read: the key property, or the page says so. */
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly deprecated?: string;
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
  /** Set on an open type that accepts undocumented names of one form only: `prefix_name`. */
  readonly ownNames?: "prefixed";
  /** Name of the key property, inherited or own; undefined for complex types. */
  readonly key?: string;
  /** Own properties only, in page order. */
  readonly properties: readonly Property[];
  /** Qualified names of all documented types below this one, sorted. */
  readonly derived: readonly string[];
  /** Which of them an object is, the wire does not say: the house has no member for it. */
  readonly untold?: true;
  readonly description: Words;
  readonly deprecated?: string;
  /** Pages that describe it, first the one that gives most; empty when `inferred`. */
  readonly pages: readonly string[];
  /** No page describes it: read off the examples that mention it. */
  readonly inferred: boolean;
  /** For its base and its key, where pages name them. */
  readonly evidence?: readonly Evidence[];
  /** Where the first page begins to describe it. */
  readonly place?: Place;
}

export interface EnumMember {
  readonly name: string;
  readonly value?: string;
  readonly description: Words;
  /** Of the first list that has it. */
  readonly page?: string;
  readonly place?: Place;
}

export interface EnumType {
  /** Qualified like an `ObjectType`. */
  readonly name: string;
  readonly members: readonly EnumMember[];
  /** Has the member `unknownFutureValue`. */
  readonly evolvable: boolean;
  /** Several members at once, joined by commas on the wire. */
  readonly flags: boolean;
  readonly description: Words;
  readonly pages: readonly string[];
  /** Of its list of values, on the first page. */
  readonly place?: Place;
}
