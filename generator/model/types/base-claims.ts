/** What pages say of the bases of types. */
import type { Evidence } from "../api.js";
import { typeNameOf } from "./properties.js";
import type { TypeIndex } from "./type-index.js";
import type { TypeOnPage } from "./type-pages.js";

/** By the names of the types. */
export type BaseClaims = ReadonlyMap<string, readonly Evidence<string>[]>;

interface OfType {
  readonly type: string;
  readonly claim: Evidence<string>;
}

/** All that is said of bases: on the page of a type, in the annotations of its blocks, on the page of the base. */
export function baseClaims(described: readonly TypeOnPage[], index: TypeIndex): BaseClaims {
  const all = new Map<string, Evidence<string>[]>();
  for (const one of described) {
    for (const { type, claim } of [...annotatedClaims(one, index), ...writtenClaims(one, index)]) {
      const known = all.get(type) ?? [];
      known.push(claim);
      all.set(type, known);
    }
  }
  return all;
}

function annotatedClaims({ name, page, blocks }: TypeOnPage, index: TypeIndex): readonly OfType[] {
  return blocks.flatMap(({ annotation }): OfType[] => {
    if (!annotation?.baseType) return [];
    const { baseType: text, place } = annotation;
    const says = typeNameOf({ text, url: "", place }, page, index);
    const because = `the annotation says ${text}`;
    return [{ type: name, claim: { about: "base", says, from: "annotation", because, page: page.path, place } }];
  });
}

function writtenClaims({ name, page, main, inheritsFrom }: TypeOnPage, index: TypeIndex): readonly OfType[] {
  const derivedTypes = main ? (page.derivedTypes ?? []) : [];
  const about = { about: "base", page: page.path } as const;
  // a word without a link is only a name where a page describes the type
  const stated = inheritsFrom && (inheritsFrom.url !== "" || index.byName(inheritsFrom.text, page)?.kind === "object");
  const own = (inheritsFrom && stated ? [inheritsFrom] : []).map((link): OfType => {
    const says = typeNameOf(link, page, index);
    return {
      type: name,
      claim: { ...about, says, from: "words", because: `the text names ${link.text}`, place: link.place },
    };
  });
  const below = derivedTypes.map((link): OfType => {
    const because = `the page of the base names ${link.text}`;
    return {
      type: typeNameOf(link, page, index),
      claim: { ...about, says: name, from: "page", because, place: link.place },
    };
  });
  return [...own, ...below];
}
