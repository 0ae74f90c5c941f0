/** Whatever a stranger's pull request puts beside the output folder or into it: nothing else is read, moved, written or deleted. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { OutputFile } from "../generator/shared/output-file.js";
import { UsageError } from "../generator/shared/usage-error.js";
import { summed } from "../generator/write/manifest.js";
import { checkOutput, isClean, recoverOutput, targetOf, writeOutput, type Target } from "../generator/write/write.js";
import { contents, inFolder, put } from "./helpers/temporary.js";
import { write } from "./helpers/writers.js";

const hostile = suite("hostile neighbours of the output");

const a: OutputFile = { path: "src/a.ts", content: "a\n" };
const b: OutputFile = { path: "src/b.ts", content: "b\n" };
const work = ".out.docwright";
const manifest = ".docwright.json";

interface Scene {
  /** Holds `out`, with a package in it, and `victim`, which is none of docwright's business. */
  readonly around: string;
  readonly target: Target;
}

const precious = { id_rsa: "key", "new/report.txt": "years of work" };

/** Checks, whatever `use` does, that the victim is as it was. */
function inScene(use: (scene: Scene) => void | Promise<void>): () => Promise<void> {
  return () =>
    inFolder(async (around) => {
      put(join(around, "victim"), precious);
      const target = targetOf(join(around, "out"), join(around, "docs"));
      writeOutput(target, [a, b]);
      await use({ around, target });
      assert.equal(contents(join(around, "victim")), precious);
    });
}

/** That both halves of a run refuse, with a sentence that names what is wrong. */
function refuses({ target }: Scene, named: string): void {
  for (const run of [() => recoverOutput(target), () => writeOutput(target, [{ ...a, content: "new\n" }])])
    assert.throws(run, (error: unknown) => error instanceof UsageError && error.message.includes(named));
}

function pipe(path: string): boolean {
  return spawnSync("mkfifo", [path]).status === 0;
}

hostile("a work folder that is a link, a file or a pipe is refused", () =>
  inScene((scene) => {
    const place = join(scene.around, work);
    for (const aim of ["victim", ".", "/", "nowhere"]) {
      symlinkSync(aim, place);
      refuses(scene, `${place} was not made by docwright here (it is a link)`);
      rmSync(place);
    }
    writeFileSync(place, "");
    refuses(scene, "it is a file");
    rmSync(place);
    if (pipe(place)) refuses(scene, "it is a pipe or a device");
  })(),
);

hostile("a link in a work folder is refused, whatever it is called and wherever it leads", () =>
  inScene((scene) => {
    for (const name of ["old", "new", "lock", ".gitignore"]) {
      for (const aim of ["../victim", "../victim/id_rsa", ".."]) {
        mkdirSync(join(scene.around, work));
        symlinkSync(aim, join(scene.around, work, name));
        refuses(scene, `its ${name} is a link`);
        assert.ok(lstatSync(join(scene.around, work, name)).isSymbolicLink());
        rmSync(join(scene.around, work), { recursive: true });
      }
    }
  })(),
);

hostile("a work folder that was committed is refused: it was not made here, even with the words of a real lock", () =>
  inFolder(async (around) => {
    const out = join(around, "there/out");
    mkdirSync(join(around, "there"));
    for (const version of ["old", "new"] as const)
      await write({ out, version, killAt: version === "new" ? "rename 3" : "" });
    const scene = { around: join(around, "here"), target: targetOf(join(around, "here/out"), "docs") };
    mkdirSync(scene.around);
    writeOutput(scene.target, [a]);
    cpSync(join(around, "there", work), join(scene.around, work), { recursive: true, preserveTimestamps: true });
    refuses(scene, "its lock was not written here");
    // Git keeps no empty folder, but what it keeps may be anything.
    for (const name of ["lock", ".gitignore", "old/package.json", "new/package.json", "notes.txt"]) {
      rmSync(join(scene.around, work), { recursive: true });
      put(join(scene.around, work), { [name]: "{}" });
      const before = contents(scene.around);
      refuses(scene, `${work} was not made by docwright here`);
      assert.equal(contents(scene.around), before);
    }
  }),
);

hostile("an empty folder of that name is taken", () =>
  inScene(({ around, target }) => {
    mkdirSync(join(around, work));
    writeOutput(target, [a]);
    assert.not(existsSync(join(around, work)));
    assert.ok(isClean(checkOutput(target, [a].map(summed))));
  })(),
);

