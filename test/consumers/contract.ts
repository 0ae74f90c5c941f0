/**
 * `node --import tsx test/consumers/contract.ts <openapi.json> <contract.yaml> [docs]`: a document that was made from pages beside the contract that the
 * service itself publishes: calls, their parameters, schemas, kinds and null of their properties. Prints shares, the classes of what differs, and each. With the
 * docs: whether any page names what the document lacks.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pluralize from "pluralize";
import { parse } from "yaml";
import { own } from "../../generator/shared/own.js";

interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly anyOf?: readonly Shape[];
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
}

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Shape>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
}

const [file = "openapi.json", theirs = "contract.yaml", docs] = process.argv.slice(2);
const document: Contract = JSON.parse(readFileSync(file, "utf8"));
const contract: Contract = parse(readFileSync(theirs, "utf8"));

/** Calls without regard to the names of placeholders, with the names of what is asked in the query. */
function callsOf({ paths, components }: Contract): ReadonlyMap<string, ReadonlySet<string>> {
  const calls = new Map<string, ReadonlySet<string>>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { parameters = [] }] of Object.entries(methods)) {
      if (!/^(?:get|post|put|patch|delete)$/.test(method)) continue;
      const all = parameters.map((each) =>
        each.$ref === undefined ? each : own(components.parameters ?? {}, lastOf(each.$ref)),
      );
      const query = all.flatMap((each) => (each?.in === "query" && each.name !== undefined ? [each.name] : []));
      calls.set(`${method.toUpperCase()} ${path.replace(/\{[^{}]*\}/g, "{}").toLowerCase()}`, new Set(query));
    }
  return calls;
}

function lastOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** `microsoft.graph.unitsOfMeasure` and `unitOfMeasureType` are one. */
function plain(name: string): string {
  const words = name.slice(name.lastIndexOf(".") + 1).split(/(?=[A-Z])|[^A-Za-z0-9]/);
  return words
    .map((word) => pluralize.singular(word.toLowerCase()))
    .join("")
    .replace(/type$/, "");
}

function bare(shape: Shape): Shape {
  return shape.anyOf?.find((each) => each.type !== "null") ?? shape;
}

function kindOf(shape: Shape): string {
  const { $ref, type } = bare(shape);
  if ($ref !== undefined) return "object";
  const kind = [type ?? "anything"].flat().find((each) => each !== "null") ?? "anything";
  return kind === "integer" ? "number" : kind;
}

function takesNull(shape: Shape): boolean {
  return (
    shape.nullable === true ||
    [shape.type].flat().includes("null") ||
    (shape.anyOf ?? []).some(({ type }) => type === "null")
  );
}

/** The words of the pages on types, by the name of the type, which their titles begin with: `# unitsOfMeasure resource type`. */
const pages = new Map(
  docs === undefined
    ? []
    : readdirSync(docs, { recursive: true, encoding: "utf8" })
        .filter((path) => /resources.*\.md$/.test(path))
        .map((path) => {
          const text = readFileSync(join(docs, path), "utf8");
          const [, name = ""] = /^# (\w+)/m.exec(text) ?? [];
          return [plain(name), new Set(text.match(/[\w@.]+/g))] as const;
        }),
);

/** Why the document lacks it, as far as the pages tell. */
function lack(type: string, property: string): string {
  const own = pages.get(plain(type));
  if (own === undefined) return "missing, the type has no page of its name";
  return own.has(property) ? "missing, though its page has the word" : "missing, its page does not name it";
}

const share = (part: number, all: number): string => `${part} of ${all} (${((100 * part) / all).toFixed(1)}%)`;
const [ours, real] = [callsOf(document), callsOf(contract)];
const shared = [...real.keys()].filter((call) => ours.has(call));
console.log(
  `calls of the contract: ${share(shared.length, real.size)}; calls of ours: ${share(shared.length, ours.size)}`,
);
const documented = (call: string): readonly string[] => [...(ours.get(call) ?? [])];
const asked = shared.flatMap((call) => documented(call).map((name) => `${call} ${name}`));
const known = shared.flatMap((call) => documented(call).filter((name) => real.get(call)?.has(name)));
console.log(`query parameters of ours that the contract has: ${share(known.length, asked.length)}`);

const read = Object.entries(document.components.schemas).filter(
  ([name]) => !/(?:Write|Union|CollectionResponse)$/.test(name),
);

/** Ours of that name; of several the one that has most of its properties. */
function schemaLike(name: string, { properties = {} }: Shape): Shape | undefined {
  const alike = read.filter(([each]) => plain(each) === plain(name)).map(([, schema]) => schema);
  const common = (schema: Shape): number =>
    Object.keys(properties).filter((property) => own(schema.properties ?? {}, property)).length;
  return alike.sort((a, b) => common(b) - common(a))[0];
}

const count = { schemas: 0, properties: 0, found: 0, kind: 0, format: 0, formats: 0, null: 0 };
const off: string[] = [];
const classes = new Map<string, number>();
const differ = (what: string, text: string): void => {
  classes.set(what, (classes.get(what) ?? 0) + 1);
  off.push(text);
};
for (const [name, schema] of Object.entries(contract.components.schemas)) {
  const our = schemaLike(name, schema);
  if (our === undefined) {
    const isNamed = pages.has(plain(name));
    differ(isNamed ? "no schema, though there is a page" : "no schema, no page", `${name}: no schema`);
    continue;
  }
  count.schemas++;
  for (const [property, shape] of Object.entries(schema.properties ?? {})) {
    count.properties++;
    const found = own(our.properties ?? {}, property);
    if (found === undefined) {
      const why = lack(name, property);
      differ(why, `${name}.${property}: ${why}`);
      continue;
    }
    count.found++;
    if (kindOf(found) === kindOf(shape)) count.kind++;
    else differ(`${kindOf(found)} here, ${kindOf(shape)} there`, `${name}.${property}: ${kindOf(found)} here`);
    if (shape.format !== undefined) count.formats++;
    if (shape.format !== undefined && bare(found).format === shape.format) count.format++;
    if (takesNull(found) === takesNull(shape)) count.null++;
    else if (takesNull(found)) differ("null here only", `${name}.${property}: null here only`);
    else differ("null there only", `${name}.${property}: null there only`);
  }
}
console.log(`schemas of the contract: ${share(count.schemas, Object.keys(contract.components.schemas).length)}`);
console.log(
  `their properties: ${share(count.found, count.properties)}; of these kind ${share(count.kind, count.found)}, format ${share(count.format, count.formats)}, null ${share(count.null, count.found)}`,
);
for (const [what, times] of [...classes].sort(([, a], [, b]) => b - a)) console.log(`${times} ${what}`);
console.log(off.join("\n"));
console.log([...real.keys()].filter((call) => !ours.has(call)).join("\n"));
