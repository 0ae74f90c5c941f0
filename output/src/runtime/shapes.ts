/** Types that generated signatures are made of. Nothing here exists at run time. */
import type { Expression } from "./odata.js";

/** What all request functions accept. `H`: documented headers, `R`: those among them that the page requires. */
export type RequestOptions<H extends string = never, R extends string = never> = CallOptions & HeaderOptions<H, R>;

/** What every call accepts. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds for each attempt, body included; 0 for no limit. The client's own setting unless given. */
  readonly timeout?: number;
  /** Further query parameters, by the name that is sent: `{ "$skiptoken": "…" }`. */
  readonly query?: Readonly<Record<string, string>>;
}

type HeaderValues<H extends string, R extends string> = { readonly [K in Exclude<H, R>]?: string } & {
  readonly [K in R]: string;
} & {
  readonly [name: string]: string;
};

type HeaderOptions<H extends string, R extends string> = [R] extends [never]
  ? { readonly headers?: HeaderValues<H, R> }
  : { readonly headers: HeaderValues<H, R> };

/** The documented property names of `T`; not its relationships (`Nav`), not annotations, not the undocumented names of an open type. */
export type Select<T, Nav extends string = never> = Exclude<KnownKey<T>, Nav | `${string}@${string}`>;

type KnownKey<T> = keyof { [K in keyof T as string extends K ? never : K extends string ? K : never]: never } & string;

/** Options of a read. `S`: selected names, `E`: expanded relationships; both shape the result, see `Selected`. */
export type Query<
  T,
  Nav extends string = never,
  S extends string = never,
  E extends string = never,
  H extends string = never,
  R extends string = never,
> = ODataOptions<T, S> & Expandable<T, Nav, E> & RequestOptions<H, R>;

/** OData system query options of one resource or list. */
export interface ODataOptions<T, S extends string = Select<T>> {
  /** `$select`: only these properties come back. */
  readonly select?: readonly S[];
  /** `$filter`: a string, or safer `odata`-tagged text. */
  readonly filter?: string | Expression;
  /** `$orderby`: `"displayName desc"`, several in an array. */
  readonly orderBy?: OrderBy<T> | readonly OrderBy<T>[];
  /** `$search`, quotes included where the service wants them. */
  readonly search?: string;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly format?: string;
}

/** A documented name, also with a direction; paths such as `from/emailAddress/name` are free text. */
export type OrderBy<T> = OrderKey<Select<T>> | OrderKey<`${string}/${string}`>;
type OrderKey<K extends string> = K | `${K} asc` | `${K} desc`;

type Expandable<T, Nav extends string, E extends string> = [Nav] extends [never]
  ? unknown
  : {
      /** `$expand`: names of relationships, or names with options. */ readonly expand?:
        readonly E[] | { readonly [K in E]?: ExpandOptions<Related<T, K>> };
    };

/** Options of an expanded relationship. */
export interface ExpandOptions<T> extends ODataOptions<T> {
  readonly expand?: readonly Select<T>[] | { readonly [K in Select<T>]?: ExpandOptions<Related<T, K>> };
  readonly levels?: number | "max";
}

/** What stands behind a relationship: the item where it holds many. */
type Related<T, K> = K extends keyof T
  ? NonNullable<T[K]> extends readonly (infer I)[]
    ? I
    : NonNullable<T[K]>
  : never;

/**
 * What comes back: `T` without its relationships (`Nav`), plus the expanded ones (`E`), or only the selected properties (`S`) with their
 * annotations. Distributes over unions of derived types.
 */
export type Selected<T, Nav extends string = never, S extends string = never, E extends string = never> = [S] extends [
  never,
]
  ? Whole<T, Nav, E>
  : [Select<T, Nav>] extends [S]
    ? Whole<T, Nav, E>
    : Part<T, Nav, S, E>;

type Whole<T, Nav extends string, E extends string> = [Nav] extends [never]
  ? T
  : T extends unknown
    ? { [K in keyof T as K extends Nav ? never : K]: T[K] } & Expanded<T, E>
    : never;

type Part<T, Nav extends string, S extends string, E extends string> = T extends unknown
  ? { [K in keyof T as K extends Exclude<S, Nav> | `${string}@${string}` ? K : never]: T[K] } & Expanded<T, E>
  : never;

/** An expanded collection is always there, an expanded object may be missing. */
type Expanded<T, E extends string> = [E] extends [never]
  ? unknown
  : {
      [K in keyof T as K extends E ? (NonNullable<T[K]> extends readonly unknown[] ? K : never) : never]-?: NonNullable<
        T[K]
      >;
    } & {
      [K in keyof T as K extends E ? (NonNullable<T[K]> extends readonly unknown[] ? never : K) : never]: T[K];
    };

