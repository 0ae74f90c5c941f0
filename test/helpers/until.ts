import { setTimeout as later } from "node:timers/promises";

/** Milliseconds after which something will not happen any more, however busy the machine is. */
const PATIENCE = 180_000;

/** Resolves when `isSo`, which is asked again and again; also when patience ends, for the assertion that follows. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo()) && Date.now() < end) await later(50);
}
