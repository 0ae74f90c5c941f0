/** Files of the cache. Whatever goes wrong with one costs time, no more. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { largestFile, lookingOnly } from "../shared/files/plain-file.js";
import { pack, unpack, type Packed } from "./packed.js";

/** What proves that a file was written by the same docwright for the same user. */
export interface Seal {
  /** Stands for what makes the values. */
  readonly version: string;
  readonly secret: Buffer;
}

/** Packed values by their keys. */
type Values = ReadonlyMap<string, Packed<unknown>>;

/** One file of the cache. It is read when it is first asked for, and replaced as a whole. */
export class CacheFile {
  readonly #file: string;
  readonly #seal: Seal;
  #earlier: Promise<Values> | undefined;
  readonly #current = new Map<string, Packed<unknown>>();
  #changed = false;

  constructor(file: string, seal: Seal) {
    this.#file = file;
    this.#seal = seal;
  }

  async get(key: string): Promise<unknown> {
    this.#earlier ??= readValues(this.#file, this.#seal);
    const bytes = this.#current.get(key) ?? (await this.#earlier).get(key);
    if (bytes === undefined) return undefined;
    this.#current.set(key, bytes);
    return unpack(bytes);
  }

  put(key: string, bytes: Packed<unknown>): void {
    this.#current.set(key, bytes);
    this.#changed = true;
  }

  /** By a rename, so that whoever reads at the same time finds the old file or the new one. Leaves nothing behind where it fails. */
  save(): void {
    if (!this.#changed) return;
    const content = pack(this.#current);
    const fresh = `${this.#file}.${process.pid}`;
    try {
      rmSync(fresh, { force: true });
      writeParts(fresh, [sign(content, this.#file, this.#seal), content]);
      renameSync(fresh, this.#file);
      this.#changed = false;
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
  }

  /** Lets go of all values; who asks for one again has it read from the file. */
  release(): void {
    this.#current.clear();
    this.#earlier = undefined;
    this.#changed = false;
  }
}

/** Not joined first: a part can be hundreds of megabytes. */
function writeParts(file: string, parts: readonly Uint8Array[]): void {
  const opened = openSync(file, "wx", 0o600);
  try {
    for (const part of parts) writeFileSync(opened, part);
  } finally {
    closeSync(opened);
  }
}

const SIGNATURE_BYTES = 32;

/**
 * Nothing for a file that is missing, damaged, of another version or not the user's; its bytes are not even looked at then. Reading it keeps
 * it from being pruned.
 */
async function readValues(file: string, seal: Seal): Promise<Values> {
  try {
    const bytes = await readAndTouch(file);
    const content = bytes.subarray(SIGNATURE_BYTES);
    if (!timingSafeEqual(sign(content, file, seal), bytes.subarray(0, SIGNATURE_BYTES))) return new Map();
    // signed: it is what `save` wrote
    return unpack(content as Packed<Values>);
  } catch {
    return new Map();
  }
}

/** Follows no link, and waits for no pipe. */
async function readAndTouch(file: string): Promise<Buffer> {
  const opened = await open(file, lookingOnly);
  try {
    const found = await opened.stat();
    if (!found.isFile() || found.size > largestFile) return Buffer.alloc(0);
    const bytes = await opened.readFile();
    const now = new Date();
    await opened.utimes(now, now);
    return bytes;
  } finally {
    await opened.close();
  }
}

/** Covers the name: a file cannot stand in for another. */
function sign(content: Uint8Array, file: string, { version, secret }: Seal): Buffer {
  const named = `${version}\n${basename(file)}\n`;
  return createHmac("sha256", secret).update(named).update(content).digest();
}
