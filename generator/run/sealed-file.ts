/**
 * Files that prove who wrote them:
 *
 *     the values, one after another
 *     JSON: [key, where its value begins, how long it is, SHA-256 of it], …
 *     HMAC-SHA-256 of the file's name and of that JSON
 *     how long the JSON is (4 bytes, the lowest first)
 *
 * Values can be hundreds of megabytes together: each is written when it is there, so that nobody holds it for that, and who wants one does not
 * read the others.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { closeSync, lutimesSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { openPlain, readBytes, type OpenedFile } from "../shared/files/plain-file.js";
import type { Packed } from "./packed.js";
import { quietly } from "./quietly.js";

/** What proves that a file was written by the same docwright for the same user. */
export interface Seal {
  /** Stands for what makes the values. */
  readonly version: string;
  readonly secret: Buffer;
}

type Entry = readonly [key: string, start: number, length: number, sum: string];

/** Bytes of a file of small values, of which most are wanted: it is read at once. */
const SMALL = 1024 * 1024;
const SIGNATURE_BYTES = 32;
const TAIL_BYTES = SIGNATURE_BYTES + 4;

/** What will be `file`, until then beside it. Where the system does not let it write, that is thrown, and nothing left behind. */
export class SealedWriter {
  readonly #file: string;
  readonly #seal: Seal;
  readonly #fresh: string;
  readonly #opened: number;
  readonly #entries: Entry[] = [];
  #length = 0;
  #isOpen = true;

  constructor(file: string, seal: Seal) {
    this.#file = file;
    this.#seal = seal;
    // in every container there is a process 1
    this.#fresh = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
    this.#opened = openSync(this.#fresh, "wx", 0o600);
  }

  add(key: string, value: Uint8Array): void {
    this.#tried(() => writeFileSync(this.#opened, value));
    this.#entries.push([key, this.#length, value.length, sumOf(value)]);
    this.#length += value.length;
  }

  /** By a rename, so that whoever reads at the same time finds the old file or the new one. */
  finish(): void {
    const index = Buffer.from(JSON.stringify(this.#entries));
    const length = Buffer.alloc(TAIL_BYTES - SIGNATURE_BYTES);
    length.writeUInt32LE(index.length);
    this.#tried(() => {
      writeFileSync(this.#opened, Buffer.concat([index, signatureOf(index, this.#file, this.#seal), length]));
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

/** Holds nothing for a file that is missing, damaged, of another version or not the user's; to be closed. */
export class SealedReader {
  readonly #opened: OpenedFile | undefined;
  readonly #entries: Map<string, Entry>;
  #whole: Buffer | undefined;

  /** Reading a file keeps it from being pruned. */
  constructor(file: string, seal: Seal) {
    this.#opened = quietly(() => openPlain(file));
    this.#entries = new Map(quietly(() => entriesIn(file, this.#opened, seal))?.map((entry) => [entry[0], entry]));
  }

  keys(): Iterable<string> {
    return this.#entries.keys();
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** A value that has been damaged is none, from then on. */
  get(key: string): Packed<unknown> | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    const [, start, length, sum] = entry;
    const bytes = quietly(() => this.#read(start, length));
    if (bytes !== undefined && sumOf(bytes) === sum) return bytes;
    this.#entries.delete(key);
    return undefined;
  }

  #read(start: number, length: number): Buffer | undefined {
    const opened = this.#opened;
    if (opened === undefined || opened.size > SMALL) return opened && readBytes(opened, start, length);
    this.#whole ??= readBytes(opened, 0, opened.size);
    return this.#whole.subarray(start, start + length);
  }

  close(): void {
    if (this.#opened !== undefined) closeSync(this.#opened.file);
  }
}

/** What a file says that it holds, once it is proved who says so. */
function entriesIn(file: string, opened: OpenedFile | undefined, seal: Seal): readonly Entry[] {
  const tailAt = (opened?.size ?? 0) - TAIL_BYTES;
  if (opened === undefined || tailAt < 0) return [];
  const tail = readBytes(opened, tailAt, TAIL_BYTES);
  const length = tail.readUInt32LE(SIGNATURE_BYTES);
  if (length > tailAt) return [];
  const index = readBytes(opened, tailAt - length, length);
  if (!timingSafeEqual(signatureOf(index, file, seal), tail.subarray(0, SIGNATURE_BYTES))) return [];
  const now = new Date();
  lutimesSync(file, now, now);
  // signed: it is what `finish` wrote
  return JSON.parse(index.toString("utf8")) as readonly Entry[];
}

/** Covers the name: a file cannot stand in for another. */
function signatureOf(index: Buffer, file: string, { version, secret }: Seal): Buffer {
  return createHmac("sha256", secret)
    .update(`${version}\n${basename(file)}\n`)
    .update(index)
    .digest();
}

function sumOf(value: Uint8Array): string {
  return createHash("sha256").update(value).digest("base64");
}
