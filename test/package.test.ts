/** What npm publishes, installed the way a user installs it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "./helpers/npm.js";
import { parcels } from "./helpers/parcels.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const packaging = suite("package");

packaging("the tarball holds what a user needs, and runs from an empty folder", () =>
  inFolder((folder) => {
    const [packed] = JSON.parse(run(root, "npm", "pack", "--json", "--silent", "--pack-destination", folder));
    const paths: string[] = packed.files.map(({ path }: { path: string }) => path);
    const top = new Set(paths.map((path) => path.split("/")[0]));
    assert.equal([...top].sort(), ["LICENSE", "README.md", "dist", "package.json", "templates"]);
    assert.equal(
      paths.filter((path) => path.startsWith("dist/") && !path.endsWith(".js")),
      [],
    );
    // What `serve` answers with.
    assert.ok(paths.includes("dist/templates/mock/index.js"));

    const user = join(folder, "user");
    put(user, { "package.json": "{}", "parcel-get.md": parcels["api/parcel-get.md"] ?? "" });
    run(user, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, packed.filename));
    assert.match(run(user, "npx", "docwright", "generate", "parcel-get.md"), "pages     1 page\n");
    assert.match(contents(join(user, "output"))["src/parcel.ts"] ?? "", "export function getParcel");
    assert.is(JSON.parse(readFileSync(join(user, "output/package.json"), "utf8")).name, "parcel-get");
  }),
);

packaging.run();
