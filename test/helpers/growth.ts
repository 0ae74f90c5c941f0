/** Measures how the cost of a job grows with what it is given. */
import * as assert from "uvu/assert";

/** Four times the input may cost this much more: linear is 4, quadratic 16. */
const LIMIT = 9;
/** What the smaller run counts at least, in milliseconds: smaller times tell more of the machine than of the work. */
const FLOOR = 15;
const TRIES = 4;

/** The time in which the processor worked for a job, in milliseconds. */
async function cost(job: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Fails unless the job for `4 * n` costs about four times as much as the one for `n`, and so does nothing in the square. The least of several
 * runs counts, since a collector or a neighbour may slow any of them down; but only as many are made as it takes.
 */
export async function grows(jobOf: (n: number) => () => unknown, n: number): Promise<void> {
  const smallJob = jobOf(n);
  const largeJob = jobOf(4 * n);
  let small = Infinity;
  let large = Infinity;
  for (let run = 0; run < TRIES; run++) {
    small = Math.min(small, await cost(smallJob));
    large = Math.min(large, await cost(largeJob));
    if (large < LIMIT * Math.max(small, FLOOR)) return;
  }
  assert.unreachable(`${small.toFixed(1)} ms grew to ${large.toFixed(1)} ms`);
}
