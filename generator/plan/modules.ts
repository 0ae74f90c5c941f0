/** Which file each declaration goes to: a resource and the operations on it share one, an enumeration stands with its only user. */
import type { Api, EnumType, ObjectType, Operation } from "../model/api.js";
import { camelCase } from "./identifier.js";
import { createNamePool } from "./name-pool.js";
import type { NamePool } from "./name-pool.js";
import { compareText, shortName } from "../shared/names.js";
import type { Namespace } from "./namespaces.js";
import { reservedFiles } from "./reserved-files.js";
import { referencesIn } from "./references.js";

export interface ModuleContent {
  readonly path: string;
  readonly folder: string;
  readonly types: ObjectType[];
  readonly enums: EnumType[];
  readonly operations: Operation[];
}

/** All modules, sorted by path. No two paths differ in letter case alone. */
export function divide(api: Api, namespaceOf: (name: string) => Namespace): readonly ModuleContent[] {
  const modules = new Map<string, ModuleContent>();
  const open = (folder: string, file: string): ModuleContent => {
    const path = `${folder}${file}`;
    const module = modules.get(path.toLowerCase()) ?? { path, folder, types: [], enums: [], operations: [] };
    modules.set(path.toLowerCase(), module);
    return module;
  };
  const homes = homesOfAnswers(api);
  const besides = new Map([...homes].map(([type, id]) => [id, type]));
  const byType = divideTypes({ ...api, types: api.types.filter((type) => !homes.has(type)) }, namespaceOf, open);
  const byPath = new Map([...byType.values()].map(({ path }) => [path.toLowerCase(), path]));
  for (const operation of api.operations) {
    const home = operation.subject === undefined ? undefined : byType.get(operation.subject);
    const module = home ?? open("", groupFile(operation.group, byPath));
    module.operations.push(operation);
    const beside = besides.get(operation.id);
    if (beside !== undefined) module.types.push(beside);
  }
  divideEnums(api, [...modules.values()], namespaceOf, open);
  return [...modules.values()].sort((a, b) => compareText(a.path, b.path));
}

/** Types that the page of an operation describes for its answer alone, with the id of the operation: they stand beside it. */
function homesOfAnswers({ operations, types }: Api): ReadonlyMap<ObjectType, string> {
  const byName = new Map(types.map((type) => [type.name, type]));
  return new Map(
    operations.flatMap(({ id, page, subject, result }) => {
      const type = "type" in result && result.type?.kind === "object" ? byName.get(result.type.name) : undefined;
      const isOwn = type !== undefined && type.name !== subject && type.pages.length === 1 && type.pages[0] === page;
      return isOwn ? [[type, id] as const] : [];
    }),
  );
}

type Open = (folder: string, file: string) => ModuleContent;

function divideTypes(
  api: Api,
  namespaceOf: (name: string) => Namespace,
  open: Open,
): ReadonlyMap<string, ModuleContent> {
  const pools = new Map<string, NamePool>();
  const byType = new Map<string, ModuleContent>();
  for (const type of api.types) {
    const { folder } = namespaceOf(type.name);
    const pool = pools.get(folder) ?? createNamePool(reservedFiles);
    pools.set(folder, pool);
    const file = camelCase(shortName(type.name)) || "type";
    const module = open(folder, pool.take(file, `${file}Resource`));
    module.types.push(type);
    byType.set(type.name, module);
  }
  return byType;
}

/** The file of a group that no type stands for; it may be the file of a type of that name. */
function groupFile(group: string, byPath: ReadonlyMap<string, string>): string {
  const file = camelCase(group) || "other";
  const namesake = byPath.get(file.toLowerCase());
  if (namesake !== undefined) return namesake;
  return reservedFiles.has(file.toLowerCase()) ? `${file}Operations` : file;
}

function divideEnums(
  api: Api,
  modules: readonly ModuleContent[],
  namespaceOf: (name: string) => Namespace,
  open: Open,
): void {
  const users = new Map<string, ModuleContent[]>();
  for (const module of modules) {
    for (const name of new Set(enumsIn(module))) users.set(name, [...(users.get(name) ?? []), module]);
  }
  for (const each of api.enums) {
    const [only, ...others] = users.get(each.name) ?? [];
    const { folder } = namespaceOf(each.name);
    const home = only !== undefined && others.length === 0 && only.folder === folder ? only : open(folder, "enums");
    home.enums.push(each);
  }
}

function enumsIn(module: ModuleContent): readonly string[] {
  return [...referencesIn(module)].flatMap((reference) => (reference.kind === "enum" ? [reference.name] : []));
}
