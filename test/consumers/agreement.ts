/**
 * `node --import tsx test/consumers/agreement.ts <package> <types.d.ts>`: whether the types that openapi-typescript makes of a package's
 * document are those of the package, property by property: what it is, whether it may be absent, whether it may be null.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { ts as Compiler } from "ts-morph";
import type { PublishedApi, PublishedType } from "../../generator/model/published.js";

// The compiler that was installed for the consumers: this one knows where its libraries are.
const tools = join(import.meta.dirname, "../../node_modules/.cache/docwright-tools/consumers/package.json");
const ts: typeof Compiler = createRequire(tools)("typescript");

const [folder = "output", declarations = "types.d.ts"] = process.argv.slice(2).map((path) => resolve(path));
const api: PublishedApi = JSON.parse(readFileSync(join(folder, "api.json"), "utf8"));

const program = ts.createProgram([join(folder, "src/index.ts"), declarations], {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
});
const checker = program.getTypeChecker();

function sourceOf(path: string): Compiler.SourceFile {
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`${path} is not there`);
  return file;
}

/** The types that a file exports, by name. */
function exportsOf(path: string): ReadonlyMap<string, Compiler.Type> {
  const module = checker.getSymbolAtLocation(sourceOf(path));
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(symbols.map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]));
}

const files = new Map<string, ReadonlyMap<string, Compiler.Type>>();

/** The package's interface of a type. */
function ourType({ module, typescript }: PublishedType): Compiler.Type | undefined {
  const known = files.get(module) ?? exportsOf(join(folder, "src", `${module}.ts`));
  files.set(module, known);
  return known.get(typescript);
}

const components = exportsOf(declarations).get("components");
const schemas = components && memberType(components, "schemas");

function memberType(type: Compiler.Type, name: string): Compiler.Type | undefined {
  const symbol = type.getProperty(name);
  return symbol && checker.getTypeOfSymbol(symbol);
}

const names = new Map<Compiler.Type, string>();
for (const type of api.types) {
  const [ours, theirs] = [ourType(type), schemas && memberType(schemas, type.name)];
  if (ours) names.set(ours, type.name);
  if (theirs) names.set(theirs, type.name);
}

/** A type in words that are the same for both. */
function words(type: Compiler.Type): string {
  const bare = checker.getNonNullableType(type);
  if (bare.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return "anything";
  const element = checker.isArrayType(bare) ? checker.getTypeArguments(bare as Compiler.TypeReference)[0] : undefined;
  if (element !== undefined) return `${words(element)}[]`;
  const texts = new Set<string>();
  collect(bare, texts);
  // Of a list of values that takes others, these are all that the compiler keeps of one of the two.
  if (texts.has("string")) return "string";
  return [...texts].sort().join(" | ");
}

function collect(type: Compiler.Type, texts: Set<string>): void {
  const name = names.get(type);
  if (name !== undefined) texts.add(name);
  else if (type.isUnion()) for (const each of type.types) collect(each, texts);
  else if (type.isIntersection() && type.types.some((each) => each.flags & ts.TypeFlags.String)) texts.add("string");
  else if (type.isIntersection()) for (const each of type.types) collect(each, texts);
  else if (type.flags & ts.TypeFlags.StringLike)
    texts.add(type.isStringLiteral() ? JSON.stringify(type.value) : "string");
  else if (type.flags & ts.TypeFlags.NumberLike) texts.add("number");
  else if (type.flags & ts.TypeFlags.BooleanLike) texts.add("boolean");
  else if (type.getStringIndexType() !== undefined) texts.add("map");
  // What tells the types of a union apart is said in the schema of each.
  else if (!type.getProperties().every(({ name }) => name === "@odata.type")) texts.add(checker.typeToString(type));
}

/** The base of a union stands in ours beside its members, even where no object is of it alone. */
function agree(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  const own = new Set(ours.replace(/(\[\])+$/, "").split(" | "));
  const others = theirs.replace(/(\[\])+$/, "").split(" | ");
  const beyond = [...own].filter((name) => !others.includes(name));
  return others.every((name) => own.has(name)) && beyond.every((name) => abstract.has(name)) && sameDepth(ours, theirs);
}

const abstract: ReadonlySet<string> = new Set(
  api.types.flatMap((type) => (type.abstract || type.union ? [type.name] : [])),
);

function sameDepth(a: string, b: string): boolean {
  return a.endsWith("[]") === b.endsWith("[]");
}

const count = { types: 0, properties: 0, kind: 0, optional: 0, nullable: 0 };
const off: string[] = [];
for (const type of api.types) {
  const [ours, theirs] = [ourType(type), schemas && memberType(schemas, type.name)];
  if (ours === undefined || theirs === undefined) continue;
  count.types++;
  for (const symbol of ours.getProperties().filter(({ name }) => !name.startsWith("@odata."))) {
    count.properties++;
    const other = theirs.getProperty(symbol.name);
    if (other === undefined) {
      off.push(`${type.name}.${symbol.name}: missing`);
      continue;
    }
    const [own, their] = [checker.getTypeOfSymbol(symbol), checker.getTypeOfSymbol(other)];
    const isOptional = (each: Compiler.Symbol): boolean => (each.flags & ts.SymbolFlags.Optional) !== 0;
    const takesNull = (each: Compiler.Type): boolean =>
      each.isUnion() && each.types.some(({ flags }) => flags & ts.TypeFlags.Null);
    const [a, b] = [words(own), words(their)];
    if (agree(a, b)) count.kind++;
    else off.push(`${type.name}.${symbol.name}: ${a} and ${b}`);
    if (isOptional(symbol) === isOptional(other)) count.optional++;
    else off.push(`${type.name}.${symbol.name}: ${isOptional(symbol) ? "may be absent" : "is required"} here only`);
    if (takesNull(own) === takesNull(their) || a === "anything") count.nullable++;
    else off.push(`${type.name}.${symbol.name}: ${takesNull(own) ? "may be null" : "is never null"} here only`);
  }
}
const percent = (part: number): string => `${(Math.floor((part / count.properties) * 10000) / 100).toFixed(2)}%`;
console.log(
  `${count.types} types, ${count.properties} properties: kind ${percent(count.kind)}, absent ${percent(count.optional)}, null ${percent(count.nullable)}`,
);
console.log(off.slice(0, 60).join("\n"));
