/** What the system cannot do is told in a sentence, and leaves nothing behind. */
import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isMissing, naming, systemErrorText } from "../generator/shared/files/system-error.js";
import { root } from "./helpers/npm.js";
import { parcels } from "./helpers/parcels.js";
import { docwright, type Outcome } from "./helpers/run.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const errors = suite("errors of the system");

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

errors("it names the place, what is the matter and what to do", () =>
  inFolder((folder) => {
    put(folder, { file: "" });
    const error = thrown(() => readdirSync(join(folder, "file")));
    assert.is(
      systemErrorText(error),
      `${join(folder, "file")} cannot be read: part of the path is no folder (ENOTDIR). Rename what stands in the way, or choose another folder.`,
    );
    assert.match(systemErrorText(thrown(() => readFileSync(folder))) ?? "", "(EISDIR)");
    assert.match(systemErrorText(thrown(() => mkdirSync(join(folder, "x".repeat(300))))) ?? "", "(ENAMETOOLONG)");
    assert.ok(isMissing(thrown(() => readFileSync(join(folder, "none")))));
  }),
);

errors("an error of ours is none of the system's", () => {
  assert.is(systemErrorText(new TypeError("x is not a function")), undefined);
  assert.is(systemErrorText(Object.assign(new Error("x"), { code: "ENOSPC" })), undefined);
  assert.is(systemErrorText("ENOSPC"), undefined);
});

errors("where the system names no file, as in writing, docwright does", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
  const fail = (): never => {
    throw full;
  };
  const text = systemErrorText(thrown(() => naming("/output/a.ts", fail)));
  assert.is(
    text,
    "/output/a.ts cannot be written: no space is left on the disk (ENOSPC). Make room there, and run docwright again.",
  );
});

/** A sentence with the code and the place; neither a bug nor a stack. */
function told({ code, errors: text }: Outcome, systemCode: string, place: string): void {
  assert.is(code, 3);
  assert.match(text, `(${systemCode})`);
  assert.match(text, place);
  assert.not.match(text, /bug|^ +at /m);
}

function putParcels(folder: string): void {
  for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
}

/** Whether a disk of a few kilobytes could be put into `folder`; it goes with `unmount`. */
function mount(folder: string, ...options: string[]): boolean {
  mkdirSync(folder, { recursive: true });
  return spawnSync("mount", ["-t", "tmpfs", "-o", options.join(","), "docwright-test", folder]).status === 0;
}

function unmount(folder: string): void {
  spawnSync("umount", [folder]);
}

/** Runs `use` with a small disk at `disk` in a folder that holds docs. */
async function withDisk(size: string, use: (folder: string, disk: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    putParcels(folder);
    const disk = join(folder, "disk");
    if (!mount(disk, `size=${size}`)) return console.log("skipped: small disks (mount needs root, and Linux)");
    try {
      await use(folder, disk);
    } finally {
      unmount(disk);
    }
  });
}

/** Takes all the room that a small disk has left, page by page. */
function fill(file: string): void {
  try {
    for (;;) appendFileSync(file, "x".repeat(4096));
  } catch {
    // Full.
  }
}

errors("a full disk leaves the old package, and nothing else; with room, the next run works", () =>
  withDisk("1500k", async (folder, disk) => {
    assert.is((await docwright(folder, "generate", "--out", "disk/out")).code, 0);
    const before = contents(join(disk, "out"));
    fill(join(disk, "filler"));
    told(
      await docwright(folder, "generate", "--out", "disk/out", "--name", "renamed"),
      "ENOSPC",
      "disk/.out.docwright",
    );
    assert.equal(contents(join(disk, "out")), before);
    assert.equal(readdirSync(disk).sort(), ["filler", "out"]);
    writeFileSync(join(disk, "filler"), "");
    assert.is((await docwright(folder, "generate", "--out", "disk/out", "--name", "renamed")).code, 0);
    assert.is(JSON.parse(readFileSync(join(disk, "out/package.json"), "utf8")).name, "renamed");
  }),
);

errors("a disk that is too small from the start is left empty", () =>
  withDisk("32k", async (folder, disk) => {
    told(await docwright(folder, "generate", "--out", "disk/deep/out"), "ENOSPC", "disk/deep/.out.docwright");
    assert.equal(readdirSync(disk), []);
  }),
);

errors("a full disk of the cache costs time, no more, and keeps nothing half written", () =>
  withDisk("16k", async (folder, disk) => {
    const before = process.env["XDG_CACHE_HOME"];
    process.env["XDG_CACHE_HOME"] = disk;
    try {
      const { code, errors: complaints } = await docwright(folder, "generate");
      assert.equal([code, complaints], [0, ""]);
      // what had room is there as a whole; what stands for the run had none, and a file is called so only while it is written
      const kept = Object.keys(contents(disk));
      assert.ok(kept.includes("docwright/secret"));
      assert.equal(
        kept.filter((name) => /\/run-[^/]*$|\.\d+$/.test(name)),
        [],
      );
    } finally {
      if (before !== undefined) process.env["XDG_CACHE_HOME"] = before;
    }
  }),
);

errors("a read-only disk is told", () =>
  withDisk("1m", async (folder, disk) => {
    spawnSync("mount", ["-o", "remount,ro", disk]);
    told(await docwright(folder, "generate", "--out", "disk/out"), "EROFS", "disk/.out.docwright");
    assert.equal(readdirSync(disk), []);
  }),
);

if (process.getuid !== undefined && process.getuid() !== 0)
  errors("a folder that may not be written to is told", () =>
    inFolder(async (folder) => {
      putParcels(folder);
      mkdirSync(join(folder, "closed"));
      chmodSync(join(folder, "closed"), 0o555);
      told(await docwright(folder, "generate", "--out", "closed/out"), "EACCES", "closed/.out.docwright");
      assert.equal(readdirSync(join(folder, "closed")), []);
      chmodSync(join(folder, "closed"), 0o755);
    }),
  );
else console.log("skipped: a folder that may not be written to (root may write anywhere)");

errors("a file on the way to the output folder, and a name that is too long, are told", () =>
  inFolder(async (folder) => {
    putParcels(folder);
    put(folder, { file: "" });
    told(await docwright(folder, "generate", "--out", "file/deep/out"), "ENOTDIR", "file/deep");
    const long = "x".repeat(250);
    told(await docwright(folder, "generate", "--out", long), "ENAMETOOLONG", long);
    assert.equal(readdirSync(folder).sort(), ["docs", "file"]);
  }),
);

if (existsSync("/dev/full"))
  errors("results that cannot be written are told; a reader who had enough is no error", async () => {
    const rules = [process.execPath, "--import", "tsx", "generator/cli/bin.ts", "rules"].join(" ");
    const full = spawnSync("sh", ["-c", `${rules} > /dev/full`], { cwd: root, encoding: "utf8" });
    const text =
      "The standard output cannot be written: no space is left on the disk (ENOSPC). Make room there, and run";
    assert.equal([full.status, full.stderr], [3, `${text} docwright again.\n`]);
    const head = spawnSync("sh", ["-c", `(${rules}; echo "exit $?" >&2) | true`], { cwd: root, encoding: "utf8" });
    assert.is(head.stderr, "exit 0\n");
  });
else console.log("skipped: results that cannot be written (needs /dev/full)");

errors.run();
