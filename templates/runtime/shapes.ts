/** Types that generated signatures are made of. Nothing here exists at run time. */
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

/** The options `O` go with the headers `H`, or are not given. */
export type NeededWith<O extends string, H extends string> =
  { readonly [K in O]?: never } | { readonly headers: { readonly [K in H]: string } };

/** Asks for what an update made of the object, where the answer is empty otherwise. */
export interface Represented {
  readonly headers: { readonly Prefer: `${string}return=representation${string}` };
}

/**
 * `W`, the parameters that were given, as some of the routes `All` takes them: none of them undefined, which the optional members of the others
 * would let pass, and none that no route has.
 */
export type Given<W, All> = {
  readonly [K in keyof W]: K extends NameOf<All> ? (W[K] extends undefined ? never : W[K]) : never;
};
type NameOf<All> = All extends unknown ? keyof All : never;

/** One page of a list. */
export interface Page<T> {
  readonly items: T[];
  /** Absent on the last page. */
  readonly nextLink?: string;
  /** All items there are, when `count` was asked for. */
  readonly count?: number;
}

/** How far a service that does not come to an end is followed; what lies beyond is the error `exhausted`. */
export interface PageLimits {
  /** Pages in all; 10,000 unless given. */
  readonly limit?: number;
  /** Pages in a row that hold nothing; 1,000 unless given. */
  readonly empty?: number;
}

/** Nothing is sent before it is awaited (first page) or iterated (all items, page by page as needed). */
export interface List<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {
  pages(limits?: PageLimits): AsyncIterable<Page<T>>;
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
  pages(limits?: PageLimits): AsyncIterable<DeltaPage<T>>;
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

/** Bytes to send: blobs, buffers and views of them; streams, which are sent once only: no failure is tried again. */
export type Binary = Extract<RequestInit["body"], Blob | ArrayBuffer | ArrayBufferView> | ReadableStream<Uint8Array>;

/** Points at something that exists: `{ "@odata.id": "https://graph.microsoft.com/v1.0/users/…" }`. */
export interface Reference {
  readonly "@odata.id": string;
}

/**
 * The write shape of `T`, at every depth: keys and what the service sets may be left out; relationships may be bound by URL. A value that was
 * read, whole or in part, is one: interfaces have no index signature, so each shape with one stands beside one without. Of several types
 * none has one, for the compiler asks all of them that it finds by `@odata.type`.
 */
export type Input<T, All = T> = T extends string
  ? T extends `#${infer N}`
    ? T | N
    : T // before objects: the compiler takes `string & {}`, which ends an open list of values, for one
  : T extends readonly (infer I)[]
    ? readonly Input<I>[]
    : T extends object
      ? [NonNullable<All>] extends [T]
        ? Extended<Written<T>, T> | Whole<Written<T> & Bindings>
        : Extended<Bound<T>, T>
      : T;

/** `T` with some of its properties given. */
export type Requires<T, K extends PropertyKey> = T & { readonly [P in K & keyof T]-?: NonNullable<T[P]> };

/** The body `B` of an open type `T`, or that with members that no page lists. */
export type Extended<B, T> = WithOwn<B, OwnMembers<T>>;

type WithOwn<B, Own> = string extends keyof Own
  ? (B & object) | (B & Own)
  : [keyof Own] extends [never]
    ? B
    : B | (B & Own);

/** Services take the name of a type with and without the `#` in front. */
type Written<T> = { readonly [K in keyof T as Documented<K>]?: Input<T[K]> } & { readonly "@odata.type"?: string };

/** `"members@odata.bind": ["https://…"]`: objects by their address. */
interface Bindings {
  readonly [name: `${string}@odata.bind`]: string | readonly string[];
}

/** As one object: only of such the compiler sees that it is one of several types, by its `@odata.type`. */
type Whole<T> = { readonly [K in keyof T]: T[K] };

/** Beside a shape without members the compiler would take anything. */
type Bound<T> = [keyof BindingsOf<T>] extends [never] ? Written<T> : Written<T> & BindingsOf<T>;

type BindingsOf<T> = {
  readonly [
    K in keyof T & string as NonNullable<T[K]> extends object ? `${Documented<K>}@odata.bind` : never
  ]?: Bindings[`${K}@odata.bind`];
};

/** `K`, unless it stands for any name, or for any of a form. */
type Documented<K extends PropertyKey> = {} extends Record<K, 1> ? never : K;

/** The signature for members that no page lists, if `T` has one. */
type OwnMembers<T> = { [K in keyof T as K extends Documented<K> ? never : K]: unknown };

/** An example that leaves out what the docs shortened; annotations may be there, whatever they hold. */
export type Example<T> = T extends string
  ? T
  : T extends readonly (infer I)[]
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

type Annotated<B> = B extends string | readonly unknown[] ? B : B extends object ? B & Annotations : B;
