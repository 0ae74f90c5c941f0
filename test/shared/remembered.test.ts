/** What was made is taken again while what it was made from says the same. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Remembered, type Trace } from "../../generator/shared/remembered.js";
import { isSame, Keeper, oncePer } from "../../generator/shared/same.js";

const remembering = suite("remembered");

/** A context that knows words and is told things. */
interface Book {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly told: string[];
}

const meaning = ({ words }: Book, word: string): readonly string[] => words.get(word) ?? [];
const tell = ({ told }: Book, text: string): number => told.push(text);

function book(words: Readonly<Record<string, readonly string[]>>): Book {
  return { words: new Map(Object.entries(words)), told: [] };
}

remembering("what is made is asked for once while the answers are the same, and done each time", () => {
  const page = { word: "parcel" };
  const remembered = new Remembered<typeof page, Book, string>();
  let made = 0;
  const make = (trace: Trace<Book>): string => {
    made++;
    trace.do(tell, `read ${page.word}`);
    return trace.ask(meaning, page.word, page.word).join();
  };
  const first = book({ parcel: ["box"], depot: ["house"] });
  assert.is(remembered.of(page, first, make), "box");
  // another book with the same meaning, whatever it says of other words
  const second = book({ depot: ["hall"], parcel: ["box"] });
  assert.is(remembered.of(page, second, make), "box");
  assert.equal([made, second.told], [1, ["read parcel"]]);
  const third = book({ parcel: ["box", "bag"] });
  assert.is(remembered.of(page, third, make), "box,bag");
  assert.equal([made, third.told], [2, ["read parcel"]]);
  // another page that says the same is another page
  assert.is(remembered.of({ ...page }, third, make), "box,bag");
  assert.is(made, 3);
});

remembering("an exception is not remembered", () => {
  const page = {};
  const remembered = new Remembered<object, Book, string>();
  const fail = (): string => {
    throw new Error("broken");
  };
  assert.throws(() => remembered.of(page, book({}), fail), "broken");
  assert.is(
    remembered.of(page, book({}), () => "whole"),
    "whole",
  );
});

remembering("values are the same that hold the same in the same order", () => {
  const same: readonly (readonly [unknown, unknown])[] = [
    [{ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] }],
    [new Map([["a", [1]]]), new Map([["a", [1]]])],
    [new Set(["a"]), new Set(["a"])],
  ];
  const others: readonly (readonly [unknown, unknown])[] = [
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: undefined }, {}],
    [{}, []],
    [[1], [1, 2]],
    [new Map([["a", 1]]), new Map([["a", 2]])],
    [new Set(["a"]), new Map([["a", "a"]])],
    [null, {}],
    ["1", 1],
  ];
  assert.ok(same.every(([one, other]) => isSame(one, other) && isSame(other, one)));
  assert.not.ok(others.some(([one, other]) => isSame(one, other) || isSame(other, one)));
});

remembering("what is as it was the last time is the same object", () => {
  const keeper = new Keeper<{ readonly name: string; readonly size: number }>(({ name }) => name);
  const [small, large] = keeper.kept([
    { name: "small", size: 1 },
    { name: "large", size: 2 },
  ]);
  const [first, second] = keeper.kept([
    { name: "large", size: 3 },
    { name: "small", size: 1 },
  ]);
  assert.is(second, small);
  assert.is.not(first, large);
  // not there the last time: nothing that it could be
  keeper.kept([]);
  assert.is.not(keeper.kept([{ name: "small", size: 1 }])[0], small);
});

remembering("what is made of a thing is made again where what it takes beside is another", () => {
  let made = 0;
  const text = oncePer((thing: { readonly name: string }, sign: string) => `${++made} ${thing.name}${sign}`);
  const thing = { name: "parcel" };
  assert.is(text(thing, "!"), "1 parcel!");
  assert.is(text(thing, "!"), "1 parcel!");
  assert.is(text(thing, "?"), "2 parcel?");
  // what `map` hands over beside is none of it
  const name = oncePer((one: { readonly name: string }) => `${++made} ${one.name}`);
  assert.equal([[thing].map(name), [thing, thing].map(name)], [["3 parcel"], ["3 parcel", "3 parcel"]]);
});

remembering.run();
