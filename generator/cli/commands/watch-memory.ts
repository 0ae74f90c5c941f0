/** What `--watch` keeps from one round to the next. */
import type { RunOptions } from "../../build.js";
import { linkMemory } from "../../model/memory.js";
import type { Cache } from "../../run/cache.js";
import { memoryCache, type MemoryCache } from "../../run/memory-cache.js";
import { lentPool } from "../../run/pool.js";
import type { ModulePlan } from "../../plan/plan.js";
import { Keeper } from "../../shared/same.js";

/** What a process that runs again and again, as pages change, need not make anew each time. */
export type WatchMemory = Required<Pick<RunOptions, "memory" | "modules" | "openPool">> & {
  readonly cache: MemoryCache;
};

/** Of one process; what is kept for later ones is read from `disk`, and written there. */
export function watchMemory(disk: Cache): WatchMemory {
  return {
    cache: memoryCache(disk),
    memory: linkMemory(),
    modules: new Keeper<ModulePlan>(({ path }) => path),
    openPool: lentPool(),
  };
}
