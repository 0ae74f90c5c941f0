/** To which URLs of examples a request can be sent. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isSendable } from "../../generator/model/examples/sendable.js";

const sendable = suite("model/sendable");

sendable("paths, and URLs whose host can be one", () => {
  for (const url of [
    "/parcels/p-1",
    "parcels",
    "https://api.example.org/v1.0/parcels",
    "HTTP://api.example.org/parcels",
  ])
    assert.ok(isSendable(url), url);
  for (const url of ["https:///parcels", "https://api.example\\\\parcels"]) assert.not.ok(isSendable(url), url);
});

sendable("not what a client takes segments or signs out of before it sends it", () => {
  for (const url of ["/parcels/../crates", "/parcels/.", "/parcels/%2e%2E?a=b", "/parcels/\tp-1"])
    assert.not.ok(isSendable(url), url);
  for (const url of ["/parcels/...", "/parcels/.a", "/parcels?a=..", "/parcels('..')"]) assert.ok(isSendable(url), url);
});

sendable.run();
