/** A page in, its facts out. */
import { VFile } from "vfile";
import { processor } from "./markdown.js";
import type { Page } from "./page.js";
import type { PageSource } from "./source.js";

/**
 * Reads one page: a pure function of its text and the files it includes. Never throws because of what a page holds: what cannot be read
 * is in `Page.findings`.
 */
export function readPage(source: PageSource): Page {
  const file = new VFile({ path: source.path, value: source.text });
  file.data.source = source;
  file.data.findings = [];
  return processor.processSync(file).result;
}
