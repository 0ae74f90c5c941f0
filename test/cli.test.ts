import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels, permissionTable } from "./helpers/parcels.js";
import { docwright } from "./helpers/run.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const cli = suite("command line");

/** A folder with the parcels API in docs/. */
function inProject(use: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder((folder) => {
      for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
      return use(folder);
    });
}

/** The same page without its permissions: an error of the docs. */
const broken = (parcels["api/parcel-get.md"] ?? "").replace(permissionTable, "Ask the depot.");

cli("every command has help with examples; the help of docwright lists all of them", async () => {
  const { code, output } = await docwright(".", "--help");
  assert.is(code, 0);
  const commands = [...output.matchAll(/^ {2}docwright (\w+)/gm)].map(([, name]) => name ?? "");
  assert.equal(commands, [
    "generate",
    "check",
    "explain",
    "rules",
    "guide",
    "new",
    "init",
    "diff",
    "openapi",
    "serve",
    "scopes",
  ]);
  assert.match(output, "Exit codes: 0 clean, 1 the docs have errors");
  for (const command of commands) {
    const help = await docwright(".", command, "--help");
    assert.is(help.code, 0);
    assert.match(help.output, `Examples:\n  docwright ${command}`);
  }
});

cli("the version is docwright's own", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  assert.equal(await docwright(".", "--version"), { code: 0, output: `${version}\n`, errors: "" });
});

for (const [words, complaint] of [
  [[], "Say which command"],
  [["genrate"], "Did you mean generate?"],
  [["generate", "--ouput", "x"], "Unknown argument: ouput"],
  [["generate", "docs", "more"], "Unknown argument: more"],
  [["generate", "--out"], "Not enough arguments following: out"],
  [["generate", "--out", "a", "--out", "b"], "out must be a string"],
  [["generate", "nowhere"], "nowhere does not exist"],
  [["generate", "--name", "No Name"], "No Name is no name for a package"],
  [["generate", "--out", "."], "cannot be the output folder"],
  [["explain"], "Not enough non-option arguments"],
  [["explain", "parcel-gte"], "Did you mean parcel-get?"],
  [["serve", "nowhere"], "nowhere does not exist"],
  [["serve", "--port", "many"], "port must be a whole number, 0 or more"],
  [["serve", "--port", "70000"], "ports end at 65535"],
  [
    ["serve", "--fault", "429", "--fault", "often"],
    "--fault often: no fault; write 429, 503x2, 500:25% or 429@/users/*",
  ],
  [["serve", "--latency", "slow"], "--latency slow: write milliseconds, 300, or from and to, 200-800"],
  [["rules", "response-wraped"], "Did you mean response-wrapped?"],
] as const) {
  cli(
    `wrong usage ends with 3 and says why: docwright ${words.join(" ")}`,
    inProject(async (folder) => {
      const { code, output, errors } = await docwright(folder, ...words);
      assert.is(code, 3);
      assert.is(output, "");
      assert.match(errors, complaint);
      assert.not.match(errors, /^ +at /m);
    }),
  );
}

/** What a new user runs into, and the sentence that helps on. */
for (const [trouble, files, words, code, help] of [
  ["no docs", {}, ["generate"], 3, "Without docs yet: npx docwright init."],
  ["no docs to check", {}, ["check"], 3, "Without docs yet: npx docwright init."],
  ["a folder without pages", { "docs/notes.txt": "No page." }, ["generate"], 3, "begin one with docwright new."],
  [
    "an error of a page",
    { "docs/api/parcel-get.md": broken },
    ["generate"],
    1,
    "npx docwright rules permissions-missing says",
  ],
  [
    "the same, checked",
    { "docs/api/parcel-get.md": broken },
    ["check"],
    1,
    "`docwright rules permissions-missing` says what to write",
  ],
  ["output that is a file", { "docs/a.md": "# A", out: "" }, ["generate", "--out", "out"], 3, "name one with --out."],
  ["output in the docs", { "docs/a.md": "# A" }, ["generate", "--out", "docs/out"], 3, "Name another with --out."],
  ["a broken configuration", { "docwright.config.json": "{" }, ["check"], 3, "Mend it, or move it away."],
  [
    "a setting that there is not",
    { "docwright.config.json": '{ "zzz": 1 }' },
    ["check"],
    3,
    "docwright generate --help.",
  ],
  ["no repository", { "docs/a.md": "# A" }, ["check", "--changed", "main"], 3, "Leave out --changed"],
] as const) {
  cli(`says what to do next: ${trouble}`, () =>
    inFolder(async (folder) => {
      put(folder, files);
      const run = await docwright(folder, ...words);
      assert.is(run.code, code);
      assert.match(`${run.output}${run.errors}`, help);
    }),
  );
}

