// Preloaded into each process that is measured: leaves its peak memory, in megabytes, and the seconds of processors that it and its threads took,
// in a file of its own in the folder that PEAK_FOLDER names.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

if (isMainThread)
  process.once("exit", () => {
    const { user, system } = process.cpuUsage();
    const figures = { memory: process.resourceUsage().maxRSS / 1024, cpu: (user + system) / 1e6 };
    writeFileSync(join(process.env.PEAK_FOLDER, `${process.pid}.json`), JSON.stringify(figures));
  });
