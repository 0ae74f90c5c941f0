/** Further classes of what only looks like a slip: each beside one that is. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels, resourcePage } from "../helpers/parcels.js";
import { apiOf, type Pages } from "./api-of.js";

const right = suite("model/right classes");

const get = parcels["api/parcel-get.md"] ?? "";
const create = parcels["api/parcel-post.md"] ?? "";
const parcel = parcels["resources/parcel.md"] ?? "";
const van = { "resources/van.md": resourcePage("van", "Carries parcels.") };
const several = "a collection of [parcel](../resources/parcel.md) objects";

/** What is told by these rules, or by all, of the parcels with these pages in place of theirs. */
function told(pages: Pages, ...rules: readonly string[]): readonly string[] {
  return apiOf({ ...parcels, ...pages })
    .findings.filter(({ rule }) => rules.length === 0 || rules.includes(rule))
    .map(({ message }) => message);
}

function withRow(row: string): Pages {
  return { "resources/parcel.md": parcel.replace("|id|", `${row}\n|id|`) };
}

function answering(body: string): string {
  return get.replace(/\{\n {2}"id": "p-17"[^}]*\}/, body);
}

right("what is required for some only is not missing where it is not sent", () => {
  const listed = (description: string): Pages => ({
    "api/parcel-post.md": create
      .replace(
        "|Property|Type|Description|\n|:---|:---|:---|",
        "|Property|Type|Required|Description|\n|:---|:---|:---|:---|",
      )
      .replace(
        "|weight|Int32|In kilograms. Required.|",
        `|weight|Int32|Yes|In kilograms.|\n|pass|String|Yes|${description}|`,
      ),
  });
  assert.equal(told(listed("Only required for parcels that cross a border.")), []);
  assert.equal(told(listed("Opens the border.")), ["The example request lacks what is required: pass."]);
});

right("where words say that not all is required, an example may go without some of it", () => {
  const asked = (words: string): Pages => ({
    "api/parcel-post.md": create
      .replace("supply a JSON object with these properties.", words)
      .replace(
        "|weight|Int32|In kilograms. Required.|",
        "|weight|Int32|In kilograms. Required.|\n|pass|String|Required.|",
      ),
  });
  assert.equal(told(asked("supply these properties. For a gift, not all of them are required.")), []);
  assert.equal(told(asked("supply these properties.")), ["The example request lacks what is required: pass."]);
});

right("the answer of another line of the page is not what its words are about", () => {
  const other = `### Request\n\n\`\`\`http\nGET https://graph.microsoft.com/v1.0/vans?$expand=parcels\n\`\`\`\n\n### Response\n\n<!-- { "blockType": "response", "@odata.type": "microsoft.graph.van" } -->\n\`\`\`http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "id": "v-1" }\n\`\`\`\n`;
  const page = get
    .replace("GET /parcels/{parcelId}", "GET /parcels/{parcelId}\nGET /vans?$expand=parcels")
    .replace(', "@odata.type": "microsoft.graph.parcel"', "");
  assert.equal(told({ ...van, "api/parcel-get.md": page + other }, "response-type-differs"), []);
  const own = get.replace("microsoft.graph.parcel", "microsoft.graph.van");
  assert.equal(told({ ...van, "api/parcel-get.md": own }, "response-type-differs"), [
    "The text says parcel, the annotation van.",
  ]);
});

right("a body of another address says nothing of what a line takes", () => {
  const image =
    "### Request\n\n```http\nPOST https://graph.microsoft.com/v1.0/parcels/p-17/photo\nContent-Type: image/png\n\nBytes of the photo\n```\n\n### Response\n\n```http\nHTTP/1.1 201 Created\n```\n\n";
  const page = create.replace("### Request\n", `${image}### Request\n`);
  assert.equal(told({ "api/parcel-post.md": page }, "example-type", "example-body"), []);
});

right("a link that is called by another type than it leads to is told by what it leads to", () => {
  const row = withRow("|carrier|[parcel](van.md)|Who carries it.|");
  const shown = answering('{ "id": "p-17", "carrier": { "@odata.type": "#microsoft.graph.parcel", "weight": 3 } }');
  assert.equal(told({ ...van, ...row, "api/parcel-get.md": shown }, "example-type"), [
    'The example shows "microsoft.graph.parcel" for carrier, which is documented as van.',
  ]);
});

