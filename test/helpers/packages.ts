import type { OutputFile } from "../../generator/shared/output-file.js";

/** Two versions of a package: half of the files differ, some exist in one of them only. */
export function packageOf(version: "old" | "new", size = 120): OutputFile[] {
  return Array.from({ length: size }, (_, index) => ({
    path: `src/${index % 10 === 0 ? version : "both"}/module${index}.ts`,
    content: `export const value = "${index % 2 === 0 ? version : "same"} ${index}";\n`,
  }));
}
