/** What the pipeline hands to the command line. */
import type { EarlierNames, Plan } from "./emit/plan.js";
import type { Finding } from "./findings.js";
import type { Api } from "./model/api.js";
import type { OutputFile } from "./output-file.js";
import type { Page } from "./read/page.js";
import type { Failure } from "./worker.js";

/** What the docs say, all pages joined. */
export interface Reading {
  /** Folder that the paths of pages and findings are relative to. */
  readonly root: string;
  readonly pages: readonly Page[];
  readonly api: Api;
  /** Pages that are missing because of a bug of ours; all others are there. */
  readonly failedPages: readonly Failure[];
}

/** What is made of the docs, and what there is to say about it. The same for the same docs and options, wherever they are. */
export interface Made {
  /** The package, sorted by path. */
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
  /** How many of each there are. */
  readonly counts: Readonly<Record<"pages" | "operations" | "types" | "enums" | "examples", number>>;
  /** The names that are in use now. */
  readonly names: EarlierNames;
}

export interface Generated extends Made, Pick<Reading, "root" | "failedPages"> {
  /** Modules that are missing because of a bug of ours; without them the package does not compile. */
  readonly failedModules: readonly Failure[];
}

export function madeOf(pages: readonly Page[], plan: Plan, files: readonly OutputFile[]): Made {
  const { operations, types, enums, findings } = plan.api;
  const examples = operations.flatMap((operation) => operation.examples).length;
  const names = plan.modules.flatMap((module) =>
    module.operations.map(({ operation, name }) => ({ id: operation.id, function: name })),
  );
  return {
    files: [...files].sort((a, b) => compare(a.path, b.path)),
    findings,
    counts: {
      pages: pages.length,
      operations: operations.length,
      types: types.length,
      enums: enums.length,
      examples,
    },
    names: { operations: names.sort((a, b) => compare(a.id, b.id)) },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
