import { join } from "node:path";
import { readPlain } from "../shared/files/plain-file.js";
import type { Checked } from "../findings/checked.js";

/** Lines of the files below `top`, each read once: many findings lie on one page. */
export function textsOf(top: string): Pick<Checked, "linesOf"> {
  const texts = new Map<string, readonly string[] | undefined>();
  return {
    linesOf(path) {
      if (!texts.has(path)) texts.set(path, readPlain(join(top, path))?.toString("utf8").split(/\r?\n/));
      return texts.get(path);
    },
  };
}
