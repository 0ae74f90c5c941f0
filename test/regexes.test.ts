/**
 * Pages come from strangers, so no regular expression may take more than linear time, whatever it is given. recheck looks for the text that
 * hurts most; what it cannot decide counts as found.
 */
import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { expressions } from "./helpers/regexes.js";
import { isLinearByShape } from "./helpers/shape.js";

const regexes = suite("regular expressions");

/** By their place: expressions that may take longer, because what they are given is short, and how short. */
const bounded: Readonly<Record<string, string>> = {};

/** Asks about some of them at once. Not in this process: its coverage would be measured, at the price of most of its speed. */
async function verdictsOn(asked: readonly { readonly source: string; readonly flags: string }[]): Promise<string[]> {
  const env = { ...process.env, NODE_V8_COVERAGE: "" } as Record<string, string>;
  const filename = new URL("./helpers/recheck.mjs", import.meta.url).href;
  const pool = new Tinypool({ filename, runtime: "child_process", env, maxThreads: availableParallelism() });
  try {
    return await Promise.all(asked.map((each): Promise<string> => pool.run(each)));
  } finally {
    await pool.destroy();
  }
}

regexes("what is superlinear is told from what is not", async () => {
  const verdicts = await verdictsOn([
    { source: "x+$", flags: "" },
    { source: "^(a|a)*$", flags: "" },
    { source: "x+", flags: "" },
  ]);
  assert.match(verdicts[0] ?? "", /^2nd degree polynomial/);
  assert.match(verdicts[1] ?? "", /^exponential/);
  assert.is(verdicts[2], "safe");
});

regexes("an expression is linear by its shape only when nothing in it can start anew", () => {
  assert.ok(isLinearByShape("^(?:get|post) [a-z]+$", "i"));
  assert.ok(isLinearByShape("\\b[+*]{1,3}\\+", ""));
  assert.not(isLinearByShape("[a-z]+$", ""));
  assert.not(isLinearByShape("^a|b*c", ""));
  assert.not(isLinearByShape("^a*b*c", ""));
  assert.not(isLinearByShape("^a*$", "m"));
});

regexes("none takes more than linear time", async () => {
  const all = expressions();
  assert.ok(all.length > 400);
  assert.equal(
    all.filter(({ source }) => source === undefined).map(({ where }) => where),
    [],
  );
  const asked = all.flatMap(({ where, source = "", flags }) =>
    isLinearByShape(source, flags) ? [] : [{ where, source, flags }],
  );
  const verdicts = await verdictsOn(asked);
  const found = asked.flatMap(({ where }, index) => {
    const verdict = verdicts[index];
    return verdict === "safe" || Object.hasOwn(bounded, where) ? [] : [`${where}: ${verdict}`];
  });
  assert.equal(found, []);
});

regexes.run();
