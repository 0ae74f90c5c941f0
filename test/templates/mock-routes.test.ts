/** The mock reads addresses by itself, since a package has no dependency; it must not contradict what the docs' examples are read with. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { matchUrl, readAddress } from "../../generator/shared/odata/match.js";
import { writeMarked } from "../../generator/shared/odata/segments.js";
import { parseRoute } from "../../generator/shared/odata/template.js";
import type { MockOperation } from "../../templates/mock/index.js";
import { createRouter } from "../../templates/mock/route.js";
import { readAddress as readSegments } from "../../templates/testing/address.js";

const routes = suite("routes of a mock");

const documented = [
  "/parcels",
  "/parcels/{parcelId}",
  "/parcels/{parcelId}/label",
  "/parcels/{parcelId}/photo/$value",
  "/parcels/delta",
  "/parcels('{parcelId}')/notes",
  "/range(address='{address}')",
  "/near(place='{place}',within={within})",
  "/labels/label.{format}",
  "/drive/root:/{path}:/children",
  "/drive/root:/{path}",
  "/parcels/microsoft.graph.heavyParcel",
];
const sent = [
  "/parcels",
  "/Parcels/",
  "/parcels/p-1",
  "/parcels('p-1')",
  "/parcels/p-1/label",
  "/parcels('p-1')/label",
  "/parcels/p-1/notes",
  "/parcels('O''Neil')/notes",
  "/parcels/p-1/photo/$value",
  "/parcels/p-1/photo/$Value",
  "/parcels/p-1/photo",
  "/parcels/delta()",
  "/range(address='A1:B2')",
  "/range(address='a,b')",
  "/range(address=%27A1%27)",
  "/range()",
  "/range",
  "/near(place='x',within=5)",
  "/near(within=5,place='x')",
  "/near(place='x')",
  "/near(place=@p,within=@w)?@p='x'&@w=5",
  "/near(place='x',within=5,more=1)",
  "/labels/label.pdf",
  "/labels/label.",
  "/labels/label",
  "/drive/root:/a/b/c.txt:/children",
  "/drive/root:/a:/children",
  "/drive/root:/a/b",
  "/drive/root",
  "/parcels/p-1/other",
  "/",
];

routes("each address fits the same documented routes as elsewhere in docwright", () => {
  const operations = documented.map((route, i): MockOperation => {
    const path = pathOf(route);
    return {
      id: String(i),
      title: "",
      page: "",
      line: 1,
      method: "GET",
      routes: [writeMarked(path)],
      statuses: [],
      result: "object",
      examples: [],
    };
  });
  const router = createRouter(operations);
  for (const url of sent) {
    const here = router.find(readSegments(url).segments).map(({ operation }) => documented[Number(operation.id)]);
    const there = documented.filter((route) => matchUrl(readAddress(url), pathOf(route)) !== undefined);
    assert.equal(here.sort(), there.sort(), url);
  }
});

routes("what leaves least open comes first", () => {
  const ids = ["/parcels/{parcelId}", "/parcels/delta", "/{any}/{parcelId}"];
  const operations = ids.map((route): MockOperation => {
    return {
      id: route,
      title: "",
      page: "",
      line: 1,
      method: "GET",
      routes: [route],
      statuses: [],
      result: "object",
      examples: [],
    };
  });
  const found = createRouter(operations).find(readSegments("/parcels/delta").segments);
  assert.equal(
    found.map(({ operation }) => operation.id),
    ["/parcels/delta", "/parcels/{parcelId}", "/{any}/{parcelId}"],
  );
});

function pathOf(route: string) {
  return parseRoute(route).path;
}

routes.run();
