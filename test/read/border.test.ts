/**
 * The docs folder is the border: whoever writes pages can write any path and commit any link, but what lies elsewhere is neither read nor looked
 * for.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Finding } from "../../generator/findings/rules.js";
import { readPage } from "../../generator/read/read-page.js";
import { loadSources } from "../../generator/read/source/source.js";
import { UsageError } from "../../generator/shared/usage-error.js";
import { inFolder, put } from "../helpers/temporary.js";

const border = suite("border of the docs");

/** A repository as a CI job finds it: docs, and beside them what must stay there. */
const repository = {
  "docs/api/parcel-get.md": "# Get parcel",
  "docs/includes/note.md": "A note.",
  "includes/shared.md": "Shared.",
  "concepts/permissions-reference.md": "| Parcel.Read |",
  "private.md": "SECRET",
  ".env": "SECRET",
  ".git/config": "SECRET",
};

interface Loaded {
  /** Of the pages. */
  readonly paths: readonly string[];
  /** `rule page`, of loading and of reading. */
  readonly findings: readonly string[];
  /** Everything that goes on from here. */
  readonly all: string;
}

async function load(docs: string, shared: readonly string[] = []): Promise<Loaded> {
  const loaded = await loadSources(docs, shared);
  const pages = loaded.sources.map(readPage);
  const findings: readonly Finding[] = [...loaded.findings, ...pages.flatMap((page) => page.findings)];
  return {
    paths: loaded.sources.map(({ path }) => path),
    findings: findings
      .filter(({ rule }) => /outside|unreadable|include-|bound/.test(rule))
      .map(({ rule, page }) => `${rule} ${page}`),
    all: JSON.stringify([loaded, pages, loaded.sources.map(({ includes }) => [...includes])]),
  };
}

/** The repository with one page that includes `target`. */
function including(target: string, shared: readonly string[] = []): Promise<Loaded> {
  return inFolder((folder) => {
    put(folder, { ...repository, "docs/api/parcel-get.md": `# Get parcel\n\n[!INCLUDE [x](${target})]\n` });
    symlinkSync("/", join(folder, "docs/includes/everything"));
    symlinkSync("../../private.md", join(folder, "docs/includes/link.md"));
    symlinkSync("../../nothing.md", join(folder, "docs/includes/dangling.md"));
    symlinkSync("note.md", join(folder, "docs/includes/inside.md"));
    return load(
      join(folder, "docs"),
      shared.map((each) => join(folder, each)),
    );
  });
}

const refused = ["outside-docs api/parcel-get.md"];
const missing = ["include-missing api/parcel-get.md"];

for (const [what, target, want] of [
  ["a file in the docs", "../includes/note.md", []],
  ["a file of a shared folder of includes beside the docs", "../../includes/shared.md", []],
  ["the same from the root", "~/includes/shared.md", []],
  ["a link that stays inside", "../includes/inside.md", []],
  ["a file that is not there", "../includes/gone.md", missing],
  ["a file beside the docs", "../../private.md", refused],
  ["a file beside the docs, from the root", "~/private.md", missing],
  ["a file above the root", "/../private.md", refused],
  ["dots that are encoded", "%2e%2e/%2E%2E/private.md", refused],
  ["slashes that are encoded", "..%2f..%2fprivate.md", refused],
  ["back-slashes, of which Markdown takes one away", "..\\..\\private.md", missing],
  ["a file that is no Markdown", "../../.env", refused],
  ["the settings of git", "../../.git/config", refused],
  ["through a folder of includes and out again", "../../includes/../private.md", refused],
  ["a file of the system", "/etc/passwd", missing],
  ["a file of the system, from below", "../../../../../../../../etc/passwd", refused],
  ["a drive", "C:/private.md", refused],
  ["a server", "//server/share/private.md", refused],
  ["a name that ends early", "../includes/note.md%00.png", missing],
  ["a link to a file beside the docs", "../includes/link.md", refused],
  ["a link to nothing beside the docs", "../includes/dangling.md", refused],
  ["through a link to everything, where something is", "../includes/everything/etc/passwd", refused],
  ["through a link to everything, where nothing is", "../includes/everything/etc/nothing", refused],
] as const)
  border(`an include: ${what}`, async () => {
    const { findings, all } = await including(target);
    assert.equal(findings, want);
    assert.not.match(all, "SECRET");
    assert.not.match(all, "root:");
  });

