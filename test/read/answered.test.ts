/** What answers a request of a page: fences by their order, words in place of one, one answer for several requests. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { operation, pageOf, shown } from "./page-of.js";

const answered = suite("read/answered");

const get = "``` http\nGET https://api.example.org/v1.0/books/b1\n```";
const other = "``` http\nGET https://api.example.org/v1.0/books/b2\n```";
const found = (id: string): string =>
  `\`\`\` http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "id": "${id}" }\n\`\`\``;

/** Findings of a page with these examples. */
function told(examples: string, middle = "## Response\n\nA `200 OK` and a [book](../resources/book.md)."): string[] {
  return shown(pageOf(operation({ examples, middle })));
}

/** Ids of what each request is answered with. */
function answers(examples: string): unknown[] {
  return pageOf(operation({ examples })).examples.map(({ request, response, followUps }) => [
    request.url.slice(-2),
    ...[response, ...followUps].map((one) => one?.body.kind === "json" && one.body.value),
  ]);
}

answered("words behind a label answer, alone or behind it in their line", () => {
  const labelled = (words: string): string[] => told(`${get}\n\n**Response**${words}`);
  assert.equal(labelled("\n\nNo content."), []);
  assert.equal(labelled("\n\nNo response."), []);
  assert.equal(labelled(" \nThe book in binary format."), []);
  assert.equal(labelled("\n\nBooks differ."), ["example-unpaired 32:1"]);
  assert.equal(told(`${get}\n\nNo content.`), ["example-unpaired 32:1"]);
});

answered("words below the heading of an answer are meant for all requests below one heading", () => {
  const words = "### Response\n\nEach of them answers with `200 OK`.";
  assert.equal(told(`### Request\n\n${get}\n\nThe next finds another:\n\n${other}\n\n${words}`), []);
});

answered("several requests, then as many answers, a heading each: the first answers the first", () => {
  const [red, blue] = ["### Response (red)", "### Response (blue)"];
  const asked = `### Request (red)\n\n${get}\n\n### Request (blue)\n\n${other}`;
  assert.equal(answers(`${asked}\n\n${red}\n\n${found("b1")}\n\n${blue}\n\n${found("b2")}`), [
    ["b1", { id: "b1" }],
    ["b2", { id: "b2" }],
  ]);
  // two below one heading answer the request above them
  assert.equal(answers(`${asked}\n\n### Responses\n\n${found("b1")}\n\n${found("b2")}`), [
    ["b1", false],
    ["b2", { id: "b1" }, { id: "b2" }],
  ]);
});

answered("requests in a section of their own may share the one answer behind it", () => {
  const requests = (heading: string): string =>
    `### ${heading}\n\n#### By name\n\n${get}\n\n#### By number\n\n${other}\n\n### Response\n\n${found("b1")}`;
  assert.equal(told(requests("Request")), []);
  assert.equal(told(requests("Ways")), ["example-unpaired 36:1"]);
});

answered("a call by curl shows nothing where nothing comes back", () => {
  const curl = "``` bash\ncurl -X DELETE https://api.example.org/v1.0/books/b1\n```";
  assert.equal(told(curl, "## Response\n\n`204 No Content`"), []);
  assert.equal(told(curl, "## Response\n\n`200 OK` and the book."), ["example-unpaired 32:1"]);
});

answered("an answer that is empty, or no JSON, is blamed itself", () => {
  assert.equal(told(`${get}\n\n**Response**\n\n\`\`\` json\n\n\`\`\``), ["example-empty 38:1"]);
  assert.equal(told(`${get}\n\n**Response**\n\n\`\`\` json\n{\n  { "id": "b1" }\n}\n\`\`\``), [
    "status-line 38:1",
    "json-unreadable 39:3",
  ]);
});

answered.run();
