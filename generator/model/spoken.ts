/** The pages as the linker takes them. */
import type { Dialect, DialectSettings } from "../dialect/dialect.js";
import type { Page } from "../read/page.js";
import { compareText } from "../shared/names.js";
import { oncePer } from "../shared/same.js";
import { withBase, type BaseAddress } from "./address/base-address.js";
import { withScalars } from "./configured-scalars.js";
import { dialectOf } from "./dialect-of.js";
import { ROOT_NAMESPACE } from "./names.js";
import { withNestedTypes } from "./nested-rows.js";
import { withNumberTimes } from "./number-times.js";
import { withOneSpelling } from "./types/namespaces.js";

interface Spoken extends BaseAddress {
  readonly dialect: Dialect;
}

/** The pages in order, each operation of theirs by itself, with the words of the house that they are of, and without its address. */
export function spoken(given: readonly Page[], chosen: string | DialectSettings | undefined): Spoken {
  const written = given.flatMap((page): readonly Page[] => (page.parts ? apart(page, page.parts) : [page]));
  const dialect = dialectOf(written, chosen);
  const isPlain = dialect.permissions === "perhaps";
  const timed = isPlain ? withNumberTimes(written) : written;
  const read = [...timed]
    .sort(byPagePath)
    .map((page) => inHouse(page, dialect.rootNamespace, dialect.scalars, isPlain));
  return { dialect, ...withBase(withOneSpelling(read)) };
}

function apart({ parts: _parts, ...page }: Page, parts: readonly Page[]): readonly Page[] {
  return [page, ...parts];
}

/** The page with the words of its house. */
const inHouse = oncePer((page: Page, root: string, scalars: Dialect["scalars"], isPlain: boolean): Page => {
  return withNestedTypes(withScalars(withRoot(page, root), scalars), isPlain);
});

/** Names without a namespace are of the root of the house. */
function withRoot(page: Page, rootNamespace: string): Page {
  return page.namespace === undefined && rootNamespace !== ROOT_NAMESPACE
    ? { ...page, namespace: rootNamespace }
    : page;
}

/** By path; the parts of a page behind it, as they stand there. */
function byPagePath(a: Page, b: Page): number {
  return (
    compareText(a.path, b.path) ||
    Number(a.anchor !== undefined) - Number(b.anchor !== undefined) ||
    a.title.place.line - b.title.place.line
  );
}
