/** Large files, piece by piece. */
import { receive } from "./call.js";
import type { Client } from "./client.js";
import { ApiError, isApiError } from "./error.js";

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

/**
 * Sends a file to an upload session, from where `nextExpectedRanges` says (0, or where an interrupted upload stood), and resolves with what
 * the last answer holds. The session's address is another origin as a rule: the token is not sent there.
 */
export async function upload<T>(
  client: Client,
  session: UploadSession,
  file: Blob,
  options: UploadOptions = {},
): Promise<T> {
  const { chunkSize = 10 * 320 * 1024, signal, progress } = options;
  const url = session.uploadUrl;
  if (!url || !file.size) throw new TypeError(url ? "The file is empty" : "The session has no uploadUrl");
  const send = async <A>(method: string, range: string, body?: Blob): Promise<A> => {
    const headers = new Headers({ accept: "application/json" });
    if (range) headers.set("content-range", range);
    return receive(await client.send({ method, url, headers, body, signal, foreign: true }), "object");
  };
  for (let from = startOf(session) ?? 0; ;) {
    const end = Math.min(from + chunkSize, file.size);
    const answer = await send<T>("PUT", `bytes ${from}-${end - 1}/${file.size}`, file.slice(from, end)).catch(
      (error: unknown) => {
        // The piece was sent again although it had arrived: go on where the session stands.
        if (isApiError(error) && error.status === 416) return send<T>("GET", "");
        throw error;
      },
    );
    const next = startOf(Object(answer)) ?? end;
    progress?.(Math.min(next, file.size), file.size);
    if (next >= file.size) return answer;
    if (next <= from) throw new ApiError("stalled", `the service still waits for byte ${next}`);
    from = next;
  }
}

/** `["12345-55232","77829-"]`: the first byte that is missing. */
function startOf({ nextExpectedRanges }: UploadSession): number | undefined {
  const [range] = nextExpectedRanges ?? [];
  return range === undefined ? undefined : Number.parseInt(range, 10);
}
