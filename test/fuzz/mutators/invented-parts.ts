/** What invented pages are made of: names, types, tables, JSON. */
import fc from "fast-check";
import { hostile, names } from "./hostile.js";
import type { Random } from "../random.js";

/** Mostly something usual, now and then something that is not. */
export function one(random: Random, usual: readonly string[], odd: () => string = () => hostile(random)): string {
  return random.chance(0.06) ? odd() : random.pick(usual);
}

export function several(random: Random, most: number, make: () => string): string[] {
  return Array.from({ length: random.int(0, most) }, make);
}

const nouns = ["user", "group", "parcel", "item", "site", "job", "value", "error", "list", "result", "Event", "status"];
export const plain = [
  "id",
  "displayName",
  "value",
  "count",
  "items",
  "createdDateTime",
  "kind",
  "owner",
  "tags",
  "error",
];
export const scalars = [
  "String",
  "Int32",
  "Int64",
  "Boolean",
  "Double",
  "DateTimeOffset",
  "Guid",
  "Edm.Date",
  "Binary",
];
const odder = ["Stream", "Duration", "Json", "Object", "string", "integer or null", "array of strings", "Edm.Decimal"];

export const noun = (random: Random): string => one(random, nouns, () => random.pick(names));
export const property = (random: Random): string => one(random, plain, () => random.pick(names));

function typeCell(random: Random, depth = 0): string {
  const name = noun(random);
  const inner = (): string => (depth > 3 ? "String" : typeCell(random, depth + 1));
  const forms: readonly (() => string)[] = [
    () => random.pick(scalars),
    () => random.pick(scalars),
    () => random.pick(odder),
    () => `[${name}](../resources/${name}.md)`,
    () => `${inner()} collection`,
    () => `Collection(${inner()})`,
    () => `microsoft.graph.${name}`,
    () => `${inner()} or ${inner()}`,
    () => `**${name}**`,
    () => `${name}[]`,
    () => `\`${name}\``,
  ];
  return random.pick(forms)();
}

export const descriptions = [
  "The name.",
  "Required. The name.",
  "Optional.",
  "Read-only.",
  "Possible values are: `a`, `b`, `unknownFutureValue`.",
  "Possible values: `1`, `-2`, `c d`, `constructor`.",
  "Key. Not nullable.",
  "Inherited from [entity](entity.md).",
  "Nullable. Default value is `false`.",
  "Supports `$filter` (`eq`, `in`) and `$orderby`.",
];

export function table(random: Random, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => random.pick([`|${cells.join("|")}|`, `| ${cells.join(" | ")} |`]);
  const rule = random.pick(["---", ":--", ":---:", "--:"]);
  return [line(columns), line(columns.map(() => rule)), ...rows.map(line)].join("\n");
}

export function typeTable(random: Random, own: readonly string[]): string {
  const columns = random.pick([
    ["Property", "Type", "Description"],
    ["Parameter", "Type", "Description"],
    ["Name", "Description", "Type"],
    ["Property", "Description"],
    ["Field", "Type", "Required", "Description"],
  ]);
  const cell = (column: string, name: string): string =>
    column === "Type"
      ? typeCell(random)
      : column === "Required"
        ? random.pick(["Yes", "No", ""])
        : column === "Description"
          ? one(random, descriptions)
          : name;
  return table(
    random,
    columns,
    own.map((name) => columns.map((column) => cell(column, name))),
  );
}

/** JSON that fits nothing in particular; `own` are the names that it likes best. */
export function json(random: Random, own: readonly string[], depth = 0): unknown {
  const key = (): string => (own.length > 0 && random.chance(0.7) ? random.pick(own) : property(random));
  const object = (): unknown =>
    Object.fromEntries(
      several(random, 5, key).map((name) => [
        random.chance(0.1)
          ? random.pick([`${name}@odata.bind`, "@odata.type", "@odata.etag", `${name}@odata.count`])
          : name,
        json(random, own, depth + 1),
      ]),
    );
  const forms: readonly (() => unknown)[] = [
    () => random.pick(["a", "", "2020-01-01T00:00:00Z", "b c", "unknownFutureValue", hostile(random)]),
    () => random.pick([0, 1, -1, 1.5, 1e21, 2 ** 53, -0]),
    () => random.pick([true, false, null]),
    () => random.value(fc.jsonValue({ maxDepth: 2 })),
    ...(depth > 3
      ? []
      : [
          object,
          object,
          () => several(random, 3, () => "").map(() => json(random, own, depth + 1)),
          () => ({ value: json(random, own, depth + 1) }),
          () => ({ value: [json(random, own, depth + 1)], "@odata.nextLink": hostile(random), "@odata.count": 1 }),
        ]),
  ];
  return (depth === 0 ? random.pick(forms.slice(-5)) : random.pick(forms))();
}
