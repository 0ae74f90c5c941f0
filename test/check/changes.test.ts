/** What a pull request changes, and nothing else: `--new-since` and `--changed` in real repositories, one shape of pull request after the other. */
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withVariables } from "../helpers/outside-ci.js";
import { parcels, permissionTable } from "../helpers/parcels.js";
import { commit, git, repositoryIn } from "../helpers/repository.js";
import { docwright } from "../helpers/run.js";
import { inFolder, put } from "../helpers/temporary.js";

const changes = suite("pull requests");
const get = parcels["api/parcel-get.md"] ?? "";
const resource = parcels["resources/parcel.md"] ?? "";
/** An old slip of a page: a warning. */
const slipped = get.replace('"weight": 3', '"weight": "3 kg"');
const row = "|weight|Int32|In kilograms.|\n";

/** Twelve operations that read a parcel. */
const readers = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `docs/api/parcel-look${index}.md`,
    get
      .replaceAll("/parcels/", `/looks${index}/`)
      .replaceAll("Get parcel", `Look at parcel ${index}`)
      .replace("get_parcel", `look_${index}`),
  ]),
);

/** A repository whose main branch has parcels with an old slip; the topic branch is checked out. */
function inPullRequest(use: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder((folder) => {
      const pages = Object.fromEntries(Object.entries(parcels).map(([path, text]) => [`docs/${path}`, text]));
      repositoryIn(folder, { ...pages, "docs/api/parcel-get.md": slipped, "readme.md": "# Docs\n" });
      git(folder, "checkout", "--quiet", "-b", "topic");
      return use(folder);
    });
}

interface Told {
  readonly page: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
  readonly related: readonly { readonly page: string }[];
}

async function findings(folder: string, ...words: string[]): Promise<readonly Told[]> {
  const { output, errors } = await docwright(folder, "check", "--format", "json", ...words);
  assert.is(errors, "");
  return JSON.parse(output).findings;
}

/** What is told as `page rule`, sorted. */
async function told(folder: string, ...words: string[]): Promise<string[]> {
  return (await findings(folder, ...words)).map(({ page, rule }) => `${page} ${rule}`).sort();
}

const since = ["--new-since", "main"];

changes(
  "1. a page changes: its new slip is told, its old one only with --changed",
  inPullRequest(async (folder) => {
    commit(folder, { "docs/api/parcel-get.md": slipped.replace(permissionTable, "Ask.") });
    assert.equal(await told(folder, ...since), ["api/parcel-get.md permissions-missing"]);
    assert.equal(await told(folder, "--changed", "main"), [
      "api/parcel-get.md example-type",
      "api/parcel-get.md permissions-missing",
    ]);
    assert.is((await docwright(folder, "check", ...since)).code, 1);
  }),
);

changes(
  "2. nothing of the docs changes: nothing is told, and the check passes",
  inPullRequest(async (folder) => {
    commit(folder, { "readme.md": "# The docs\n" });
    assert.equal(await told(folder, ...since), []);
    const { code, output } = await docwright(folder, "check", "--changed", "main", "--fail-on", "info");
    assert.is(code, 0);
    assert.match(output, "nothing new since main; 1 not of this change");
  }),
);

changes(
  "3. a page is renamed and gets a slip: only that is new, however Git is told of it",
  inPullRequest(async (folder) => {
    git(folder, "mv", "docs/api/parcel-get.md", "docs/api/parcel-read.md");
    commit(folder, { "docs/api/parcel-read.md": slipped.replace(permissionTable, "Ask.") });
    assert.equal(await told(folder, ...since), ["api/parcel-read.md permissions-missing"]);
    // without a word to Git
    renameSync(join(folder, "docs/api/parcel-read.md"), join(folder, "docs/api/parcel-look.md"));
    assert.equal(await told(folder, ...since), ["api/parcel-look.md permissions-missing"]);
  }),
);

changes(
  "4. a page is deleted: what leads to it is told",
  inPullRequest(async (folder) => {
    rmSync(join(folder, "docs/resources/parcel.md"));
    commit(folder);
    const found = await told(folder, ...since);
    assert.ok(found.length > 0);
    assert.equal(
      found.filter((one) => one.startsWith("resources/")),
      [],
    );
  }),
);

