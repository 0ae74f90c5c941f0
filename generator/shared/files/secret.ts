/**
 * A secret of the user on this machine. What is signed with it was written by docwright for this user: nobody can bring it along in a
 * repository, in an archive, or in a cache that a CI service restores for all.
 */
import { randomBytes } from "node:crypto";
import { linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { readPlain } from "./plain-file.js";
import { isTracked } from "./repository.js";

const SECRET_BYTES = 32;
const OTHERS = 0o077;

/** Where the system keeps caches of the user. */
export function systemCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const usual = join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
  return XDG_CACHE_HOME || LOCALAPPDATA || usual;
}

/** The user's secret, made when it is first asked for; undefined where none can be kept, or where others may know it. */
export function userSecret(): Buffer | undefined {
  const folder = join(systemCache(), "docwright");
  const file = join(folder, "secret");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readSecret(folder, file) ?? makeSecret(folder, file);
  } catch {
    return undefined;
  }
}

function readSecret(folder: string, file: string): Buffer | undefined {
  const bytes = readPlain(file, SECRET_BYTES);
  return bytes?.length === SECRET_BYTES && isPrivate(file) && !isTracked(folder) ? bytes : undefined;
}

/** Windows keeps the folder of the user from others by itself. */
function isPrivate(file: string): boolean {
  const { mode, uid } = lstatSync(file);
  return process.getuid === undefined || ((mode & OTHERS) === 0 && uid === process.getuid());
}

/** Written apart and then named, all at once: of two runs that make one at the same time, one wins. Throws where something else is in its place. */
function makeSecret(folder: string, file: string): Buffer | undefined {
  const fresh = `${file}.${randomBytes(8).toString("hex")}`;
  try {
    writeFileSync(fresh, randomBytes(SECRET_BYTES), { flag: "wx", mode: 0o600 });
    try {
      linkSync(fresh, file);
    } catch {
      // Another run was faster, or something is in the way, or there are no hard links here: then no secret is kept.
    }
  } finally {
    rmSync(fresh, { force: true });
  }
  return readSecret(folder, file);
}
