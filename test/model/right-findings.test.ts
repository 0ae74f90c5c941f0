/** What only looks like a slip: beside each stands what is one, or what is said of it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels, permissionTable, resourcePage } from "../helpers/parcels.js";
import { apiOf, type Pages } from "./api-of.js";

const right = suite("model/right findings");

const get = parcels["api/parcel-get.md"] ?? "";
const create = parcels["api/parcel-post.md"] ?? "";
const parcel = parcels["resources/parcel.md"] ?? "";

/** What is told of the parcels with these pages in place of theirs. */
function told(pages: Pages): readonly string[] {
  return apiOf({ ...parcels, ...pages }).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

function withRows(...rows: readonly string[]): Pages {
  return { "resources/parcel.md": parcel.replace("|id|", `${rows.join("\n")}\n|id|`) };
}

right("the parcels have nothing to tell", () => assert.equal(told({}), []));

right("what the table of an inner object requires, an example has further inside", () => {
  const inner =
    "|seals|Object[]|Its seals. Required.|\n\nEach seal has:\n\n|Property|Type|Description|\n|:---|:---|:---|\n|colour|String|Required.|";
  const page = create.replace(
    "|weight|Int32|In kilograms. Required.|",
    `|weight|Int32|In kilograms. Required.|\n${inner}`,
  );
  const sent = (seal: string): Pages => ({
    "api/parcel-post.md": page.replace(
      '  "weight": 3\n}\n```\n\n### Response',
      `  "weight": 3,\n  "seals": [${seal}]\n}\n\`\`\`\n\n### Response`,
    ),
  });
  assert.equal(required(sent('{ "Colour": "red" }')), []);
  assert.equal(required(sent('{ "shade": "red" }')), [
    "example-required: The example request lacks what is required: colour.",
  ]);
});

function required(pages: Pages): readonly string[] {
  return told(pages).filter((one) => one.startsWith("example-required"));
}

right("a page of several types: a link is about the one that its text names, or about none", () => {
  const types = `# Small types\n\n## Seal\n\n### Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|colour|String|Of the wax.|\n\n## Depot address\n\n### Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|street|String|Where.|\n`;
  const shows = (text: string, value: string): readonly string[] =>
    told({
      "resources/small-types.md": types,
      ...withRows(`|from|[${text}](small-types.md)|Where it comes from.|`),
      "api/parcel-get.md": get.replace('"weight": 3', `"weight": 3,\n  "from": ${value}`),
    }).filter((one) => one.startsWith("example-property"));
  assert.equal(shows("POST.DepotAddress", '{ "street": "Quay" }'), []);
  assert.equal(shows("POST.depotAddressType", '{ "colour": "red" }'), [
    "example-property: The example shows colour, which DepotAddress does not have.",
  ]);
  assert.equal(shows("POST.Unheard", '{ "street": "Quay" }'), []);
});

right("a path may begin with words that are no version where request lines have no host", () => {
  const lines = get.replace("GET /parcels/{parcelId}", "GET /fleet/v1/parcels/{parcelId}");
  const at = (path: string): readonly string[] =>
    told({
      "api/parcel-get.md": lines.replace(
        "https://graph.microsoft.com/v1.0/parcels/p-17",
        `https://graph.microsoft.com${path}`,
      ),
    }).filter((one) => one.startsWith("example-url"));
  assert.equal(at("/fleet/v1/parcels/p-17"), []);
  assert.equal(at("/fleet/v1/crates/p-17"), [
    "example-url: No request line of the page gives this call: GET https://graph.microsoft.com/fleet/v1/crates/p-17.",
  ]);
});

right("a request line is no example of itself", () => {
  const prefixed = (page: string): string =>
    page
      .replace(/\n(GET|POST|DELETE) \/parcels/, "\n$1 depotPrefix/parcels")
      .replaceAll("https://graph.microsoft.com/", "https://{depotPrefix}/api/");
  const bare = prefixed(get)
    .replace("parcels/{parcelId}", "parcels")
    .replace(/### Request[\s\S]*?\n```\n/, "")
    .replace("HTTP/1.1 200 OK\nContent-Type: application/json\n\n", "");
  const pages = Object.fromEntries(Object.entries(parcels).map(([path, text]) => [path, prefixed(text)]));
  assert.equal(
    told({ ...pages, "api/parcel-get.md": bare }).filter((one) => /^example-url.*GET depotPrefix/.test(one)),
    [],
  );
});

right("some pairs of key and value are no type, nor is the standard that a scalar is linked to", () => {
  const types = (...rows: readonly string[]): readonly string[] =>
    told(withRows(...rows)).filter((one) => one.startsWith("type-unknown"));
  assert.equal(types("|marks|key/value pairs|Of any name.|"), []);
  assert.equal(types("|at|[dateTime](https://tools.example.org/rfc)|When.|"), []);
  assert.equal(types("|marks|key of seals|Which.|"), ["type-unknown: No page describes the type keyOfSeals."]);
});

right("a description that says where a property comes from says nothing of changes", () => {
  assert.equal(
    told(withRows("|createdDateTime|DateTimeOffset|Inherited from changeTrackedEntity.|")).filter((one) =>
      one.startsWith("property-description"),
    ),
    [],
  );
  assert.equal(
    told(withRows("|createdDateTime|DateTimeOffset|When it was changed.|")).filter((one) =>
      one.startsWith("property-description"),
    ),
    ["property-description: The description of createdDateTime tells of what was modified: When it was changed.."],
  );
});

right("words in the cell of an account that lead to scenarios below it", () => {
  const table = (cell: string, label: string): Pages => ({
    "api/parcel-get.md": get.replace(
      permissionTable,
      permissionTable.replace(
        "|Delegated (work or school account)|Parcel.Read.All, Parcel.ReadWrite.All|",
        `|Delegated (work or school account)|${cell}|\n|&nbsp;${label}|Parcel.Read.All|`,
      ),
    ),
  });
  assert.equal(told(table("_varies by depot_", "Harbour")), []);
  assert.equal(told(table("Parcel.ReadWrite.All", "Harbour")), [
    "permission-unreadable: The Harbour permissions cannot be read: no account is called so: Parcel.Read.All.",
  ]);
});

right("JSON below the words `Request body` is sent with the request above them", () => {
  const labelled = create.replace(
    '\nContent-Type: application/json\n\n{\n  "weight": 3\n}\n```',
    '\n```\n\n**Request body**\n\n```json\n{\n  "weight": "much"\n}\n```',
  );
  assert.equal(told({ "api/parcel-post.md": labelled }), [
    'example-type: The example shows "much" for weight, which is documented as Int32.',
  ]);
});

right("words below `Response` may answer a request in place of an example", () => {
  const from = get.indexOf("### Response");
  const answered = (words: string): Pages => ({
    "api/parcel-get.md": `${get.slice(0, from)}### Response\n\n${words}\n`,
  });
  assert.equal(told(answered("The response is `200 OK`, with the parcel.")), []);
  assert.equal(told(answered("Depots differ.")), ["example-unpaired: The example request get_parcel has no response."]);
});

right("no body is meant where words stand for it", () => {
  const asked = create.replace('{\n  "weight": 3\n}\n```\n\n### Response', "No-Content-Body\n```\n\n### Response");
  assert.equal(
    told({ "api/parcel-post.md": asked }).filter((one) => one.startsWith("json-")),
    [],
  );
});

right("an annotation that is to be ignored does not contradict the text", () => {
  const other = { "resources/van.md": resourcePage("van", "Carries parcels.") };
  const annotated = (blockType: string): readonly string[] =>
    told({
      ...other,
      "api/parcel-get.md": get.replace(
        '"blockType": "response", "@odata.type": "microsoft.graph.parcel"',
        `"blockType": "${blockType}", "@odata.type": "microsoft.graph.van"`,
      ),
    }).filter((one) => one.startsWith("response-type"));
  assert.equal(annotated("ignored"), []);
  assert.equal(annotated("response"), ["response-type-differs: The text says parcel, the annotation van."]);
});

right("types are called as the table calls them", () => {
  assert.equal(
    told({
      "resources/parcel.md": parcel.replace("|weight|Int32|", "|weight|boolean|").replace('"weight": 3', '"weight": 3'),
    })
      .filter((one) => one.startsWith("property-type-differs"))
      .map((one) => one.replace(/, the JSON.*/, "")),
    ["property-type-differs: The table gives weight the type boolean"],
  );
});

right("plain words in the plural may mean one or several", () => {
  const list = get
    .slice(0, get.indexOf("## Examples"))
    .replace(
      "a [parcel](../resources/parcel.md) object",
      "a collection of [parcelNotes](../resources/parcel-note.md) objects",
    );
  const returns = (cell: string): readonly string[] =>
    told({
      "resources/parcel-note.md": resourcePage("parcelNotes", "What is written on it."),
      "api/parcel-get.md": list,
      "resources/parcel.md": parcel.replace(
        "## Properties",
        `## Methods\n\n|Method|Return type|Description|\n|:---|:---|:---|\n|[Get](../api/parcel-get.md)|${cell}|Reads.|\n\n## Properties`,
      ),
    }).filter((one) => one.startsWith("methods-differ"));
  assert.equal(returns("parcel notes"), []);
  assert.equal(returns("[parcelNotes](parcel-note.md)"), [
    "methods-differ: The table of methods says that Get returns parcelNotes, its page says a collection of parcelNotes.",
  ]);
});

right("whatever the column of addresses is called, a table of requests is one", () => {
  const page = (row: string): Pages => ({
    "api/parcel-get.md": get.replace("```http\nGET /parcels/{parcelId}\n```", `|Method|Delete|\n|:---|:---|\n${row}`),
  });
  const missing = (row: string): boolean => told(page(row)).some((one) => one.startsWith("request-missing"));
  assert.is(missing("|GET|/parcels/{parcelId}|"), false);
  assert.is(missing("|Get|{baseURL}/parcels/{parcelId}|"), false);
  assert.is(missing("|Slowly|By van.|"), true);
});

right("a lone array is a list, whatever its key", () => {
  const list = get.replace(
    "a [parcel](../resources/parcel.md) object",
    "a collection of [parcel](../resources/parcel.md) objects",
  );
  const shows = (body: string): readonly string[] =>
    told({ "api/parcel-get.md": list.replace(/\{\n {2}"id": "p-17"[^}]*\}/, body) }).filter((one) =>
      one.startsWith("response-collection-differs"),
    );
  assert.equal(shows('{ "count": 1, "Value": [{ "id": "p-17" }] }'), []);
  assert.equal(shows('{ "id": "p-17" }'), [
    "response-collection-differs: The text says a collection, the example shows one object.",
  ]);
});

right("what is expanded belongs to another type, whose properties the page does not tell", () => {
  const expanded = get
    .replace("GET /parcels/{parcelId}\n", "GET /parcels/{parcelId}\nGET /vans/{vanId}?$expand=parcel\n")
    .replace(
      "GET https://graph.microsoft.com/v1.0/parcels/p-17",
      "GET https://graph.microsoft.com/v1.0/vans/v-1?$expand=parcel&$select=plate",
    );
  assert.equal(
    told({ "api/parcel-get.md": expanded }).filter((one) => one.startsWith("example-untyped")),
    [],
  );
  const own = get.replace("v1.0/parcels/p-17", "v1.0/parcels/p-17?$select=plate");
  assert.equal(told({ "api/parcel-get.md": own }), [
    "example-untyped: The example's request is not what the page says of it: plate in $select is no property of parcel.",
  ]);
});

right("`None.` below the heading of the body says that there is none", () => {
  const none = get
    .replaceAll("GET ", "DELETE ")
    .replace("Don't supply a request body for this method.", "None.\n\nUse the id of an object that was listed.");
  assert.equal(
    told({ "api/parcel-get.md": none }).filter((one) => one.startsWith("example-untyped")),
    [],
  );
});

right(
  "of a file to which a call redirects, or JSON, the sentence on the JSON is compared with what is shown of it",
  () => {
    const report = (words: string, json: string): readonly string[] =>
      told({
        "api/parcel-get.md": get
          .replace(
            /If successful, .*/,
            `### CSV\n\nIf successful, this method returns a \`302 Found\` response that redirects to a file.\n\n### JSON\n\nIf successful, this method returns a \`200 OK\` response code and ${words} in the response body.`,
          )
          .replace(/\{\n {2}"id": "p-17"[^}]*\}/, json),
      });
    const list = '{ "value": [{ "id": "p-17" }] }';
    const [one, several] = [
      "a [parcel](../resources/parcel.md) object",
      "a collection of [parcel](../resources/parcel.md) objects",
    ];
    assert.equal(report(several, list), []);
    assert.equal(report(one, '{ "id": "p-17" }'), []);
    assert.equal(report(one, list), [
      "response-collection-differs: The text says one object, the example shows a collection.",
    ]);
  },
);

right.run();
