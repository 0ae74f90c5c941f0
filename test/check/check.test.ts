/** `docwright check` as it is called: findings without a package, formats, severities and the baseline. */
import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withVariables } from "../helpers/outside-ci.js";
import { parcels, permissionTable } from "../helpers/parcels.js";
import { commit, git, repositoryIn } from "../helpers/repository.js";
import { docwright, type Outcome } from "../helpers/run.js";
import { contents, inFolder, put } from "../helpers/temporary.js";

const check = suite("check");
const get = parcels["api/parcel-get.md"] ?? "";
const create = parcels["api/parcel-post.md"] ?? "";

/** The parcels in `docs/`, one page without permissions (an error) and with a wrong type in its example (a warning). */
function inProject(use: (folder: string) => Promise<void>): () => Promise<void> {
  const wrong = get.replace(permissionTable, "Ask the depot.").replace('"weight": 3', '"weight": "3 kg"');
  return () =>
    inFolder((folder) => {
      for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
      put(folder, { "docs/api/parcel-get.md": wrong });
      return use(folder);
    });
}

interface Told {
  readonly page: string;
  readonly rule: string;
  readonly symbol: string;
  readonly severity: string;
}

/** What a check tells as new, and which entries of the baseline it finds mended. */
async function told(
  folder: string,
  ...words: string[]
): Promise<{ readonly fresh: string[]; readonly stale: string[] }> {
  const { output, errors } = await docwright(folder, "check", "--format", "json", ...words);
  assert.is(errors, "");
  const { findings, stale }: { findings: Told[]; stale: Told[] } = JSON.parse(output);
  return {
    fresh: findings.filter(({ rule }) => rule !== "baseline-stale").map(({ page, rule }) => `${page} ${rule}`),
    stale: stale.map(({ page, rule }) => `${page} ${rule}`),
  };
}

check(
  "it shows each finding with its line and its fix, writes no package, and fails for errors",
  inProject(async (folder) => {
    const { code, output, errors } = await docwright(folder, "check");
    assert.is(code, 1);
    assert.is(errors, "");
    assert.match(
      output,
      /^docs\/api\/parcel-get\.md:\d+:1 error The page has no permissions table\. \(permissions-missing\)$/m,
    );
    assert.match(output, '  "weight": "3 kg",\n');
    assert.match(output, "error    permissions-missing  1  on 1 page");
    assert.match(output, "docs      5 pages, 3 operations, 1 type");
    assert.match(output, "findings  1 error, 1 warning");
    assert.match(output, "`docwright rules permissions-missing` says what to write");
    assert.equal([...new Set(Object.keys(contents(folder)).map((path) => path.split("/")[0]))], ["docs"]);
    assert.not.match((await docwright(folder, "check", "--quiet")).output, "docs/api");
  }),
);

check(
  "--fail-on decides from where on it fails, for generate as well",
  inProject(async (folder) => {
    put(folder, { "docs/api/parcel-get.md": get.replace('"weight": 3', '"weight": "3 kg"') });
    for (const command of ["check", "generate"]) {
      const codeOf = async (...words: string[]): Promise<number> => (await docwright(folder, command, ...words)).code;
      assert.equal(
        [await codeOf(), await codeOf("--fail-on", "warning"), await codeOf("--fail-on", "info")],
        [0, 1, 1],
      );
    }
    put(folder, { "docs/api/parcel-get.md": get.replace(permissionTable, "Ask the depot.") });
    assert.is((await docwright(folder, "check", "--fail-on", "never")).code, 0);
    assert.match((await docwright(folder, "check", "--fail-on", "errors")).errors, "Did you mean error?");
  }),
);

check(
  "what could not be read fails with 3, whatever is asked for",
  inProject(async (folder) => {
    symlinkSync("nowhere", join(folder, "docs/api/link.md"));
    put(folder, { "docs/api/closed.md": "# Closed\n" });
    chmodSync(join(folder, "docs/api/closed.md"), 0);
    // the superuser reads everything
    if (process.getuid?.() !== 0) assert.is((await docwright(folder, "check", "--fail-on", "never")).code, 3);
    const missing = await docwright(folder, "check", "nowhere");
    assert.is(missing.code, 3);
    assert.match(missing.errors, "nowhere does not exist: say which folder or page to read.");
  }),
);

check(
  "several formats at once, each to its file; one that is printed is nothing but that format",
  inProject(async (folder) => {
    const { output } = await docwright(
      folder,
      "check",
      "--output",
      "sarif=out/docs.sarif",
      "--output",
      "json=docs.json",
    );
    assert.match(output, "permissions-missing");
    assert.is(JSON.parse(readFileSync(join(folder, "out/docs.sarif"), "utf8")).runs[0].results.length, 2);
    assert.is(JSON.parse(readFileSync(join(folder, "docs.json"), "utf8")).findings.length, 2);
    assert.is(JSON.parse((await docwright(folder, "check", "--format", "gitlab")).output).length, 2);
    assert.match((await docwright(folder, "check", "--format", "sarf")).errors, "Did you mean sarif?");
    assert.match((await docwright(folder, "check", "--output", "docs.sarif")).errors, "<format>=<file>");
    assert.match((await docwright(folder, "check", "--output", "json=docs")).errors, "docs is a folder: name a file.");
  }),
);