cli(
  "generate writes docs/ to output/, says what it did, and does nothing the second time",
  inProject(async (folder) => {
    const first = await docwright(folder, "generate");
    assert.is(first.errors, "");
    assert.is(first.code, 0);
    assert.match(first.output, "pages     5 pages");
    assert.match(first.output, "API       3 operations, 1 type, 1 enumeration");
    assert.match(first.output, "examples  3 examples, 3 fixtures, 3 tests");
    assert.match(first.output, /^time {6}\d+\.\d s$/m);
    assert.is(JSON.parse(readFileSync(join(folder, "output/package.json"), "utf8")).name, "docs-client");
    const second = await docwright(folder, "generate");
    assert.match(second.output, /^output {4}output: up to date, \d+ files$/m);
  }),
);

cli(
  "generate --check writes nothing, lists what is out of date and prints the command that mends it",
  inProject(async (folder) => {
    const absent = await docwright(folder, "generate", "docs", "--check");
    assert.is(absent.code, 2);
    assert.match(absent.output, "output/package.json: missing");
    assert.equal(
      Object.keys(contents(folder)).sort(),
      Object.keys(parcels)
        .map((path) => `docs/${path}`)
        .sort(),
    );

    await docwright(folder, "generate");
    assert.is((await docwright(folder, "generate", "--check")).code, 0);

    put(folder, {
      "output/README.md": "by hand",
      "output/notes.txt": "",
      "docs/resources/parcel.md": `${parcels["resources/parcel.md"]}\n`,
    });
    put(folder, {
      "docs/resources/parcel.md": (parcels["resources/parcel.md"] ?? "").replace("In kilograms.", "In grams."),
    });
    const stale = await docwright(folder, "generate", "docs", "--out", "output", "--check");
    assert.is(stale.code, 2);
    assert.match(stale.output, "output/README.md: edited by hand");
    assert.match(stale.output, "output/notes.txt: not docwright's");
    assert.match(stale.output, "output/src/parcel.ts: stale");
    assert.match(stale.output, "  npx docwright generate docs --out output\n");

    put(folder, { "docwright.config.json": `{ "check": true }` });
    const configured = await docwright(folder, "generate", "docs");
    assert.is(configured.code, 2);
    assert.match(configured.output, "  npx docwright generate docs --no-check\n");
    assert.is((await docwright(folder, "generate", "docs", "--no-check", "--out", "fresh")).code, 0);
  }),
);

cli(
  "an error in the docs ends with 1, is printed as file:line:column, and the package is written all the same",
  inProject(async (folder) => {
    put(folder, { "docs/api/parcel-get.md": broken });
    const { code, output } = await docwright(folder, "generate");
    assert.is(code, 1);
    assert.match(
      output,
      /^docs\/api\/parcel-get\.md:\d+:\d+ error The page has no permissions table\. \(permissions-missing\)$/m,
    );
    assert.match(output, "findings  1 error, 0 warnings, 0 hints");
    assert.match(contents(join(folder, "output"))["src/parcel.ts"] ?? "", "getParcel");
    assert.not.match((await docwright(folder, "generate", "--quiet")).output, "permissions-missing");
  }),
);

cli(
  "a single page is enough",
  inProject(async (folder) => {
    const { code } = await docwright(folder, "generate", "docs/api/parcel-get.md", "--out", "client");
    assert.is(code, 0);
    assert.is(JSON.parse(readFileSync(join(folder, "client/package.json"), "utf8")).name, "parcel-get");
  }),
);

cli(
  "settings come from flags, then from the configuration, whose paths are relative to it",
  inProject(async (folder) => {
    put(folder, {
      "package.json": JSON.stringify({ docwright: { out: "client", name: "from-config", packageVersion: "1.2.3" } }),
      "below/x": "",
    });
    await docwright(join(folder, "below"), "generate", "../docs", "--name", "from-flag");
    const { name, version } = JSON.parse(readFileSync(join(folder, "client/package.json"), "utf8"));
    assert.equal({ name, version }, { name: "from-flag", version: "1.2.3" });
  }),
);

