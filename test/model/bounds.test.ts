/** What a page may hold of anything that costs more than its own length, and what becomes of the rest. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bounds, shortened } from "../../generator/shared/bounds.js";
import { apiOf, operation, resource } from "./api-of.js";

const bound = suite("model/bounds");

const many = <T>(count: number, each: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => each(i));

bound("more request lines than a page may have are left out, with one finding at the first of them", () => {
  const lines = many(bounds.requests + 20, (i) => `GET /depot${i}/parcels`);
  const { operations, findings } = apiOf({ "api/parcel-list.md": operation({ request: lines.join("\n") }) });
  assert.is(operations[0]?.routes.length, bounds.requests);
  const found = findings.filter(({ rule }) => rule === "over-bound");
  assert.is(found.length, 1);
  assert.match(found[0]?.message ?? "", `${bounds.requests + 20}, where ${bounds.requests} is the most`);
});

bound("a route with more parameters than an operation may have is left out, those before it stay", () => {
  const path = many(bounds.parameters + 1, (i) => `/{p${i}}`).join("");
  const { operations, findings } = apiOf({
    "api/parcel-list.md": operation({ request: `GET /parcels\nGET ${path}` }),
  });
  assert.equal(
    operations[0]?.routes.map(({ template }) => template),
    ["/parcels"],
  );
  assert.ok(findings.some(({ rule }) => rule === "over-bound"));
});

bound("the name of a property that is longer than any is left out, the others stay", () => {
  const long = "p".repeat(bounds.nameLength + 1);
  const page = resource("parcel", { properties: [`|${long}|String|x|`, "|weight|Double|x|"] });
  const { types, findings } = apiOf({ "resources/parcel.md": page });
  assert.equal(
    types[0]?.properties.map(({ name }) => name),
    ["weight"],
  );
  assert.ok(findings.some(({ rule }) => rule === "over-bound"));
});

bound("a line of bases that is too long is cut, so that each type lists few bases", () => {
  const pages = many(bounds.bases * 3, (i) => [
    `resources/t${i}.md`,
    resource(`t${i}`, {
      properties: [`|p${i}|String|x|`],
      annotation: { baseType: `microsoft.graph.t${i + 1}` },
    }),
  ]);
  const { types, findings } = apiOf(Object.fromEntries(pages));
  assert.ok(types.every(({ derived }) => derived.length <= bounds.bases));
  assert.ok(findings.some(({ rule }) => rule === "over-bound"));
});

bound("types that are based on each other in a circle lose one base, and one finding says so", () => {
  const pages = many(4, (i) => [
    `resources/t${i}.md`,
    resource(`t${i}`, { annotation: { baseType: `microsoft.graph.t${(i + 1) % 4}` } }),
  ]);
  const { types, findings } = apiOf(Object.fromEntries(pages));
  assert.is(types.filter(({ base }) => base === undefined).length, 1);
  assert.is(findings.filter(({ rule }) => rule === "base-cycle").length, 1);
});

bound("a made name is cut behind its beginning; names that begin alike stay apart", () => {
  const long = "parcel".repeat(60);
  const [one, other] = [shortened(`${long}A`), shortened(`${long}B`)];
  assert.ok(Buffer.byteLength(one) <= bounds.madeName);
  assert.ok(one.startsWith("parcelparcel"));
  assert.is.not(one, other);
  assert.is(one, shortened(`${long}A`));
  assert.is(shortened("parcel"), "parcel");
});

bound("a made name is cut between characters", () => {
  const cut = shortened("é".repeat(200));
  assert.match(cut, /^é+_[\da-f]{8}$/u);
});

bound.run();
