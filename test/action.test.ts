/** action.yml and the hook of pre-commit: their own steps, run in a repository with a history, as the services run them. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { toolVersion } from "../generator/shared/version.js";
import { root } from "./helpers/npm.js";
import { parcels } from "./helpers/parcels.js";
import { commit, git, repositoryIn } from "./helpers/repository.js";
import { inFolder, put } from "./helpers/temporary.js";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
      readonly "working-directory": string;
    }[];
  };
}

const action = suite("action");
const made: Action = parse(readFileSync("action.yml", "utf8"));
const [step] = made.runs.steps;
if (step === undefined) throw new Error("the action has no step");

const get = parcels["api/parcel-get.md"] ?? "";
const create = parcels["api/parcel-post.md"] ?? "";
const docs = Object.fromEntries(Object.entries(parcels).map(([path, text]) => [`docs/${path}`, text]));
/** An old slip on one page, and what a pull request adds on another. */
const old = { "docs/api/parcel-get.md": get.replace('"state": "sent"', '"state": "gone"') };
const added = { "docs/api/parcel-post.md": create.replace('"state": "sent"', '"state": "lost"') };

interface Ran {
  readonly code: number | null;
  readonly text: string;
  readonly outputs: string;
  /** What was asked of npx. */
  readonly asked: string;
}

/** What the checkout of a pull request leaves: a merge commit, of which the history holds one commit more. */
function pullRequest(folder: string, change: Readonly<Record<string, string>>): string {
  const origin = join(folder, "origin");
  mkdirSync(origin);
  repositoryIn(origin, { ...docs, ...old });
  git(origin, "checkout", "--quiet", "-b", "slip");
  commit(origin, change);
  git(origin, "checkout", "--quiet", "-b", "merged", "main");
  git(origin, "merge", "--quiet", "--no-ff", "-m", "merge", "slip");
  const checkout = join(folder, "checkout");
  git(folder, "clone", "--quiet", "--depth=2", "--branch=merged", `file://${origin}`, checkout);
  return checkout;
}

/** Runs the step as a runner does; npx is one that starts the sources and writes down what it was asked for. */
function run(folder: string, checkout: string, given: Readonly<Record<string, string>>, event = "pull_request"): Ran {
  const bin = join(folder, "bin");
  const [asked, output] = [join(folder, "asked"), join(folder, "output")];
  put(bin, {
    npx: `#!/usr/bin/env bash\necho "$@" > ${asked}\nshift 2\nexec node --import ${join(root, "node_modules/tsx/dist/esm/index.mjs")} ${join(root, "generator/cli/bin.ts")} "$@"\n`,
  });
  chmodSync(join(bin, "npx"), 0o755);
  writeFileSync(output, "");
  const inputs = Object.fromEntries(
    Object.entries(made.inputs).map(([name, { default: value }]) => [name, given[name] ?? value]),
  );
  const filled = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? "");
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, filled(value)]));
  const { NODE_V8_COVERAGE: _, ...outer } = process.env;
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? ""],
    {
      cwd: join(checkout, filled(step?.["working-directory"] ?? "")),
      env: {
        ...outer,
        ...env,
        PATH: `${bin}:${process.env["PATH"]}`,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_EVENT_NAME: event,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(folder, "summary"),
        RUNNER_TEMP: folder,
        XDG_CACHE_HOME: join(folder, "cache"),
      },
      encoding: "utf8",
    },
  );
  return {
    code: status,
    text: `${stdout}${stderr}`,
    outputs: readFileSync(output, "utf8"),
    asked: existsSync(asked) ? readFileSync(asked, "utf8") : "",
  };
}

action("no script holds an expression: what comes from outside comes by the environment", () => {
  assert.is(made.runs.using, "composite");
  assert.equal(
    made.runs.steps.filter((each) => each.run.includes("${{")),
    [],
  );
  assert.equal(
    Object.values(step.env).map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]),
    Object.keys(made.inputs).filter((name) => name !== "working-directory"),
  );
});

action("the version that it fetches is this one", () => {
  assert.is(made.inputs["version"]?.default, toolVersion);
});

