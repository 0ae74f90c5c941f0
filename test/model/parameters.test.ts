/** Path and query parameters with what tables say of them, headers, OData options. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import type { Operation } from "../../generator/model/api.js";
import { apiOf, exchange, findingsOf, operation, operationOf, resource, words, type OperationParts } from "./api-of.js";

const parameterTests = suite("model/parameters");

const done = "If successful, this method returns a `200 OK` response code and a String in the response body.";
const pathTable = (...rows: readonly string[]): string =>
  ["## Path parameters", "", "|Parameter|Type|Description|", "|:--|:--|:--|", ...rows, ""].join("\n");

function read(parts: OperationParts, insert = ""): Operation {
  const page = operation({ response: done, ...parts }).replace("## Response", `${insert}\n## Response`);
  return operationOf(apiOf({ "api/parcel-get.md": page }));
}

parameterTests("a parameter that no table describes is text", () => {
  assert.equal(read({ request: "GET /parcels/{id}" }).parameters, [
    {
      name: "parcelId",
      in: "path",
      documented: "id",
      required: true,
      type: { kind: "scalar", name: "String" },
      description: [],
    },
  ]);
});

parameterTests("tables describe parameters by their name or by what is written between the braces", () => {
  const rows = ["|_parcel-id_|Guid|Which one.|", "|**row**|Int32|Which row.|", "|day|Date|Which day.|"];
  const { parameters } = read({ request: "GET /parcels/{parcel-id}/cells/{row}/stamps?day={d}" }, pathTable(...rows));
  assert.equal(
    parameters.map((parameter) => [parameter.name, words(parameter.type), markdownOf(parameter.description)]),
    [
      ["parcelId", "Guid", "Which one."],
      ["row", "Int32", "Which row."],
      ["day", "Date", "Which day."],
    ],
  );
});

parameterTests("a table of ids describes the placeholder that is named after its collection", () => {
  const [parcelId] = read({ request: "GET /parcels/{id}" }, pathTable("|id|Guid|Which one.|")).parameters;
  assert.equal([parcelId?.name, words(parcelId?.type)], ["parcelId", "Guid"]);
});

parameterTests("the arguments of a function, whatever their letter case in the table", () => {
  const { parameters } = read({
    request: "GET /shelf/shift(deltaRows={n})",
    arguments: ["|deltarows|Int32|How far.|"],
  });
  assert.equal(
    parameters.map((parameter) => [parameter.name, words(parameter.type)]),
    [["deltaRows", "Int32"]],
  );
});

parameterTests("a query parameter that its row calls optional is so, a part of the path never", () => {
  const rows = ["|hour|Int32|Optional. When.|", "|day|Date|When.|", "|parcel-id|String|Optional.|"];
  const { parameters } = read({ request: "GET /parcels/{parcel-id}?hour={hour}&day={day}" }, pathTable(...rows));
  assert.equal(
    parameters.map((parameter) => [parameter.name, parameter.required]),
    [
      ["parcelId", true],
      ["hour", false],
      ["day", true],
    ],
  );
});

parameterTests("an enumeration as a parameter", () => {
  const page = operation({
    request: "GET /tours(pace='{pace}')",
    arguments: ["|pace|pace|How fast.|"],
    response: done,
  });
  const rest = "### pace values\n\n|Member|\n|:--|\n|walk|\n|ride|";
  const api = apiOf({
    "api/tour-list.md": page,
    "resources/tour.md": resource("tour", { properties: ["|id|String|Its name.|"], rest }),
  });
  assert.is(words(operationOf(api).parameters[0]?.type), "enum pace");
});

parameterTests("a parameter that several routes have is told once", () => {
  const { parameters } = read({ request: "GET /parcels/{id}\nGET /depots/{id}/parcels/{id}" });
  assert.equal(
    parameters.map((parameter) => parameter.name),
    ["parcelId", "depotId"],
  );
});

parameterTests("a described parameter that no line has is found", () => {
  const page = operation({ response: done, arguments: ["|colour|String|Of the paper.|"] });
  assert.equal(findingsOf(apiOf({ "api/parcel-get.md": page })), ["parameter-undocumented parcel-get.colour"]);
});

parameterTests("a key of the query is new although letters of the address spell it", () => {
  const query = "|Name|Description|\n|:--|:--|\n|from|The first day.|\n|to|The last day.|";
  const { parameters } = read({ request: "GET /customers", query });
  assert.equal(
    parameters.map((parameter) => parameter.name),
    ["from", "to"],
  );
});

parameterTests("a described parameter is found although letters of the address spell it", () => {
  const page = operation({ request: "GET /customers", response: done, arguments: ["|to|String|The last day.|"] });
  assert.equal(findingsOf(apiOf({ "api/parcel-get.md": page })), ["parameter-undocumented parcel-get.to"]);
});

parameterTests("documented headers, without those that every client sets by itself", () => {
  const { headers } = read({
    headers: [
      "|Authorization|Bearer {token}. Required.|",
      "|Content-Type|application/json. Required.|",
      "|Content-length|12|",
      "|Accept|application/json|",
      "|_If-Match_|The last etag. Required.|",
      "|Prefer: depot.timezone|Optional. Required for tours only.|",
      "|Shelf-Session|Where to look.|",
    ],
  });
  const told = headers.map((header) => ({ ...header, description: markdownOf(header.description) }));
  assert.equal(told, [
    { name: "If-Match", required: true, description: "The last etag. Required." },
    { name: "Prefer", required: false, description: "Optional. Required for tours only." },
    { name: "Shelf-Session", required: false, description: "Where to look." },
  ]);
});

/** The options with which each description asks for its header. */
for (const [description, options] of [
  ["eventual. Required when using `$search`.", ["search"]],
  [
    "eventual. This header and `$count` are required when using `$search`, or when using `$filter` with the `$orderby` query parameter.",
    ["search"],
  ],
  ["Required with `$count` or `$search`.", ["count", "search"]],
  ["It is required if the `$search`, `$filter`, or OData cast query parameters are used.", ["search", "filter"]],
  ["Not required when using `$search`.", undefined],
  ["Optional. Required with `$top` in odd cases.", undefined],
  ["Required when using `$search` and `$top`.", undefined],
  ["Required when using `$expand=parts($levels=max)`.", undefined],
  ["Required. Speeds up `$search`.", undefined],
  ["Required with `$bogus`.", undefined],
] as const)
  parameterTests(`${description} asks for it with ${options?.join(", ") ?? "nothing"}`, () => {
    const { headers } = read({ headers: [`|Depth|${description}|`] });
    assert.equal(headers[0]?.requiredWith, options);
  });

