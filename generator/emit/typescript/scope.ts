/** The names of one file: what it declares, and what it imports as soon as that is asked for. */
import { StructureKind } from "ts-morph";
import type { ImportDeclarationStructure } from "ts-morph";
import { pascal } from "../../plan/identifier.js";
import type { ApiSymbol, ModulePlan } from "../../plan/plan.js";
import { runtimeAlias, runtimeSymbols, testingSymbols } from "../../plan/runtime.js";
import type { RuntimeSymbol, SymbolKind, TestingSymbol } from "../../plan/runtime.js";
import { compareText } from "../../shared/names.js";

export interface Scope {
  /** Local name of a declaration of the API, imported unless the file declares it. */
  api(symbol: ApiSymbol, kind: SymbolKind): string;
  runtime(symbol: RuntimeSymbol): string;
  testing(symbol: TestingSymbol): string;
  /** Local name of a fixture of the module. */
  fixture(name: string): string;
  /** A global type, also where the API has a type of that name. */
  global(name: "Promise" | "Omit" | "Pick"): string;
  /** What was asked for so far, sorted by file and name. */
  imports(): ImportDeclarationStructure[];
}

interface Import {
  readonly from: string;
  readonly name: string;
  readonly local: string;
  readonly kind: SymbolKind;
}

/**
 * Scope of the file at `path` (below the package, without extension) that belongs to `module` and declares `declared`. A name of the API
 * keeps its name where it can; a runtime name gives way to it.
 */
export function createScope(path: string, module: ModulePlan, declared: Iterable<string>): Scope {
  const here = `src/${module.path}`;
  const locals = localNames(module, path === here, new Set(declared));
  const used = new Map<string, Import>();
  const taken = new Set([...declared, ...locals.values()]);
  const use = (from: string, name: string, local: string, kind: SymbolKind): string => {
    used.set(`${from} ${local}`, { from, name, local, kind });
    return local;
  };
  return {
    api(symbol, kind) {
      const from = `src/${symbol.module}`;
      if (from === path) return symbol.name;
      return use(from, symbol.name, locals.get(symbolKey(symbol)) ?? symbol.name, kind);
    },
    runtime: (name) => use("src/runtime/index", name, runtimeAlias(name, taken), runtimeSymbols[name]),
    testing: (name) => use("src/testing/index", name, name, testingSymbols[name]),
    fixture: (name) => use(`fixtures/${module.path}`, name, name, "value"),
    global: (name) => (taken.has(name) ? `globalThis.${name}` : name),
    imports: () => importsFrom(path, [...used.values()]),
  };
}

/** Local name of every symbol that the file may mention. Of two with one name, the foreign one gets its namespace in front. */
function localNames(
  module: ModulePlan,
  declaring: boolean,
  declared: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const locals = new Map<string, string>();
  const taken = new Set(declared);
  for (const symbol of apiSymbolsOf(module)) {
    const own = declaring && symbol.module === module.path;
    const local = own || !taken.has(symbol.name) ? symbol.name : `${pascal(...folderOf(symbol), "api")}${symbol.name}`;
    taken.add(local);
    locals.set(symbolKey(symbol), local);
  }
  return locals;
}

/** The module's own symbols first, then those of its namespace, then the rest. */
function apiSymbolsOf(module: ModulePlan): readonly ApiSymbol[] {
  const types = Object.values(module.symbols.types).flatMap(({ type, union, relationship }) =>
    [type, union ?? [], relationship ?? []].flat(),
  );
  const operations = module.operations.flatMap(({ name, constant, body }) => [name, constant, body ?? []].flat());
  const own = operations.map((name): ApiSymbol => ({ name, module: module.path }));
  const unique = new Map(
    [...types, ...Object.values(module.symbols.enums), ...own].map((symbol) => [symbolKey(symbol), symbol]),
  );
  const distance = (symbol: ApiSymbol): number =>
    symbol.module === module.path
      ? 0
      : folderOf(symbol).join("/") === folderOf({ name: "", module: module.path }).join("/")
        ? 1
        : 2;
  return [...unique.values()].sort((a, b) => distance(a) - distance(b));
}

function symbolKey({ module, name }: ApiSymbol): string {
  return `${module} ${name}`;
}

function folderOf({ module }: ApiSymbol): readonly string[] {
  return module.split("/").slice(0, -1);
}

function importsFrom(path: string, used: readonly Import[]): ImportDeclarationStructure[] {
  const groups = new Map<string, Import[]>();
  for (const each of used) {
    const group = `${each.kind} ${specifier(path, each.from)}`;
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return [...groups]
    .map(([group, symbols]): ImportDeclarationStructure => ({
      kind: StructureKind.ImportDeclaration,
      isTypeOnly: group.startsWith("type "),
      moduleSpecifier: group.slice(group.indexOf(" ") + 1),
      namedImports: symbols
        .sort((a, b) => compareText(a.name, b.name))
        .map(({ name, local }) => (name === local ? { name } : { name, alias: local })),
    }))
    .sort((a, b) => compareText(a.moduleSpecifier, b.moduleSpecifier) || Number(a.isTypeOnly) - Number(b.isTypeOnly));
}

/** `src/callRecords/session` → `src/user`: `../user.js`; the last part of each is a file, also where a folder is called so. */
function specifier(from: string, to: string): string {
  const source = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < Math.min(source.length, target.length - 1) && source[shared] === target[shared]) shared++;
  const up = source.slice(shared).map(() => "..");
  return `${[...(up.length === 0 ? ["."] : up), ...target.slice(shared)].join("/")}.js`;
}
