/** Documented URLs as calls of a route. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { matchUrl, readAddress, type UrlCall } from "../../../generator/shared/odata/match.js";
import { parseRoute } from "../../../generator/shared/odata/template.js";

const name = suite("shared/odata/match");

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
  name(rule, () => {
    assert.equal(
      cases.map(([template, url]) => [template, url, whereOf(template, url)]),
      cases.map(([template, url, where]) => [template, url, where]),
    );
  });
}

name("a required query parameter must be there, unless only the shape of the path is asked for", () => {
  assert.is(callOf("/tours?from={from}", "/tours"), undefined);
  assert.equal(callOf("/tours?from={from}", "/tours?from=a")?.where, { from: "a" });
  assert.equal(callOf("/tours[?from={from}]", "/tours")?.where, {});
  assert.equal(callOf("/tours?from={from}", "/tours", "partial")?.where, {});
});

name("OData options by their names without the dollar sign, decoded; other keys are unknown", () => {
  const call = callOf("/parcels", "/parcels?$filter=weight%20gt%203&top=5&$orderby=sent desc&colour=brown&$count");
  assert.equal(call, {
    where: {},
    query: { filter: "weight gt 3", top: "5", orderby: "sent desc", count: "" },
    unknown: new Map([["colour", "once"]]),
  });
});

name.run();
