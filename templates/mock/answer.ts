/** Answers as the docs show them, with addresses that lead back to the mock. */
import { responseOf } from "../testing/replay.js";
import type { Example } from "./examples.js";

/** Where the mock stands in place of the documented service. */
export interface Place {
  /** What routes are put behind; no slash at its end. */
  readonly base: string;
  /** The documented base, and what of it has no placeholder. */
  readonly documented: string | undefined;
}

const originOf = /^https?:\/\/[^/?#\s{}<>]+(?=[/?#]|$)/i;
/** What ends an address, or its host. */
const ends = /^(?:$|[/?#"'\\\s)>\]},;])/;

/** Rewrites texts of an example for a place: what leads to the documented service leads to the mock. */
export function rewriterOf({ base, documented }: Place, url: string): (text: string) => string {
  const home = homeOf(base);
  const origins = [originOf.exec(documented ?? "")?.[0], originOf.exec(url)?.[0]].filter((each) => each !== undefined);
  const pairs: [string, string][] = [
    ...(documented === undefined ? [] : [[documented.replace(/\/$/, ""), base] satisfies [string, string]]),
    ...origins.map((origin): [string, string] => [origin, home]),
  ];
  const different = pairs.filter(([from, to]) => from !== to && originOf.test(from));
  return (text) => different.reduce((now, [from, to]) => replaced(now, from, to), text);
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) return text;
  const [first = "", ...others] = text.split(from);
  return others.reduce((now, rest) => now + (ends.test(rest) ? to : from) + rest, first);
}

/** What the documented answer becomes. */
export interface Change {
  readonly rewrite: (text: string) => string;
  /** In place of the documented body. */
  readonly body?: unknown;
  /** Added to the documented headers, or put in their place; "" takes one away. */
  readonly headers: Readonly<Record<string, string>>;
}

const written = new WeakMap<Example, string>();

/** The documented answer of an example. */
export function answerOf(example: Example, { rewrite, body, headers }: Change): Response {
  const { response } = example.fixture;
  const own = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const documented = Object.entries(response.headers).filter(([name]) => !own.has(name.toLowerCase()));
  const isJson = response.body !== undefined;
  const content = body === undefined ? textOf(example) : JSON.stringify(body);
  const told = documented.some(([name]) => /^content-type$/i.test(name));
  return responseOf({
    status: response.status,
    headers: Object.fromEntries([
      ...(isJson && !told ? [["Content-Type", "application/json"]] : []),
      ...documented.map(([name, value]) => [name, rewrite(value)]),
      ...Object.entries(headers).filter(([, value]) => value !== ""),
    ]),
    text: rewrite(content),
  });
}

function textOf(example: Example): string {
  const known = written.get(example);
  if (known !== undefined) return known;
  const { body, text = "" } = example.fixture.response;
  const made = body === undefined ? text : JSON.stringify(body);
  written.set(example, made);
  return made;
}

/** An address below the documented base, wherever it led: its path and query, and those alone. */
export function withoutOrigin(address: string): string {
  const origin = originOf.exec(address)?.[0] ?? /^[a-z]+:\/\/[^/?#]*/i.exec(address)?.[0] ?? "";
  const rest = address.slice(origin.length);
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/** Scheme and host of a base address. */
export function homeOf(base: string): string {
  return originOf.exec(base)?.[0] ?? base;
}

const named = /^[a-z][a-z\d+.-]*:\/\/\w[\w.-]*(?::\d+)?(?=[/?#]|$)/i;

/** Whether an address names another host; docs also show what is none: `https://…`. */
export function isForeign(address: string, base: string): boolean {
  const home = homeOf(base);
  return named.test(address) && !(address.startsWith(home) && ends.test(address.slice(home.length)));
}