hostile(
  "links in an old package are never followed: where a file should be, where a folder should be, anywhere else",
  () =>
    inScene(({ around, target }) => {
      const links = [
        ["src/a.ts", "../../victim/id_rsa"],
        ["src", "../victim"],
        ["more", "../victim"],
        [manifest, "../victim/id_rsa"],
      ] as const;
      for (const [path, aim] of links) {
        const place = join(target.folder, path);
        const before = join(around, "before");
        if (existsSync(place)) renameSync(place, before);
        symlinkSync(aim, place);
        assert.ok(checkOutput(target, [a, b].map(summed)).foreign.includes(path), path);
        assert.throws(() => writeOutput(target, [{ ...a, content: "new\n" }]), `  ${path}\n`);
        rmSync(place);
        if (existsSync(before)) renameSync(before, place);
      }
    })(),
);

hostile("a link that has the right content is no file of the package", () =>
  inScene(({ around, target }) => {
    put(around, { "same.ts": a.content });
    rmSync(join(target.folder, a.path));
    symlinkSync("../../same.ts", join(target.folder, a.path));
    assert.equal(checkOutput(target, [a, b].map(summed)).foreign, [a.path]);
  })(),
);

hostile("pipes are not waited for, and files without an end are not read", () =>
  inScene(({ target }) => {
    for (const { path } of [a, b]) rmSync(join(target.folder, path));
    put(target.folder, { [b.path]: "" });
    truncateSync(join(target.folder, b.path), 2 ** 40);
    const found = pipe(join(target.folder, a.path)) ? [a.path, b.path] : [b.path];
    assert.equal(checkOutput(target, [a, b].map(summed)).foreign, found);
  })(),
);

hostile("a manifest that names what lies elsewhere is none: nothing is deleted or overwritten on its word", () =>
  inScene(({ around, target }) => {
    const file = join(target.folder, manifest);
    const { files, ...rest }: { files: Record<string, string> } = JSON.parse(readFileSync(file, "utf8"));
    for (const entry of [
      '"../victim/id_rsa": ""',
      '"/etc/passwd": ""',
      '"__proto__": ""',
      '"notes.md": {}',
      '"a//b": ""',
    ]) {
      const [key = ""] = entry.split(":");
      const spoilt = JSON.stringify({ ...rest, files }).replace(
        '"files":{',
        `"files":{${key}:${entry.slice(key.length + 1)},`,
      );
      writeFileSync(file, spoilt);
      assert.throws(() => writeOutput(target, [a]), /src\/b\.ts/);
      assert.ok(isClean({ ...checkOutput(target, [a, b].map(summed)), stale: [] }));
    }
    assert.ok(existsSync(join(around, "victim/id_rsa")));
  })(),
);

for (const path of [
  "../victim/x",
  "src/../../victim/x",
  "/tmp/x",
  "C:/x",
  "src\\x.ts",
  "src//x.ts",
  "./x.ts",
  "src/.",
  "",
  "x\0.ts",
  ".git/hooks/post-checkout",
  "node_modules/x/index.js",
])
  hostile(`a file is not written, nor compared, where no file of a package can be: ${JSON.stringify(path)}`, () =>
    inScene(({ target }) => {
      const before = contents(target.folder);
      const files = [a, { path, content: "" }];
      for (const run of [() => writeOutput(target, files), () => checkOutput(target, files.map(summed))])
        assert.throws(
          run,
          (error: unknown) => error instanceof UsageError && error.message.includes(JSON.stringify(path)),
        );
      assert.equal(contents(target.folder), before);
    })(),
  );

/** Runs `use` in a repository beside the victim. */
function inRepository(use: (folder: string) => void): () => Promise<void> {
  return inScene(({ around }) => {
    const folder = join(around, "repository");
    put(folder, { ".git/HEAD": "", "docs/a.md": "" });
    const before = process.cwd();
    process.chdir(folder);
    try {
      use(folder);
    } finally {
      process.chdir(before);
    }
  });
}

hostile(
  "an output folder that is reached over a link in the repository lies in the repository",
  inRepository((folder) => {
    put(folder, { "packages/x": "" });
    symlinkSync("../victim", "output");
    symlinkSync("..", "up");
    symlinkSync("nowhere", "dangling");
    symlinkSync("packages", "inside");
    for (const out of ["output", "output/deeper", "up/victim", "up/new", join(folder, "output")])
      assert.throws(() => targetOf(out, "docs"), /leads out of .*over a link/);
    for (const out of ["dangling", "dangling/deeper"]) assert.throws(() => targetOf(out, "docs"), "leads nowhere");
    assert.is(targetOf("inside/client", "docs").folder, join(folder, "packages/client"));
    // What is typed may lie anywhere, and links out there are the user's own.
    symlinkSync("victim", "../linked");
    assert.is(targetOf("../linked/client", "docs").folder, join(folder, "../victim/client"));
  }),
);

hostile.run();
