/** What npm publishes, installed the way a user installs it; and the first hour of somebody who never saw it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { githubWorkflow } from "../generator/cli/init/workflows.js";
import { seenProject } from "../generator/cli/init/project.js";
import { root, run } from "./helpers/npm.js";
import { parcels } from "./helpers/parcels.js";
import { commit, git } from "./helpers/repository.js";
import { contents, put } from "./helpers/temporary.js";

const packaging = suite("package");
const folder = mkdtempSync(join(tmpdir(), "docwright-packed-"));
packaging.after(() => rmSync(folder, { recursive: true, force: true }));

const user = join(folder, "user");
const [packed] = JSON.parse(run(root, "npm", "pack", "--json", "--silent", "--pack-destination", folder));
put(user, { "package.json": "{}", ".gitignore": "node_modules\n" });
run(user, "npm", "install", "--save-dev", "--prefer-offline", "--no-audit", "--no-fund", join(folder, packed.filename));

packaging("the tarball holds what a user needs", () => {
  const paths: string[] = packed.files.map(({ path }: { path: string }) => path);
  const top = new Set(paths.map((path) => path.split("/")[0]));
  assert.equal([...top].sort(), ["LICENSE", "README.md", "dist", "docs", "generator", "package.json", "templates"]);
  assert.ok(paths.includes("dist/templates/mock/index.js"), "what serve answers with");
  assert.equal(
    paths.filter((path) => path.startsWith("generator/") || (path.startsWith("dist/") && !path.endsWith(".js"))),
    ["generator/guide/GUIDE.md"],
  );
  const linked = [...readFileSync("README.md", "utf8").matchAll(/\]\((generator\/guide\/[^)#]+)\)/g)].map(
    ([, path]) => path,
  );
  assert.equal(linked, ["generator/guide/GUIDE.md"]);
});

packaging("it runs from a folder that holds one page, and its plugin for editors can be imported", () => {
  put(folder, { "alone/parcel-get.md": parcels["api/parcel-get.md"] ?? "" });
  const alone = join(folder, "alone");
  symlinkSync(join(user, "node_modules"), join(alone, "node_modules"));
  assert.match(run(alone, "npx", "docwright", "generate", "parcel-get.md"), "pages     1 page\n");
  assert.match(contents(join(alone, "output"))["src/parcel.ts"] ?? "", "export function getParcel");
  assert.is(JSON.parse(readFileSync(join(alone, "output/package.json"), "utf8")).name, "parcel-get");
  const imported = 'import("docwright/remark").then(({ default: plugin }) => console.log(typeof plugin()))';
  assert.is(run(alone, "node", "-e", imported), "function\n");
});

packaging("README shows the job that init writes", () => {
  put(folder, { "shown/package.json": '{ "devDependencies": { "docwright": "1" } }', "shown/package-lock.json": "{}" });
  const job = githubWorkflow(seenProject(join(folder, "shown")), "docs");
  assert.ok(readFileSync("README.md", "utf8").includes(`\`\`\`yaml\n${job}\`\`\``), job);
});

/** Runs a command as it is shown, whatever it ends with. */
function shell(
  words: string,
  where = user,
  variables: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly text: string } {
  const { NODE_V8_COVERAGE: _, ...environment } = process.env;
  for (const name of Object.keys(environment)) if (/^(?:CI|GITHUB_.*|TF_BUILD)$/.test(name)) delete environment[name];
  const { status, stdout, stderr } = spawnSync("bash", ["-c", words], {
    cwd: where,
    env: { ...environment, ...variables },
    encoding: "utf8",
  });
  return { code: status, text: `${stdout}${stderr}` };
}

/** The first command in a text that begins with `npx docwright <name>`. */
function commandIn(text: string, name: string): string {
  const [found = ""] = new RegExp(`npx docwright ${name}\\b.*?(?= {2,}|$)`, "m").exec(text) ?? [];
  assert.ok(found, `no command ${name} in: ${text}`);
  return found;
}

packaging(
  "the first hour: init, new, generate, a typo, its message, the annotation of the pull request, the fix",
  () => {
    git(user, "init", "--quiet", "--initial-branch=main");

    const begun = shell("npx docwright init");
    assert.is(begun.code, 0);
    const written = shell(commandIn(begun.text, "new"));
    assert.match(written.text, "docs/get-parcel.md written: fill in what says TODO");
    assert.match(shell(commandIn(written.text, "new")).text, "docs/parcel.md written");
    assert.is(shell(commandIn(written.text, "generate")).code, 0);
    assert.match(
      contents(join(user, "output"))["src/parcel.ts"] ?? "",
      /^export const getParcel = |^export function getParcel\(/m,
    );
    assert.is(shell("npx docwright check").code, 0);
    commit(user);

    git(user, "checkout", "--quiet", "-b", "typo");
    const page = join(user, "docs/get-parcel.md");
    const right = readFileSync(page, "utf8");
    writeFileSync(page, right.replace('"id"', '"idd"'));
    const found = shell("npx docwright check --fail-on warning");
    assert.is(found.code, 1);
    assert.match(
      found.text,
      /^docs\/get-parcel\.md:\d+:\d+ warning The example shows idd, which parcel does not have\..* \(example-property\)$/m,
    );
    assert.match(
      shell(commandIn(found.text.replaceAll("`", "  ").replaceAll("  docwright", "npx docwright"), "rules")).text,
      "What is lost",
    );
    commit(user);

    // what GitHub does with the pull request, and then the job that init wrote
    git(user, "checkout", "--quiet", "-b", "merged", "main");
    git(user, "merge", "--quiet", "--no-ff", "--message=merge", "typo");
    const checkout = join(folder, "checkout");
    git(folder, "clone", "--quiet", "--depth=2", "--branch=merged", `file://${user}`, checkout);
    symlinkSync(join(user, "node_modules"), join(checkout, "node_modules"));
    const { steps }: { steps: { run?: string }[] } = parse(
      readFileSync(join(checkout, ".github/workflows/docwright.yml"), "utf8"),
    ).jobs.docs;
    const commands = steps.flatMap((step) => step.run ?? []);
    assert.is(commands[0], "npm ci --ignore-scripts");
    const job = shell(commands[1] ?? "", checkout, {
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "pull_request",
    });
    assert.match(
      job.text,
      /^::warning file=docs\/get-parcel\.md,line=\d+,.*title=example-property::The example shows idd/m,
    );
    assert.match(readFileSync(join(checkout, "docwright.html"), "utf8"), "example-property");

    git(user, "checkout", "--quiet", "typo");
    writeFileSync(page, right);
    assert.is(shell("npx docwright check --fail-on warning").code, 0);
  },
);

packaging.run();