changes(
  "5. an included file changes: the pages that include it are touched, and its new slip is told in it",
  inPullRequest(async (folder) => {
    const including = get.replace(permissionTable, "[!INCLUDE [permissions](../includes/get.md)]");
    git(folder, "checkout", "--quiet", "main");
    commit(folder, {
      "docs/includes/get.md": permissionTable,
      "docs/api/parcel-get.md": including.replace('"weight": 3', '"weight": "3 kg"'),
    });
    git(folder, "checkout", "--quiet", "-B", "topic");
    assert.equal(await told(folder, ...since), []);
    commit(folder, {
      "docs/includes/get.md": permissionTable.replace("|Application|Parcel.Read.All|", "|Application|TODO: determine|"),
    });
    const placeholder = "includes/get.md permission-undetermined";
    assert.equal(await told(folder, ...since), [placeholder]);
    assert.equal(await told(folder, "--changed", "main"), ["api/parcel-get.md example-type", placeholder]);
  }),
);

changes(
  "6. a resource page breaks operation pages that nobody touched: each is told, and all at the line that breaks them",
  inPullRequest(async (folder) => {
    git(folder, "checkout", "--quiet", "main");
    commit(folder, readers);
    git(folder, "checkout", "--quiet", "-B", "topic");
    const without = resource.replace(row, "").replace('"weight": "Integer",', "");
    assert.not.equal(without, resource);
    commit(folder, { "docs/resources/parcel.md": without });
    const found = (await findings(folder, ...since)).filter(({ rule }) => rule === "example-property");
    const cause = found.filter(({ page }) => page === "resources/parcel.md");
    const broken = new Set(found.map(({ page }) => page));
    assert.ok([...broken].filter((page) => page.startsWith("api/parcel-look")).length === 12);
    assert.is(cause.length, 1);
    assert.match(cause[0]?.message ?? "", /^This change makes \d+ pages that nobody changed wrong/);
    // the row that is gone stood below this one
    assert.is(without.split("\n")[(cause[0]?.line ?? 0) - 1]?.startsWith("|id|"), true);
    assert.ok(cause[0]?.related.some(({ page }) => page === "api/parcel-look7.md"));
  }),
);

changes(
  "7. a fork in a shallow clone: with two commits the merge has its base, with one the check says what is missing",
  inPullRequest(async (folder) => {
    commit(folder, { "docs/api/parcel-get.md": slipped.replace(permissionTable, "Ask.") });
    git(folder, "checkout", "--quiet", "main");
    commit(folder, { "readme.md": "# Meanwhile\n" });
    git(folder, "merge", "--quiet", "--no-ff", "--message=merge", "topic");
    for (const depth of ["2", "1"])
      git(folder, "clone", "--quiet", `--depth=${depth}`, `file://${folder}`, `clone${depth}`);
    const inJob = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request" };
    const asked = await withVariables(inJob, () => told(join(folder, "clone2"), "--changed"));
    assert.equal(asked, ["api/parcel-get.md example-type", "api/parcel-get.md permissions-missing"]);
    assert.equal(await told(join(folder, "clone2"), "--new-since", "HEAD^1"), [
      "api/parcel-get.md permissions-missing",
    ]);
    const { code, errors, output } = await withVariables(inJob, () =>
      docwright(join(folder, "clone1"), "check", "--changed"),
    );
    assert.is(code, 3);
    assert.is(output, "");
    assert.match(errors, "with: { fetch-depth: 2 }");
  }),
);

changes(
  "8. main is merged into the branch: what came from there is not of the pull request",
  inPullRequest(async (folder) => {
    commit(folder, { "docs/api/parcel-get.md": slipped.replace(permissionTable, "Ask.") });
    git(folder, "checkout", "--quiet", "main");
    commit(folder, {
      "docs/api/parcel-post.md": (parcels["api/parcel-post.md"] ?? "").replace(permissionTable, "Ask."),
    });
    git(folder, "checkout", "--quiet", "topic");
    assert.equal(await told(folder, ...since), ["api/parcel-get.md permissions-missing"]);
    git(folder, "merge", "--quiet", "--no-ff", "--message=merge", "main");
    assert.equal(await told(folder, ...since), ["api/parcel-get.md permissions-missing"]);
  }),
);

