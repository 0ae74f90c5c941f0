/** The index page of the mock server: what pages say is text there. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { mockModel } from "../generator/emit/mock/mock-data.js";
import { indexPage } from "../generator/serve/index-page.js";
import { harmless } from "../generator/shared/harmless.js";
import { logLine } from "../generator/serve/log.js";
import { mergeModels } from "../generator/serve/merge.js";
import { apiOf, exchange, json, operation, type Pages } from "./model/api-of.js";

const served = suite("what a server shows");

const page = (title: string, request: string, answer: unknown = {}): string =>
  operation({
    title,
    request: request.split("\n")[0] ?? "",
    response: "If successful, this method returns a `200 OK` response code.",
    examples: [exchange({ request: request.replace(/\{\w+\}/, "it's"), response: json("HTTP/1.1 200 OK", answer) })],
  });

const modelOf = (pages: Pages) => mockModel(apiOf(pages));

served("text of pages is escaped, and a request can be copied into a shell as it is", () => {
  const model = modelOf({ "api/a.md": page(`Get <b onclick="x">parcel</b> & more`, "GET /parcels/{parcelId}") });
  const html = indexPage(model, "http://127.0.0.1:4010");
  assert.not.match(html, "<b onclick");
  assert.match(html, "&amp; more");
  assert.match(html, /curl -g -X GET &#39;http:\/\/127\.0\.0\.1:4010\/parcels\/it&#39;\\&#39;&#39;s&#39;/);
});

served("a line of the log holds what happened, or the same as JSON", () => {
  const entry = {
    method: "GET",
    url: "/parcels/1",
    status: 404,
    operation: "parcel-get",
    page: "api/parcel-get.md",
    line: 12,
    warnings: ["There is none."],
    milliseconds: 1.6,
  };
  assert.is(logLine(entry, false), "GET /parcels/1 → 404 parcel-get, api/parcel-get.md:12, 2 ms · There is none.");
  assert.equal(JSON.parse(logLine({ ...entry, url: "/\u202E" }, true)), { ...entry, url: "/\u202E" });
  assert.not.match(logLine({ ...entry, url: "/\u202E" }, true), "\u202E");
  // What a CI service would obey is escaped where it is printed, and is JSON still.
  const told = { ...entry, warnings: ["##[error] is none of its values."] };
  assert.equal(JSON.parse(harmless(logLine(told, true))), told);
});

served("a page that says nothing any more keeps its operations as long as it is there", () => {
  const [a, b] = [page("Get parcel", "GET /parcels/{parcelId}"), page("Get box", "GET /boxes/{boxId}")];
  const earlier = modelOf({ "api/a.md": a, "api/b.md": b });
  const now = modelOf({ "api/a.md": page("Get parcel", "GET /packets/{parcelId}") });
  const routes = (exists: boolean): readonly string[] =>
    mergeModels(earlier, now, () => exists).data.operations.flatMap((one) => one.routes);
  assert.equal(routes(true), ["/packets/{parcelId}", "/boxes/{boxId}"]);
  assert.equal(routes(false), ["/packets/{parcelId}"]);
});

served.run();
