/** A real server on loopback that does what a test says, and remembers what reached it. */
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface Reached {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Server extends AsyncDisposable {
  readonly origin: string;
  readonly reached: Reached[];
}

/** The first request meets the first behaviour, and so on; the last one stays. */
export async function serve(...behaviours: readonly Behaviour[]): Promise<Server> {
  const reached: Reached[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const behave = behaviours[reached.length] ?? behaviours.at(-1);
      reached.push({
        method,
        url,
        authorization: headers.authorization,
        headers,
        body: Buffer.concat(chunks).toString(),
      });
      behave?.(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    reached,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function answer(status: number, body: unknown = undefined, headers: Record<string, string> = {}): Behaviour {
  return (_, response) => {
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  };
}

/** No answer at all. */
export const cutBefore: Behaviour = (request) => void request.socket.destroy();

/** The status line, no more. */
export const cutWithinHead: Behaviour = (request) => void request.socket.end("HTTP/1.1 200 OK\r\nContent-Le");

/** Half of the promised bytes. */
export const cutWithinBody: Behaviour = (request) =>
  void request.socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"id":');

/** A chunk, but not the last one. */
export const cutWithinChunks: Behaviour = (request) =>
  void request.socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{"id":\r\n');

/** Everything, then the connection. */
export const cutAfter: Behaviour = (request) =>
  void request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"id":"1"}');

/** Half of the body, and then nothing more. */
export const stall: Behaviour = (_, response) =>
  void response.writeHead(200, { "content-length": "100" }).write('{"id":');

/** Nothing, ever. */
export const hang: Behaviour = () => {};
