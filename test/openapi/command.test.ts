/** `docwright openapi` on the command line. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels, permissionTable } from "../helpers/parcels.js";
import { docwright } from "../helpers/run.js";
import { inFolder, put } from "../helpers/temporary.js";

const command = suite("docwright openapi");

function inProject(use: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder((folder) => {
      for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
      return use(folder);
    });
}

const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

command(
  "it writes openapi.json, and touches nothing the second time",
  inProject(async (folder) => {
    const first = await docwright(folder, "openapi");
    assert.is(first.code, 0, first.errors);
    assert.match(first.output, "output    openapi.json: written");
    assert.is(JSON.parse(read(folder, "openapi.json")).openapi, "3.1.1");
    assert.match((await docwright(folder, "openapi")).output, "output    openapi.json: up to date");
    assert.is((await docwright(folder, "openapi", "--check")).code, 0);
  }),
);

command(
  "--contact says who answers for the API, at an address of the web or of mail and at nothing else",
  inProject(async (folder) => {
    const contactOf = async (address: string): Promise<unknown> => {
      await docwright(folder, "openapi", "--contact", address);
      return JSON.parse(read(folder, "openapi.json")).info.contact;
    };
    assert.equal(await contactOf("https://parcels.example/help"), { url: "https://parcels.example/help" });
    assert.equal(await contactOf("help@parcels.example"), { email: "help@parcels.example" });
    for (const address of ["javascript:alert(1)", "the parcel office", "a@b@c", "https://"]) {
      const { code, errors } = await docwright(folder, "openapi", "--contact", address);
      assert.is(code, 3, address);
      assert.match(errors, `${address} is no address of the web or of mail`);
    }
  }),
);

command(
  "--check ends with 2 when a page says something else by now, and writes nothing",
  inProject(async (folder) => {
    assert.is((await docwright(folder, "openapi", "--check")).code, 2);
    assert.not.ok(existsSync(join(folder, "openapi.json")));
    await docwright(folder, "openapi");
    const before = read(folder, "openapi.json");
    put(folder, {
      "docs/api/parcel-get.md": (parcels["api/parcel-get.md"] ?? "").replace("Reads where", "Finds where"),
    });
    const { code, output } = await docwright(folder, "openapi", "--check");
    assert.is(code, 2);
    assert.match(output, "openapi.json: stale");
    assert.is(read(folder, "openapi.json"), before);
  }),
);

command(
  "errors of the docs end with 1, with the document written all the same",
  inProject(async (folder) => {
    const broken = (parcels["api/parcel-get.md"] ?? "").replace(permissionTable, "Ask the depot.");
    put(folder, { "docs/api/parcel-get.md": broken });
    const { code, output } = await docwright(folder, "openapi");
    assert.is(code, 1);
    assert.match(output, "docwright generate lists them");
    assert.ok(existsSync(join(folder, "openapi.json")));
  }),
);

command(
  "the file's name chooses YAML; a configuration says the same as the flag, under a key of its own",
  inProject(async (folder) => {
    put(folder, {
      "docwright.config.json": JSON.stringify({ out: "client", openapi: "api/parcels.yaml", license: "MIT" }),
    });
    const { code, errors } = await docwright(folder, "openapi");
    assert.is(code, 0, errors);
    assert.match(read(folder, "api/parcels.yaml"), /^openapi: 3\.1\.1\ninfo:\n {2}title: docs-client\n/);
    assert.not.ok(existsSync(join(folder, "client")));
  }),
);

for (const [what, text] of [
  ["a file", `{ "mine": true }`],
  ["an OpenAPI document", `{ "openapi": "3.1.0", "info": { "title": "By hand", "version": "1" }, "paths": {} }`],
  ["a configuration", `{ "$schema": "https://json.schemastore.org/tsconfig", "compilerOptions": {} }`],
] as const)
  command(
    `${what} that is somebody else's stays as it is`,
    inProject(async (folder) => {
      put(folder, { "mine.json": text });
      for (const flag of ["--out", "--json-schema"]) {
        const { code, errors } = await docwright(folder, "openapi", flag, "mine.json");
        assert.is(code, 3);
        assert.match(errors, "is no document of docwright's, and stays as it is");
        assert.is(read(folder, "mine.json"), text);
      }
    }),
  );

for (const [words, complaint] of [
  [["nowhere"], "nowhere does not exist"],
  [["--openapi-version", "2.0"], "OpenAPI 2.0 is not written here"],
  [["--only", "/letters/*"], "No operation has a path or a page like /letters/*"],
  [["later.json"], "later.json cannot be read: its schema is 2, this version of docwright knows 1"],
  [["package.json"], "package.json cannot be read: it is no api.json of a package made by docwright"],
] as const)
  command(
    `wrong usage ends with 3 and says why: ${words.join(" ")}`,
    inProject(async (folder) => {
      put(folder, { "package.json": "{}", "later.json": `{ "schema": 2, "operations": [] }` });
      const { code, errors } = await docwright(folder, "openapi", ...words);
      assert.is(code, 3);
      assert.match(errors, complaint);
    }),
  );

command.run();
