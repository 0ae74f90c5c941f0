/**
 * Annotations that programs need, where examples show them: objects that are bound by their address where no page lists the relationship
 * (`"user@odata.bind": "https://…"`), and the version of an object, which a later call is asked to name.
 */
import { code, said } from "../../shared/runs.js";
import { mapPages } from "../../shared/failure.js";
import { jsonLocator, type Locate } from "../../shared/json/locate.js";
import type { ObjectType, Operation, Property, TypeRef } from "../api.js";
import { visitBody, type CheckedBody } from "./bodies.js";
import type { TypeTable } from "../types/type-table.js";
import type { Path } from "./misfit.js";
import { compareText } from "../../shared/names.js";

const BIND = "@odata.bind";
const ETAG = "@odata.etag";
const IF_MATCH = /^if-match$/i;
const TEXT: TypeRef = { kind: "scalar", name: "String" };

interface Shown {
  readonly page: string;
  readonly path: Path;
  readonly locate: Locate;
  readonly many: boolean;
}

/** The types with a member for each of these; a call that must name the version of its object has it from a read, too. */
export function withAnnotations(
  list: readonly ObjectType[],
  bodies: readonly CheckedBody[],
  operations: readonly Operation[],
  types: TypeTable,
): readonly ObjectType[] {
  const shown = new Map<string, Map<string, Shown>>();
  for (const { subject, headers, page, place } of operations) {
    if (subject === undefined || !headers.some(({ name, required }) => required && IF_MATCH.test(name))) continue;
    if (types.properties(subject).has(ETAG)) continue;
    shown.set(subject, new Map([[ETAG, { page, path: [], locate: () => place, many: false }]]));
  }
  const telling = bodies.filter(({ body }) => body.text.includes(BIND) || body.text.includes(ETAG));
  const visits = mapPages(
    telling,
    ({ page }) => page.path,
    (checked) => ({ checked, bound: visitBody(checked, types).bound }),
  );
  for (const { checked, bound } of visits) {
    const locate = jsonLocator(checked.body);
    for (const { owner, name, path, many } of bound) {
      const members = shown.get(owner) ?? new Map<string, Shown>();
      const known = members.get(name);
      members.set(
        name,
        known ? { ...known, many: known.many || many } : { page: checked.page.path, path, locate, many },
      );
      shown.set(owner, members);
    }
  }
  return list.map((type) => {
    const members = [...(shown.get(type.name) ?? [])].sort(([one], [other]) => compareText(one, other));
    return members.length === 0
      ? type
      : { ...type, properties: [...type.properties, ...members.map(([name, one]) => memberOf(name, one))] };
  });
}

function memberOf(name: string, { page, path, locate, many }: Shown): Property {
  const place = locate(path);
  const type: TypeRef = many ? { kind: "collection", of: TEXT } : TEXT;
  return {
    name,
    type,
    description:
      name === ETAG
        ? [...said("Version of the object, as the header "), code("If-Match"), ...said(" takes it.")]
        : [
            ...said("Sets "),
            code(name.slice(0, -BIND.length)),
            ...said(" by the address of what exists; only ever sent."),
          ],
    navigation: false,
    nullable: false,
    required: false,
    readOnly: name === ETAG,
    evidence: [
      { about: "type", says: type, from: "example", because: "an example shows it, or a call needs it", page, place },
    ],
    page,
    place,
  };
}
