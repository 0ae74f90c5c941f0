/** What comes out when a value is read against a type. */
import type { TypeRef } from "../api-value.js";

export type Path = readonly (string | number)[];

/** A place where a value does not fit. `owner` is the type (or operation) that declares `name`. */
export interface Misfit {
  /** beyond: a number that JavaScript does not have, several members of an enumeration in one string, an own member of an open type under a name that is not typed, or what the object's own `@odata.type` has, but not the declared type, which is too general to list its derived types. */
  readonly kind: "missing" | "extra" | "type" | "enum" | "beyond";
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly owner: string;
  readonly expected: TypeRef;
  readonly value: unknown;
}

/** What is visited besides the misfits, each with the property it stands for. */
export interface Visit {
  readonly misfits: Misfit[];
  readonly nulls: { readonly owner: string; readonly name: string; readonly path: Path }[];
  /** The properties that have a value. */
  readonly values: { readonly owner: string; readonly name: string }[];
  /** Each annotation that calls need and no page lists: the address of an object that is bound (`"user@odata.bind": "https://…"`), an ETag. */
  readonly bound: { readonly owner: string; readonly name: string; readonly path: Path; readonly many: boolean }[];
}
