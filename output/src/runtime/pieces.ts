/** A file that is read piece by piece. */
import { assume } from "./assume.js";
import { ApiError } from "./error.js";

/** A file that comes as a stream, and how many bytes it has: a session has to be told before the first piece. */
export interface SizedStream {
  readonly stream: ReadableStream<Uint8Array>;
  readonly size: number;
}

/** Pieces are asked for from the front to the back; what was asked for last can be had again. */
export interface Pieces {
  readonly size: number;
  piece(from: number, end: number): Promise<Blob>;
  /** Reads no further. Nobody waits for that: a stream that was split in two ends with its other half only. */
  close(): void;
}

/** Whatever the file comes as. */
export function piecesOf(file: Blob | SizedStream): Pieces {
  if (typeof file.stream !== "function") return ofStream(file.stream, file.size);
  assume<Blob>(file);
  return { size: file.size, piece: async (from, end) => file.slice(from, end), close() {} };
}

/** Holds no more of the stream than one piece, and what the stream gave beyond it. */
function ofStream(stream: ReadableStream<Uint8Array>, size: number): Pieces {
  const reader = stream.getReader();
  let start = 0;
  let held = new Blob([]);
  return {
    size,
    async piece(from, end) {
      if (from < start) throw new ApiError("stalled", `the service wants byte ${from} of a stream again`);
      const parts: (Blob | Uint8Array<ArrayBuffer>)[] = [held];
      let has = start + held.size;
      while (has < end) {
        const { done, value } = await reader.read();
        if (done) throw new TypeError(`The stream ends after ${has} bytes of ${size}`);
        parts.push(new Uint8Array(value));
        has += value.length;
        // What an interrupted upload has already is not kept.
        if (has <= from) parts.length = 0;
        if (parts.length === 0) start = has;
      }
      held = new Blob(parts).slice(from - start);
      start = from;
      return held.slice(0, end - from);
    },
    close: () => void reader.cancel().catch(() => {}),
  };
}
