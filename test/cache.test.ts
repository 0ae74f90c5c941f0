/** The cache saves work and changes nothing else. */
import { readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { basename, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cacheFolder, noCache, openCache, recalling, type Cache } from "../generator/run/cache.js";
import { filedRun, filedTexts, fileRun } from "../generator/run/filed-run.js";
import { memoryCache } from "../generator/run/memory-cache.js";
import { generate, prepare, type Prepared } from "../generator/generate.js";
import { explainPage, type ExplainedPage, type NamedPage } from "../generator/readings.js";
import type { Generated } from "../generator/result.js";
import { pack, type Packed } from "../generator/run/packed.js";
import { failureOf, type Outcome } from "../generator/shared/failure.js";
import { parcels, resourcePage } from "./helpers/parcels.js";
import { contents, inFolder, put } from "./helpers/temporary.js";
import { summed } from "../generator/write/manifest.js";

const caching = suite("cache");

const docs = { ...parcels, "resources/depot.md": resourcePage("depot", "Where parcels wait.") };
const options = { name: "parcels", version: "1.0.0", license: "MIT" };

/** A cache that counts what it could give; the texts of a run count as the run, and the accounts of pages as what is looked for by them. */
function counting(cache: Cache): Cache & { readonly hits: Record<string, number> } {
  const hits: Record<string, number> = {};
  const get = async (kind: string, key: string): Promise<unknown> => {
    const value = await cache.get(kind, key);
    if (value !== undefined && kind !== "texts" && kind !== "accounts") hits[kind] = (hits[kind] ?? 0) + 1;
    return value;
  };
  return { ...cache, get, hits };
}

/** Generates with a cache that is opened anew, as the next process would. */
async function run(
  folder: string,
  previous?: Generated["names"],
): Promise<{ made: Generated; hits: Record<string, number> }> {
  const cache = counting(openCache(join(folder, "cache")));
  const made = await generate(join(folder, "docs"), previous ? { ...options, previous } : options, {
    cache,
    progress() {},
  });
  return { made, hits: cache.hits };
}

function inDocs(use: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder((folder) => {
      put(join(folder, "docs"), docs);
      return use(folder);
    });
}

caching(
  "with nothing changed, nothing is computed, and the result is the same as without a cache",
  inDocs(async (folder) => {
    const { made, hits } = await run(folder);
    assert.equal(hits, {});
    assert.equal(made, await generate(join(folder, "docs"), options));
    const again = await run(folder, made.names);
    assert.equal(again, { made, hits: { run: 1 } });
  }),
);

caching(
  "with one page changed, the others are not read again",
  inDocs(async (folder) => {
    const { made } = await run(folder);
    const page = (parcels["resources/parcel.md"] ?? "").replace("In kilograms.", "In grams.");
    put(folder, { "docs/resources/parcel.md": page });
    const changed = await run(folder, made.names);
    // the changed one, too: it was read when it was asked whether it says anything new
    assert.equal(changed.hits, { pages: Object.keys(docs).length, modules: 1, sources: 2 });
    assert.equal(changed.made, await generate(join(folder, "docs"), options));
    assert.ok(changed.made.files.some(({ content }) => content.includes("In grams.")));
  }),
);

/** What is told of a page, with a cache that is opened anew. */
async function told(folder: string, page: string): Promise<{ told: ExplainedPage; hits: Record<string, number> }> {
  const cache = counting(openCache(join(folder, "cache")));
  const find = (pages: readonly NamedPage[]): NamedPage | undefined => pages.find(({ path }) => path === page);
  return { told: await explainPage(join(folder, "docs"), find, options, { cache, progress() {} }), hits: cache.hits };
}

caching(
  "what is told of one page is filed with that of all others, until one of them changes",
  inDocs(async (folder) => {
    const pages = Object.keys(docs);
    const first = await told(folder, "resources/parcel.md");
    assert.equal(first.hits, {});
    assert.is(first.told.explanation?.types[0]?.pages[0], "resources/parcel.md");
    assert.equal(await told(folder, "resources/parcel.md"), { told: first.told, hits: { explained: 1 } });
    for (const page of pages) {
      const { told: recalled, hits } = await told(folder, page);
      assert.equal(hits, { explained: 1 });
      assert.is(recalled.explanation?.page.path, page);
    }
    put(folder, { "docs/resources/depot.md": resourcePage("depot", "Where parcels rest.") });
    const changed = await told(folder, "resources/parcel.md");
    assert.equal(changed, { told: first.told, hits: { pages: pages.length } });
    assert.equal((await told(folder, "resources/parcel.md")).hits, { explained: 1 });
  }),
);

caching(
  "where there is no such page, all others are named",
  inDocs(async (folder) => {
    const { told: nothing } = await told(folder, "resources/parcels.md");
    assert.is(nothing.explanation, undefined);
    assert.equal(
      nothing.pages.map(({ path, stem }) => [path, stem]),
      Object.keys(docs)
        .sort()
        .map((path) => [path, basename(path, ".md")]),
    );
  }),
);

caching("a process keeps at hand what its last two runs asked for of each kind", async () => {
  const asked: string[] = [];
  const disk: Cache = { ...noCache, get: async (kind, key) => void asked.push(`${kind} ${key}`) };
  const cache = memoryCache(disk);
  cache.turn();
  cache.put("pages", "old", 1);
  cache.turn();
  cache.put("pages", "new", 2);
  // these need nothing of the pages, which takes nothing from them
  for (const key of ["1", "2", "3"]) {
    cache.turn();
    cache.put("run", key, key);
  }
  cache.turn();
  assert.is(await cache.get("pages", "new"), 2);
  assert.is(await cache.get("pages", "old"), undefined);
  assert.is(await cache.get("run", "1"), undefined);
  assert.is(await cache.get("run", "3"), "3");
  assert.equal(asked, ["pages old", "run 1"]);
});

caching("what was asked for since the last time is kept when a file is written, the rest goes", () =>
  inFolder(async (folder) => {
    const cache = openCache(folder);
    for (const key of ["a1", "a2", "a3"]) cache.put("texts", key, `text ${key}`);
    cache.save();
    assert.ok(cache.has("texts", "a1"));
    assert.is(await cache.get("texts", "a2"), "text a2");
    cache.put("texts", "a4", "text a4");
    cache.save();
    const next = openCache(folder);
    assert.equal(
      ["a1", "a2", "a3", "a4"].filter((key) => next.has("texts", key)),
      ["a1", "a2", "a4"],
    );
  }),
);

caching("of the rounds of one process, the disk keeps what the last asked for, once the process rests", () =>
  inFolder(async (folder) => {
    const cache = memoryCache(openCache(folder), 1);
    for (const round of [1, 2, 3]) {
      cache.turn();
      cache.put("texts", `a${round}`, `text ${round}`);
      if (!cache.has("texts", "a")) cache.put("texts", "a", "the same text");
      cache.save();
      await setTimeout(50);
    }
    const next = openCache(folder);
    assert.equal(
      ["a", "a1", "a2", "a3"].filter((key) => next.has("texts", key)),
      ["a", "a3"],
    );
  }),
);

caching("a run is filed without its texts, which are there as long as none is missing", () =>
  inFolder(async (folder) => {
    const files = [
      { path: "one.ts", content: "one" },
      { path: "two.ts", content: "two" },
    ];
    const sums = files.map(summed);
    const names = { operations: [] };
    const cache = openCache(folder);
    fileRun(cache, "aa", { files, names });
    cache.save();
    assert.equal(await filedRun(openCache(folder), "aa"), { files: sums, names });
    assert.equal(await filedTexts(openCache(folder), sums), files);
    rmSync(join(folder, readdirSync(folder).find((name) => name.startsWith("texts-")) ?? ""));
    assert.is(await filedTexts(openCache(folder), sums), undefined);
  }),
);

caching(
  "who has the files of a run already reads none of them; of who has not, those that are missing are made again",
  inDocs(async (folder) => {
    const { made } = await run(folder);
    const again = (): Promise<Prepared> =>
      prepare(
        join(folder, "docs"),
        { ...options, previous: made.names },
        { cache: openCache(join(folder, "cache")), progress() {} },
      );
    const texts = readdirSync(join(folder, "cache")).filter((name) => name.startsWith("texts-"));
    const [first = ""] = texts;
    rmSync(join(folder, "cache", first));
    const { files, contents } = await again();
    assert.equal(files, made.files.map(summed));
    assert.equal(await contents(), made.files);
    // a value of another text in its place
    for (const name of texts) {
      const file = join(folder, "cache", name);
      const bytes = readFileSync(file);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    }
    assert.equal(await (await again()).contents(), made.files);
    assert.equal(await filedTexts(openCache(join(folder, "cache")), files), made.files);
  }),
);

caching("what cannot be packed, or put down, costs no more than being made again", () =>
  inFolder(async (folder) => {
    const cache = openCache(join(folder, "cache"));
    cache.put("pages", "a1", () => "no plain data");
    cache.put("texts", "a1", "text");
    const [half = ""] = readdirSync(join(folder, "cache")).filter((name) => name.startsWith("texts-a."));
    rmSync(join(folder, "cache", half));
    cache.save();
    assert.equal(readdirSync(join(folder, "cache")), []);
    cache.put("texts", "a1", "text");
    cache.save();
    assert.is(await openCache(join(folder, "cache")).get("texts", "a1"), "text");
  }),
);

caching("what a process put is there before it is saved, and of all that is made of all pages the last is kept", () =>
  inFolder(async (folder) => {
    const cache = openCache(folder);
    cache.put("pages", "a1", "page");
    for (const key of ["b", "c"]) {
      cache.put("run", key, `made ${key}`);
      cache.save();
    }
    assert.is(await cache.get("pages", "a1"), "page");
    assert.equal(readdirSync(folder).sort(), ["pages-a", "run-c"]);
    const next = openCache(folder);
    assert.is(await next.get("pages", "a1"), "page");
    assert.is(await next.get("run", "c"), "made c");
  }),
);

caching(
  "names that are to be kept are kept, also when the docs have not changed",
  inDocs(async (folder) => {
    const { made } = await run(folder);
    const [first, ...others] = made.names.operations;
    const previous = { ...made.names, operations: [{ id: first?.id ?? "", function: "oldName" }, ...others] };
    const { made: kept } = await run(folder, previous);
    assert.equal(kept.names, previous);
  }),
);

caching(
  "what is damaged or foreign is computed again",
  inDocs(async (folder) => {
    const { made } = await run(folder);
    const cache = join(folder, "cache");
    for (const [index, file] of readdirSync(cache).entries()) {
      const bytes = readFileSync(join(cache, file));
      const damages = [bytes.subarray(0, bytes.length / 2), Buffer.from("no cache"), Buffer.alloc(0), flipped(bytes)];
      writeFileSync(join(cache, file), damages[index % damages.length] ?? "");
    }
    assert.equal(await run(folder), { made, hits: {} });
  }),
);

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 8] = (copy[copy.length - 8] ?? 0) ^ 1;
  return copy;
}

