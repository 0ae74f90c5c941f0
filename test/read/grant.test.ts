import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readGrant } from "../../generator/read/facts/grant.js";

const grantTests = suite("read/grant");

const anyOf = (...lists: string[][]): object => ({ grant: { kind: "scopes", anyOf: lists } });

const cells: readonly (readonly [cell: string, statements: readonly object[]])[] = [
  ["Not supported.", [{ grant: { kind: "unsupported" } }]],
  ["Not applicable", [{ grant: { kind: "unsupported" } }]],
  ["Not available.", [{ grant: { kind: "unsupported" } }]],
  ["n/a", [{ grant: { kind: "unsupported" } }]],
  ["None.", [{ grant: { kind: "none" } }]],
  ["**TODO: Determine scopes **", [{ grant: { kind: "undetermined" } }]],
  ["Books.Read", [anyOf(["Books.Read"])]],
  ["Books.Read, Books.ReadWrite.", [anyOf(["Books.Read"], ["Books.ReadWrite"])]],
  ["Books.Read, , Books.ReadWrite,", [anyOf(["Books.Read"], ["Books.ReadWrite"])]],
  ["Books.Read or Books.ReadWrite", [anyOf(["Books.Read"], ["Books.ReadWrite"])]],
  ["Books.Read, Loans.Read, or Members.Read", [anyOf(["Books.Read"], ["Loans.Read"], ["Members.Read"])]],
  ["Books.Read Books.ReadWrite", [anyOf(["Books.Read"], ["Books.ReadWrite"])]],
  ["Books.Read and Loans.Read, Library.Read.All", [anyOf(["Books.Read", "Loans.Read"], ["Library.Read.All"])]],
  ["Books.Read, Loans.Read plus Members.Read", [anyOf(["Books.Read", "Members.Read"], ["Loans.Read", "Members.Read"])]],
  [
    "One from Books.Read, Loans.Read plus either Members.Read or Staff.Read",
    [
      anyOf(
        ["Books.Read", "Members.Read"],
        ["Books.Read", "Staff.Read"],
        ["Loans.Read", "Members.Read"],
        ["Loans.Read", "Staff.Read"],
      ),
    ],
  ],
  ["openid, Books-Archive.Read.All", [anyOf(["openid"], ["Books-Archive.Read.All"])]],
  [
    "Shelf.Read.Group*, Shelf.Read.All",
    [{ ...anyOf(["Shelf.Read.Group"], ["Shelf.Read.All"]), note: "Shelf.Read.Group*" }],
  ],
  ["Books.Read (own books only)", [{ ...anyOf(["Books.Read"]), note: "own books only" }]],
  ["Books.Read, Library Read.All", [{ ...anyOf(["Books.Read"]), leftover: "Library Read.All" }]],
  ["Whatever the library asks for", [{ leftover: "Whatever the library asks for" }]],
];

for (const [cell, statements] of cells) {
  grantTests(`reads "${cell}"`, () => {
    assert.equal(readGrant([cell]), statements);
  });
}

grantTests("reads lines that name their scenario first", () => {
  const lines = ["For the book resource:", "Books.Read, Books.ReadWrite", "For the loan resource: Not supported."];
  assert.equal(readGrant(lines), [
    { scenario: "the book resource", ...anyOf(["Books.Read"], ["Books.ReadWrite"]) },
    { scenario: "the loan resource", grant: { kind: "unsupported" } },
  ]);
});

grantTests("reads lines that name their scenario last", () => {
  const lines = ["Books.Read for a single book.", "Library.Read.All for the whole library."];
  assert.equal(readGrant(lines), [
    { scenario: "a single book", ...anyOf(["Books.Read"]) },
    { scenario: "the whole library", ...anyOf(["Library.Read.All"]) },
  ]);
});

grantTests("multiplies out as many alternatives as anybody means, and no more", () => {
  const cellOf = (joined: number): string =>
    Array.from({ length: joined }, () => "Books.Read, Loans.Read").join(" plus ");
  assert.is(readGrant([cellOf(6)])[0]?.grant?.kind, "scopes");
  assert.equal(readGrant([cellOf(7)]), [{ leftover: cellOf(7) }]);
});

grantTests("says nothing of an empty cell", () => {
  assert.equal(readGrant([]), []);
});

grantTests.run();
