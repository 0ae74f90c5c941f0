/** What the compiler needs for a program: seconds and megabytes, as `tsc --extendedDiagnostics` reports them. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { put } from "../helpers/temporary.js";

export interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

const time = /^Total time:\s+([\d.]+)s/m;
const memory = /^Memory used:\s+(\d+)K/m;
const runs = 5;

/** The medians of some runs over one file in `folder`. Throws when it does not compile. */
export function typeCost(tsc: string, folder: string, name: string, source: string): Cost {
  const options = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    module: "nodenext",
  };
  const project = `${name}.json`;
  put(folder, {
    [`${name}.ts`]: source,
    [project]: JSON.stringify({ compilerOptions: options, files: [`${name}.ts`] }),
  });
  const all = Array.from({ length: runs }, () => compile(tsc, join(folder, project)));
  return {
    seconds: median(all.map(({ seconds }) => seconds)),
    megabytes: median(all.map(({ megabytes }) => megabytes)),
  };
}

function compile(tsc: string, project: string): Cost {
  const { stdout, status } = spawnSync("node", [tsc, "-p", project, "--extendedDiagnostics"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
  return { seconds: Number(time.exec(stdout)?.[1]), megabytes: Number(memory.exec(stdout)?.[1]) / 1024 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
