/**
 * The final name of everything that the package exports. The docs settle the names of types and enumerations; functions come next; names
 * that are made of those come last and give way.
 */
import type { Api, ObjectType } from "../model/api.js";
import { nameFunctions } from "./function-names.js";
import { camelCase, pascal, reservedWords } from "./identifier.js";
import { beside, createNamePool } from "./name-pool.js";
import type { NamePool } from "./name-pool.js";
import { shortName } from "../shared/names.js";
import type { Namespace } from "./namespaces.js";
import type { PackageOptions } from "./plan.js";
import { isPolymorphic } from "../shared/polymorphic.js";
import { runtimeNames } from "./runtime.js";
import { vocabularyOf } from "./vocabulary.js";

interface Named {
  readonly name: string;
}

type Names<K extends string> = Readonly<Record<K, ReadonlyMap<string, string>>>;

/** By qualified name of the type or enumeration, by id of the operation. A name is there for every item, whether it is used or not. */
export type AllNames = Names<
  "type" | "union" | "relationship" | "enum" | "values" | "function" | "constant" | "request" | "where" | "body"
> & {
  /** Names that the function had. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** What its constant and its types were called then, as far as nothing else is called so. */
  readonly partAliases: ReadonlyMap<string, PartAliases>;
};

export type PartAliases = Readonly<Record<"constant" | "where" | "body", readonly string[]>>;

/** `namespaceOf` finds the namespace of a qualified name. */
export function nameEverything(
  api: Api,
  { previous, renames }: Pick<PackageOptions, "previous" | "renames">,
  namespaceOf: (name: string) => Namespace,
): AllNames {
  const scopes = new Map<string, NamePool>();
  const scope = (name: string): NamePool => {
    const { folder } = namespaceOf(name);
    const pool = scopes.get(folder) ?? createNamePool();
    scopes.set(folder, pool);
    return pool;
  };
  const type = new Map(api.types.map(({ name }) => [name, scope(name).take(...nameCandidates(name, "Type"))]));
  const enums = new Map(api.enums.map(({ name }) => [name, scope(name).take(...nameCandidates(name, "Values"))]));

  const functionPool = createNamePool([...reservedWords, ...runtimeNames]);
  const everywhere = beside(functionPool, scopes.values());
  const { names: functions, aliases } = nameFunctions(api.operations, everywhere, previous, vocabularyOf(api), renames);
  const forOperations = (...suffixes: readonly [string, ...string[]]): ReadonlyMap<string, string> =>
    new Map([...functions].map(([id, name]) => [id, everywhere.take(...suffixed(name, suffixes))]));

  const derived = (
    items: readonly Named[],
    names: ReadonlyMap<string, string>,
    candidates: (name: string) => readonly [string, ...string[]],
  ) =>
    new Map(
      items.map(({ name }) => [name, beside(scope(name), [functionPool]).take(...candidates(names.get(name) ?? ""))]),
    );

  const all = {
    type,
    enum: enums,
    function: functions,
    aliases,
    constant: forOperations("Operation", "OperationConstant"),
    request: forOperations("Request", "RequestConstant"),
    where: pascalled(forOperations("Where", "Path")),
    body: pascalled(forOperations("Body", "RequestBody")),
    union: derived(api.types.filter(isPolymorphic), type, (name) => [`Any${name}`, `AnyKindOf${name}`]),
    relationship: derived(api.types.filter(hasRelationships), type, (name) => [
      `${name}Relationships`,
      `${name}Navigation`,
    ]),
    values: derived(api.enums, enums, (name) => [`${camelCase(name)}Values`, `${camelCase(name)}Members`]),
  };
  return { ...all, partAliases: new Map([...aliases].map(([id, old]) => [id, partsOf(old, everywhere)])) };
}

/** By the plainest names of such parts, which they had unless something else was called so. */
function partsOf(aliases: readonly string[], pool: NamePool): PartAliases {
  const free = (names: readonly string[]): readonly string[] =>
    names.filter((name) => {
      const isFree = !pool.has(name);
      if (isFree) pool.add(name);
      return isFree;
    });
  return {
    constant: free(aliases.map((alias) => `${alias}Operation`)),
    where: free(aliases.map((alias) => pascal(`${alias}Where`))),
    body: free(aliases.map((alias) => pascal(`${alias}Body`))),
  };
}

function hasRelationships(type: ObjectType): boolean {
  return type.properties.some((property) => property.navigation);
}

function nameCandidates(qualifiedName: string, suffix: string): [string, string] {
  const name = pascal(shortName(qualifiedName)) || "Unnamed";
  return [name, `${name}${suffix}`];
}

function suffixed(name: string, suffixes: readonly [string, ...string[]]): [string, ...string[]] {
  const [first, ...rest] = suffixes;
  return [`${name}${first}`, ...rest.map((suffix) => `${name}${suffix}`)];
}

function pascalled(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...names].map(([id, name]) => [id, pascal(name)]));
}
