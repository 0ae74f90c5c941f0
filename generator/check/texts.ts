import { join } from "node:path";
import { readPlain } from "../shared/files/plain-file.js";

/** Texts of the files below `top`, each read once. */
export function textsOf(top: string): { textOf(path: string): string | undefined } {
  const texts = new Map<string, string | undefined>();
  return {
    textOf(path) {
      if (!texts.has(path)) texts.set(path, readPlain(join(top, path))?.toString("utf8").replaceAll("\r\n", "\n"));
      return texts.get(path);
    },
  };
}
