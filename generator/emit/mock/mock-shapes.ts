/** What a mock checks requests against: the types of the API, as short as can be. */
import { accessOf, type MockAccess } from "./mock-access.js";
import type { Api, ObjectType, RequestBody, TypeRef } from "../../model/api.js";

export interface MockShapes {
  readonly types: Readonly<Record<string, MockType>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly bodies: Readonly<Record<string, MockBody>>;
  readonly access?: Readonly<Record<string, MockAccess>>;
}

interface MockType {
  readonly base?: string;
  readonly open?: true;
  readonly derived?: true;
  readonly properties: Readonly<Record<string, string>>;
}

interface MockBody {
  readonly of?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
}

/** What requests are checked against. */
export function mockShapes({ types, enums, operations }: Api): MockShapes {
  const words = new Map(enums.map(({ name, members }) => [name, members.map((member) => member.name)]));
  const access = operations.flatMap((operation) => accessOf(operation).map((own) => [operation.id, own] as const));
  const valueOf = valuesWith(new Set(types.map(({ name }) => name)), words);
  return {
    types: Object.fromEntries(types.map((type) => [type.name, typeShape(type, valueOf)])),
    bodies: Object.fromEntries(
      operations.flatMap(({ id, body }) => (body?.kind === "json" ? [[id, bodyShape(body, valueOf)]] : [])),
    ),
    enums: Object.fromEntries(words),
    ...(access.length > 0 && { access: Object.fromEntries(access) }),
  };
}

type ValueOf = (type: TypeRef) => string;

/** `.name` for an object, `%name` for an enumeration, `[]` before a list, `*` for anything; else the scalar. Values without a name are kept as `words`. */
function valuesWith(objects: ReadonlySet<string>, words: Map<string, string[]>): ValueOf {
  const valueOf: ValueOf = (type) => {
    switch (type.kind) {
      case "scalar":
        return type.name;
      case "object":
        return objects.has(type.name) ? `.${type.name}` : "*";
      case "enum":
        return words.has(type.name) ? `%${type.name}` : "String";
      case "collection":
        return `[]${valueOf(type.of)}`;
      case "literals": {
        if (type.open) return "String";
        const name = type.values.join("|");
        words.set(name, [...type.values]);
        return `%${name}`;
      }
      default:
        return "*";
    }
  };
  return valueOf;
}

function typeShape({ base, open, ownNames, derived, inferred, properties }: ObjectType, valueOf: ValueOf): MockType {
  const isOpen = open || ownNames !== undefined || inferred;
  return {
    ...(base !== undefined && { base }),
    ...(isOpen && { open: true }),
    ...(derived.length > 0 && { derived: true }),
    properties: Object.fromEntries(
      properties.map(({ name, type, readOnly }) => [name, `${readOnly ? "-" : ""}${valueOf(type)}`]),
    ),
  };
}

function bodyShape(body: Extract<RequestBody, { readonly kind: "json" }>, valueOf: ValueOf): MockBody {
  const { of, properties, partial, required: said } = body;
  const own = properties?.filter((property) => property.required).map(({ name }) => name);
  const required = partial ? [] : (own ?? said ?? []);
  return {
    ...(of !== undefined && { of: valueOf(of) }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(properties.map(({ name, type }) => [name, valueOf(type)])),
    }),
    ...(required.length > 0 && { required }),
  };
}
