/** A process that goes on while docs change gives what a new one would give. */
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { watchMemory } from "../generator/cli/commands/watch-memory.js";
import { generate } from "../generator/generate.js";
import { readDocs } from "../generator/readings.js";
import type { Reading } from "../generator/result.js";
import { noCache } from "../generator/run/cache.js";
import { memoryCache } from "../generator/run/memory-cache.js";
import { root } from "./helpers/npm.js";
import { inFolder, put } from "./helpers/temporary.js";

const changing = suite("changing docs");
const options = { name: "changing", version: "1.0.0", license: "MIT" };
const progress = (): void => {};

/** What writers do to a page: the first place that `from` finds becomes `to`. */
interface Edit {
  readonly page: string;
  readonly from: string | RegExp;
  readonly to: string;
}

const head = /^(\|:?-+:?\|:?-+:?\|:?-+:?\|)$/m;
const word = (page: string): Edit => ({ page, from: /(\n# [^]+?)\.([ \n])/, to: "$1, as ever.$2" });
const lineAbove = (page: string): Edit => ({ page, from: "\n## ", to: "\nOne more sentence.\n\n## " });
const added = (page: string): Edit => ({ page, from: head, to: "$1\n|laterCount|Int32|How many came later.|" });
const typed = (page: string): Edit => ({ page, from: /\|(?:String|Int64|Boolean)\|/, to: "|Int32|" });
const renamed = (page: string, name: string): Edit => ({ page, from: new RegExp(name, "g"), to: `${name}Renamed` });
const broken = (page: string): Edit => ({ page, from: /\]\((?=[\w./]+\.md)/, to: "](no-" });
const moved = (page: string): Edit => ({ page, from: /^(GET|POST|PUT|PATCH|DELETE) \//m, to: "$1 /me/" });
const doubled = (page: string): Edit => ({
  page,
  from: /^(?:GET|POST|PUT|PATCH) (\/.*)$/m,
  to: "$&\nDELETE $1",
});
const shown = (page: string): Edit => ({ page, from: /^ {4}"(\w+)": /m, to: '    "$1s": ' });
const asked = (page: string): Edit => ({ page, from: "Synchronization.Read", to: "Synchronisation.Read" });

const edits: readonly Edit[] = [
  word("api/synchronizationjob-get.md"),
  word("resources/synchronizationerror.md"),
  lineAbove("resources/synchronizationjob.md"),
  lineAbove("api/synchronizationschema-get.md"),
  added("resources/synchronizationstatus.md"),
  added("resources/synchronizationschedule.md"),
  added("resources/enums.md"),
  typed("resources/synchronizationprogress.md"),
  typed("resources/objectmapping.md"),
  renamed("resources/synchronizationrule.md", "synchronizationRule"),
  renamed("resources/synchronizationquarantine.md", "synchronizationQuarantine"),
  broken("api/synchronizationtemplate-get.md"),
  broken("resources/synchronizationtaskexecution.md"),
  moved("api/directorydefinition-discover.md"),
  moved("api/synchronizationjob-start.md"),
  doubled("api/synchronizationevent-get.md"),
  doubled("api/synchronizationjob-pause.md"),
  shown("api/synchronizationjob-restart.md"),
  shown("api/synchronizationevent-get.md"),
  asked("api/synchronizationjob-delete.md"),
  asked("concepts/permissions-reference.md"),
  { page: "includes/rbac-synchronization.md", from: /\.\n$/, to: ", as ever.\n" },
  { page: "includes/permissions/synchronizationevent-get-permissions.md", from: "|Application|", to: "|Robot|" },
  // without the page, and without another one that names it
  { page: "resources/synchronizationsecretkeystringvaluepair.md", from: /[^]*/, to: "" },
  { page: "api/synchronizationjob-restart.md", from: /[^]*/, to: "" },
];

/** The docs of this repository in a folder; `change` writes the text of a page, or deletes it where that is empty. */
async function inDocs(use: (docs: string, change: (page: string, text: string) => void) => Promise<void>) {
  await inFolder(async (folder) => {
    const docs = join(folder, "docs");
    mkdirSync(docs);
    cpSync(join(root, "docs"), docs, { recursive: true });
    await use(docs, (page, text) => {
      if (text === "") rmSync(join(docs, page));
      else put(docs, { [page]: text });
    });
  });
}

function textOf(docs: string, page: string): string {
  return readFileSync(join(docs, page), "utf8");
}

/** The text of the page once it is edited; the text that it had. */
function edited(docs: string, { page, from, to }: Edit): { readonly text: string; readonly before: string } {
  const before = textOf(docs, page);
  const text = before.replace(from, to);
  assert.is.not(text, before, page);
  return { text, before };
}

function told({
  api,
  plan,
  failedPages,
}: Reading): Pick<Reading, "api" | "failedPages"> & { readonly modules: unknown } {
  return { api, modules: plan.modules, failedPages };
}

changing("each of fifty changes, one after the other, is joined to what a new process makes of the docs", () =>
  inDocs(async (docs, change) => {
    const alive = { ...watchMemory(noCache), progress };
    // reads each text once; nothing else of it lives on
    const pagesOnly = { cache: memoryCache(noCache), progress };
    let changes = 0;
    const compare = async (page: string): Promise<void> => {
      changes++;
      alive.cache.turn();
      const now = await readDocs(docs, options, alive);
      pagesOnly.cache.turn();
      assert.equal(told(now), told(await readDocs(docs, options, pagesOnly)), `${changes}: ${page}`);
    };
    const before: (readonly [page: string, text: string])[] = [];
    for (const edit of edits) {
      const { text, before: old } = edited(docs, edit);
      before.push([edit.page, old]);
      change(edit.page, text);
      await compare(edit.page);
    }
    // taken back from the last: each page is as it was before its edit
    for (const [page, text] of before.toReversed()) {
      change(page, text);
      await compare(page);
    }
    assert.is(changes, 50);
  }),
);

changing("a page that changes leaves what is made of others the same objects", () =>
  inDocs(async (docs, change) => {
    const alive = { ...watchMemory(noCache), progress };
    const before = await readDocs(docs, options, alive);
    const page = "api/synchronizationjob-get.md";
    change(page, edited(docs, word(page)).text);
    alive.cache.turn();
    const after = await readDocs(docs, options, alive);
    const known = new Set<unknown>([...before.api.operations, ...before.api.types, ...before.plan.modules]);
    assert.equal(
      after.api.operations.filter((each) => !known.has(each)).map((each) => each.page),
      [page],
    );
    assert.ok(after.api.types.every((type) => known.has(type)));
    assert.equal(
      after.plan.modules.filter((module) => !known.has(module)).map(({ path }) => path),
      ["synchronizationJob"],
    );
  }),
);

changing("the package is the same to the byte", () =>
  inDocs(async (docs, change) => {
    const alive = { ...watchMemory(noCache), progress };
    await generate(docs, options, alive);
    for (const edit of edits.slice(0, 20).filter((_, index) => index % 4 === 0)) {
      change(edit.page, edited(docs, edit).text);
      alive.cache.turn();
      await generate(docs, options, alive);
    }
    alive.cache.turn();
    assert.equal(await generate(docs, options, alive), await generate(docs, options));
  }),
);

changing.run();
