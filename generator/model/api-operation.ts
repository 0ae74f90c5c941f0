/** Operations as the docs describe them: what `Api.operations` holds. Readonly plain data. */
import type { Account } from "../shared/permission-accounts.js";
import type { Place } from "../shared/place.js";
import type { RoutePath } from "../shared/odata/segments.js";
import type { Envelope, Evidence, TypeRef, Words } from "./api-value.js";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";

/** `undetermined` where the page has a placeholder, never an invention. */
export type Permission =
  | "unsupported"
  | "none"
  | "undetermined"
  /** OR of ANDs. `least` is empty when the page gives no order, and then all stand in `higher`. */
  | { readonly least: readonly (readonly string[])[]; readonly higher: readonly (readonly string[])[] };

export interface Permissions {
  /** Of the table: 1-based, on the page, or in the file that it includes. Files that earlier versions published do not tell it. */
  readonly line?: number;
  readonly file?: string;
  /** Set where the page has several tables. */
  readonly scenario?: string;
  readonly delegatedWork?: Permission;
  readonly delegatedPersonal?: Permission;
  readonly application?: Permission;
  readonly notes?: readonly string[];
  /** Of what it says of each account. */
  readonly lines?: Readonly<Partial<Record<Account, number>>>;
}

/** A value the caller hands over in `where`. */
export interface Parameter {
  /** Unique among the operation's parameters: `userId`, `messageId`, `startDateTime`. */
  readonly name: string;
  readonly in: "path" | "query";
  /** As written between the braces: `id | userPrincipalName`; for a literal argument the sample value. */
  readonly documented: string;
  readonly type: TypeRef;
  readonly required: boolean;
  readonly description: Words;
}

export interface Route {
  /**
   * Documented path with `{name}` placeholders of `Parameter.name`; starts with `/`; no host, no version, no OData `$` options.
   * The characters around a placeholder tell the runtime how to encode it: `'{x}'` a quoted OData string, `:/{x}:` or `:/{x}` at a
   * path-addressed item a raw path, behind `?` a query value (`?startDateTime={startDateTime}`), else one segment.
   */
  readonly template: string;
  /** The template in its parts. */
  readonly path: RoutePath;
  /** Names of its placeholders in order. */
  readonly parameters: readonly string[];
  /** Set when an earlier route of the operation has the same parameter names: the caller then passes `route: template`. */
  readonly ambiguous: boolean;
  /** The request line as written. */
  readonly documented: string;
  /**
   * Set on a documented line that stands here only for the record: it holds sample values (`(width=640)`, `/classes/acdefc6b-…`) for which
   * another route has placeholders, or `/.../` for what is left out. No caller needs it; such routes come last.
   */
  readonly sample?: true;
  readonly place: Place;
}

export interface Header {
  readonly name: string;
  readonly required: boolean;
  /** Query options, without `$`, with each of which the page asks for it, and no example goes without. */
  readonly requiredWith?: readonly string[];
  readonly description: Words;
}

export interface BodyProperty {
  readonly name: string;
  readonly type: TypeRef;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly description: Words;
}

export type RequestBody =
  /**
   * JSON. `of` is the documented type it represents; `properties` come from the page's own table (read-only ones left out) and are
   * undefined where the page has no table: then the writable properties of `of` count. `partial`: only what changes is sent.
   */
  | {
      readonly kind: "json";
      readonly of?: TypeRef;
      readonly properties?: readonly BodyProperty[];
      /** Properties of `of` that must be sent, where there is no table: by the page of the type. */
      readonly required?: readonly string[];
      readonly partial: boolean;
      /** A call may go without it. */
      readonly optional?: true;
      /** Where it is another than `application/json`. */
      readonly contentType?: string;
      /** Content type of the text that can be sent instead of JSON: a message in MIME format. */
      readonly text?: string;
    }
  /** `{ "@odata.id": "https://…" }` */
  | { readonly kind: "reference" }
  /** `contentType`: the one that is sent where the caller gives no other; `contentTypes`: all, where the page documents several. */
  | {
      readonly kind: "binary" | "text";
      readonly contentType?: string;
      readonly contentTypes?: readonly string[];
      /** A call may go without it. */
      readonly optional?: true;
    }
  /** Several parts, as text or as bytes; the caller chooses the boundary. */
  | { readonly kind: "multipart"; readonly contentType: string };

