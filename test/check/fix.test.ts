/** `check --fix` mends what has exactly one answer, to the character, and nothing else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels } from "../helpers/parcels.js";
import { docwright } from "../helpers/run.js";
import { contents, inFolder, put } from "../helpers/temporary.js";

const fix = suite("check --fix");
const page = "docs/api/parcel-get.md";
const get = parcels["api/parcel-get.md"] ?? "";
const reference = "# Permissions\n\n|Permission|\n|:---|\n|Parcel.Read.All|\n|Parcel.ReadWrite.All|\n";

/** The parcels in `docs/` with one page as given: what `check --fix` makes of it. */
async function mended(text: string, ...words: string[]): Promise<{ readonly text: string; readonly output: string }> {
  return inFolder(async (folder) => {
    for (const [path, content] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: content });
    put(folder, { [page]: text, "docs/concepts/permissions-reference.md": reference });
    const before = contents(folder);
    const { output, errors } = await docwright(folder, "check", "--fix", "--all", ...words);
    assert.is(errors, "");
    const now = readFileSync(join(folder, page), "utf8");
    const after = contents(folder);
    assert.equal({ ...after, [page]: "" }, { ...before, [page]: "" });
    await docwright(folder, "check", "--fix");
    assert.is(words.includes("--dry-run") ? now : readFileSync(join(folder, page), "utf8"), now);
    return { text: now, output };
  });
}

const slips: readonly (readonly [what: string, right: string, wrong: string])[] = [
  ["a comma too many", '"state": "sent"\n}', '"state": "sent",\n}'],
  ["a comma too many, on the line of the bracket", '"state": "sent"\n}', '"state": "sent", }'],
  ["a space of another kind", '"weight": 3', '"weight":\u202f3'],
  ["a misspelt permission", "|Application|Parcel.Read.All|", "|Application|Parcel.Raed.All|"],
  ["a delimiter row that is short", "|:---|:---|\n|Delegated (work", "|:---|\n|Delegated (work"],
  [
    "a suppression that nothing needs",
    "Reads where",
    "<!-- docwright ignore example-type: for old clients -->Reads where",
  ],
];

for (const [what, right, wrong] of slips) {
  for (const [ends, written] of [
    ["", (text: string) => text],
    [", with Windows line ends and a byte order mark", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
  ] as const) {
    fix(`${what}${ends}`, async () => {
      assert.ok(get.includes(right), right);
      const slipped = written(get.replace(right, wrong));
      const { text, output } = await mended(slipped);
      const expected = what.startsWith("a comma too many, on") ? get.replace(right, '"state": "sent" }') : get;
      const delimiter = expected.replace("|:---|:---|\n|Delegated (work", "|:---|---|\n|Delegated (work");
      assert.is(text, written(what.startsWith("a delimiter") ? delimiter : expected));
      assert.match(output, "fix       1 finding mended in 1 file");
    });
  }
}

fix("with --dry-run nothing is written, and the lines that would change are shown", async () => {
  const slipped = get.replace('"state": "sent"\n', '"state": "sent",\n');
  const line = slipped.split("\n").indexOf('  "state": "sent",') + 1;
  const { text, output } = await mended(slipped, "--dry-run");
  assert.is(text, slipped);
  assert.match(
    output,
    `--- a/${page}\n+++ b/${page}\n@@ -${line} +${line} @@\n-  "state": "sent",\n+  "state": "sent"\n`,
  );
  assert.match(output, "1 finding would be mended in 1 file");
});

fix("what has several answers stays", async () => {
  const slipped = get.replace('"weight": 3', '"weight": "3 kg"').replace('"id": "p-17",', '"id": "p-17"');
  const { text, output } = await mended(slipped);
  assert.is(text, slipped);
  assert.match(output, "fix       0 findings mended");
});

fix("several slips of a page, one behind the other", async () => {
  const slipped = get
    .replace('"id": "p-17",', '"id":\u00a0"p-17",')
    .replace('"state": "sent"\n', '"state": "sent",\n')
    .replace("|Application|Parcel.Read.All|", "|Application|Parcel.Raed.All|");
  assert.is((await mended(slipped)).text, get);
});

fix.run();
