import { cacheFolder, noCache, openCache, whyNotUsed, type Cache } from "../../run/cache.js";
import type { Settings } from "../config.js";
import { shownPath } from "../report.js";

/** The cache for `docs`, unless the settings forbid one, or it lies where strangers may have written it: that is told. */
export function cacheOf({ cache = true }: Settings, docs: string, tell: (line: string) => void): Cache {
  if (!cache) return noCache;
  const folder = cacheFolder(docs, process.cwd());
  const reason = whyNotUsed(folder);
  if (reason === undefined) return openCache(folder);
  tell(`The cache ${shownPath(folder)} is not used: ${reason}.`);
  return noCache;
}
