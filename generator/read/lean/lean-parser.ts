/** What the processor gives its parser. */
import type { Root } from "mdast";
import type { Processor } from "unified";
import { cutText } from "./cuts.js";
import { putBack } from "./put-back.js";
import { rememberingParser } from "./remembering-parser.js";

/**
 * unified plugin, after the parser's own: the parser sees only what it has to look at. The tree is the one that it makes of the whole text; a
 * page on which that is not certain is parsed whole.
 */
export function leanParser(this: Processor): void {
  const { parser: parse } = this;
  if (parse === undefined) throw new Error("leanParser stands behind a parser");
  // of remark, which makes mdast
  const parsePart = rememberingParser((part, file) => parse(part, file) as Root);
  this.parser = (text, file) => {
    const lean = cutText(text);
    if (lean === undefined) return parsePart(text, file);
    const tree = parsePart(lean.text, file);
    return putBack(tree, lean.cuts) ? tree : parse(text, file);
  };
}
