/** What a run made, filed with the hash of each text in its place: most texts are those of the run before, and are not written once more. */
import type { OutputFile } from "../shared/output-file.js";
import { hash } from "../write/manifest.js";
import type { Cache } from "./cache.js";

interface WithFiles {
  readonly files: readonly OutputFile[];
}

interface Filed {
  readonly files: readonly { readonly path: string; readonly sum: string }[];
}

/** Files `made` as a `kind` of which one is kept. */
export function fileWithTexts(cache: Cache, kind: string, key: string, made: WithFiles): void {
  const files = made.files.map(({ path, content }) => {
    const sum = hash(content);
    if (!cache.has("texts", sum)) cache.put("texts", sum, content);
    return { path, sum };
  });
  cache.put(kind, key, { ...made, files });
}

/** What was filed so; undefined where something of it is missing. */
export async function filedWithTexts(cache: Cache, kind: string, key: string): Promise<WithFiles | undefined> {
  // filed under this kind by the same version of docwright
  const filed = (await cache.get(kind, key)) as Filed | undefined;
  if (filed === undefined) return undefined;
  const files: OutputFile[] = [];
  for (const { path, sum } of filed.files) {
    const content = await cache.get("texts", sum);
    if (typeof content !== "string") return undefined;
    files.push({ path, content });
  }
  return { ...filed, files };
}
