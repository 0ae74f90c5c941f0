/**
 * What a mock is made of: the documented operations and examples as plain data. Whoever makes it (the generated package, or a server that
 * reads the docs) hands it to `createMock`.
 */
import type { ResultKind } from "../runtime/operation.js";
import type { AnyFixture } from "../runtime/shapes.js";

/** What a mock answers with: the operations of the docs and their examples. */
export interface MockApi {
  /** Host and version before every documented route. */
  readonly baseUrl?: string;
  /** Whether it speaks OData: `$batch`, `$count`, options with `$`. */
  readonly odata: boolean;
  /** How errors come, where that is not `{"error": {"code", "message"}}`. */
  readonly errorBody?: MockErrorBody;
  /** In the order of their ids. */
  readonly operations: readonly MockOperation[];
  /** The examples, a module at a time. */
  readonly fixtures: Readonly<Record<string, () => Promise<Readonly<Record<string, AnyFixture>>>>>;
  /** What requests are checked against. */
  readonly shapes: () => Promise<MockShapes>;
}

/** Where an error body says what: in its member `at` ("": the body itself), or in the first of its items. */
export interface MockErrorBody {
  readonly at: string;
  readonly isList: boolean;
  readonly message: string;
  readonly code?: string;
  readonly requestId?: string;
  /** Beside `at`. */
  readonly outerRequestId?: string;
}

/** One documented operation, as a mock knows it. */
export interface MockOperation {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly line: number;
  readonly method: string;
  /** Methods of other documented requests on its page: what leads up to it, or goes on with it. */
  readonly also?: readonly string[];
  /** As the runtime has them, without the query; also the paths of documented requests that fit none of these. */
  readonly routes: readonly string[];
  /** Keys of the query beside OData's, and whether a request must have them. */
  readonly asks?: Readonly<Record<string, boolean>>;
  /** OData options, without `$`; absent for none. */
  readonly options?: "all" | readonly string[];
  /** Names of the headers that a request must have. */
  readonly headers?: readonly string[];
  readonly statuses: readonly number[];
  readonly result: ResultKind;
  /** Qualified name of the type of the answer, or of its items. */
  readonly of?: string;
  /** How its list comes, where that is not OData's way. */
  readonly envelope?: MockEnvelope;
  readonly body?: MockBodyKind;
  /** A member of `MockApi.fixtures`, and the names of the examples there. */
  readonly from?: string;
  readonly examples: readonly string[];
}

/** Names as the wire has them; a member within another is written `meta.total`. */
export interface MockEnvelope {
  /** Empty where the answer itself is the list. */
  readonly items: string;
  /** The address of the next page, or a token for it that goes into the query parameter `send`. */
  readonly next?: string;
  readonly send?: string;
  /** How many pages there are, or whether there are more: `send` takes the number of a page. */
  readonly pages?: string;
  /** `send` takes that member of the last item before, or how many items come before. */
  readonly last?: string;
  readonly offset?: true;
  /** Set where the `Link` header leads on. */
  readonly link?: true;
  readonly count?: string;
}

/** What a request carries; `types` are the documented content types of a body that is no JSON, `optional` one that may be missing. */
export interface MockBodyKind {
  readonly kind: "json" | "reference" | "binary" | "text" | "multipart";
  readonly types?: readonly string[];
  readonly optional?: true;
}

/** What requests are checked against; loaded when the first one is. */
export interface MockShapes {
  /** By qualified name. */
  readonly types: Readonly<Record<string, MockType>>;
  /** The words of an enumeration. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** Bodies by the id of the operation. */
  readonly bodies: Readonly<Record<string, MockBody>>;
  /** Who may call, by the id of the operation; absent where no page tells. */
  readonly access?: Readonly<Record<string, MockAccess>>;
}

/**
 * Names of permissions that are needed together, with a blank between them; one of the texts is enough, the least come first, and "" asks for
 * none. An account that is absent may not call.
 */
export interface MockAccess {
  readonly delegated?: readonly string[];
  readonly application?: readonly string[];
}

/**
 * How a value is written, as a text: `String`, `Int32` and the like; `.name` for an object and `%name` for an enumeration of that name; `[]`
 * before it for a list; `*` for anything. A property begins with `-` where it is only read.
 */
export type MockValue = string;

/** The properties of one documented type. */
export interface MockType {
  readonly base?: string;
  /** Takes undocumented properties. */
  readonly open?: true;
  /** Has documented subtypes, with more properties. */
  readonly derived?: true;
  readonly properties: Readonly<Record<string, MockValue>>;
}

/** What the body of a request may be. */
export interface MockBody {
  readonly of?: MockValue;
  readonly properties?: Readonly<Record<string, MockValue>>;
  readonly required?: readonly string[];
}
