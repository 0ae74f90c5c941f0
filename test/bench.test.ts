import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "./helpers/npm.js";

const bench = suite("bench");

bench("the figures are printed for the folder that is given", () => {
  const printed = run(root, "npm", "run", "bench", "--silent", "--", join(root, "docs"));
  assert.match(printed, /: 73 pages,/);
  const [seconds, memory] = [String.raw`\d+\.\d\d`, String.raw`\d+`];
  const row = (name: string, ...figures: readonly string[]): RegExp =>
    new RegExp(`^\\| ${[name, seconds, seconds, String.raw`\d+\.\d`, ...figures].join(" \\| ")} \\|$`, "m");
  assert.match(printed, row("bare parse", "", "1", seconds));
  assert.match(printed, row("whole job, cold", memory, seconds, "1.00"));
  const jobs = [
    "nothing changed",
    "one page changed, which says the same",
    "one page changed, its title",
    "explain of a page, after another",
    "rules",
    "--help",
  ];
  for (const job of jobs) assert.match(printed, row(job, memory, seconds, seconds));
});

bench.run();
