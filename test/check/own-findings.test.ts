/** `check --watch` shows what a changed page says by itself before all pages are joined. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { changedPages, withChanged } from "../../generator/check/own-findings.js";
import type { Reading } from "../../generator/check/check.js";
import { finding, type Finding } from "../../generator/findings/rules.js";
import { operation, pageOf } from "../read/page-of.js";

const own = suite("own findings");

const before = pageOf(operation({ request: "``` http\nGET /books/{bookId}\n```\n\nSee [the shelf](shelf.md ." }));
const now = pageOf(
  operation({ request: "``` http\nGET /books/{bookId}\n```", examples: "See [the branch](branch.md ." }),
);
const other = pageOf(operation(), "api/book-delete.md");
const joined: Finding = finding("link-broken", before.path, { line: 9, column: 1 }, "shelf.md", {
  url: "shelf.md",
  suggestion: "",
});

function reading(findings: readonly Finding[]): Reading {
  return {
    root: "/docs",
    failedPages: [],
    findings,
    suppressions: [],
    dialect: "graph",
    pages: [],
    counts: { pages: 2, operations: 2, types: 0, enums: 0, examples: 0 },
    understood: { lines: { all: 0, understood: 0 }, rows: { all: 0, understood: 0 } },
  };
}

function told({ findings }: Reading): string[] {
  return findings.map(({ rule, symbol }) => `${rule} ${symbol}`).sort();
}

own("the pages of the test have a slip each, which need no other page", () => {
  assert.equal(
    before.findings.map(({ rule }) => rule),
    ["link-malformed"],
  );
  assert.equal(
    now.findings.map(({ rule }) => rule),
    ["link-malformed"],
  );
});

own("a slip that was mended goes, a new one comes, and what other pages are needed for stays", () => {
  const changed = changedPages([before, other], [now, other]);
  const early = withChanged(reading([...before.findings, joined]), changed);
  assert.equal(told(early), ["link-broken shelf.md", "link-malformed [the branch](branch.md ."]);
});

own("what the docs as a whole made no finding of does not come up", () => {
  const moved = pageOf(
    operation({ request: "``` http\nGET /books/{bookId}\n```\n\nMore.\n\nSee [the shelf](shelf.md ." }),
  );
  assert.equal(told(withChanged(reading([joined]), changedPages([before], [moved]))), ["link-broken shelf.md"]);
});

own("pages that are the same, new or gone are not told of early", () => {
  assert.equal(changedPages([before, other], [other, pageOf(operation(), "api/book-new.md")]), []);
});

own.run();
