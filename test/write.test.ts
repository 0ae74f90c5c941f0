import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { OutputFile } from "../generator/shared/output-file.js";
import { UsageError } from "../generator/shared/usage-error.js";
import { summed } from "../generator/write/manifest.js";
import { checkOutput, isClean, targetOf, writeOutput, type Target } from "../generator/write/write.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const write = suite("writing the output folder");

const a: OutputFile = { path: "src/a.ts", content: "a\n" };
const b: OutputFile = { path: "src/b.ts", content: "b\n" };
const manifest = ".docwright.json";

/** A target `out` in a folder of its own. */
function inTarget(use: (target: Target, around: string) => void | Promise<void>): () => Promise<void> {
  return () => inFolder((around) => use(targetOf(join(around, "out"), join(around, "docs")), around));
}

/** What a run leaves: the package and its manifest, and nothing beside the folder. */
function holds(target: Target, files: readonly OutputFile[], around: string): void {
  assert.equal(
    contents(target.folder, [manifest]),
    Object.fromEntries(files.map(({ path, content }) => [path, content])),
  );
  assert.equal(readdirSync(around), ["out"]);
}

write(
  "a new folder gets the files and a manifest",
  inTarget((target, around) => {
    assert.equal(writeOutput(target, [a, b]).missing, [manifest, a.path, b.path]);
    holds(target, [a, b], around);
    assert.ok(isClean(checkOutput(target, [a, b].map(summed))));
  }),
);

write(
  "nothing is touched when nothing changed, and an unchanged file keeps its inode when others change",
  inTarget((target) => {
    writeOutput(target, [a, b]);
    const inodes = (): number[] =>
      ["", manifest, a.path, b.path].map((path) => statSync(join(target.folder, path)).ino);
    const before = inodes();
    writeOutput(target, [a, b]);
    assert.equal(inodes(), before);
    assert.equal(writeOutput(target, [a, { ...b, content: "new\n" }]).stale, [manifest, b.path]);
    assert.is(inodes()[2], before[2]);
  }),
);

write(
  "files that are no longer generated are deleted, with their folders",
  inTarget((target, around) => {
    writeOutput(target, [a, { path: "fixtures/deep/c.ts", content: "" }]);
    writeOutput(target, [a]);
    holds(target, [a], around);
    assert.not(existsSync(join(target.folder, "fixtures")));
  }),
);

write(
  "a file that was edited by hand is reported, and written again",
  inTarget((target, around) => {
    writeOutput(target, [a, b]);
    put(target.folder, { [a.path]: "by hand\n" });
    assert.equal(checkOutput(target, [a, b].map(summed)).edited, [a.path]);
    writeOutput(target, [a, b]);
    holds(target, [a, b], around);
  }),
);

write(
  "a file that docwright does not own is never overwritten or deleted",
  inTarget((target) => {
    put(target.folder, { [a.path]: "mine\n", "notes.md": "mine too\n" });
    assert.throws(
      () => writeOutput(target, [a, b]),
      (error: unknown) => error instanceof UsageError && error.message.includes("  notes.md\n  src/a.ts\n"),
    );
    assert.equal(contents(target.folder), { [a.path]: "mine\n", "notes.md": "mine too\n" });
  }),
);

write(
  "a file that was edited and is no longer generated is no longer docwright's to delete",
  inTarget((target) => {
    writeOutput(target, [a, b]);
    put(target.folder, { [b.path]: "worth keeping\n" });
    assert.throws(() => writeOutput(target, [a]), /src\/b\.ts/);
    assert.is(contents(target.folder)[b.path], "worth keeping\n");
  }),
);

write(
  "identical files without a manifest, or with one that a merge has spoilt, are taken over",
  inTarget((target, around) => {
    writeOutput(target, [a]);
    writeFileSync(join(target.folder, manifest), "<<<<<<< ours\n");
    writeOutput(target, [a]);
    holds(target, [a], around);
    assert.ok(isClean(checkOutput(target, [a].map(summed))));
  }),
);

