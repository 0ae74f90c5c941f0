import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { ExamplePair } from "../../generator/read/page.js";
import { operation, pageOf, shown } from "./page-of.js";

const exampleTests = suite("read/examples");

const request = "``` http\nGET https://api.example.org/v1.0/books/b1\n```";
const response = '``` http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "id": "b1" }\n```';

/** `GET /books/b1 → 200`, with the statuses of follow-ups behind it. */
function line({ request: sent, response: got, followUps }: ExamplePair): string {
  const statuses = [got, ...followUps].map((each) => each?.status ?? "nothing");
  return `${sent.method} ${sent.url.replace("https://api.example.org/v1.0", "")} → ${statuses.join(", ")}`;
}

function read(
  examples: string,
  middle = "",
): { lines: string[]; examples: readonly ExamplePair[]; findings: string[] } {
  const page = pageOf(operation({ examples, middle }));
  return { lines: page.examples.map(line), examples: page.examples, findings: shown(page) };
}

exampleTests("a request and its response, annotated", () => {
  const { examples, findings } = read(`### Request
<!-- { "blockType": "request", "name": "get_book", "sampleKeys": ["b1"] } -->
\`\`\` http
GET https://api.example.org/v1.0/books/b1
Prefer: odata.maxpagesize=5
\`\`\`

### Response
<!-- { "blockType": "response", "truncated": "true", "@odata.type": "#Collection(library.book)" } -->
${response}`);
  const [example] = examples;
  assert.is(example?.request.method, "GET");
  assert.is(example?.request.url, "https://api.example.org/v1.0/books/b1");
  assert.equal(example?.request.headers, [["Prefer", "odata.maxpagesize=5"]]);
  assert.equal(example?.request.body, { kind: "none" });
  assert.equal(example?.request.place, { line: 32, column: 1 });
  assert.equal(example?.request.annotation, {
    blockType: "request",
    name: "get_book",
    sampleKeys: ["b1"],
    place: { line: 30, column: 5 },
  });
  assert.is(example?.response?.status, 200);
  assert.is(example?.response?.annotation?.type, "library.book");
  assert.is(example?.response?.annotation?.isCollection, true);
  assert.is(example?.response?.annotation?.truncated, true);
  assert.equal(example?.response?.body, {
    kind: "json",
    value: { id: "b1" },
    text: '{ "id": "b1" }',
    repaired: false,
    place: { line: 42, column: 1 },
  });
  assert.equal(findings, []);
});

exampleTests("without annotations, the first line tells", () => {
  assert.equal(read(`${request}\n\n${response}`).lines, ["GET /books/b1 → 200"]);
});

exampleTests("at any depth of headings, with headings of its own", () => {
  const { lines, examples } = read(
    `### Example 1: One book\n\n##### Request\n\n${request}\n\n##### Response\n\n${response}\n\n### Example 2: Another\n\n#### Request\n\n${request.replace("b1", "b2")}\n\n#### Response\n\n${response.replace("200 OK", "404 Not Found")}`,
  );
  assert.equal(lines, ["GET /books/b1 → 200", "GET /books/b2 → 404"]);
  assert.equal(
    examples.map(({ heading }) => heading),
    ["Example 1: One book", "Example 2: Another"],
  );
});

exampleTests("inside of lists", () => {
  const indented = (text: string): string => text.replaceAll("\n", "\n   ");
  const { lines, examples } = read(
    `1. Ask for the book.\n\n   ${indented(request)}\n\n2. Read it.\n\n   ${indented(response)}`,
  );
  assert.equal(lines, ["GET /books/b1 → 200"]);
  assert.equal(examples[0]?.response?.body.kind === "json" && examples[0].response.body.place, { line: 41, column: 4 });
});

exampleTests("in the tab of HTTP requests", () => {
  assert.equal(
    read(`# [HTTP](#tab/http)\n${request}\n# [C#](#tab/csharp)\n[!INCLUDE [x](../includes/x.md)]\n---\n\n${response}`)
      .lines,
    ["GET /books/b1 → 200"],
  );
});

exampleTests("headers behind a blank line", () => {
  const { examples } = read(
    '``` http\nPOST /books\n\nContent-Type: application/json\nContent-Length: 19\n\n{\n  "title": "Emma"\n}\n```',
  );
  assert.equal(
    examples[0]?.request.headers.map(([header]) => header),
    ["Content-Type", "Content-Length"],
  );
  assert.is(examples[0]?.request.body.kind, "json");
});

exampleTests("a body without headers", () => {
  const { examples } = read('``` http\nPOST /books\n{ "title": "Emma" }\n```');
  assert.equal(examples[0]?.request.body.kind === "json" && examples[0].request.body.value, { title: "Emma" });
});

exampleTests("a call whose arguments go on over several lines", () => {
  const { lines, findings } = read(`\`\`\` http\nGET /books/getByIds(ids=[\n  "b1"\n])\n\`\`\`\n\n${response}`);
  assert.equal(lines, ['GET /books/getByIds(ids=["b1"]) → 200']);
  assert.equal(findings, []);
});