border("what git keeps is outside, also where the docs are the whole repository", () =>
  inFolder(async (folder) => {
    put(folder, { "a.md": "[!INCLUDE [x](.git/note.md)]", ".git/note.md": "SECRET" });
    const { paths, findings, all } = await load(folder);
    assert.equal([paths, findings], [["a.md"], ["outside-docs a.md"]]);
    assert.not.match(all, "SECRET");
  }),
);

border("folders that the user names are inside as well", async () => {
  assert.equal((await including("../../parts/a.md")).findings, refused);
  for (const target of ["../../parts/a.md", "~/parts/a.md", "/parts/a.md"])
    assert.equal(
      await inFolder(async (folder) => {
        put(folder, { "docs/a.md": `[!INCLUDE [x](${target.replace("../../", "../")})]`, "parts/a.md": "A part." });
        return (await load(join(folder, "docs"), [join(folder, "parts")])).findings;
      }),
      [],
    );
});

border("folders of includes above the repository are outside", () =>
  inFolder(async (folder) => {
    put(folder, { "repository/docs/a.md": "[!INCLUDE [x](../../includes/a.md)]", "includes/a.md": "SECRET" });
    assert.equal((await load(join(folder, "repository/docs"))).findings, []);
    mkdirSync(join(folder, "repository/.git"));
    assert.equal((await load(join(folder, "repository/docs"))).findings, ["outside-docs a.md"]);
  }),
);

border("a folder of includes beside the docs that is a link is none", () =>
  inFolder(async (folder) => {
    put(folder, { "docs/a.md": "[!INCLUDE [x](../includes/a.md)]", "other/a.md": "SECRET" });
    symlinkSync("other", join(folder, "includes"));
    const { findings, all } = await load(join(folder, "docs"));
    assert.equal(findings, ["outside-docs a.md"]);
    assert.not.match(all, "SECRET");
  }),
);

border("pages and folders that are links are read where they lead inside, and are findings where they lead out", () =>
  inFolder(async (folder) => {
    put(folder, { ...repository, "docs/.drafts/new.md": "# New", "other/n.md": "SECRET" });
    const link = (target: string, path: string): void => symlinkSync(target, join(folder, "docs", path));
    link("../../private.md", "api/private.md");
    link("../../nothing.md", "api/nothing.md");
    link("../.env", "settings.md");
    link("/dev/zero", "api/zero.md");
    link("../other", "v1.0");
    link("../other/logo.png", "logo.png");
    link("api", "again");
    link(".", "circle");
    link("/", "all");
    link(".drafts", "drafts");
    link("api/parcel-get.md", "first.md");
    const { paths, findings, all } = await load(join(folder, "docs"));
    assert.equal(paths, ["api/parcel-get.md", "drafts/new.md", "first.md"]);
    assert.equal(
      findings.filter((each) => each.startsWith("outside-docs")).sort(),
      ["all", "api/nothing.md", "api/private.md", "api/zero.md", "settings.md", "v1.0"].map(
        (path) => `outside-docs ${path}`,
      ),
    );
    assert.not.match(all, "SECRET");
  }),
);

border("docs that are themselves a link out of the repository, or out of their folder, are not read", () =>
  inFolder(async (folder) => {
    put(folder, { "other/a.md": "SECRET", "project/x": "" });
    symlinkSync("../other", join(folder, "project/docs"));
    const failure = await load(join(folder, "project/docs")).catch((error: unknown) => error);
    assert.instance(failure, UsageError);
    mkdirSync(join(folder, ".git"));
    assert.equal((await load(join(folder, "project/docs"))).paths, ["a.md"]);
  }),
);