write("node_modules, dist and what --keep names move over", () =>
  inFolder((around) => {
    const target = targetOf(join(around, "out"), join(around, "docs"), ["LICENSE"]);
    const mine = { "node_modules/x/index.js": "x", "dist/a.js": "a", LICENSE: "mine" };
    writeOutput(target, [a]);
    put(target.folder, mine);
    symlinkSync("nowhere", join(target.folder, "node_modules/dangling"));
    assert.ok(isClean(checkOutput(target, [a].map(summed))));
    writeOutput(target, [b]);
    const { [manifest]: _, ...rest } = contents(target.folder, ["node_modules/dangling"]);
    assert.equal(rest, { ...mine, [b.path]: b.content });
    assert.equal(readdirSync(join(target.folder, "node_modules")).sort(), ["dangling", "x"]);
  }),
);

write("what is kept may be named twice, and be a link; a link that nobody named stays and is told", () =>
  inFolder((around) => {
    const target = targetOf(join(around, "out"), join(around, "docs"), ["node_modules"]);
    put(around, { "modules/x.js": "x" });
    writeOutput(target, [a]);
    symlinkSync("../modules", join(target.folder, "node_modules"));
    symlinkSync("../modules", join(target.folder, "linked"));
    symlinkSync("nowhere", join(target.folder, "dangling"));
    assert.equal(checkOutput(target, [a].map(summed)).foreign, ["dangling", "linked"]);
    rmSync(join(target.folder, "dangling"));
    rmSync(join(target.folder, "linked"));
    writeOutput(target, [b]);
    assert.is(readFileSync(join(target.folder, "node_modules/x.js"), "utf8"), "x");
    assert.ok(isClean(checkOutput(target, [b].map(summed))));
  }),
);

write("what the user keeps in the place of a generated file is theirs: neither written nor missed", () =>
  inFolder((around) => {
    const target = targetOf(join(around, "out"), join(around, "docs"), ["README.md"]);
    const readme: OutputFile = { path: "README.md", content: "generated\n" };
    writeOutput(target, [a, readme]);
    assert.is(contents(target.folder)[readme.path], readme.content);
    put(target.folder, { [readme.path]: "mine\n" });
    assert.ok(isClean(checkOutput(target, [a, readme].map(summed))));
    writeOutput(target, [b, readme]);
    holds(target, [b, { ...readme, content: "mine\n" }], around);
  }),
);

write(
  "check writes nothing and sorts what it finds",
  inTarget((target) => {
    writeOutput(target, [a, b]);
    put(target.folder, { [a.path]: "by hand\n", "x.txt": "" });
    const before = contents(target.folder);
    const found = checkOutput(target, [a, { ...b, content: "new\n" }, { path: "c.ts", content: "" }].map(summed));
    assert.equal(found, {
      missing: ["c.ts"],
      stale: [manifest, b.path],
      obsolete: [],
      edited: [a.path],
      foreign: ["x.txt"],
      unchanged: [],
    });
    assert.equal(contents(target.folder), before);
  }),
);

write("folders whose other contents would be in danger are refused", () =>
  inFolder((around) => {
    put(around, { "docs/api/a.md": "", file: "" });
    const docs = join(around, "docs");
    for (const out of [
      "/",
      process.cwd(),
      join(process.cwd(), ".."),
      docs,
      around,
      join(docs, "api"),
      join(docs, "out"),
      join(around, "file"),
    ]) {
      assert.throws(
        () => targetOf(out, docs),
        (error: unknown) => error instanceof UsageError,
        out,
      );
    }
    assert.is(targetOf(join(around, "docs-out"), docs).folder, join(around, "docs-out"));
    // Beside a single page there may be an output folder.
    assert.is(targetOf(join(docs, "out"), join(docs, "api/a.md")).folder, join(docs, "out"));
  }),
);

write.run();
