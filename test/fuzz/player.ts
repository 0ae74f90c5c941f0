/**
 * Runs the tests of generated packages the way uvu does, in a process of its own, but goes on where a file cannot be loaded, and notices
 * planted code that runs. Arguments: folder of the packages, file for the outcome.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { listFiles } from "../../generator/write/compare.js";
import { marker } from "./mutators/hostile.js";

/** Of a test file, relative to the folder of the packages. */
export interface Played {
  readonly file: string;
  readonly passed: number;
  /** What uvu prints about the tests that fail, or why the file could not be loaded. */
  readonly errors: string;
}

type Run = () => Promise<[errors: string | true, passed: number, skipped: number, total: number]>;

const [folder = "", outcome = ""] = process.argv.slice(2);
let planted = false;
const notice = (): void => {
  planted = true;
};
Object.defineProperty(globalThis, marker, { set: notice, get: notice });

const queue: [name: string | null, ...runs: Run[]][] = [];
Object.assign(globalThis, { UVU_DEFER: 1, UVU_QUEUE: queue });
const played: Played[] = [];
process.on("exit", () => writeFileSync(outcome, JSON.stringify({ planted, played })));

for (const file of listFiles(folder).filter((path) => path.endsWith(".test.ts"))) {
  queue.push([file]);
  Object.assign(globalThis, { UVU_INDEX: queue.length - 1 });
  const failure = await import(pathToFileURL(join(folder, file)).href).then(
    () => "",
    (error: unknown) => `FAIL  "loading"\n    ${String(error)}`,
  );
  if (failure !== "") played.push({ file, passed: 0, errors: failure });
}

for (const [file, ...runs] of queue) {
  for (const run of runs) {
    const [errors, passed] = await run();
    played.push({ file: file ?? "", passed, errors: errors === true ? "" : errors });
  }
}