caching(
  "runs at the same time do not disturb each other",
  inDocs(async (folder) => {
    const alone = await generate(join(folder, "docs"), options);
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(folder)));
    for (const { made } of runs) assert.equal(made, alone);
    const { made, hits } = await run(folder, alone.names);
    assert.equal(made, alone);
    assert.equal(hits, { run: 1 });
  }),
);

caching("a job is asked only for what is not known; bugs are not kept", () =>
  inFolder(async (folder) => {
    const asked: number[] = [];
    const job = async (batch: readonly number[]): Promise<Outcome<Packed<string>>[]> => {
      asked.push(...batch);
      return batch.map((item) =>
        item === 3
          ? { ok: false, failure: failureOf("3", "reading", new Error("three")) }
          : { ok: true, value: pack(`<${item}>`) },
      );
    };
    const first = openCache(folder);
    await recalling(first, "numbers", String, job)([1, 3]);
    first.save();
    const outcomes = await recalling(openCache(folder), "numbers", String, job)([1, 2, 3]);
    assert.equal(asked, [1, 3, 2, 3]);
    assert.equal(
      outcomes.map((outcome) => outcome.ok && outcome.value),
      ["<1>", "<2>", false],
    );
    assert.is(await noCache.get("numbers", "1"), undefined);
  }),
);

