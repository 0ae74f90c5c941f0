/** `docwright diff` as it is typed: sides, formats, gates, acknowledged breaks. */
import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { rulesTable } from "../../generator/diff/report/table.js";
import { parcels } from "../helpers/parcels.js";
import { commit, repositoryIn } from "../helpers/repository.js";
import { docwright } from "../helpers/run.js";
import { inFolder, put } from "../helpers/temporary.js";

const command = suite("docwright diff");

const inDocs = (pages: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(pages).map(([path, text]) => [`docs/${path}`, text]));

const page = "docs/api/parcel-get.md";
const before = inDocs(parcels);
/** The address changes: the same call goes elsewhere. */
const after = {
  [page]: (before[page] ?? "").replaceAll("GET /parcels/", "GET /packages/").replaceAll("/parcels/", "/packages/"),
};

/** A repository whose commit holds the parcels; the working tree has the changed page. */
function inRepository(use: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder(async (folder) => {
      repositoryIn(folder, before);
      put(folder, after);
      await use(folder);
    });
}

command(
  "the docs of a commit are compared with those of the working tree, which stays as it is",
  inRepository(async (folder) => {
    const { code, output } = await docwright(folder, "diff", "main:docs", "docs");
    assert.is(code, 0);
    assert.match(output, "Breaking (1)");
    assert.match(output, /parcel-get: text of a route changed.*\(route-text-changed\)/);
    assert.match(output, "api/parcel-get.md:");
    assert.match(output, "step      major");
  }),
);

command(
  "what differs in the text of pages and has no effect is said to have none",
  inRepository(async (folder) => {
    const resource = "docs/resources/parcel.md";
    put(folder, {
      [page]: before[page] ?? "",
      [resource]: (before[resource] ?? "").replace("title:", "author: me\ntitle:"),
    });
    const { output } = await docwright(folder, "diff", "main:docs", "docs", "--full");
    assert.match(
      output,
      "Nothing changed.\nThe text of 1 page differs; what is not listed has no effect on the package.",
    );
    assert.match(output, "resources/parcel.md: no effect");
    const { pages } = JSON.parse((await docwright(folder, "diff", "main:docs", "docs", "--json")).output);
    assert.equal(pages, [{ page: "resources/parcel.md", changes: 0 }]);
  }),
);

command(
  "a commit alone stands for its docs folder",
  inRepository(async (folder) => {
    commit(folder);
    const { output } = await docwright(folder, "diff", "HEAD^1", "HEAD");
    assert.match(output, "route-text-changed");
  }),
);

command(
  "a package, its api.json and the docs that it was made of are the same side",
  inRepository(async (folder) => {
    await docwright(folder, "generate", "--quiet", "--no-cache");
    for (const side of ["output", "output/api.json", "docs"]) {
      assert.match((await docwright(folder, "diff", side, "docs")).output, "Nothing changed.");
      assert.match((await docwright(folder, "diff", "main:docs", side)).output, "route-text-changed");
    }
  }),
);

command(
  "a single page is a side",
  inRepository(async (folder) => {
    const { output } = await docwright(folder, "diff", `main:${page}`, page);
    assert.match(output, "route-text-changed");
  }),
);

command(
  "a gate passes what is less grave than it says",
  inRepository(async (folder) => {
    const gate = (step: string): Promise<number> =>
      docwright(folder, "diff", "main:docs", "docs", "--fail-on", step).then(({ code }) => code);
    assert.equal([await gate("major"), await gate("patch"), await gate("never")], [1, 1, 0]);
    const same = await docwright(folder, "diff", "docs", "docs", "--fail-on", "patch");
    assert.equal(same, { code: 0, output: "Nothing changed.\n", errors: "" });
  }),
);

command(
  "JSON holds rule, step, names and both places",
  inRepository(async (folder) => {
    const { output } = await docwright(folder, "diff", "main:docs", "docs", "--json");
    const { schema, step, changes } = JSON.parse(output);
    const [{ rule, step: own, subject, oldPlace, newPlace, typescript }] = changes;
    assert.equal([schema, step, rule, own], [1, "major", "route-text-changed", "major"]);
    assert.equal(subject, { operation: "parcel-get", route: "/packages/{parcelId}" });
    assert.equal(typescript, ["getParcel"]);
    assert.equal(oldPlace, newPlace);
    assert.is(oldPlace.page, "api/parcel-get.md");
    assert.ok(oldPlace.line > 1);
  }),
);

