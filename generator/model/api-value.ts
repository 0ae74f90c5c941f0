/** What types and operations of the API are made of: words, types of values, claims. Readonly plain data. */
import type { Place } from "../shared/place.js";
import type { Run } from "../shared/runs.js";
import type { ScalarName } from "../shared/scalar-words.js";

export type { ScalarName };

/** Words of a page. Links lead to the page they name, relative to the docs root. */
export type Words = readonly Run[];

export type TypeRef =
  | { readonly kind: "scalar"; readonly name: ScalarName }
  /** `name` of an `ObjectType` in `Api.types`. */
  | { readonly kind: "object"; readonly name: string }
  /** `name` of an `EnumType` in `Api.enums`. */
  | { readonly kind: "enum"; readonly name: string }
  /** Values that no page names: "Possible values are: `a`, `b`." `open`: of a text, which may hold others as well. */
  | { readonly kind: "literals"; readonly values: readonly string[]; readonly open?: true }
  | { readonly kind: "collection"; readonly of: TypeRef }
  /** An object with values of one type under names of the user's own. */
  | { readonly kind: "map"; readonly of: TypeRef }
  /** Any JSON object or value: `Json`, or nothing on the page tells. */
  | { readonly kind: "unknown" };

/** What a claim is about. "optional" is the other answer to "required", "left out" a row that callers cannot set, "required to create" what the page of a type says of sending it. */
export type About =
  | "type"
  | "relationship"
  | "nullable"
  | "read-only"
  | "required"
  | "optional"
  | "required to create"
  | "key"
  | "base"
  | "left out";

/** Where a claim comes from; `claims.ts` says which counts more. */
export type Source =
  "key" | "annotation" | "column" | "words" | "cell" | "json" | "request" | "example" | "page" | "convention";

/** A claim that a decision rests on, or that was against it: shown by `explain`. */
export interface Evidence<T = unknown> {
  /** What of an operation it is about: `body.weight`, `header.If-Match`, `where.bookId`; absent where it stands with the thing itself. */
  readonly of?: string;
  readonly about: About;
  readonly says: T;
  readonly from: Source;
  /** e.g. `the description says "Required"`, `null in an example`. */
  readonly because: string;
  readonly page: string;
  readonly place: Place;
  /** Set where something else was decided. */
  readonly against?: true;
}

/** Where the answers of a house that does not speak OData hold the pages of a list. Names as the wire has them. */
export interface Envelope {
  /** Empty where the answer itself is the list. A member within another is written `meta.total`. */
  readonly items: string;
  /** Set where each list calls its items as what they are, so that an operation knows the name: `{ "parcels": […], "next": … }`. */
  readonly ownNames?: true;
  /** The address of the next page; where `send` is set, a token that is sent as the query parameter of that name. */
  readonly next?: string;
  readonly send?: string;
  /** How many pages there are, or whether there are more, where `send` takes the number of a page. */
  readonly pages?: string;
  /** Set where `send` takes that member of the last item of a page: its id. `pages` says whether there are more. */
  readonly last?: string;
  /** Set where `send` takes how many items come before; `pages` says how many there are in all, or whether there are more. */
  readonly offset?: true;
  /** Set where the `Link` header of an answer leads on, so that the answer itself may be the list. */
  readonly link?: true;
  /** How many entries there are in all. */
  readonly count?: string;
}