changes(
  "9. Windows line ends: a page that changes them and nothing else has nothing new",
  inPullRequest(async (folder) => {
    commit(folder, { "docs/api/parcel-get.md": slipped.replaceAll("\n", "\r\n") });
    assert.equal(await told(folder, ...since), []);
    assert.equal(await told(folder, "--changed", "main"), ["api/parcel-get.md example-type"]);
    commit(folder, { "docs/api/parcel-get.md": slipped.replace(permissionTable, "Ask.").replaceAll("\n", "\r\n") });
    assert.equal(await told(folder, ...since), ["api/parcel-get.md permissions-missing"]);
  }),
);

changes(
  "10. paths with spaces, brackets, quotation marks and letters beyond ASCII; staged, unstaged and unknown to Git",
  inPullRequest(async (folder) => {
    const page = (name: string): string =>
      readers["docs/api/parcel-look1.md"]?.replace(permissionTable, "Ask.").replaceAll("looks1", name) ?? "";
    put(folder, { "docs/api/parcel [new] look.md": page("first") });
    git(folder, "add", "--all");
    put(folder, {
      'docs/api/"größe" look.md': page("second"),
      "docs/api/parcel-get.md": slipped.replace(permissionTable, "Ask."),
    });
    const expected = ['api/"größe" look.md', "api/parcel [new] look.md", "api/parcel-get.md"];
    const found = (await told(folder, ...since)).filter((one) => one.endsWith(" permissions-missing"));
    assert.equal(
      found,
      expected.map((path) => `${path} permissions-missing`),
    );
    put(folder, { "docs/resources/par [x] el.md": resource.replaceAll("parcel", "par") });
    commit(folder);
    assert.equal((await told(folder, "--changed", "HEAD")).length, 0);
  }),
);

changes(
  "one slip more of a kind that a page has already: the new one is told, not the last on the page",
  inPullRequest(async (folder) => {
    const two = slipped
      .replace("## Request body", "## Request body\n\n## Examples\n")
      .replace("## Examples\n\n## Response", "## Response");
    const request =
      '### Request\n\n<!-- { "blockType": "request", "name": "first" } -->\n```http\nGET https://graph.microsoft.com/v1.0/parcels/p-1\n```\n\n### Response\n\n<!-- { "blockType": "response", "@odata.type": "microsoft.graph.parcel" } -->\n```http\nHTTP/1.1 200 OK\n\n{ "id": "p-1", "weight": "light", "state": "sent" }\n```\n\n### Request';
    commit(folder, { "docs/api/parcel-get.md": two.replace("### Request", request) });
    const found = (await findings(folder, ...since)).filter(({ rule }) => rule === "example-type");
    assert.is(found.length, 1);
    assert.match(found[0]?.message ?? "", "light");
  }),
);

changes(
  "a changed configuration means every page; what cannot be told is wrong usage",
  inPullRequest(async (folder) => {
    commit(folder, { "docwright.config.json": '{ "quiet": false }' });
    assert.equal(await told(folder, "--changed", "main"), ["api/parcel-get.md example-type"]);
    assert.match((await docwright(folder, "check", "--new-since", "nonsense")).errors, "Git knows no commit nonsense");
    assert.match((await docwright(folder, "check", "--changed", ...since)).errors, "not both");
    assert.match((await docwright(folder, "check", "--changed", "docs")).errors, "say docwright check docs --changed");
    await inFolder(async (other) => {
      for (const [path, text] of Object.entries(parcels)) put(other, { [`docs/${path}`]: text });
      const { code, errors } = await docwright(other, "check", "--changed");
      assert.is(code, 3);
      assert.match(errors, "lies in no Git repository");
    });
  }),
);

changes.run();
