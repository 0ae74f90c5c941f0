import { cacheFolder, noCache, openCache, type Cache } from "../cache.js";
import type { Settings } from "../config.js";

/** The cache for `docs`, unless the settings forbid one. */
export function cacheOf({ cache = true }: Settings, docs: string): Cache {
  return cache ? openCache(cacheFolder(docs, process.cwd())) : noCache;
}
