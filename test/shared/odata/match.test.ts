/** Documented URLs as calls of a route. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import fc from "fast-check";
import { placeholderNames, placeholdersOf, writeMarked } from "../../../generator/shared/odata/segments.js";
import { writeInContext } from "../../../templates/runtime/write-in-context.js";
import { matchUrl, placeholderIn, readAddress, type UrlCall } from "../../../generator/shared/odata/match.js";
import { parseRoute } from "../../../generator/shared/odata/template.js";

const matchTests = suite("shared/odata/match");

type Where = UrlCall["where"];
type Case = readonly [template: string, url: string, where: Where | undefined];

function callOf(template: string, url: string, match: "whole" | "partial" = "whole"): UrlCall | undefined {
  return matchUrl(readAddress(url), parseRoute(template).path, match);
}

function whereOf(template: string, url: string): Where | undefined {
  return callOf(template, url, "partial")?.where;
}

const tables: Readonly<Record<string, readonly Case[]>> = {
  "host, version, letter case and a slash at the end make no difference": [
    ["/parcels/{parcelId}", "https://api.example.org/v1.0/parcels/p-1", { parcelId: "p-1" }],
    ["/parcels/{parcelId}", "https://api.example.org/beta/parcels/p-1", { parcelId: "p-1" }],
    ["/parcels/{parcelId}", "/v1.0/parcels/p-1", { parcelId: "p-1" }],
    ["/parcels/{parcelId}", "/parcels/p-1", { parcelId: "p-1" }],
    ["/parcels/{parcelId}", "parcels/p-1", { parcelId: "p-1" }],
    ["/parcels/{parcelId}", "/Parcels/p-1/", { parcelId: "p-1" }],
    ["/parcels", "/parcels", {}],
    ["/parcels", "/parcels//", undefined],
  ],
  "one segment a placeholder": [
    ["/parcels/{parcelId}", "/parcels", undefined],
    ["/parcels/{parcelId}", "/parcels/p-1/label", undefined],
    ["/parcels/{parcelId}", "/crates/p-1", undefined],
    ["/depots/{depotId}/parcels/{parcelId}", "/depots/d-1/parcels/p-1", { depotId: "d-1", parcelId: "p-1" }],
    ["/parcels/{parcelId}", "/parcels/{id}", { parcelId: "{id}" }],
  ],
  "values are decoded": [
    ["/couriers/{courierId}", "/couriers/ann%40example.org", { courierId: "ann@example.org" }],
    ["/couriers/{courierId}", "/couriers/100%", { courierId: "100%" }],
    ["/couriers/{courierId}", "/couriers/%E4", { courierId: "%E4" }],
  ],
  "arguments of functions": [
    ["/find(colour='{colour}')", "/find(colour='brown')", { colour: "brown" }],
    ["/find(colour='{colour}')", "/find(colour=%27brown%27)", { colour: "brown" }],
    ["/find(colour='{colour}')", "/find(colour='')", { colour: "" }],
    ["/find(colour='{colour}')", "/find(colour=brown)", undefined],
    ["/range(place='{place}')/label", "/range(place='A1/B2')/label", { place: "A1/B2" }],
    ["/cell(row={row},column={column})", "/cell(row=1,column=2)", { row: "1", column: "2" }],
    ["/find(ids={ids})", "/find(ids=['a','b'])", { ids: "['a','b']" }],
  ],
  "keys in parentheses and segments are the same": [
    ["/parcels/{parcelId}", "/parcels('p-1')", { parcelId: "p-1" }],
    ["/parcels/{parcelId}/label", "/parcels(%27p-1%27)/label", { parcelId: "p-1" }],
    ["/parcels/{parcelId}", "/parcels('gKbc9Q==')", { parcelId: "gKbc9Q==" }],
    ["/parcels({parcelId})", "/parcels/5", { parcelId: "5" }],
    ["/parcels('{parcelId}')/label", "/parcels/p-1/label", { parcelId: "p-1" }],
    ["/parcels/count", "/parcels('count')", undefined],
  ],
  "a function without arguments needs no parentheses": [
    ["/parcels/count()", "/parcels/count", {}],
    ["/parcels/count", "/parcels/count()", {}],
    ["/parcels/{parcelId}", "/parcels/p-1()", { parcelId: "p-1()" }],
  ],
  "arguments have names and come in any order": [
    ["/cell(row={row},column={column})", "/cell(column=2,row=1)", { row: "1", column: "2" }],
    ["/parcels(depot='{depot}',number={number})", "/parcels(number=2,depot='d')", { depot: "d", number: "2" }],
    ["/cell(row={row},column={column})", "/cell(row=1)", undefined],
    ["/cell(row={row})", "/cell(row=1,column=2)", undefined],
  ],
  "quotes are doubled within strings": [
    ["/find(name='{name}')", "/find(name='Quai d''Orsay/7')", { name: "Quai d'Orsay/7" }],
    ["/find(name='{name}')", "/find(name='a'b')", undefined],
    ["/find(name='{name}',row={row})", "/find(name='a,b)',row=1)", { name: "a,b)", row: "1" }],
  ],
  "aliases stand for what the query says": [
    [
      "/tours(from={from},to={to})",
      "/tours(from=@p1,to=@p2)?@p1=2024-01-01&@p2=2024-02-01",
      { from: "2024-01-01", to: "2024-02-01" },
    ],
    ["/near(place=@p)?@p='{p}'", "/near(place=@p)?@p='Quai d''Orsay'", { place: "Quai d'Orsay" }],
    ["/near(place=@p)?@p='{p}'", "/near(place='here')", { place: "here" }],
  ],
  lists: [
    ["/parcels(ids=[{ids}])", "/parcels(ids=['a','b'])", { ids: "'a','b'" }],
    ["/parcels?id={id}", "/parcels?id=a&id=b", { id: ["a", "b"] }],
  ],
  "a placeholder stands for a value": [
    ["/parcels({parcelId})", "/parcels({id})", { parcelId: "{id}" }],
    ["/parcels({parcelId})", "/parcels(<id>)", { parcelId: "<id>" }],
  ],
  "what no call can send fits nothing": [
    ["/parcels/{parcelId}", "/parcels/..", undefined],
    ["/cell(row={row})", "/cell(row=1&2)", undefined],
  ],
  "a path may hold several segments": [
    ["/shelf/{path*}", "/shelf/left/top", { path: "left/top" }],
    ["/shelf/{path*}/label", "/shelf/left/top/label", { path: "left/top" }],
    ["/a:/{p1}:/b/c:/{p2}:", "/a:/x/y:/b/c:/z:", { p1: "x/y", p2: "z" }],
  ],
  "addresses by path are raw": [
    ["/shelf/root:/{itemPath}:/label", "/shelf/root:/left/top:/label", { itemPath: "left/top" }],
    ["/shelf/root:/{itemPath}", "/shelf/root:/left/top", { itemPath: "left/top" }],
  ],
  "query parameters": [
    ["/tours?from={from}", "/tours?from=2024-05-17", { from: "2024-05-17" }],
    ["/tours?from={from}", "/tours?FROM=2024-05-17", { from: "2024-05-17" }],
    ["/tours?from={from}&to={to}", "/tours?to=b&from=a", { from: "a", to: "b" }],
    ["/tours?from={from}", "/tours", {}],
  ],
  "signs of regular expressions mean themselves": [
    ["/parcels/$count", "/parcels/$count", {}],
    ["/parcels/$count", "/parcels/count", undefined],
    ["/a.b/{x}", "/acb/1", undefined],
  ],
};

for (const [rule, cases] of Object.entries(tables)) {
  matchTests(rule, () => {
    assert.equal(
      cases.map(([template, url]) => [template, url, whereOf(template, url)]),
      cases.map(([template, url, where]) => [template, url, where]),
    );
  });
}

matchTests("a placeholder without quotes in parentheses is no value that a call sends", () => {
  const shown = (template: string, url: string): string | undefined => {
    const { path } = parseRoute(template);
    return placeholderIn(path, matchUrl(readAddress(url), path)?.where ?? {});
  };
  assert.is(shown("/near(day={day},row={row})", "/near(row=1,day={date})"), "{date}");
  assert.is(shown("/near(day={day})", "/near(day=2024-05-17)"), undefined);
  assert.is(shown("/near(day='{day}')", "/near(day='{date}')"), undefined);
  assert.is(shown("/parcels/{parcelId}", "/parcels/{id}"), undefined);
});

matchTests("a value that the runtime refuses is read from no URL, and no other one is", () => {
  const values = fc.oneof(
    fc.string({ minLength: 1, unit: fc.constantFrom(..."ab1./:(),'\"()[]<>=?&%#+- ü") }),
    fc.constantFrom(".", "..", "a/../b", "a//b", "12/31/2016", "<date>", "a=b", "a;b"),
  );
  const templates = ["/crates/{value}", "/near(date={value})", "/root:/{value}:/crate", "/root:/{value}"];
  const check = fc.property(fc.constantFrom(...templates), values, (template, value) => {
    const { path } = parseRoute(template);
    const isRaw = template.startsWith("/root");
    const encoded = isRaw ? value.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(value);
    const [name = ""] = placeholderNames(placeholdersOf(path));
    const isSent = !writeInContext(writeMarked(path), { [name]: value }).includes("{");
    const url = template.replace("{value}", encoded);
    assert.is(matchUrl(readAddress(url), path)?.where[name] === value, isSent, url);
  });
  fc.assert(check, { numRuns: 2000 });
});

matchTests("names that every object knows are keys and values like others", () => {
  const call = callOf("/tours?constructor={c}", "/tours?$__proto__=a&constructor=b&toString=c");
  assert.equal(Object.entries(call?.where ?? {}), [["constructor", "b"]]);
  assert.equal(Object.entries(call?.query ?? {}), [["__proto__", "a"]]);
  assert.equal([...(call?.unknown ?? [])], [["toString", "once"]]);
});

matchTests("a required query parameter must be there, unless only the shape of the path is asked for", () => {
  assert.is(callOf("/tours?from={from}", "/tours"), undefined);
  assert.equal(callOf("/tours?from={from}", "/tours?from=a")?.where, { from: "a" });
  assert.equal(callOf("/tours[?from={from}]", "/tours")?.where, {});
  assert.equal(callOf("/tours?from={from}", "/tours", "partial")?.where, {});
});

matchTests("an optional argument can be left out", () => {
  const { segments, query } = parseRoute("/open(user='{user}',team='{team}')").path;
  const path = {
    segments: segments.map((segment) => ({
      ...segment,
      arguments: (segment.arguments ?? []).map((argument) => ({ ...argument, optional: true as const })),
    })),
    query,
  };
  assert.is(writeMarked(path), "/open(user='{user}'?,team='{team}'?)");
  for (const where of [{ user: "u", team: "t" }, { team: "t" }, {}]) {
    assert.equal(matchUrl(readAddress(writeInContext(writeMarked(path), where)), path)?.where, where);
  }
});

matchTests("reading is the inverse of writing", () => {
  const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
  const segment = text.filter((value) => value !== "." && value !== "..");
  const templates = [
    ["/parcels/{x}/label", segment],
    ["/parcels/{x}-end", segment],
    ["/find(name='{x}')", text],
    ["/parcels('{x}')/label", text],
    ["/near(place=@p)?@p='{x}'", text],
    ["/near(place=@p)?@p={x}", text.filter((value) => !value.startsWith("'"))],
    ["/cell(row={x})", fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map(String)],
    ["/tours?from={x}", text],
    ["/tours?id={x}&id={x}", fc.array(text, { minLength: 2 })],
    [
      "/shelf/root:/{x}:/label",
      fc
        .array(
          segment.filter((value) => !value.includes("/")),
          { minLength: 1 },
        )
        .map((all) => all.join("/")),
    ],
  ] as const;
  for (const [template, values] of templates) {
    const { path, parameters } = parseRoute(template);
    const [x = ""] = parameters.map((parameter) => parameter.name);
    fc.assert(
      fc.property<[string | readonly string[]]>(values, (value) => {
        const url = writeInContext(writeMarked(path), { [x]: value });
        assert.equal(matchUrl(readAddress(url), path)?.where, { [x]: value }, url);
      }),
    );
  }
});

matchTests("OData options by their names without the dollar sign, decoded; other keys are unknown", () => {
  const call = callOf("/parcels", "/parcels?$filter=weight%20gt%203&top=5&$orderby=sent desc&colour=brown&$count");
  assert.equal(call, {
    where: {},
    query: { filter: "weight gt 3", top: "5", orderby: "sent desc", count: "" },
    unknown: new Map([["colour", "once"]]),
  });
});

matchTests.run();
