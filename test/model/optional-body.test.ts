/** What a call may go without, and bodies that stand elsewhere than in a table. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Operation } from "../../generator/model/api.js";
import { apiOf, exchange, json, operation, operationOf, resource, words } from "./api-of.js";

const name = suite("model/optional-body");

const pages = {
  "resources/parcel.md": resource("parcel", { properties: ["|id|String|Its name.|"] }),
  "resources/label.md": resource("label", { properties: ["|text|String|What it says.|", "|size|Int32|How large.|"] }),
};
const shown = exchange({ request: json("POST /parcels/p-1/send", { to: "b-1" }), response: "HTTP/1.1 200 OK" });
const rows = (...all: readonly string[]): string => ["|Name|Type|Description|", "|:--|:--|:--|", ...all].join("\n");

function read(body: string, examples: readonly string[] = [], answer = "200 OK"): Operation {
  const request = "POST /parcels/{parcelId}/send";
  const response = `If successful, this method returns a \`${answer}\` response code.`;
  const page = operation({ title: "parcel: send", request, response, body, examples });
  return operationOf(apiOf({ ...pages, "api/parcel-send.md": page }));
}

/** Whether the call may go without its body; undefined when it has none. */
function isOptional({ body }: Operation): boolean | undefined {
  return body === undefined ? undefined : "optional" in body && body.optional === true;
}

const sayings: readonly (readonly [words: string, optional: boolean])[] = [
  ["No request body is required. You can specify where the parcel goes in the properties.", true],
  ["The request body is optional. It holds these properties.", true],
  ["In the request body, you can optionally provide the following parameters.", true],
  ["In the request body, provide the following parameters.", false],
  ["In the request body, provide the following parameters. Optionally, write the house in capitals.", false],
];
for (const [text, optional] of sayings)
  name(`${optional ? "optional" : "not optional"}: ${text}`, () => {
    assert.is(isOptional(read(`${text}\n\n${rows("|to|String|Where.|")}`, [shown])), optional);
  });

const text = exchange({
  request: "POST /parcels/p-1/send\nContent-Type: text/plain\n\nUGFyY2VsOiAx",
  response: "HTTP/1.1 200 OK",
});
const bare = exchange({ request: "POST /parcels/p-1/send", response: "HTTP/1.1 200 OK" });
for (const [words, optional] of [
  ["This method does not require a request body.\n\nA label of one's own is sent as text.", true],
  ["The request body is optional. It holds a label as text.", true],
  ["In the request body, provide a label as text.", false],
] as const)
  name(`text that is sent is ${optional ? "" : "not "}optional: ${words.split("\n", 1)[0]}`, () => {
    assert.is(isOptional(read(words, [bare, text])), optional);
  });

name("what an action can take is optional when each of its parameters is; a new object is another matter", () => {
  const body = (...all: readonly string[]): string => `Provide an object with these parameters.\n\n${rows(...all)}`;
  const both = body("|to|String|Optional. Where.|", "|fast|Boolean|Optional. How.|");
  assert.is(isOptional(read(both)), true);
  assert.is(isOptional(read(both, [], "201 Created")), false);
  assert.is(isOptional(read(body("|to|String|Optional. Where.|", "|fast|Boolean|How.|"))), false);
  assert.is(isOptional(read(body("|to|String|Required. Where.|", "|fast|Boolean|Optional.|"))), false);
});

name("something that is required of it makes the body so, whatever the words", () => {
  const body = `The request body is optional. It holds these properties.\n\n${rows("|to|String|Required. Where.|")}`;
  assert.is(isOptional(read(body)), false);
});

name("a table that lists what one member holds: the words name that member, the examples send nothing else", () => {
  const body = `Provide a \`label\` object with the following properties.\n\n${rows("|text|String|What it says.|")}`;
  const sending = (value: object): readonly string[] => [
    exchange({ request: json("POST /parcels/p-1/send", value), response: "HTTP/1.1 200 OK" }),
  ];
  const properties = (sent: object): readonly string[] => {
    const { body: found } = read(body, sending(sent));
    return found?.kind === "json" ? (found.properties ?? []).map((one) => `${one.name}: ${words(one.type)}`) : [];
  };
  assert.equal(properties({ label: { text: "Fragile" } }), ["label: object label"]);
  assert.equal(properties({ text: "Fragile" }), ["text: String"]);
  assert.equal(properties({ label: { colour: "red" } }), ["text: String"]);
  assert.equal(properties({ stamp: { text: "Fragile" } }), ["text: String"]);
});

name("JSON in the section on the body, and neither table nor example: its members can be sent", () => {
  const sample = '```json\n{ "express": true, "notes": ["leave it at the door"] }\n```';
  const { body } = read(`You may optionally include this in a JSON body:\n\n${sample}`);
  assert.ok(body?.kind === "json" && body.optional);
  assert.equal(
    body.properties?.map((one) => `${one.name}: ${words(one.type)}`),
    ["express: Boolean", "notes: String[]"],
  );
});

name.run();
