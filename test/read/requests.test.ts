import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readRequestLine } from "../../generator/read/blocks/http.js";
import { operation, pageOf, shown } from "./page-of.js";

const requestTests = suite("read/requests");

const lines: readonly (readonly [line: string, method: string | undefined, target?: string])[] = [
  ["GET /books/{bookId}", "GET", "/books/{bookId}"],
  ["GET  /books/{book id} ", "GET", "/books/{book id}"],
  ["DELETE/books/{id}", "DELETE", "/books/{id}"],
  ["GET ~/books", "GET", "/books"],
  ["PATCH https://api.example.org/v1.0/books/{id}", "PATCH", "https://api.example.org/v1.0/books/{id}"],
  ["GET books?$filter=pages eq 12 HTTP/1.1", "GET", "books?$filter=pages eq 12"],
  ["GET {baseUrl}/books", "GET", "{baseUrl}/books"],
  ["get /books", "GET", "/books"],
  ["Get the books", undefined],
  ["POST ** Collection URI not found", undefined],
  ["or", undefined],
];

for (const [line, method, target] of lines) {
  requestTests(`reads "${line}"`, () => {
    assert.equal(readRequestLine(line), method === undefined ? undefined : { method, target });
  });
}

function read(request: string): { targets: string[]; findings: string[] } {
  const page = pageOf(operation({ request }));
  return { targets: page.requests.map(({ method, target }) => `${method} ${target}`), findings: shown(page) };
}

requestTests("every line of every fence, with its place", () => {
  const page = pageOf(
    operation({
      request:
        "``` http\nGET /books/{id}\n\nGET /shelves/{id}/books/{id}\n```\n\nOr:\n\n```\n  GET /me/books/{id}\n```",
    }),
  );
  assert.equal(
    page.requests.map(({ target, place }) => [target, place.line, place.column]),
    [
      ["/books/{id}", 22, 1],
      ["/shelves/{id}/books/{id}", 24, 1],
      ["/me/books/{id}", 30, 3],
    ],
  );
});

requestTests("headers and bodies in a request fence are no request lines", () => {
  const { targets, findings } = read('``` http\nPATCH /books/{id}\nIf-Match: *\n\n{\n  "title": "Emma"\n}\n```');
  assert.equal(targets, ["PATCH /books/{id}"]);
  assert.equal(findings, []);
});

requestTests("a query string that goes on in the next line", () => {
  assert.equal(read("``` http\nGET /books\n  ?from={from}\n  &to={to}\n```").targets, [
    "GET /books?from={from}&to={to}",
  ]);
});

requestTests("headings below the section's own set scenarios apart", () => {
  const page = pageOf(
    operation({
      request:
        "### To renew\n\n``` http\nPOST /loans/{id}/renew\n```\n\n### To return\n\n``` http\nPOST /loans/{id}/return\n```",
    }),
  );
  assert.equal(
    page.requests.map(({ heading }) => heading),
    ["To renew", "To return"],
  );
});

requestTests("sections of requests below other headings", () => {
  const text = operation({ request: "" }).replace(
    "## HTTP request",
    "## Get a book by its shelf\n\n### HTTP request\n\n``` http\nGET /shelves/{id}/book\n```\n\n## Get a book by its number\n\n### HTTP Request\n\n``` http\nGET /books/{number}\n```",
  );
  assert.equal(
    pageOf(text).requests.map(({ target }) => target),
    ["/shelves/{id}/book", "/books/{number}"],
  );
});

requestTests("a page without such a section", () => {
  const text = operation({ request: "``` http\nGET /books\n```", examples: "``` http\nGET /books/1\n```" }).replace(
    "## HTTP request",
    "## Find books",
  );
  assert.equal(
    pageOf(text).requests.map(({ target }) => target),
    ["/books"],
  );
});

requestTests("lines that are neither are reported", () => {
  const { targets, findings } = read("``` http\nGET /books\nor\nGET /shelves/{id}/books\n```");
  assert.equal(targets, ["GET /books", "GET /shelves/{id}/books"]);
  assert.equal(findings, ["request-line 23:1"]);
});

requestTests("one finding for a page without requests", () => {
  assert.equal(read("``` http\n```").findings, ["request-missing 22:1"]);
  assert.equal(read("No request yet.").findings, ["request-missing 19:1"]);
  assert.equal(read("``` http\nGET ** not found **\nmore of it\n```").findings, ["request-line 22:1"]);
});

requestTests("programs are no requests", () => {
  assert.equal(
    read('```csharp\nvar book = await client.Get("b1");\n```\n\n``` http\nGET /books/{id}\n```').findings,
    [],
  );
});

/** A page that parts its scenarios first, and says what each is asked with below. */
function scenarios(...sections: readonly string[]): string {
  const text = sections.map((section) => `## ${section}`).join("\n\n");
  return operation().replace(/## HTTP request[\s\S]*?\n```\n/, `${text}\n`);
}

requestTests("scenarios that leave out the heading their neighbours have", () => {
  const page = pageOf(
    scenarios(
      "Books of a shelf\n\n### HTTP request\n\n``` http\nGET /shelves/{id}/books\n```",
      "Books of a reader\n\n``` http\nGET /readers/{id}/books\n```",
      "Response\n\nThe books.",
      "Late books\n\n``` http\nGET /books?late=true\n```",
    ),
  );
  assert.equal(
    page.requests.map(({ target, heading }) => [target, heading]),
    [
      ["/shelves/{id}/books", "HTTP request"],
      ["/readers/{id}/books", "Books of a reader"],
    ],
  );
});

requestTests("a request section below an example counts, unless it only fills in a line above", () => {
  const text = (line: string): string => operation({ examples: `### HTTP request\n\n\`\`\` http\n${line}\n\`\`\`` });
  const targets = (line: string): string[] => pageOf(text(line)).requests.map(({ target }) => target);
  assert.equal(targets("GET /shelves/{id}/books"), ["/books/{bookId}", "/shelves/{id}/books"]);
  assert.equal(targets("GET /books/{bookId}"), ["/books/{bookId}"]);
  assert.equal(targets("GET https://api.example.org/v1.0/books/b1?$select=title"), ["/books/{bookId}"]);
});

requestTests.run();
