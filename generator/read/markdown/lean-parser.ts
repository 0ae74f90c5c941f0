/** What the processor gives its parser. */
import type { Root } from "mdast";
import type { Processor } from "unified";
import { cutText } from "./cuts.js";
import { putBack } from "./put-back.js";

/**
 * unified plugin, after the parser's own: the parser sees only what it has to look at. The tree is the one that it makes of the whole text; a
 * page on which that is not certain is parsed whole.
 */
export function leanParser(this: Processor): void {
  const { parser: parse } = this;
  if (parse === undefined) throw new Error("leanParser stands behind a parser");
  this.parser = (text, file) => {
    const lean = cutText(text);
    if (lean === undefined) return parse(text, file);
    const tree = parse(lean.text, file) as Root;
    return putBack(tree, lean.cuts) ? tree : parse(text, file);
  };
}
