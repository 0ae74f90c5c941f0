/** The parser sees a sixth of what real pages hold; the trees are those of the whole pages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { leanTree, wholeTree } from "../helpers/parsers.js";
import { corpora } from "./judge.js";

const trees = suite("trees of the corpora");

/** Each so many pages one is parsed: all of them would take a minute. */
const EVERY = 12;

if (existsSync(corpora)) {
  trees("what spares the parser its work changes no tree", () => {
    const names = readdirSync(corpora, { recursive: true, encoding: "utf8" });
    const pages = names.filter((name) => name.endsWith(".md")).sort();
    assert.ok(pages.length > EVERY);
    for (const page of pages.filter((_, index) => index % EVERY === 0)) {
      const text = readFileSync(join(corpora, page), "utf8");
      assert.equal(leanTree(text), wholeTree(text), page);
    }
  });
} else {
  console.log("skipped: trees of the corpora (../shared/corpora is not there)");
}
trees.run();
