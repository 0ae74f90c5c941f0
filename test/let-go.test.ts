/** A run is as large as what it still needs: pages are let go of once they are joined, while the package is printed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { generate } from "../generator/generate.js";
import { noCache, openCache, type Cache } from "../generator/run/cache.js";
import { createPool, type Pool } from "../generator/run/pool.js";
import { parcels } from "./helpers/parcels.js";

const letGo = suite("let go");

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Notes what it is given to read and what it hands over, and counts what of that is still held when it is given something to print. */
async function watchedPool(): Promise<{
  readonly pool: Pool;
  readonly held: number[];
  readonly seen: WeakRef<object>[];
}> {
  const pool = await createPool(1);
  const seen: WeakRef<object>[] = [];
  const held: number[] = [];
  return {
    seen,
    held,
    pool: {
      ...pool,
      async read(batch) {
        const outcomes = await pool.read(batch);
        const pages = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
        for (const one of [...batch, ...pages]) seen.push(new WeakRef(one));
        return outcomes;
      },
      async emit(batch) {
        // what a job has looked at through a WeakRef lives until it ends, what was serialized until its serializer is collected
        for (let turn = 0; turn < 2; turn++) {
          await new Promise(setImmediate);
          collect();
        }
        held.push(seen.filter((one) => one.deref() !== undefined).length);
        return pool.emit(batch);
      },
    },
  };
}

/** How many of the texts and pages of the parcel service are held each time that something of its package is printed. */
async function heldWith(open: (folder: string) => Cache): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), "docwright-let-go-"));
  try {
    for (const [path, text] of Object.entries(parcels)) {
      mkdirSync(dirname(join(folder, "docs", path)), { recursive: true });
      writeFileSync(join(folder, "docs", path), text);
    }
    const { pool, held, seen } = await watchedPool();
    const options = { name: "x", version: "1.0.0", license: "MIT" };
    const run = { cache: open(join(folder, "cache")), openPool: async () => pool, progress() {} };
    await generate(join(folder, "docs"), options, run);
    assert.is(seen.length, 2 * Object.keys(parcels).length);
    return held;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

letGo("neither texts nor facts of pages are held while modules are printed", async () => {
  assert.equal([...new Set(await heldWith(() => noCache))], [0]);
});

letGo("nor does a cache hold them", async () => {
  assert.equal([...new Set(await heldWith((folder) => openCache(folder, "1")))], [0]);
});

letGo.run();
