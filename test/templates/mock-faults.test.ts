/** Faults, delays and batches of the mock. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { asker } from "./mock-of.js";
import { parcelPages } from "./mock-pages.js";

const faults = suite("faults of a mock");

/** The statuses of some calls, one a second. */
async function statuses(rules: readonly string[], paths: readonly string[], seed = 1): Promise<number[]> {
  let seconds = 0;
  const ask = asker(parcelPages, { faults: rules, seed, now: () => seconds++ * 1000 });
  const found: number[] = [];
  for (const path of paths) found.push((await ask(`GET ${path}`)).status);
  return found;
}
const often = (count: number, path = "/parcels"): string[] => Array.from({ length: count }, () => path);

faults("a rule strikes all requests, the first ones, or those below a path", async () => {
  assert.equal(await statuses(["503"], often(3)), [503, 503, 503]);
  assert.equal(await statuses(["500x2"], often(3)), [500, 500, 200]);
  assert.equal(
    await statuses(["404@/parcels/*"], ["/parcels", "/parcels/p-1", "/parcels/near(place='a',within=1)"]),
    [200, 404, 404],
  );
});

faults("a share of them, the same with the same seed", async () => {
  const one = await statuses(["500:25%"], often(200), 7);
  assert.equal(one, await statuses(["500:25%"], often(200), 7));
  assert.not.equal(one, await statuses(["500:25%"], often(200), 8));
  const struck = one.filter((status) => status === 500).length;
  assert.ok(struck > 30 && struck < 70, `${struck} of 200`);
});

faults("who does not wait after a 429 gets it again, who waits does not", async () => {
  let time = 0;
  const ask = asker(parcelPages, { faults: ["429x1"], now: () => time });
  const first = await ask("GET /parcels");
  assert.equal([first.status, first.headers.get("retry-after")], [429, "1"]);
  time = 900;
  assert.is((await ask("GET /parcels")).status, 429);
  time = 1000;
  assert.is((await ask("GET /parcels")).status, 200);
});

faults("what is no fault is refused when the mock is made", () => {
  for (const rule of ["200", "many", "500:101%", "500@parcels"])
    assert.throws(
      () => asker(parcelPages, { faults: [rule] }),
      (error: Error) => error instanceof TypeError,
    );
});

faults("a mock can be slow, between two bounds", async () => {
  const waits: number[] = [];
  const ask = asker(parcelPages, { latency: [200, 800], sleep: async (wait) => void waits.push(wait) });
  for (let i = 0; i < 20; i++) await ask("GET /parcels");
  assert.ok(waits.length === 20 && waits.every((wait) => wait >= 200 && wait < 800) && new Set(waits).size > 10);
});

const batches = suite("batches of a mock");

const part = (id: string, url: string, more: object = {}): object => ({ id, method: "GET", url, ...more });

async function batch(requests: unknown, options: Parameters<typeof asker>[1] = {}): Promise<Map<string, number>> {
  const { status, body } = await asker(parcelPages, options)("POST /$batch", { body: { requests } });
  const { responses = [] }: { responses?: readonly { id: string; status: number }[] } = Object(body);
  return new Map([["batch", status], ...responses.map((each): [string, number] => [each.id, each.status])]);
}

batches("each part is answered as if it had come by itself", async () => {
  const ask = asker(parcelPages);
  const { body } = await ask("POST /$batch", { body: { requests: [part("1", "/parcels/p-1"), part("2", "parcels")] } });
  const { responses }: { responses: readonly { body: unknown }[] } = Object(body);
  assert.equal(
    responses.map((each) => each.body),
    [(await ask("GET /parcels/p-1")).body, (await ask("GET /parcels")).body],
  );
});

batches("an unknown part is a 404 there, and what depends on it a 424", async () => {
  const requests = [part("1", "/nothing"), part("2", "/parcels", { dependsOn: ["1"] }), part("3", "/parcels")];
  assert.equal(
    await batch(requests),
    new Map([
      ["batch", 200],
      ["1", 404],
      ["2", 424],
      ["3", 200],
    ]),
  );
});

batches("faults strike parts, not the batch", async () => {
  const requests = [part("1", "/parcels/p-1"), part("2", "/parcels")];
  assert.equal(
    await batch(requests, { faults: ["500x1"] }),
    new Map([
      ["batch", 200],
      ["1", 500],
      ["2", 200],
    ]),
  );
});

batches("too many parts, none at all, an id that comes twice: refused as a whole", async () => {
  const many = Array.from({ length: 21 }, (_, i) => part(`${i}`, "/parcels"));
  for (const requests of [many, undefined, [part("1", "/parcels"), part("1", "/parcels")], [{ id: "1" }]])
    assert.equal(await batch(requests), new Map([["batch", 400]]));
});

faults.run();
batches.run();
