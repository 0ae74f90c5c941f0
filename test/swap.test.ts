/**
 * Whatever happens to a run, the output folder is the old package or the new one, and the next run works. `DOCWRIGHT_THOROUGH=1` tries ten
 * times as many accidents.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { thisProcess } from "../generator/shared/files/process-life.js";
import { recoverOutput, targetOf, writeOutput } from "../generator/write/write.js";
import { quietly } from "../generator/write/work-folder.js";
import { packageOf } from "./helpers/packages.js";
import { contents, inFolder, put } from "./helpers/temporary.js";
import { write, writeForever, type Writing } from "./helpers/writers.js";

const swap = suite("replacing the output folder");

const manifest = ".docwright.json";
const work = ".out.docwright";
const thorough = process.env["DOCWRIGHT_THOROUGH"] !== undefined;
/** Files of the small packages: enough for one that is added, one that goes, one that changes and one that does not. */
const size = 4;

function listed(version: "old" | "new", files: number): string {
  const sorted = packageOf(version, files).sort((a, b) => (a.path < b.path ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted.map(({ path, content }) => [path, content])));
}

function found(out: string): string {
  return JSON.stringify(contents(out, [manifest, "node_modules", ".git", "LICENSE"]));
}

/** A folder with the old package, in which the user has some things, and the beginning of a run that writes the new one. */
interface Scene {
  readonly around: string;
  readonly out: string;
  /** Kills a run that writes the new package at a call of kill-at.ts. Says whether it came that far. */
  killed(killAt: string): Promise<boolean>;
  /** The next run: what it writes, and what it says. */
  next(): { readonly package: string; readonly told: readonly string[] };
}

async function inScene(use: (scene: Scene) => Promise<void>): Promise<void> {
  await inFolder(async (around) => {
    const out = join(around, "out");
    const run: Writing = { out, version: "new", size, keep: ["LICENSE"] };
    const target = targetOf(out, join(around, "docs"), run.keep);
    writeOutput(target, packageOf("old", size));
    put(out, { "node_modules/x/index.js": "x", ".git/HEAD": "old", LICENSE: "mine" });
    await use({
      around,
      out,
      killed: async (killAt) => (await write({ ...run, killAt })).code === undefined,
      next() {
        const told: string[] = [];
        const waiting = { ...quietly, tell: (line: string) => void told.push(line) };
        recoverOutput(target, waiting);
        writeOutput(target, packageOf("new", size), waiting);
        return { package: found(out), told };
      },
    });
  });
}

const [oldPackage, newPackage] = [listed("old", size), listed("new", size)];

swap("killed before any call that changes the disk, it is old or new, and the next run works", async () => {
  for (let call = 1, more = true; more; call++) {
    await inScene(async ({ around, out, killed, next }) => {
      more = await killed(`any ${call}`);
      const between = !existsSync(out);
      if (!between) assert.ok([oldPackage, newPackage].includes(found(out)), `call ${call}: a mixture`);
      if (between) assert.equal(readdirSync(join(around, work, "old")).includes(manifest), true, `call ${call}: lost`);
      assert.is(next().package, newPackage, `call ${call}`);
      assert.equal(contents(join(out, "node_modules")), { "x/index.js": "x" });
      assert.equal(
        [readFileSync(join(out, "LICENSE"), "utf8"), contents(join(out, ".git"))],
        ["mine", { HEAD: "old" }],
      );
      assert.equal(readdirSync(around), ["out"], `call ${call}`);
    });
    assert.ok(call < 200, "a run of a few files makes fewer calls");
  }
});

swap("what came back meanwhile stays: node_modules is made again by npm, a repository by hand", async () => {
  for (let call = 1, more = true; more; call++) {
    await inScene(async ({ around, out, killed, next }) => {
      more = await killed(`any ${call}`);
      const lacks = (name: string): boolean => !existsSync(join(out, name));
      const [modules, repository] = [lacks("node_modules"), lacks(".git")];
      put(out, { "node_modules/y/index.js": "y", ".git/config": "new" });
      assert.is(next().package, newPackage, `call ${call}`);
      assert.ok(existsSync(join(out, "node_modules/y/index.js")), `call ${call}`);
      assert.is(existsSync(join(out, "node_modules/x")), !modules, `call ${call}`);
      assert.ok(existsSync(join(out, ".git/config")), `call ${call}`);
      // The earlier repository cannot be made again: it is set aside.
      const aside = readdirSync(around).filter((name) => name !== "out");
      assert.is(aside.length, repository ? 1 : 0, `call ${call}: ${aside.join()}`);
      assert.is(readFileSync(join(around, aside[0] ?? "out", ".git/HEAD"), "utf8"), "old", `call ${call}`);
    });
  }
});

swap("killed between the two renames, the next run puts the old package back, and says nothing about it", () =>
  inScene(async ({ around, out, killed, next }) => {
    assert.ok(await killed("rename 2"));
    assert.not(existsSync(out));
    recoverOutput(targetOf(out, join(around, "docs"), ["LICENSE"]));
    assert.is(found(out), oldPackage);
    assert.equal(next(), { package: newPackage, told: [] });
  }),
);