check(
  "an owner that YAML writes with half of a character is shown, and no address is made of that half",
  inProject(async (folder) => {
    put(folder, { "docs/api/parcel-get.md": get.replace("---\n", '---\nauthor: "jo\\ud83d"\n') });
    const { code, errors } = await docwright(folder, "check", "--output", "html=report.html");
    assert.equal([code, errors], [0, ""]);
    assert.match(readFileSync(join(folder, "report.html"), "utf8"), '<a href="#owner:jo%EF%BF%BD">jo\ufffd</a>');
  }),
);

check(
  "in the CI of GitHub and Azure their commands follow, and GitHub gets its page of the job",
  inProject(async (folder) => {
    const summary = join(folder, "summary.md");
    put(folder, { "summary.md": "What another command told.\n" });
    const github = await withVariables({ GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary }, () =>
      docwright(folder, "check"),
    );
    assert.match(github.output, /^::error file=docs\/api\/parcel-get\.md,line=\d+,/m);
    assert.match(readFileSync(summary, "utf8"), "| error | permissions-missing | 1 |");
    assert.match(readFileSync(summary, "utf8"), /^What another command told\.\n/);
    const azure = await withVariables({ TF_BUILD: "True" }, () => docwright(folder, "check"));
    assert.match(azure.output, "##vso[task.logissue type=error;sourcepath=docs/api/parcel-get.md;");
    const asked = await withVariables({ GITHUB_ACTIONS: "true" }, () => docwright(folder, "check", "--format", "json"));
    assert.is(JSON.parse(asked.output).schema, 1);
  }),
);

check(
  "the configuration settles severities and leaves pages out, for generate as well",
  inProject(async (folder) => {
    const rules = { "permissions-missing": "info", "example-type": { severity: "error", exclude: ["resources/**"] } };
    put(folder, { "docwright.config.json": JSON.stringify({ rules }) });
    const counts = "findings  1 error, 1 hint";
    for (const command of ["check", "generate"]) {
      const { code, output } = await docwright(folder, command);
      assert.is(code, 1);
      assert.match(output.replace("0 warnings, ", ""), counts);
    }
    put(folder, {
      "docwright.config.json": JSON.stringify({
        rules: { "permissions-missing": "off", "example-type": { exclude: ["api/*"] } },
      }),
    });
    assert.equal(await told(folder), { fresh: [], stale: [] });
  }),
);

for (const [rules, complaint] of [
  [{ "permission-missing": "off" }, "there is no rule permission-missing. Did you mean permissions-missing?"],
  [{ "example-type": "fatal" }, 'the severity must be "off", "info", "warning" or "error"'],
  [{ "example-type": { exlude: ["x"] } }, "there is no key exlude. Did you mean exclude?"],
  [{ "example-type": { exclude: "x" } }, "exclude must be a list of patterns"],
  [{ "page-unreadable": "off" }, "page-unreadable tells that docwright could not do its work"],
  ["off", "it must be an object of rules"],
] as const) {
  check(
    `a wrong setting of rules is wrong usage: ${JSON.stringify(rules)}`,
    inProject(async (folder) => {
      put(folder, { "docwright.config.json": JSON.stringify({ rules }) });
      const { code, errors } = await docwright(folder, "check");
      assert.is(code, 3);
      assert.match(errors, complaint);
    }),
  );
}

check(
  "a configuration writes nothing outside of the repository",
  inProject(async (folder) => {
    put(folder, { "work/docwright.config.json": JSON.stringify({ docs: "../docs", output: ["json=../../out.json"] }) });
    const { code, errors } = await docwright(join(folder, "work"), "check");
    assert.is(code, 3);
    assert.match(errors, "say so with --output json=../../out.json");
    // the baseline may be read there; only who types the path has it written
    put(folder, { "work/docwright.config.json": JSON.stringify({ docs: "../docs", baseline: "../../kept.jsonl" }) });
    const kept = await docwright(join(folder, "work"), "check", "--accept-new");
    assert.is(kept.code, 3);
    assert.match(kept.errors, "say so with --baseline ../../kept.jsonl");
    const typed = await docwright(join(folder, "work"), "check", "--accept-new", "--baseline", "../kept.jsonl");
    assert.is(typed.code, 0);
  }),
);