/** One page of a list. */
export interface Page<T> {
  readonly items: T[];
  /** Absent on the last page. */
  readonly nextLink?: string;
  /** All items there are, when `count` was asked for. */
  readonly count?: number;
}

/** Nothing is sent before it is awaited (first page) or iterated (all items, page by page as needed). */
export interface List<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {
  pages(): AsyncIterable<Page<T>>;
}

/** Stands in a delta answer for something that is gone. */
export interface Removed {
  readonly id: string;
  readonly "@removed": { readonly reason?: "changed" | "deleted" };
}

/** One page of changes. */
export interface DeltaPage<T> {
  readonly items: (T | Removed)[];
  readonly nextLink?: string;
  /** On the last page only: where the next round starts. */
  readonly deltaLink?: string;
}

/** Changes since the last round; without one, everything. */
export interface Delta<T> extends PromiseLike<DeltaPage<T>>, AsyncIterable<T | Removed> {
  pages(): AsyncIterable<DeltaPage<T>>;
  /** Known once the last page was read; keep it and hand it to `since` in the next round. */
  readonly deltaLink: string | undefined;
  /** The same function, resumed: only what changed since that link. */
  since(deltaLink: string): Delta<T>;
}

/** 202: the work goes on. `createPoller` follows it. */
export interface Accepted<T = unknown> {
  /** Where to ask how far it is. */
  readonly location?: string;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter?: number;
  /** What the answer held. */
  readonly value?: T;
}

/** Bytes of an answer, to be read once: `arrayBuffer()`, `blob()`, `text()` or the stream `body`. */
export type Content = Pick<Response, "headers" | "body" | "arrayBuffer" | "blob" | "text">;

/** Bytes to send: blobs, buffers and views of them. Streams are left out: they cannot be sent again. */
export type Binary = Extract<RequestInit["body"], Blob | ArrayBuffer | ArrayBufferView>;

/** Points at something that exists: `{ "@odata.id": "https://graph.microsoft.com/v1.0/users/…" }`. */
export interface Reference {
  readonly "@odata.id": string;
}

/** The write shape of `T`, at every depth: keys and what the service sets may be left out; relationships may be bound by URL. */
export type Input<T> = T extends readonly (infer I)[]
  ? readonly Input<I>[]
  : T extends object
    ? { readonly [K in keyof T]?: Input<T[K]> } & Bindings
    : T;

/** `"members@odata.bind": ["https://…"]` */
interface Bindings {
  readonly [name: `${string}@odata.bind`]: string | readonly string[];
}

/** An example that leaves out what the docs shortened; annotations may be there, whatever they hold. */
export type Example<T> = T extends readonly (infer I)[]
  ? readonly Example<I>[]
  : T extends object
    ? { readonly [K in keyof T as K extends `${string}@${string}` ? never : K]?: Example<T[K]> } & Annotations
    : T;

/** `@odata.context`, `members@odata.count` and the like. */
export interface Annotations {
  readonly [name: `${string}@${string}`]: unknown;
}

/** A list on the wire. */
export interface ListBody<T> extends Annotations {
  readonly value: readonly T[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
  readonly "@odata.count"?: number;
}

/** A single value on the wire. */
export interface Wrapped<T> extends Annotations {
  readonly value: T;
}

/** A documented exchange. `Req`, `Res`: the JSON bodies on the wire, `never` for none. */
export interface Fixture<Req = unknown, Res = unknown> {
  readonly name: string;
  /** The page it stands on, relative to the docs root. */
  readonly page: string;
  readonly request: Message<Req> & { readonly method: string; readonly url: string };
  readonly response: Message<Res> & { readonly status: number };
  /** Rules that the example breaks. */
  readonly findings?: readonly string[];
}

/** Any `Fixture`. */
export interface AnyFixture {
  readonly name: string;
  readonly page: string;
  readonly request: AnyMessage & { readonly method: string; readonly url: string };
  readonly response: AnyMessage & { readonly status: number };
  readonly findings?: readonly string[];
}

interface AnyMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
}

/** `text`: a body that is no JSON. */
type Message<B> = { readonly headers: Readonly<Record<string, string>>; readonly text?: string } & ([B] extends [never]
  ? { readonly body?: never }
  : unknown extends B
    ? { readonly body?: unknown }
    : { readonly body: Annotated<B> });

type Annotated<B> = B extends readonly unknown[] ? B : B extends object ? B & Annotations : B;
