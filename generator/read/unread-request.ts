/** Request lines of which nothing was made: what is said of the page that has them. */
import { finding, type Finding } from "../findings/rules.js";
import { hostOf } from "../shared/odata/url.js";
import { requestCode } from "./blocks/code.js";
import { readRequestLine } from "./blocks/http.js";
import { headingOf, isWithin, type Block } from "./blocks/section.js";
import { MESSAGE_KINDS } from "./blocks/section-kinds.js";
import { placeOf } from "./markdown/origin.js";
import type { TextContext } from "./markdown/prose.js";
import { showsCall } from "./operation-scopes.js";

const UNREAD_REQUEST = "a line that reads as a request";
const LOCAL = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/;
/** "Receiving events" */
const RECEIVED = /\breceiv(?:e|ing)\b/i;
/** What a guide shows below such a heading only illustrates it. */
const GUIDING =
  /^(?:authenticat|authoriz|api keys?\b|getting started|quick ?start|introduction|overview|paginat|paging|rate limit|version)/i;
/** Guides have a section for answers, too. */
const LEAST_KINDS = 2;

/** A page with a line that reads as a request, of which nothing was made: a fault, unless nothing else says that it is about an operation. */
export function unreadRequest(
  blocks: readonly Block[],
  title: string,
  context: TextContext,
  page: string,
): readonly Finding[] {
  const block = blocks.find(
    (one) => !isWithin(one, "examples") && !isWithin(one, "remarks") && showsCall(one, context),
  );
  if (block === undefined || isToOwn(block, context)) return [];
  const heading = headingOf(block) || title;
  // sections beside its own: what a guide shows elsewhere is about other calls
  const around = block.headings.slice(0, -1).map(({ node }) => node);
  const beside = blocks.filter(({ headings }) => around.every((node, depth) => headings[depth]?.node === node));
  const told = new Set(beside.map(({ kind }) => kind).filter((kind) => MESSAGE_KINDS.has(kind)));
  if (told.size < LEAST_KINDS && (RECEIVED.test(heading) || GUIDING.test(heading))) return [];
  if (told.size < LEAST_KINDS) return [finding("request-unread", page, placeOf(block.node), heading, { heading })];
  return [finding("page-unread", page, placeOf(block.node), heading, { evidence: UNREAD_REQUEST, heading })];
}

/** `POST https://localhost:5001/`: what the reader's own program gets. */
function isToOwn({ node }: Block, context: TextContext): boolean {
  const [line = ""] = (requestCode(node, context)?.text ?? "").trimStart().split("\n", 1);
  return LOCAL.test(hostOf(readRequestLine(line)?.target ?? ""));
}
