/** Memory that nobody holds any more. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Below this number of pages there is less to gain than collecting costs. */
const WORTH_COLLECTING = 1000;

/** From this number of pages on, a machine may lack what garbage takes. */
const LARGE = 10_000;

/**
 * Does `job`, which makes much that is soon of no use beside much that is: with many pages, V8 collects when that has grown by half. By itself
 * it would wait for more and more.
 */
export async function collectingOften<T>(pages: number, job: () => Promise<T>): Promise<T> {
  if (pages < LARGE) return job();
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
export function collectGarbage(pages: number): void {
  if (pages < WORTH_COLLECTING) return;
  // what is left is moved to new memory: better after what is free has been given back
  if (pages >= LARGE) collect();
  // else what is left lies here and there in memory that is kept for it
  setFlagsFromString("--compact-on-every-full-gc");
  collect();
  setFlagsFromString("--no-compact-on-every-full-gc");
}

function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
