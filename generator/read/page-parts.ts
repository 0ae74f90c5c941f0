/** Type cells and the ledger, as parts of the facts of a page; words with their links stand in shared/runs.ts. */
import type { Ledger, LedgerState } from "../shared/ledger.js";
import type { Place } from "../shared/place.js";
import type { Link, Prose } from "../shared/runs.js";
import type { ScalarWord } from "../shared/scalar-words.js";
import type { Suppression } from "../shared/suppression.js";

export type { Link, Prose };

/** What a type cell says before names are looked up. */
export type TypeExpression =
  | {
      readonly kind: "resolved";
      readonly type: ScalarWord | { readonly kind: "literals"; readonly values: readonly string[] };
    }
  | { readonly kind: "link"; readonly link: Link }
  | { readonly kind: "name"; readonly name: string }
  /** The cell says only that there is an enumeration; its values tell which. */
  | { readonly kind: "enumeration" }
  | { readonly kind: "collection"; readonly of: TypeExpression }
  | { readonly kind: "map"; readonly of: TypeExpression }
  | { readonly kind: "either"; readonly of: readonly TypeExpression[] };

export interface TypeCell extends Prose {
  /** Absent when nothing in the cell names a type. */
  readonly expression?: TypeExpression;
  /** `String | null`, `String (nullable)`, `String?` */
  readonly nullable?: boolean;
}

/** An operation that the table of a type lists, with what it says that it returns. */
export interface MethodLink extends Link {
  readonly returns?: TypeCell;
}

/** What words say, and which. */
export interface Statement {
  readonly says: boolean;
  readonly because: string;
}

/** What the words of a row say of what it describes; nothing where they are silent. */
export interface RowWords {
  /** By the description, and by a column of its own. */
  readonly required?: Statement;
  readonly requiredColumn?: Statement;
  /** Query options with each of which it is required, as far as the description says so in words. */
  readonly requiredWith?: readonly string[];
  readonly nullable?: Statement;
  readonly readOnly?: true;
  readonly key?: true;
  readonly deprecated?: true;
  /** "For each item of the **recipients** collection, …": the row that holds what this one describes. */
  readonly holder?: string;
}

/** What sentences say that a call sends. */
export interface BodySentences {
  /** Nothing; `denied`: in so many words, before anything else. */
  readonly none?: true;
  readonly denied?: true;
  /** The rows below are parameters of the URL. */
  readonly inUrl?: true;
  /** The address of what exists. */
  readonly reference?: true;
  readonly object?: true;
  readonly representation?: true;
  readonly parameters?: true;
  readonly binary?: true;
  /** A call may go without it. */
  readonly optional?: true;
  /** The table lists what has to be sent. */
  readonly onlyRequired?: true;
  /** What holds the listed properties is sent as well, with its own. */
  readonly besideOthers?: true;
  /** Not all that it lists as such has to be sent each time. */
  readonly notAllRequired?: true;
  /** The table does not list all that can be sent. */
  readonly others?: true;
  readonly links?: readonly LinkedBody[];
}

export interface LinkedBody {
  readonly link: Link;
  /** "an array of [x](…) objects": the body itself. */
  readonly isArray?: true;
  /** "a representation of the [x](…) object" */
  readonly isRepresented?: true;
  /** "[a](…) or [b](…)" */
  readonly orNext?: true;
}

/** What sentences say that a call answers. */
export interface AnswerSentences {
  /** All codes in order of mention. */
  readonly statuses: readonly number[];
  /** There is nothing in the body. */
  readonly noBody: boolean;
  /** Something is in the body, known or not. */
  readonly inBody: boolean;
  /** `202`, and a header that says where the work can be followed. */
  readonly location: boolean;
  /** Bytes: a file, an image, a stream. */
  readonly binary: boolean;
  /** Whether they speak of an answer, or only name something. */
  readonly tells: "answer" | "name" | "nothing";
  readonly links: readonly LinkedAnswer[];
  /** What is answered if none of the links leads to a type. */
  readonly named?: NamedAnswer;
  /** Words in bold letters, which may name a type once they are joined; those behind `Location` and the like are left out. */
  readonly bold?: readonly NamedAnswer[];
}

export interface LinkedAnswer {
  readonly link: Link;
  /** Absent where only the name of the link can tell. */
  readonly collection?: boolean;
  /** It is not what the body holds: "a `Location` header with …", "expanded with the matching …". */
  readonly isAside?: boolean;
  /** "[a](…) or [b](…)" */
  readonly orNext?: boolean;
}

export interface NamedAnswer {
  readonly scalar?: ScalarWord;
  readonly name?: string;
  readonly collection: boolean;
  /** In the plural, without an article or a word for several. */
  readonly plural?: true;
}

export interface EnumMember {
  readonly name: string;
  /** Numeric column where a table has one. */
  readonly value?: string;
  readonly description?: Prose;
  readonly place: Place;
}

/** A member table: below `### status values`, or the one table of an enumeration page. */
export interface EnumTable {
  /** From the heading ("status" of "### status values"), else from the page's title. */
  readonly name: string;
  readonly namespace?: string;
  readonly members: readonly EnumMember[];
  readonly place: Place;
}

/** What a cell of a permission table says. */
export type Grant =
  /** OR of ANDs in the order of the cell: `A, B and C` is [["A"], ["B", "C"]]. */
  | { readonly kind: "scopes"; readonly anyOf: readonly (readonly string[])[] }
  | { readonly kind: "unsupported" }
  /** "None": the call needs no permission. */
  | { readonly kind: "none" }
  /** A placeholder such as `**TODO: Determine scopes **`. */
  | { readonly kind: "undetermined" };

export interface PermissionCell {
  /** undefined when the cell could not be read; a finding says so. */
  readonly grant?: Grant;
  /** Words of the cell that are not part of the grant: footnotes, conditions. */
  readonly note?: string;
  readonly place: Place;
  /** Of the permission names that do not stand first in the cell. */
  readonly places?: Readonly<Record<string, Place>>;
}

export interface PermissionTable {
  /** What sets this table apart on a page with several: a heading, a sub-row label, a resource, "acting on self". */
  readonly scenario?: string;
  /** From the header row. "columns": least and higher privileged permissions stand in two columns. */
  readonly order: "least-first" | "most-first" | "columns" | "unknown";
  readonly delegatedWork?: PermissionCell;
  readonly delegatedPersonal?: PermissionCell;
  readonly application?: PermissionCell;
  /** Only for order "columns": the fields above then hold the least privileged column. `unsupported` here: there is nothing higher. */
  readonly higher?: {
    readonly delegatedWork?: PermissionCell;
    readonly delegatedPersonal?: PermissionCell;
    readonly application?: PermissionCell;
  };
  readonly place: Place;
}

/** What is kept of a page beside its facts. */
export interface PageAccount {
  readonly ledger: Ledger;
  /** Headings of the page itself, each with those above it (`Examples > Response`), by line. */
  readonly outline?: readonly (readonly [line: number, heading: string])[];
  readonly suppressions?: readonly Suppression[];
}

export type { Ledger, LedgerState };
