/** OpenAPI documents of the real corpora: validators find no error, and the warnings are of known kinds. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root } from "../helpers/npm.js";
import { docwright } from "../helpers/run.js";
import { inFolder } from "../helpers/temporary.js";
import { classes, redocly, specification } from "../openapi/validators.js";
import { corpora } from "./judge.js";

const documents = suite("OpenAPI documents of the corpora");

/** What is left is the docs': two paths that one request can mean (`/sites/{id}/drive` beside `/sites/{host}:/{path}`). */
const known: readonly RegExp[] = [/^warn no-ambiguous-paths$/];

const sets = [
  "lending-api/docs",
  "business-central/api-reference/v1.0",
  "partner-center/develop",
  "graph-2021/api-reference/v1.0",
] as const;

for (const docs of existsSync(corpora) ? sets : []) {
  documents(docs, async () => {
    const text = await inFolder(async (folder) => {
      const file = join(folder, "openapi.json");
      const words = ["openapi", join(corpora, docs), "--out", file, "--license", "MIT", "--no-cache"];
      const { code, errors } = await docwright(root, ...words);
      assert.ok(code < 2, errors);
      return readFileSync(file, "utf8");
    });
    const found = [...(await redocly(text, "recommended")), ...(await specification(text))];
    const strange = Object.keys(classes(found)).filter((kind) => !known.some((each) => each.test(kind)));
    assert.equal(
      strange,
      [],
      found.find((problem) => strange.some((kind) => problem.startsWith(kind))),
    );
  });
}
if (!existsSync(corpora)) console.log("skipped: OpenAPI documents of the corpora (../shared/corpora is not there)");
documents.run();
