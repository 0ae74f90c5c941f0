/** Options of a read, and what they make of its result. Nothing here exists at run time. */
import type { Expression } from "./odata.js";
import type { RequestOptions } from "./shapes.js";

/**
 * The documented property names of `T`, and those that an open type takes beside them; not its relationships (`Nav`), not annotations. Where
 * any name is taken, editors still list the documented ones.
 */
export type Select<T, Nav = {}> =
  Exclude<KnownKey<T>, keyof Nav | `${string}@${string}`> | (string extends keyof T ? string & {} : never);

type KnownKey<T> = keyof { [K in keyof T as string extends K ? never : K extends string ? K : never]: never } & string;

/** Those of the names `S` that only the index signature of an open type allows for. */
type OwnName<T, S> = S extends keyof T ? (S extends keyof Documented<T> ? never : S) : never;
type Documented<T> = { [K in keyof T as {} extends Record<K, 1> ? never : K]: never };

/**
 * Options of a read. `Nav`: the relationships by name, and those behind each of them; `{}` for none. `S`: selected names, `E`: what is
 * expanded; both shape the result, see `Selected`.
 */
export type Query<
  T,
  Nav = {},
  S extends string = never,
  E = never,
  H extends string = never,
  R extends string = never,
> = ODataOptions<T, S, Nav> & Expandable<Nav, E> & RequestOptions<H, R>;

/** OData system query options of one resource or list. */
export interface ODataOptions<T, S extends string = Select<T>, Nav = {}> {
  /** `$select`: only these properties come back. */
  readonly select?: readonly S[];
  /** `$filter`: a string, or safer `odata`-tagged text. */
  readonly filter?: string | Expression;
  /** `$orderby`: `"displayName desc"`, several in an array. */
  readonly orderBy?: OrderBy<T, Nav> | readonly OrderBy<T, Nav>[];
  /** `$search`, quotes included where the service wants them. */
  readonly search?: string;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly format?: string;
}

/** A documented name, also with a direction; paths such as `from/emailAddress/name` or `members/$count` are free text. */
export type OrderBy<T, Nav = {}> = OrderKey<Select<T, Nav>> | OrderKey<`${string}/${string}`>;
type OrderKey<K extends string> = K | `${K} asc` | `${K} desc`;

type Expandable<Nav, E> = [keyof Nav] extends [never]
  ? unknown
  : { /** `$expand`: names of relationships, or names with options. */ readonly expand?: E & Exact<E, Nav> };

/** What can be expanded: names of relationships, or names with options. */
export type Expand<T, Nav> =
  readonly (keyof Nav & string)[] | { readonly [K in keyof Nav]?: ExpandOptions<Related<T, K>, Nav[K]> };

/** Options of an expanded relationship. */
export interface ExpandOptions<T, Nav = {}> extends ODataOptions<T, Select<T, Nav>, Nav> {
  readonly expand?: Expand<T, Nav>;
  readonly levels?: number | "max";
}

/** What stands behind a relationship: the item where it holds many. */
type Related<T, K> = K extends keyof T
  ? NonNullable<T[K]> extends readonly (infer I)[]
    ? I
    : NonNullable<T[K]>
  : never;

/** Takes no name that does not exist, at any depth: the compiler only looks for these where a type is not inferred. */
type Exact<E, Nav> = E extends readonly unknown[]
  ? readonly (keyof Nav)[]
  : { [K in keyof E]: K extends keyof Nav ? ExactOptions<E[K], Nav[K]> : never };
type ExactOptions<O, Nav> = {
  [K in keyof O]: K extends "expand" ? Exact<O[K], Nav> : K extends keyof ExpandOptions<unknown> ? O[K] : never;
};

/**
 * What comes back: `T` without its relationships (`Nav`), plus the expanded ones (`E`), or only the selected properties (`S`) with their
 * annotations; the same for what is expanded. Distributes over unions of derived types.
 */
export type Selected<T, Nav = {}, S extends string = never, E = never> = [S] extends [never]
  ? Whole<T, Nav, E>
  : [Select<T, Nav>] extends [S]
    ? Whole<T, Nav, E>
    : Part<T, Nav, S, E>;

type Whole<T, Nav, E> = [keyof Nav] extends [never]
  ? T
  : [E] extends [never]
    ? Without<T, Nav>
    : T extends unknown
      ? With<Without<T, Nav>, T, Nav, E>
      : never;

type Part<T, Nav, S extends string, E> = T extends unknown ? With<Picked<T, Exclude<S, keyof Nav>>, T, Nav, E> : never;

type Picked<T, S extends string> = [OwnName<T, S>] extends [never]
  ? { [K in keyof T as K extends S | `${string}@${string}` ? K : never]: T[K] }
  : Picked<T, Exclude<S, OwnName<T, S>>> & { [K in OwnName<T, S>]?: unknown } extends infer R
    ? { [K in keyof R]: R[K] }
    : never;

/** `T` as it comes when nothing is expanded: without its relationships (`Nav`). */
export type Without<T, Nav> = { [K in keyof T as K extends keyof Nav ? never : K]: T[K] };

/** The properties of `P` and what is expanded, as one object that an editor can show. */
type With<P, T, Nav, E> = [E] extends [never]
  ? P
  : P & Many<T, Nav, E> & One<T, Nav, E> extends infer R
    ? { [K in keyof R]: R[K] }
    : never;

/** An expanded collection is always there … */
type Many<T, Nav, E> = {
  [K in keyof T as K extends NameIn<E> ? (IsMany<T[K]> extends true ? K : never) : never]-?: Behind<
    NonNullable<T[K]>,
    Nav[K & keyof Nav],
    OptionsIn<E, K>
  >;
};
/** … an expanded object may be missing. */
type One<T, Nav, E> = {
  [K in keyof T as K extends NameIn<E> ? (IsMany<T[K]> extends true ? never : K) : never]: Behind<
    T[K],
    Nav[K & keyof Nav],
    OptionsIn<E, K>
  >;
};
type IsMany<V> = NonNullable<V> extends readonly unknown[] ? true : false;

type NameIn<E> = E extends readonly (infer N)[] ? N : keyof E;
type OptionsIn<E, K> = E extends readonly unknown[] ? unknown : K extends keyof E ? E[K] : unknown;

/** `V`: an item, several of them, `null`. */
type Behind<V, Nav, O> = V extends readonly (infer I)[]
  ? Nested<I, Nav, O>[]
  : V extends object
    ? Nested<V, Nav, O>
    : V;
type Nested<T, Nav, O> = Selected<
  T,
  Nav,
  [O] extends [{ readonly select: readonly (infer S extends string)[] }] ? S : never,
  [O] extends [{ readonly expand: infer E }] ? E : never
>;
