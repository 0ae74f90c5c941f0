/**
 * What earlier runs found out, so that a run does only what is new to it. A value is filed under the hash of all that it was made from, so
 * none has to be declared out of date; those that a run did not ask for go when their file is written next.
 *
 *     node_modules/.cache/docwright/<hash of the docs' path>/pages-3    SHA-256 of what follows, then a Map as node:v8 writes it
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { listFiles } from "./compare.js";
import { hash } from "./manifest.js";
import type { Job } from "./pool.js";
import { dependencies } from "./version.js";

export interface Cache {
  /** The value that an earlier run put there; undefined when there is none, or none that can be read. */
  get(kind: string, key: string): unknown;
  put(kind: string, key: string, value: unknown): void;
  /** Keeps what this run got and put for the next one, where the place can be written to. */
  save(): void;
}

/** Knows nothing and keeps nothing. */
export const noCache: Cache = { get: () => undefined, put() {}, save() {} };

/** `job`, spared the items that an earlier run has done. `factsOf` gives all that the outcome for an item depends on, as JSON can hold it. */
export function recalling<I, O>(cache: Cache, kind: string, factsOf: (item: I) => unknown, job: Job<I, O>): Job<I, O> {
  return async (batch) => {
    const keys = batch.map((item) => hash(JSON.stringify(factsOf(item))));
    // Filed under this kind by the same version of docwright: it is what the job gave.
    const known = keys.map((key) => cache.get(kind, key) as O | undefined);
    const unknown = batch.filter((_, index) => known[index] === undefined);
    const fresh = (unknown.length === 0 ? [] : await job(unknown)).values();
    return keys.flatMap((key, index) => {
      const value = known[index];
      const outcome = value === undefined ? fresh.next().value : { ok: true as const, value };
      if (value === undefined && outcome?.ok) cache.put(kind, key, outcome.value);
      return outcome ?? [];
    });
  };
}

/** The cache in `folder`, which need not exist. */
export function openCache(folder: string): Cache {
  const shelves = new Map<string, Shelf>();
  const version = toolHash();
  // Sixteen files a kind: few enough to be read fast, small enough that one changed page rewrites little.
  const shelf = (kind: string, key: string): Shelf => {
    const name = `${kind}-${key.slice(0, 1)}`;
    const found = shelves.get(name) ?? new Shelf(join(folder, name), version);
    shelves.set(name, found);
    return found;
  };
  return {
    get: (kind, key) => shelf(kind, key).get(key),
    put: (kind, key, value) => shelf(kind, key).put(key, value),
    save() {
      try {
        mkdirSync(folder, { recursive: true });
        for (const each of shelves.values()) each.save();
      } catch {
        // A read-only or a full disk costs time, no more.
      }
    },
  };
}

/** Where the cache for `docs` lies: in the nearest `node_modules` around `from`, else where the system keeps such things. */
export function cacheFolder(docs: string, from: string): string {
  const modules = join(from, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache/docwright", hash(docs));
  return dirname(from) === from ? join(systemCache(), "docwright", hash(docs)) : cacheFolder(docs, dirname(from));
}

/** One file of the cache. It is read when it is first asked for, and replaced as a whole. */
class Shelf {
  readonly #file: string;
  readonly #version: string;
  readonly #earlier: ReadonlyMap<unknown, unknown>;
  readonly #current = new Map<string, unknown>();
  #changed = false;

  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    this.#earlier = readShelf(file, version);
  }

  get(key: string): unknown {
    const value = this.#earlier.get(key);
    if (value !== undefined) this.#current.set(key, value);
    return value;
  }

  put(key: string, value: unknown): void {
    this.#current.set(key, value);
    this.#changed = true;
  }

  /** By a rename, so that whoever reads at the same time finds the old file or the new one. */
  save(): void {
    if (!this.#changed) return;
    const content = serialize(this.#current);
    const fresh = `${this.#file}.${process.pid}`;
    writeFileSync(fresh, Buffer.concat([checksum(content, this.#version), content]));
    renameSync(fresh, this.#file);
  }
}

const CHECKSUM_BYTES = 32;

/** Nothing for a file that is missing, damaged, or of another version. */
function readShelf(file: string, version: string): ReadonlyMap<unknown, unknown> {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(CHECKSUM_BYTES);
    const value: unknown = checksum(content, version).equals(bytes.subarray(0, CHECKSUM_BYTES)) && deserialize(content);
    return value instanceof Map ? value : new Map();
  } catch {
    return new Map();
  }
}

function checksum(content: Buffer, version: string): Buffer {
  return createHash("sha256").update(version).update(content).digest();
}

/** What the results depend on besides the docs: the code and the templates, the packages they use, Node. */
function toolHash(): string {
  const own = ["./", "../templates/"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
  const code = own.flatMap((folder) => listFiles(folder).map((path) => hash(readFileSync(join(folder, path)))));
  const used = dependencies.map((name) => {
    const { size, mtimeMs } = statSync(new URL(import.meta.resolve(name)));
    return `${name} ${size} ${mtimeMs}`;
  });
  return hash([process.version, ...code, ...used].join("\n"));
}

function systemCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return XDG_CACHE_HOME ?? LOCALAPPDATA ?? join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}
