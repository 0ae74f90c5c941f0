/** Memory that nobody holds any more. */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Below this size of the heap, in bytes, there is less to gain than collecting costs. */
const WORTH_COLLECTING = 200_000_000;

/**
 * To be called where much of what a run held is let go of. V8 by itself collects when the heap has grown by about as much as was alive the last
 * time: until then, what is made next takes new memory beside what could be used again.
 */
export function collectGarbage(): void {
  if (getHeapStatistics().total_heap_size < WORTH_COLLECTING) return;
  setFlagsFromString("--expose-gc");
  // else what is left lies here and there in memory that is kept for it
  setFlagsFromString("--compact-on-every-full-gc");
  (runInNewContext("gc") as () => void)();
  setFlagsFromString("--no-compact-on-every-full-gc");
}
