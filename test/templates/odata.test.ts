import { suite } from "uvu";
import * as assert from "uvu/assert";
import { odata, unquoted } from "../../templates/runtime/index.js";

const test = suite("odata");

test("strings are quoted, quotes doubled", () => {
  assert.is(String(odata`displayName eq ${"O'Brien"}`), "displayName eq 'O''Brien'");
});

test("numbers, truth values, null, dates stand as they are", () => {
  assert.is(
    String(odata`a gt ${5} and b eq ${true} and c ne ${null} and d ge ${new Date("2020-01-01T00:00:00Z")}`),
    "a gt 5 and b eq true and c ne null and d ge 2020-01-01T00:00:00.000Z",
  );
});

test("arrays are lists", () => {
  assert.is(String(odata`id in ${["a", "b'"]}`), "id in ('a','b''')");
});

test("expressions are put into expressions", () => {
  const active = odata`active eq ${true}`;
  assert.is(
    String(odata`(${active}) and id eq ${unquoted("0a1b2c3d-0000-4000-8000-1234567890ab")}`),
    "(active eq true) and id eq 0a1b2c3d-0000-4000-8000-1234567890ab",
  );
});

test("only one literal goes in without quotes", () => {
  for (const text of ["P1D", "2020-01-01", "microsoft.graph.dayOfWeek'monday'", "duration'PT5M'", "-1.5"])
    assert.is(String(unquoted(text)), text);
  for (const text of ["", "a b", "1 or true", "x'", "'x", "a'b'c", "f(x)", "a,b", "x'y' or 'z'"])
    assert.throws(() => unquoted(text), "Not a literal", text);
});

test("what only looks like an expression is refused, wherever it comes from", () => {
  const parsed: readonly unknown[] = [
    JSON.parse('{"odata":"x or 1 eq 1"}'),
    JSON.parse('{"odata":"x","toString":"y","toJSON":"z"}'),
    JSON.parse('{"Symbol(odata.expression)":"x or 1 eq 1"}'),
    JSON.parse('{"__proto__":{"odata":"x"}}'),
    // As query string parsers make them.
    Object.assign(Object.create(null), { odata: "x or 1 eq 1" }),
    {},
    undefined,
    () => "x or 1 eq 1",
    Symbol("x"),
    Object("x"),
  ];
  const isTypeError = (error: unknown): boolean => error instanceof TypeError;
  for (const value of parsed) {
    for (const put of [value, [value], ["a", [value]]]) {
      assert.throws(() => Reflect.apply(odata, undefined, [["mail eq ", ""], put]), isTypeError);
    }
  }
});

test("an expression cannot be turned into another one", () => {
  const one = odata`a eq ${1}`;
  assert.throws(() => Object.assign(one, { odata: "x or 1 eq 1" }));
  assert.is(String(odata`(${one})`), "(a eq 1)");
  assert.is(JSON.stringify({ filter: one }), '{"filter":"a eq 1"}');
});

test.run();