caching(
  "where nothing can be kept, all is computed",
  inDocs(async (folder) => {
    put(folder, { cache: "a file where the folder should be" });
    const { made, hits } = await run(folder);
    assert.equal([made.files.length > 0, hits], [true, {}]);
  }),
);

caching("what another version made counts as missing", () =>
  inFolder(async (folder) => {
    const first = openCache(folder, "one");
    first.put("numbers", "1", "<1>");
    first.save();
    assert.is(await openCache(folder, "one").get("numbers", "1"), "<1>");
    assert.is(await openCache(folder, "two").get("numbers", "1"), undefined);
  }),
);

caching("a run takes the place of the one before, which leaves other kinds alone", () =>
  inFolder(async (folder) => {
    for (const key of ["a1", "a2", "b3"]) {
      const cache = openCache(folder);
      cache.put("run", key, {});
      if (key === "a1") cache.put("pages", key, {});
      cache.save();
    }
    assert.equal(readdirSync(folder).sort(), ["pages-a", "run-b3"]);
  }),
);

caching("what nobody used for a month goes, also from the caches of other docs; nothing else does", () =>
  inFolder(async (folder) => {
    const [used = "", forgotten = ""] = ["used", "forgotten"].map((docs) => basename(cacheFolder(docs, folder)));
    const monthAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    for (const file of [`${used}/pages-0`, `${used}/pages-1`, `${forgotten}/pages-0`, "photos/pages-0"]) {
      put(folder, { [file]: "" });
      if (file !== `${used}/pages-1`) utimesSync(join(folder, file), monthAgo, monthAgo);
    }
    openCache(join(folder, "mine")).save();
    assert.equal(Object.keys(contents(folder)), [`${used}/pages-1`, "photos/pages-0"]);
    assert.equal(readdirSync(folder).sort(), [used, "mine", "photos"].sort());
  }),
);

caching("reading counts as use", () =>
  inFolder(async (folder) => {
    const cache = openCache(folder);
    cache.put("numbers", "1", "<1>");
    cache.save();
    const [file = ""] = readdirSync(folder).map((name) => join(folder, name));
    utimesSync(file, 0, 0);
    await openCache(folder).get("numbers", "1");
    assert.ok(statSync(file).mtimeMs > 0);
  }),
);

caching("it lies in the nearest node_modules", () =>
  inFolder(async (folder) => {
    put(folder, { "node_modules/x/index.js": "", "deep/er/x.md": "" });
    const found = cacheFolder("docs", join(folder, "deep/er"));
    assert.ok(found.startsWith(join(folder, "node_modules/.cache/docwright")));
    assert.is.not(cacheFolder("others", folder), found);
  }),
);

caching.run();
