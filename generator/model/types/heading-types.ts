/** Types by the headings above their tables of properties: `## Berth` around `| Property | Type |`, several on a page. */
import type { BaseBelow, Link, Page, Table } from "../../read/page.js";
import { shortName, upperFirst } from "../../shared/names.js";

const ARTICLE = /^(?:the|an?) /i;
/** `Object: Berth`, `Complex type Berth` */
const KIND_BEFORE =
  /^(?:complex|entity) type:? (?=\w+$)|^(?:objects?|resources?|types?|entity|schema|model|data (?:type|model)|structure|definition) ?[:–—-] /i;
/** What such headings say beside the name. */
const KIND_WORD =
  / (?:response|request|objects?|resources?|types?|entity|entities|schema|(?:data )?model|structure|(?:methods and )?properties|fields|attributes|members|definition|table)$/i;
/** Headings that name no type. */
const PLAIN =
  /^(?:(?:json )?(?:properties|fields|attributes|members|schema|representation|relationships|navigation(?: properties)?|object|resource|definition|remarks|example))\W*$/i;
const BRACKETS = /\([^()]*\)|`|\*/g;
const NAME = /^[A-Za-z]\w*(?: [A-Za-z0-9]\w*){0,3}$/;
/** A title that says that the page is about one type. */
const ONE_TYPE = /\b(?:resource|complex|entity) type\b|\bfacet\b/i;
/** "Berth object properties" has two. */
const MORE_WORDS = 3;
const SPACE = /\s+/g;

/** The name of the type that a heading names, its words joined: `Berth fee` → `BerthFee`. undefined for a sentence. */
export function typeNamed(heading: string): string | undefined {
  const words = heading.replace(BRACKETS, " ").replace(SPACE, " ").trim();
  if (PLAIN.test(words)) return undefined;
  let name = words.replace(KIND_BEFORE, "").replace(ARTICLE, "");
  for (let more = 0; more < MORE_WORDS; more++) name = name.replace(KIND_WORD, "");
  if (!NAME.test(name)) return undefined;
  const [first = "", ...others] = name.split(" ");
  return others.length === 0 ? first : [first, ...others].map(upperFirst).join("");
}

/** Whether a heading says what stands below it without a name: `Properties`. */
export function isPlainHeading(heading: string): boolean {
  return PLAIN.test(heading.trim());
}

/** The type that a table describes by the headings above it; undefined: that of the page. */
export function ownerByHeading({ heading, above = [] }: Table): string | undefined {
  return ownerUnder([...above, heading]);
}

/** The same of anything below these headings, innermost last. */
export function ownerUnder(headings: readonly string[]): string | undefined {
  const telling = headings.toReversed().find((text) => text !== "" && !isPlainHeading(text));
  return telling === undefined ? undefined : typeNamed(telling);
}

/**
 * The base of one of several types of a page: a sentence below the heading of a type is about that type, `## Ship` with `Extends: [Vessel](#Vessel)`;
 * the subject of the others is the main type.
 */
export function baseBelow(
  name: string,
  names: readonly string[],
  { inheritsFrom, bases = [] }: Page,
  isMain: boolean,
): Link | undefined {
  const ownerOf = ({ under }: BaseBelow): string | undefined => {
    const owner = ownerUnder(under)?.toLowerCase();
    return names.find((one) => shortName(one).toLowerCase() === owner);
  };
  const own = bases.find((base) => ownerOf(base) === name)?.link;
  const isOfOther = ({ link, under }: BaseBelow): boolean =>
    link.place.line === inheritsFrom?.place.line && ownerOf({ link, under }) !== undefined;
  return own ?? (isMain && !bases.some(isOfOther) ? inheritsFrom : undefined);
}

/** Whether each table of the page may be about a type of its own: nothing says that it is about one. */
export function isByHeading({ blocks, kind, title, properties }: Page): boolean {
  return (
    blocks.every(({ under }) => under !== undefined) &&
    kind === "resource" &&
    properties !== undefined &&
    !ONE_TYPE.test(title.text)
  );
}
