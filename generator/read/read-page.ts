/** A page in, its facts out. */
import { VFile } from "vfile";
import { bounds } from "../bounds.js";
import { finding, type Finding } from "../findings.js";
import { processor } from "./markdown.js";
import type { Page } from "./page.js";
import type { PageSource } from "./source.js";

/**
 * Reads one page: a pure function of its text and the files it includes. Never throws because of what a page holds: what cannot be read
 * is in `Page.findings`.
 */
export function readPage(source: PageSource): Page {
  const findings = tooLong(source);
  const file = new VFile({ path: source.path, value: findings.length > 0 ? "" : source.text });
  file.data.source = source;
  file.data.findings = findings;
  return processor.processSync(file).result;
}

function tooLong({ path, text }: PageSource): Finding[] {
  if (text.length <= bounds.pageLength) return [];
  const values = { what: "The page", actual: `${text.length} characters`, limit: `${bounds.pageLength}` };
  return [finding("over-bound", path, { line: 1, column: 1 }, "", values)];
}
