/** Where something stands in the docs. */

/** Where a fact stands: 1-based line and column; `file` is set when it came from an included file (relative to the docs root). */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly file?: string;
}

/** A stretch of a page: from a place up to, and without, another on the same page. */
export interface Range extends Place {
  readonly end: { readonly line: number; readonly column: number };
}

/** The line of a place on its own page; undefined for what an included file holds, which is on no line of it. */
export function lineOnPage(place: Place | undefined): number | undefined {
  return place?.file === undefined ? place?.line : undefined;
}
