/** Which page a line of a generated package comes from. A guess by what stands around the line: it tells where to begin looking. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A line of a file, or a test of a test file. */
export interface PlaceInPackage {
  readonly folder: string;
  /** Relative to the package. */
  readonly file: string;
  readonly line?: number;
  readonly test?: string;
}

const named = /"page": "(.*?)"|@see (?:\{@link https:\/\/docs\.example\/)?([^\s|}]+)/;
const testStart = /^test\("(.*?)"/;

export function pageOf({ folder, file, line, test }: PlaceInPackage): string | undefined {
  const lines = linesOf(folder, file);
  if (file.startsWith("test/")) {
    const name = test ?? above(lines, line ?? 0, testStart);
    const fixtures = linesOf(folder, file.replace(/^test/, "fixtures").replace(/\.test\.ts$/, ".ts"));
    const at = fixtures.findIndex((each) => each.trim() === `"name": ${JSON.stringify(name)},`);
    return at < 0 ? undefined : below(fixtures, at, named);
  }
  const found = above(lines, line ?? 0, named) ?? below(lines, line ?? 0, named);
  return found === undefined || found.endsWith(".md") ? found : `${decodeURI(found)}.md`;
}

function above(lines: readonly string[], from: number, pattern: RegExp): string | undefined {
  return firstMatch(lines.slice(0, from).reverse(), pattern);
}

function below(lines: readonly string[], from: number, pattern: RegExp): string | undefined {
  return firstMatch(lines.slice(from), pattern);
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line);
    if (found !== null) return found[1] ?? found[2];
  }
  return undefined;
}

function linesOf(folder: string, file: string): string[] {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
}
