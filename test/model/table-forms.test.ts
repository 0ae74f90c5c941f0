/** The ways in which writers list properties and parameters, and the names that real APIs have: all are read, or are findings. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import { apiOf, exchange, findingsOf, operation, operationOf, resource, typed, typeOf } from "./api-of.js";

const forms = suite("model/table-forms");
const names = suite("model/table-forms: names");
const rows = suite("model/table-forms: rows");
const query = suite("model/table-forms: query");

/** A page whose section of properties is as given. */
const page = (properties: string, rest = ""): string =>
  `# parcel resource type\n\nNamespace: microsoft.graph\n\nA parcel.\n\n## Properties\n\n${properties}\n\n## Relationships\n\nNone.\n${rest}`;

const told = { id: "String", weight: "Int32", note: "String" };

/** The same three properties in each form. */
const written: Readonly<Record<string, string>> = {
  "a table":
    "|Property|Type|Description|\n|--|--|--|\n|id|String|The key.|\n|weight|Int32|In kilos.|\n|note|String|Words. Nullable.|",
  "columns in another order":
    "|Type|Property|Description|\n|--|--|--|\n|String|id|The key.|\n|Int32|weight|In kilos.|\n|String|note|Words. Nullable.|",
  "a column of defaults":
    "|Property|Type|Default|Description|\n|--|--|--|--|\n|id|String||The key.|\n|weight|Int32|`1`|In kilos.|\n|note|String||Words. Nullable.|",
  HTML: "<table>\n<tr><th>Property</th><th>Type</th><th>Description</th></tr>\n<tr><td><code>id</code></td><td>String</td><td>The key.</td></tr>\n\n<tr>\n<td>weight</td>\n<td>Int32</td>\n<td>In kilos.</td>\n</tr>\n<tr><td>note</td><td>String</td><td>Words. <b>Nullable</b>.</td></tr>\n</table>",
  "a list with types in brackets":
    "- **id** (String): The key.\n- **weight** (Int32): In kilos.\n- **note** (String): Words. Nullable.",
  "a list with types behind names":
    "* `id` String - The key.\n* `weight` Int32 - In kilos.\n* `note` String - Words. Nullable.",
  "a definition list": "id (String)\n: The key.\n\nweight (Int32)\n: In kilos.\n\nnote (String)\n: Words. Nullable.",
};

for (const [form, text] of Object.entries(written))
  forms(form, () => {
    const api = apiOf({ "resources/parcel.md": page(text) });
    assert.equal(typed(api, "parcel"), told);
    const { properties } = typeOf(api, "parcel");
    assert.equal(
      properties.map(({ nullable }) => nullable),
      [false, false, true],
    );
    assert.ok(properties.every(({ description }) => description.length > 0));
    assert.equal(findingsOf(api), []);
  });

forms("rows of an HTML table stand in their own lines", () => {
  const api = apiOf({ "resources/parcel.md": page(written["HTML"] ?? "") });
  assert.equal(
    typeOf(api, "parcel").properties.map(({ place }) => place.line),
    [11, 13, 18],
  );
});

forms("the default of a property goes with its description", () => {
  const api = apiOf({ "resources/parcel.md": page(written["a column of defaults"] ?? "") });
  assert.is(markdownOf(typeOf(api, "parcel").properties[1]?.description ?? []), "In kilos. Default: `1`.");
});

forms("rows behind a comment belong to the table, and the page is told", () => {
  const api = apiOf({
    "resources/parcel.md": page(
      "|Property|Type|Description|\n|--|--|--|\n|id|String|The key.|\n<!-- more -->\n|note|String|Words.|",
    ),
  });
  assert.equal(typed(api, "parcel"), { id: "String", note: "String" });
  assert.equal(findingsOf(api), ["table-broken "]);
});

forms("a pipe in code does not cut the cell, but is reported", () => {
  const api = apiOf({
    "resources/parcel.md": page(
      "|Property|Description|Type|\n|--|--|--|\n|rule|Such as `if (x || y)`.|String|\n|open|One (a | b) of both.|Boolean|",
    ),
  });
  assert.equal(typed(api, "parcel"), { rule: "String", open: "Boolean" });
  assert.equal(
    typeOf(api, "parcel").properties.map(({ description }) => markdownOf(description)),
    ["Such as `if (x || y)`.", "One (a | b) of both."],
  );
  assert.equal(findingsOf(api), ["table-shape ", "table-shape "]);
});

forms("a navigation table lists relationships, whose links tell the type", () => {
  const api = apiOf({
    "resources/parcel.md": `# parcel resource type\n\nA parcel.\n\n## Navigation\n\n|Navigation|Return Type|Description|\n|--|--|--|\n|[sender](person.md)|sender|Who sent it.|\n\n## Properties\n\n|Property|Type|\n|--|--|\n|id|String|`,
    "resources/person.md": resource("person", { properties: ["|id|String|The key.|"] }),
  });
  const sender = typeOf(api, "parcel").properties.find(({ name }) => name === "sender");
  assert.equal([sender?.navigation, sender?.type], [true, { kind: "object", name: "microsoft.graph.person" }]);
});

