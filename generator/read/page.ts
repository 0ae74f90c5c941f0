/**
 * The facts of one page as its writer put them, each with its place. What a type cell, a list of values or a
 * sentence on the answer says is read here; which of the names in it is which type is decided in `model/`, where all pages meet. Plain data, so that a page can cross a worker border and be cached.
 */
import type { Finding } from "../findings/rules.js";
import type { Place } from "../shared/place.js";
import type {
  AnswerSentences,
  BodySentences,
  EnumTable,
  Link,
  PageAccount,
  PermissionTable,
  Prose,
  RowWords,
  TypeCell,
  MethodLink,
} from "./page-parts.js";

export type * from "./page-parts.js";

/** A row of a table, its cells found by the names in the header row and never by position alone. */
export interface Row {
  /**
   * Decoration stripped by `.text`: `**id**`, `` `id` `` and `[id](x.md)` all read `id`. In tables of properties, parameters and bodies the
   * text is a bare name: a cell that holds two gives two rows, and one that holds none is a finding.
   */
  readonly name: Prose;
  readonly type?: TypeCell;
  readonly description?: Prose;
  /** Values that the description lists: "Possible values are: `a`, `b`." */
  readonly values?: readonly string[];
  /** Columns `Required` and `Nullable` where a table has them. */
  readonly required?: Prose;
  readonly nullable?: Prose;
  /** What its words say. */
  readonly says?: RowWords;
  /** An `In` column: path, query, header, body. */
  readonly location?: Prose;
  /** "Inherited from [entity](entity.md)": see `Page.inheritsFrom`. */
  readonly inheritedFrom?: Link;
  readonly place: Place;
}

export interface Table {
  /** Nearest heading above the table; `above`: the headings around that one, outermost first, where there are any. */
  readonly heading: string;
  readonly above?: readonly string[];
  /** Header cells as written. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly place: Place;
}

/** Words that may say something of what is sent or answered. */
export interface Paragraph extends Prose {
  /** In the section on the body. */
  readonly sent?: BodySentences;
  /** In the section on it, where they are not about what fails. */
  readonly answer?: AnswerSentences;
}

/** What stands below one heading of a known kind; several sections of one kind on a page are merged in page order. */
export interface Section {
  readonly heading: string;
  readonly prose: readonly Paragraph[];
  readonly tables: readonly Table[];
  /** Tables of the members of the answer, in the section on it, where no sentence names its type. */
  readonly members?: readonly Table[];
  /** Fences in the section that are not requests or responses (JSON samples). */
  readonly code: readonly CodeBlock[];
  readonly place: Place;
}

export interface CodeBlock {
  /** Lower-cased first word of the info string, "" when absent. */
  readonly language: string;
  readonly text: string;
  /** Place of the first line inside the fence. */
  readonly place: Place;
  readonly annotation?: Annotation;
}

/** The JSON in the HTML comment before a fence, normalised: both spellings of a key, `"true"` and `true`. */
export interface Annotation {
  /** Lower-cased: resource, request, response, example, samples, ignored, … or "" */
  readonly blockType: string;
  /** First name where an array of names is given. */
  readonly name?: string;
  /** All names, where an array of several is given: one response that answers several requests. */
  readonly names?: readonly string[];
  /** `@odata.type` or `@type`, without leading `#`, with `Collection(…)` taken off and kept in `isCollection`. */
  readonly type?: string;
  readonly isCollection?: boolean;
  readonly isEmpty?: boolean;
  readonly truncated?: boolean;
  readonly expectError?: boolean;
  /** The URL was handed out by another call: it fits no request line, and may lead to another host. */
  readonly opaqueUrl?: boolean;
  /** null is written by some pages for "no base". */
  readonly baseType?: string | null;
  readonly keyProperty?: string;
  readonly openType?: boolean;
  readonly abstract?: boolean;
  readonly optionalProperties?: readonly string[];
  readonly nullableProperties?: readonly string[];
  readonly aliases?: readonly string[];
  readonly sampleKeys?: readonly string[];
  readonly place: Place;
}

/** A message body. JSON is read tolerantly; `repaired` says that strict JSON would have failed, or said more. */
export type Body =
  | { readonly kind: "none" }
  | {
      readonly kind: "json";
      readonly value: unknown;
      readonly text: string;
      readonly repaired: boolean;
      readonly place: Place;
    }
  | { readonly kind: "text"; readonly text: string; readonly place: Place };

interface HttpMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body;
  readonly annotation?: Annotation;
  readonly place: Place;
}

