/** Slips that any line of a page may have; beside each stands what only looks like one. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf } from "./page-of.js";

const slips = suite("read/slips");

/** Rule and symbol of what is found in a paragraph of a page about something else. */
function found(markdown: string): readonly string[] {
  const page = pageOf(`# About parcels\n\n${markdown}\n`, "concepts/about.md");
  return page.findings.map(({ rule, symbol }) => `${rule} ${symbol}`);
}

const links: readonly (readonly [written: string, ...found: string[]])[] = [
  ["See [the depot] (depot.md).", "[the depot] (depot.md)"],
  ["See (the depot)[../api/depot-get.md].", "(the depot)[../api/depot-get.md]"],
  ["See [the depot](depot.md and its vans.", "[the depot](depot.md and its vans."],
  ["See [the depot](the depot.md).", "[the depot](the depot.md"],
  ["See [the depot][].", "[the depot][]"],
  ["See [the depot]().", "the depot"],
  ["See [the depot](https//depot.example).", "the depot"],
  // well written, or no link at all
  ["See [the depot](depot.md)."],
  ["See [the depot][].\n\n[the depot]: depot.md"],
  ["The array [a] (of vans) is sorted."],
  ["Of `[the depot] (depot.md)`, which is code."],
  ["The item parcels[0][1]."],
];

for (const [written, ...wanted] of links) {
  slips(`links: ${written.split("\n")[0] ?? ""}`, () =>
    assert.equal(
      found(written),
      wanted.map((text) => `link-malformed ${text}`),
    ),
  );
}

const fences: readonly (readonly [json: string, ...found: string[]])[] = [
  ['{ "sent": "2024-13-01T08:00:00Z" }', 'timestamp-impossible "2024-13-01T08:00:00Z"'],
  ['{ "sent": "2023-02-29" }', 'timestamp-impossible "2023-02-29"'],
  ['{ "sent": "2024-05-01T24:10:00Z" }', 'timestamp-impossible "2024-05-01T24:10:00Z"'],
  ['{ "weight ": 3 }', 'key-space "weight "'],
  ['{ " weight": 3 }', 'key-space " weight"'],
  ['{ "sent": "2024-02-29T23:59:60Z", "never": "0001-01-01T00:00:00Z", "day": "2024-05-01T24:00:00Z" }'],
  ['{ "number": "2024-13-77-A", "note": "a word " }'],
];

for (const [json, ...wanted] of fences) {
  slips(`JSON: ${json}`, () =>
    assert.equal(
      found(`## Example\n\n\`\`\`json\n${json}\n\`\`\``).filter((one) => !one.startsWith("unread-fence")),
      wanted,
    ),
  );
}

const lines: readonly (readonly [line: string, ...found: string[]])[] = [
  [`Read https://depot.example/p?sv=1&sig=${"Ab3%2B".repeat(8)}.`, "secret the signature of a shared address"],
  [`Bearer eyJ${"a1B".repeat(10)}.eyJ${"c2D".repeat(10)}.${"e3F".repeat(20)}`, "secret a whole token"],
  ["Ask <jo@gmail.com>.", "mail-address jo@gmail.com"],
  ["|seal|** Unknown Type depot.seal **|", "generator-leak ** Unknown Type depot.seal **"],
  ["It answers `201 OK`.", "reason-phrase 201 OK"],
  ["Ask jo@hotmail.com.tw.", "mail-address jo@hotmail.com.tw"],
  ["The seals: System.Collections.Generic.List`1[System.String]", "generator-leak System.Collections.Generic.List`1"],
  // cut short, left open, of a sample domain, or rightly called
  ["Bearer eyJ0eXAi…"],
  ["https://depot.example/p?sig={signature}"],
  [`https://depot.example/p?sig=${"x".repeat(40)}`],
  ["Ask jo@contoso.com or jo@example.org."],
  ["The unknown type of parcel."],
  ["using System.Collections.Generic;"],
  ["It answers `201 Created`, `200 Success` or `204 parcels`."],
];

for (const [line, ...wanted] of lines) {
  slips(`lines: ${line.slice(0, 60)}`, () => assert.equal(found(line), wanted));
}

slips("a secret is not repeated", () => {
  const page = pageOf(`# A\n\nhttps://depot.example/p?sig=${"Ab3%2B".repeat(8)}\n`, "concepts/a.md");
  assert.not.match(JSON.stringify(page.findings), "Ab3%2B");
});

slips("a section with nothing in it, but for those that a deeper heading goes on with", () => {
  assert.equal(found("## Request headers\n\n## Response\n\n### Scenarios\n\nOne.\n\n## See also\n\n## Properties\n"), [
    "section-empty Request headers",
    "section-empty Properties",
  ]);
});

slips.run();
