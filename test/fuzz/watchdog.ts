/**
 * Ends this process when a job takes too much of the processor, from a thread of its own: one that is busy cannot look at the clock. Processor
 * time, so that what else the machine does is no reason.
 */
import { Worker } from "node:worker_threads";

const code = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1e6 > workerData[0]) process.kill(process.pid, "SIGKILL");
  }, 250);
`;

/** To be told, before each job, how many seconds it has. */
export function startWatchdog(): (seconds: number) => void {
  const end = new Float64Array(new SharedArrayBuffer(8)).fill(Infinity);
  new Worker(code, { eval: true, workerData: end }).unref();
  return (seconds) => {
    const { user, system } = process.cpuUsage();
    end[0] = (user + system) / 1e6 + seconds;
  };
}