/** How a cell is written, and the names that it holds. */
const cells: readonly (readonly [written: string, ...names: string[]])[] = [
  ["request-id", "request-id"],
  ["16x16", "16x16"],
  ["hal:next", "hal:next"],
  ["@x.y", "@x.y"],
  ["$x", "$x"],
  ["`__metadata__`", "__metadata__"],
  ["\\_\\_proto\\_\\_", "__proto__"],
  ["`_rev_`", "_rev_"],
  ["_plain_", "plain"],
  ["**bold**", "bold"],
  ["a.b.c", "a.b.c"],
  ["note *", "note"],
  ["note<sup>1</sup>", "note"],
  ["note¹", "note"],
  ["note [2]", "note"],
  ["note (for drivers only)", "note"],
  ["[note](#note)", "note"],
  ["\\[note\\]", "note"],
  ['"note"', "note"],
  ["from, to", "from", "to"],
  ["`from` or `to`", "from", "to"],
  ["fromPlace / toPlace", "fromPlace", "toPlace"],
];

for (const [cell, ...expected] of cells)
  names(`${cell} in a table`, () => {
    const api = apiOf({ "resources/parcel.md": resource("parcel", { properties: [`|${cell}|String|Words.|`] }) });
    assert.equal(Object.keys(typed(api, "parcel")), expected);
    assert.equal(findingsOf(api), []);
  });

for (const name of ["request-id", "16x16", "hal:next", "@x.y", "$x", "__metadata__", "_rev_"])
  names(`${name} in a JSON representation`, () => {
    const api = apiOf({
      "resources/parcel.md": resource("parcel", { json: `{ "id": "String", "${name}": "String" }` }),
    });
    assert.equal(Object.keys(typed(api, "parcel")), ["id", name]);
  });

names("a name that the body table lists is sent as it is written", () => {
  const api = apiOf({
    "api/parcel-post.md": operation({
      request: "POST /parcels",
      body: "Supply the parameters.\n\n|Parameter|Type|Description|\n|--|--|--|\n|16x16|String|A picture.|\n|hal:next|String|A link.|",
    }),
  });
  const { body } = operationOf(api);
  assert.equal(body?.kind === "json" && body.properties?.map(({ name }) => name), ["16x16", "hal:next"]);
});

rows("what is no name is a finding at its row", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|id|String|The key.|", "|two words|String|Words.|", "|None|||", "|**More of them**|"],
      json: '{ "id": "String", "two words": "String" }',
    }),
  });
  assert.equal(findingsOf(api), ["unread-row two words", "unread-key two words"]);
});

rows("a table about something else is a hint, not a silent drop", () => {
  const api = apiOf({
    "resources/parcel.md": page(
      "|Property|Type|\n|--|--|\n|id|String|\n\nHow long they travel:\n\n|Region|Days|\n|--|--|\n|north|2|",
    ),
  });
  assert.equal(typed(api, "parcel"), { id: "String" });
  assert.equal(findingsOf(api), ["unread-table Properties"]);
});

rows("an item that does not fit its list is a finding, sentences in lists are none", () => {
  const api = apiOf({
    "resources/parcel.md": page("- `id` (String): The key.\n- and much more\n\nNote:\n\n- **Do not** send it twice."),
  });
  assert.equal(typed(api, "parcel"), { id: "String" });
  assert.equal(findingsOf(api), ["unread-list and much more"]);
});

const table = "|Name|Type|Required|Description|\n|--|--|--|--|";
const listing = (
  heading: string,
  text: string,
  url = "https://graph.microsoft.com/v1.0/depots/d1/parcels?pace=fast",
): string =>
  operation({
    request: "GET /depots/{depot-id}/parcels",
    response: `If successful, this method returns \`200 OK\`.\n\n## ${heading}\n\n${text}`,
    examples: [exchange({ request: `GET ${url}`, response: "HTTP/1.1 204 No Content" })],
  });

for (const heading of ["Query parameters", "Optional query parameters", "URI parameters", "Request parameters"])
  query(`a table below ${heading}`, () => {
    const text = `${table}\n|depot-id|String|Yes|Which.|\n|pace|String|Yes|How fast.|\n|hidden|Boolean|No|These, too.|`;
    const { parameters, routes } = operationOf(apiOf({ "api/parcel-list.md": listing(heading, text) }));
    assert.is(routes[0]?.template, "/depots/{depotId}/parcels?pace={pace}&hidden={hidden}");
    assert.equal(
      parameters.map(({ name, in: where, required, type }) => [name, where, required, "name" in type && type.name]),
      [
        ["depotId", "path", true, "String"],
        ["pace", "query", true, "String"],
        ["hidden", "query", false, "Boolean"],
      ],
    );
  });

query("what the table requires is required, and the page is told that an example leaves it out", () => {
  const text = `${table}\n|pace|String|Yes|How fast.|`;
  const api = apiOf({
    "api/parcel-list.md": listing("Query parameters", text, "https://graph.microsoft.com/v1.0/depots/d1/parcels"),
  });
  assert.is(operationOf(api).parameters.find(({ name }) => name === "pace")?.required, true);
  assert.ok(findingsOf(api).some((each) => each.startsWith("example-url")));
});

query("options of OData stay what they are, unknown ones are passed by name", () => {
  const text = "|Name|Type|\n|--|--|\n|$top|Int32|\n|$shelf|String|";
  const { query: options, routes } = operationOf(apiOf({ "api/parcel-list.md": listing("Query parameters", text) }));
  assert.equal(options, ["top"]);
  assert.is(routes[0]?.template, "/depots/{depotId}/parcels?pace={pace}&$shelf={shelf}");
});

query("a row may mean a placeholder of the path by another name: a hint", () => {
  const api = apiOf({ "api/parcel-list.md": listing("URI parameters", `${table}\n|warehouse|String|Yes|Which.|`) });
  assert.equal(
    operationOf(api).parameters.map(({ name }) => name),
    ["depotId", "pace"],
  );
  assert.ok(findingsOf(api).some((each) => each.startsWith("parameter-undocumented")));
});

forms.run();
names.run();
rows.run();
query.run();
