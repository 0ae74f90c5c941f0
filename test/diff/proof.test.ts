/** For each row of the table of changes: packages before and after, the compiler's word on programs, and the requests that they send. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareApis } from "../../generator/diff/compare.js";
import { changeRules, type RuleId } from "../../generator/diff/rules/rules.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { build, complaints, layProgram, layRuntime, requestsOf } from "./built.js";
import type { Case, Fate } from "./case.js";
import { cases } from "./cases/cases.js";

const proof = suite("the table of changes, proved by the compiler");
const folder = mkdtempSync(join(tmpdir(), "docwright-diff-"));
proof.after(() => rmSync(folder, { recursive: true }));
layRuntime(folder);

interface Program {
  readonly fate: keyof Fate;
  /** With the package that it was written for, and with the other one. */
  readonly before: string;
  readonly after: string;
}

interface Shown {
  readonly of: Case;
  readonly old: PublishedApi;
  readonly fresh: PublishedApi;
  readonly programs: readonly Program[];
}

const shown: readonly Shown[] = await Promise.all(
  cases.map(async (of, index): Promise<Shown> => {
    const names = [`c${index}/old`, `c${index}/new`] as const;
    const old = await build(of.old, folder, names[0]);
    const kept = old.operations.map(({ id, function: name }) => ({ id, function: name }));
    const given = Object.entries(of.renamed ?? {}).map(([id, name]) => ({ id, ...name }));
    const operations = [...kept.filter(({ id }) => !given.some((one) => one.id === id)), ...given];
    const fresh = await build(of.new, folder, names[1], { rules: old.nameRules, operations });
    const programs = [
      ...programsOf(of.there, names, "there"),
      ...programsOf(of.back ?? {}, [names[1], names[0]], "back"),
    ];
    return { of, old, fresh, programs };
  }),
);

function programsOf(fate: Fate, [before, after]: readonly [string, string], way: string): Program[] {
  const fates: readonly (keyof Fate)[] = ["stays", "red", "sends", "notices"];
  return fates.flatMap((each): Program[] => {
    const text = fate[each];
    if (text === undefined) return [];
    const lay = (side: string): string => layProgram(text, join(folder, side), `${way}-${each}`);
    return [{ fate: each, before: lay(before), after: lay(after) }];
  });
}

const said = complaints(shown.flatMap(({ programs }) => programs.flatMap(({ before, after }) => [before, after])));

for (const { of, old, fresh, programs } of shown) {
  proof(`${of.rule}`, async () => {
    const expected = [of.rule, ...(of.with ?? [])].sort();
    assert.equal(rulesOf(old, fresh), expected, "what is found");
    assert.equal(
      rulesOf(fresh, old),
      expected.map((rule) => changeRules[rule].mirror).sort(),
      "what is found on the way back",
    );
    assert.equal(rulesOf(old, old), []);
    for (const program of programs) await prove(program);
  });
}

function rulesOf(old: PublishedApi, fresh: PublishedApi): readonly string[] {
  return compareApis(old, fresh)
    .map(({ rule }) => rule)
    .sort();
}

async function prove({ fate, before, after }: Program): Promise<void> {
  assert.equal(said.get(before), [], `${fate}: compiles with the package it was written for`);
  const isRed = fate === "red" || fate === "notices";
  if (isRed) return assert.ok((said.get(after) ?? []).length > 0, `${fate}: compiles no more`);
  assert.equal(said.get(after), [], `${fate}: compiles as before`);
  const [sent, sends] = [await requestsOf(before), await requestsOf(after)];
  if (fate === "stays") assert.equal(sends, sent, "sends the same");
  else assert.not.equal(sends, sent, "sends something else");
}

proof("every row is shown", () => {
  const all = new Set(cases.flatMap(({ rule }) => [rule, changeRules[rule].mirror]));
  const unseen = Object.keys(changeRules).filter((rule) => !all.has(rule));
  assert.equal(unseen, []);
});

proof("the way back of the way back is the way", () => {
  const odd = Object.entries(changeRules).filter(([id, { mirror }]) => {
    const back: RuleId | undefined = Object.keys(changeRules).find((one): one is RuleId => one === mirror);
    return back === undefined || changeRules[back].mirror !== id;
  });
  assert.equal(
    odd.map(([id]) => id),
    [],
  );
});

proof.run();
