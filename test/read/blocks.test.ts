/** What is not plain Markdown: tabs, includes, annotations, fences and comments without an end. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import { operation, pageOf, shown } from "./page-of.js";

const blocks = suite("read/blocks");

const example = "``` http\nGET /books/b1\n```\n\n``` http\nHTTP/1.1 204 No Content\n```";

blocks("tab headings do not end the section around them", () => {
  const tabbed =
    "# [HTTP](#tab/http)\n``` http\nGET /books/{id}\n```\n# [Java](#tab/java)\n``` java\nbooks.get();\n```\n---\n\n``` http\nGET /shelves/{id}\n```";
  const page = pageOf(operation({ request: tabbed }));
  assert.equal(
    page.requests.map(({ target }) => target),
    ["/books/{id}", "/shelves/{id}"],
  );
  assert.equal(shown(page), []);
});

blocks("tabs of programming languages are dropped with what they include", () => {
  const page = pageOf(
    operation({ request: "``` http\nGET /books\n```\n\n# [C#](#tab/csharp)\n[!INCLUDE [x](../includes/x.md)]\n\n---" }),
  );
  assert.equal(shown(page), []);
});

blocks("other tabs stay", () => {
  const page = pageOf(
    operation({
      request:
        "# [By number](#tab/number)\n``` http\nGET /books/{number}\n```\n# [By title](#tab/title)\n``` http\nGET /titles/{title}\n```\n---",
    }),
  );
  assert.equal(
    page.requests.map(({ target }) => target),
    ["/books/{number}", "/titles/{title}"],
  );
});

blocks("a line --- right below the last tab ends the group as well", () => {
  const page = pageOf(
    operation({
      request:
        "# [HTTP](#tab/http)\n``` http\nGET /books\n```\n# [Go](#tab/go)\n[!INCLUDE [x](../includes/x.md)]\n---\n\n``` http\nGET /shelves\n```",
    }),
  );
  assert.equal(
    page.requests.map(({ target }) => target),
    ["/books", "/shelves"],
  );
  assert.equal(shown(page), []);
});

blocks("a group of tabs without an end is reported, and ends at the next heading", () => {
  const page = pageOf(
    operation({
      request: "# [HTTP](#tab/http)\n``` http\nGET /books\n```\n# [Go](#tab/go)\n[!INCLUDE [x](../includes/x.md)]",
      examples: example,
    }),
  );
  assert.is(page.examples.length, 1);
  assert.equal(shown(page), ["tabs-unclosed 21:1"]);
});

blocks("an include gives way to its file", () => {
  const text = operation({
    middle:
      "## Request body\n\nSend this:\n\n[!INCLUDE [body](../includes/body.md)]\n[!INCLUDE [more](../includes/more.md)]",
  });
  const page = pageOf(text, "api/a.md", {
    "../includes/body.md": "A **book**.",
    "../includes/more.md": "[!INCLUDE [x](last.md)]",
    "last.md": "The last word.",
  });
  assert.equal(
    page.body?.prose.map((prose) => prose.text),
    ["Send this:", "A book.", "The last word."],
  );
  assert.equal(page.body?.prose[1]?.place, { line: 1, column: 1, file: "includes/body.md" });
});

blocks("an include within a line is a part of the sentence", () => {
  const page = pageOf(
    "# Get book\n\nFinds a book of [!INCLUDE [name](../includes/name.md)], by its **number**.\n[!INCLUDE [name](../includes/name.md)]",
    "api/book-get.md",
    { "../includes/name.md": "the *lending* service" },
  );
  assert.equal(
    page.description.map(({ text, runs }) => [text, markdownOf(runs)]),
    [
      [
        "Finds a book of the lending service, by its number.",
        "Finds a book of the *lending* service, by its **number**.",
      ],
    ],
  );
});

blocks("a missing include is one finding", () => {
  const page = pageOf(operation({ permissions: "[!INCLUDE [permissions](../includes/gone.md)]" }));
  assert.equal(shown(page), ["include-missing 13:1"]);
});

const directive = (target: string): string => `[!INCLUDE [x](${target})]\n\n`;

/** What stands of the includes on the page, and what is said about them; `files` are included by name. */
function included(
  text: string,
  files: Readonly<Record<string, string>>,
): { words: number; findings: readonly string[] } {
  const page = pageOf(operation({ middle: `## Request body\n\n${text}` }), "api/a.md", files);
  return {
    words: page.body?.prose.length ?? 0,
    findings: page.findings.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

blocks("files that include each other end at a depth, with one finding however many of them there are", () => {
  const { words, findings } = included(directive("a.md"), { "a.md": `Word.\n\n${directive("a.md").repeat(2)}` });
  assert.is(words, 1 + 2 + 4 + 8);
  assert.equal(findings, [
    "over-bound: a.md is more than docwright reads: an include at level 5, where 4 is the most.",
  ]);
});

blocks("includes that multiply end at a number", () => {
  const files = { "a.md": directive("b.md").repeat(50), "b.md": directive("c.md").repeat(50), "c.md": "Word." };
  const { words, findings } = included(directive("a.md"), files);
  // a.md once, b.md twice, c.md below the first one 50 times, below the second one as often as is left
  assert.is(words, 100 - 1 - 2);
  assert.equal(findings, [
    "over-bound: c.md is more than docwright reads: 101 includes on one page, where 100 is the most.",
  ]);
});

blocks("includes that are long in all end at a length", () => {
  const { words, findings } = included(directive("a.md").repeat(5), { "a.md": "Words. ".repeat(5_000) });
  assert.is(words, 2);
  assert.equal(findings, [
    "over-bound: a.md is more than docwright reads: 105000 characters of includes, where 100000 is the most.",
  ]);
});

blocks("an annotation belongs to the next code, over sentences but not over headings", () => {
  const page = pageOf(
    operation({
      examples: `<!-- { "blockType": "request", "name": "one" } -->\nA sentence between.\n\n${example}\n\n<!-- { "blockType": "ignored", "name": "two" } -->\n### Example 2\n\n${example}`,
    }),
  );
  assert.equal(
    page.examples.map(({ request }) => request.annotation?.name),
    ["one", undefined],
  );
});

blocks("an annotation above the heading of its example", () => {
  const page = pageOf(
    operation({ examples: `<!-- { "blockType": "request", "name": "one" } -->\n##### Request\n\n${example}` }),
  );
  assert.is(page.examples[0]?.request.annotation?.name, "one");
});

blocks("annotations are read tolerantly", () => {
  const page = pageOf(
    operation({ examples: `<!-- {\n  "blockType": "request",\n  "name": "one",\n} -->\n${example}` }),
  );
  assert.is(page.examples[0]?.request.annotation?.name, "one");
  assert.equal(shown(page), ["annotation-json 31:16"]);
});

blocks("words behind the JSON of an annotation, and comments that are none", () => {
  const page = pageOf(
    operation({
      examples: `<!-- { "blockType": "request", "name": "one" } // keep this line -->\n${example}\n\n<!-- uuid: 1\n2021 -->\n<!-- { "type": "#page.annotation", } -->`,
    }),
  );
  assert.is(page.examples[0]?.request.annotation?.name, "one");
  assert.equal(shown(page), []);
});

blocks("an annotation whose comment has no end ends where the page goes on", () => {
  const page = pageOf(`${operation({})}\n<!-- { "blockType": "request", "name": "one" }\n\n${example}`);
  assert.is(page.examples[0]?.request.annotation?.name, "one");
  assert.equal(page.examples[0]?.request.place, { line: 34, column: 1 });
  assert.equal(shown(page), ["comment-unclosed 31:1"]);
});

blocks("an annotation that runs into the next one is closed before it, too", () => {
  const request = '<!-- { "blockType": "ignored" }\n``` http\nGET /books/{bookId}\n```';
  const page = pageOf(operation({ request, middle: "<!-- uuid: 1 -->" }));
  assert.equal(
    page.requests.map(({ target, place }) => [target, place.line]),
    [["/books/{bookId}", 23]],
  );
  assert.equal(shown(page), ["comment-unclosed 21:1"]);
});

blocks("`-- >` closes a comment for its writer only", () => {
  const page = pageOf(
    operation({ examples: `<!-- { "blockType": "request", "name": "one" } -- >\n\n${example}\n<!-- 1 -->` }),
  );
  assert.is(page.examples[0]?.request.annotation?.name, "one");
  assert.equal(shown(page), ["comment-unclosed 29:1"]);
});

blocks("what a comment hides on purpose stays hidden", () => {
  const page = pageOf(
    operation({ examples: `<!--\n### Old example\n\n${example}\n-->\n\n<!-- not yet\n\n${example}` }),
  );
  assert.equal(page.examples, []);
  assert.equal(shown(page), ["comment-unclosed 41:1"]);
});

blocks("a fence without an end is cut where it should have ended", () => {
  const page = pageOf(
    operation({
      examples: "### Request\n\n``` http\nGET /books/b1\n\n### Response\n\n``` http\nHTTP/1.1 204 No Content\n```",
    }),
  );
  assert.equal(
    page.examples.map(({ request, response }) => [request.url, response?.status, response?.place.line]),
    [["/books/b1", 204, 37]],
  );
  assert.equal(shown(page), ["fence-swallowed 31:1"]);
});

blocks("a fence too many turns the page inside out", () => {
  const examples =
    "### Request\n\n```\nGET /books/b1\n```\n\n```\n### Response\n\nThe answer:\n\n```\nHTTP/1.1 204 No Content\n```\n\nSee also.\n\n```";
  const page = pageOf(operation({ examples }));
  assert.equal(
    page.examples.map(({ request, response }) => [request.url, response?.status, response?.place.line]),
    [["/books/b1", 204, 41]],
  );
  assert.equal(shown(page), ["fence-swallowed 35:1"]);
});

blocks("fences in longer fences are meant", () => {
  const page = pageOf(operation({ middle: "## Remarks\n\n````md\n``` http\nGET /books\n```\n````" }));
  assert.equal(shown(page), []);
});

blocks.run();
