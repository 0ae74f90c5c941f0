/** The table of methods of a type against the pages that it leads to. */
import { isAbsolute } from "../../shared/odata/url.js";
import { resolvePath } from "../../shared/page-path.js";
import type { MethodLink, Page, TypeExpression } from "../../read/page.js";
import type { Operation, Result } from "../api.js";
import { typeInWords } from "../describe.js";
import type { Docs } from "../types/docs.js";
import type { TypeTable } from "../types/type-table.js";

const NOTHING = /^(?:none|no content|nothing|n\/a)\W*$/i;
const PLURAL = / \w+s$/;
const SAME_PAGE = "response-collection-differs";
const PAGE = /\.md$/i;
/** Docs in which more than one of so many of these links leads nowhere are a part of others. */
const WHOLE = 5;

/** What is answered: nothing, one thing of a type, or several. */
interface Answered {
  readonly many: boolean;
  /** Qualified; undefined for nothing. */
  readonly type: string | undefined;
}

interface Listed {
  readonly page: Page;
  readonly method: MethodLink;
  /** Of the page that it leads to. */
  readonly path: string;
}

/** Findings `methods-link` and `methods-differ`. */
export function reportMethods(
  pages: readonly Page[],
  byPage: ReadonlyMap<string, readonly Pick<Operation, "result">[]>,
  docs: Docs,
  types: TypeTable,
): void {
  const known = new Set(pages.map(({ path }) => path.toLowerCase()));
  const listed = pages.flatMap((page) => page.methods.flatMap((method) => listedOn(page, method)));
  const lost = listed.filter(({ path }) => !known.has(path.toLowerCase()));
  if (lost.length * WHOLE <= listed.length)
    for (const { page, method } of lost)
      docs.report("methods-link", page.path, method.place, method.url, { url: method.url });
  const listing = new Map<string, Set<string>>();
  for (const { path, page } of listed) listing.set(path, (listing.get(path) ?? new Set()).add(page.path));
  for (const one of listed) {
    const [operation, ...others] = byPage.get(one.path) ?? [];
    if (operation !== undefined && others.length === 0)
      compare(one, operation.result, listing.get(one.path)?.size === 1, docs, types);
  }
}

function listedOn(page: Page, method: MethodLink): readonly Listed[] {
  const [url = ""] = method.url.split("#", 1);
  const path = resolvePath(page.path, url);
  return !PAGE.test(url) || isAbsolute(url) || url.startsWith("/") || path.startsWith("..")
    ? []
    : [{ page, method, path }];
}

/** `isOwn`: no other type lists the method; what works on several types answers with each of them. */
function compare({ page, method, path }: Listed, result: Result, isOwn: boolean, docs: Docs, types: TypeTable): void {
  const { returns, text } = method;
  const table =
    returns && (NOTHING.test(returns.text) ? { many: false, type: undefined } : saidOf(returns.expression, page, docs));
  const shown = answeredBy(result);
  // "default dimensions" may be one or several
  const answered = shown && table && isPlural(returns) ? { ...shown, many: table.many } : shown;
  if (returns === undefined || table === undefined || answered === undefined || isSame(table, answered, types)) return;
  // the page is told that its text and its example differ
  if (table.type === answered.type && docs.foundOn(path).some(({ rule }) => rule === SAME_PAGE)) return;
  if (!isOwn && table.type !== undefined && answered.type !== undefined && table.many === answered.many) return;
  const values = {
    method: text,
    table: returns.text,
    page: "type" in result && result.type ? inWords(answered) : "that it returns nothing",
  };
  docs.report("methods-differ", page.path, returns.place, `${text} ${path}`, values, {
    related: [{ line: 1, column: 1, page: path, message: "the page of the method" }],
  });
}

/** Plain words: where a type is named, the plural is in its name. */
function isPlural(returns: MethodLink["returns"]): boolean {
  return returns?.expression?.kind !== "link" && PLURAL.test(returns?.text ?? "");
}

function inWords({ many, type = "" }: Answered): string {
  const name = typeInWords({ kind: "object", name: type });
  return many ? `a collection of ${name}` : name;
}

function saidOf(expression: TypeExpression | undefined, page: Page, docs: Docs): Answered | undefined {
  if (expression?.kind === "collection") {
    const of = saidOf(expression.of, page, docs);
    return of && { ...of, many: true };
  }
  const found =
    expression?.kind === "link"
      ? docs.index.byLink(expression.link, page)
      : expression?.kind === "name"
        ? docs.index.byName(expression.name, page)
        : undefined;
  return found?.kind === "object" ? { many: false, type: found.name } : undefined;
}

/** undefined where there is no telling: bytes, values, work that goes on. */
function answeredBy(result: Result): Answered | undefined {
  if (result.kind === "none") return { many: false, type: undefined };
  if (result.kind === "list" || result.kind === "delta")
    return result.type.kind === "object" ? { many: true, type: result.type.name } : undefined;
  return result.kind === "object" && result.type.kind === "object" && !result.unwrap
    ? { many: false, type: result.type.name }
    : undefined;
}

/** Alike, or one of the types based on the other. */
function isSame(one: Answered, other: Answered, { types }: TypeTable): boolean {
  if (one.type === undefined || other.type === undefined) return one.type === other.type;
  const isBelow = (name: string, base: string): boolean => types.get(base)?.derived.includes(name) === true;
  return (
    one.many === other.many &&
    (one.type === other.type || isBelow(one.type, other.type) || isBelow(other.type, one.type))
  );
}
