/**
 * Namespaces that are written in several ways: in other letter cases (`microsoft.graph.termStore`, `microsoft.graph.termstore`), or as a
 * product's name that only annotations know (`library.book`) where pages do without a `Namespace:` line.
 */
import type { Page } from "../../read/page.js";
import { capitals } from "../names.js";
import { compareText, namespaceOf, shortName } from "../../shared/names.js";

/** One word: namespaces of an API have several. */
const PRODUCT = /^\w+$/;

/**
 * The pages with each namespace in the spelling that most pages use, of two as frequent the one with more capitals; a product's name is left
 * out where no two types are told apart by it.
 */
export function withOneSpelling(given: readonly Page[]): readonly Page[] {
  const pages = withoutProduct(given);
  const counts = new Map<string, number>();
  for (const name of pages.flatMap(namespacesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ordered = [...counts].sort(([a, n], [b, m]) => m - n || capitals(b) - capitals(a) || compareText(a, b));
  const spelling = new Map(ordered.toReversed().map(([name]) => [name.toLowerCase(), name]));
  if (spelling.size === counts.size) return pages;
  const spelt = (name: string): string => spelling.get(name.toLowerCase()) ?? name;
  return pages.map((page) =>
    namespacesOf(page).every((name) => spelt(name) === name) ? page : respeltPage(page, spelt),
  );
}

function withoutProduct(pages: readonly Page[]): readonly Page[] {
  const documented = new Set(pages.flatMap(({ namespace }) => namespace ?? []));
  const types = new Set(
    pages.flatMap(({ blocks }) => blocks).map(({ annotation }) => annotation?.type?.toLowerCase() ?? ""),
  );
  const names = [...types].map(shortName);
  const isAlone = (name: string): boolean => names.filter((other) => other === name.toLowerCase()).length === 1;
  const isProduct = (type: string): boolean =>
    PRODUCT.test(namespaceOf(type)) && !documented.has(namespaceOf(type)) && isAlone(shortName(type));
  return pages.map((page) =>
    page.blocks.some(({ annotation }) => isProduct(annotation?.type ?? ""))
      ? withTypes(page, (type) => (isProduct(type) ? shortName(type) : type))
      : page,
  );
}

function withTypes(page: Page, renamed: (type: string) => string): Page {
  const blocks = page.blocks.map((block) => {
    const { annotation } = block;
    return annotation?.type === undefined
      ? block
      : { ...block, annotation: { ...annotation, type: renamed(annotation.type) } };
  });
  return { ...page, blocks };
}

function namespacesOf({ namespace, blocks }: Page): readonly string[] {
  const annotated = blocks.map(({ annotation }) => namespaceOf(annotation?.type ?? ""));
  return [namespace ?? "", ...annotated].filter((name) => name !== "");
}

function respeltPage(page: Page, spelt: (name: string) => string): Page {
  const { namespace } = page;
  const qualified = (type: string): string =>
    type.includes(".") ? `${spelt(namespaceOf(type))}.${shortName(type)}` : type;
  return {
    ...withTypes(page, qualified),
    ...(namespace !== undefined && { namespace: spelt(namespace) }),
    enums: page.enums.map((table) =>
      table.namespace === undefined ? table : { ...table, namespace: spelt(table.namespace) },
    ),
  };
}
