/** All pages joined: the same whatever their order, and never an exception. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { byPlace } from "../../generator/findings/rules.js";
import { linkApi } from "../../generator/model/link.js";
import { parcels } from "../helpers/parcels.js";
import { pageOf } from "../read/page-of.js";
import { apiOf, exchange, operation, operationOf, resource, type Pages } from "./api-of.js";

const link = suite("model/link");

const messy: Pages = {
  ...parcels,
  "api/crate-get.md": operation({
    title: "Get crate",
    request: "GET /crates/{id}\nGET crates/{id}",
    response:
      "If successful, this method returns a `200 OK` response code and a [crate](../resources/crate.md) object.",
    examples: [exchange({ request: "GET /v1.0/crates/c-1", response: 'HTTP/1.1 200 OK\n\n{ "bars": "none" }' })],
  }),
  "resources/a-depot.md": resource("depot", { properties: ["|id|Int32|Its number.|"], annotation: {} }),
  "resources/b-depot.md": resource("depot", { properties: ["|id|String|Its name.|"], annotation: {} }),
  "resources/crate.md": resource("crate", {
    text: "Inherits from [box](box.md).",
    properties: ["|bars|Int32|How many.|"],
  }),
  "resources/box.md": resource("box", {
    text: "Inherits from [crate](crate.md).",
    properties: ["|lid|waybill|On top.|"],
  }),
  "resources/moods.md": "# Moods\n\n### mood values\n\n|Member|\n|:--|\n|fine|",
  "resources/other-moods.md": "# Moods\n\n### mood values\n\n|Member|\n|:--|\n|tired|",
};

link("the same pages make the same API", () => {
  assert.equal(JSON.stringify(apiOf(messy)), JSON.stringify(apiOf(messy)));
});

link("the order of the pages makes no difference", () => {
  const reversed = Object.fromEntries(Object.entries(messy).reverse());
  assert.is(JSON.stringify(apiOf(reversed)), JSON.stringify(apiOf(messy)));
});

link("pages are read only: the same ones can be linked twice", () => {
  const pages = Object.entries(messy).map(([path, text]) => pageOf(text, path));
  const before = JSON.stringify(pages);
  const first = JSON.stringify(linkApi(pages));
  assert.is(JSON.stringify(pages), before);
  assert.is(JSON.stringify(linkApi(pages)), first);
});

link("everything stands in code-point order, findings by their place", () => {
  const api = apiOf(messy);
  for (const names of [
    api.operations.map(({ id }) => id),
    api.types.map((type) => type.name),
    api.enums.map((one) => one.name),
  ]) {
    assert.ok(names.length > 1);
    assert.equal(names, [...names].sort());
  }
  assert.equal(api.findings, [...api.findings].sort(byPlace));
});

link("plain data: nothing is lost on the way through JSON", () => {
  const api = apiOf(messy);
  assert.equal(JSON.parse(JSON.stringify(api)), api);
});

link("no pages, no API", () => {
  assert.equal(linkApi([]), {
    dialect: "graph",
    rootNamespace: "microsoft.graph",
    operations: [],
    types: [],
    enums: [],
    findings: [],
  });
});

link("findings of the reader are findings of the API", () => {
  const api = apiOf({ "resources/parcel.md": "Just words." });
  assert.equal(
    api.findings.map(({ rule }) => rule),
    ["no-title"],
  );
});

link("the base URL is the one that most examples use", () => {
  const shown = (...urls: readonly string[]) =>
    apiOf({
      "api/parcel-get.md": operation({
        examples: urls.map((url) => exchange({ request: `GET ${url}`, response: "HTTP/1.1 200 OK" })),
      }),
    }).baseUrl;
  const [v1, beta] = ["https://api.example.org/v1.0", "https://api.example.org/beta"];
  assert.is(shown(`${beta}/parcels/1`, `${v1}/parcels/2`, `${v1}/parcels/3?$top=1`), v1);
  assert.is(shown(`${v1}/parcels/1`, `${beta}/parcels/2`), beta);
  assert.is(shown("https://api.example.org/parcels/1"), "https://api.example.org");
  assert.is(shown("/parcels/1"), undefined);
  assert.is(shown("https://files.example.org/1", "https://files.example.org/2", `${v1}/parcels/1`), v1);
});

link("a stated base may have a path without a version: no absolute address has it a second time", () => {
  const base = "https://api.example.org/rest";
  const page = (line: string): string =>
    operation({
      text: `The base URL is \`${base}\`.`,
      request: `GET ${line}`,
      examples: [exchange({ request: `GET ${base}/parcels/1`, response: "HTTP/1.1 204 No Content" })],
    });
  for (const line of [`${base}/parcels/{id}`, "/parcels/{id}"]) {
    const api = apiOf({ "api/parcel-get.md": page(line) });
    assert.is(api.baseUrl, base);
    const { routes, examples } = operationOf(api);
    assert.equal(
      routes.map(({ template }) => template),
      ["/parcels/{parcelId}"],
    );
    assert.equal(examples[0]?.call?.where, { parcelId: "1" });
  }
});

link("request lines count as well, addresses that a call hands out do not", () => {
  const piece = '<!-- { "blockType": "request", "opaqueUrl": true } -->\n```http\nPUT https://up.example.org/1\n```';
  const pages = (request: string): Pages => ({
    "api/parcel-send.md": operation({ request, examples: [`### Request\n\n${piece}\n\n${piece}`] }),
  });
  assert.is(apiOf(pages("PUT /parcels/{id}")).baseUrl, undefined);
  assert.is(apiOf(pages("PUT https://api.example.org/parcels/{id}")).baseUrl, "https://api.example.org");
});

// Whatever a page looks like: it is read, linked, and at most a finding.
const broken: Pages = {
  "empty.md": "",
  "only front matter.md": "---\ntitle: x\n---\n",
  "api/no-sections.md": "# Get parcel",
  "api/empty-fence.md": operation({ request: "", response: "", body: "", query: "" }),
  "api/odd-lines.md": operation({ request: "GET {\nGET }\nGET (\nGET /{}{}\nGET /a(b=\nGET ?\nPATCH /x\nOPTIONS /x" }),
  "api/odd-bodies.md": operation({
    title: "Create parcel",
    request: "POST /parcels",
    body: "Supply a [parcel](parcel.md) object.\n\n|Property|Type|Description|\n|:--|:--|:--|\n||||\n|__proto__|constructor|toString|",
    response: "If successful, this method returns a `999` response code and a [](x.md) of [.](..) objects.",
    examples: [
      exchange({ request: "POST /parcels\n\nnull", response: "HTTP/1.1 200 OK\n\nnull" }),
      exchange({ request: "POST /parcels\n\n[[]]", response: "HTTP/1.1 200 OK\n\n[1, [2]]" }),
      exchange({
        request: "POST /%\n\n{",
        response: 'HTTP/1.1 200 OK\n\n{ "@odata.type": 5, "value": { "value": [null] } }',
      }),
      exchange({
        request: "POST /parcels",
        response: 'HTTP/1.1 200 OK\n\n{ "__proto__": { "@odata.type": "#constructor" }, "toString": 1, "value": "x" }',
        type: "Collection()",
      }),
    ],
  }),
  "resources/constructor.md": resource("constructor", {
    properties: [
      "|__proto__|constructor|Odd.|",
      "|toString|[]()|Odd.|",
      "|hasOwnProperty||Possible values are: `a`, `valueOf`.|",
    ],
    json: '{ "__proto__": "String", "valueOf": [[]], "constructor": { "@odata.type": "" } }',
  }),
  "resources/itself.md": resource("itself", {
    text: "Inherits from [itself](itself.md).",
    properties: ["|it|[itself](itself.md)|Inherited from [itself](itself.md)|"],
    annotation: { baseType: "microsoft.graph.itself", keyProperty: "nothing" },
  }),
  "resources/lists.md":
    "# Lists\n\n### values\n\n|Member|\n|:--|\n||\n\n### toString values\n\n|Member|Value|\n|:--|:--|\n|__proto__|x|",
};

for (const [path, text] of Object.entries(broken)) {
  link(`never throws: ${path}`, () => {
    assert.not.throws(() => apiOf({ [path]: text }));
    assert.not.throws(() => apiOf({ ...messy, [path]: text }));
  });
}

for (const [path, text] of Object.entries(parcels)) {
  link(`never throws: ${path}, cut off behind any line`, () => {
    const others = Object.entries(parcels).filter(([other]) => other !== path);
    const pages = others.map(([other, whole]) => pageOf(whole, other));
    const cuts = text.split("\n").map((_, i, all) => all.slice(0, i).join("\n"));
    for (const cut of cuts) assert.not.throws(() => linkApi([...pages, pageOf(cut, path)]));
  });
}

link("never throws: all of them together, without any of their neighbours", () => {
  assert.not.throws(() => apiOf(broken));
});

link("a page that cannot be understood fails alone", () => {
  const clean = apiOf(parcels);
  const both = apiOf({ ...parcels, ...broken });
  const ids = clean.operations.map(({ id }) => id);
  assert.equal(
    both.operations.filter(({ id }) => ids.includes(id)),
    clean.operations,
  );
});

link.run();
