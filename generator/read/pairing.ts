/** Which response answers which request: by page order; names in annotations decide where order does not. */
import type { HttpRequest, HttpResponse } from "./page.js";
import type { HeadingFact } from "./section.js";

export interface RequestItem {
  readonly kind: "request";
  message: HttpRequest;
  readonly headings: readonly HeadingFact[];
  readonly responses: HttpResponse[];
  /** Outside of the example sections a request without annotation and answer only illustrates a sentence. */
  readonly illustrates: boolean;
}

export interface ResponseItem {
  readonly kind: "response";
  readonly message: HttpResponse;
  readonly headings: readonly HeadingFact[];
  /** In the section on the answer one without annotation goes with its words, unless a request precedes it. */
  readonly illustrates: boolean;
}

export type Item = RequestItem | ResponseItem;

/** Hands each response to its request; returns those that answer none. */
export function pair(items: readonly Item[]): ResponseItem[] {
  const unpaired: ResponseItem[] = [];
  let current: RequestItem | undefined;
  for (const item of items) {
    if (item.kind === "request") current = item;
    else if (current === undefined && item.illustrates) continue;
    else if (current !== undefined && !namesAnother(item, current, items)) current.responses.push(item.message);
    else unpaired.push(item);
  }
  const left = unpaired.filter((response) => !pairByName(response, items));
  shareResponses(items);
  return left;
}

/** True when the response's own name says that it answers a request elsewhere on the page. */
function namesAnother(response: ResponseItem, current: RequestItem, items: readonly Item[]): boolean {
  if (current.responses.length === 0 && response.message.annotation?.names === undefined) return false;
  const names = namesOf(response);
  return (
    names.length > 0 &&
    !names.includes(nameOf(current)) &&
    items.some((item) => item.kind === "request" && names.includes(nameOf(item)))
  );
}

function pairByName(response: ResponseItem, items: readonly Item[]): boolean {
  const names = namesOf(response);
  const named = items.filter(
    (item) => item.kind === "request" && item.responses.length === 0 && names.includes(nameOf(item)),
  );
  for (const item of named) if (item.kind === "request") item.responses.push(response.message);
  return named.length > 0;
}

/**
 * Several requests in a row may be ways to ask for the same: the response that names them all, or that follows the last of them below
 * one heading, answers each.
 */
function shareResponses(items: readonly Item[]): void {
  const requests = items.filter((item) => item.kind === "request");
  for (const [index, item] of requests.entries()) {
    for (const response of item.responses) {
      const names = response.annotation?.names ?? [];
      for (const other of requests)
        if (other.responses.length === 0 && names.includes(nameOf(other))) other.responses.push(response);
    }
    const answer = item.responses[0];
    for (let before = index - 1; answer !== undefined && before >= 0; before--) {
      const other = requests[before];
      if (other === undefined || other.responses.length > 0 || !isAlternative(other, item, items)) break;
      other.responses.push(answer);
    }
  }
}

function isAlternative(other: RequestItem, item: RequestItem, items: readonly Item[]): boolean {
  const between = items.slice(items.indexOf(other), items.indexOf(item));
  return (
    other.message.method === item.message.method &&
    other.headings.at(-1)?.node === item.headings.at(-1)?.node &&
    between.every((x) => x.kind === "request")
  );
}

function nameOf(item: RequestItem): string {
  return item.message.annotation?.name ?? "";
}

function namesOf({ message: { annotation } }: ResponseItem): readonly string[] {
  return annotation?.names ?? (annotation?.name === undefined ? [] : [annotation.name]);
}
