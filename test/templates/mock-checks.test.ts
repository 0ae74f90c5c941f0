/** What the mock says of requests that contradict the docs: in the API's own error shape, with the place to read. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { LogEntry } from "../../templates/mock/index.js";
import { grows } from "../helpers/growth.js";
import { asker, messageOf } from "./mock-of.js";
import { parcelPages } from "./mock-pages.js";

const checks = suite("what a mock checks");

const create = (body: unknown, headers?: Record<string, string>) =>
  [`POST /parcels`, { body, ...(headers && { headers }) }] as const;

for (const [what, [line, init], status, reason] of [
  ["a property that is missing", create({ weight: 3 }), 400, "label is missing."],
  [
    "a name that is misspelt",
    create({ label: "x", wieght: 3 }),
    400,
    "wieght: the docs have no such property. Did you mean weight?",
  ],
  ["a value of another type", create({ label: "x", weight: "3" }), 400, "weight must be a number."],
  ["a part of a whole number", create({ label: "x", weight: 3.5 }), 400, "weight must be a whole number."],
  ["several of these", create({ weight: "3" }), 400, "weight must be a number. label is missing."],
  ["no object", create([1]), 400, "The body must be an object."],
  ["no JSON", create("{"), 400, "The body is no JSON."],
  ["no body", ["POST /parcels", {}], 400, "The body is missing."],
  [
    "another content type",
    create("x", { "Content-Type": "text/plain" }),
    415,
    'The body must come as application/json, not as "text/plain".',
  ],
  ["an option that is none", ["GET /parcels?$tpo=1", {}], 400, 'There is no query option "$tpo". Did you mean top?'],
  ["a value that is no number", ["GET /parcels?$top=many", {}], 400, "$top must be a whole number."],
  ["a count that is no flag", ["GET /parcels?$count=yes", {}], 400, "$count must be true or false."],
  [
    "a property to select that is none",
    ["GET /parcels?$select=id,lable", {}],
    400,
    '$select: the docs have no property "lable". Did you mean label?',
  ],
] as const) {
  checks(`refused: ${what}`, async () => {
    const told = await asker(parcelPages)(line, init);
    assert.is(told.status, status);
    assert.match(
      messageOf(told),
      new RegExp(`^${reason.replace(/[$.?"]/g, "\\$&")} See api/parcel-\\w+\\.md, line \\d+\\.$`),
    );
    assert.match(told.headers.get("x-docwright-operation") ?? "", "parcel-");
  });
}

checks("the first twenty mistakes are told, and no more is looked for", async () => {
  const bodyOf = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`a-name-of-nobody-${i}`, 1]));
  const ask = asker(parcelPages, { check: "refuse" });
  const told = await ask("POST /parcels", { body: bodyOf(100) });
  assert.is(messageOf(told).match(/the docs have no such property/g)?.length, 20);
  await grows((n) => {
    const body = bodyOf(n);
    return () => ask("POST /parcels", { body });
  }, 25_000);
});

checks(
  "what is only read may be sent, and counts for nothing: an object that was read goes back as it is",
  async () => {
    const pages = {
      ...parcelPages,
      "api/parcel-update.md": (parcelPages["api/parcel-post.md"] ?? "")
        .replaceAll("POST", "PATCH")
        .replaceAll("/parcels\n", "/parcels/{parcelId}\n")
        .replace("# Create", "# Update")
        .replace("|weight|", "|id|String|The number. Read-only.|\n|weight|"),
    };
    const told = await asker(pages)("PATCH /parcels/p-1", { body: { id: "p-1", weight: 4 } });
    assert.not.equal(told.status, 400);
  },
);

checks("options that the page does not name are answered and remarked on", async () => {
  const told = await asker(parcelPages)("GET /parcels?$orderby=label");
  assert.is(told.status, 200);
  assert.is(told.headers.get("x-docwright-warning"), "The docs do not say that it takes $orderby.");
});

checks("a lenient mock answers, and tells what is wrong", async () => {
  const entries: LogEntry[] = [];
  const told = await asker(parcelPages, { check: "warn", log: (entry) => entries.push(entry) })(
    ...create({ weight: 3 }),
  );
  assert.is(told.status, 201);
  assert.equal(entries[0]?.warnings, ["label is missing."]);
});

checks("a documented request is never refused, whatever is wrong with it", async () => {
  const pages = Object.entries(parcelPages).map(([path, text]) => [
    path,
    text.replaceAll('"label": "Books"', '"lable": "Books"'),
  ]);
  const told = await asker(Object.fromEntries(pages))("POST /parcels", { body: { lable: "Books", weight: 3 } });
  assert.is(told.status, 201);
});

checks("the log names page and line, and no secret", async () => {
  const entries: LogEntry[] = [];
  const ask = asker(parcelPages, { log: (entry) => entries.push(entry), now: () => 0 });
  await ask("GET /parcels/p-1?access_token=abc&preview=1", { headers: { Authorization: "Bearer abc" } });
  assert.equal(
    entries.map(({ line, warnings, ...others }) => ({
      ...others,
      hasLine: line !== undefined,
      count: warnings.length,
    })),
    [
      {
        method: "GET",
        url: "/v1.0/parcels/p-1?access_token=…&preview=1",
        status: 200,
        operation: "parcel-get",
        page: "api/parcel-get.md",
        example: "get_first",
        milliseconds: 0,
        hasLine: true,
        count: 2,
      },
    ],
  );
  assert.not.match(JSON.stringify(entries), "abc");
});

checks.run();
