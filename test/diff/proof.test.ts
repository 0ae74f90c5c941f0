/** For each row of the table of changes: packages before and after, the compiler's word on programs, and the requests that they send. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareApis } from "../../generator/diff/compare.js";
import type { Effect } from "../../generator/diff/rules/rule.js";
import { changeRules, isRuleId, type RuleId } from "../../generator/diff/rules/rules.js";
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
      ...programsOf(of.also ?? {}, names, "also"),
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

/** What no two packages of small pages by one generator can show: `compare.test.ts` does. */
const shownElsewhere: readonly RuleId[] = [
  "export-added",
  "export-removed",
  "lists-read-elsewhere",
  "errors-read-elsewhere",
  "generator-changed",
];

/** What the fates of programs say of a row, in its own words. */
function effectsOf(fates: readonly Fate[]): readonly string[] {
  const has = (fate: keyof Fate): boolean => fates.some((each) => each[fate] !== undefined);
  return [...(has("red") ? ["red"] : []), ...(has("sends") ? ["sent"] : []), ...(has("notices") ? ["notices"] : [])];
}

proof("what the table says of programs is what happened to them", () => {
  const words: Readonly<Partial<Record<Effect, string>>> = {
    red: "red",
    sent: "sent",
    tests: "notices",
    value: "notices",
    rare: "notices",
  };
  const ids = Object.keys(changeRules).filter(isRuleId);
  const wrong = ids.flatMap((id) => {
    const fates = cases.flatMap(({ rule, there, back }) => [
      ...(rule === id ? [there] : []),
      ...(back !== undefined && changeRules[rule].mirror === id ? [back] : []),
    ]);
    const { callers, readers } = changeRules[id];
    const said = new Set([callers, readers].flatMap((effect) => words[effect] ?? []));
    const happened = effectsOf(fates);
    const isTold =
      happened.every((effect) => said.has(effect)) &&
      (said.has("red") ? happened.includes("red") : true) &&
      (said.has("sent") ? happened.includes("sent") : true);
    return fates.length === 0 || isTold ? [] : [`${id}: said ${[...said].join()}, happened ${happened.join()}`];
  });
  assert.equal(wrong, []);
});

proof("every row is shown", () => {
  const all = new Set<string>([...shownElsewhere, ...cases.flatMap(({ rule }) => [rule, changeRules[rule].mirror])]);
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
