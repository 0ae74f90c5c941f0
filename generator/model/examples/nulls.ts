/** Nulls in examples: claims that a property can be null. */
import { mapPages } from "../../shared/failure.js";
import { jsonLocator, type Locate } from "../../shared/json/locate.js";
import type { Evidence, ObjectType, Operation, Property } from "../api.js";
import type { CheckedBody } from "./bodies.js";
import { visitBody } from "./bodies.js";
import { withClaim, nullShown } from "../claims.js";
import { memberKey, nullConvention, type ConventionOptions, type ShownMembers } from "./null-convention.js";
import type { TypeTable } from "../types/type-table.js";
import type { Path } from "./misfit.js";

/** A null of an example. */
interface Shown {
  /** Path of the page that shows it. */
  readonly page: string;
  readonly path: Path;
  readonly locate: Locate;
}

/**
 * The types once what the bodies show is claimed, too, and what the house means by saying nothing: what is the key, or said to be never
 * null, stays so.
 */
export function withNulls(
  list: readonly ObjectType[],
  bodies: readonly CheckedBody[],
  types: TypeTable,
  options: ConventionOptions,
): readonly ObjectType[] {
  const shown = shownMembers(bodies, types);
  const claimOf = nullConvention(list, shown, options);
  return list.map((type) => ({
    ...type,
    properties: type.properties.map((property) => {
      const seen = shown.nulls.get(memberKey(type.name, property.name));
      if (property.nullable) return property;
      if (seen) return withNull(property, nullShown(seen.page, seen.locate(seen.path)));
      const claim = claimOf(property);
      return claim === undefined ? property : withNull(property, claim);
    }),
  }));
}

function withNull(property: Property, claim: Evidence<boolean>): Property {
  const key = property.evidence.find(({ from }) => from === "key");
  const known = key ? [...property.evidence, { ...key, about: "nullable", says: false } as const] : property.evidence;
  const { value, all } = withClaim(known, claim);
  return { ...property, nullable: value, evidence: all };
}

function shownMembers(bodies: readonly CheckedBody[], types: TypeTable): ShownMembers<Shown> {
  const shown = new Map<string, Shown>();
  const values = new Set<string>();
  const visits = mapPages(bodies, pathOf, (checked) => ({ checked, visit: visitBody(checked, types) }));
  for (const { checked, visit } of visits) {
    for (const { owner, name } of visit.values) values.add(memberKey(owner, name));
    if (visit.nulls.length === 0) continue;
    const locate = jsonLocator(checked.body);
    for (const { owner, name, path } of visit.nulls) {
      const key = memberKey(owner, name);
      if (!shown.has(key)) shown.set(key, { page: checked.page.path, path, locate });
    }
  }
  return { nulls: shown, values };
}

/**
 * An operation once the pages of types claim what its own page says nothing about: what can be null there can be
 * cleared by a body, but for what that has to give. */
export function withNullsOfTypes(operation: Operation, types: TypeTable): Operation {
  const { body, evidence = [] } = operation;
  if (body?.kind !== "json" || body.of?.kind !== "object" || !body.properties) return operation;
  const declared = types.properties(body.of.name);
  const spoken = new Set(evidence.flatMap(({ of, about }) => (about === "nullable" ? [of] : [])));
  const claims = body.properties.flatMap(({ name, required }): Evidence[] => {
    const known = declared.get(name)?.property;
    const said = known?.evidence.find(({ about }) => about === "nullable");
    if (required || !known?.nullable || !said || spoken.has(`body.${name}`)) return [];
    const because = `the type's own property can be null: ${said.because}`;
    return [{ ...said, of: `body.${name}`, from: "page", because }];
  });
  const nullable = new Set(claims.map(({ of }) => of));
  const properties = body.properties.map((property) =>
    nullable.has(`body.${property.name}`) ? { ...property, nullable: true } : property,
  );
  return { ...operation, body: { ...body, properties }, evidence: [...evidence, ...claims] };
}

function pathOf({ page }: CheckedBody): string {
  return page.path;
}
