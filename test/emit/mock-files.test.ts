/** `mock/operations.ts`, whatever the number of operations: the compiler gives up comparing those of one list where there are too many. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatCode } from "../../generator/emit/typescript/format.js";
import { mockFiles } from "../../generator/emit/mock/mock-files.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { inFolder, put } from "../helpers/temporary.js";
import { api, operation } from "./sample-api.js";

const mocks = suite("emit/mock-files");

const options = { name: "books", version: "1.0.0", license: "MIT" };

function operationsFile(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => String(index).padStart(5, "0"));
  const operations = numbers.map((number) =>
    operation(`get-book${number}`, ["get", `book${number}`], [`/books${number}/{bookId}`], { examples: [] }),
  );
  const files = [...mockFiles(planPackage(api({ operations }), options))];
  return files.find(({ path }) => path === "mock/operations.ts")?.content ?? "";
}

for (const [count, lists] of [
  [2, 0],
  [1001, 2],
  [12_001, 13],
] as const)
  mocks(`${count} operations stand in ${lists === 0 ? "one list" : `${lists} lists`}, as prettier lays them out`, () =>
    inFolder(async (folder) => {
      const text = operationsFile(count);
      assert.is([...text.matchAll(/^const operations\d+: readonly MockOperation\[\] = \[$/gm)].length, lists);
      assert.is(text, await formatCode(text));
      put(folder, { "package.json": `{ "type": "module" }`, "operations.ts": text });
      const { api: made } = await import(pathToFileURL(join(folder, "operations.ts")).href);
      assert.is(made.operations.length, count);
      assert.is(new Set(made.operations.map(({ id }: { readonly id: string }) => id)).size, count);
    }),
  );

mocks.run();
