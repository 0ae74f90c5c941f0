/**
 * When V8 compiles a function once more, optimized: by itself after a time that pays in programs that go on. A run over docs ends before that,
 * with thousands of functions that are each called for a moment: a quarter of its processors' time went into code that was hardly used.
 * Optimized is still what runs longest. (Measured on 3,341 pages: 46 to 35 seconds of processors with Node 20, 23 to 17 with 22 for reading
 * and joining them, 19 to 17 with 24; nothing with 26.)
 */
import { setFlagsFromString } from "node:v8";

interface Flag {
  readonly name: string;
  /** V8's own. */
  readonly usual: number;
  readonly late: number;
}

const invocations = { name: "--invocation-count-for-turbofan", usual: 3000, late: 30_000 };

/** By the major version of Node. In others nothing is set: V8 complains aloud where it does not know a flag. */
export const optimizingFlags: ReadonlyMap<string, Flag> = new Map([
  ["20", { name: "--interrupt-budget", usual: 67_584, late: 2_000_000 }],
  ["22", invocations],
  ["24", invocations],
]);

/** For all threads, from now on. */
export function optimizeLate(): void {
  set("late");
}

/** For a process that does the same again and again. */
export function optimizeAsUsual(): void {
  set("usual");
}

function set(when: "usual" | "late"): void {
  const flag = optimizingFlags.get(process.versions.node.split(".", 1)[0] ?? "");
  if (flag !== undefined) setFlagsFromString(`${flag.name}=${flag[when]}`);
}