command(
  "the changelog leads to the lines of a commit",
  inRepository(async (folder) => {
    commit(folder);
    const words = ["diff", "HEAD^1", "HEAD", "--format", "markdown", "--repository", "https://git.example/o/r.git"];
    const { output } = await docwright(folder, ...words);
    assert.match(output, /^## Breaking\n\n- `parcel-get`: text of a route changed/);
    assert.match(output, /\]\(https:\/\/git\.example\/o\/r\/blob\/[\da-f]{40}\/docs\/api\/parcel-get\.md#L\d+\)/);
  }),
);

command(
  "GitHub is told at the line, from the root of the repository",
  inRepository(async (folder) => {
    const { output } = await docwright(folder, "diff", "main:docs", "docs", "--format", "github");
    assert.match(output, /^::error file=docs\/api\/parcel-get\.md,line=\d+,title=route-text-changed::parcel-get: /);
  }),
);

command(
  "what is acknowledged as expected passes the gate, as a fix it is a patch; what nothing matches is told",
  inRepository(async (folder) => {
    const diff = (...words: string[]) => docwright(folder, "diff", "main:docs", "docs", ...words);
    const [line = ""] = (await diff("--format", "accepted")).output.split("\n");
    const said = line.replace('"as: expected",""', '"as: expected","the old address is kept for a year"');
    put(folder, { "docwright.accepted.jsonl": `${said}\n` });
    assert.is((await diff("--fail-on", "major")).code, 0);
    assert.match((await diff("--full")).output, "the old address is kept for a year");
    put(folder, { "docwright.accepted.jsonl": said.replace("as: expected", "as: fix") });
    assert.match((await diff()).output, "step      patch");
    put(folder, { "docwright.accepted.jsonl": said.replace("packages", "packets") });
    const unused = await diff("--fail-on", "major");
    assert.is(unused.code, 1);
    assert.match(unused.errors, "acknowledged in line 1, but nothing like it changed");
  }),
);

for (const [line, complaint] of [
  ["{}", "no JSON array"],
  [`["no-such-rule","x",null,null,"as: fix","why"]`, 'there is no rule "no-such-rule"'],
  [`["route-added","x",null,null,"as: fix",""]`, "it gives no reason"],
  [`["route-added","x",null,null,"as: planned","why"]`, "neither"],
] as const) {
  command(
    `a line that acknowledges nothing is wrong usage: ${line}`,
    inRepository(async (folder) => {
      put(folder, { "docwright.accepted.jsonl": `\n${line}\n` });
      const { code, errors } = await docwright(folder, "diff", "docs", "docs");
      assert.is(code, 3);
      assert.match(errors, "docwright.accepted.jsonl, line 2: ");
      assert.match(errors, complaint);
    }),
  );
}

const current = { schema: 1, generator: "1.0.0", nameRules: 2, dialect: "graph", operations: [], types: [], enums: [] };
for (const [what, text, complaint] of [
  ["no JSON", "operations", "cannot be read: it is no api.json of a package"],
  [
    "of another schema",
    JSON.stringify({ ...current, schema: 2 }),
    "cannot be read: its schema is 2, this version of docwright knows 1",
  ],
  [
    "without a schema",
    JSON.stringify({ ...current, schema: undefined }),
    "cannot be read: it was made before api.json had a schema",
  ],
  [
    "that does not tell its exports",
    JSON.stringify({ ...current, generator: undefined }),
    "cannot be compared: it does not tell all that the package exports; generate the package again",
  ],
  [
    "without types",
    JSON.stringify({ ...current, types: undefined }),
    "cannot be read: it lacks operations, types or enumerations",
  ],
] as const) {
  command(`an api.json ${what} is refused`, () =>
    inFolder(async (folder) => {
      put(folder, { "old.json": text, "new.json": JSON.stringify(current) });
      const { code, errors } = await docwright(folder, "diff", "old.json", "new.json");
      assert.is(code, 3);
      assert.match(errors, `old.json ${complaint}`);
    }),
  );
}

command("packages of different names are no versions of one, unless it is said", () =>
  inFolder(async (folder) => {
    const named = (name: string) => JSON.stringify({ ...current, package: { name, version: "1.0.0" } });
    put(folder, { "old.json": named("parcels"), "new.json": named("letters") });
    const refused = await docwright(folder, "diff", "old.json", "new.json");
    assert.is(refused.code, 3);
    assert.match(refused.errors, "letters is no later version of parcels");
    assert.is((await docwright(folder, "diff", "old.json", "new.json", "--force")).code, 0);
  }),
);

command("a side that is not there is wrong usage", () =>
  inRepository(async (folder) => {
    for (const side of ["nowhere", "main:nowhere", "no-branch:docs"]) {
      const { code, errors } = await docwright(folder, "diff", side, "docs");
      assert.is(code, 3, side);
      assert.match(errors, /nowhere|no-branch/);
    }
    assert.match((await docwright(folder, "diff", "docs")).errors, "Say what to compare with what");
  })(),
);

command("the document of the table is what the rules say", () => {
  const file = new URL("../../generator/diff/RULES.md", import.meta.url);
  assert.is(readFileSync(file, "utf8"), rulesTable());
});

command.run();
