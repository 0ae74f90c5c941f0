/** The setting `renames`: a function gets another name, and whoever uses the old one notices nothing but a deprecation. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels } from "../helpers/parcels.js";
import { commit, git, repositoryIn } from "../helpers/repository.js";
import { docwright } from "../helpers/run.js";
import { inFolder, put } from "../helpers/temporary.js";

const renames = suite("renames in the configuration");

const docs = Object.fromEntries(Object.entries(parcels).map(([path, text]) => [`docs/${path}`, text]));
const configured = (names: unknown): Record<string, string> => ({
  "docwright.config.json": JSON.stringify({ renames: names }),
});
const generate = (folder: string, ...words: string[]) => docwright(folder, "generate", "--quiet", ...words);
const source = (folder: string): string => readFileSync(join(folder, "output/src/parcel.ts"), "utf8");
const version = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, "output/package.json"), "utf8")).version;

/** A release with the names of the rules, committed and tagged. */
const released = (use: (folder: string) => Promise<void>) => () =>
  inFolder(async (folder) => {
    repositoryIn(folder, docs);
    await generate(folder, "--bump", "--package-version", "1.4.0");
    commit(folder);
    git(folder, "tag", "v1.4.0");
    await use(folder);
  });

renames(
  "the old names of the function, its constant and its types stay; the step is minor, again and again",
  released(async (folder) => {
    put(folder, configured({ getParcel: "readParcel", createParcel: "addParcel" }));
    for (const _ of ["first", "second"]) {
      const { output, code, errors } = await generate(folder, "--bump");
      assert.is(code, 0, errors);
      assert.match(output, "1.4.0 → 1.5.0 (minor, since v1.4.0)");
      assert.match(
        source(folder),
        /@deprecated Is called readParcel now\. \*\/\s*export const getParcel: typeof readParcel/,
      );
      assert.match(source(folder), "export const getParcelOperation: typeof readParcelOperation");
      assert.match(source(folder), "export type CreateParcelBody = AddParcelBody");
      assert.match(source(folder), "export function readParcel<");
    }
    const { output } = await docwright(folder, "diff", "v1.4.0:output", "docs");
    assert.match(output, "(function-renamed-kept)");
    assert.not.match(output, "Breaking");
    assert.match((await docwright(folder, "diff", "docs", "docs")).output, "Nothing changed.");
  }),
);

renames("a package without an earlier one has both names as well, and a checked one is clean", () =>
  inFolder(async (folder) => {
    put(folder, { ...docs, ...configured({ getParcel: "readParcel" }) });
    await generate(folder);
    assert.match(source(folder), "export const getParcel: typeof readParcel");
    assert.is((await generate(folder, "--check")).code, 0);
  }),
);

renames(
  "without the setting the old name goes with the next major version",
  released(async (folder) => {
    put(folder, configured({ getParcel: "readParcel" }));
    await generate(folder, "--bump");
    commit(folder);
    git(folder, "tag", "v1.5.0");
    put(folder, configured({}));
    const page = "docs/api/parcel-get.md";
    put(folder, { [page]: (docs[page] ?? "").replaceAll("/parcels/", "/packages/") });
    await generate(folder, "--bump");
    assert.is(version(folder), "2.0.0");
    assert.match(source(folder), "function readParcel");
    assert.not.match(source(folder), "getParcel");
  }),
);

renames("what cannot be renamed so is wrong usage, and nothing is written", () =>
  inFolder(async (folder) => {
    put(folder, docs);
    for (const [names, words] of [
      [{ getParcle: "readParcel" }, "renames: there is no function getParcle. Did you mean getParcel?"],
      [{ getParcel: "deleteParcel" }, "renames: getParcel cannot be called deleteParcel"],
      [{ getParcel: "delete" }, "renames: getParcel cannot be called delete"],
      [{ getParcel: "createClient" }, "renames: getParcel cannot be called createClient"],
      [{ getParcel: "read parcel" }, 'renames: "read parcel" is no name of a function'],
      [{ getParcel: 5 }, "renames: 5 is no name of a function"],
      [["getParcel"], "renames: it must be an object of names"],
    ] as const) {
      put(folder, configured(names));
      const { code, errors } = await generate(folder);
      assert.is(code, 3, words);
      assert.ok(errors.includes(words), errors);
    }
    assert.is(existsSync(join(folder, "output")), false);
  }),
);

renames(
  "docs that promise nothing: a break is listed as one, and is a minor step",
  released(async (folder) => {
    const page = "docs/api/parcel-get.md";
    put(folder, { [page]: (docs[page] ?? "").replaceAll("/parcels/", "/packages/") });
    const beta = await docwright(folder, "diff", "v1.4.0:output", "docs", "--stability", "beta", "--fail-on", "major");
    assert.match(beta.output, "Breaking (1)");
    assert.match(beta.output, "step      minor");
    assert.is(beta.code, 0);
    assert.is((await docwright(folder, "diff", "v1.4.0:output", "docs", "--fail-on", "major")).code, 1);
    put(folder, { "docwright.config.json": JSON.stringify({ stability: "beta" }) });
    await generate(folder, "--bump");
    assert.is(version(folder), "1.5.0");
    assert.match(readFileSync(join(folder, "output/CHANGELOG.md"), "utf8"), "## 1.5.0\n\n### Breaking");
    const steps = await docwright(folder, "diff", "v1.4.0:output", "docs", "--format", "github");
    assert.match(steps.output, "::warning file=");
  }),
);

renames.run();
