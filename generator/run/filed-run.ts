/** What a run made, filed with what stands for each text in its place: most texts are those of the run before, and are not written once more. */
import type { EarlierNames } from "../plan/plan.js";
import type { FileSum, OutputFile } from "../shared/output-file.js";
import { summed } from "../write/manifest.js";
import type { Cache } from "./cache.js";

interface WithFiles {
  readonly files: readonly OutputFile[];
}

/** What a run gave names, too. */
interface WithNames extends WithFiles {
  readonly names: EarlierNames;
}

/** What a run made, without the texts. */
export type Filed<T extends WithFiles> = Omit<T, "files"> & { readonly files: readonly FileSum[] };

/** `made` without its texts. */
export function filed<T extends WithFiles>(made: T): Filed<T> {
  return { ...made, files: made.files.map((file) => summed(file)) };
}

/** Files what a run made, and which names its api.json tells. */
export function fileRun<T extends WithNames>(cache: Cache, key: string, made: T): void {
  for (const file of made.files) {
    const { sum } = summed(file);
    if (!cache.has("texts", sum)) cache.put("texts", sum, file.content);
  }
  const api = made.files.find(({ path }) => path === "api.json");
  if (api !== undefined) cache.put("names", summed(api).sum, made.names);
  cache.put("run", key, filed(made));
}

/** The names that an api.json tells which a run made; `sum` is its hash. */
export async function filedNames(cache: Cache, sum: string): Promise<EarlierNames | undefined> {
  // filed under this kind by the same version of docwright
  return (await cache.get("names", sum)) as EarlierNames | undefined;
}

/** What was filed so; undefined where nothing was. Who asks says what it is: the same version of docwright filed it. */
export async function filedRun<T extends WithFiles>(cache: Cache, key: string): Promise<Filed<T> | undefined> {
  return (await cache.get("run", key)) as Filed<T> | undefined;
}

/** What the files of a run hold; undefined where something of it is missing. All are looked for: the cache learns which it has no more. */
export async function filedTexts(cache: Cache, files: readonly FileSum[]): Promise<readonly OutputFile[] | undefined> {
  const found: OutputFile[] = [];
  for (const { path, sum } of files) {
    const content = await cache.get("texts", sum);
    if (typeof content === "string") found.push({ path, content });
  }
  return found.length === files.length ? found : undefined;
}