export type Result =
  | { readonly kind: "none" }
  /**
   * One object, or a bare JSON value. `unwrap`: also accepted as `{"value": {…}}` (the type has no `value` of its own). `optional`: another
   * documented status has no body; `preferable`: there is one when the header `Prefer: return=representation` asks for it (RFC 7240).
   */
  | {
      readonly kind: "object";
      readonly type: TypeRef;
      readonly unwrap: boolean;
      readonly optional?: true;
      readonly preferable?: true;
    }
  /** `{"value": 5}` of a function that returns a scalar. */
  | { readonly kind: "value"; readonly type: TypeRef; readonly optional?: true }
  /** `{"value": […], "@odata.nextLink": …}`, or as `house` says; `type` is the item's. */
  | { readonly kind: "list"; readonly type: TypeRef; readonly house?: Envelope }
  /** A list with `@removed` items and a delta link. */
  | { readonly kind: "delta"; readonly type: TypeRef }
  /** text/plain, text/csv, a `$count`. */
  | { readonly kind: "text" }
  /** Bytes; also what a documented 302 leads to. */
  | { readonly kind: "stream" }
  /** 202: the work goes on; `type` where the answer holds an object. */
  | { readonly kind: "accepted"; readonly type?: TypeRef };

/** How an example's message fits the declared type. `partial`: properties are missing that the type requires. */
export type Fit = "exact" | "partial" | "unfit" | "none";

export interface Example {
  /** Documented name, else one made of the operation's id; unique within the operation. */
  readonly name: string;
  readonly heading: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly text?: string;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly text?: string;
  };
  /** How the documented URL reads as a call; undefined when no route fits (a finding says so). */
  readonly call?: {
    /** Index in `Operation.routes`. */
    readonly route: number;
    /** A list for a query parameter that takes several values. */
    readonly where: Readonly<Record<string, string | readonly string[]>>;
    /** OData options of the URL by their name without `$`, values decoded. */
    readonly query: Readonly<Record<string, string>>;
    /** The URL as it is called, where the documented one shows placeholders that no call can send. */
    readonly url?: string;
  };
  readonly requestFit: Fit;
  readonly responseFit: Fit;
  /** What of the request no typed call can say: `where`, `what`, `headers`, `$select`. */
  readonly untyped: readonly string[];
  /** Rule ids of the findings about this example. */
  readonly findings: readonly string[];
  readonly place: Place;
}

export interface Operation {
  /** The page's file stem; `-<method>` is added for each further method of a page. */
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly description: Words;
  readonly deprecated?: string;
  /** Qualified name of the `ObjectType` whose module holds the function; undefined: grouped by `group` alone. */
  readonly subject?: string;
  /** Module name where there is no subject: a lower-camel word. */
  readonly group: string;
  /**
   * Words the function's name is made of, in the page's own case: verb `list`, object words `messages`; an action has its documented
   * name as verb and its subject as object. `qualifier` sets it apart where two pages would share a name.
   */
  readonly naming: {
    readonly verb: string;
    readonly object: string;
    readonly qualifier: string;
    readonly action: boolean;
    /** Set where the title goes on after the thing: `folderFiles` is `files`, `for folder`; "Get a site by path" is `site`, `by path`. */
    readonly of?: { readonly part: string; readonly rest: string };
  };
  readonly method: Method;
  readonly routes: readonly Route[];
  readonly parameters: readonly Parameter[];
  /** OData options: all, none, or the ones the page names (without `$`). */
  readonly query: "all" | "none" | readonly string[];
  /** Without Authorization, Content-Type, Content-Length, Accept. */
  readonly headers: readonly Header[];
  readonly body?: RequestBody;
  /** Documented success status, the primary one first. */
  readonly statuses: readonly number[];
  readonly result: Result;
  /** One entry a table; the first is the operation's own. Empty when the page has none. */
  readonly permissions: readonly Permissions[];
  readonly examples: readonly Example[];
  /** For what is required, nullable or left out of its parameters, headers and body. */
  readonly evidence?: readonly Evidence[];
  readonly place: Place;
  /** Lines of its title, of what describes it, and of the sections on the query and on the answer. */
  readonly lines?: {
    readonly title: number;
    readonly description?: number;
    readonly query?: number;
    readonly response?: number;
  };
  /** Lines of the page that describe what is sent, by `body.weight`, `header.if-match`, `where.bookid`. */
  readonly rows?: Readonly<Record<string, number>> | undefined;
}
