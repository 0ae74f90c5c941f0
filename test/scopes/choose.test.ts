/** The smallest set of permissions, beside what trying out every set gives. */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { PublishedOperation } from "../../generator/model/published.js";
import { choose, type Chosen } from "../../generator/scopes/choose.js";
import { isMet, type Choice, type Names } from "../../generator/scopes/needs.js";
import { compareCost, powerOver } from "../../generator/scopes/power.js";

const choosing = suite("scopes/choose");

/** `"A B | C"`: A and B together, or C. */
function choice(text: string): Choice {
  return text.split("|").map((names) => ({ names: names.trim().split(" ").sort(), rank: 0 }));
}

/** An operation that the program does not use. */
function other(id: number, method: "GET" | "POST", needs: Choice): PublishedOperation {
  return {
    id: `other-${id}`,
    function: `other${id}`,
    module: "other",
    page: "api/other.md",
    line: 1,
    title: "Other",
    method,
    description: "",
    routes: ["/others"],
    parameters: [],
    query: "none",
    headers: [],
    statuses: [200],
    result: { kind: "none" },
    permissions: { application: { least: [], higher: needs.map(({ names }) => names) }, line: 1 },
    examples: [],
  };
}

const power = (...others: readonly PublishedOperation[]) => powerOver(others, new Set(), "application");

function chosen(needs: readonly string[], others: readonly PublishedOperation[] = []): Chosen {
  return choose(needs.map(choice), power(...others));
}

choosing("writes weigh more than reads, reads more than names, the alphabet decides last", () => {
  const reads = [1, 2, 3].map((id) => other(id, "GET", choice("A")));
  assert.equal(chosen(["A | B"], [...reads, other(9, "POST", choice("B"))]).names, ["A"]);
  assert.equal(chosen(["A | B C"], reads).names, ["B", "C"]);
  assert.equal(chosen(["A | B C"]).names, ["A"]);
  assert.equal(chosen(["D | C"]), { names: ["C"], alternatives: [["D"]], proven: true });
});

choosing("what every answer needs is there first, and what it opens costs nothing more", () => {
  const both = other(1, "POST", choice("A | B"));
  assert.equal(chosen(["A", "B | C"], [both, other(2, "POST", choice("C"))]).names, ["A", "B"]);
});

choosing("names of two groups that open the same are weighed together", () => {
  // B and D open one thing between them, A and C one each.
  const others = [other(1, "POST", choice("B | D")), other(2, "POST", choice("A")), other(3, "POST", choice("C"))];
  assert.equal(chosen(["A | B", "C | D"], others).names, ["B", "D"]);
});

choosing("of what opens as much, what pages call less privileged", () => {
  const ordered: Choice = ["Z", "Y", "X"].map((name, rank) => ({ names: [name], rank }));
  assert.equal(choose([ordered], power()), { names: ["Z"], alternatives: [], proven: true });
});

choosing("what is granted already costs nothing", () => {
  const others = [other(1, "POST", choice("A")), other(2, "GET", choice("B"))];
  assert.equal(choose([choice("A | B")], power(...others), new Set(["A"])).names, []);
});

choosing("thirty choices that all do alike: proven, with some of the alternatives", () => {
  const ids = Array.from({ length: 30 }, (_, id) => id);
  const needs = ids.map((id) => `A${id} | B${id}`);
  const one = other(1, "GET", choice(ids.map((id) => `A${id} | B${id}`).join(" | ")));
  const { names, alternatives, proven } = chosen(needs, [one]);
  assert.is(names.length, 30);
  assert.is(alternatives.length, 15);
  assert.ok(proven);
});

choosing("a search that is ended by its bound says so, and is enough all the same", () => {
  const needs = ["A | B", "B | C", "C | D", "D | E", "E | A"].map(choice);
  const others = [..."ABCDE"].map((letter, id) => other(id, "GET", choice(`${letter} | F`)));
  const found = choose(needs, power(...others), new Set(), 2);
  assert.not.ok(found.proven);
  assert.ok(needs.every((each) => isMet(each, new Set(found.names))));
});

const name = fc.constantFrom(..."ABCDEF");
const set = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const anyChoice = fc.uniqueArray(set, { minLength: 1, maxLength: 3, selector: (names) => [...names].sort().join() });
const toChoice = (sets: readonly Names[]): Choice => sets.map((names) => ({ names: [...names].sort(), rank: 0 }));

choosing("no set of all that there are opens less", () => {
  const everySet = Array.from({ length: 64 }, (_, bits) => [..."ABCDEF"].filter((_, at) => (bits >> at) & 1));
  fc.assert(
    fc.property(
      fc.array(anyChoice, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(anyChoice, fc.constantFrom("GET", "POST")), { maxLength: 6 }),
      (needs, others) => {
        const choices = needs.map(toChoice);
        const cost = power(...others.map(([sets, method], id) => other(id, method, toChoice(sets))));
        const enough = everySet.filter((names) => choices.every((each) => isMet(each, new Set(names))));
        const [least, ...more] = enough.sort((a, b) => compareCost(cost.cost(new Set(a)), cost.cost(new Set(b))));
        const found = choose(choices, cost);
        const isLeast = (names: Names = []): boolean =>
          compareCost(cost.cost(new Set(names)), cost.cost(new Set(least))) === 0;
        const equal = [least, ...more].filter((names) => isLeast(names)).length;
        assert.ok(choices.every((each) => isMet(each, new Set(found.names))));
        assert.ok(isLeast(found.names) && found.proven);
        assert.is(found.alternatives.length + 1, Math.min(equal, 16));
      },
    ),
    { numRuns: 500 },
  );
});

choosing.run();
