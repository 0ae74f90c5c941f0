/** URLs in their parts. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { optionOf, optionsIn } from "../../../generator/shared/odata/options.js";
import { baseOf, hostOf, pairsOf, splitUrl } from "../../../generator/shared/odata/url.js";

const urls = suite("shared/odata/url");

urls("host, version, path and query", () => {
  assert.equal(splitUrl("https://api.example.org/v1.0/parcels?day=1"), {
    origin: "https://api.example.org",
    version: "v1.0",
    path: "/parcels",
    query: "day=1",
  });
  assert.equal(splitUrl("/beta/parcels/"), { origin: "", version: "beta", path: "/parcels/", query: undefined });
  assert.equal(splitUrl("parcels"), { origin: "", version: "", path: "/parcels", query: undefined });
  assert.is(splitUrl("https://api.example.org/{version}/parcels").version, "{version}");
  assert.is(splitUrl("https://api.example.org/{accountId}/parcels").version, "");
  assert.is(splitUrl("/{version}/parcels").version, "");
});

urls("pairs keep their order and come again", () => {
  assert.equal(pairsOf("id=a&id=b&&$count&x=1=2"), [
    { key: "id", value: "a" },
    { key: "id", value: "b" },
    { key: "$count", value: "" },
    { key: "x", value: "1=2" },
  ]);
});

urls("where nothing can be sent, whatever its placeholders stand for, is no base address", () => {
  for (const url of ["https://[harbour](x:y).example/v1", "https://harbour.example:berth/v1"])
    assert.is(baseOf(url), undefined, url);
  for (const host of [
    "{harbour}.example",
    "localhost:{port}",
    "{host}:{port}",
    "<server>:<port>",
    "{a}.{b}.{c}.{d}.{e}",
  ])
    assert.is(baseOf(`https://${host}/v1`)?.base, `https://${host}/v1`);
});

urls("a base address has a host; one with placeholders is open", () => {
  assert.equal(baseOf("https://api.example.org/v1.0/parcels"), {
    base: "https://api.example.org/v1.0",
    versioned: true,
    open: false,
  });
  assert.equal(baseOf("https://api.example.org/{version}/x"), {
    base: "https://api.example.org",
    versioned: false,
    open: false,
  });
  for (const url of ["https://<upload_address>/log", "https://{host}/v1.0"]) assert.is(baseOf(url)?.open, true, url);
  for (const url of ["https:///parcels", "/parcels"]) assert.is(baseOf(url), undefined, url);
  assert.is(hostOf("HTTPS://API.example.org:8080/x"), "api.example.org:8080");
});

urls("query options, with and without their sign", () => {
  assert.equal(
    ["$select", "select", "$orderBy", "$format", "format", "$apply", "$own", "colour", "$id"].map(optionOf),
    ["select", "select", "orderby", "format", undefined, "apply", "own", undefined, undefined],
  );
  assert.equal(optionsIn("Supports `$top`, $OrderBy and $nothing; costs 5 $."), ["top", "orderby"]);
});

urls.run();
