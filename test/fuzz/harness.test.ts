/** The fuzzer itself: it can be repeated, it changes pages everywhere, and it sees what it is there to see. */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels } from "../helpers/parcels.js";
import { checkCode, checkLines, checkPaths } from "./checks.js";
import { exception, failure } from "./failure.js";
import { mutate, mutators } from "./mutate.js";
import { marker } from "./mutators/hostile.js";
import { createRandom } from "./random.js";
import { smallest } from "./smallest.js";

const harness = suite("fuzz harness");

const page = parcels["api/parcel-post.md"] ?? "";
const others = Object.values(parcels);

harness("a seed says all: the same page comes out again, and another one of another seed", () => {
  const of = (seed: number): string => mutate(page, createRandom(seed, "page 1"), others).text;
  assert.is(of(1), of(1));
  assert.is.not(of(1), of(2));
});

harness("every mutator finds something to change on one of the pages", () => {
  const idle = Object.values(mutators).flatMap((group) =>
    Object.entries(group).filter(([name, mutator]) => {
      const attempts = others.flatMap((text) =>
        Array.from({ length: 20 }, (_, seed) => mutator(text, createRandom(seed, name), others) !== text),
      );
      return !attempts.includes(true);
    }),
  );
  assert.equal(
    idle.map(([name]) => name),
    [],
  );
});

harness("whatever was changed before, a mutated page holds 100,000 characters at most", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => mutate(page, createRandom(seed, "length"), others).text.length <= 100_000),
    { numRuns: 50 },
  );
});

harness("smallest: what a failure needs is found, wherever it stands", async () => {
  const items = Array.from({ length: 40 }, (_, index) => index);
  const needed = [3, 17, 38];
  const fails = async (some: readonly number[]): Promise<boolean> => needed.every((each) => some.includes(each));
  assert.equal(await smallest(items, fails, () => false), needed);
});

harness("failures that differ in what they quote are one class", () => {
  const [a, b] = [failure("compile", "TS1: no 'x' in 'y'", ""), failure("compile", "TS1: no 'z' in 'it'", "")];
  assert.is(a.signature, b.signature);
  const stack = (place: string): string => `Error: no\n    at readText (/x/generator/model/${place}.ts:1:2)`;
  assert.is.not(exception(stack("fit")).signature, exception(stack("route")).signature);
});

harness("paths: those that lead out, cannot be written or stand for two files are seen", () => {
  const path = (path: string): { path: string; content: string } => ({ path, content: "" });
  const good = ["src/a.ts", "src/b/c.ts", ".docwright.json"].map(path);
  assert.equal(checkPaths(good), []);
  for (const bad of ["../a.ts", "/a.ts", "a//b.ts", "a\nb.ts", "a\\b.ts", "src/con.ts", `${"x".repeat(256)}.ts`])
    assert.is(checkPaths([...good, path(bad)]).length, 1, bad);
  assert.is(checkPaths([...good, path("src/A.ts")]).length, 1, "src/a.ts on a Mac");
});

harness("code: planted text in strings and comments is fine, as code it is seen", () => {
  const module = (content: string): { path: string; content: string }[] => [{ path: "src/a.ts", content }];
  const planted = `globalThis.${marker} = 1`;
  assert.equal(checkCode(module(`/** ${planted} */\nexport const a = "${planted}";\n`)), []);
  assert.is(checkCode(module(`/** x */ ${planted};\n`)).length, 1);
  assert.is(checkCode(module(`export const a = \`\${${planted}}\`;\n`)).length, 1);
});

harness("print: what a CI or a terminal would obey is seen", () => {
  assert.equal(checkLines("docs/a.md:1:2 warning It says ::x and \\u001b. (type-cell)\n"), []);
  for (const bad of ["::error::x", "  ::error::x", "##[command]x", "a\u001b[2J", "a\rb", "a\u0085b", "a\u2028b"])
    assert.is(checkLines(`fine\n${bad}\nfine`).length, 1, JSON.stringify(bad));
});

harness.run();
