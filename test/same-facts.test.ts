/** A run over docs that say the same as before makes nothing again, and gives what a run without a cache gives. */
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { generate } from "../generator/generate.js";
import { explainPage, findInDocs, publishDocs, readMock } from "../generator/readings.js";
import type { EarlierNames } from "../generator/plan/plan.js";
import { noCache, openCache, type Cache } from "../generator/run/cache.js";
import { hash } from "../generator/write/manifest.js";
import { parcels, resourcePage } from "./helpers/parcels.js";
import { inFolder, put } from "./helpers/temporary.js";

const same = suite("same facts");
const options = { name: "same", version: "1.0.0", license: "MIT" };
const progress = (): void => {};
const operation = "api/parcel-get.md";
const type = "resources/parcel.md";

const reference = `# Permissions reference

|Permission|Description|
|:---|:---|
|Parcel.Read.All|Read parcels|
|Parcel.ReadWrite.All|Read and send parcels|
`;
const pages = {
  ...parcels,
  [operation]: (parcels[operation] ?? "").replace("\n## Permissions", "\n[!INCLUDE [note](../includes/note.md)]\n$&"),
  "resources/depot.md": resourcePage("depot", "Where parcels wait."),
  "concepts/overview.md": "# Overview\n\nAll about parcels.\n",
  "concepts/permissions-reference.md": reference,
  "includes/note.md": "Parcels are kept whole.\n",
};

/** As a package that was generated from these pages tells them. */
const previous = await namesOf(pages);

async function namesOf(files: Readonly<Record<string, string>>): Promise<EarlierNames> {
  let names: EarlierNames = { operations: [] };
  await inFolder(async (folder) => {
    put(folder, files);
    names = (await generate(folder, options)).names;
  });
  return names;
}

/** Of all that commands make of docs, but for what changes with every byte of a page, the hash: to the byte, in this order. */
async function all(docs: string, page: string, open: () => Cache): Promise<Record<string, string>> {
  const run = () => ({ cache: open(), progress });
  const kept = { ...options, previous };
  const { pages: _pages, ...published } = await publishDocs(docs, kept, run());
  const found = {
    made: await generate(docs, kept, run()),
    found: await findInDocs(docs, options, run()),
    explained: await explainPage(docs, (pages) => pages.find(({ path }) => path === page), options, run()),
    published,
    mock: await readMock(docs, options, run()),
  };
  return Object.fromEntries(Object.entries(found).map(([what, value]) => [what, hash(JSON.stringify(value))]));
}

/** What kinds of values a run asked the cache for and got none, and what it put there. */
function watched(cache: Cache, log: { missed: Set<string>; put: Set<string> }): Cache {
  return {
    ...cache,
    async get(kind, key) {
      const value = await cache.get(kind, key);
      if (value === undefined) log.missed.add(kind);
      return value;
    },
    put(kind, key, value, packed) {
      log.put.add(kind);
      cache.put(kind, key, value, packed);
    },
  };
}

/** Docs in a folder, and a cache beside them that each run opens anew. */
async function inDocs(use: (docs: string, open: () => Cache) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const docs = join(folder, "docs");
    put(docs, pages);
    await use(docs, () => openCache(join(folder, "cache"), "1"));
  });
}

/** Each says nothing of the API, and moves nothing that does. */
const silent: Readonly<Record<string, readonly [page: string, text: string]>> = {
  "a paragraph at the end of an operation": [operation, "\nMore is told elsewhere.\n"],
  "a paragraph at the end of a type": [type, "\nMore is told elsewhere.\n"],
  "a suppression at the end, which nothing needs": [
    operation,
    "\nMore is told. <!-- docwright ignore example-type: the service sends it so -->\n",
  ],
  "a heading that nobody knows": ["concepts/overview.md", "\n## What else there is\n\nMuch.\n"],
};

for (const [what, [page, text]] of Object.entries(silent))
  same(`${what}: nothing is made again, and what is told of its lines is new`, () =>
    inDocs(async (docs, open) => {
      const before = await all(docs, page, open);
      appendFileSync(join(docs, page), text);
      const log = { missed: new Set<string>(), put: new Set<string>() };
      const after = await all(docs, page, () => watched(open(), log));
      for (const kinds of [log.missed, log.put]) assert.equal([...kinds].sort(), ["accounts", "pages"]);
      assert.equal(after, await all(docs, page, () => noCache));
      for (const kind of ["made", "found", "explained"]) assert.not.equal(after[kind], before[kind], kind);
      assert.equal([after["published"], after["mock"]], [before["published"], before["mock"]]);
      // taken back: as it was, and nothing is read again
      const whole = readFileSync(join(docs, page), "utf8");
      put(docs, { [page]: whole.slice(0, -text.length) });
      assert.equal(await all(docs, page, open), before);
    }),
  );

same("what a page says is made anew, be it a word or the line that it stands on", () =>
  inDocs(async (docs, open) => {
    for (const [page, from, to] of [
      [operation, "Reads where", "Tells where"],
      [operation, "\n## ", "\nOne more sentence.\n\n## "],
      [type, "\n## ", "\nOne more sentence.\n\n## "],
      [type, "|Int32|", "|String|"],
      ["includes/note.md", "whole", "broken"],
      ["concepts/permissions-reference.md", "Parcel.Read.All", "Parcel.Read.Some"],
    ] as const) {
      await all(docs, operation, open);
      const text = readFileSync(join(docs, page), "utf8");
      put(docs, { [page]: text.replace(from, to) });
      assert.is.not(text.replace(from, to), text, page);
      assert.equal(await all(docs, operation, open), await all(docs, operation, () => noCache), `${page} ${to}`);
    }
  }),
);

same("so is a page that is gone, and one that is new", () =>
  inDocs(async (docs, open) => {
    await all(docs, operation, open);
    put(docs, { "resources/later.md": resourcePage("later", "Comes later.") });
    assert.equal(await all(docs, operation, open), await all(docs, operation, () => noCache));
    put(docs, { "resources/later.md": "# Overview\n\nNothing of the API.\n" });
    assert.equal(await all(docs, operation, open), await all(docs, operation, () => noCache));
  }),
);

same.run();
