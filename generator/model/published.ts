/**
 * The contract of `api.json`: the API as its package publishes it, for other tools, for comparing two versions, and to keep names when docs
 * change. Everything of the docs that a client, an OpenAPI document or a comparison can be made of; no reasons, which `explain` gives.
 * Operations are sorted by id, all else by name, so that the same docs give the same bytes.
 */
import type {
  BodyProperty,
  EnumMember,
  EnumType,
  Envelope,
  ErrorBody,
  Example,
  Header,
  Method,
  ObjectType,
  Operation,
  Parameter,
  Permissions,
  Property,
  RequestBody,
  Result,
} from "./api.js";

/** Grows by one when something goes or changes its meaning; what is only added leaves it as it is. */
export type SchemaVersion = 1;

export interface PublishedApi {
  readonly schema: SchemaVersion;
  /** Version of docwright that made it: what it emits, and the runtime that it ships, may differ from another's. */
  readonly generator?: string;
  /** The package that it describes. */
  readonly package?: { readonly name: string; readonly version: string };
  /** By which rules functions are named: another generation with the same keeps the names. */
  readonly nameRules: number;
  /** Where the API is called: scheme, host and path that stand before every route. Absent when no page has one. */
  readonly baseUrl?: string;
  /** Name of the dialect that the docs speak. */
  readonly dialect: string;
  /** How lists come, where that is not `{"value": […], "@odata.nextLink": …}`. */
  readonly envelope?: Envelope;
  /** How errors come, where that is not `{"error": {"code", "message"}}`. */
  readonly errorBody?: ErrorBody;
  readonly operations: readonly PublishedOperation[];
  readonly types: readonly PublishedType[];
  readonly enums: readonly PublishedEnum[];
  /** Pages of operations that could not be read, with the rule that says why: what they document is there, though not in the package. */
  readonly unread?: readonly UnreadPage[];
}

export interface UnreadPage extends Line {
  readonly page: string;
  readonly rule: string;
}

/** With its words as Markdown; their links name pages, relative to the root of the docs. */
export type Documented<T extends { readonly description: unknown }> = Omit<T, "description"> & {
  readonly description: string;
};

/** Where the package has it, and where the docs. */
interface Published {
  /** Path below `src/` of the module that exports it, without extension. */
  readonly module: string;
}

/** On a page: 1-based; `file` where it stands in an included file. */
interface Line {
  readonly line: number;
  readonly file?: string;
}

export interface PublishedOperation
  extends Published, Line, Pick<Operation, "id" | "page" | "title" | "deprecated" | "query" | "statuses"> {
  /** Name of the function. */
  readonly function: string;
  /** Names that it had, and is still known by. */
  readonly aliases?: readonly string[];
  /** Names that its constant and its types had with these, and are still known by. */
  readonly partAliases?: readonly string[];
  /** Name of the constant that describes the request. */
  readonly constant?: string;
  /** Name of the type of `where`, where that has one. */
  readonly whereType?: string;
  /** Name of the type of the body, where the page lists its properties. */
  readonly bodyType?: string;
  readonly description: string;
  /** On which lines of the page its title, its description, and the sections on the query and the answer stand. */
  readonly lines?: Operation["lines"];
  readonly method: Method;
  /**
   * Paths with `{name}` placeholders of `parameters`. What stands around a placeholder tells how its value is written: `'{x}'` a quoted
   * string, behind `?` a value of the query, `:/{x}:` a path of its own, else one segment.
   */
  readonly routes: readonly string[];
  /** On which lines of the page they stand, in the same order. */
  readonly routeLines?: readonly number[];
  /** Those of `routes` that hold sample values, and that no call takes. */
  readonly samples?: readonly string[];
  readonly parameters: readonly Documented<Parameter>[];
  readonly headers: readonly Documented<Header>[];
  readonly body?: PublishedBody;
  readonly result: Result;
  /** Relationships that documented answers hold, so that the result has them unasked. */
  readonly shown?: readonly string[];
  /** Lines of the page that describe what is sent, by `body.weight`, `header.if-match`, `where.bookid`: names in lower case. */
  readonly rows?: Readonly<Record<string, number>>;
  /** Of the first table of the page; absent when it has none. */
  readonly permissions?: Permissions;
  /** Of its further tables, each for a scenario. */
  readonly scenarios?: readonly Permissions[];
  readonly examples: readonly PublishedExample[];
}

type JsonBody = Extract<RequestBody, { readonly kind: "json" }>;

export type PublishedBody =
  | Exclude<RequestBody, JsonBody>
  | (Omit<JsonBody, "properties"> & { readonly properties?: readonly Documented<BodyProperty>[] });

export interface PublishedExample extends Line, Pick<Example, "name" | "request" | "response"> {
  /** Name of its fixture, where it has one. */
  readonly fixture?: string;
  /** Ids of the rules that it breaks. */
  readonly findings?: readonly string[];
  /** The heading that it stands below. */
  readonly heading?: string;
}

export interface PublishedType
  extends
    Published,
    Pick<ObjectType, "name" | "base" | "abstract" | "open" | "ownNames" | "key" | "inferred" | "deprecated" | "pages"> {
  readonly description: string;
  /** On the first of its pages, or in the file that this includes: where it begins to describe the type. */
  readonly line?: number;
  readonly file?: string;
  /** Name of the interface. */
  readonly typescript: string;
  /** Name of the union of the type with those derived from it, where there is one. */
  readonly union?: string;
  /** Name of the interface of its relationships, where it adds any. */
  readonly relationships?: string;
  /** Whether its `@odata.type` is declared: its own name, or that of any type derived from it. */
  readonly discriminator?: "any" | "own";
  /** Its own, in the order of the page. */
  readonly properties: readonly PublishedProperty[];
}

/** Flags stand there when they are set. */
export interface PublishedProperty extends Line, Pick<Property, "name" | "type" | "deprecated"> {
  readonly description: string;
  /** The page that says so, where it is not the first one of the type. */
  readonly page?: string;
  /** A relationship: absent from results unless expanded. */
  readonly navigation?: true;
  readonly nullable?: true;
  /** Present on every read. */
  readonly required?: true;
  readonly readOnly?: true;
  /** The base says the same or more: its declaration counts. */
  readonly repeated?: true;
}

export interface PublishedMember extends Omit<Documented<EnumMember>, "place">, Partial<Line> {
  /** The page that lists it, where it is not the first one of the enumeration. */
  readonly page?: string;
}

export interface PublishedEnum extends Published, Omit<Documented<EnumType>, "members" | "place"> {
  /** On the first of its pages, or in the file that this includes. */
  readonly line?: number;
  readonly file?: string;
  readonly members: readonly PublishedMember[];
  /** Name of the union of its values. */
  readonly typescript: string;
  /** Name of the list of its values. */
  readonly values?: string;
}