check(
  "the baseline: accepted findings stay quiet, new ones fail, mended ones are to be taken out",
  inProject(async (folder) => {
    const accepted = await docwright(folder, "check", "--accept-new", "--fail-on", "warning");
    assert.is(accepted.code, 0);
    assert.match(accepted.output, "accepted  api/parcel-get.md permissions-missing");
    const file = join(folder, "docwright-baseline.jsonl");
    const lines = readFileSync(file, "utf8").split("\n");
    assert.is(lines[0], '["docwright-baseline",1]');
    assert.equal(
      lines.slice(1, -1).map((line) => JSON.parse(line).slice(0, 2)),
      [
        ["api/parcel-get.md", "example-type"],
        ["api/parcel-get.md", "permissions-missing"],
      ],
    );
    assert.is((await docwright(folder, "check", "--fail-on", "warning")).code, 0);

    // one slip mended, one added, all lines moved
    const moved = get
      .replace("Reads where a parcel is.", "Reads where\na parcel\nis.")
      .replace('"weight": 3', '"weight": "3 kg"');
    put(folder, {
      "docs/api/parcel-get.md": moved,
      "docs/api/parcel-post.md": create.replace(permissionTable, "Ask."),
    });
    assert.equal(await told(folder, "--fail-on", "warning"), {
      fresh: ["api/parcel-post.md permissions-missing"],
      stale: ["api/parcel-get.md permissions-missing"],
    });
    const { code, output } = await docwright(folder, "check");
    assert.is(code, 1);
    assert.match(output, "1 finding of the baseline is mended: run `docwright check --update-baseline` and commit.");
    assert.match(
      output,
      "docwright-baseline.jsonl:3 Mended: permissions-missing is no longer found on api/parcel-get.md",
    );

    // updating adds nothing
    assert.is((await docwright(folder, "check", "--update-baseline")).code, 1);
    assert.equal(await told(folder), { fresh: ["api/parcel-post.md permissions-missing"], stale: [] });
    assert.is(readFileSync(file, "utf8").split("\n").length, 3);
  }),
);

check(
  "in CI the baseline is written with --force only; for a single page never",
  inProject(async (folder) => {
    const inCi = (...words: string[]): Promise<Outcome> =>
      withVariables({ CI: "true" }, () => docwright(folder, ...words));
    const refused = await inCi("check", "--accept-new");
    assert.is(refused.code, 3);
    assert.match(refused.errors, "add --force");
    assert.is((await docwright(folder, "check", "docs/api/parcel-get.md", "--accept-new")).code, 3);
    assert.not(existsSync(join(folder, "docwright-baseline.jsonl")));
    assert.is((await inCi("check", "--accept-new", "--force")).code, 0);
    assert.ok(existsSync(join(folder, "docwright-baseline.jsonl")));
  }),
);

check(
  "what a merge leaves behind in the baseline is told with its line; double entries and any order are read",
  inProject(async (folder) => {
    const entry = '["api/parcel-get.md","permissions-missing",""]';
    await docwright(folder, "check", "--accept-new");
    const written = readFileSync(join(folder, "docwright-baseline.jsonl"), "utf8");
    const [header = "", ...entries] = written.trim().split("\n");
    put(folder, { "docwright-baseline.jsonl": [...entries, ...entries, "", header, ""].join("\r\n") });
    assert.equal((await told(folder)).stale, []);
    put(folder, { "docwright-baseline.jsonl": `${header}\n<<<<<<< ours\n${entry}\n` });
    const { code, errors } = await docwright(folder, "check");
    assert.is(code, 3);
    assert.match(errors, "docwright-baseline.jsonl:2: this is no line of a baseline");
  }),
);

check(
  "a renamed page keeps its entries, and updating writes its new name",
  inProject(async (folder) => {
    repositoryIn(folder, {});
    await docwright(folder, "check", "--accept-new", "--fail-on", "warning");
    commit(folder);
    git(folder, "mv", "docs/api/parcel-get.md", "docs/api/parcel-read.md");
    commit(folder);
    assert.equal(await told(folder, "--fail-on", "warning"), { fresh: [], stale: [] });
    await docwright(folder, "check", "--update-baseline");
    assert.match(
      readFileSync(join(folder, "docwright-baseline.jsonl"), "utf8"),
      '\n["api/parcel-read.md","example-type"',
    );
    rmSync(join(folder, "docs/api/parcel-read.md"));
    assert.equal((await told(folder)).stale.length, 2);
  }),
);

check(
  "what is turned off is not mended: its entries of the baseline stay",
  inProject(async (folder) => {
    await docwright(folder, "check", "--accept-new", "--fail-on", "warning");
    put(folder, { "docwright.config.json": JSON.stringify({ rules: { "example-type": "off" } }) });
    assert.equal(await told(folder), { fresh: [], stale: [] });
  }),
);

check.run();
