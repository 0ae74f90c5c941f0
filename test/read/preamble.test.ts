import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import { operation, pageOf, shown } from "./page-of.js";

const preamble = suite("read/preamble");

function lead(text: string): string[] {
  return pageOf(`# Get book\n\n${text}\n\n## Permissions\n`).description.map((prose) => prose.text);
}

preamble("front matter, title, namespace, description", () => {
  const page = pageOf(
    '---\ntitle: "Get book"\ndescription: "Finds it: always."\nauthor: ""\n---\n\n# Get **book**\n\nNamespace: library.lending\n\nFinds a [book](../resources/book.md).\n\n- On a shelf\n- Elsewhere\n\n## HTTP request\n',
    "api/Book-Get.md",
  );
  assert.equal(page.frontMatter, { title: "Get book", description: "Finds it: always.", author: "" });
  assert.is(page.title.text, "Get book");
  assert.is(page.namespace, "library.lending");
  assert.equal(
    page.description.map((prose) => markdownOf(prose.runs)),
    ["Finds a [book](../resources/book.md).", "- On a shelf\n- Elsewhere"],
  );
  assert.is(page.stem, "book-get");
  assert.equal(page.title.place, { line: 7, column: 3 });
});

preamble("a namespace line glued to the description", () => {
  assert.equal(lead("Namespace: library\nFinds a book."), ["Finds a book."]);
});

preamble("notes, quotations and includes are no description", () => {
  assert.equal(
    lead("> **Note:** Ask first.\n\n**Important:** Be quiet.\n\n[!INCLUDE [x](../includes/x.md)]\n\nFinds a book."),
    ["Finds a book."],
  );
});

const banners: readonly (readonly [text: string, deprecated: boolean])[] = [
  ["> [!CAUTION]\n> This API is deprecated and will stop working next year.", true],
  ["> **Caution:** The existing version of the lending API is deprecated. Use loans.", true],
  ["For internal use only. This type will be deprecated in the future.", true],
  ["> Deprecated. Use loans instead.", true],
  ["> **Note:** Books without a number are deprecated by librarians.", false],
  ["Finds books that are marked as **Deprecated**.", false],
];

for (const [text, deprecated] of banners) {
  preamble(`${deprecated ? "a" : "no"} banner: ${text}`, () => {
    assert.is(pageOf(`# Get book\n\n${text}\n`).deprecated !== undefined, deprecated);
  });
}

preamble("deprecated by its title or by an included banner", () => {
  assert.is(pageOf("# Get book (deprecated)\n").deprecated?.text, "Get book (deprecated)");
  const text = "# Get book\n\n[!INCLUDE [x](../includes/books-deprecate.md)]\n";
  assert.is(
    pageOf(text, "api/a.md", { "../includes/books-deprecate.md": "Use loans." }).deprecated?.text,
    "Use loans.",
  );
});

preamble("front matter that is more than a list of texts", () => {
  const page = pageOf(
    "---\ntitle: Get book # the title\nkeywords: [a, b]\nyear: 2021\nms.date: 09/10/2017\nopen: true\n---\n# Get book\n",
  );
  assert.equal(page.frontMatter, {
    title: "Get book",
    keywords: ["a", "b"],
    year: 2021,
    "ms.date": "09/10/2017",
    open: true,
  });
});

preamble("front matter that is no YAML", () => {
  const page = pageOf("---\nauthor: me\ntitle: book: get\n---\n# Get book\n");
  assert.equal(
    shown(page).filter((each) => each.startsWith("front")),
    ["front-matter 3:8"],
  );
});

const levels = (count: number): string => "[".repeat(count) + "]".repeat(count);

for (const [what, yaml, want] of [
  ["an alias of nothing", "author: me\ntitle: *book", ["front-matter 3:8"]],
  ["an alias within what it stands for", "author: &me [*me]", ["front-matter 2:14"]],
  [
    "aliases that multiply",
    Array.from({ length: 20 }, (_, level) => `k${level}: &a${level} [*a${level - 1}, *a${level - 1}]`)
      .join("\n")
      .replaceAll("*a-1", "book"),
    ["front-matter 3:10"],
  ],
  ["an alias of something", "author: &me [Ann]\neditor: *me", []],
  ["keys that every object has", "__proto__: { title: x }\nconstructor: y\ntoString: z", []],
  ["a kind that is no text", "doc_type: { toString: 1, valueOf: 2 }", []],
  ["a title that is no text", "title: [Get, book]", []],
  ["tags of other programs", "author: !!js/function 'x'\ntitle: !x y", []],
  ["lists that are deep", `a: ${levels(100)}`, []],
  ["lists that are too deep", `a: ${levels(101)}`, ["over-bound 1:1"]],
  ["brackets without an end", `a: ${"{ b: ".repeat(1_000)}`, ["over-bound 1:1"]],
  ["lists on one line", `${"- ".repeat(2_000)}a`, ["over-bound 1:1"]],
  ["more than anyone writes", `a: [b]\n${"c: d\n".repeat(5_000)}`, ["over-bound 1:1"]],
] as const)
  preamble(`front matter costs the page nothing but itself: ${what}`, () => {
    const page = pageOf(operation().replace('title: "Get book"', () => yaml));
    assert.equal(shown(page), want);
    assert.is(page.title.text, "Get book");
    assert.is(page.kind, "operation");
    assert.is(page.requests.length, 1);
    assert.not.ok("title" in Object.getPrototypeOf(page.frontMatter));
  });

preamble("a page without a title", () => {
  const page = pageOf('---\ntitle: "Enum values"\n---\n\n### state values\n', "resources/enums.md");
  assert.is(page.title.text, "Enum values");
  assert.equal(shown(page), ["no-title 1:1"]);
});

preamble("an empty page", () => {
  const page = pageOf("", "resources/empty.md");
  assert.equal([page.kind, shown(page)], ["concept", ["no-title 1:1"]]);
});

preamble.run();