right("dots in an array stand for further items", () => {
  const list = (items: string): Pages => ({
    "api/parcel-get.md": answering(`{ "value": [${items}] }`).replace(
      "a [parcel](../resources/parcel.md) object",
      several,
    ),
  });
  assert.equal(told(list('{ "id": "p-17" }, [...]'), "example-type"), []);
  assert.equal(told(list('{ "id": "p-17" }, []'), "example-type").length, 1);
});

right("`{}` may be sent where the page says so", () => {
  const sends = (body: string): string =>
    `### Request\n\n\`\`\`http\nPOST https://graph.microsoft.com/v1.0/parcels/$ref\nContent-Type: application/json\n\n${body}\n\`\`\`\n\n### Response\n\n\`\`\`http\nHTTP/1.1 204 No Content\n\`\`\`\n\n`;
  const reference = (words: string): Pages => ({
    "api/parcel-post.md": `${create
      .slice(0, create.indexOf("### Request"))
      .replace("POST /parcels", "POST /parcels/$ref")
      .replace(
        /In the request body, supply[\s\S]*?(?=## Examples)/,
        `${words}\n\n## Response\n\n\`204 No Content\`\n\n`,
      )}${sends('{ "@odata.id": "https://graph.microsoft.com/v1.0/parcels/p-17" }')}${sends("{ }")}`,
  });
  const asked = "In the request body, supply the `@odata.id` of the parcel.";
  assert.equal(told(reference(`${asked} To clear it, send {}.`), "example-type"), []);
  assert.equal(told(reference(asked), "example-type").length, 1);
});

right("a member of an enumeration is no placeholder, be it called so", () => {
  const row = withRow("|kind|kind|Which. Possible values are: `string`, `box`.|");
  const shown = answering('{ "id": "p-17", "kind": "String" }');
  assert.equal(told({ ...row, "api/parcel-get.md": shown }, "example-placeholder"), []);
  const other = withRow("|kind|kind|Which. Possible values are: `bag`, `box`.|");
  assert.equal(told({ ...other, "api/parcel-get.md": shown }, "example-placeholder"), [
    'The example shows the placeholder "String" for kind.',
  ]);
});

right("the table of methods is not blamed where the page itself is in two minds", () => {
  const methods = parcel.replace(
    "## Properties",
    "## Methods\n\n|Method|Return type|Description|\n|:---|:---|:---|\n|[Get](../api/parcel-get.md)|[parcel](parcel.md)|Reads.|\n\n## Properties",
  );
  const list = answering('{ "value": [{ "id": "p-17" }] }');
  const differ = (page: string): readonly string[] =>
    told({ "resources/parcel.md": methods, "api/parcel-get.md": page }, "methods-differ");
  assert.equal(differ(list), []);
  assert.equal(differ(list.replace("a [parcel](../resources/parcel.md) object", several)), [
    "The table of methods says that Get returns parcel, its page says a collection of parcel.",
  ]);
});

right("some pairs are no type, and items in the plural are of the type in the singular", () => {
  const unknown = (type: string): readonly string[] =>
    told({ ...van, ...withRow(`|marks|${type}|Its marks.|`) }, "type-unknown");
  assert.equal(unknown("Array of KeyValuePairs"), []);
  assert.equal(unknown("List of name object pairs"), []);
  assert.equal(unknown("array of Vans"), []);
  assert.equal(unknown("array of Trucks"), ["No page describes the type Trucks."]);
  assert.equal(unknown("Vans"), ["No page describes the type Vans."]);
});

right("a type may be called as a section is", () => {
  const types = (heading: string): Pages => ({
    "resources/small-types.md": `# Seal resource\n\n## Seal\n\n|Property|Type|Description|\n|:---|:---|:---|\n|colour|String|Of the wax.|\n\n## ${heading}\n\n|Property|Type|Description|\n|:---|:---|:---|\n|action|String|What is allowed.|\n`,
    ...withRow("|allowed|Permission|What may be done.|"),
  });
  assert.equal(told(types("Permission"), "type-unknown"), []);
  assert.equal(told(types("Permit"), "type-unknown"), ["No page describes the type Permission."]);
});

right("a title may call a question that is posted by what comes back", () => {
  const titled = (title: string): readonly string[] =>
    told({ "api/parcel-post.md": create.replace("# Create parcel", `# ${title}`) }, "title-method");
  assert.equal(titled("Get state of parcels"), []);
  assert.equal(titled("Delete parcel"), ["The title says Delete parcel but the request uses POST."]);
});

