/** Pages against each other: what is said twice, and differs. Beside each finding stands what is none. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { linkApi } from "../../generator/model/link.js";
import { apiOf, exchange, json, operation, resource, type Pages } from "./api-of.js";

const checks = suite("model/checks");

const said = (what: string): string => `If successful, this method returns a \`200 OK\` response code and ${what}.`;
const parcel = "a [parcel](../resources/parcel.md) object in the response body";
const parcels = "a collection of [parcel](../resources/parcel.md) objects in the response body";
const get = operation({ title: "Get parcel", request: "GET /parcels/{parcelId}", response: said(parcel) });
const list = operation({ title: "List parcels", request: "GET /parcels", response: said(parcels) });
const remove = operation({
  title: "Delete parcel",
  request: "DELETE /parcels/{parcelId}",
  response: "If successful, this method returns a `204 No Content` response code.",
});
const operations: Pages = {
  "api/parcel-get.md": get,
  "api/parcel-list.md": list,
  "api/parcel-delete.md": remove,
};

/** Messages of one rule. */
function messages(pages: Pages, rule: string, options: Parameters<typeof linkApi>[1] = {}): readonly string[] {
  return apiOf(pages, options).findings.flatMap((one) => (one.rule === rule ? [one.message] : []));
}

/** The page of the type with a table of methods: what each link leads to, and what it is said to return. */
function withMethods(...rows: readonly (readonly [name: string, returns: string])[]): Pages {
  const lines = rows.map(([name, returns]) => `|[${name}](../api/parcel-${name}.md)|${returns}|Of a parcel.|`);
  const table = ["## Methods", "", "|Method|Return type|Description|", "|:---|:---|:---|", ...lines].join("\n");
  return {
    ...operations,
    "resources/parcel.md": resource("parcel", { properties: ["|id|String|Key.|"], rest: table }),
  };
}

checks("what the table of methods says that they return", () => {
  const right = withMethods(
    ["get", "[parcel](parcel.md)"],
    ["list", "[parcel](parcel.md) collection"],
    ["delete", "None"],
  );
  assert.equal(messages(right, "methods-differ"), []);
  const wrong = withMethods(["get", "None"], ["list", "[parcel](parcel.md)"], ["delete", "[parcel](parcel.md)"]);
  assert.equal(messages(wrong, "methods-differ"), [
    "The table of methods says that get returns None, its page says parcel.",
    "The table of methods says that list returns [parcel](parcel.md), its page says a collection of parcel.".replace(
      "[parcel](parcel.md)",
      "parcel",
    ),
    "The table of methods says that delete returns parcel, its page says that it returns nothing.",
  ]);
});

checks("a method without a page, where most have one; a part of other docs lacks most", () => {
  const none = "None";
  const one = withMethods(["get", ""], ["list", ""], ["delete", none], ["get", ""], ["weigh", none]);
  assert.equal(messages(one, "methods-link"), [
    "The table of methods leads to ../api/parcel-weigh.md, which does not exist.",
  ]);
  const most = withMethods(["get", ""], ["weigh", none], ["send", none]);
  assert.equal(messages(most, "methods-link"), []);
});

checks("a permission of another kind of account", () => {
  const table = (application: string): string =>
    `|Permission type|Permissions|\n|:---|:---|\n|Delegated (work or school account)|Parcel.Read|\n|Application|${application}|`;
  const pages = (application: string): Pages => ({
    "api/parcel-get.md": operation({ request: "GET /parcels/{parcelId}", permissions: table(application) }),
  });
  const permissionNames = ["Parcel.Read", "Parcel.Read.All", "Parcel.Send"];
  const permissionAccounts = { "Parcel.Read": ["delegated"], "Parcel.Read.All": ["application", "delegated"] } as const;
  const told = (application: string) =>
    messages(pages(application), "permission-account", { permissionNames, permissionAccounts });
  assert.equal(told("Parcel.Read, Parcel.Read.All"), [
    "Among the application permissions stands what the permissions reference lists for delegated only: Parcel.Read.",
  ]);
  // the reference does not say for whom the last one is
  assert.equal(told("Parcel.Read.All, Parcel.Send"), []);
});

checks("addresses of another version, of the example and in its answer", () => {
  const page = (request: string, context: string): Pages => ({
    ...operations,
    "api/parcel-get.md": operation({
      request: "GET /parcels/{parcelId}",
      response: said(parcel),
      examples: [
        exchange({
          request: `GET ${request}/parcels/p-1`,
          response: json("HTTP/1.1 200 OK", { "@odata.context": `${context}/$metadata#parcels`, id: "p-1" }),
        }),
        exchange({
          request: "GET https://depot.example/v1.0/parcels/p-2",
          response: json("HTTP/1.1 200 OK", { id: "p-2" }),
        }),
      ],
    }),
    "api/parcel-list.md": operation({
      title: "List parcels",
      request: "GET /parcels",
      response: said(parcels),
      examples: [
        exchange({
          request: "GET https://depot.example/v1.0/parcels",
          response: json("HTTP/1.1 200 OK", { value: [] }),
        }),
      ],
    }),
    "resources/parcel.md": resource("parcel", { properties: ["|id|String|Key.|"] }),
  });
  const own = "https://depot.example/v1.0";
  assert.equal(messages(page(own, own), "version-differs"), []);
  assert.equal(messages(page(own, "https://depot.example/beta"), "version-differs"), [
    "The @odata.context of the answer is of the version beta, these docs are of v1.0.",
  ]);
  assert.equal(messages(page("https://depot.example/beta", own), "version-differs"), [
    "The address of the example is of the version beta, these docs are of v1.0.",
  ]);
  // another service
  assert.equal(messages(page(own, "https://other.example/beta"), "version-differs"), []);
});