exampleTests("bodies that are no JSON", () => {
  const csv = "``` http\nHTTP/1.1 200 OK\nContent-Type: text/csv\n\nTitle,Pages\nEmma,474\n```";
  const card = "``` http\nHTTP/1.1 200 OK\n\nBEGIN:VCARD\nEND:VCARD\n```";
  const { examples, findings } = read(`${request}\n\n${csv}\n\n${request}\n\n${card}`);
  assert.equal(
    examples.map(({ response: got }) => got?.body.kind === "text" && got.body.text),
    ["Title,Pages\nEmma,474", "BEGIN:VCARD\nEND:VCARD"],
  );
  assert.equal(findings, []);
});

exampleTests("a body in braces need not be JSON", () => {
  const raw = "``` http\nHTTP/1.1 200 OK\n\n{Raw bytes of the cover}\n```";
  const { examples, findings } = read(`${request}\n\n${raw}`);
  assert.is(examples[0]?.response?.body.kind, "text");
  assert.equal(findings, []);
});

exampleTests("a redirect is followed by a second response", () => {
  const redirect = "``` http\nHTTP/1.1 302 Found\nLocation: https://files.example.org/b1.pdf\n```";
  assert.equal(read(`${request}\n\n${redirect}\n\n${response}`).lines, ["GET /books/b1 → 302, 200"]);
});

exampleTests("several ways to ask for the same share the response", () => {
  assert.equal(
    read(
      `### Request\n\n${request}\n\nOr by its title:\n\n${request.replace("b1", "emma")}\n\n### Response\n\n${response}`,
    ).lines,
    ["GET /books/b1 → 200", "GET /books/emma → 200"],
  );
});

exampleTests("a response that names its requests", () => {
  const named = (id: string): string =>
    `<!-- { "blockType": "request", "name": "${id}" } -->\n${request.replace("b1", id)}`;
  const page = pageOf(
    operation({
      request: `### By number\n\n${named("one")}\n\n### By title\n\n${named("two")}`,
      examples: `<!-- { "blockType": "response", "name": ["one", "two"] } -->\n${response}`,
    }),
  );
  assert.equal(page.examples.map(line), ["GET /books/one → 200", "GET /books/two → 200"]);
  assert.equal(shown(page), []);
});

exampleTests("requests that other services receive are no examples", () => {
  const notification = "``` http\nPOST https://bot.example.com/callback\n```";
  const { lines, findings } = read(`${request}\n\n${response}\n\n### Notification\n\n${notification}`);
  assert.equal(lines, ["GET /books/b1 → 200"]);
  assert.equal(findings, []);
});

exampleTests("a request that illustrates a sentence is no example", () => {
  const { lines, findings } = read(
    `${request}\n\n${response}`,
    "## Optional query parameters\n\nFor example:\n\n``` http\nGET /books?$top=5\n```",
  );
  assert.equal(lines, ["GET /books/b1 → 200"]);
  assert.equal(findings, []);
});

exampleTests("a response in the section on the answer goes with its words", () => {
  const { lines, findings } = read(`${request}\n\n${response}`, `## Response\n\nA book:\n\n${response}`);
  assert.equal([lines, findings], [["GET /books/b1 → 200"], []]);
});

exampleTests(
  "an answer in the section on it is that of the page's only request line, where the page shows no request",
  () => {
    const { lines, findings } = read("", `## Response\n\nA book:\n\n${response}`);
    assert.equal([lines, findings], [["GET /books/{bookId} → 200"], []]);
  },
);

exampleTests("halves of examples are reported", () => {
  const { findings } = read(`### Example 1\n\n${request}\n\n### Example 2\n\n${request}`);
  assert.equal(findings, ["example-unpaired 32:1", "example-unpaired 38:1"]);
  assert.equal(read(response).findings, ["response-unpaired 30:1"]);
});

exampleTests("empty examples are reported once", () => {
  const { findings } = read(
    `### Request\n<!-- { "blockType": "request", "name": "get_book" } -->\n\`\`\` http\n\n\`\`\`\n\n### Response\n${response}`,
  );
  assert.equal(findings, ["example-empty 32:1"]);
});

exampleTests("annotated blocks that show something else are reported", () => {
  const { findings } = read(
    `<!-- { "blockType": "request", "name": "get_book" } -->\n\`\`\`json\n{ "id": "b1" }\n\`\`\`\n\n${request}\n\n<!-- { "blockType": "response" } -->\n\`\`\`json\n{ "id": "b1" }\n\`\`\``,
  );
  assert.equal(findings, ["request-line 31:1", "status-line 40:1"]);
});

exampleTests("JSON is read tolerantly and its slips are reported where they are", () => {
  const { examples, findings } = read(
    `${request}\n\n${response.replace('{ "id": "b1" }', '{\n  "id": "b1",\n  "pages": 12,\n}')}`,
  );
  const body = examples[0]?.response?.body;
  assert.equal(body?.kind === "json" && { value: body.value, repaired: body.repaired }, {
    value: { id: "b1", pages: 12 },
    repaired: true,
  });
  assert.equal(findings, ["json-invalid 39:14"]);
  assert.equal(read(`${request}\n\n${response.replace('{ "id": "b1" }', "The book")}`).findings, [
    "json-unreadable 37:1",
  ]);
});

exampleTests("a URL that another call hands out", () => {
  const examples =
    '<!-- { "blockType": "request", "name": "put_pages", "opaqueUrl": true } -->\n``` http\nPUT https://upload.example.org/u1\n```';
  assert.is(pageOf(operation({ examples })).examples[0]?.request.annotation?.opaqueUrl, true);
});

exampleTests.run();
