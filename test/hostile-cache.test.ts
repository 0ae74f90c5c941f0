/** A cache lies where strangers can put files: in node_modules of a repository. Nothing of theirs is taken for true, or even unpacked. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cacheFolder, openCache } from "../generator/run/cache.js";
import type { Made } from "../generator/result.js";
import { filedRun, filedTexts, fileRun } from "../generator/run/filed-run.js";
import type { OutputFile } from "../generator/shared/output-file.js";
import { userSecret } from "../generator/shared/files/secret.js";
import { parcels } from "./helpers/parcels.js";
import { docwright } from "./helpers/run.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const hostile = suite("hostile caches");

/** Calls `use` as another user would be: with a cache of the system of their own. */
async function asUser<T>(cache: string, use: () => T | Promise<T>): Promise<T> {
  const before = process.env["XDG_CACHE_HOME"];
  process.env["XDG_CACHE_HOME"] = cache;
  try {
    return await use();
  } finally {
    if (before === undefined) delete process.env["XDG_CACHE_HOME"];
    else process.env["XDG_CACHE_HOME"] = before;
  }
}

/** A repository with docs and node_modules in which docwright ran once. `cache` is the folder of the cache. */
function inProject(use: (folder: string, cache: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder((around) => {
      const folder = join(around, "project");
      for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
      put(folder, { "node_modules/x/index.js": "" });
      return asUser(join(around, "user"), async () => {
        assert.is((await docwright(folder, "generate")).code, 0);
        await use(folder, cacheFolder(join(folder, "docs"), folder));
      });
    });
}

/** Puts more files into what the last run made, as docwright itself would. */
async function poison(cache: string, more: readonly OutputFile[]): Promise<void> {
  const [name = ""] = readdirSync(cache).filter((file) => file.startsWith("run-"));
  const opened = openCache(cache);
  const key = name.slice("run-".length);
  const made = await filedRun<Made>(opened, key);
  const files = made && (await filedTexts(opened, made.files));
  assert.ok(made !== undefined && files !== undefined);
  fileRun(opened, key, { ...made, files: [...files, ...more] });
  opened.save();
}

hostile(
  "what another user wrote is not taken over, though the same docwright wrote it",
  inProject(async (folder, cache) => {
    const before = contents(join(folder, "output"));
    await asUser(join(folder, "stranger-home"), async () => {
      await docwright(folder, "generate");
      await poison(cache, [{ path: "test/evil.test.ts", content: "evil" }]);
    });
    const { code, errors } = await docwright(folder, "generate");
    assert.equal([code, errors], [0, ""]);
    assert.equal(contents(join(folder, "output")), before);
  }),
);

hostile(
  "should a cache name a place outside of the package all the same, nothing is written",
  inProject(async (folder, cache) => {
    const before = contents(folder, ["node_modules"]);
    await poison(cache, [
      { path: "test/evil.test.ts", content: "evil" },
      { path: "../outside.txt", content: "evil" },
    ]);
    const { code, errors } = await docwright(folder, "generate");
    assert.is(code, 3);
    assert.match(errors, '"../outside.txt", which is no place for a file of it');
    assert.match(errors, "--no-cache");
    assert.equal(contents(folder, ["node_modules"]), before);
    assert.is((await docwright(folder, "generate", "--no-cache")).code, 0);
  }),
);

hostile("a file of the cache cannot stand in for another, and one without a signature is not unpacked", () =>
  inFolder(async (folder) => {
    const cache = openCache(folder, "1");
    cache.put("pages", "aa", { title: "harmless" });
    cache.save();
    renameSync(join(folder, "pages-a"), join(folder, "pages-b"));
    assert.is(await openCache(folder, "1").get("pages", "ba"), undefined);
    assert.is(await openCache(folder, "1").get("pages", "aa"), undefined);
    writeFileSync(join(folder, "pages-a"), readFileSync(join(folder, "pages-b")).subarray(32));
    assert.is(await openCache(folder, "1").get("pages", "aa"), undefined);
  }),
);

hostile("links in a cache, and pipes, are not read", () =>
  inFolder(async (folder) => {
    const cache = openCache(join(folder, "cache"), "1");
    cache.put("pages", "aa", "<a>");
    cache.save();
    renameSync(join(folder, "cache/pages-a"), join(folder, "elsewhere"));
    symlinkSync("../elsewhere", join(folder, "cache/pages-a"));
    spawnSync("mkfifo", [join(folder, "cache/pages-b")]);
    const opened = openCache(join(folder, "cache"), "1");
    assert.equal([await opened.get("pages", "aa"), await opened.get("pages", "ba")], [undefined, undefined]);
    opened.put("pages", "aa", "<b>");
    const before = readFileSync(join(folder, "elsewhere"));
    opened.save();
    assert.equal(readFileSync(join(folder, "elsewhere")), before);
    assert.is(await openCache(join(folder, "cache"), "1").get("pages", "aa"), "<b>");
  }),
);

for (const up of [0, 1, 2])
  hostile(
    `a cache that is reached over a link is not used, which is told (${up} above)`,
    inProject(async (folder, cache) => {
      const place = join(cache, ...Array.from({ length: up }, () => ".."));
      rmSync(join(folder, "node_modules/.cache"), { recursive: true });
      mkdirSync(dirname(place), { recursive: true });
      mkdirSync(join(folder, "victim"));
      symlinkSync(join(folder, "victim"), place);
      const { code, errors } = await docwright(folder, "generate");
      assert.is(code, 0);
      assert.match(errors, /^The cache node_modules\/\.cache\/docwright\/[\da-f]+ is not used: .* is a link\.$/m);
      assert.equal(readdirSync(join(folder, "victim")), []);
    }),
  );

hostile("node_modules that is a link holds no cache", () =>
  inFolder((folder) => {
    put(folder, { "victim/x": "", "project/docs/x": "" });
    symlinkSync("../victim", join(folder, "project/node_modules"));
    assert.not(cacheFolder("docs", join(folder, "project")).startsWith(folder));
  }),
);

if (spawnSync("git", ["--version"]).status === 0)
  hostile(
    "a cache that Git keeps is not used, which is told",
    inProject(async (folder, cache) => {
      const git = (...words: string[]): void =>
        assert.is(spawnSync("git", ["-C", folder, ...words], { encoding: "utf8" }).stderr, "");
      git("init", "--quiet");
      assert.is((await docwright(folder, "generate")).errors, "");
      git("add", "--force", cache);
      const { code, errors } = await docwright(folder, "generate");
      assert.is(code, 0);
      assert.match(errors, "is not used: Git keeps files of it.\n");
      const explained = await docwright(folder, "explain", "parcel-get");
      assert.match(explained.errors, "is not used: Git keeps files of it.\n");
      assert.is((await docwright(folder, "generate", "--no-cache")).errors, "");
    }),
  );
else console.log("skipped: a cache that Git keeps (needs git)");

hostile("the secret is the user's own: made once, for no other's eyes; one that others may know is none", () =>
  inFolder((folder) =>
    asUser(folder, () => {
      const secret = userSecret();
      const file = join(folder, "docwright/secret");
      assert.equal(userSecret(), secret);
      assert.equal([secret?.length, readdirSync(dirname(file))], [32, ["secret"]]);
      if (process.getuid !== undefined) {
        assert.is(statSync(file).mode & 0o777, 0o600);
        chmodSync(file, 0o644);
        assert.is(userSecret(), undefined);
        chmodSync(file, 0o600);
      }
      writeFileSync(file, "short");
      assert.is(userSecret(), undefined);
      rmSync(file);
      put(folder, { elsewhere: "x".repeat(32) });
      symlinkSync(join(folder, "elsewhere"), file);
      assert.is(userSecret(), undefined);
    }),
  ),
);

hostile("where no secret can be kept, nothing is cached, and everything works", () =>
  inFolder((folder) =>
    asUser(join(folder, "file"), async () => {
      put(folder, { file: "no folder" });
      const cache = openCache(join(folder, "cache"));
      cache.put("pages", "aa", "<a>");
      cache.save();
      assert.is(await openCache(join(folder, "cache")).get("pages", "aa"), undefined);
      assert.not(existsSync(join(folder, "cache")));
    }),
  ),
);

hostile("what killed runs had written by half goes with the next one; what a live one writes stays", () =>
  inFolder((folder) => {
    const [dead, live, other] = [`run-aa.${2 ** 30}`, `run-bb.${process.ppid}`, "notes.txt"];
    put(folder, { [dead]: "", [live]: "", [other]: "" });
    openCache(folder).save();
    assert.equal(readdirSync(folder).sort(), [other, live].sort());
  }),
);

hostile("pruning follows no link: neither to a folder that looks like a cache, nor in one", () =>
  inFolder((folder) => {
    put(folder, { "victim/old.txt": "", [`${"a".repeat(64)}/pages-0`]: "" });
    utimesSync(join(folder, "victim/old.txt"), 0, 0);
    symlinkSync("victim", join(folder, "b".repeat(64)));
    symlinkSync("../victim", join(folder, "a".repeat(64), "link"));
    openCache(join(folder, "mine")).save();
    assert.ok(existsSync(join(folder, "victim/old.txt")));
  }),
);

hostile.run();
