/** What a run made, filed with the hash of each text in its place: most texts are those of the run before, and are not written once more. */
import type { OutputFile } from "../shared/output-file.js";
import { hashOf } from "../write/manifest.js";
import type { Cache } from "./cache.js";

interface WithFiles {
  readonly files: readonly OutputFile[];
}

type Filed<T> = Omit<T, "files"> & {
  readonly files: readonly { readonly path: string; readonly sum: string }[];
};

/** Files what a run made. */
export function fileRun<T extends WithFiles>(cache: Cache, key: string, made: T): void {
  const files = made.files.map((file) => {
    const sum = hashOf(file);
    if (!cache.has("texts", sum)) cache.put("texts", sum, file.content);
    return { path: file.path, sum };
  });
  cache.put<Filed<T>>("run", key, { ...made, files });
}

/** What was filed so; undefined where something of it is missing. Who asks says what it is: the same version of docwright filed it. */
export async function filedRun<T extends WithFiles>(
  cache: Cache,
  key: string,
): Promise<(Omit<T, "files"> & WithFiles) | undefined> {
  const filed = (await cache.get("run", key)) as Filed<T> | undefined;
  if (filed === undefined) return undefined;
  const files: OutputFile[] = [];
  for (const { path, sum } of filed.files) {
    const content = await cache.get("texts", sum);
    if (typeof content !== "string") return undefined;
    files.push({ path, content });
  }
  return { ...filed, files };
}
