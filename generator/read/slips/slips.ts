/** Slips that any line of a page may have, whatever it is about: a rule a file. What they are in is read elsewhere. */
import type { Root } from "mdast";
import { finding, type Finding } from "../../findings/rules.js";
import { placeInFence, placeOf, walkNodes } from "../markdown/origin.js";
import { headingText } from "../blocks/headings.js";
import { sectionKindOf, type HeadingWords, type SectionKind } from "../blocks/section-kinds.js";
import { emptyLink, linkSlipsIn } from "../markdown/link-slips.js";
import { lineSlips } from "./lines.js";
import { jsonSlips } from "./json-slips.js";
import { reasonSlip } from "./reason-phrases.js";

const EXAMPLES = /\b(?:examples?|samples?)\b/i;

/** Kinds that any heading may have: examples have some of all depths, and many words end in "values". */
const LOOSE: ReadonlySet<SectionKind> = new Set<SectionKind>(["examples", "enum", "remarks"]);

/** `text` is the source of the page; included files are told in their own names. */
export function slipsOn(tree: Root, text: string, page: string, words: HeadingWords | undefined): readonly Finding[] {
  const found: Finding[] = [...lineSlips(text, page), ...emptySections(tree, page, words)];
  walkNodes(tree, (node) => {
    if (node.type === "text") found.push(...linkSlipsIn(node, page));
    else if (node.type === "link") found.push(...emptyLink(node, page));
    else if (node.type === "inlineCode") found.push(...reasonSlip(node.value, placeOf(node), page));
    else if (node.type === "code") {
      const place = placeInFence(node);
      const [first = ""] = node.value.split("\n", 1);
      found.push(...jsonSlips(node.value, place, page), ...reasonSlip(first, place, page));
    }
  });
  return found;
}

/** Findings `section-empty`: a section that readers look for, with nothing in it, not even a deeper heading. */
function emptySections({ children }: Root, page: string, words: HeadingWords | undefined): readonly Finding[] {
  const told = children.filter(({ type }) => type !== "thematicBreak" && type !== "definition");
  return told.flatMap((node, index) => {
    const next = told[index + 1];
    if (node.type !== "heading" || (next !== undefined && !(next.type === "heading" && next.depth <= node.depth)))
      return [];
    const heading = headingText(node);
    const kind = sectionKindOf(heading, words);
    if (node.depth < 2 || kind === undefined || LOOSE.has(kind) || EXAMPLES.test(heading)) return [];
    return [finding("section-empty", page, placeOf(node), heading, { heading })];
  });
}
