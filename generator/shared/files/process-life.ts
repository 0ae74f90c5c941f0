/** Which processes still run. */
import { readFileSync } from "node:fs";
import { systemCode } from "./system-error.js";

/** A process. A number alone names none for long: numbers are given again, and in every container there is a process 1. */
export interface ProcessId {
  readonly pid: number;
  /** When it was started, in the system's own words; absent where the system does not tell. */
  readonly start?: string;
}

/** This process. */
export function thisProcess(): ProcessId {
  const start = lookUp(process.pid)?.start;
  return { pid: process.pid, ...(start !== undefined && { start }) };
}

/** Whether `id` is another process, and still runs. One that only waits to be reaped does not. */
export function runsElsewhere({ pid, start }: ProcessId): boolean {
  if (!answers(pid)) return false;
  const found = lookUp(pid);
  if (found === undefined || start === undefined) return pid !== process.pid;
  return !found.ended && found.start === start && pid !== process.pid;
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs and belongs to another user.
    return systemCode(error) === "EPERM";
  }
}

/** Fields of /proc/<pid>/stat behind the command's name, which may hold anything. */
const STATE = 0;
const START_TICKS = 19;

/** From /proc, which Linux has. The ticks count from the start of the machine, which therefore belongs to them. */
function lookUp(pid: number): { readonly start: string; readonly ended: boolean } | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state = "", ticks] = [fields[STATE], fields[START_TICKS]];
    return ticks === undefined ? undefined : { start: `${boot} ${ticks}`, ended: /^[ZX]/.test(state) };
  } catch {
    return undefined;
  }
}
