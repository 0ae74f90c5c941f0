/** `mock/operations.ts`, whatever the number of operations: the compiler gives up comparing those of one list where there are too many. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { clientSource } from "../../generator/emit/package/client-file.js";
import { formatCode } from "../../generator/emit/typescript/format.js";
import { mockFiles } from "../../generator/emit/mock/mock-files.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { root, run } from "../helpers/npm.js";
import { templateFiles } from "../../generator/emit/package/package.js";
import type { OutputFile } from "../../generator/shared/output-file.js";
import { inFolder, put } from "../helpers/temporary.js";
import { api, operation } from "./sample-api.js";

const mocks = suite("emit/mock-files");

const options = { name: "books", version: "1.0.0", license: "MIT" };

/** The last ones say less than all others: the compiler compares each of them with every other before it knows that it is like none. */
const RARE = 20;

function mockOf(count: number): readonly OutputFile[] {
  const numbers = Array.from({ length: count }, (_, index) => String(index).padStart(5, "0"));
  const operations = numbers.map((number, index) =>
    operation(`get-book${number}`, ["get", `book${number}`], [`/books${number}/{bookId}`], {
      query: index < count - RARE ? "all" : "none",
      examples: [],
    }),
  );
  const plan = planPackage(api({ operations }), options);
  return [...mockFiles(plan), { path: "src/client.ts", content: clientSource(plan) }];
}

const files = (all: readonly OutputFile[]): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map(({ path, content }) => [path, content]));

for (const [count, lists] of [
  [1000, 0],
  [1001, 2],
  [8001, 9],
] as const)
  mocks(`${count} operations stand in ${lists === 0 ? "one list" : `${lists} lists`}, as prettier lays them out`, () =>
    inFolder(async (folder) => {
      const made = files(mockOf(count));
      const text = made["mock/operations.ts"] ?? "";
      assert.is([...text.matchAll(/^const operations\d+: readonly MockOperation\[\] = \[$/gm)].length, lists);
      assert.is(text, await formatCode(text));
      put(folder, { "package.json": `{ "type": "module" }`, ...files(await templateFiles()), ...made });
      const { api: loaded } = await import(pathToFileURL(join(folder, "mock/operations.ts")).href);
      const ids = loaded.operations.map(({ id }: { readonly id: string }) => id);
      assert.equal([ids.length, new Set(ids).size], [count, count]);
      const flags = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"];
      run(folder, process.execPath, join(root, "node_modules/typescript/bin/tsc"), ...flags, "mock/operations.ts");
    }),
  );

mocks.run();
