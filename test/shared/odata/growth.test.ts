/**
 * What it costs to read URLs and request lines, to match and to write them, must grow as they do: compared are n and 4n, by the time that
 * the processor worked. Each case would be far above the limit if it were quadratic (16).
 */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { matchUrl, readAddress } from "../../../generator/shared/odata/match.js";
import { writeMarked } from "../../../generator/shared/odata/segments.js";
import { parseRoute } from "../../../generator/shared/odata/template.js";
import { requestsOn } from "../../../generator/read/blocks/http.js";
import { writeInContext } from "../../../templates/runtime/write-in-context.js";
import { grows as costGrows } from "../../helpers/growth.js";

const growth = suite("shared/odata/growth");
const times = (n: number, text: (i: number) => string, between = ""): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(between);

const grows = (job: (n: number) => unknown, n: number): Promise<void> => costGrows((size) => () => job(size), n);

/** A target by its length, and what its template begins with, so that the case is the one it is meant to be. */
const targets: Readonly<Record<string, readonly [(n: number) => string, string]>> = {
  "open braces": [(n) => `/${"{".repeat(n)}a{`, "/"],
  "braces that are not closed": [(n) => times(n, () => "/{a"), "/{a}"],
  "angle brackets that are not closed": [(n) => "/<a".repeat(n), "/<a/<a"],
  alternatives: [(n) => `/{a}${"|b".repeat(n)}`, "/{a}"],
  "placeholders of one name": [(n) => times(n, () => "/{name}"), "/{name}/{name2}"],
  "placeholders of a collection with a long name": [(n) => `/${"a".repeat(n)}${"/{id}".repeat(n)}`, "/aaa"],
  "parentheses that are not closed": [(n) => "/a(".repeat(n), "/a("],
  "quotes that are not closed": [(n) => `/a(${"',".repeat(n)}`, "/a("],
  "samples in parentheses": [(n) => `/f(${times(n, (i) => `a${i}=1`, ",")})`, "/f(a0={a0}"],
  "aliases in parentheses": [
    (n) => `/f(${times(n, (i) => `a${i}=@a${i}`, ",")})?${times(n, (i) => `@a${i}={b}`, "&")}`,
    "/f(a0=@a0",
  ],
  "keys that come again": [
    (n) => `/f?${times(n, (i) => `a${i}=1`, "&")}&${times(n, (i) => `a${i}=1`, "&")}`,
    "/f?a0={a0}",
  ],
  "slashes and points": [(n) => `${"/".repeat(n)}a${".".repeat(n)}x`, "/a.."],
  spaces: [(n) => `/a(${" ".repeat(n)}b`, "/a("],
};

for (const [what, [target, start]] of Object.entries(targets))
  growth(`a line of ${what} is read in linear time`, async () => {
    assert.is(writeMarked(parseRoute(target(4)).path).slice(0, start.length), start);
    await grows((n) => parseRoute(target(n)), 4_000);
  });

/** A route, a URL by its length, and whether they fit. */
const urls: Readonly<Record<string, readonly [string, (n: number) => string, boolean]>> = {
  "placeholders side by side": ["/{a}{b}{c}{d}{e}{f}{g}{h}/x", (n) => `/${"a".repeat(n)}`, false],
  "placeholders between signs": ["/{a}-{b}-{c}-{d}-!", (n) => `/${"a-".repeat(n)}`, false],
  "raw paths behind each other": [
    Array.from({ length: 12 }, (_, i) => `/a:/{p${i}}:`).join(""),
    (n) => `${"/a:/b:".repeat(n)}/x`,
    false,
  ],
  "one raw path": ["/a:/{path}:", (n) => `/a:${"/b".repeat(n)}:`, true],
  "arguments in another order": [
    `/f(${Array.from({ length: 100 }, (_, i) => `a${i}={a${i}}`).join(",")})`,
    (n) => `/f(${times(n, (i) => `a${n - i}=1`, ",")})`,
    false,
  ],
  "a key that comes again": ["/f?id={id}", (n) => `/f?${"id=1&".repeat(n)}`, true],
  "keys that nobody knows": ["/f", (n) => `/f?${times(n, (i) => `k${i}=1`, "&")}`, true],
  quotes: ["/f(a='{a}')", (n) => `/f(a='${"''".repeat(n)}')`, true],
};

for (const [what, [target, url, fits]] of Object.entries(urls))
  growth(`a URL of ${what} is matched in linear time`, async () => {
    const { path } = parseRoute(target);
    assert.is(matchUrl(readAddress(url(20)), path) !== undefined, fits);
    await grows((n) => matchUrl(readAddress(url(n)), path), 8_000);
  });

growth("literal arguments of a route are matched in linear time", async () => {
  const target = (n: number): string => `/f(${times(n, (i) => `a${i}=1`, ",")})`;
  await grows((n) => matchUrl(readAddress(target(n)), parseRoute(target(n), "kept").path), 4_000);
});

growth("a line of requests, or of none, is read in linear time", async () => {
  assert.is(requestsOn("GET /a GET /a GET /a").length, 3);
  await grows((n) => requestsOn("GET /a ".repeat(n)), 4_000);
  await grows((n) => requestsOn(`GET /a${" ".repeat(n)}x`), 20_000);
});

growth("the runtime writes a long route in linear time", async () => {
  const route = (n: number): string => `/f(${times(n, (i) => `a${i}={a${i}}?`, ",")})`;
  assert.is(writeInContext(route(3), { a1: 1 }), "/f(a1=1)");
  await grows((n) => writeInContext(`/f(${"a".repeat(n)}{b}?x`, {}), 20_000);
  await grows((n) => writeInContext(`/f(${"?".repeat(n)}x{b}`, {}), 20_000);
  await grows((n) => writeInContext(`/f?${"a".repeat(n)}={b}`, { b: [1, 2] }), 20_000);
});

growth.run();