export interface HttpRequest extends HttpMessage {
  readonly method: string;
  /** As written after the method, trimmed; `written`: that, where `url` is what it has below the base. */
  readonly url: string;
  readonly written?: string;
}

export interface HttpResponse extends HttpMessage {
  readonly status: number;
  /** The fence has no status line: which status it stands for, the words of the page have to say. */
  readonly assumed?: true;
}

/** A documented exchange; alternative requests share one response. What follows a redirect stands in `followUps`. */
export interface ExamplePair {
  /** Nearest heading that is not just "Request" or "Response". */
  readonly heading: string;
  readonly request: HttpRequest;
  readonly response?: HttpResponse;
  readonly followUps: readonly HttpResponse[];
}

/** One line `GET /path` of an HTTP request section. */
export interface RequestLine {
  readonly method: string;
  /** As written after the method, trimmed; HTTP version taken off. */
  readonly target: string;
  /** Heading of the (sub-)section that holds the line: distinguishes scenarios. */
  readonly heading: string;
  readonly place: Place;
}

/**
 * A JSON representation of a type: a fence annotated `resource`, or the JSON fence of a resource page without one; `under`: the headings, innermost
 * last, that say of which type, where it stands right behind a table of properties.
 */
export interface ResourceBlock {
  readonly annotation?: Annotation;
  readonly under?: readonly string[];
  readonly body: Body;
  readonly place: Place;
}

/** JSON below an examples heading of a page about types; `under`: the headings above it, innermost last. */
export interface TypeSample {
  readonly under: readonly string[];
  readonly body: Body;
}

/** A base that a sentence names; `under`: the headings above it, innermost last. */
export interface BaseBelow {
  readonly under: readonly string[];
  readonly link: Link;
}

export interface Page extends PageAccount {
  /** Relative to the docs root, with `/` on every system. */
  readonly path: string;
  /** Lower-cased file name without `.md`. */
  readonly stem: string;
  /** Of the heading, where this is the part of a page that is about one of its operations. */
  readonly anchor?: string;
  /** Where a page has a heading for each of several operations: what stands below each, as a page of its own. */
  readonly parts?: readonly Page[];
  /** By content first, folder second, `doc_type` last. A page may hold a resource and enumerations at once. */
  readonly kind: "operation" | "resource" | "enum" | "concept";
  /** H1. */
  readonly title: Prose;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** `Namespace: microsoft.graph.callRecords` */
  readonly namespace?: string;
  /** Paragraphs between the title and the first section, without the namespace line, notes and includes. */
  readonly description: readonly Prose[];
  /** The banner that says so: a blockquote, an include whose name holds "deprecate", "(deprecated)" in the title. */
  readonly deprecated?: Prose;
  readonly permissions: readonly PermissionTable[];
  readonly requests: readonly RequestLine[];
  readonly query?: Section;
  readonly functionParameters?: Section;
  readonly pathParameters?: Section;
  readonly headers?: Section;
  readonly body?: Section;
  /** The description says that more can be sent than the table of the body lists. */
  readonly takesOthers?: true;
  readonly response?: Section;
  readonly examples: readonly ExamplePair[];
  readonly blocks: readonly ResourceBlock[];
  /** Objects of the types that the page describes. */
  readonly samples?: readonly TypeSample[];
  /** "Inherits from [entity](entity.md)": the link or, without one, the name as text with an empty url. */
  readonly inheritsFrom?: Link;
  /** The same of sentences below headings: on a page with several types, each has its own. */
  readonly bases?: readonly BaseBelow[];
  readonly derivedTypes?: readonly Link[];
  readonly properties?: Section;
  readonly relationships?: Section;
  /** Types that the page of an operation describes beside it, a table and a heading each. */
  readonly definitions?: Section;
  readonly enums: readonly EnumTable[];
  /** The JSON of a page about errors. */
  readonly errorBody?: Body;
  /** Links of the Methods table to operation pages, with what it says that they return. */
  readonly methods: readonly MethodLink[];
  readonly findings: readonly Finding[];
}

/** What is kept of a page beside its facts, and whose it is. */
export type Account = PageAccount & Pick<Page, "path">;
