/** What a check costs grows as what it finds on one page: four times the slips, at most about four times the cost. */
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { judge, type CheckOptions, type Reading } from "../../generator/check/check.js";
import { mended } from "../../generator/check/fix.js";
import type { Checked } from "../../generator/findings/checked.js";
import { prettyLines } from "../../generator/findings/formats/pretty.js";
import { finding } from "../../generator/findings/rules.js";
import { noCache } from "../../generator/run/cache.js";
import { grows } from "../helpers/growth.js";
import { inFolder, put } from "../helpers/temporary.js";

const growth = suite("check/growth");
const page = "api/parcel-get.md";

/** A page of bodies with a comma too many each, in `folder`, and what tells of them. */
function slips(folder: string, n: number): { readonly text: string; check(): Checked } {
  const text = `{\n  "id": "p-17",\n}\n`.repeat(n);
  const root = join(folder, String(n));
  put(root, { [page]: text });
  const findings = Array.from({ length: n }, (_, i) =>
    finding("json-invalid", page, { line: 3 * i + 3, column: 1 }, `body${i}`, { reason: "a comma too many" }),
  );
  const nothing = { all: 0, understood: 0 };
  const reading: Reading = {
    root,
    findings,
    suppressions: [],
    failedPages: [],
    pages: [],
    dialect: "graph",
    counts: { pages: 1, operations: 0, types: 0, enums: 0, examples: 0 },
    understood: { lines: nothing, rows: nothing },
  };
  const request: CheckOptions = {
    options: { name: "parcels", version: "1.0.0", license: "MIT" },
    run: { cache: noCache, progress() {} },
    failOn: "error",
    folder: root,
  };
  return { text, check: () => judge(reading, true, request) };
}

growth("what is told of slips on one page, and what mends each", () =>
  inFolder(async (folder) => {
    const edits = slips(folder, 3)
      .check()
      .findings.map(({ edit }) => edit?.range.line);
    assert.equal(edits, [2, 5, 8]);
    await grows((n) => slips(folder, n).check, 2000);
  }),
);

growth("all slips of one page with their lines", () =>
  inFolder((folder) =>
    grows((n) => {
      const checked = slips(folder, n).check();
      return () => prettyLines(checked, { all: true });
    }, 2000),
  ),
);

growth("all slips of one page are mended", () =>
  inFolder((folder) =>
    grows((n) => {
      const { text, check } = slips(folder, n);
      const checked = check();
      return () => mended(checked, () => text);
    }, 2000),
  ),
);

growth.run();
