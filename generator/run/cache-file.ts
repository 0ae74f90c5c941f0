/** Files of the cache. Whatever goes wrong with one costs time, no more. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { unpack, type Packed } from "./packed.js";
import { quietly } from "./quietly.js";
import { SealedReader, SealedWriter, type Seal } from "./sealed-file.js";

/**
 * One file of the cache. It is opened when it is first asked for. Where something was put, the file is replaced as a whole: by that, and by what was
 * asked for since it was saved the last time. What is put is there to get once it is saved.
 */
export class CacheFile {
  readonly #file: string;
  readonly #seal: Seal;
  #saved: SealedReader | undefined;
  readonly #asked = new Set<string>();
  #fresh: SealedWriter | undefined;
  readonly #put = new Set<string>();
  #isLost = false;

  constructor(file: string, seal: Seal) {
    this.#file = file;
    this.#seal = seal;
  }

  has(key: string): boolean {
    if (this.#put.has(key)) return true;
    this.#asked.add(key);
    return this.#values().has(key);
  }

  get(key: string): unknown {
    this.#asked.add(key);
    const bytes = this.#values().get(key);
    return bytes && unpack(bytes);
  }

  put(key: string, packed: () => Packed<unknown>): void {
    if (this.#isLost || this.#put.has(key)) return;
    this.#put.add(key);
    this.#trying(() => {
      this.#fresh ??= this.#begin();
      this.#fresh.add(key, packed());
    });
  }

  /** Holds no value afterwards; who asks for one again has it read from the file. */
  save(): void {
    const fresh = this.#fresh;
    if (fresh !== undefined)
      this.#trying(() => {
        this.#keepAsked(fresh);
        // some systems let no file take the place of one that is open
        this.#closeSaved();
        fresh.finish();
      });
    this.#begunAnew();
  }

  /** Leaves the file as it was. */
  discard(): void {
    this.#drop();
    this.#begunAnew();
  }

  #keepAsked(fresh: SealedWriter): void {
    const saved = this.#values();
    for (const key of saved.keys()) {
      const bytes = this.#asked.has(key) && !this.#put.has(key) ? saved.get(key) : undefined;
      if (bytes !== undefined) fresh.add(key, bytes);
    }
  }

  #closeSaved(): void {
    this.#saved?.close();
    this.#saved = undefined;
  }

  #drop(): void {
    // what cannot be deleted goes with what killed runs leave
    quietly(() => this.#fresh?.discard());
    this.#fresh = undefined;
  }

  #begin(): SealedWriter {
    mkdirSync(dirname(this.#file), { recursive: true });
    return new SealedWriter(this.#file, this.#seal);
  }

  #begunAnew(): void {
    this.#closeSaved();
    this.#asked.clear();
    this.#fresh = undefined;
    this.#put.clear();
    this.#isLost = false;
  }

  #values(): SealedReader {
    return (this.#saved ??= new SealedReader(this.#file, this.#seal));
  }

  /** Where something cannot be written, nothing more is tried before the next time. */
  #trying(write: () => void): void {
    try {
      write();
    } catch {
      this.#isLost = true;
      this.#drop();
    }
  }
}
