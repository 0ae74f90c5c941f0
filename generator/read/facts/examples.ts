/** Examples: fences known by their first line, paired in page order; names in annotations decide where order does not. */
import type { Code } from "mdast";
import type { Finding } from "../../findings/rules.js";
import {
  bareAnswer,
  canOnlyAnswer,
  isBareJson,
  isIncoming,
  isLabelledBody,
  isJsonBehind,
  isLabelledRequest,
  isLabelledResponse,
  labelledStatus,
  leadsToAnswer,
  noStatusLine,
  statusAbove,
  unreadFence,
  withBody,
} from "./bare-json.js";
import { furtherAnswer, sampleRequest, showsBody } from "./further-json.js";
import { isCurl } from "../blocks/curl.js";
import { fillsIn, isCommand } from "./requests.js";
import { messageKind, readRequest, readResponse, requestsIn, takesBody } from "../blocks/http.js";
import type { CodeBlock, ExamplePair, RequestLine } from "../page.js";
import type { Account } from "../blocks/account.js";
import { isLine, placesOf, withoutForeign, withoutTemplates } from "./other-requests.js";
import { troubles, troubleWith, wordsBehind, type AnsweredInWords } from "./example-troubles.js";
import { pair, type Item, type RequestItem, type ResponseItem } from "./pairing.js";
import type { TextContext } from "../markdown/prose.js";
import { placeOf } from "../markdown/origin.js";
import { statusesAlone } from "../blocks/status-headings.js";
import type { Block, HeadingFact } from "../blocks/section.js";
import { isWithin } from "../blocks/section.js";
import { codeBlock } from "../blocks/code.js";

const BARE_HEADING = /^(?:request|response|examples?)(?: \d+)?\W*$/i;
const EXAMPLE_BLOCK = /^(?:request|response)$/;

export interface Examples {
  readonly examples: readonly ExamplePair[];
  readonly findings: readonly Finding[];
}

/**
 * True for a fence that shows a message of an example: unannotated ones of the HTTP request section are request lines, but for those below
 * a heading of its own that calls them examples.
 */
export function isExampleFence(block: Block): boolean {
  if (block.node.type !== "code") return false;
  if (isCurl(block.node.value)) return true;
  const annotated = EXAMPLE_BLOCK.test(block.node.data?.annotation?.blockType ?? "");
  const isLine = isWithin(block, "request") && block.kind !== "examples";
  return annotated || (messageKind(block.node.value) !== "other" && !isLine);
}

/** Reads all examples of a page. */
export function readExamples(
  blocks: readonly Block[],
  lines: readonly RequestLine[],
  context: TextContext,
  account: Account,
): Examples {
  const { page } = account;
  const items: Item[] = [];
  const findings: Finding[] = [];
  const withoutBody = statusesAlone(blocks);
  /** Requests with an answer that cannot be read, which is told of it already. */
  const blamed = new Set<Item>();
  let unreadable = false;
  let lastFence = -1;
  for (const [index, block] of blocks.entries()) {
    const alone = withoutBody.get(block);
    if (alone !== undefined && items.at(-1)?.kind === "request")
      items.push(bodiless(alone.status, alone.heading, block.headings));
    if (block.node.type !== "code") continue;
    const between = blocks.slice(lastFence + 1, index);
    lastFence = index;
    const last = items.at(-1);
    const isBare = isBareJson(block) || (last?.kind === "request" && isJsonBehind(block, between, last));
    if (isBare && messageKind(block.node.value) === "other") {
      if (!unreadable) findings.push(...readBare(block, between, items, { blocks, lines, context, account }));
      unreadable = false;
      continue;
    }
    if (!(isExampleFence(block) || isEmptyExample(block))) continue;
    account.mark(block.node, "example");
    for (const code of requestsIn(codeBlock(block.node))) {
      const item = readItem(code, block, lines);
      if (item === undefined) {
        findings.push(troubleWith(code, page));
        const asked = items.at(-1);
        if (asked?.kind === "request") blamed.add(asked);
        // the answer to a request that cannot be read is not blamed as well
      } else if (item.kind === "request" || !unreadable) {
        const isAsked = item.kind === "response" && item.illustrates && !lines.some(({ method }) => takesBody(method));
        const asked = isAsked ? onlyRequest(items, { blocks, lines }, block) : undefined;
        items.push(...(asked ? [asked] : []), item);
      }
      unreadable = item === undefined;
    }
  }
  const places = placesOf(lines);
  const meant = withoutTemplates(items, places);
  const unpaired = pair(meant);
  const own = withoutForeign(meant.filter((item) => !isLine(item, places)));
  const inWords = wordsBehind(blocks, context);
  const isAnswered: AnsweredInWords = (request) => blamed.has(request) || inWords(request);
  return {
    examples: pairedItems(own),
    findings: [...findings, ...troubles(own, unpaired, isAnswered, page)],
  };
}

interface Surroundings {
  readonly blocks: readonly Block[];
  readonly lines: readonly RequestLine[];
  readonly context: TextContext;
  readonly account: Account;
}

