import { suite } from "uvu";
import * as assert from "uvu/assert";
import { docs, publishedFile, publishedPage, docText } from "../../generator/emit/typescript/doc.js";
import { said, type Run } from "../../generator/shared/runs.js";
import { pageOf } from "../read/page-of.js";
import { permissionNote } from "../../generator/emit/typescript/permission-note.js";

const doc = suite("doc");

/** A paragraph of a page. */
function runsOf(markdown: string): readonly Run[] {
  return pageOf(`# Book\n\n${markdown}`).description.flatMap(({ runs }) => runs);
}

doc("one line stays one line", () => {
  assert.equal(docs({ description: said("The title.") }, undefined), ["The title."]);
  assert.equal(docs({ description: [] }, undefined), []);
});

doc("description, notes, tags, in this order", () => {
  assert.equal(
    docs(
      { description: said("A book."), notes: ["Read twice."], deprecated: "Use\nfilms.", page: "resources/book.md" },
      undefined,
    ),
    ["\nA book.\n\nRead twice.\n\n@deprecated Use films.\n@see resources/book.md"],
  );
});

doc("pages are linked where they are published", () => {
  assert.is(
    publishedPage("resources/book.md#pages", "https://docs.example/api/"),
    "https://docs.example/api/resources/book#pages",
  );
  assert.equal(
    docs({ description: runsOf("A [book](resources/book.md)."), page: "api/x.md" }, "https://docs.example"),
    ["\nA [book](https://docs.example/resources/book).\n\n@see {@link https://docs.example/api/x}"],
  );
});

for (const [what, path, want] of [
  ["brackets", "api/a)[x](javascript:alert(1)).md", "api/a%29%5Bx%5D%28javascript%3Aalert%281%29%29"],
  ["what ends a tag or a comment", "api/a}*b|c`.md", "api/a%7D%2Ab%7Cc%60"],
  ["quotation marks and spaces", "api/a 'b' \"c\".md", "api/a%20%27b%27%20%22c%22"],
  ["what has a meaning in addresses", "api/a#b?c%20d.md", "api/a%23b%3Fc%2520d"],
  ["what turns the direction of reading", "api/a\u202eb.md", "api/a%E2%80%AEb"],
  ["tag characters", "api/a\u{e0041}.md", "api/a%F3%A0%81%81"],
  ["other languages", "api/é.md", "api/%C3%A9"],
  ["half a character", "api/\ud800.md", "api/%EF%BF%BD"],
] as const)
  doc(`the name of a file in an address: ${what}`, () => {
    assert.is(publishedFile(path, "https://docs.example/"), `https://docs.example/${want}`);
    assert.equal(docs({ description: [], page: path }, "https://docs.example"), [
      `@see {@link https://docs.example/${want}}`,
    ]);
  });

for (const [what, link, want] of [
  ["a script", "javascript:alert`1`", "https://docs.example/api/javascript:alert%601%60"],
  ["upwards", "../../../secret.md", "https://docs.example/api/secret"],
  ["upwards, encoded", "%2e%2E/.%2e/secret.md", "https://docs.example/api/secret"],
  ["another host", "//evil.example/x", "https://docs.example/api/evil.example/x"],
  ["invisible characters", "a\u202e\u200b.md", "https://docs.example/api/a%E2%80%AE%E2%80%8B"],
] as const)
  doc(`a link of a page stays below the published docs: ${what}`, () =>
    assert.is(publishedPage(link, "https://docs.example/api"), want),
  );

doc("links of pages that are no addresses are words", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "vbscript:x", "../x.md"])
    assert.is(docText(runsOf(`A [label](${url}).`), undefined), "A label.");
});

doc("Markdown and HTML of a page as words", () => {
  for (const [given, want] of [
    ["A [book](resources/book.md) and [more](https://x.example/a_(b)).", "A book and [more](https://x.example/a_(b))."],
    ["Either:<ul><li>one</li><li>two</li></ul>", "Either:\n- one\n- two"],
    ["first<br/>second", "first\nsecond"],
    ['Say `<IMG src="x">` or <languagecode>.', 'Say `<IMG src="x">` or <languagecode>.'],
    ["![cover](cover.png) Cover.", "Cover."],
    ["@odata.type is a name */", "\\@odata.type is a name *\\/"],
  ] as const)
    assert.is(docText(runsOf(given), undefined), want);
});

doc("long lines are broken between words, never so that a list or a tag begins", () => {
  const [text = ""] = docs(
    { description: said(`${"word ".repeat(22)}- @odata.bind ${"word ".repeat(40)}`) },
    undefined,
  );
  const lines = text.trim().split("\n");
  assert.ok(lines.length > 2);
  for (const line of lines) {
    assert.ok(line.length <= 130, line);
    assert.not.match(line, /^[-@]/u);
  }
});

doc("permissions in one line", () => {
  assert.equal(
    permissionNote([
      {
        delegatedWork: { least: [["Book.Read"], ["Shelf.Read", "Room.Read"]], higher: [["Book.ReadWrite"]] },
        delegatedPersonal: "unsupported",
        application: "undetermined",
        line: 9,
      },
      { scenario: "own books", application: "none", line: 17 },
    ]),
    [
      "Permissions: work or school account `Book.Read` or `Shelf.Read` and `Room.Read`; personal account not supported; application not determined yet.",
      "Permissions (own books): application none needed.",
    ],
  );
  assert.equal(permissionNote([{ line: 9 }]), []);
});

doc.run();
