/** Files of the cache. Whatever goes wrong with one costs time, no more. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { unpack, type Packed } from "./packed.js";
import { readSealed, SealedWriter, type Seal, type Values } from "./sealed-file.js";

/**
 * One file of the cache. It is read when it is first asked for, and replaced as a whole by what this process got from it and put. What is put
 * is there to get once it is saved.
 */
export class CacheFile {
  readonly #file: string;
  readonly #seal: Seal;
  #saved: Values | undefined;
  readonly #wanted = new Set<string>();
  #fresh: SealedWriter | undefined;
  readonly #freshKeys = new Set<string>();
  #isLost = false;

  constructor(file: string, seal: Seal) {
    this.#file = file;
    this.#seal = seal;
  }

  has(key: string): boolean {
    const isThere = this.#values().has(key);
    if (isThere) this.#wanted.add(key);
    return isThere;
  }

  get(key: string): unknown {
    const bytes = this.#values().get(key);
    if (bytes === undefined) return undefined;
    this.#wanted.add(key);
    return unpack(bytes);
  }

  put(key: string, bytes: Packed<unknown>): void {
    if (this.#isLost || this.#freshKeys.has(key)) return;
    this.#wanted.add(key);
    this.#freshKeys.add(key);
    this.#trying(() => {
      mkdirSync(dirname(this.#file), { recursive: true });
      this.#fresh ??= new SealedWriter(this.#file, this.#seal);
      this.#fresh.add(key, bytes);
    });
  }

  save(): void {
    const fresh = this.#fresh;
    if (fresh === undefined) return;
    const saved = this.#values();
    this.#trying(() => {
      for (const key of this.#wanted) {
        const bytes = this.#freshKeys.has(key) ? undefined : saved.get(key);
        if (bytes !== undefined) fresh.add(key, bytes);
      }
      fresh.finish();
    });
    this.#forget();
  }

  /** Holds no value any more; who asks for one again has it read from the file. */
  release(): void {
    this.#saved = undefined;
  }

  /** Leaves the file as it was. */
  discard(): void {
    this.#fresh?.discard();
    this.#forget();
  }

  #forget(): void {
    this.#fresh = undefined;
    this.#freshKeys.clear();
    this.release();
  }

  #values(): Values {
    return (this.#saved ??= readSealed(this.#file, this.#seal));
  }

  /** Where something cannot be written, nothing more is tried. */
  #trying(write: () => void): void {
    try {
      write();
    } catch {
      this.#fresh = undefined;
      this.#isLost = true;
    }
  }
}
