/** Large files, piece by piece. */
import { receive } from "./call.js";
import type { Client } from "./client.js";
import { ApiError, isApiError, textOf } from "./error.js";
import { resolve } from "./link.js";
import { piecesOf } from "./pieces.js";
import type { SizedStream } from "./pieces.js";

/** What the `createUploadSession` operations return. */
export interface UploadSession {
  readonly uploadUrl?: string | null;
  readonly nextExpectedRanges?: readonly string[] | null;
}

/** How a file is cut into pieces. */
export interface UploadOptions {
  /** Bytes sent at once: a multiple of 320 KiB, which the services ask for; 3,276,800 unless given. */
  readonly chunkSize?: number;
  readonly signal?: AbortSignal;
  /** Called after each piece. */
  readonly progress?: (sent: number, total: number) => void;
}

/** A share of a piece, and how often less than that may arrive beside once a piece. */
const SHARE = 16;

/**
 * Sends a file to an upload session, from where `nextExpectedRanges` says (0, or where an interrupted upload stood), and resolves with what
 * the last answer holds. The session's address is another origin as a rule: the token is not sent there. Of a stream one piece at a time is
 * held, so that it can be sent again; a session that is resumed gets the stream from its beginning.
 *
 * The service may take less than a piece; the next one starts where it stopped. When it takes less than a sixteenth again and again (16 times,
 * and once more for each piece of the file), or nothing, the upload ends with the error `stalled`; with `malformed` when it asks for what the
 * file does not have.
 */
export async function upload<T>(
  client: Client,
  session: UploadSession,
  file: Blob | SizedStream,
  options: UploadOptions = {},
): Promise<T> {
  const { chunkSize = 10 * 320 * 1024, signal, progress } = options;
  const { size } = file;
  if (!session.uploadUrl || !size) throw new TypeError(size ? "The session has no uploadUrl" : "The file is empty");
  if (!Number.isSafeInteger(chunkSize) || chunkSize < 1) throw new TypeError("chunkSize is no number of bytes");
  const url = resolve(session.uploadUrl);
  const send = async <A>(method: string, range: string, body?: Blob): Promise<A> => {
    const headers = new Headers({ accept: "application/json" });
    if (range) headers.set("content-range", range);
    return receive(await client.send({ method, url, headers, body, signal, foreign: true }), "object");
  };
  let patience = SHARE + Math.ceil(size / chunkSize);
  const pieces = piecesOf(file);
  try {
    for (let from = startOf(session, size - 1) ?? 0; ;) {
      const end = Math.min(from + chunkSize, size);
      const answer = await send<T>("PUT", `bytes ${from}-${end - 1}/${size}`, await pieces.piece(from, end)).catch(
        (error: unknown) => {
          // The piece was sent again although it had arrived: go on where the session stands.
          if (isApiError(error) && error.status === 416) return send<T>("GET", "");
          throw error;
        },
      );
      const next = startOf(answer, size) ?? end;
      progress?.(next, size);
      if (next >= size) return answer;
      const slow = next - from < Math.min(chunkSize, size) / SHARE;
      if (next <= from || (slow && --patience < 0))
        throw new ApiError("stalled", `the service still waits for byte ${next}`);
      from = next;
    }
  } finally {
    pieces.close();
  }
}

/** Gives an upload up: the service forgets what it has of the file. */
export async function cancelUpload(client: Client, { uploadUrl }: UploadSession): Promise<void> {
  if (!uploadUrl) throw new TypeError("The session has no uploadUrl");
  const url = resolve(uploadUrl);
  await receive(await client.send({ method: "DELETE", url, headers: new Headers(), foreign: true }), "none");
}

/** `["12345-55232","77829-"]`: the first byte that is missing; undefined when nothing is said about it. */
function startOf(answer: unknown, most: number): number | undefined {
  const { nextExpectedRanges: ranges }: { nextExpectedRanges?: unknown } = Object(answer);
  const [first]: unknown[] = Array.isArray(ranges) ? ranges : [ranges ?? undefined];
  if (first === undefined) return undefined;
  const start = Number(/^(\d+)(?:-\d*)?$/.exec(textOf(first) ?? "")?.[1] ?? NaN);
  if (start <= most) return start;
  throw new ApiError("malformed", "nextExpectedRanges holds no range of the file", { status: -1, body: answer });
}
