/** A page in, its facts out. */
import { VFile } from "vfile";
import { withClosedAnchors } from "./markdown/anchors.js";
import { clipped } from "./markdown/clip.js";
import { withFences } from "./markdown/brace-fences.js";
import { processor } from "./processor.js";
import type { Page } from "./page.js";
import type { PageSource } from "./source/source.js";

/**
 * Reads one page: a pure function of its text and the files it includes. Never throws because of what a page holds: what cannot be read
 * is in `Page.findings`.
 */
export function readPage(source: PageSource): Page {
  const file = new VFile({ path: source.path });
  file.data.source = source;
  file.data.findings = [];
  file.value = withClosedAnchors(withFences(clipped(source.text, file)));
  return processor.processSync(file).result;
}
