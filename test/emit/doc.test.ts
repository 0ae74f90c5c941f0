import { suite } from "uvu";
import * as assert from "uvu/assert";
import { docs, publishedPage, words } from "../../generator/emit/doc.js";
import { permissionNote } from "../../generator/emit/permission-note.js";

const doc = suite("doc");

doc("one line stays one line", () => {
  assert.equal(docs({ description: "The title." }, undefined), ["The title."]);
  assert.equal(docs({ description: "" }, undefined), []);
});

doc("description, notes, tags, in this order", () => {
  assert.equal(
    docs(
      { description: "A book.", notes: ["Read twice."], deprecated: "Use\nfilms.", page: "resources/book.md" },
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
  assert.equal(docs({ description: "A [book](resources/book.md).", page: "api/x.md" }, "https://docs.example"), [
    "\nA [book](https://docs.example/resources/book).\n\n@see {@link https://docs.example/api/x}",
  ]);
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
    assert.is(words(given, undefined), want);
});

doc("long lines are broken between words, never so that a list or a tag begins", () => {
  const [text = ""] = docs({ description: `${"word ".repeat(22)}- @odata.bind ${"word ".repeat(40)}` }, undefined);
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
      },
      { scenario: "own books", application: "none" },
    ]),
    [
      "Permissions: work or school account `Book.Read` or `Shelf.Read` and `Room.Read`; personal account not supported; application not determined yet.",
      "Permissions (own books): application none needed.",
    ],
  );
  assert.equal(permissionNote([{}]), []);
});

doc.run();
