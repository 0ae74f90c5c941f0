/**
 * What a house means by saying nothing of null. Some say of each property whether it can be null; there, silence means that it cannot. Others
 * never do, and their answers show null all the same: there, what may be absent may be null. Which of both a house is, its answers tell.
 */
import { own } from "../../shared/own.js";
import type { Page } from "../../read/page.js";
import type { Evidence, ObjectType, Property, TypeRef } from "../api.js";

export interface ConventionOptions {
  readonly pages: readonly Page[];
  /** The user's word on it; without one, the answers tell. */
  readonly optionalMeansNullable?: boolean | undefined;
}

/** The properties that examples show, by `memberKey`: those with a null, with the first of them, and those with a value. */
export interface ShownMembers<T = unknown> {
  readonly nulls: ReadonlyMap<string, T>;
  readonly values: ReadonlySet<string>;
}

export function memberKey(owner: string, name: string): string {
  return `${owner}\0${name}`;
}

/** How many properties have to be shown as null, though no page says so, before that is more than a slip. */
const UNSAID = 3;
/** How many values of one product have to be shown before it says something that none of them is null. */
const VALUES = 30;
/** Front matter that says which product a page belongs to, the narrowest first. */
const PRODUCT = ["ms.subservice", "ms.prod", "ms.service", "product", "service"];
/** What is null where nothing is set, as objects and lists are; all other scalars have a value of their own for that, 0 or false. */
const TEXTS: ReadonlySet<string> = new Set(["String", "Binary", "Url"]);

/** What is claimed of a property that nobody says anything about; undefined for those that the convention is not about. */
export function nullConvention(
  types: readonly ObjectType[],
  shown: ShownMembers,
  { pages, optionalMeansNullable }: ConventionOptions,
): (property: Property) => Evidence<boolean> | undefined {
  if (!(optionalMeansNullable ?? leavesNullUnsaid(types, shown))) return () => undefined;
  const productOf = productsOf(pages);
  const never = withoutNullValues(types, shown, productOf);
  return (property) => {
    if (!canBeNull(property)) return undefined;
    const { page, place } = property;
    const claim = { about: "nullable", from: "convention", page, place } as const;
    const count = isPlainValue(property.type) ? never.get(productOf(page)) : undefined;
    return count === undefined
      ? { ...claim, says: true, because: "what may be absent may be null here (optionalMeansNullable)" }
      : { ...claim, says: false, because: `examples of its product show ${count} such values, and none is null` };
  };
}

/** Whether most of what examples show as null is not said to be. */
function leavesNullUnsaid(types: readonly ObjectType[], { nulls }: ShownMembers): boolean {
  const properties = types.flatMap((type) =>
    type.properties.filter(({ name, required }) => !required && nulls.has(memberKey(type.name, name))),
  );
  const unsaid = properties.filter(({ nullable }) => !nullable).length;
  return unsaid >= UNSAID && unsaid > properties.length - unsaid;
}

/** The products whose examples show many values and never a null among them, with how many. */
function withoutNullValues(
  types: readonly ObjectType[],
  { nulls, values }: ShownMembers,
  productOf: (page: string) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, { nulls: number; values: number }>();
  for (const type of types)
    for (const { name, type: of, nullable, page } of type.properties) {
      const key = memberKey(type.name, name);
      if (!isPlainValue(of)) continue;
      const count = counts.get(productOf(page)) ?? { nulls: 0, values: 0 };
      if (nullable || nulls.has(key)) count.nulls++;
      else if (values.has(key)) count.values++;
      counts.set(productOf(page), count);
    }
  return new Map(
    [...counts].flatMap(([product, count]) =>
      count.nulls === 0 && count.values >= VALUES ? [[product, count.values] as const] : [],
    ),
  );
}

/**
 * Not what is in every answer, nor a GUID that is the `id` (no page needs to call it the key), nor annotations, nor what comes on its own and never as JSON. What has to be sent to create may come back as
 * null all the same, of what was made before or elsewhere: by the metadata of real services two of three such properties do.
 */
function canBeNull({ name, type, required }: Property): boolean {
  const isStream = type.kind === "scalar" && type.name === "Stream";
  const isIdentity = type.kind === "scalar" && type.name === "Guid" && name.toLowerCase() === "id";
  return !required && type.kind !== "unknown" && !isStream && !isIdentity && !name.startsWith("@");
}

function isPlainValue(type: TypeRef): boolean {
  return type.kind === "enum" || (type.kind === "scalar" && !TEXTS.has(type.name));
}

function productsOf(pages: readonly Page[]): (page: string) => string {
  const products = new Map(pages.map(({ path, frontMatter }) => [path, productIn(frontMatter)]));
  return (page) => products.get(page) ?? "";
}

function productIn(frontMatter: Page["frontMatter"]): string {
  const named = PRODUCT.map((key) => own(frontMatter, key));
  const product = named.find((value) => typeof value === "string" && value.trim() !== "");
  return typeof product === "string" ? product.trim().toLowerCase() : "";
}