parameterTests("an example that uses the option without the header is right", () => {
  const { headers } = read({
    headers: ["|Depth|Required when using `$search` or `$top`.|"],
    examples: [
      exchange({ request: "GET /parcels/p-1?$search=a", response: "HTTP/1.1 200 OK" }),
      exchange({ request: "GET /parcels/p-1?$top=1\nDepth: 1", response: "HTTP/1.1 200 OK" }),
    ],
  });
  assert.equal(headers[0]?.requiredWith, ["top"]);
});

parameterTests("headers that only an example sends are optional", () => {
  const { headers } = read({
    headers: ["|Authorization|Bearer {token}. Required.|", "|prefer|A wish.|"],
    examples: [
      exchange({
        request: "GET /parcels/p-1\nAuthorization: Bearer x\nPrefer: wrapping\nConsistencyLevel: eventual",
        response: "HTTP/1.1 200 OK",
      }),
    ],
  });
  assert.equal(
    headers.map((header) => [header.name, header.required]),
    [
      ["prefer", false],
      ["ConsistencyLevel", false],
    ],
  );
});

const sections: readonly (readonly [words: string, query: Operation["query"]])[] = [
  ["This method supports the OData query parameters to help customize the response.", "all"],
  ["This method supports some of the OData query parameters.", "all"],
  ["This method supports the `$select` and `$filter` OData query parameters.", ["select", "filter"]],
  ["|Name|Value|\n|:--|:--|\n|$top|How many.|\n|[$skip](../api/skip.md)|How far.|", ["top", "skip"]],
  ["This method does not support the OData query parameters.", "none"],
  ["None.", "none"],
];

for (const [words, query] of sections) {
  parameterTests(`OData options: ${words.replace(/\s+/g, " ")}`, () =>
    assert.equal(read({ query: words }).query, query),
  );
}

parameterTests("without a section the options that lines and examples show, each once", () => {
  assert.equal(read({}).query, "none");
  assert.equal(
    read({
      request: "GET /parcels?$expand=label",
      examples: [exchange({ request: "GET /parcels?$expand=label&$top=2", response: "HTTP/1.1 200 OK" })],
    }).query,
    ["expand", "top"],
  );
});

parameterTests("only calls that read have all options", () => {
  const query = "This method supports the OData query parameters.";
  assert.is(read({ title: "Send parcel", request: "POST /parcels/{id}/send", query }).query, "none");
});

const optionWords: readonly (readonly [words: string, options: Operation["query"]])[] = [
  ["This method supports the `$select` and `$top` OData query parameters.", ["select", "top"]],
  ["You can use `$top`. The other OData query parameters are not supported.", ["top"]],
  ["There is limited support for `$filter`.\n\nThere is no support for `$search`.", ["filter"]],
  ["`$expand` is not supported, but `$select` is.", ["select"]],
  ["Use `$select` to get properties that are not available otherwise.", ["select"]],
  ["This method supports the OData query parameters, including `$search` and `$count`.", "all"],
  ["This method supports some OData query parameters, such as `$filter`.", "all"],
  [
    "This method supports OData query parameters. The **age** property does not support `$select`: ask without `$select`.",
    "all",
  ],
  ["This method supports the `select` OData query parameter.", ["select"]],
  ["This method does **not** support the OData query parameters (e.g. `$filter` is not supported here).", "none"],
  ["|Name|Description|\n|:--|:--|\n|top|How many.|\n|$skip|Where to begin.|", ["top", "skip"]],
];

for (const [query, options] of optionWords) {
  parameterTests(`options: ${query.replaceAll("\n", " ")}`, () => {
    const page = operation({ request: "GET /parcels", query });
    assert.equal(operationOf(apiOf({ "api/parcel-list.md": page })).query, options);
  });
}

parameterTests("options: all but what the page denies", () => {
  for (const words of ["OData query parameters, including `$top`", "some of the OData query parameters"]) {
    const query = `This method supports ${words}.\n\nSome are not supported: \`$search\`, \`$count\`.`;
    const { query: options } = operationOf(
      apiOf({ "api/parcel-list.md": operation({ request: "GET /parcels", query }) }),
    );
    assert.ok(
      ["filter", "top"].every((each) => options.includes(each)),
      words,
    );
    assert.not(
      ["search", "count"].some((each) => options.includes(each)),
      words,
    );
  }
});

parameterTests.run();