border("a file that is larger than any page is not loaded", () =>
  inFolder(async (folder) => {
    put(folder, { "a.md": "# A", "huge.md": "", "b.md": "[!INCLUDE [x](huge.md)]" });
    truncateSync(join(folder, "huge.md"), 10_000_000_000);
    const { paths, findings } = await load(folder);
    assert.equal(paths, ["a.md", "b.md"]);
    assert.equal(
      findings.filter((each) => each.startsWith("over-bound")),
      ["over-bound huge.md", "over-bound b.md"],
    );
  }),
);

const isPosix = process.platform !== "win32";

if (isPosix)
  border("pipes and folders that are called like pages are not waited for", () =>
    inFolder(async (folder) => {
      put(folder, { "a.md": "[!INCLUDE [x](pipe.md)]", "folder.md/b.md": "# B" });
      execFileSync("mkfifo", [join(folder, "pipe.md")]);
      const { paths, findings } = await load(folder);
      assert.equal(paths, ["a.md", "folder.md/b.md"]);
      assert.equal(
        findings.filter((each) => each.startsWith("page-unreadable")),
        ["page-unreadable pipe.md", "page-unreadable a.md"],
      );
    }),
  );

if (process.platform === "linux")
  border("names that are no UTF-8 are told, also beside a name that looks the same", () =>
    inFolder(async (folder) => {
      put(folder, { "a.md": "# A", "x\ufffd.md": "# X" });
      for (const name of ["x\xff.md", "picture\xff.png"])
        writeFileSync(Buffer.from(join(folder, name), "latin1"), "# X");
      mkdirSync(Buffer.from(join(folder, "folder\xfe"), "latin1"));
      const { paths, findings } = await load(folder);
      assert.equal(paths, ["a.md", "x\ufffd.md"]);
      assert.equal(findings.filter((each) => each.startsWith("page-unreadable")).sort(), [
        "page-unreadable folder\ufffd",
        "page-unreadable x\ufffd.md",
      ]);
    }),
  );

border("what is no text is told once, with its place, and the rest is read", () =>
  inFolder(async (folder) => {
    put(folder, { "meant.md": "# \ufffd", "nul.md": "# A\r\n\r\nb\0c" });
    put(folder, { "a.md": "[!INCLUDE [x](bytes.md)]", "b.md": "[!INCLUDE [x](bytes.md)]" });
    writeFileSync(join(folder, "bytes.md"), Buffer.from("# Caf\xe9", "latin1"));
    const { sources, findings } = await loadSources(folder);
    assert.is(sources.find(({ path }) => path === "bytes.md")?.text, "# Caf\ufffd");
    assert.equal(
      findings.map(({ rule, page, line, column }) => `${rule} ${page}:${line}:${column}`),
      ["page-encoding bytes.md:1:6", "page-encoding nul.md:3:2"],
    );
  }),
);

// Nothing is forbidden to root: a child gives its rights up.
if (isPosix)
  border("a page or a folder that may not be read is an error, never an empty page or none", () =>
    inFolder((folder) => {
      put(folder, { "docs/a.md": "# A", "docs/closed.md": "# B", "docs/shut/c.md": "# C" });
      execFileSync("chmod", ["755", folder]);
      execFileSync("chmod", ["000", join(folder, "docs/closed.md"), join(folder, "docs/shut")]);
      const program = `
        import { loadSources } from ${JSON.stringify(new URL("../../generator/read/source/source.ts", import.meta.url).href)};
        if (process.getuid() === 0) process.setuid(65534);
        const { sources, findings } = await loadSources(${JSON.stringify(join(folder, "docs"))});
        console.log(JSON.stringify([sources.map(({ path }) => path), findings.map(({ rule, page, message }) => [rule, page, message])]));`;
      // whoever may read little may not write what the coverage of the tests is made of
      const { NODE_V8_COVERAGE: _coverage, ...env } = process.env;
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "--eval", program],
        { encoding: "utf8", env },
      );
      execFileSync("chmod", ["700", join(folder, "docs/shut")]);
      assert.is(status, 0, stderr);
      assert.equal(JSON.parse(stdout), [
        ["a.md"],
        [
          ["page-unreadable", "shut", "shut cannot be read: permission denied."],
          ["page-unreadable", "closed.md", "closed.md cannot be read: permission denied."],
        ],
      ]);
    }),
  );

border.run();
