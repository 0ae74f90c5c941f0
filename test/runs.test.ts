/** What is derived from the runs of a text. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  codeOf,
  cutAtCode,
  cutAtLinks,
  linksOf,
  markdownOf,
  placeOfWord,
  rawWords,
  runsBetween,
  type Prose,
} from "../generator/shared/runs.js";
import { pageOf } from "./read/page-of.js";

const runs = suite("runs");

const text = 'See **[the shelf](shelf.md "All")**, `id` or <br/>[`key`][keys] of *all*\\_books.';

function proseOf(markdown: string): Prose {
  const [prose] = pageOf(`# Book\n\n${markdown}\n\n[keys]: key.md#top`).description;
  if (!prose) throw new Error("no prose");
  return prose;
}

runs("words, links, code and Markdown come from the same runs", () => {
  const prose = proseOf(text);
  assert.is(prose.text, "See the shelf, id or key of all_books.");
  assert.equal(
    linksOf(prose).map((link) => [link.text, link.url, link.place.column]),
    [
      ["the shelf", "shelf.md", 7],
      ["key", "key.md#top", 51],
    ],
  );
  assert.equal(codeOf(prose), ["id", "key"]);
});

runs("Markdown is as written, but links are written in one way", () => {
  const plain = "See **[the shelf](shelf.md)**, `id` or <br/>[`key`](key.md#top) of *all*\\_books.";
  assert.is(markdownOf(proseOf(text).runs), plain);
  assert.is(
    markdownOf(proseOf("- one `` ` ``\n- two &amp; <https://x.example/>").runs),
    "- one `` ` ``\n- two &amp; <https://x.example/>",
  );
  assert.is(markdownOf(proseOf("[a](<b c.md>) ![x](y.png)").runs), "[a](<b c.md>) ![x](y.png)");
});

runs("a text is cut at its links or code", () => {
  assert.equal(
    cutAtLinks(proseOf("A [book](book.md), or a [list](x.md) of [books](book.md)."), ({ url }) =>
      url === "book.md" ? "book" : undefined,
    ),
    { words: ["A ", ", or a list of ", "."], found: ["book", "book"] },
  );
  assert.equal(cutAtCode(proseOf("Either `a` or **`b`**.")), { words: ["Either ", " or ", "."], found: ["a", "b"] });
});

runs("a part of the words keeps its marks", () => {
  const { runs: all } = proseOf("One **two** `three`.");
  assert.is(markdownOf(runsBetween(all, 4)), "**two** `three`.");
  assert.is(markdownOf(runsBetween(all, 0, 6)), "One **tw**");
  assert.is(rawWords([...runsBetween(all, 0, 3), ...runsBetween(all, 3)]), "One two three.");
});

runs("the place of a word, where it is the only one", () => {
  assert.is(placeOfWord("b", proseOf("A **`b`** c."))?.column, 6);
  assert.is(placeOfWord("b", proseOf("A b, b c.")), undefined);
  assert.is(placeOfWord("b&c", proseOf("A b&amp;c.")), undefined);
});

runs.run();