checks("a content type that is required where nothing is sent", () => {
  const headers = ["|Content-Type|application/json. Required.|"];
  const page = (parts: Parameters<typeof operation>[0]): Pages => ({
    "api/parcel.md": operation({ headers, ...parts }),
  });
  assert.equal(messages(page({ request: "GET /parcels" }), "header-unneeded").length, 1);
  const body = "Supply a JSON object.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|weight|Int32|In kilograms.|";
  assert.equal(messages(page({ request: "POST /parcels", body }), "header-unneeded"), []);
});

for (const [name, description, said] of [
  ["lastModifiedDateTime", "When the parcel was created.", "created"],
  ["lastModifiedBy", "Who created the parcel.", "created"],
  ["createdBy", "Who last changed the parcel.", "modified"],
  ["lastModifiedDateTime", "When the parcel was created or last modified.", undefined],
  ["createdDateTime", "When the parcel was created.", undefined],
  ["contents", "What was created.", undefined],
] as const) {
  checks(`${name}: ${description}`, () => {
    const page = resource("parcel", { properties: [`|${name}|String|${description}|`] });
    assert.equal(
      messages({ "resources/parcel.md": page }, "property-description"),
      said === undefined
        ? []
        : [`The description of ${name} tells of what was ${said}: ${description}`].map((one) => `${one}.`),
    );
  });
}

checks("a type that an example names and no page describes, once a page", () => {
  const shown = (type: string): Pages => ({
    "api/parcel-get.md": operation({
      request: "GET /parcels/{parcelId}",
      response: said(parcel),
      examples: [
        exchange({
          request: "GET /parcels/p-1",
          response: json("HTTP/1.1 200 OK", { id: "p-1", seals: [{ "@odata.type": type }, { "@odata.type": type }] }),
        }),
      ],
    }),
    "resources/parcel.md": resource("parcel", {
      properties: ["|id|String|Key.|", "|seals|[seal](seal.md) collection|On it.|"],
    }),
    "resources/seal.md": resource("seal", { properties: ["|colour|String|Red.|"] }),
  });
  assert.equal(messages(shown("#microsoft.graph.waxSeal"), "discriminator-unknown"), [
    "No page describes the type waxSeal, which the example names in @odata.type.",
  ]);
  for (const known of [
    "#microsoft.graph.seal",
    "#Collection(microsoft.graph.seal)",
    "#Edm.String",
    "#other.house.waxSeal",
  ])
    assert.equal(messages(shown(known), "discriminator-unknown"), [], known);
});

checks("what is found all over the docs is a habit of the house, told once; elsewhere each place is told", () => {
  const pages = (count: number, id: (at: number) => string): Pages => ({
    "resources/parcel.md": resource("parcel", { properties: ["|id|String|Key.|", "|weight|Int32|In kilograms.|"] }),
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `api/parcel-get-${at}.md`,
        operation({
          request: `GET /parcels/{parcelId}/way${at}`,
          response: said(parcel),
          examples: [
            exchange({
              request: `GET /parcels/p-1/way${at}`,
              response: json("HTTP/1.1 200 OK", { id: "p-1", [id(at)]: 3 }),
            }),
          ],
        }),
      ]),
    ),
  });
  const rules = (all: Pages): readonly string[] =>
    apiOf(all).findings.flatMap(({ rule, message }) => (message.includes("eight") ? [rule] : []));
  assert.equal(rules(pages(12, () => "Weight")), ["convention"]);
  assert.equal(rules(pages(12, (at) => (at < 3 ? "Weight" : "weight"))), Array<string>(3).fill("example-property"));
});

checks(
  "a header that every request lacks although its page requires it is told once, and a placeholder hides none",
  () => {
    const pages = (count: number, headers: string): Pages => ({
      "resources/parcel.md": resource("parcel", { properties: ["|id|String|Key.|"] }),
      ...Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `api/parcel-delete-${at}.md`,
          operation({
            request: `DELETE /parcels({parcelId})/way${at}`,
            headers: ["|If-Match|Its last version. Required.|"],
            response: "If successful, this method returns a `204 No Content` response code.",
            examples: [
              exchange({
                request: `DELETE https://api.example/parcels({id})/way${at}${headers}`,
                response: "HTTP/1.1 204 No Content",
              }),
            ],
          }),
        ]),
      ),
    });
    const lacks = (all: Pages): readonly string[] =>
      apiOf(all).findings.flatMap(({ rule, message }) => (message.includes("header If-Match") ? [rule] : []));
    assert.equal(lacks(pages(1, "")), ["example-untyped"]);
    assert.equal(lacks(pages(12, "")), ["convention"]);
    assert.equal(lacks(pages(1, '\nIf-Match: "7"')), []);
  },
);

checks("a placeholder in the address is no reason for a body that is not there", () => {
  const sent = (body: string): readonly string[] =>
    messages(
      {
        "resources/parcel.md": resource("parcel", { properties: ["|weight|Int32|In grams.|"] }),
        "api/parcel-update.md": operation({
          request: "PATCH /parcels({parcelId})",
          body: "In the request body, supply a JSON representation of a [parcel](../resources/parcel.md) object.",
          response: said(parcel),
          examples: [
            exchange({
              request: `PATCH https://api.example/parcels({id})${body}`,
              response: json("HTTP/1.1 200 OK", { weight: 3 }),
            }),
          ],
        }),
      },
      "example-untyped",
    );
  assert.equal(sent(""), [
    "The example's request is not what the page says of it: it has no body, which the page asks for.",
  ]);
  assert.equal(sent('\nContent-Type: application/json\n\n{ "weight": 3 }'), []);
});

checks.run();
