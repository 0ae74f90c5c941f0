/** `docwright init`: what it sees, what it writes, and that a second run changes nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { toolVersion } from "../generator/shared/version.js";
import { parcels, permissionTable } from "./helpers/parcels.js";
import { git } from "./helpers/repository.js";
import { docwright } from "./helpers/run.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const init = suite("init");

/** The clean parcels in a folder of the repository. */
function docsIn(folder: string, name: string): void {
  for (const [path, text] of Object.entries(parcels)) put(folder, { [`${name}/${path}`]: text });
}

const skipped = [".git"];

init("configuration and workflow of a repository with docs; a second run changes nothing", () =>
  inFolder(async (folder) => {
    docsIn(folder, "reference");
    put(folder, {
      "package.json": '{ "devDependencies": { "docwright": "0.1.0" } }',
      "package-lock.json": "{}",
      "notes/todo.txt": "No docs.",
    });
    const first = await docwright(folder, "init");
    assert.equal([first.code, first.errors], [0, ""]);
    assert.match(
      first.output,
      "written  docwright.config.json: the docs in reference, which speak the dialect graph\n",
    );
    assert.match(first.output, "written  .github/workflows/docwright.yml: the CI job of pull requests\n");
    assert.match(first.output, "Next: npx docwright check, then commit these files.");
    const files = contents(folder);
    assert.equal(JSON.parse(files["docwright.config.json"] ?? ""), { docs: "reference", dialect: "graph" });
    assert.not.ok("docwright-baseline.jsonl" in files);
    assert.equal(runsOf(files[".github/workflows/docwright.yml"]), [
      "npm ci --ignore-scripts",
      "npx --no-install docwright check --new-since HEAD^1 --output html=docwright.html",
      'npx --no-install docwright diff HEAD^1 HEAD --format markdown >> "$GITHUB_STEP_SUMMARY"',
    ]);
    const second = await docwright(folder, "init");
    assert.match(second.output, "Nothing to do: all that docwright init writes is there.");
    assert.equal(contents(folder), files);
    assert.is((await docwright(folder, "check")).code, 0);
  }),
);

init("folders that were typed stand in the configuration, so that the job reads what init read", () =>
  inFolder(async (folder) => {
    docsIn(folder, "docs");
    put(folder, {
      "shared/note.md": "A note.\n",
      "docs/concepts/notes.md": "# Notes\n\n[!INCLUDE [note](../../shared/note.md)]\n",
    });
    await docwright(folder, "init", "--includes", "shared");
    const files = contents(folder);
    assert.equal(JSON.parse(files["docwright.config.json"] ?? "").includes, ["shared"]);
    assert.not.ok("docwright-baseline.jsonl" in files);
    assert.is((await docwright(folder, "check")).code, 0);
  }),
);

init("the workflow reads only, pins actions by commit, and sees one commit more than the pull request's", () =>
  inFolder(async (folder) => {
    docsIn(folder, "docs");
    await docwright(folder, "init");
    const job = parse(readFileSync(join(folder, ".github/workflows/docwright.yml"), "utf8"));
    assert.equal(job.permissions, { contents: "read" });
    assert.equal(job.on.pull_request.paths, ["docs/**", "docwright*", ".github/workflows/docwright.yml"]);
    const steps: { uses?: string; with?: Record<string, unknown> }[] = job.jobs.docs.steps;
    assert.equal(steps[0]?.with, { "fetch-depth": 2, "persist-credentials": false });
    const used = steps.flatMap(({ uses }) => uses ?? []);
    assert.is(used.length, 3);
    assert.ok(
      used.every((each) => /^actions\/[\w-]+@[0-9a-f]{40}$/.test(each)),
      used.join(),
    );
    // nothing here brings docwright along: the job fetches the version that wrote it
    assert.equal(runsOf(readFileSync(join(folder, ".github/workflows/docwright.yml"), "utf8")), [
      `npx --yes docwright@${toolVersion} check --new-since HEAD^1 --output html=docwright.html`,
      `npx --yes docwright@${toolVersion} diff HEAD^1 HEAD --format markdown >> "$GITHUB_STEP_SUMMARY"`,
    ]);
  }),
);

init("old findings go into a baseline, with which the check is clean; it is written once", () =>
  inFolder(async (folder) => {
    docsIn(folder, "docs");
    put(folder, {
      "docs/api/parcel-get.md": (parcels["api/parcel-get.md"] ?? "").replace(permissionTable, "Ask the depot."),
    });
    const { output } = await docwright(folder, "init");
    assert.match(
      output,
      "written  docwright-baseline.jsonl: 1 finding that may stay for now; the list may only shrink",
    );
    assert.is(
      readFileSync(join(folder, "docwright-baseline.jsonl"), "utf8"),
      '["docwright-baseline",1]\n["api/parcel-get.md","permissions-missing","Permissions"]\n',
    );
    assert.is((await docwright(folder, "check")).code, 0);
    put(folder, {
      "docs/api/parcel-post.md": (parcels["api/parcel-post.md"] ?? "").replace(permissionTable, "Ask the depot."),
    });
    const second = await docwright(folder, "init");
    assert.match(second.output, "Nothing to do");
    assert.is((await docwright(folder, "check")).code, 1);
  }),
);