right("a second request in a code block is called one", () => {
  const two = get.replace(
    "v1.0/parcels/p-17\n",
    "v1.0/parcels/p-17\nAccept: application/json\n\nPOST https://graph.microsoft.com/v1.0/parcels\n",
  );
  assert.equal(told({ "api/parcel-get.md": two }, "example-body"), [
    "The example has a body although a GET request has none: it is a second request, which needs a code block of its own.",
  ]);
});

right("a key with white space is told once", () => {
  const spaced = answering('{ "id": "p-17", " weight": 3 }');
  assert.equal(told({ "api/parcel-get.md": spaced }), ['The key " weight" has white space at its ends.']);
});

right("objects whose types are misspelt for two types are two findings", () => {
  const rows = withRow("|from|[depot](depot.md)|Where from.|\n|by|[van](van.md)|How.|");
  const depot = { "resources/depot.md": resourcePage("depot", "Keeps parcels.") };
  const shown = answering(
    '{ "id": "p-17", "from": { "@odata.type": "#Microsoft.Graph.Depot" }, "by": { "@odata.type": "#Microsoft.Graph.Van" } }',
  );
  assert.is(told({ ...van, ...depot, ...rows, "api/parcel-get.md": shown }, "example-discriminator").length, 2);
});

right("bold words in the plural may mean one or several, and those behind `for the` are not answered", () => {
  const fees = { "resources/berth-fee.md": resourcePage("berthFee", "What is paid.") };
  const said = (words: string): readonly string[] =>
    told(
      {
        ...fees,
        "api/parcel-get.md": answering('{ "value": [{ "id": "p-17" }] }')
          .replace(/a \[parcel\].* object in/, `${words} in`)
          .replace(', "@odata.type": "microsoft.graph.parcel"', ""),
      },
      "response-collection-differs",
    );
  assert.equal(said("the **berth fees**"), []);
  assert.equal(said("the fees for the **parcel**"), []);
  assert.equal(said("a **berth fee** object"), ["The text says one object, the example shows a collection."]);
  assert.equal(said("a **parcel**"), ["The text says one object, the example shows a collection."]);
});

right("a list is one where its JSON cannot be read, or an annotation stands beside it", () => {
  const shows = (body: string, ...rules: readonly string[]): readonly string[] =>
    told(
      { "api/parcel-get.md": answering(body).replace("a [parcel](../resources/parcel.md) object", several) },
      ...rules,
    );
  assert.equal(shows('{ "Parcels": [{ "id": "p-17" }], "@next": null }', "response-collection-differs"), []);
  assert.equal(shows('{ "id": "p-17", "@next": null }', "response-collection-differs"), [
    "The text says a collection, the example shows one object.",
  ]);
  const { operations } = apiOf({
    ...parcels,
    "api/parcel-get.md": answering('{ "value": [ 04 }').replace("a [parcel](../resources/parcel.md) object", several),
  });
  assert.is(operations.find(({ id }) => id === "parcel-get")?.result.kind, "list");
});

right("nothing in the body is no result", () => {
  const said = (words: string): string | undefined =>
    apiOf({
      ...parcels,
      "api/parcel-get.md": get
        .slice(0, get.indexOf("## Examples"))
        .replace("a [parcel](../resources/parcel.md) object in the response body", words),
    }).operations.find(({ id }) => id === "parcel-get")?.result.kind;
  assert.is(said("nothing in the response body"), "none");
  assert.is(said("the parcel in the response body"), "object");
});

right("what is sent beside the listed properties has its own, where words say so", () => {
  const sent = create.replace('{\n  "weight": 3\n}', '{\n  "weight": 3,\n  "colour": "red"\n}');
  const said = sent.replace(
    "## Response",
    "In addition to these, provide a representation of the gift.\n\n## Response",
  );
  assert.equal(told({ "api/parcel-post.md": said }), []);
  assert.equal(told({ "api/parcel-post.md": sent }), [
    "The example shows colour, which the table of the request body does not have.",
  ]);
});

right("what is read-only but sent, be it in other letter case, can be sent", () => {
  const sent = create
    .replace("|weight|Int32|", "|madeBy|String|Read-only. Who made it.|\n|weight|Int32|")
    .replace('{\n  "weight": 3\n}', '{\n  "weight": 3,\n  "MadeBy": "me"\n}');
  assert.equal(told({ ...withRow("|madeBy|String|Who made it.|"), "api/parcel-post.md": sent }, "example-property"), [
    "The example shows MadeBy, which the table of the request body does not have. Did you mean madeBy?",
  ]);
});

right.run();
