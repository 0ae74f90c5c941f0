/** Examples: fences known by their first line, paired in page order; names in annotations decide where order does not. */
import type { Finding } from "../findings.js";
import { finding } from "../findings.js";
import { hostOf } from "../shared/odata/url.js";
import { bareAnswer } from "./bare-answer.js";
import { lineRule, troubleWith } from "./example-lines.js";
import { jsonTrouble, messageKind, readRequest, readResponse, requestsIn } from "./http.js";
import type { CodeBlock, ExamplePair, HttpRequest, HttpResponse, Page } from "./page.js";
import type { Block, HeadingFact } from "./section.js";
import { codeBlock, isWithin } from "./section.js";

const BARE_HEADING = /^(?:request|response|examples?)(?: \d+)?\W*$/i;
const EXAMPLE_BLOCK = /^(?:request|response)$/;
const INCOMING = /\bnotifications?\b|\bcallbacks?\b|\bwebhooks?\b/i;

export interface Examples {
  readonly examples: readonly ExamplePair[];
  readonly counts: Page["counts"];
  readonly findings: readonly Finding[];
}

interface RequestItem {
  readonly kind: "request";
  readonly message: HttpRequest;
  readonly headings: readonly HeadingFact[];
  readonly responses: HttpResponse[];
  /** Outside of the example sections a request without annotation and answer only illustrates a sentence. */
  readonly illustrates: boolean;
}

interface ResponseItem {
  readonly kind: "response";
  readonly message: HttpResponse;
  readonly headings: readonly HeadingFact[];
  /** In the section on the answer one without annotation goes with its words, unless a request precedes it. */
  readonly illustrates: boolean;
}

type Item = RequestItem | ResponseItem;

/**
 * True for a fence that shows a message of an example: unannotated ones of the HTTP request section are request lines, but for those below
 * a heading of its own that calls them examples.
 */
export function isExampleFence(block: Block): boolean {
  if (block.node.type !== "code") return false;
  const annotated = EXAMPLE_BLOCK.test(block.node.data?.annotation?.blockType ?? "");
  const isLine = isWithin(block, "request") && block.kind !== "examples";
  return annotated || (messageKind(block.node.value) !== "other" && !isLine);
}

/** Reads all examples of a page, whose path is `page`. */
export function readExamples(blocks: readonly Block[], page: string): Examples {
  const items: Item[] = [];
  const findings: Finding[] = [];
  let unreadable = false;
  for (const [index, block] of blocks.entries()) {
    if (block.node.type !== "code") continue;
    const bare = items.at(-1)?.kind === "request" ? bareAnswer(index, blocks) : undefined;
    if (bare !== undefined) {
      items.push({ kind: "response", message: bare, headings: block.headings, illustrates: false });
      findings.push(troubleWith(codeBlock(block.node), "status-line", page));
      continue;
    }
    if (!(isExampleFence(block) || isEmptyExample(block))) continue;
    for (const code of requestsIn(codeBlock(block.node))) {
      const item = readItem(code, block);
      if (item === undefined) findings.push(troubleWith(code, lineRule(code), page));
      // the answer to a request that cannot be read is not blamed as well
      else if (item.kind === "request" || !unreadable) items.push(item);
      unreadable = item === undefined;
    }
  }
  const unpaired = pair(items);
  const { own, foreign } = sortOut(items);
  return {
    ...summarise(own, unpaired),
    findings: [...findings, ...troubles(own, unpaired, page), ...foreign.map((item) => foreignFinding(item, page))],
  };
}

function isEmptyExample({ node, headings }: Block): boolean {
  return node.type === "code" && node.value.trim() === "" && headings.some(({ kind }) => kind === "examples");
}

/** Requests that other services receive, such as notifications, are told by their host. */
function sortOut(items: readonly Item[]): { own: Item[]; foreign: RequestItem[] } {
  const hosts = new Set(
    items.flatMap((item) => (item.kind === "request" && item.responses.length > 0 ? [hostOf(item.message.url)] : [])),
  );
  const own: Item[] = [];
  const foreign: RequestItem[] = [];
  for (const item of items) {
    if (item.kind === "response" || item.responses.length > 0) own.push(item);
    else if (isForeign(item, hosts)) foreign.push(item);
    else if (!item.illustrates) own.push(item);
  }
  return { own, foreign };
}

function isForeign(item: RequestItem, hosts: ReadonlySet<string>): boolean {
  const host = hostOf(item.message.url);
  if (item.message.annotation?.opaqueUrl === true) return false;
  if (host === "" || hosts.has(host)) return false;
  return hosts.size > 0 || item.headings.some(({ text }) => INCOMING.test(text));
}

function foreignFinding(item: RequestItem, page: string): Finding {
  const { message } = item;
  return finding("example-foreign", page, message.place, message.annotation?.name ?? "", {
    host: hostOf(item.message.url),
  });
}

