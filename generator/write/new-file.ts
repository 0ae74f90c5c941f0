/** Writes files that are not there yet, and no others. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "../shared/files/system-error.js";
import { followed } from "../shared/files/repository.js";

/**
 * Whether the file could be made; false where one is there already, under whatever name the system takes for the same. Throws a `UsageError`
 * where a link of the repository leads out of it.
 */
export function writeNew(path: string, content: string | Uint8Array): boolean {
  const real = followed(path);
  mkdirSync(dirname(real), { recursive: true });
  try {
    writeFileSync(real, content, { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    return false;
  }
}
