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
const rounds = 7;

/**
 * The smallest figures of some rounds over all programs in turn, so that what else the machine does falls on none of them alone; in the order
 * given. Throws when one does not compile.
 */
export function typeCosts(tsc: string, folder: string, sources: readonly string[], skipLibCheck: boolean): Cost[] {
  const projects = sources.map((source, index) => {
    const name = `program${index}`;
    const compilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      module: "nodenext",
    };
    put(folder, {
      [`${name}.ts`]: source,
      [`${name}.json`]: JSON.stringify({ compilerOptions, files: [`${name}.ts`] }),
    });
    return join(folder, `${name}.json`);
  });
  const all = Array.from({ length: rounds }, () => projects.map((project) => compile(tsc, project)));
  return projects.map((_, index) => smallest(all.flatMap((round) => round[index] ?? [])));
}

function compile(tsc: string, project: string): Cost {
  const { stdout, status } = spawnSync("node", [tsc, "-p", project, "--extendedDiagnostics"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
  return { seconds: Number(time.exec(stdout)?.[1]), megabytes: Number(memory.exec(stdout)?.[1]) / 1024 };
}

function smallest(costs: readonly Cost[]): Cost {
  return {
    seconds: Math.min(...costs.map(({ seconds }) => seconds)),
    megabytes: Math.min(...costs.map(({ megabytes }) => megabytes)),
  };
}