init("Azure Pipelines, by its file or by the remote", () =>
  inFolder(async (folder) => {
    docsIn(folder, "docs");
    git(folder, "init", "-q");
    git(folder, "remote", "add", "origin", "https://contoso@dev.azure.com/contoso/docs/_git/docs");
    await docwright(folder, "init");
    const job = parse(readFileSync(join(folder, "azure-pipelines.docwright.yml"), "utf8"));
    assert.equal(job.pr.paths.include, ["docs"]);
    assert.equal(job.steps[0], { checkout: "self", fetchDepth: 2, persistCredentials: false });
    assert.match(job.steps.at(-2).script, "docwright@");
    assert.not.ok(".github/workflows/docwright.yml" in contents(folder, skipped));
  }),
);

init("in a folder of a repository the workflow lies at the root and works in the folder", () =>
  inFolder(async (folder) => {
    git(folder, "init", "-q");
    docsIn(folder, "tools/docs");
    await docwright(join(folder, "tools"), "init");
    const job = parse(readFileSync(join(folder, ".github/workflows/docwright.yml"), "utf8"));
    assert.equal(job.jobs.docs.defaults, { run: { "working-directory": "tools" } });
    assert.equal(job.on.pull_request.paths.slice(0, 2), ["tools/docs/**", "tools/docwright*"]);
  }),
);

for (const [lock, install] of [
  ["pnpm-lock.yaml", "corepack pnpm install --frozen-lockfile --ignore-scripts"],
  ["bun.lock", "bun install --frozen-lockfile --ignore-scripts"],
  ["no.lock", "npm install --ignore-scripts"],
] as const) {
  init(`the package manager is seen from ${lock}`, () =>
    inFolder(async (folder) => {
      docsIn(folder, "docs");
      put(folder, { [lock]: "", "package.json": '{ "devDependencies": { "docwright": "0.1.0" } }' });
      await docwright(folder, "init");
      assert.is(runsOf(contents(folder)[".github/workflows/docwright.yml"])[0], install);
    }),
  );
}

init("where VS Code is used, a task whose problem matcher reads what check prints", () =>
  inFolder(async (folder) => {
    docsIn(folder, "docs");
    put(folder, {
      ".vscode/settings.json": "{}",
      "docs/api/parcel-get.md": (parcels["api/parcel-get.md"] ?? "").replace('"sent"', '"gone"'),
    });
    await docwright(folder, "init");
    const [task] = JSON.parse(readFileSync(join(folder, ".vscode/tasks.json"), "utf8")).tasks;
    const { regexp, file, line, severity, code } = task.problemMatcher.pattern;
    const { output } = await docwright(folder, ...task.command.split(" ").slice(2));
    const problems = output.split("\n").flatMap((text) => {
      const found = new RegExp(regexp).exec(text);
      return found ? [[file, line, severity, code].map((group: number) => found[group])] : [];
    });
    assert.equal(problems, [["docs/api/parcel-get.md", "57", "warning", "example-enum"]]);
  }),
);

init("--dry-run shows all and writes nothing", () =>
  inFolder(async (folder) => {
    docsIn(folder, "docs");
    const before = contents(folder);
    const { output } = await docwright(folder, "init", "--dry-run");
    assert.match(
      output,
      'would be written  docwright.config.json: the docs in docs, which speak the dialect graph\n  {\n    "docs": "docs",',
    );
    assert.match(output, "\n        - uses: actions/checkout@");
    assert.match(output, "Nothing was written: npx docwright init does it.");
    assert.equal(contents(folder), before);
  }),
);

init(
  "an empty folder is told how to begin; the sample comes along when asked for, and goes into no folder that has pages",
  () =>
    inFolder(async (folder) => {
      const empty = await docwright(folder, "init", "--ci", "none");
      assert.match(empty.output, "docs holds no pages yet. Next:\n  npx docwright new operation");
      const sample = readdirSync("docs", { recursive: true, encoding: "utf8" }).filter(
        (path) => path.endsWith(".md") && !path.startsWith("includes"),
      );
      const withSample = await docwright(folder, "init", "--sample", "--ci", "none");
      assert.match(withSample.output, "written  docs/api/synchronizationjob-get.md: sample\n");
      assert.match((await docwright(folder, "generate")).output, `pages     ${sample.length} pages`);
      const again = await docwright(folder, "init", "--sample");
      assert.is(again.code, 3);
      assert.match(again.errors, "docs holds pages: choose another folder for the sample, with --docs.");
    }),
);

/** The commands of a workflow. */
function runsOf(workflow: string | undefined): string[] {
  const { jobs }: { jobs: { docs: { steps: { run?: string }[] } } } = parse(workflow ?? "");
  return jobs.docs.steps.flatMap(({ run }) => run ?? []);
}

init.run();