swap("killed behind the two renames, the next run moves the user's things over", () =>
  inScene(async ({ around, out, killed }) => {
    assert.ok(await killed("rename 3"));
    assert.is(found(out), newPackage);
    assert.not(existsSync(join(out, "node_modules")));
    put(join(around, work, "old"), { "late.txt": "came while the package was written" });
    recoverOutput(targetOf(out, join(around, "docs"), ["LICENSE"]));
    assert.equal(contents(out)["late.txt"], "came while the package was written");
    assert.equal(contents(join(out, "node_modules")), { "x/index.js": "x" });
    assert.equal(readdirSync(around), ["out"]);
  }),
);

swap("what was made anew under the name of something kept is newer; the earlier is set aside, and named", () =>
  inScene(async ({ around, out, killed, next }) => {
    assert.ok(await killed("rename 3"));
    put(out, { LICENSE: "newer" });
    const { told } = next();
    assert.is(readFileSync(join(out, "LICENSE"), "utf8"), "newer");
    const [aside = ""] = readdirSync(around).filter((name) => name !== "out");
    assert.equal(contents(join(around, aside)), { LICENSE: "mine" });
    assert.match(told.join(), join(around, aside, "LICENSE"));
  }),
);

/** A work folder whose lock names a process: the one that a killed run left, with other words in it. */
async function withLock(use: (scene: Scene, setHolder: (holder: object) => void) => Promise<void>): Promise<void> {
  await inScene(async (scene) => {
    assert.ok(await scene.killed("rename 1"));
    const file = join(scene.around, work, "lock");
    const lock: object = JSON.parse(readFileSync(file, "utf8"));
    await use(scene, (holder) => put(scene.around, { [`${work}/lock`]: JSON.stringify({ ...lock, ...holder }) }));
  });
}

swap("a run that holds the folder is waited for, and told", () =>
  withLock(async ({ out }, setHolder) => {
    setHolder(thisProcess());
    const waiting = write({ out, version: "new", size, keep: ["LICENSE"] });
    await sleep(1000);
    assert.is(found(out), oldPackage);
    setHolder({ pid: 2 ** 30 });
    const { code, errors } = await waiting;
    assert.equal([code, found(out)], [0, newPackage]);
    assert.is(errors, `${out} is being written by another docwright (process ${process.pid}): waiting for it.\n`);
  }),
);

swap("waiting has an end, and says what to do", () =>
  withLock(async ({ around, out }, setHolder) => {
    setHolder({ pid: process.ppid, start: undefined });
    const target = targetOf(out, join(around, "docs"));
    const told: string[] = [];
    const waiting = { tell: (line: string) => void told.push(line), patience: 120 };
    assert.throws(() => recoverOutput(target, waiting), `if that is not so, delete ${join(around, work)}`);
    assert.is(told.length, 1);
    assert.is(found(out), oldPackage);
  }),
);

if (process.platform === "linux")
  for (const pid of [process.ppid, 1, process.pid])
    swap(
      `number ${pid === process.ppid ? "of a process" : pid === 1 ? "1" : "of this process"}, given anew, holds nothing`,
      () =>
        withLock(async ({ next, around }, setHolder) => {
          setHolder({ pid, start: "when another process had this number" });
          assert.equal(next(), { package: newPackage, told: [] });
          assert.equal(readdirSync(around), ["out"]);
        }),
    );
else console.log("skipped: processes told apart by their start (needs /proc)");

swap("killed at random moments, it is wholly old or wholly new", () =>
  inFolder(async (around) => {
    const out = join(around, "out");
    const target = targetOf(out, join(around, "docs"));
    const wholes = [listed("old", 120), listed("new", 120)];
    for (let kill = 0; kill < (thorough ? 200 : 20); kill++) {
      const child = writeForever(out);
      if (child.stdout !== null) await once(child.stdout, "data");
      await sleep(Math.random() * 50);
      child.kill("SIGKILL");
      await once(child, "exit");
      // Only in the microseconds between the two renames is there no folder at all; what then lies beside it is put back.
      if (!existsSync(out)) recoverOutput(target);
      assert.ok(wholes.includes(found(out)), `kill ${kill}: a mixture`);
    }
    recoverOutput(target);
    assert.equal(readdirSync(around), ["out"]);
  }),
);

swap(
  "of runs that start at once one works and the others wait, also when all of them find the lock of a dead one",
  () =>
    inFolder(async (around) => {
      const out = join(around, "out");
      for (let pair = 0; pair < (thorough ? 40 : 4); pair++) {
        if (pair % 2 === 1) await write({ out, version: "old", killAt: `rename ${1 + (pair % 3)}` });
        const versions = ["old", "new", "old"] as const;
        const ended = await Promise.all(versions.map((version) => write({ out, version })));
        assert.equal(
          ended.map(({ code, errors }) => [code, errors.replace(/^.*is being written by another docwright.*\n/gm, "")]),
          versions.map(() => [0, ""]),
        );
        assert.ok([listed("old", 120), listed("new", 120)].includes(found(out)), `pair ${pair}: a mixture`);
        assert.equal(readdirSync(around), ["out"], `pair ${pair}`);
        if (pair % 4 === 3) rmSync(out, { recursive: true });
      }
      mkdirSync(out, { recursive: true });
    }),
);

swap.run();
