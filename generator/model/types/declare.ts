/**
 * The first of two phases: everything that pages give a name is declared, from all pages, before the first cell is resolved. So what a name
 * means depends on no order.
 */
import { mapPages } from "../../shared/failure.js";
import type { Link, Page } from "../../read/page.js";
import type { EnumType, ObjectType } from "../api.js";
import { baseClaims, type BaseClaims } from "./base-claims.js";
import { settle } from "../claims.js";
import { indexMembers, type Docs } from "./docs.js";
import { indexWords, listedInBodies } from "./enum-lookup.js";
import { collectEnums, enumOfLists, ownedEnums, type InlineList } from "./enums.js";
import { alikeSamples } from "../alike.js";
import { contextSamples, inferTypes } from "./infer.js";
import { bestCased } from "../names.js";
import { linkTarget, resolvePath } from "../../shared/page-path.js";
import { propertyRows } from "./properties.js";
import type { Dialect } from "../../dialect/dialect.js";
import type { Report } from "../../findings/collect.js";
import { typeIndex, type TypeIndex } from "./type-index.js";
import { answerTypes, typeWithoutProperties, typesOnPage, type TypeOnPage } from "./type-pages.js";
import { inlineLists } from "./type-ref.js";
import { compareText } from "../../shared/names.js";

/** What pages name. */
export interface Declared {
  readonly described: readonly TypeOnPage[];
  /** Those of them that a page of an operation describes for its answer alone. */
  readonly answers: ReadonlySet<string>;
  /** Types that only examples show. */
  readonly inferred: readonly ObjectType[];
  readonly bases: BaseClaims;
  readonly names: Pick<Docs, "index" | "enums" | "enumsByWord" | "enumsByMembers" | "listedInBodies" | "claimedBases">;
  /** Enumerations that only lists in descriptions give. */
  readonly inline: ReadonlySet<string>;
}

export function declare(pages: readonly Page[], report: Report, dialect: Pick<Dialect, "discriminator">): Declared {
  const titled = withOneCase(withBases(pages, mapPages(pages, pathOf, typesOnPage).flat()));
  const known = new Set(titled.map(({ name }) => name.toLowerCase()));
  const answers = mapPages(pages, pathOf, answerTypes)
    .flat()
    .filter(({ name }) => !known.has(name.toLowerCase()));
  const described = [...titled, ...answers];
  const documented = collectEnums(pages, report);
  const index = typeIndex(pages, namesByPage(titled));
  for (const { name } of answers) index.add({ kind: "object", name });
  const told = contextSamples(pages).filter(({ name }) => index.byForeignName(name) === undefined);
  const inferred = inferTypes(pages, index, marksTypes(dialect) ? [] : [...told, ...alikeSamples(pages, described)]);
  const inline = inlineEnums(pages, index, report);
  for (const { name } of inline) index.add({ kind: "enum", name });
  const bases = baseClaims(described, index);
  const owned = ownedEnums(pages);
  const enums = [...documented.values(), ...inline].sort((a, b) => compareText(a.name, b.name));
  return {
    described,
    answers: new Set(answers.map(({ name }) => name)),
    inferred,
    bases,
    names: {
      index,
      enums: new Map(enums.map((one) => [one.name, one])),
      enumsByWord: indexWords(enums.map(({ name }) => name)),
      enumsByMembers: indexMembers([...documented.values()].filter(({ name }) => !owned.has(name))),
      listedInBodies: listedInBodies(pages),
      claimedBases: new Map(
        [...bases].flatMap(([name, claims]) => {
          const base = settle(claims.filter(({ says }) => says !== name));
          return base ? [[name, base.value] as const] : [];
        }),
      ),
    },
    inline: new Set(inline.map(({ name }) => name)),
  };
}

/** Whether answers say of which type they are. */
function marksTypes({ discriminator }: Pick<Dialect, "discriminator">): boolean {
  return discriminator !== undefined;
}

function pathOf({ path }: Page): string {
  return path;
}

/** With the types that pages without a table of properties describe, where another page says that its type is based on them. */
function withBases(pages: readonly Page[], described: readonly TypeOnPage[]): readonly TypeOnPage[] {
  const known = new Set(described.map(({ page }) => page));
  const others = new Map(pages.filter((page) => !known.has(page)).map((page) => [pathKey(page.path), page]));
  const all = [...described];
  // what is added may be based on more of them
  for (const { page, inheritsFrom } of all) {
    const links: readonly Link[] = inheritsFrom ? [inheritsFrom] : [];
    for (const { url } of links) {
      const key = resolvePath(page.path, linkTarget(url).path);
      const base = others.get(key);
      const added = base && typeWithoutProperties(base);
      if (!added) continue;
      others.delete(key);
      all.push(added);
    }
  }
  return all;
}

function pathKey(path: string): string {
  return path.replace(/\.md$/i, "").toLowerCase();
}

/** Each type in one spelling, that with most capitals, however many pages spell it otherwise. */
function withOneCase(described: readonly TypeOnPage[]): readonly TypeOnPage[] {
  const spellings = new Map<string, Set<string>>();
  for (const { name } of described) {
    const key = name.toLowerCase();
    spellings.set(key, (spellings.get(key) ?? new Set()).add(name));
  }
  return described.map((one) => {
    const all = [...(spellings.get(one.name.toLowerCase()) ?? [])];
    return all.length > 1 ? { ...one, name: bestCased(all), written: one.name } : one;
  });
}

function namesByPage(described: readonly TypeOnPage[]): ReadonlyMap<Page, readonly string[]> {
  const names = new Map<Page, readonly string[]>();
  for (const { page, name, main } of described)
    names.set(page, main ? [name, ...(names.get(page) ?? [])] : [...(names.get(page) ?? []), name]);
  return names;
}

function inlineEnums(pages: readonly Page[], index: TypeIndex, report: Report): readonly EnumType[] {
  const byName = new Map<string, InlineList[]>();
  const listed = mapPages(pages, pathOf, (page) => inlineLists(typedRows(page), page, index));
  for (const list of listed.flat()) {
    const key = list.name.toLowerCase();
    const group = byName.get(key) ?? [];
    group.push(list);
    byName.set(key, group);
  }
  return [...byName.values()].map((lists) => {
    const name = bestCased(lists.map((list) => list.name));
    return enumOfLists(
      lists.map((list) => ({ ...list, name })),
      report,
    );
  });
}

/** The rows of a page that have types. */
function typedRows(page: Page): ReturnType<typeof propertyRows> {
  const { properties, relationships, definitions, body, functionParameters, pathParameters, query } = page;
  const others = [definitions, body, functionParameters, pathParameters, query].flatMap(
    (section) => section?.tables ?? [],
  );
  return [...propertyRows(properties), ...propertyRows(relationships), ...others.flatMap(({ rows }) => rows)];
}
