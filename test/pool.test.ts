import { setTimeout as sleep } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createPool, inBatches } from "../generator/run/pool.js";
import type { ReadPage } from "../generator/run/worker.js";
import { unpack, type Packed } from "../generator/run/packed.js";
import { failureLines } from "../generator/cli/report.js";
import type { Outcome } from "../generator/shared/failure.js";
import { parcels } from "./helpers/parcels.js";

const pool = suite("pool");

const numbers = Array.from({ length: 50 }, (_, index) => index);

function readOf(outcome: Outcome<Packed<ReadPage>>): ReadPage | undefined {
  return outcome.ok ? unpack(outcome.value) : undefined;
}

pool("results come in the order of the items, whatever finished first", async () => {
  const done: number[] = [];
  const job = async (batch: readonly number[]): Promise<Outcome<number>[]> => {
    await sleep((batch[0] ?? 0) % 3);
    return batch.map((value) => ({ ok: true, value }));
  };
  assert.equal(await inBatches(job, numbers, (count) => done.push(count)), { values: numbers, failures: [] });
  assert.is(done.at(-1), numbers.length);
});

pool("a bug that strikes one item is told by its name, and the others go on", async () => {
  const job = async (batch: readonly number[]): Promise<Outcome<number>[]> =>
    batch.map((value) =>
      value === 7
        ? {
            ok: false,
            failure: { item: "api/seven.md", stage: "reading", reason: "seven", stack: "Error: seven" },
          }
        : { ok: true, value },
    );
  const { values, failures } = await inBatches(job, numbers, () => {});
  assert.equal(
    values,
    numbers.filter((value) => value !== 7),
  );
  assert.match(failureLines(failures).join("\n"), /^api\/seven\.md: a bug in docwright .*\nError: seven$/);
});

pool("many pages are read beside each other, with the same result as few", async () => {
  const sources = Object.entries(parcels).map(([path, text]) => ({ path, text, includes: new Map<string, never>() }));
  const [few, many] = [await createPool(1), await createPool(1000)];
  try {
    assert.equal((await many.read(sources)).map(readOf), (await few.read(sources)).map(readOf));
  } finally {
    await Promise.all([few.close(), many.close()]);
  }
});

pool("a page that cannot be handed to a thread is named, and the others are read", async () => {
  const unable = new Map([["note", { path: "includes/note.md", text: "", toString: () => "no plain data" }]]);
  const sources = Object.entries(parcels).map(([path, text]) => ({
    path,
    text,
    includes: path === "api/parcel-get.md" ? unable : new Map<string, never>(),
  }));
  const many = await createPool(1000);
  try {
    const outcomes = await many.read(sources);
    assert.equal(
      outcomes.flatMap((outcome) => (outcome.ok ? [] : [`${outcome.failure.item}: ${outcome.failure.stage}`])),
      ["api/parcel-get.md: reading"],
    );
    assert.is(outcomes.filter(({ ok }) => ok).length, sources.length - 1);
  } finally {
    await many.close();
  }
});

pool.run();
