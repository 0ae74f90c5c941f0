/** Calls of which a page gives the address alone, below `Resource URL` or `Endpoint`: how they are made, an example shows. */
import { matchUrl, readAddress } from "../../shared/odata/match.js";
import { parseRoute } from "../../shared/odata/template.js";
import { isAbsolute, isSurelyAddress } from "../../shared/odata/url.js";
import { requestCode } from "../blocks/code.js";
import { readRequest } from "../blocks/http.js";
import { headingOf, isWithin, type Block } from "../blocks/section.js";
import { maySayRequest } from "../blocks/section-kinds.js";
import { placeInFence, placeOf } from "../markdown/origin.js";
import { textOf, type TextContext } from "../markdown/prose.js";
import type { RequestLine } from "../page.js";

const BLANK = /\s/;
const ANY_HOST = "https://host";

/** The request line that the address and the first example that calls it make together. */
export function addressedLine(blocks: readonly Block[], context: TextContext): RequestLine | undefined {
  const asked = blocks.flatMap((block) => {
    const code = isWithin(block, "examples") ? requestCode(block.node, context) : undefined;
    const request = code && readRequest(code);
    if (request === undefined) return [];
    const { method, url } = request;
    // what an address says stands behind its host, whichever that is
    return [{ method, address: { ...readAddress(isAbsolute(url) ? url : `${ANY_HOST}${url}`), pairs: [] } }];
  });
  if (asked.length === 0) return undefined;
  for (const block of blocks) {
    const target = addressIn(block, context);
    if (target === undefined) continue;
    const { path } = parseRoute(target, "kept");
    const call = asked.find(({ address }) => matchUrl(address, path, "partial") !== undefined);
    const place = block.node.type === "code" ? placeInFence(block.node) : placeOf(block.node);
    if (call !== undefined) return { method: call.method, target, heading: headingOf(block), place };
  }
  return undefined;
}

/** An address and nothing else, below a heading that says so. */
function addressIn(block: Block, context: TextContext): string | undefined {
  const { node } = block;
  if (!maySayRequest(headingOf(block)) || (node.type !== "code" && node.type !== "paragraph")) return undefined;
  const text = (node.type === "code" ? node.value : textOf(node, context)).trim();
  return isSurelyAddress(text) && !BLANK.test(text) ? text : undefined;
}
