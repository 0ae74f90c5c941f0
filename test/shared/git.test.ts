/** Git is asked for another state of the docs, and for what differs from it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { changesSince, hunksOf } from "../../generator/shared/git/changes.js";
import { commitAt, mergeBase } from "../../generator/shared/git/commits.js";
import { filesAt } from "../../generator/shared/git/tree.js";
import { inTreeFolder } from "../../generator/write/tree-folder.js";
import { root } from "../helpers/npm.js";
import { commit, git, repositoryIn } from "../helpers/repository.js";
import { contents, inFolder, put } from "../helpers/temporary.js";

const asked = suite("git");
const long = (word: string): string => Array.from({ length: 12 }, (_, index) => `${word} ${index}\n`).join("");

asked("files of a commit are read without the working tree, whatever they are called", () =>
  inFolder(async (folder) => {
    repositoryIn(folder, {
      "docs/a b [c].md": "one",
      "docs/deep/ä.md": "two",
      'docs/"quoted".md': "three",
      "docs/notes.txt": "no page",
      "other/d.md": "elsewhere",
    });
    put(folder, { "docs/a b [c].md": "edited" });
    rmSync(join(folder, "docs/deep"), { recursive: true });
    const files = filesAt(folder, "HEAD", ["docs", "nowhere"], (path) => path.endsWith(".md"));
    const read = files.map(({ path, content }) => [path, content.toString("utf8")]);
    const expected = { "docs/a b [c].md": "one", "docs/deep/ä.md": "two", 'docs/"quoted".md': "three" };
    assert.equal(Object.fromEntries(read), expected);
    let kept = "";
    await inTreeFolder(files, async (tree) => {
      kept = tree;
      assert.equal(contents(tree), expected);
    });
    assert.not(existsSync(kept));
  }),
);

asked("a signal that comes while nothing can be listened to ends the run all the same", () =>
  inFolder(async (folder) => {
    put(folder, {
      "busy.mts": `import { inTreeFolder } from ${JSON.stringify(join(root, "generator/write/tree-folder.ts"))};
        await inTreeFolder([], async () => {
          process.kill(process.pid, "SIGTERM");
          for (const end = Date.now() + 200; Date.now() < end; );
        });
        console.log("went on");`,
    });
    const { NODE_V8_COVERAGE: _, ...env } = process.env;
    const child = spawn(
      "node",
      ["--import", join(root, "node_modules/tsx/dist/esm/index.mjs"), join(folder, "busy.mts")],
      {
        cwd: folder,
        env: { ...env, TMPDIR: folder },
      },
    );
    assert.equal(await once(child, "exit"), [null, "SIGTERM"]);
    assert.equal(
      readdirSync(folder).filter((name) => name.startsWith("docwright-tree-")),
      [],
    );
  }),
);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  asked(`a run that ${signal} ends leaves no folder behind, and ends by it`, () =>
    inFolder(async (folder) => {
      put(folder, {
        "waits.mts": `import { inTreeFolder } from ${JSON.stringify(join(root, "generator/write/tree-folder.ts"))};
          setInterval(() => {}, 1000);
          await inTreeFolder([{ path: "a.md", content: Buffer.from("x") }], (tree) => {
            console.log(tree);
            return new Promise(() => {});
          });`,
      });
      const { NODE_V8_COVERAGE: _, ...env } = process.env;
      const child = spawn(
        "node",
        ["--import", join(root, "node_modules/tsx/dist/esm/index.mjs"), join(folder, "waits.mts")],
        {
          cwd: folder,
          env: { ...env, TMPDIR: folder },
        },
      );
      const [printed]: Buffer[] = await once(child.stdout, "data");
      const tree = String(printed).trim();
      assert.ok(existsSync(join(tree, "a.md")));
      child.kill(signal);
      assert.equal(await once(child, "exit"), [null, signal]);
      assert.not(existsSync(tree));
    }),
  );
}

asked("a path of a commit leads nowhere out of the folder", () =>
  inFolder(async (folder) => {
    const content = Buffer.from("x");
    const paths = ["../out.md", "a/../../out.md", ".git/config", "/etc/out.md", "a/./b.md", "fine.md"];
    await inTreeFolder(
      paths.map((path) => ({ path, content })),
      async (tree) => {
        assert.equal(Object.keys(contents(tree)), ["fine.md"]);
      },
    );
    assert.equal(contents(folder), {});
  }),
);

asked("what is committed, staged, unstaged, unknown, renamed and deleted since a commit is told alike", () =>
  inFolder((folder) => {
    repositoryIn(folder, {
      "docs/committed.md": "1",
      "docs/staged.md": "1",
      "docs/unstaged.md": "1",
      "docs/deleted.md": long("deleted"),
      "docs/moved [x].md": long("moved"),
      "docs/aside.md": long("aside"),
      "docs/same.md": "1",
    });
    git(folder, "checkout", "--quiet", "-b", "topic");
    git(folder, "mv", "docs/moved [x].md", "docs/moved y.md");
    commit(folder, { "docs/committed.md": "2" });
    put(folder, { "docs/staged.md": "2" });
    git(folder, "add", "--all");
    put(folder, { "docs/unstaged.md": "2", "docs/new.md": "1" });
    rmSync(join(folder, "docs/deleted.md"));
    // without a word to Git
    renameSync(join(folder, "docs/aside.md"), join(folder, "docs/beside.md"));
    const { changed, deleted, renames } = changesSince(folder, mergeBase(folder, "main"));
    assert.equal([...changed].sort(), [
      "docs/beside.md",
      "docs/committed.md",
      "docs/moved y.md",
      "docs/new.md",
      "docs/staged.md",
      "docs/unstaged.md",
    ]);
    assert.equal([...deleted], ["docs/deleted.md"]);
    assert.equal(Object.fromEntries(renames), {
      "docs/moved [x].md": "docs/moved y.md",
      "docs/aside.md": "docs/beside.md",
    });
  }),
);

asked("the pieces that differ have their present lines", () =>
  inFolder((folder) => {
    repositoryIn(folder, { "a.md": "one\ntwo\nthree\nfour\n" });
    put(folder, { "a.md": "one\nthree\nfour!\n" });
    assert.equal(hunksOf(folder, "HEAD", "a.md", "a.md"), [
      { path: "a.md", line: 1, removed: "two\n", added: "" },
      { path: "a.md", line: 3, removed: "four\n", added: "four!\n" },
    ]);
  }),
);

asked("a commit that is not there is an error with what mends it", () =>
  inFolder((folder) => {
    const origin = join(folder, "origin");
    put(origin, { "a.md": "1" });
    repositoryIn(origin, {});
    commit(origin, { "a.md": "2" });
    git(folder, "clone", "--quiet", "--depth=1", `file://${origin}`, "shallow");
    assert.throws(() => commitAt(join(folder, "shallow"), "HEAD^1"), /fetch-depth: 2/);
    assert.throws(() => commitAt(origin, "nonsense"), "Git knows no commit nonsense. Fetch it");
    assert.throws(() => commitAt(origin, "--all"), "Git knows no commit --all");
    assert.is(commitAt(origin, "HEAD^1").length, 40);
  }),
);

asked.run();
