/** Type cells that no grammar foresees: reading them ends, and says so where nothing can be made of them. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bounds } from "../../generator/shared/bounds.js";
import { apiOf, resource, words } from "./api-of.js";

const cells = suite("model/type-cells");

/** What the type cell of one row becomes, and the rules of the findings. */
function read(cell: string): { readonly type: string; readonly rules: readonly string[] } {
  const pages = {
    "resources/parcel.md": resource("parcel", { properties: [`|part|${cell}|x|`, "|id|String|x|"] }),
    "resources/box.md": resource("box", { properties: ["|id|String|x|"] }),
  };
  const { types, findings } = apiOf(pages);
  const parcel = types.find(({ name }) => name.endsWith(".parcel"));
  assert.is(parcel?.properties.length, 2);
  return {
    type: words(parcel?.properties.find(({ name }) => name === "part")?.type),
    rules: findings.map(({ rule }) => rule),
  };
}

cells("a link whose text ends in a comma is that link", () => {
  assert.is(read("[box,](box.md) collection").type, "object box[]");
  assert.is(read("[box,](box.md)").type, "object box");
});

for (const cell of [
  "[-](box.md) collection",
  "[(](box.md) list",
  "[box collection,](box.md) collection",
  "), collection",
])
  cells(`reading ends for ${cell}`, () => {
    assert.ok(read(cell).type !== "");
  });

cells("collections within collections are read to the bound, what is deeper is no type", () => {
  const nested = (depth: number): string => `${"Collection(".repeat(depth)}String${")".repeat(depth)}`;
  assert.is(read(nested(3)).type, "String[][][]");
  assert.ok(read(nested(bounds.typeDepth + 1)).rules.includes("type-cell"));
  assert.ok(read(nested(5_000)).rules.includes("type-cell"));
  assert.ok(read(`String${" collection".repeat(5_000)}`).rules.includes("type-cell"));
});

cells("a cell that gives more types to choose from than any is no type", () => {
  const choice = (count: number): string => Array.from({ length: count }, (_, i) => `[box](box.md#${i})`).join(" or ");
  assert.is(read(choice(3)).type, "object box");
  assert.ok(read(choice(bounds.typeAlternatives + 1)).rules.includes("type-cell"));
});

cells.run();
