/** Where a page can be read. */
import { publishedFile } from "../typescript/doc.js";
import type { ExternalDocs } from "./document.js";

/** Links to a page below `docsUrl`. Where the docs are published nowhere there is no address that tools would take for one. */
export function pageLinks(docsUrl: string | undefined): (page: string) => ExternalDocs | undefined {
  return (page) => (docsUrl === undefined ? undefined : { url: publishedFile(page, docsUrl) });
}
