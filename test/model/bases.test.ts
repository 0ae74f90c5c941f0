import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api } from "../../generator/model/api.js";
import { apiOf, findingsOf, plain, propertyOf, resource, typed, typeOf, words } from "./api-of.js";

const bases = suite("model/bases");

const id = "|id|String|Its name.|";
const entity = resource("entity", { properties: ["|id|String|Its name.|"], annotation: { keyProperty: "id" } });
const inherits = (base: string): string => `Inherits from [${base}](${base.toLowerCase()}.md).`;

/** Base of each type, without the root namespace. */
function basesOf(api: Api): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(api.types.map((type) => [plain(type.name), type.base && plain(type.base)]));
}

const statements: readonly (readonly [words: string, base: string | undefined])[] = [
  ["Inherits from [carrier](carrier.md).", "carrier"],
  ["A van. Inherits from [**carrier**](carrier.md).", "carrier"],
  ["Derived from [carrier](carrier.md).", "carrier"],
  ["A subclass of [carrier](carrier.md).", "carrier"],
  ["A van that extends the base type [carrier](carrier.md).", "carrier"],
  ["This type is based on the [carrier](carrier.md) resource.", "carrier"],
  ["This creates a subclass from [carrier](carrier.md).", "carrier"],
  ["Inherits from **carrier**.", "carrier"],
  ["The forests are based on **carrier** rules.", undefined],
  ["A base class for vans in the [carrier](carrier.md) of a firm.", undefined],
  ["[bus](bus.md) inherits from [carrier](carrier.md).", undefined],
  ["A van that belongs to a [carrier](carrier.md).", undefined],
  ["All types that inherit from [carrier](carrier.md) have wheels.", undefined],
];

for (const [text, base] of statements) {
  bases(`${base ? "base" : "no base"}: ${text}`, () => {
    const api = apiOf({
      "resources/carrier.md": resource("carrier", { properties: ["|wheels|Int32|How many.|"] }),
      "resources/van.md": resource("van", { text, properties: ["|doors|Int32|How many.|"] }),
    });
    assert.equal(basesOf(api), { carrier: undefined, van: base });
  });
}

bases("a base without a table of properties is a base", () => {
  const api = apiOf({
    "resources/carrier.md": "# carrier resource type\n\nNamespace: microsoft.graph\n\nAn abstract type.",
    "resources/van.md": resource("van", {
      text: "Derived from [carrier].\n\n[carrier]: carrier.md",
      properties: ["|doors|Int32|How many.|"],
    }),
  });
  assert.equal(basesOf(api), { carrier: undefined, van: "carrier" });
  assert.ok(typeOf(api, "carrier").abstract);
  assert.equal(findingsOf(api), []);
});

const inCells: readonly (readonly [words: string, base: string | undefined])[] = [
  ["How many. Inherited from [carrier](carrier.md).", "carrier"],
  ["How many. Inherited from **carrier**", "carrier"],
  ["Inherited from carrier.", "carrier"],
  ["If it is inherited from another one, the name of that.", undefined],
  ["It is `on` if the state is inherited from a parent [carrier](carrier.md).", undefined],
  ["Inherited from another one.", undefined],
];
for (const [text, base] of inCells) {
  bases(`${base ? "base" : "no base"} by a cell: ${text}`, () => {
    const api = apiOf({
      "resources/carrier.md": resource("carrier", { properties: ["|seats|Int32|How many.|"] }),
      "resources/van.md": resource("van", { properties: [`|wheels|Int32|${text}|`, "|doors|Int32|How many.|"] }),
    });
    assert.equal(basesOf(api)["van"], base);
    assert.equal(findingsOf(api), []);
  });
}

bases("the annotation states a base as well; null and an empty text state none", () => {
  const base = (baseType: string | null) =>
    basesOf(
      apiOf({
        "resources/carrier.md": resource("carrier", { properties: [id] }),
        "resources/van.md": resource("van", { properties: [id], annotation: { baseType } }),
      }),
    )["van"];
  assert.equal(
    [base("microsoft.graph.carrier"), base("microsoft.graph.Carrier"), base(null), base("")],
    ["carrier", "carrier", undefined, undefined],
  );
});

