/** Docs whose calls go to several hosts, or to one that has no name yet. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, type Pages } from "./api-of.js";

const hosts = suite("model/hosts");

/** A page with these request lines, a heading for each. */
function page(title: string, ...lines: readonly string[]): string {
  const parts = lines.map((line, index) => `## Call ${String(index + 1)}\n\n\`\`\`http\n${line}\n\`\`\`\n`);
  return [`# ${title}\n`, ...parts].join("\n");
}

function told(pages: Pages): readonly string[] {
  return apiOf(pages)
    .findings.filter(({ rule }) => rule === "host-differs")
    .map(({ page: path, line, message }) => `${path}:${String(line)} ${message}`);
}

const ships = "https://ships.example.com/v1/ships";
const ports = "https://ports.example.com/v1/ports";

hosts("where calls go to another host than most, the first on each page says so", () => {
  const pages = {
    "ships.md": page("Ships", `GET ${ships}`, `POST ${ships}`, `GET ${ships}/{shipId}`),
    "ports.md": page("Ports", `GET ${ports}`, `DELETE ${ports}/{portId}`),
  };
  assert.is(apiOf(pages).baseUrl, "https://ships.example.com/v1");
  assert.equal(told(pages), [
    "ports.md:6 Calls go to ports.example.com here, the package sends them to ships.example.com.",
  ]);
});

hosts("a path, a host with placeholders that fit, and a second address of the same call are no other host", () => {
  const fitting = ["GET /v1/crews", "GET https://{area}.example.com/v1/crews/{crewId}"];
  const both = `GET ${ships}\nGET https://eu.example.com/v1/ships`;
  assert.equal(told({ "ships.md": page("Ships", both, `POST ${ships}`, `GET ${ships}/{shipId}`, ...fitting) }), []);
});

hosts("where most request lines leave the host open, that of their samples is only one of them", () => {
  const sample = "\n### Sample request\n\n```http\nPOST https://mytfsserver/rooms/_apis/rooms\n```\n";
  const lines = ["POST", "GET"].map((method) => `${method} https://{instance}/_apis/rooms`);
  assert.is(apiOf({ "rooms.md": page("Rooms", ...lines) + sample }).baseUrl, "https://{instance}");
  // one line alone may mean an address that an answer hands out
  const upload = page("Uploads", "PUT https://{uploadUrl}/parts", "GET /uploads", "GET /uploads/{uploadId}");
  assert.is(apiOf({ "uploads.md": upload }).baseUrl, undefined);
});

hosts.run();
