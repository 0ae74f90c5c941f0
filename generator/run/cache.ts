/**
 * What earlier runs found out, so that a run does only what is new to it. A value is filed under the hash of all that it was made from, so
 * none has to be declared out of date; those that a run did not ask for go when their file is written next. Files that no run asks for go
 * as well: at once where newer ones of their kind take their place, else after a month.
 *
 *     node_modules/.cache/docwright/<hash of the docs' path>/pages-3    values, and what proves that they are the user's own
 *
 * A cache lies where strangers can put files. What is not signed with the user's secret counts as missing.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CacheFile } from "./cache-file.js";
import { listFiles } from "../write/compare.js";
import { installedPackages } from "./installed-packages.js";
import { hash } from "../write/manifest.js";
import { entryAt } from "../shared/files/plain-file.js";
import { pack, unpack, type Packed } from "./packed.js";
import type { Job } from "./pool.js";
import { quietly } from "./quietly.js";
import { isHalfWritten, pruneCaches } from "./prune-caches.js";
import type { Outcome } from "../shared/failure.js";
import { isTracked } from "../shared/files/repository.js";
import { systemCache, userSecret } from "../shared/files/secret.js";

export interface Cache {
  /** The value that an earlier run put there; undefined when there is none, or none that can be read. */
  get(kind: string, key: string): Promise<unknown>;
  /** Whether there is one, which is then kept as if it had been got. */
  has(kind: string, key: string): boolean;
  /** `packed` is the value once more, where it has been packed already. */
  put<T>(kind: string, key: string, value: T, packed?: Packed<T>): void;
  /** `save` for the values of one kind, of which this run asks no more: they are not kept in memory. */
  finish(kind: string): void;
  /** Keeps what this run got and put for the next one, where the place can be written to. */
  save(): void;
}

/** Knows nothing and keeps nothing. */
export const noCache: Cache = { get: async () => undefined, has: () => false, put() {}, finish() {}, save() {} };

/** The key of what is made from `facts`: all that the outcome depends on, as JSON can hold it. */
export function keyOf(facts: unknown): string {
  return hash(JSON.stringify(facts));
}

/** The same of `facts` and of long texts, which are hashed as they are. */
export function keyOfTexts(facts: unknown, texts: readonly string[]): string {
  const sum = createHash("sha256").update(JSON.stringify([facts, texts.map(({ length }) => length)]));
  for (const text of texts) sum.update(text);
  return sum.digest("hex");
}

/** `job`, spared the items that an earlier run has done. `keyOfItem` gives the key of the outcome for an item. */
export function recalling<I, O>(
  cache: Cache,
  kind: string,
  keyOfItem: (item: I) => string,
  job: Job<I, Packed<O>>,
): Job<I, O> {
  if (cache === noCache) return async (batch) => (await job(batch)).map(unpacked);
  return async (batch) => {
    // What JSON cannot hold (too deep, for one) has no key; that the job cannot do it either is for the job to tell.
    const keys = batch.map((item) => quietly(() => keyOfItem(item)));
    // Filed under this kind by the same version of docwright: it is what the job gave.
    const known = (await Promise.all(keys.map((key) => key && cache.get(kind, key)))) as (O | undefined)[];
    const unknown = batch.filter((_, index) => known[index] === undefined);
    const fresh = (unknown.length === 0 ? [] : await job(unknown)).values();
    return keys.flatMap((key, index) => {
      const value = known[index];
      if (value !== undefined) return { ok: true as const, value };
      const packed = fresh.next().value;
      if (packed === undefined) return [];
      const outcome = unpacked(packed);
      if (key !== undefined && packed.ok && outcome.ok) cache.put(kind, key, outcome.value, packed.value);
      return outcome;
    });
  };
}

function unpacked<O>(outcome: Outcome<Packed<O>>): Outcome<O> {
  return outcome.ok ? { ok: true, value: unpack(outcome.value) } : outcome;
}

