import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Page } from "../../generator/read/page.js";
import { operation, pageOf } from "./page-of.js";

const sections = suite("read/sections");

type Kind = "query" | "functionParameters" | "pathParameters" | "headers" | "body" | "response";

const headings: readonly (readonly [kind: Kind, ...headings: string[]])[] = [
  [
    "query",
    "## Optional query parameters",
    "## Query parameters",
    "### OData query parameters",
    "### Optional OData query parameters",
  ],
  ["functionParameters", "## Function parameters", "## Function Parameters"],
  ["pathParameters", "## Path parameters", "### Path parameters"],
  ["headers", "## Request headers", "## Optional request headers", "## Request Headers"],
  ["body", "## Request body", "### Request Body"],
  ["response", "## Response", "## HTTP Response", "### HTTP response", "## Response body"],
];

for (const [kind, ...spellings] of headings) {
  for (const heading of spellings) {
    sections(`${heading} is ${kind}`, () => {
      const page: Page = pageOf(operation({ middle: `${heading}\n\nSome words.` }));
      assert.equal(
        page[kind]?.prose.map((prose) => prose.text),
        ["Some words."],
      );
      assert.is(page[kind]?.heading, heading.replace(/^#+ /, ""));
    });
  }
}

sections("sections of one kind are merged in page order", () => {
  const page = pageOf(
    operation({ middle: "## Response\n\nFirst.\n\n## Remarks\n\nOther.\n\n## HTTP response\n\nSecond." }),
  );
  assert.equal(
    page.response?.prose.map((prose) => prose.text),
    ["First.", "Second."],
  );
});

sections("a response below the request body", () => {
  const page = pageOf(operation({ middle: "## Request body\n\nNothing.\n\n### Response\n\nA book." }));
  assert.equal([page.body?.prose.length, page.response?.prose[0]?.text], [1, "A book."]);
});

sections("headings without a meaning of their own belong to the section around them", () => {
  const page = pageOf(
    operation({
      middle:
        "## Request body\n\n### title options\n\nShort or long.\n\n### For a loan\n\n|Property|Type|\n|---|---|\n|until|Date|",
    }),
  );
  assert.equal(
    page.body?.tables.map(({ heading }) => heading),
    ["For a loan"],
  );
});

sections("nothing below the examples is a section", () => {
  const page = pageOf(operation({ examples: "### Response\n\nHere is one.\n\n### Request body\n\nSo." }));
  assert.equal([page.response, page.body], [undefined, undefined]);
});

sections("samples of JSON stay with their section, messages do not", () => {
  const page = pageOf(operation({ middle: "## Request body\n\n```json\n{}\n```\n\n``` http\nGET /books\n```" }));
  assert.equal(
    page.body?.code.map(({ language, text, place }) => [language, text, place.line]),
    [["json", "{}", 28]],
  );
});

sections("a section called just Parameters is the body's or the function's", () => {
  const middle = "## Parameters\n\n|Parameter|Type|Description|\n|---|---|---|\n|until|Date|How long.|";
  assert.is(pageOf(operation({ middle })).functionParameters?.tables.length, 1);
  assert.is(pageOf(operation({ middle, request: "``` http\nPOST /books/{id}/lend\n```" })).body?.tables.length, 1);
});

sections("a page that only says below its example what the call answers", () => {
  const examples = (words: string): string =>
    `### Request\n\n\`\`\` http\nGET /books/b1\n\`\`\`\n\n### Response\n\n${words}`;
  const told = "Returns the [book](../resources/book.md).";
  const read = (parts: Parameters<typeof operation>[0]): string[] =>
    (pageOf(operation(parts)).response?.prose ?? []).map(({ text }) => text);
  assert.equal(read({ examples: examples(`Here is one.\n\n${told}`) }), ["Returns the book."]);
  assert.equal(read({ middle: "## Response\n\nA book.", examples: examples(told) }), ["A book."]);
});

sections.run();