bases("text counts more than the annotation, and the difference is found", () => {
  const api = apiOf({
    "resources/carrier.md": resource("carrier", { properties: [id] }),
    "resources/thing.md": resource("thing", { properties: [id] }),
    "resources/van.md": resource("van", {
      text: inherits("carrier"),
      properties: ["|doors|Int32|How many.|"],
      annotation: { baseType: "microsoft.graph.thing" },
      json: '{ "doors": 1024 }',
    }),
  });
  assert.is(basesOf(api)["van"], "carrier");
  assert.equal(findingsOf(api), ["base-differs microsoft.graph.van"]);
});

bases("a base of everything in the annotation, a nearer one in the text: no difference", () => {
  const api = apiOf({
    "resources/entity.md": entity,
    "resources/carrier.md": resource("carrier", { text: inherits("entity"), properties: [id] }),
    "resources/van.md": resource("van", {
      text: inherits("carrier"),
      properties: ["|doors|Int32|How many.|"],
      annotation: { baseType: "microsoft.graph.entity" },
      json: '{ "doors": 1024 }',
    }),
  });
  assert.is(basesOf(api)["van"], "carrier");
  assert.equal(findingsOf(api), []);
});

bases("properties of the base are taken out of the derived type, its key is inherited", () => {
  const api = apiOf({
    "resources/entity.md": entity,
    "resources/carrier.md": resource("carrier", {
      text: inherits("entity"),
      properties: ["|id|String|Inherited from [entity](entity.md)|", "|wheels|Int32|How many.|"],
    }),
    "resources/van.md": resource("van", {
      text: inherits("carrier"),
      properties: [
        "|doors|Int32|How many.|",
        "|id|String|Inherited from [entity](entity.md)|",
        "|wheels|Int32|Inherited from [carrier](carrier.md).|",
      ],
    }),
  });
  assert.equal(
    ["entity", "carrier", "van"].map((type) => Object.keys(typed(api, type))),
    [["id"], ["wheels"], ["doors"]],
  );
  assert.is(typeOf(api, "van").key, "id");
  assert.equal(typeOf(api, "entity").derived, ["microsoft.graph.carrier", "microsoft.graph.van"]);
});

bases("a row repeats what the nearest of several bases says", () => {
  const carried = (name: string, base: string | undefined, type: string): string =>
    resource(name, { ...(base && { text: inherits(base) }), properties: [id, `|load|[${type}](${type}.md)|What.|`] });
  const api = apiOf({
    "resources/load.md": resource("load", { properties: ["|weight|Int32|In tons.|"] }),
    "resources/sand.md": resource("sand", { text: inherits("load"), properties: ["|grain|Int32|In mm.|"] }),
    "resources/carrier.md": carried("carrier", undefined, "load"),
    "resources/van.md": carried("van", "carrier", "sand"),
    "resources/tipper.md": carried("tipper", "van", "sand"),
  });
  assert.equal(typed(api, "van"), { load: "object sand" });
  assert.equal(typed(api, "tipper"), {});
});

bases("a property may narrow the base's, any other repeat is left out", () => {
  const api = apiOf({
    "resources/carrier.md": resource("carrier", { properties: [id] }),
    "resources/van.md": resource("van", { text: inherits("carrier"), properties: ["|doors|Int32|How many.|"] }),
    "resources/tour.md": resource("tour", {
      properties: ["|by|[carrier](carrier.md)|Who drives.|", "|stops|Int32|How many.|"],
    }),
    "resources/vantour.md": resource("vanTour", {
      text: inherits("tour"),
      properties: ["|by|[van](van.md)|Who drives.|", "|stops|Int64|How many.|"],
    }),
  });
  assert.equal(typed(api, "vanTour"), { by: "object van" });
});

bases(
  "a repeated row keeps the values that the base does not list; what its enumeration lacks, and another type, is a finding",
  () => {
    const api = apiOf({
      "resources/enums.md": "# Enums\n\n### pace values\n\n|Member|\n|:--|\n|walk|\n|ride|",
      "resources/carrier.md": resource("carrier", {
        properties: [
          "|id|String|Its name.|",
          "|colour|String|Possible values are: `red`, `blue`.|",
          "|tags|String collection|Words.|",
          "|pace|pace|How fast.|",
          "|other|pace|How fast.|",
        ],
      }),
      "resources/van.md": resource("van", {
        text: inherits("carrier"),
        properties: [
          "|id|String|Possible values are: `left`, `right`.|",
          "|colour|String|Possible values are: `red`, `blue`.|",
          "|tags|String|Possible values are: `old`, `new`.|",
          "|pace|String|Possible values are: `Walk`, `swim`.|",
          "|other|String|Possible values are: `walk`, `ride`.|",
        ],
      }),
    });
    assert.equal(typed(api, "van"), { id: '"left" | "right" | String' });
    assert.equal(
      api.findings.map(({ rule, page, line, message }) => [rule, page, line, message]),
      [
        [
          "property-base-differs",
          "resources/van.md",
          13,
          "The table gives tags the type String, resources/carrier.md, from where it is inherited, says String collection: that is what it has.",
        ],
        [
          "enum-differs",
          "resources/van.md",
          14,
          "The enumeration pace has other members on resources/enums.md: only here swim.",
        ],
      ],
    );
  },
);

