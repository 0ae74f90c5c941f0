/** `generate --bump`: the version that follows the last release, the changelog, changesets, and how long old names stay. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import SemVer from "semver/classes/semver.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { nextVersion, withEntry } from "../../generator/diff/bump.js";
import { parcels } from "../helpers/parcels.js";
import { commit, git, repositoryIn } from "../helpers/repository.js";
import { docwright } from "../helpers/run.js";
import { contents, inFolder, put } from "../helpers/temporary.js";

const bump = suite("generate --bump");

const inDocs = (pages: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(pages).map(([path, text]) => [`docs/${path}`, text]));
const before = inDocs(parcels);
const page = "docs/api/parcel-get.md";
const original = before[page] ?? "";
/** Another address: the same call goes elsewhere. */
const breaking = {
  [page]: original.replaceAll("GET /parcels/", "GET /packages/").replaceAll("/parcels/", "/packages/"),
};
/** A further page. */
const additive = {
  "docs/api/parcel-find.md": original.replaceAll("Get parcel", "Find parcel").replaceAll("/parcels/", "/found/"),
};
const wordy = { [page]: original.replace("Reads where a parcel is.", "Tells where a parcel is.") };

const read = (folder: string, file: string): string => readFileSync(join(folder, "output", file), "utf8");
const versionIn = (folder: string): string => JSON.parse(read(folder, "package.json")).version;
const generate = (folder: string, ...words: string[]) => docwright(folder, "generate", "--quiet", ...words);

/** A repository with a release: the package is committed, and tagged as its version. */
function released(version: string, use: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder(async (folder) => {
      repositoryIn(folder, before);
      await generate(folder, "--bump", "--package-version", version);
      commit(folder);
      git(folder, "tag", `v${version}`);
      await use(folder);
    });
}

for (const [numbers, step, next] of [
  ["1.2.3", "major", "2.0.0"],
  ["1.2.3", "minor", "1.3.0"],
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "none", "1.2.3"],
  ["0.2.3", "major", "0.3.0"],
  ["0.2.3", "minor", "0.2.4"],
  ["0.2.3", "patch", "0.2.4"],
  ["2.0.0-beta.1", "major", "2.0.0"],
  ["1.3.0-beta.1", "major", "2.0.0"],
  ["1.3.0-beta.1", "patch", "1.3.0"],
  ["1.3.0-beta.1", "none", "1.3.0-beta.1"],
  ["0.3.0-beta.1", "major", "0.3.0"],
] as const) {
  bump(`${numbers} is followed by ${next} when the step is ${step}`, () => {
    assert.is(nextVersion(new SemVer(numbers), step), next);
  });
}

bump("the newest entry stands first, and once", () => {
  const first = withEntry(undefined, "1.0.0", "First release.\n");
  const second = withEntry(first, "1.1.0", "- more\n");
  assert.is(second, "# Changelog\n\n## 1.1.0\n\n- more\n\n## 1.0.0\n\nFirst release.\n");
  assert.is(withEntry(second, "1.1.0", "- more\n"), second);
});

bump("without a release, the package has its first version", () =>
  inFolder(async (folder) => {
    put(folder, before);
    const { output } = await generate(folder, "--bump");
    assert.match(output, "version   0.1.0: first release");
    assert.match(read(folder, "CHANGELOG.md"), "## 0.1.0\n\nFirst release.");
  }),
);

for (const [what, change, version, section] of [
  ["break", breaking, "2.0.0", "### Breaking"],
  ["addition", additive, "1.5.0", "### Added"],
  ["word", wordy, "1.4.1", "### Docs"],
] as const) {
  bump(
    `a ${what} is a step from the tagged release, however often it is asked for`,
    released("1.4.0", async (folder) => {
      put(folder, change);
      const { output } = await generate(folder, "--bump");
      assert.match(
        output,
        new RegExp(`version   1\\.4\\.0 → ${version.replaceAll(".", "\\.")} \\(\\w+, since v1\\.4\\.0\\)`),
      );
      assert.is(versionIn(folder), version);
      assert.match(read(folder, "CHANGELOG.md"), `# Changelog\n\n## ${version}\n\n${section}`);
      assert.match(read(folder, "CHANGELOG.md"), "## 1.4.0\n\nFirst release.");
      const once = contents(join(folder, "output"));
      await generate(folder, "--bump");
      commit(folder);
      await generate(folder, "--bump");
      assert.equal(contents(join(folder, "output")), once);
      assert.is((await generate(folder, "--bump", "--check")).code, 0);
    }),
  );
}

