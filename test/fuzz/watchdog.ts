/**
 * Ends this process when a job takes too much of the processor, from a thread of its own: one that is busy cannot look at the clock. Processor
 * time, so that what else the machine does is no reason.
 */
import { Worker } from "node:worker_threads";

/** To be told, before each job, how many seconds it has. Adds to `diary` where the job stood. */
export function startWatchdog(diary: string): (seconds: number) => void {
  const end = new Float64Array(new SharedArrayBuffer(8)).fill(Infinity);
  new Worker(new URL("watchdog-thread.mjs", import.meta.url), { workerData: { end, diary } }).unref();
  return (seconds) => {
    const { user, system } = process.cpuUsage();
    end[0] = (user + system) / 1e6 + seconds;
  };
}
