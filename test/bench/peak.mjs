// Preloaded into the process that is measured: leaves its peak memory, in kilobytes, in the file that PEAK_FILE names.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread)
  process.once("exit", () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));
