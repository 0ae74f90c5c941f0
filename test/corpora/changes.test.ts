/**
 * A year of real docs: what came in that time by the service's own metadata is among the changes, both ways mirror each other, the summary
 * fits a screen, and comparing takes seconds. No figure may fall below the committed one; `UPDATE=1` writes the new ones.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareApis, comparisonOf } from "../../generator/diff/compare.js";
import { prettyLines } from "../../generator/diff/report/pretty.js";
import { changeRules } from "../../generator/diff/rules/rules.js";
import type { Change } from "../../generator/diff/change.js";
import { publishDocs } from "../../generator/readings.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { corpora, installJudge, workshop, type Figures } from "./judge.js";

const changes = suite("a year of changes");
const committed = join(import.meta.dirname, "figures.json");
const NAME = "graph v1.0, July 2020 to July 2021";
const SCREEN = 50;

async function published(docs: string, previous?: PublishedApi): Promise<PublishedApi> {
  const names = previous && {
    rules: previous.nameRules,
    operations: previous.operations.map(({ id, function: name }) => ({ id, function: name })),
  };
  const options = { name: "graph", version: "1.0.0", license: "MIT", ...(names && { previous: names }) };
  return (await publishDocs(join(corpora, docs), options)).api;
}

/** How many changes each rule has, sorted; the way back by the rules of the way there. */
function countsOf(found: readonly Change[], way: "there" | "back"): Readonly<Record<string, number>> {
  const ids = found.map(({ rule }) => (way === "there" ? rule : changeRules[rule].mirror)).sort();
  return Object.fromEntries([...new Set(ids)].map((id) => [id, ids.filter((one) => one === id).length]));
}

function figuresOf(judge: string, found: readonly Change[]): Figures {
  const file = join(workshop, "year.json");
  mkdirSync(workshop, { recursive: true });
  writeFileSync(file, JSON.stringify(comparisonOf(found)));
  const truth = (name: string): string => join(judge, "node_modules", name, "microsoft-graph.d.ts");
  const docs = ["graph-2020", "graph-2021"].map((name) => join(corpora, name, "api-reference/v1.0"));
  const words = [join(judge, "changes.mjs"), file, truth("gt-v1-2020"), truth("gt-v1"), ...docs];
  const lines = execFileSync("node", words, { encoding: "utf8" });
  const percent = (pattern: RegExp): number => Number(pattern.exec(lines)?.[1] ?? Number.NaN);
  return {
    "properties added found": percent(/property added: found ([\d.]+)%/),
    "types added found": percent(/type added: found ([\d.]+)%/),
    "changes found": percent(/\] found ([\d.]+)%/),
  };
}

if (existsSync(corpora)) {
  changes(NAME, async () => {
    const old = await published("graph-2020/api-reference/v1.0");
    const fresh = await published("graph-2021/api-reference/v1.0", old);
    const found = compareApis(old, fresh);
    assert.equal(compareApis(old, old), []);
    assert.equal(countsOf(compareApis(fresh, old), "back"), countsOf(found, "there"));
    assert.ok(prettyLines(comparisonOf(found), false).length <= SCREEN);
    const figures = figuresOf(installJudge(), found);
    const all: Readonly<Record<string, Figures>> = JSON.parse(readFileSync(committed, "utf8"));
    if (process.env["UPDATE"] === "1")
      writeFileSync(committed, `${JSON.stringify({ ...all, [NAME]: figures }, null, 2)}\n`);
    else for (const [name, value] of Object.entries(all[NAME] ?? {})) assert.ok((figures[name] ?? 0) >= value, name);
  });
} else {
  console.log("skipped: a year of changes (../shared/corpora is not there)");
}
changes.run();
