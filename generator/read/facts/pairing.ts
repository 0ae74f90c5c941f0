/** Which response answers which request: by page order; names in annotations decide where order does not. */
import type { HttpRequest, HttpResponse } from "../page.js";
import type { HeadingFact } from "../blocks/section.js";

const REQUESTS = /\brequests?\b/i;

export interface RequestItem {
  readonly kind: "request";
  message: HttpRequest;
  readonly headings: readonly HeadingFact[];
  readonly responses: HttpResponse[];
  /** curl: an example wherever it stands. */
  readonly isCommand: boolean;
  /** Outside of the example sections a request without annotation and answer only illustrates a sentence. */
  readonly illustrates: boolean;
}

export interface ResponseItem {
  readonly kind: "response";
  message: HttpResponse;
  readonly headings: readonly HeadingFact[];
  /** In the section on the answer one without annotation goes with its words, unless a request precedes it. */
  readonly illustrates: boolean;
}

export type Item = RequestItem | ResponseItem;

/** Hands each response to its request; returns those that answer none. */
export function pair(items: readonly Item[]): ResponseItem[] {
  const unpaired: ResponseItem[] = [];
  const named = byName(items);
  const inTurn = answeredInTurn(items);
  let current: RequestItem | undefined;
  for (const item of items) {
    if (item.kind === "request") current = item;
    else if (inTurn.has(item)) inTurn.get(item)?.responses.push(item.message);
    else if (current === undefined && item.illustrates) continue;
    else if (current !== undefined && !namesAnother(item, current, named)) current.responses.push(item.message);
    else unpaired.push(item);
  }
  const left = unpaired.filter((response) => !pairByName(response, named));
  shareResponses(items, named);
  return left;
}

/**
 * Several requests, a heading each, and then as many answers, a heading each: the first answers the first. Names in annotations would say
 * it themselves.
 */
function answeredInTurn(items: readonly Item[]): ReadonlyMap<ResponseItem, RequestItem> {
  const found = new Map<ResponseItem, RequestItem>();
  for (let start = 0; start < items.length;) {
    const requests = runOf("request", items, start);
    const answers = runOf("response", items, start + requests.length);
    start += Math.max(1, requests.length + answers.length);
    if (requests.length < 2 || requests.length !== answers.length) continue;
    if (![requests, answers].every(isHeadedEach)) continue;
    for (const [index, answer] of answers.entries()) {
      const asked = requests[index];
      if (answer.kind === "response" && asked?.kind === "request") found.set(answer, asked);
    }
  }
  return found;
}

function runOf(kind: Item["kind"], items: readonly Item[], start: number): readonly Item[] {
  let end = start;
  while (items[end]?.kind === kind) end++;
  return items.slice(start, end);
}

function isHeadedEach(run: readonly Item[]): boolean {
  const headings = new Set(run.map((item) => item.headings.at(-1)?.node));
  return headings.size === run.length && run.every(({ message }) => message.annotation?.name === undefined);
}

/**
 * The requests that stand in a section of several ("Request examples"), behind which another shows what such a call answers: that is meant
 * for each of them.
 */
export function answeredElsewhere(items: readonly Item[]): ReadonlySet<Item> {
  const found = new Set<Item>();
  let answer: ResponseItem | undefined;
  let last: RequestItem | undefined;
  for (const item of items.toReversed()) {
    if (item.kind === "response") {
      answer = item;
      last = undefined;
    } else {
      if (answer !== undefined && last !== undefined && sharesSection(item, last, answer)) found.add(item);
      last ??= item;
    }
  }
  return found;
}

function sharesSection(request: RequestItem, last: RequestItem, answer: ResponseItem): boolean {
  if (last.message.method !== request.message.method) return false;
  const [beside, around] = [last, answer].map(({ headings }) => new Set(headings.map(({ node }) => node)));
  return request.headings.some(
    ({ node, named, text }) =>
      (named === "request" || REQUESTS.test(text)) && beside?.has(node) === true && around?.has(node) === false,
  );
}

/** True when the response's own name says that it answers a request elsewhere on the page. */
function namesAnother(response: ResponseItem, current: RequestItem, named: Named): boolean {
  if (current.responses.length === 0 && response.message.annotation?.names === undefined) return false;
  const names = exampleNames(response);
  return names.length > 0 && !names.includes(nameOf(current)) && names.some((name) => named.has(name));
}

function pairByName(response: ResponseItem, named: Named): boolean {
  const open = [...new Set(exampleNames(response))].flatMap((name) =>
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

function nameOf(item: RequestItem): string {
  return item.message.annotation?.name ?? "";
}

function exampleNames({ message: { annotation } }: ResponseItem): readonly string[] {
  return annotation?.names ?? (annotation?.name === undefined ? [] : [annotation.name]);
}