for (const [file, text] of Object.entries({
  "docwright.config.json": `{ "name": "configured" }`,
  "docwright.config.js": `export default { name: "configured" };`,
  "docwright.config.mjs": `export default { name: "configured" };`,
  "docwright.config.ts": `const name: string = "configured"; export default { name };`,
})) {
  cli(
    `${file} is read`,
    inProject(async (folder) => {
      put(folder, { "package.json": `{ "type": "module" }`, [file]: text });
      const { errors } = await docwright(folder, "generate");
      assert.is(errors, "");
      assert.is(JSON.parse(readFileSync(join(folder, "output/package.json"), "utf8")).name, "configured");
    }),
  );
}

for (const [config, complaint] of [
  [`{ "licence": "MIT" }`, "docwright.config.json: there is no setting licence. Did you mean license?"],
  [`{ "name": 5 }`, "docwright.config.json: name must be a string."],
  [`{ "keep": "x" }`, "docwright.config.json: keep must be a list of strings."],
  [`{ "format": "sarff" }`, "docwright.config.json: format must be one of pretty, json,"],
  [
    `{ "failOn": "eror" }`,
    "docwright.config.json: failOn must be one of error, warning, info, never, major, minor, patch.",
  ],
  [`{ "name": `, "The configuration cannot be read"],
] as const) {
  cli(
    `a configuration that is wrong ends with 3: ${config}`,
    inProject(async (folder) => {
      put(folder, { "docwright.config.json": config });
      const { code, errors } = await docwright(folder, "generate");
      assert.is(code, 3);
      assert.match(errors, complaint);
    }),
  );
}

cli(
  "a configuration in a repository leads the output no further than the repository; the command line does",
  inProject(async (around) => {
    const folder = join(around, "repository");
    put(folder, { ".git/HEAD": "", "packages/client/docs/api/x.md": parcels["api/parcel-get.md"] ?? "" });
    const configured = (out: string): void =>
      put(folder, { "packages/docwright.config.json": JSON.stringify({ out }) });
    const here = join(folder, "packages/client");
    for (const out of ["../../stolen", join(around, "stolen"), "../.."]) {
      configured(out);
      const { code, errors } = await docwright(here, "generate");
      assert.is(code, 3);
      assert.match(errors, `The configuration leads the output out of ${folder}`);
      assert.match(errors, "say so with --out ../../..");
    }
    assert.not(existsSync(join(around, "stolen")));
    assert.is((await docwright(here, "generate", "--out", "../../../stolen")).code, 0);
    assert.is((await docwright(here, "explain", "x")).code, 0);
    configured("../beside");
    assert.is((await docwright(here, "generate")).code, 0);
    assert.ok(existsSync(join(folder, "beside/package.json")));
  }),
);

cli(
  "explain tells a page back, by path from here, by path from the docs, and by name",
  inProject(async (folder) => {
    for (const page of ["docs/resources/parcel.md", "resources/parcel.md", "parcel"]) {
      const { code, output } = await docwright(folder, "explain", page);
      assert.is(code, 0);
      assert.match(output, 'resources/parcel.md: resource page, "parcel resource type"');
      assert.match(output, /^ {2}id: String .*required.*line 16$/m);
    }
    const { output } = await docwright(folder, "explain", "parcel-get");
    assert.match(output, /^ {2}request +GET \/parcels\/\{parcelId\} {2}line 23$/m);
    assert.match(output, "application: least Parcel.Read.All");
    const json = JSON.parse((await docwright(folder, "explain", "parcel-get", "--json")).output);
    assert.is(json.operations[0].id, "parcel-get");
    assert.is(json.page.path, "api/parcel-get.md");
  }),
);

cli(
  "rules lists every rule in one line; each has a page with what is lost, the fix, a bad and a good example",
  async () => {
    const { code, output } = await docwright(".", "rules");
    assert.is(code, 0);
    assert.match(output, /^response-wrapped +warning +The example wraps one \{type\} in/m);
    assert.match(output, "docwright rules <rule> shows the page of one.");
    const page = await docwright(".", "rules", "title-method");
    assert.is(
      page.output,
      `title-method (warning)
  The title says {title} but the request uses {method}.

What is lost
  The reader finds the page under the wrong name, and calls what does something else.

Fix
  Correct the title or the request line.

Bad
  # Get parcel

  Namespace: microsoft.graph

  Takes a parcel back.

Good
  # Delete parcel

  Namespace: microsoft.graph

  Takes a parcel back.

`,
    );
    const one = await docwright(".", "rules", "no-title", "--json");
    assert.equal(Object.keys(JSON.parse(one.output)), ["no-title"]);
  },
);

cli.run();