action(
  "a pull request fails for what it adds: an annotation on its line, a summary, counts as outputs, files as asked for",
  () =>
    inFolder((folder) => {
      const checkout = pullRequest(folder, added);
      const { code, text, outputs, asked } = run(folder, checkout, {
        "fail-on": "warning",
        "sarif-file": "docs.sarif",
        "html-file": "docs.html",
      });
      assert.is(code, 1);
      assert.match(
        text,
        /^::warning file=docs\/api\/parcel-post\.md,line=\d+,.*title=example-enum::The example shows/m,
      );
      assert.not.match(text, /^::warning file=docs\/api\/parcel-get/m);
      assert.is(outputs, "errors=0\nwarnings=1\nnew=1\n");
      assert.match(readFileSync(join(folder, "summary"), "utf8"), "example-enum");
      assert.is(JSON.parse(readFileSync(join(checkout, "docs.sarif"), "utf8")).runs[0].results.length, 1);
      assert.match(readFileSync(join(checkout, "docs.html"), "utf8"), "<!doctype html>");
      assert.match(asked, `--yes docwright@${toolVersion} check --fail-on=warning`);
    }),
);

action("old findings of touched pages, or all, count when asked for; outside of pull requests all do", () =>
  inFolder((folder) => {
    const checkout = pullRequest(folder, added);
    assert.is(run(folder, checkout, { changed: "all" }).outputs, "errors=0\nwarnings=2\nnew=2\n");
    assert.is(run(folder, checkout, { changed: "changed" }).outputs, "errors=0\nwarnings=1\nnew=1\n");
    assert.is(run(folder, checkout, {}, "push").outputs, "errors=0\nwarnings=2\nnew=2\n");
  }),
);

action("what the change does to users is written when asked for: the step as an output, the changelog as a file", () =>
  inFolder((folder) => {
    const docsOf = {
      "docs/resources/parcel.md": (parcels["resources/parcel.md"] ?? "")
        .replace("|weight|Int32|", "|weight|String|")
        .replace('"weight": "Integer"', '"weight": "String"'),
    };
    const checkout = pullRequest(folder, docsOf);
    const { outputs } = run(folder, checkout, {
      "changelog-file": "what changes.md",
      "fail-on": "never",
      docs: "docs",
    });
    assert.match(outputs, "step=major\nchangelog-file=what changes.md\n");
    assert.match(readFileSync(join(checkout, "what changes.md"), "utf8"), "weight");
    assert.not.match(run(folder, checkout, { "changelog-file": "other.md" }, "push").outputs, "step=");
    assert.not(existsSync(join(checkout, "other.md")));
  }),
);

action("input is a word to docwright, whatever a shell would make of it", () =>
  inFolder((folder) => {
    const checkout = pullRequest(folder, added);
    const { code, text } = run(folder, checkout, { docs: '$(touch broken); "`touch broken`"', version: "" });
    assert.is(code, 3);
    assert.match(text, "does not exist: say which folder or page to read.");
    assert.not.ok(existsSync(join(checkout, "broken")));
    assert.match(run(folder, checkout, { changed: "some" }).text, "changed must be new, changed or all, not some.");
  }),
);

action("the hook of pre-commit finds what is staged", () =>
  inFolder((folder) => {
    const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
    assert.equal([hook.language, hook.types, hook.pass_filenames], ["node", ["markdown"], false]);
    const [program, ...words] = hook.entry.split(" ");
    assert.is(program, "docwright");
    const checkout = pullRequest(folder, {});
    put(checkout, added);
    git(checkout, "add", "--all");
    const { NODE_V8_COVERAGE: _, ...env } = process.env;
    const bin = ["--import", join(root, "node_modules/tsx/dist/esm/index.mjs"), join(root, "generator/cli/bin.ts")];
    const { stdout } = spawnSync("node", [...bin, ...words, "--fail-on", "warning"], {
      cwd: checkout,
      env,
      encoding: "utf8",
    });
    assert.match(stdout, "docs/api/parcel-post.md");
    assert.not.match(stdout, "docs/api/parcel-get.md");
  }),
);

action.run();
