/**
 * What generated code hands to the runtime: one constant that describes each documented operation. The dependency points from generated
 * code to this file only.
 */
import type { Binary } from "./shapes.js";

/** A permission cell: `least` or one of `higher` suffices; the names of one inner array are needed together. */
export type Permission =
  | "unsupported"
  | "none"
  /** The page has a placeholder: nobody knows yet. */
  | "undetermined"
  | { readonly least: readonly (readonly string[])[]; readonly higher: readonly (readonly string[])[] };

/** Who the call is made for. */
export type Account = "delegatedWork" | "delegatedPersonal" | "application";

/** A permissions table of a page. */
export type Permissions = { readonly [A in Account]?: Permission } & {
  /** What the call is made for, where the page has a table for each: "event", "message". */
  readonly scenario?: string;
};

/**
 * What comes back:
 * none: nothing. object: one JSON value. wrapped: one JSON object, also accepted as `{"value": {…}}`. value: the scalar in `{"value": 5}`.
 * list, delta: pages of items. text, stream: no JSON. accepted: 202, the work goes on.
 */
export type ResultKind = "none" | "object" | "wrapped" | "value" | "list" | "delta" | "text" | "stream" | "accepted";

/** Path and query parameters by name; a list in the query is sent as its key again and again. */
export type RouteValues = Readonly<Record<string, RouteValue | readonly RouteValue[] | undefined>>;
type RouteValue = string | number | boolean;

/** A page of a list, whatever it looked like on the wire. */
export interface AnyPage<T> {
  readonly items: T[];
  readonly nextLink?: string;
  readonly deltaLink?: string;
  readonly count?: number;
}

/**
 * A page, and what the service says leads to the next one, be it an address or not; `again`: by the same request, with its method and body,
 * to that address.
 */
export type RawPage = readonly [page: AnyPage<unknown>, next: unknown, again?: boolean];

/** A documented operation. */
export interface Operation {
  /** File stem of its page. */
  readonly id: string;
  readonly method: string;
  /**
   * Documented paths with `{name}` placeholders; a call takes the first whose names are the keys of `where`, one with `!` before it only
   * if `where.route` names it.
   */
  readonly routes: readonly string[];
  /**
   * How values are put into a route, where that is more than whole segments: `writeInContext`. The characters around a placeholder then
   * decide how its value is encoded: `'{x}'` as a quoted OData string, `:/{x}` and `{x}*` as a raw path whose segments are encoded one by
   * one, behind `?` as a query value, `={x}` as a literal without quotes; an argument with `?` behind it may be missing. A constant refers to it only if it needs it, so that other bundles do not
   * hold it.
   */
  readonly write?: (route: string, values: RouteValues) => string;
  readonly result: ResultKind;
  /** For a list that does not come in OData's way. */
  readonly page?: (body: object, from: string, headers: Headers) => RawPage;
  /** How `what` travels: one of the functions of `body.ts`; absent for no body. */
  readonly body?: (what: unknown, headers: Headers) => { readonly body: string | Binary; readonly duplex?: "half" };
  /**
   * Permissions by kind of account, for `leastPrivileged`. The exported constants have them; what a function sends is the same without
   * them, so that a program holds only the tables that it asks for.
   */
  readonly permissions?: Permissions;
  /** The tables of further scenarios, where the page has several. */
  readonly scenarios?: readonly Permissions[];
}