/**
 * The cache in `folder`, which need not exist. `version` stands for what makes the values; those of another one count as missing, and so do
 * those of another user. None where no secret can be kept.
 */
export function openCache(folder: string, version = toolHash()): Cache {
  const secret = userSecret();
  if (secret === undefined) return noCache;
  const files = new Map<string, CacheFile>();
  const fileOf = (kind: string, key: string): CacheFile => {
    const name = fileName(kind, key);
    const found = files.get(name) ?? new CacheFile(join(folder, name), { version, secret });
    files.set(name, found);
    return found;
  };
  const namesOf = (kind: string): string[] => [...files.keys()].filter((name) => name.startsWith(`${kind}-`));
  return {
    get: async (kind, key) => fileOf(kind, key).get(key),
    has: (kind, key) => fileOf(kind, key).has(key),
    put(kind, key, value, packed) {
      if (whole.has(kind))
        for (const name of namesOf(kind).filter((other) => other !== fileName(kind, key))) {
          files.get(name)?.discard();
          files.delete(name);
        }
      fileOf(kind, key).put(key, () => packed ?? pack(value));
    },
    finish(kind) {
      for (const name of namesOf(kind)) files.get(name)?.save();
    },
    save() {
      for (const file of files.values()) file.save();
      // a disk may be full, or only for reading
      quietly(() => {
        mkdirSync(folder, { recursive: true });
        const useless = (name: string): boolean => isSuperseded(name, files) || isHalfWritten(join(folder, name));
        for (const name of readdirSync(folder).filter(useless)) rmSync(join(folder, name));
        pruneCaches(dirname(folder), Date.now());
      });
    },
  };
}

/** Each of these is made of all pages at once, and big: none is kept beside a newer one. */
const whole = new Set(["run", "found", "published", "mock"]);

/**
 * A run makes tens of megabytes, in a file of its own, so that none is read in vain. The values of the other kinds share sixteen files: few
 * enough to be read fast, small enough that one changed page rewrites little.
 */
function fileName(kind: string, key: string): string {
  return whole.has(kind) ? `${kind}-${key}` : `${kind}-${key.slice(0, 1)}`;
}

/** Whether a file holds values of a kind that was asked for, but none of those that were. Names with a dot are being written. */
function isSuperseded(name: string, files: ReadonlyMap<string, CacheFile>): boolean {
  const [kind = ""] = name.split("-");
  return !name.includes(".") && !files.has(name) && [...files.keys()].some((other) => other.startsWith(`${kind}-`));
}

/** Where the cache for `docs` lies: in the nearest `node_modules` around `from` that is no link, else where the system keeps such things. */
export function cacheFolder(docs: string, from: string): string {
  const modules = join(from, "node_modules");
  if (entryAt(modules)?.isDirectory() === true) return join(modules, ".cache/docwright", hash(docs));
  return dirname(from) === from ? join(systemCache(), "docwright", hash(docs)) : cacheFolder(docs, dirname(from));
}

/** Why a cache that `cacheFolder` named is not to be used; undefined when nothing speaks against it. */
export function whyNotUsed(folder: string): string | undefined {
  const caches = dirname(folder);
  // The folder around is the user's to link, unless it lies in node_modules too.
  const around = basename(dirname(dirname(caches))) === "node_modules" ? [dirname(caches)] : [];
  const link = [...around, caches, folder].find((place) => entryAt(place)?.isSymbolicLink() === true);
  if (link !== undefined) return `${link} is a link`;
  return isTracked(caches) ? "Git keeps files of it" : undefined;
}

/** What the results depend on besides the docs: the code and the templates, the packages they use (and those use), Node. */
function toolHash(): string {
  const own = ["../", "../../templates/"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
  const code = own.flatMap((folder) => listFiles(folder).map((path) => hash(readFileSync(join(folder, path)))));
  return hash(
    [process.version, ...code, ...installedPackages(fileURLToPath(new URL("../..", import.meta.url)))].join("\n"),
  );
}
