/** Memory that nobody holds any more. */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Below this size of the heap, in bytes, there is less to gain than collecting costs. */
const WORTH_COLLECTING = 200_000_000;

/** From this size on, a machine may lack what garbage takes. */
const LARGE = 400_000_000;

/**
 * Does `job`, which makes much that is soon of no use beside much that is: with a large heap, V8 collects when that has grown by half. By itself
 * it would wait for more and more.
 */
export async function collectingOften<T>(job: () => Promise<T>): Promise<T> {
  if (getHeapStatistics().total_heap_size < LARGE) return job();
  setFlagsFromString("--heap-growing-percent=50");
  // counts from the last time that it collected
  collect();
  try {
    return await job();
  } finally {
    setFlagsFromString("--heap-growing-percent=0");
  }
}

/**
 * To be called where much of what a run held is let go of. V8 by itself collects when the heap has grown by about as much as was alive the last
 * time: until then, what is made next takes new memory beside what could be used again.
 */
export function collectGarbage(): void {
  const size = getHeapStatistics().total_heap_size;
  if (size < WORTH_COLLECTING) return;
  // what is left is moved to new memory: better after what is free has been given back
  if (size >= LARGE) collect();
  // else what is left lies here and there in memory that is kept for it
  setFlagsFromString("--compact-on-every-full-gc");
  collect();
  setFlagsFromString("--no-compact-on-every-full-gc");
}

function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
