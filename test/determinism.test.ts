import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { contents, inFolder, put } from "./helpers/temporary.js";

const determinism = suite("same docs, same bytes");

const bin = fileURLToPath(new URL("../generator/cli/bin.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");
const docs = contents(fileURLToPath(new URL("../docs", import.meta.url)));

/** Generates the project's own docs/ in `folder`, its files created in the order that `sort` makes, in another place of the world. */
function generateIn(
  folder: string,
  sort: (paths: string[]) => string[],
  environment: Record<string, string>,
): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  for (const path of sort(Object.keys(docs))) put(folder, { [`docs/${path}`]: docs[path] ?? "" });
  const { status, stderr } = spawnSync(process.execPath, ["--import", tsx, bin, "generate"], {
    cwd: folder,
    env: { ...process.env, ...environment, XDG_CACHE_HOME: join(folder, "cache") },
    encoding: "utf8",
  });
  assert.ok(status === 0 || status === 1, stderr);
  return contents(join(folder, "output"));
}

determinism("two folders, two time zones, two locales, two orders on disk", () =>
  inFolder((folder) => {
    const here = generateIn(join(folder, "a"), (paths) => paths, {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
    });
    const there = generateIn(join(folder, "deeper/b"), (paths) => paths.reverse(), {
      TZ: "America/Anchorage",
      LANG: "C",
      LC_ALL: "C",
    });
    assert.ok(Object.keys(here).length > 20);
    assert.equal(there, here);
    for (const [path, text] of Object.entries(here)) {
      assert.not.ok(text.includes("\r"), `${path} has carriage returns`);
      assert.not.ok(text.includes(folder), `${path} names the folder it was made in`);
    }
  }),
);

determinism.run();
