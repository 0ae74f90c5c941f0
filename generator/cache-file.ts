/** Files of the cache. Whatever goes wrong with one costs time, no more. */
import { createHash } from "node:crypto";
import { renameSync, utimesSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";

/** One file of the cache. It is read when it is first asked for, and replaced as a whole. */
export class CacheFile {
  readonly #file: string;
  readonly #version: string;
  readonly #earlier: Promise<ReadonlyMap<unknown, unknown>>;
  readonly #current = new Map<string, unknown>();
  #changed = false;

  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    this.#earlier = readValues(file, version);
  }

  async get(key: string): Promise<unknown> {
    const value = (await this.#earlier).get(key);
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

/** Nothing for a file that is missing, damaged, or of another version. Reading it keeps it from being pruned. */
async function readValues(file: string, version: string): Promise<ReadonlyMap<unknown, unknown>> {
  try {
    const bytes = await readFile(file);
    const content = bytes.subarray(CHECKSUM_BYTES);
    const value: unknown = checksum(content, version).equals(bytes.subarray(0, CHECKSUM_BYTES)) && deserialize(content);
    const now = new Date();
    utimesSync(file, now, now);
    return value instanceof Map ? value : new Map();
  } catch {
    return new Map();
  }
}

function checksum(content: Buffer, version: string): Buffer {
  return createHash("sha256").update(version).update(content).digest();
}
