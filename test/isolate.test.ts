/** A bug of ours costs the page that it strikes: every other page is in the package, which is written and compiles. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildPackage, type Built } from "../generator/build.js";
import { noCache, type Cache } from "../generator/run/cache.js";
import { explainer } from "../generator/explanation.js";
import { generate } from "../generator/generate.js";
import { readDocs } from "../generator/readings.js";
import { isolate } from "../generator/run/isolate.js";
import { createPool, oneByOne } from "../generator/run/pool.js";
import type { ExamplePair, Page } from "../generator/read/page.js";
import type { ReadPage } from "../generator/run/worker.js";
import { parcels } from "./helpers/parcels.js";
import { pageOf } from "./read/page-of.js";

const isolation = suite("isolate");

const options = { name: "x", version: "1.0.0", license: "MIT" };
const broken = "api/parcel-get.md";

/** The package of the parcel service; `change` makes something of one page that no reader gives. */
async function buildWith(change: (page: Page) => Page): Promise<Built> {
  const pages = Object.entries(parcels).map(([path, text]) => pageOf(text, path));
  const pool = await createPool(1);
  const run = { cache: noCache, progress() {} };
  const values = pages.map((page) => (page.path === broken ? change(page) : page));
  return buildPackage(async () => ({ values, failures: [] }), { docs: { findings: [] }, options, pool, run });
}

/** `object` with a property that throws when it is asked for the `nth` time: the stages ask one after another. */
function trap<T extends object>(object: T, name: keyof T & string): T {
  return Object.defineProperty({ ...object }, name, {
    get(): never {
      throw new TypeError(`${name} is broken`);
    },
    enumerable: true,
  });
}

function struck({ failures }: Built): string[] {
  return failures.map(({ item, stage, reason }) => `${item}: ${stage}: ${reason}`);
}

