/** The mock behind a port. All that is HTTP; what is answered, the mock says. */
import type { AddressInfo } from "node:net";
import { fastify, type FastifyReply, type FastifyRequest } from "fastify";
import { bounds } from "../shared/bounds.js";

export interface Listening {
  /** `http://127.0.0.1:4010` */
  readonly origin: string;
  /** Ends all connections. */
  close(): Promise<void>;
}

export interface Where {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** Answers one request. */
export type Respond = (request: Request) => Promise<Response>;

/** A host as browsers and clients send it. */
const plainHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

/** What a documented answer holds, and what the index shows of pages, is looked at in browsers as well: it runs nothing there, whatever type it says it has. */
const harmless: Readonly<Record<string, string>> = {
  "content-security-policy":
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
};

/** A server that nobody can reach yet. */
export interface Server {
  /** @throws the system's error where the port or the host cannot be had */
  listen(where: Where): Promise<Listening>;
}

/** `respond` is not called before the server listens. */
export function createServer(respond: Respond): Server {
  const app = fastify({
    bodyLimit: bounds.servedBody,
    requestTimeout: bounds.servedTime,
    forceCloseConnections: true,
    // There are no schemas: without a say in this, fastify loads what compiles them, which takes as long as all the rest of it.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    // No router knows OData paths, and what is no path is for the mock to refuse as well.
    rewriteUrl: () => "/",
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  let origin = "";
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    send(await answered(request, respond, origin), reply);
  app.all("/", handle);
  app.setNotFoundHandler(handle);
  app.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) =>
    send(refusal(error.statusCode ?? 500, error.message), reply),
  );
  return {
    async listen({ host, port }) {
      await app.listen({ host, port });
      origin = originOf(app.server.address(), host);
      return { origin, close: () => app.close() };
    },
  };
}

function noSchemas(): never {
  throw new Error("The mock server gives fastify no schemas.");
}

function originOf(address: string | AddressInfo | null, host: string): string {
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function answered(request: FastifyRequest, respond: Respond, origin: string): Promise<Response> {
  const { method, body, headers, originalUrl } = request;
  const home = plainHost.test(headers.host ?? "") ? `http://${headers.host}` : origin;
  const init = {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      [value ?? []].flat().map((one) => [name, one]),
    ),
    ...(Buffer.isBuffer(body) && body.length > 0 && !/^(?:GET|HEAD)$/.test(method) && { body }),
  };
  let asked: Request;
  try {
    // A proxy's request has the whole address.
    asked = new Request(originalUrl.startsWith("/") ? home + originalUrl : originalUrl, init);
  } catch (error) {
    return refusal(400, error instanceof Error ? error.message : String(error));
  }
  return respond(asked);
}

/** What never reaches the mock: no request can be made of it. */
function refusal(status: number, message: string): Response {
  return Response.json({ error: { code: "badRequest", message } }, { status });
}

async function send(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  const { status, headers } = response;
  reply.code(status >= 200 && status < 600 ? status : 500);
  for (const [name, value] of headers) reply.header(name, value);
  reply.headers(harmless);
  // What it says of its length comes from here.
  return reply.send(response.body === null ? "" : Buffer.from(await response.arrayBuffer()));
}