bases("rows marked as inherited state a base where nothing else does: the nearest of them", () => {
  const api = apiOf({
    "resources/entity.md": entity,
    "resources/carrier.md": resource("carrier", { text: inherits("entity"), properties: ["|wheels|Int32|How many.|"] }),
    "resources/van.md": resource("van", {
      properties: [
        "|id|String|Inherited from [entity](entity.md)|",
        "|wheels|Int32|Inherited from [carrier](carrier.md)|",
        "|doors|Int32|How many.|",
      ],
    }),
  });
  assert.is(basesOf(api)["van"], "carrier");
  assert.equal(typed(api, "van"), { doors: "Int32" });
});

bases("a base without a page is made of the rows that come from it", () => {
  const api = apiOf({
    "resources/van.md": resource("van", {
      text: "Inherits from [carrier](carrier.md).",
      properties: ["|wheels|Int32|How many. Inherited from [carrier](carrier.md)|", "|doors|Int32|How many.|"],
    }),
    "resources/bike.md": resource("bike", {
      text: "Inherits from [carrier](carrier.md).",
      properties: [
        "|wheels|Int32|Inherited from [carrier](carrier.md)|",
        "|bell|Boolean|Inherited from [carrier](carrier.md)|",
      ],
    }),
  });
  assert.equal(basesOf(api), { bike: "carrier", carrier: undefined, van: "carrier" });
  assert.equal(
    [typed(api, "carrier"), typed(api, "van"), typed(api, "bike")],
    [{ wheels: "Int32", bell: "Boolean" }, { doors: "Int32" }, {}],
  );
  assert.ok(typeOf(api, "carrier").inferred);
  assert.equal(findingsOf(api).filter((finding) => finding.startsWith("base-unknown")).length, 1);
});

bases("a keyed type without a base is an entity, where the docs have one", () => {
  const pages = {
    "resources/stamp.md": resource("stamp", { properties: [id] }),
    "resources/parcel.md": resource("parcel", {
      properties: [id],
      annotation: { keyProperty: "id" },
      json: '{ "id": "String" }',
    }),
  };
  assert.equal(basesOf(apiOf(pages)), { parcel: undefined, stamp: undefined });
  assert.equal(basesOf(apiOf({ ...pages, "resources/entity.md": entity })), {
    entity: undefined,
    parcel: "entity",
    stamp: undefined,
  });
});

bases("bases in a circle are cut and found; every type is still there", () => {
  const api = apiOf({
    "resources/a.md": resource("a", { text: inherits("b"), properties: ["|one|Int32|First.|"] }),
    "resources/b.md": resource("b", { text: inherits("c"), properties: ["|two|Int32|Second.|"] }),
    "resources/c.md": resource("c", { text: inherits("a"), properties: ["|three|Int32|Third.|"] }),
    "resources/me.md": resource("me", { text: inherits("me"), properties: [id] }),
  });
  assert.equal(basesOf(api), { a: undefined, b: "c", c: "a", me: undefined });
  assert.equal(findingsOf(api), ["base-cycle microsoft.graph.a"]);
  assert.equal(
    ["a", "b", "c"].map((type) => Object.keys(typed(api, type))),
    [["one"], ["two"], ["three"]],
  );
});

bases("a property typed as its own type or as each other's", () => {
  const api = apiOf({
    "resources/box.md": resource("box", {
      properties: ["|inner|[box](box.md)|What it holds.|", "|lid|[lid](lid.md)|On top.|"],
    }),
    "resources/lid.md": resource("lid", { properties: ["|of|[box](box.md)|Below.|"] }),
  });
  assert.equal(
    [words(propertyOf(api, "box.inner").type), words(propertyOf(api, "lid.of").type)],
    ["object box", "object box"],
  );
});

bases.run();
