/** Which object types a page describes, and with which of its blocks. */
import type { Page, ResourceBlock } from "../read/page.js";
import { lowerFirst, qualify, shortName, stemOf } from "./names.js";

const TITLE =
  /^(?:the\s+)?([A-Za-z_][\w.]*)\s*(?:\([^)]*\)\s*)?(?:(?:abstract |complex |entity |open |base )*(?:resou?r?ce|type|entity|facet|object)\b.*)?$/i;
const NO_TYPE = /^(none|null)$/i;

/** One type on one page. `main`: the page's tables belong to it; a further type of the page has only its block. */
export interface TypeOnPage {
  readonly name: string;
  readonly page: Page;
  readonly blocks: readonly ResourceBlock[];
  readonly main: boolean;
}

/** The object types of a page in page order; empty for pages that describe none (enumerations, concepts without a block). */
export function typesOnPage(page: Page): readonly TypeOnPage[] {
  const titled = titleName(page);
  const byName = new Map<string, ResourceBlock[]>();
  for (const block of page.blocks) {
    const written = block.annotation?.type ?? titled;
    if (!written || NO_TYPE.test(written)) continue;
    const name = casedBy(qualify(written, page.namespace), titled);
    byName.set(name, [...(byName.get(name) ?? []), block]);
  }
  if (byName.size === 0 && titled && page.kind === "resource" && describesType(page))
    byName.set(qualify(titled, page.namespace), []);
  const names = [...byName.keys()];
  const main =
    names.find((name) => same(shortName(name), titled)) ??
    names.find((name) => stemOf(page.path).endsWith(shortName(name).toLowerCase())) ??
    names[0];
  return names.map((name) => ({ name, page, blocks: byName.get(name) ?? [], main: name === main }));
}

function describesType(page: Page): boolean {
  return page.properties !== undefined || page.relationships !== undefined;
}

/** `Chart resource type` → `chart`; undefined for a title of several words. */
function titleName(page: Page): string | undefined {
  const name = TITLE.exec(page.title.text)?.[1];
  return name && lowerFirst(name);
}

/** The annotation's name in the title's letter case, where they are the same but for it and the annotation has no capitals. */
function casedBy(name: string, titled: string | undefined): string {
  const short = shortName(name);
  if (!same(short, titled) || titled === undefined || /[A-Z]/.test(short)) return name;
  return name.slice(0, name.length - short.length) + titled;
}

function same(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}