/** JSON alone completes the request right above it, or answers it; other JSON is reported. */
function readBare(
  block: Block & { readonly node: Code },
  between: readonly Block[],
  items: Item[],
  around: Surroundings,
): Finding[] {
  const { account, context, blocks } = around;
  const code = codeBlock(block.node);
  const status = labelledStatus(block, between, context);
  const isLabelled = status !== undefined || isLabelledResponse(block, between, context);
  const asked = isLabelled ? onlyRequest(items, around, block) : undefined;
  if (asked) items.push(asked);
  const last = items.at(-1);
  const next = blocks.slice(blocks.indexOf(block) + 1).find(({ node }) => node.type === "code");
  // behind words that lead to the answer, what stands below a later heading is another one: `## Potential Error Responses`
  const isOther = between.some(({ node }) => node.type !== "html") && next?.headings.at(-1) !== block.headings.at(-1);
  const isAnswered = !isOther && next?.node.type === "code" && messageKind(next.node.value) === "response";
  const isBehind =
    !isAnswered && last?.kind === "request" && leadsToAnswer(between, context) && canOnlyAnswer(last.message);
  if (last?.kind === "request" && (isLabelled || isBehind)) {
    const message = bareAnswer(block, blocks, context, status);
    items.push({ kind: "response", message, headings: block.headings, illustrates: false });
    account.mark(block.node, "example");
    return status !== undefined ? [] : [noStatusLine(account.page, code.place, code.annotation?.name ?? "", code.text)];
  }
  if (last?.kind === "response" && furtherAnswer(code, last, statusAbove(block, between, context), between, items)) {
    account.mark(block.node, "example");
    return [];
  }
  if (last === undefined && showsBody(block) && around.lines.length === 1) {
    account.mark(block.node, "example");
    return [];
  }
  const begun = isLabelled ? undefined : sampleRequest(block, code, items, around.lines, blocks);
  if (begun !== undefined) {
    items.push(begun);
    account.mark(block.node, "example");
    return [];
  }
  const isBody = isLabelledBody(between, context);
  const isRequest = isBody || (between.length === 0 && isLabelledRequest(block, blocks, context));
  const isNext = isBody || between.length === 0;
  const whole = last?.kind === "request" && isNext ? withBody(last.message, code, isRequest) : undefined;
  if (last?.kind !== "request" || whole === undefined) {
    // a guide, which has no request line, tells of what it shows
    const isGuide = around.lines.length === 0 && items.length === 0;
    return isIncoming(block) || isGuide ? [] : [unreadFence(block.node, account)];
  }
  last.message = whole;
  account.mark(block.node, "example");
  return [];
}

/** A page that shows an answer and no request means that of its one request line. */
function onlyRequest(
  items: readonly Item[],
  { blocks, lines }: Pick<Surroundings, "blocks" | "lines">,
  block: Block,
): RequestItem | undefined {
  const [line, ...others] = lines;
  const { headings } = block;
  const later = blocks.slice(blocks.indexOf(block) + 1);
  if (later.some(({ node }) => node.type === "code" && messageKind(node.value) === "request")) return undefined;
  if (items.length > 0 || line === undefined || others.length > 0) return undefined;
  const { method, target, place } = line;
  const message = { method, url: target, headers: [], body: { kind: "none" }, place } as const;
  const sent = takesBody(method) ? blocks.find((one) => showsBody(one)) : undefined;
  const whole = sent?.node.type === "code" ? withBody(message, codeBlock(sent.node), true) : undefined;
  return { kind: "request", message: whole ?? message, headings, responses: [], isCommand: false, illustrates: false };
}

/** The answer that a heading with a status is. */
function bodiless(status: number, { node }: HeadingFact, headings: readonly HeadingFact[]): ResponseItem {
  const message = { status, headers: [], body: { kind: "none" }, place: placeOf(node) } as const;
  return { kind: "response", message, headings, illustrates: false };
}

function isEmptyExample({ node, headings }: Block): boolean {
  return node.type === "code" && node.value.trim() === "" && headings.some(({ kind }) => kind === "examples");
}

function readItem(code: CodeBlock, block: Block, lines: readonly RequestLine[]): Item | undefined {
  const { headings } = block;
  const request = readRequest(code);
  const illustrates = !EXAMPLE_BLOCK.test(code.annotation?.blockType ?? "") && !isWithin(block, "examples");
  if (request !== undefined) {
    const isTyped = isCommand(block);
    const isCall = isTyped && fillsIn({ ...request, target: request.url }, lines);
    return {
      kind: "request",
      message: request,
      headings,
      responses: [],
      isCommand: isTyped,
      illustrates: illustrates && !isCall,
    };
  }
  const response = readResponse(code);
  return response && { kind: "response", message: response, headings, illustrates };
}

function pairedItems(items: readonly Item[]): readonly ExamplePair[] {
  const requests = items.filter((item) => item.kind === "request");
  return requests.map(({ message, headings, responses }): ExamplePair => {
    const [response, ...followUps] = responses;
    return {
      heading: tellingHeading(headings),
      request: message,
      ...(response !== undefined && { response }),
      followUps,
    };
  });
}

function tellingHeading(headings: readonly HeadingFact[]): string {
  return (
    (headings.findLast(({ text }) => !BARE_HEADING.test(text)) ?? headings.findLast(({ kind }) => kind === "examples"))
      ?.text ?? ""
  );
}
