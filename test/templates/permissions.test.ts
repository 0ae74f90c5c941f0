import { suite } from "uvu";
import * as assert from "uvu/assert";
import { leastPrivileged, withPermissions } from "../../templates/runtime/index.js";
import type { LeastPrivileged, Operation, Permission } from "../../templates/runtime/index.js";
import { operation } from "./stub.js";

const test = suite("leastPrivileged");

/** `"A B | C > D"`: A and B together or C are the least, D is higher. */
function needs(id: string, text: string): Operation {
  const sets = (part = ""): string[][] =>
    part
      .split("|")
      .map((names) => names.trim().split(" ").filter(Boolean))
      .filter((names) => names.length > 0);
  const [least, higher] = text.split(">");
  const application: Permission = { least: sets(least), higher: sets(higher) };
  return operation("/", { id, permissions: { application } });
}

function of(...cells: readonly string[]): LeastPrivileged {
  return leastPrivileged(
    cells.map((cell, index) => needs(`op${index}`, cell)),
    "application",
  );
}

test("the least of each", () => {
  assert.equal(of("User.Read.All > Directory.Read.All", "Mail.Read > Mail.ReadWrite").permissions, [
    "Mail.Read",
    "User.Read.All",
  ]);
});

test("the higher one of one operation, when another needs it anyway", () => {
  assert.equal(of("User.Read.All > Directory.Read.All", "Directory.Read.All > Directory.ReadWrite.All").permissions, [
    "Directory.Read.All",
  ]);
});

test("never a higher one only to need fewer", () => {
  assert.equal(of("A > X", "B > X").permissions, ["A", "B"]);
});

test("names that are needed together", () => {
  assert.equal(of("A B > C", "B").permissions, ["A", "B"]);
  assert.equal(of("A B | C", "C").permissions, ["C"]);
});

test("a choice is told", () => {
  const { permissions, alternatives } = of("A | B", "C");
  assert.equal([permissions, alternatives], [["A", "C"], [["B", "C"]]]);
  assert.equal(of("A | B", "B | C").permissions, ["B"]);
  assert.equal(of("A | B", "B | C").alternatives, []);
});

test("where the page gives no order, all are a choice", () => {
  const { permissions, alternatives } = of("> A | B");
  assert.equal([permissions, alternatives], [["A"], [["B"]]]);
});

test("what cannot be called, what is not known, what needs nothing", () => {
  const word = (id: string, application: Permission): Operation => operation("/", { id, permissions: { application } });
  const operations = [
    word("c", "unsupported"),
    word("b", "undetermined"),
    operation("/", { id: "a" }),
    word("d", "none"),
    needs("e", "A"),
  ];
  assert.equal(leastPrivileged(operations, "application"), {
    permissions: ["A"],
    alternatives: [],
    unsupported: ["c"],
    undetermined: ["a", "b"],
    scenarios: [],
  });
});

test("many operations do not take long, many choices are cut off", () => {
  const many = Array.from({ length: 400 }, (_, i) => `P${i}.Read > P${i}.ReadWrite | All.ReadWrite`);
  assert.is(of(...many).permissions.length, 400);
  assert.equal(of(...many, "All.ReadWrite").permissions, ["All.ReadWrite"]);
  const choices = of(...Array.from({ length: 30 }, (_, i) => `A${i} | B${i}`));
  assert.is(choices.permissions.length, 30);
  assert.is(choices.alternatives.length, 15);
  const knot = of(...Array.from({ length: 60 }, (_, i) => `N${i} | N${(i * 7 + 1) % 60} | N${(i * 11 + 3) % 60}`));
  assert.ok(knot.permissions.length > 0);
});

test("scenarios: enough for each of them, and told", () => {
  const read = (name: string) => ({ application: { least: [[name]], higher: [] } });
  const getFile = withPermissions(
    operation("/", { id: "file-get" }),
    { scenario: "event", ...read("Calendars.Read") },
    { scenario: "message", ...read("Mail.Read") },
    { scenario: "post", application: "unsupported" },
  );
  const both = leastPrivileged([getFile], "application");
  assert.equal(both.permissions, ["Calendars.Read", "Mail.Read"]);
  assert.equal([both.scenarios, both.unsupported, both.undetermined], [["file-get"], [], []]);
  const [message] = getFile.scenarios ?? [];
  assert.ok(message);
  const one = leastPrivileged([{ ...getFile, permissions: message, scenarios: [] }], "application");
  assert.equal([one.permissions, one.scenarios], [["Mail.Read"], []]);
});

test("scenarios that need the same are no question", () => {
  const table = { application: { least: [["Mail.Read"]], higher: [] } } as const;
  const getFile = withPermissions(operation("/"), { scenario: "own", ...table }, { scenario: "other", ...table });
  assert.equal(leastPrivileged([getFile], "application").scenarios, []);
});

test.run();
