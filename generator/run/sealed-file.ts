/**
 * Files that prove who wrote them:
 *
 *     HMAC-SHA-256 of the file's name and of what follows
 *     for each value: length of its key, length of the value (4 bytes each, the lowest first), key, value
 *
 * Values can be hundreds of megabytes together. Each is written when it is there, so that nobody holds it for that.
 */
import { createHmac, randomBytes, timingSafeEqual, type Hmac } from "node:crypto";
import { closeSync, lutimesSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { basename } from "node:path";
import { readPlain } from "../shared/files/plain-file.js";
import type { Packed } from "./packed.js";

/** What proves that a file was written by the same docwright for the same user. */
export interface Seal {
  /** Stands for what makes the values. */
  readonly version: string;
  readonly secret: Buffer;
}

/** Packed values by their keys. */
export type Values = ReadonlyMap<string, Packed<unknown>>;

const SIGNATURE_BYTES = 32;
const HEAD_BYTES = 8;

/** What will be `file`, until then beside it. Where the system does not let it write, that is thrown, and nothing left behind. */
export class SealedWriter {
  readonly #file: string;
  readonly #fresh: string;
  readonly #opened: number;
  #isOpen = true;
  readonly #sum: Hmac;

  constructor(file: string, seal: Seal) {
    this.#file = file;
    // in every container there is a process 1
    this.#fresh = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
    this.#sum = sumFor(file, seal);
    this.#opened = openSync(this.#fresh, "wx", 0o600);
    this.#tried(() => writeFileSync(this.#opened, Buffer.alloc(SIGNATURE_BYTES)));
  }

  add(key: string, value: Uint8Array): void {
    const name = Buffer.from(key);
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt32LE(name.length, 0);
    head.writeUInt32LE(value.length, HEAD_BYTES / 2);
    const parts = [Buffer.concat([head, name]), value];
    for (const part of parts) this.#sum.update(part);
    this.#tried(() => parts.forEach((part) => writeFileSync(this.#opened, part)));
  }

  /** By a rename, so that whoever reads at the same time finds the old file or the new one. */
  finish(): void {
    this.#tried(() => {
      writeSync(this.#opened, this.#sum.digest(), 0, SIGNATURE_BYTES, 0);
      renameSync(this.#fresh, this.#file);
    });
    this.#close();
  }

  discard(): void {
    if (!this.#isOpen) return;
    this.#close();
    rmSync(this.#fresh, { force: true });
  }

  /** Once: the number may be another file's afterwards. */
  #close(): void {
    this.#isOpen = false;
    closeSync(this.#opened);
  }

  #tried(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.discard();
      throw error;
    }
  }
}

/**
 * Nothing for a file that is missing, damaged, of another version or not the user's; its bytes are not even looked at then. Reading it keeps
 * it from being pruned.
 */
export function readSealed(file: string, seal: Seal): Values {
  try {
    const bytes = readPlain(file) ?? Buffer.alloc(0);
    const content = bytes.subarray(SIGNATURE_BYTES);
    if (!timingSafeEqual(sumFor(file, seal).update(content).digest(), bytes.subarray(0, SIGNATURE_BYTES)))
      return new Map();
    const now = new Date();
    lutimesSync(file, now, now);
    return valuesIn(content);
  } catch {
    return new Map();
  }
}

/** Of content that is signed: it is what `add` wrote. The values lie in it, they are not copied. */
function valuesIn(content: Buffer): Values {
  const values = new Map<string, Packed<unknown>>();
  for (let at = 0; at < content.length;) {
    const key = at + HEAD_BYTES;
    const value = key + content.readUInt32LE(at);
    const end = value + content.readUInt32LE(at + HEAD_BYTES / 2);
    values.set(content.toString("utf8", key, value), content.subarray(value, end));
    at = end;
  }
  return values;
}

/** Covers the name: a file cannot stand in for another. */
function sumFor(file: string, { version, secret }: Seal): Hmac {
  return createHmac("sha256", secret).update(`${version}\n${basename(file)}\n`);
}