/** The package holds the functions of the other pages, and not that of the broken one. */
function others({ files }: Built): void {
  const source = files.find(({ path }) => path === "src/parcel.ts")?.content ?? "";
  assert.match(source, /export function createParcel\(/);
  assert.match(source, /export function deleteParcel\(/);
  assert.not.match(source, /export function getParcel\(/);
}

isolation("an exception while the pages are joined", async () => {
  const built = await buildWith((page) => trap(page, "requests"));
  assert.equal(struck(built), [`${broken}: linking: requests is broken`]);
  others(built);
});

isolation("a stack that overflows", async () => {
  let deep: unknown = [];
  for (let level = 0; level < 20_000; level++) deep = [deep];
  const built = await buildWith((page) => withAnswer(page, deep));
  assert.equal(struck(built), [`${broken}: linking: Maximum call stack size exceeded`]);
  others(built);
});

/** The page with another body in its example. */
function withAnswer(page: Page, value: unknown): Page {
  const examples = page.examples.map((pair): ExamplePair => {
    const { response } = pair;
    if (response?.body.kind !== "json") return pair;
    return { ...pair, response: { ...response, body: { ...response.body, value } } };
  });
  return { ...page, examples };
}

isolation("an exception while a module is emitted that holds what stands on several pages", async () => {
  // JSON has no such value: the printer cannot print it.
  const built = await buildWith((page) => withAnswer(page, { id: "p-17", "parcel.sealed@odata.count": 3n }));
  assert.equal(struck(built), [`${broken}: emitting: Do not know how to serialize a BigInt`]);
  others(built);
});

/** A cache that hands out something else for one page than what was put there: what no reader gives. */
function cacheWith(change: (page: Page) => Page): Cache {
  const kept = new Map<string, unknown>();
  return {
    get: async (kind, key) => {
      const value = kept.get(`${kind} ${key}`);
      return kind === "pages" && isRead(value) && value.page.path === broken
        ? { ...value, page: change(value.page) }
        : value;
    },
    has: () => false,
    put: (kind, key, value) => void (kind === "pages" && kept.set(`${kind} ${key}`, value)),
    finish() {},
    save() {},
  };
}

function isRead(value: unknown): value is ReadPage {
  return typeof value === "object" && value !== null && "page" in value;
}

isolation("a run tells of the bug as of an error of the page, and the next run does so again", async () => {
  const docs = mkdtempSync(join(tmpdir(), "docwright-isolate-"));
  for (const [path, text] of Object.entries(parcels)) {
    mkdirSync(join(docs, dirname(path)), { recursive: true });
    writeFileSync(join(docs, path), text);
  }
  try {
    const cache = cacheWith((page) => trap(page, "requests"));
    const clean = await generate(docs, options, { cache, progress() {} });
    assert.equal([clean.findings, clean.failedPages], [[], []]);
    for (const run of ["second", "third"]) {
      const { findings, failedPages, counts, files } = await generate(docs, options, { cache, progress() {} });
      assert.equal(
        findings.map(({ rule, severity, page, line, message }) => ({ rule, severity, page, line, message })),
        [
          {
            rule: "page-failed",
            severity: "error",
            page: broken,
            line: 1,
            message:
              "A bug of docwright struck while linking this page: requests is broken. The package was generated without what stands on it.",
          },
        ],
        run,
      );
      assert.equal(
        failedPages.map(({ item }) => item),
        [broken],
      );
      assert.equal([counts.pages, counts.operations], [clean.counts.pages - 1, clean.counts.operations - 1]);
      assert.is(files.length, clean.files.length);
    }
    const { api, plan, pages } = await readDocs(docs, options, { cache, progress() {} });
    const page = pages.find(({ path }) => path === broken);
    assert.ok(page);
    assert.equal(
      explainer(api, plan)(page).findings.map(({ rule }) => rule),
      ["page-failed"],
    );
  } finally {
    rmSync(docs, { recursive: true });
  }
});

isolation("pages that fail by themselves are left out, each with its own reason", async () => {
  const build = (pages: readonly { path: string }[]): string => {
    for (const { path } of pages) if (path.startsWith("bad")) throw new Error(`no ${path}`);
    return pages.map(({ path }) => path).join(" ");
  };
  const pages = ["a", "bad1", "b", "c", "bad2", "d"].map((path) => ({ path }));
  const { value, failures } = await isolate(pages, "linking", build);
  assert.is(value, "a b c d");
  assert.equal(
    failures.map(({ item, reason }) => [item, reason]),
    [
      ["bad1", "no bad1"],
      ["bad2", "no bad2"],
    ],
  );
});

isolation("of pages that fail only together, the last one is left out", async () => {
  const build = (pages: readonly { path: string }[]): number => {
    const paths = new Set(pages.map(({ path }) => path));
    if (paths.has("one") && paths.has("other")) throw new Error("both");
    return pages.length;
  };
  const pages = ["a", "one", "b", "c", "other", "d"].map((path) => ({ path }));
  const { value, failures } = await isolate(pages, "linking", build);
  assert.equal([value, failures.map(({ item }) => item)], [5, ["other"]]);
});

isolation("what fails without any page is no page's fault", async () => {
  const build = (): never => {
    throw new Error("no disk");
  };
  try {
    await isolate([{ path: "a" }, { path: "b" }], "linking", build);
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), /no disk/);
  }
});

isolation("the number of trials grows no faster than the number of pages", async () => {
  let tried = 0;
  const pages = Array.from({ length: 1000 }, (_, index) => ({ path: `${index}` }));
  const { failures } = await isolate(pages, "linking", (some) => {
    tried += some.length;
    if (some.length > 0) throw new Error("always");
  });
  assert.is(failures.length, 1000);
  assert.ok(tried <= 42 * pages.length, `${tried}`);
});

isolation("a thread that dies costs the page that it dies of", async () => {
  const job = oneByOne("reading", async (batch: readonly { path: string }[]) => {
    if (batch.some(({ path }) => path === "deadly")) throw new Error("Worker terminated due to reaching memory limit");
    return batch.map(({ path }) => ({ ok: true as const, value: path }));
  });
  const outcomes = await job(["a", "deadly", "b"].map((path) => ({ path })));
  assert.equal(
    outcomes.map((outcome) => (outcome.ok ? outcome.value : `${outcome.failure.item}: ${outcome.failure.reason}`)),
    ["a", "deadly: Worker terminated due to reaching memory limit", "b"],
  );
});

isolation.run();
