/**
 * The docs of this repository, and a copy with edits as writers make them: what each edit does to users of the package is told once, as the
 * table of changes says, at the line that was edited; the way back is the mirror of it.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Change, ChangePlace } from "../../generator/diff/change.js";
import { compareApis } from "../../generator/diff/compare.js";
import { changeRules } from "../../generator/diff/rules/rules.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { publishDocs } from "../../generator/readings.js";
import { inFolder } from "../helpers/temporary.js";
import { edits, type Edit } from "./edits.js";

const editing = suite("edits of real pages");
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const options = { name: "parcels", version: "1.0.0", license: "MIT" };

async function published(folder: string, previous?: PublishedApi): Promise<PublishedApi> {
  const names = previous?.operations.map(({ id, function: name, aliases = [] }) => ({ id, function: name, aliases }));
  const given = previous && names && { previous: { rules: previous.nameRules, operations: names } };
  return (await publishDocs(folder, { ...options, ...given })).api;
}

/** A text that an edit is about stands on its page exactly once, unless it is meant wherever it stands. */
function edited(text: string, { page, from, to, everywhere }: Edit): string {
  const count = text.split(from).length - 1;
  assert.ok(everywhere ? count > 0 : count === 1, `${page} has ${JSON.stringify(from)} ${count} times`);
  return text.replaceAll(from, () => to);
}

const found: {
  readonly old: PublishedApi;
  readonly fresh: PublishedApi;
  readonly pages: ReadonlyMap<string, string>;
}[] = [];

await inFolder(async (folder) => {
  cpSync(docs, folder, { recursive: true });
  const old = await published(folder);
  for (const edit of edits) {
    const { page, copyOf = page } = edit;
    const text = edited(readFileSync(join(folder, copyOf), "utf8"), edit);
    if (text === "") rmSync(join(folder, page));
    else writeFileSync(join(folder, page), text);
  }
  const fresh = await published(folder, old);
  const touched = new Set(edits.map(({ page }) => page));
  const texts = [...touched].flatMap((page) => {
    const read = (side: string, root: string): readonly (readonly [string, string])[] => {
      try {
        return [[`${side} ${page}`, readFileSync(join(root, page), "utf8")]];
      } catch {
        return [];
      }
    };
    return [...read("old", docs), ...read("new", folder)];
  });
  found.push({ old, fresh, pages: new Map(texts) });
});

const [{ old, fresh, pages } = { old: undefined, fresh: undefined, pages: new Map<string, string>() }] = found;
if (old === undefined || fresh === undefined) throw new Error("the docs were not read");
const changes = compareApis(old, fresh);

const worded = ({ rule, symbol, step }: Pick<Change, "rule" | "symbol" | "step">): string =>
  `${step} ${rule} ${symbol}`;

/** The lines that a change is shown at, on both pages. */
function shownAt({ oldPlace, newPlace }: Change): string {
  const line = (side: string, place: ChangePlace): string =>
    pages.get(`${side} ${place.page}`)?.split("\n")[place.line - 1] ?? `${place.page}:${place.line}`;
  return [newPlace && line("new", newPlace), oldPlace && line("old", oldPlace)].join("\n");
}

for (const { what, expected, also = [], at } of edits)
  editing(what, () => {
    for (const each of also) assert.ok(changes.map(worded).includes(each), each);
    for (const each of expected) {
      const change = changes.find((one) => worded(one) === each);
      assert.ok(change, `${each} is not told`);
      if (at !== undefined) assert.ok(shownAt(change).includes(at), `${each} is shown at ${shownAt(change)}`);
    }
  });

editing("nothing else is told", () => {
  const expected = new Set(edits.flatMap(({ expected: own, also = [] }) => [...own, ...also]));
  assert.equal(
    changes.map(worded).filter((each) => !expected.has(each)),
    [],
  );
});

editing("the way back is the mirror, and the way to itself nothing", () => {
  const back = compareApis(fresh, old).map(({ rule }) => rule);
  assert.equal(back.sort(), changes.map(({ rule }) => changeRules[rule].mirror).sort());
  assert.equal(compareApis(old, old), []);
  assert.equal(compareApis(fresh, fresh), []);
});

editing("every area of the table has edits, and there are sixty", () => {
  const areas = new Set(changes.map(({ rule }) => changeRules[rule].area));
  // what is of no page, such as the base address, has its own tests
  const all = Object.values(changeRules).flatMap(({ area }) => (area === "package" ? [] : [area]));
  assert.equal(
    [...new Set(all)].filter((area) => !areas.has(area)),
    [],
  );
  assert.ok(edits.filter(({ expected }) => expected.length > 0).length >= 60);
});

editing.run();