function readItem(code: CodeBlock, block: Block): Item | undefined {
  const { headings } = block;
  const request = readRequest(code);
  const illustrates = !EXAMPLE_BLOCK.test(code.annotation?.blockType ?? "") && !isWithin(block, "examples");
  if (request !== undefined) return { kind: "request", message: request, headings, responses: [], illustrates };
  const response = readResponse(code);
  return response && { kind: "response", message: response, headings, illustrates };
}

/** Hands each response to its request; returns those that answer none. */
function pair(items: readonly Item[]): ResponseItem[] {
  const unpaired: ResponseItem[] = [];
  const named = byName(items);
  let current: RequestItem | undefined;
  for (const item of items) {
    if (item.kind === "request") current = item;
    else if (current === undefined && item.illustrates) continue;
    else if (current !== undefined && !namesAnother(item, current, named)) current.responses.push(item.message);
    else unpaired.push(item);
  }
  const left = unpaired.filter((response) => !pairByName(response, named));
  shareResponses(items, named);
  return left;
}

/** True when the response's own name says that it answers a request elsewhere on the page. */
function namesAnother(response: ResponseItem, current: RequestItem, named: Named): boolean {
  if (current.responses.length === 0 && response.message.annotation?.names === undefined) return false;
  const names = namesOf(response);
  return names.length > 0 && !names.includes(nameOf(current)) && names.some((name) => named.has(name));
}

function pairByName(response: ResponseItem, named: Named): boolean {
  const open = [...new Set(namesOf(response))].flatMap((name) =>
    (named.get(name) ?? []).filter(({ responses }) => responses.length === 0),
  );
  for (const item of open) item.responses.push(response.message);
  return open.length > 0;
}

/** Requests by their names; "" is the name of those that have none. */
type Named = ReadonlyMap<string, readonly RequestItem[]>;

function byName(items: readonly Item[]): Named {
  const named = new Map<string, RequestItem[]>();
  for (const item of items) {
    if (item.kind !== "request") continue;
    const known = named.get(nameOf(item));
    if (known === undefined) named.set(nameOf(item), [item]);
    else known.push(item);
  }
  return named;
}

/**
 * Several requests in a row may be ways to ask for the same: the response that names them all, or that follows the last of them below
 * one heading, answers each.
 */
function shareResponses(items: readonly Item[], named: Named): void {
  for (const [index, item] of items.entries()) {
    if (item.kind !== "request") continue;
    for (const response of item.responses)
      for (const name of new Set(response.annotation?.names))
        for (const other of named.get(name) ?? []) if (other.responses.length === 0) other.responses.push(response);
    const answer = item.responses[0];
    for (let before = index - 1; answer !== undefined && before >= 0; before--) {
      const other = items[before];
      if (other?.kind !== "request" || other.responses.length > 0 || !isAlternative(other, item)) break;
      other.responses.push(answer);
    }
  }
}

function isAlternative(other: RequestItem, item: RequestItem): boolean {
  return other.message.method === item.message.method && other.headings.at(-1)?.node === item.headings.at(-1)?.node;
}

function summarise(items: readonly Item[], unpaired: readonly ResponseItem[]): Pick<Examples, "examples" | "counts"> {
  const requests = items.filter((item) => item.kind === "request");
  const examples = requests.map(({ message, headings, responses }): ExamplePair => {
    const [response, ...followUps] = responses;
    return {
      heading: tellingHeading(headings),
      request: message,
      ...(response !== undefined && { response }),
      followUps,
    };
  });
  const responseFences = items.length - requests.length;
  return { examples, counts: { requestFences: requests.length, responseFences, unpairedResponses: unpaired.length } };
}

function troubles(items: readonly Item[], unpaired: readonly ResponseItem[], page: string): Finding[] {
  const findings: Finding[] = [];
  for (const item of items) {
    const { message } = item;
    const name = message.annotation?.name ?? "";
    const trouble = jsonTrouble(message);
    if (trouble !== undefined)
      findings.push(
        finding(trouble.unreadable ? "json-unreadable" : "json-invalid", page, trouble.place, name, {
          reason: trouble.reason,
        }),
      );
    if (item.kind === "request" && item.responses.length === 0) {
      findings.push(
        finding("example-unpaired", page, message.place, name, {
          name: name === "" ? `${item.message.method} ${item.message.url}` : name,
        }),
      );
    }
  }
  return [
    ...findings,
    ...unpaired.map(({ message }) => finding("response-unpaired", page, message.place, message.annotation?.name ?? "")),
  ];
}

function tellingHeading(headings: readonly HeadingFact[]): string {
  return (
    (headings.findLast(({ text }) => !BARE_HEADING.test(text)) ?? headings.findLast(({ kind }) => kind === "examples"))
      ?.text ?? ""
  );
}

function nameOf(item: RequestItem): string {
  return item.message.annotation?.name ?? "";
}

function namesOf({ message: { annotation } }: ResponseItem): readonly string[] {
  return annotation?.names ?? (annotation?.name === undefined ? [] : [annotation.name]);
}