bump(
  "nothing changed: the version stays",
  released("1.4.0", async (folder) => {
    await generate(folder, "--bump");
    assert.is(versionIn(folder), "1.4.0");
    assert.is(git(folder, "status", "--porcelain"), "");
  }),
);

/** Later versions of the released package, each committed and tagged by `tags`; then one more change. */
const tagged = (tags: readonly (readonly [version: string, tag: string])[]) =>
  released("1.4.0", async (folder) => {
    for (const [version, tag] of tags) {
      await generate(folder, "--package-version", version);
      commit(folder);
      git(folder, "tag", tag);
    }
    put(folder, wordy);
    const { output } = await generate(folder, "--bump");
    assert.match(output, "version   1.4.1-beta.10 → 1.4.1 (patch, since v1.4.1-beta.10)");
  });

bump(
  "of the pre-releases the last one counts, whatever their order as text",
  tagged([
    ["1.4.1-beta.9", "v1.4.1-beta.9"],
    ["1.4.1-beta.10", "v1.4.1-beta.10"],
  ]),
);

bump(
  "tags of other packages, and those that are no versions, count for nothing",
  tagged([
    ["1.4.1-beta.9", "other@9.0.0"],
    ["1.4.1-beta.9", "9.0"],
    ["1.4.1-beta.9", "v09.0.0"],
    ["1.4.1-beta.10", "v1.4.1-beta.10"],
  ]),
);

bump(
  "without --bump, version and changelog stay as they are",
  released("1.4.0", async (folder) => {
    put(folder, breaking);
    await generate(folder);
    assert.is(versionIn(folder), "1.4.0");
    assert.match(read(folder, "CHANGELOG.md"), "## 1.4.0");
  }),
);

bump(
  "an acknowledged fix is a patch",
  released("1.4.0", async (folder) => {
    put(folder, breaking);
    const { output } = await docwright(folder, "diff", "v1.4.0:output", "docs", "--format", "accepted");
    put(folder, {
      "docwright.accepted.jsonl": output.replaceAll('"as: expected",""', '"as: fix","the docs were wrong"'),
    });
    await generate(folder, "--bump");
    assert.is(versionIn(folder), "1.4.1");
  }),
);

bump(
  "a changeset says the step, and leaves the version to changesets",
  released("1.4.0", async (folder) => {
    put(folder, breaking);
    const refused = await generate(folder, "--changeset");
    assert.is(refused.code, 3);
    assert.match(refused.errors, "npx changeset init");
    put(folder, { ".changeset/config.json": "{}" });
    await generate(folder, "--changeset");
    const text = readFileSync(join(folder, ".changeset/docs-of-docs-client.md"), "utf8");
    assert.match(text, /^---\n"docs-client": major\n---\n\n### Breaking\n/);
    assert.is(versionIn(folder), "1.4.0");
  }),
);

bump(
  "an alias that a release has stays in minor releases, and goes with the next major one",
  released("1.4.0", async (folder) => {
    const file = join(folder, "output/api.json");
    const renamed = readFileSync(file, "utf8").replace(
      '"function": "getParcel"',
      '"function": "getParcel", "aliases": [ "readParcel" ]',
    );
    put(folder, { "output/api.json": renamed });
    await generate(folder, "--bump");
    assert.match(read(folder, "src/parcel.ts"), "export const readParcel");
    assert.is(versionIn(folder), "1.5.0");
    commit(folder);
    git(folder, "tag", "v1.5.0");
    put(folder, additive);
    await generate(folder, "--bump");
    assert.is(versionIn(folder), "1.6.0");
    assert.match(read(folder, "src/parcel.ts"), "export const readParcel");
    put(folder, breaking);
    await generate(folder, "--bump");
    assert.is(versionIn(folder), "2.0.0");
    assert.not.match(read(folder, "src/parcel.ts"), "export const readParcel");
    assert.match(read(folder, "CHANGELOG.md"), "alias of a function removed");
    assert.ok(existsSync(file));
  }),
);

bump.run();
