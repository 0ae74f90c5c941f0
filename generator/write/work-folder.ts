/**
 * The work folder of an output folder: who made it, who holds it, and how it goes again.
 *
 *     .output.docwright/lock                   who holds it: a process, a token, and when this very folder was made
 *     .output.docwright/lock.<token>           who took it over from the dead holder with that token, and so on
 *     .output.docwright/claim.<process>.<…>    a lock that is being written; a hard link makes it the lock, at once and only once
 *     .output.docwright/old, new               see replace.ts
 *     .output.docwright/.gitignore             lest a work folder that a killed run left is committed
 *
 * Anybody can commit a folder of that name. What proves it ours is the moment at which the folder was made, as the file system keeps it and
 * its lock repeats it: neither Git nor an archive can bring that along. What is not proved is never touched.
 */
import { lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { largestLock, creationTime, readLock, removeEmpty, takeLock, type Holder } from "./lock-file.js";
import { entryAt, entryKind } from "../shared/files/plain-file.js";
import { runsElsewhere } from "../shared/files/process-life.js";
import { isMissing, naming, systemCode, systemErrorText } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";

/** How to wait for another run. */
export interface Waiting {
  /** Told what the user should know while the run goes on. */
  tell(line: string): void;
  /** In milliseconds. */
  readonly patience: number;
}

export const quietly: Waiting = { tell() {}, patience: 30_000 };

/** A work folder that this process holds. */
export interface WorkFolder {
  /** For the package that is to be replaced. */
  readonly old: string;
  /** For the one that takes its place. */
  readonly fresh: string;
  /** Throws a `UsageError` when somebody, who took this process for dead, holds the folder now. */
  confirm(): void;
}

/** Who holds a work folder, if anybody does (nobody knows who while a lock is being written), and how the next lock is to be called. */
interface State {
  readonly next: string;
  readonly heldBy?: Holder | "unwritten";
}

interface Held extends WorkFolder {
  readonly path: string;
  isOurs(): boolean;
}

const POLL_MILLISECONDS = 50;
/** A lock is written in no time. */
const WRITING_MILLISECONDS = 2000;
/** So is a claim: one that is older belongs to nobody. */
const CLAIM_MILLISECONDS = 60_000;
const LOCK = /^lock(?:\.[\da-f]{32})?$/;
const CLAIM = /^claim\.(\d+)\.[\da-f]{32}$/;
const FOLDER = /^(?:old|new)$/;
const ignoring = ".gitignore";

/** Where the work folder of `out` is, or would be. */
export function workFolder(out: string): string {
  return join(dirname(out), `.${basename(out)}.docwright`);
}

/**
 * Does `work` while this process holds the work folder of `out`, whatever a killed run left in it, and deletes the folder afterwards (unless
 * it holds an old package: then the next run is to have it). Waits for a run that holds it. Throws a `UsageError` when that takes too long,
 * and when the folder, or something in it, was not made by docwright. The folder around it exists.
 */
export function inWorkFolder<T>(out: string, waiting: Waiting, work: (folder: WorkFolder) => T): T {
  const folder = hold(out, waiting);
  let result: T;
  try {
    naming(join(folder.path, ignoring), () => writeFileSync(join(folder.path, ignoring), "*\n"));
    result = work(folder);
  } catch (error) {
    try {
      release(folder);
    } catch (another) {
      waiting.tell(`${folder.path} could not be deleted: ${systemErrorText(another) ?? String(another)}`);
    }
    throw error;
  }
  release(folder);
  return result;
}

function hold(out: string, { tell, patience }: Waiting): Held {
  const path = workFolder(out);
  const started = Date.now();
  for (let told = false; ;) {
    makeFolder(path);
    const state = stateOf(path);
    const token = state !== undefined && state.heldBy === undefined ? takeLock(path, state.next) : undefined;
    if (state !== undefined && token !== undefined) return held(path, state.next, token);
    const who = `${out} is being written by another docwright${holderName(state?.heldBy)}`;
    const waited = Date.now() - started;
    if (state?.heldBy === "unwritten" && waited > WRITING_MILLISECONDS) throw foreign(path, "its lock is empty");
    if (waited >= patience) throw new UsageError(`${who}; if that is not so, delete ${path}.`);
    if (state?.heldBy === undefined) continue;
    if (!told) tell(`${who}: waiting for it.`);
    told = true;
    sleep();
  }
}

function held(path: string, lock: string, token: string): Held {
  const isOurs = (): boolean => {
    const holder = readLock(join(path, lock));
    const taken = entryAt(join(path, `lock.${token}`)) !== undefined;
    return !taken && typeof holder === "object" && holder.token === token;
  };
  const confirm = (): void => {
    if (!isOurs()) throw new UsageError(`${path} was taken over by another docwright while this one was at work.`);
  };
  return { path, old: join(path, "old"), fresh: join(path, "new"), isOurs, confirm };
}

function holderName(holder: Holder | "unwritten" | undefined): string {
  return typeof holder === "object" ? ` (process ${holder.pid})` : "";
}

function release({ path, old, fresh, isOurs }: Held): void {
  if (!isOurs()) return;
  rmSync(fresh, { recursive: true, force: true });
  if (entryAt(old) !== undefined) return;
  const names = readdirSync(path);
  const forgotten = names.filter((name) => isForgotten(path, name));
  // The first lock goes first: as soon as it is gone another run may begin, and finds nothing of this one that still holds.
  const locks = names.filter((name) => LOCK.test(name)).sort();
  for (const name of [...forgotten, ignoring, ...locks]) rmSync(join(path, name), { force: true });
  removeEmpty(path);
}

/** Not `recursive`: what is there already would be taken without a look at it. */
function makeFolder(work: string): void {
  try {
    mkdirSync(work, { mode: 0o700 });
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  }
}

/** Undefined when the folder went, or changed, meanwhile. */
function stateOf(work: string, look = 1): State | undefined {
  try {
    const made = creationTime(work);
    if (made === undefined) throw foreign(work, `it is ${entryKind(lstatSync(work))}`);
    const names = readdirSync(work);
    for (const name of names) checkEntry(work, name);
    const locks = new Map(names.filter(isLockOrClaim).map((name) => [name, readLock(join(work, name))]));
    for (const [name, holder] of locks) checkLock(work, name, holder, made);
    const isProved = names.some((name) => LOCK.test(name)) || names.every((name) => CLAIM.test(name));
    if (isProved) return follow(locks);
    // It may just have been given up.
    if (look === 2) throw foreign(work, "it has no lock");
    sleep();
    return stateOf(work, 2);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** From the first lock to the last: each was taken over from the one before. */
function follow(locks: ReadonlyMap<string, Holder | "unwritten" | undefined>): State {
  for (let next = "lock"; ;) {
    const holder = locks.get(next);
    if (holder === undefined) return { next };
    if (holder === "unwritten" || runsElsewhere(holder)) return { next, heldBy: holder };
    next = `lock.${holder.token}`;
  }
}

function checkEntry(work: string, name: string): void {
  const entry = lstatSync(join(work, name));
  const isFolder = FOLDER.test(name);
  if (!isFolder && name !== ignoring && !isLockOrClaim(name)) throw foreign(work, `it holds ${name}`);
  if (isFolder ? !entry.isDirectory() : !entry.isFile()) throw foreign(work, `its ${name} is ${entryKind(entry)}`);
  if (!isFolder && entry.size > largestLock) throw foreign(work, `its ${name} is too large`);
}

function isLockOrClaim(name: string): boolean {
  return LOCK.test(name) || CLAIM.test(name);
}

function checkLock(work: string, name: string, holder: Holder | "unwritten" | undefined, made: string): void {
  if (holder === "unwritten" || holder?.made === made || entryAt(join(work, name)) === undefined) return;
  throw foreign(work, `its ${name} was not written here`);
}

/** Whether a name is that of a claim whose process is gone. */
function isForgotten(work: string, name: string): boolean {
  const pid = CLAIM.exec(name)?.[1];
  if (pid === undefined) return false;
  const age = Date.now() - (entryAt(join(work, name))?.mtimeMs ?? 0);
  return age > CLAIM_MILLISECONDS || !runsElsewhere({ pid: Number(pid) });
}

function sleep(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MILLISECONDS);
}

function foreign(work: string, reason: string): UsageError {
  return new UsageError(
    `${work} was not made by docwright here (${reason}): nothing in it is used or changed. If your package is missing, look for the folder \`old\` in there; then delete ${work}, and run docwright again.`,
  );
}
