/** The locks of a work folder, as files: see work-folder.ts. */
import { randomBytes } from "node:crypto";
import { constants, copyFileSync, linkSync, lstatSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPlain } from "../shared/files/plain-file.js";
import { thisProcess, type ProcessId } from "../shared/files/process-life.js";
import { naming, systemCode } from "../shared/files/system-error.js";
import { parsedJson } from "../shared/json/parsed.js";

export interface Holder extends ProcessId {
  /** Random: names this lock and no other. */
  readonly token: string;
  /** When the folder was made that the lock lies in. */
  readonly made: string;
}

/** In bytes; what is larger is no lock. */
export const largestLock = 1024;

const TOKEN = /^[\da-f]{32}$/;

/**
 * When a folder was made, to the nanosecond; undefined when it is not there, or is no folder. The time of a file system that keeps none is
 * 0: such a one numbers its folders at least.
 */
export function creationTime(folder: string): string | undefined {
  const found = lstatSync(folder, { bigint: true, throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return undefined;
  return found.birthtimeNs > 0n ? `at ${found.birthtimeNs}` : `as ${found.ino}`;
}

/** The holder that a lock names; "unwritten" for an empty one; undefined for a file that is none, and for no file. */
export function readLock(path: string): Holder | "unwritten" | undefined {
  const text = readPlain(path, largestLock)?.toString("utf8");
  return text === "" ? "unwritten" : parsed(text ?? "");
}

function parsed(text: string): Holder | undefined {
  const lock = parsedJson(text);
  return isHolder(lock) ? lock : undefined;
}

function isHolder(lock: unknown): lock is Holder {
  if (typeof lock !== "object" || lock === null) return false;
  const { pid, token, made, start = "" }: Partial<Record<keyof Holder, unknown>> = lock;
  return (
    typeof pid === "number" &&
    Number.isSafeInteger(pid) &&
    pid > 0 &&
    typeof token === "string" &&
    TOKEN.test(token) &&
    [made, start].every((text) => typeof text === "string")
  );
}

/** Makes the lock `name` in a work folder. Gives its token; nothing when another run was faster. */
export function takeLock(work: string, name: string): string | undefined {
  const token = randomBytes(16).toString("hex");
  const claim = join(work, `claim.${process.pid}.${token}`);
  try {
    writeFileSync(claim, "", { flag: "wx" });
    // While the claim is in it the folder cannot go, so this is the folder that it is in.
    const holder = { ...thisProcess(), token, made: creationTime(work) ?? "" };
    naming(claim, () => writeFileSync(claim, JSON.stringify(holder)));
    makeLock(claim, join(work, name));
    rmSync(claim, { force: true });
    return token;
  } catch (error) {
    rmSync(claim, { force: true });
    if (isLost(error)) return undefined;
    removeEmpty(work);
    throw error;
  }
}

/** Some file systems have no hard links: there a lock can be seen while it is being written, as an empty one. */
function makeLock(claim: string, lock: string): void {
  try {
    linkSync(claim, lock);
  } catch (error) {
    if (isLost(error)) throw error;
    naming(lock, () => copyFileSync(claim, lock, constants.COPYFILE_EXCL));
  }
}

function isLost(error: unknown): boolean {
  return ["ENOENT", "EEXIST"].includes(systemCode(error) ?? "");
}

/** Deletes a work folder, unless another run has begun in it. */
export function removeEmpty(work: string): void {
  try {
    rmdirSync(work);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(systemCode(error) ?? "")) throw error;
  }
}
