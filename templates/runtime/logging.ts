/** What a program may write down about its calls: never a token, a body, or an address that is a key by itself. */
import type { ApiRequest, ApiResponse, Middleware } from "./client.js";
import { isApiError } from "./error.js";

/** How much is told: each level tells what those before it tell, too. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** Takes what is told: `console`, pino, winston and others are such. */
export type Logger = {
  readonly [L in Exclude<LogLevel, "off">]: (message: string, details: Readonly<Record<string, unknown>>) => void;
};

/** What is written down, and where. */
export interface LogOptions {
  /** `warn` unless given. */
  readonly level?: LogLevel;
  /** The console unless given. */
  readonly logger?: Logger;
}

const levels: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];
/** Headers whose values say how a message is to be understood, and nothing of who sent it. */
const plain =
  /^(?:accept|allow|cache-control|consistencylevel|content-(?:encoding|language|length|range|type)|date|prefer(?:ence-applied)?|(?:client-|x-)?request-id|retry-after)$/;

/**
 * Middleware that tells of each attempt: `error` those without an answer, `warn` answers that are errors, `info` all answers, `debug` also what
 * is about to be sent, with the headers. Of addresses it tells the path without what stands in quotes and without the query, of which `debug`
 * tells the names; of an address outside the service, such as one to upload to, the origin only. Header values are told where they cannot
 * be a secret.
 */
export function logging({ level = "warn", logger = console }: LogOptions = {}): Middleware {
  const tell = (at: keyof Logger, message: string, details: Readonly<Record<string, unknown>>): void => {
    if (levels.indexOf(at) <= levels.indexOf(level)) logger[at](message, details);
  };
  return async (request, next) => {
    const what = `${request.method} ${pathOf(request)}`;
    const start = performance.now();
    const since = (): { readonly milliseconds: number } => ({ milliseconds: Math.round(performance.now() - start) });
    tell("debug", what, { query: queryNames(request), headers: headersOf(request.headers) });
    try {
      const answer = await next(request);
      const { ok, status, headers } = answer;
      const requestId = headers.get("request-id") ?? undefined;
      const told = level === "debug" ? { headers: headersOf(headers) } : {};
      const isFine = ok || isRedirect(answer);
      tell(isFine ? "info" : "warn", `${what} ${status}`, {
        status,
        ...since(),
        ...(requestId && { requestId }),
        ...told,
      });
      return answer;
    } catch (error) {
      tell("error", `${what} ${reasonOf(error)}`, since());
      throw error;
    }
  };
}

function isRedirect({ status }: ApiResponse): boolean {
  return status > 299 && status < 400;
}

/** Not the message, which may quote what was sent. */
function reasonOf(error: unknown): string {
  return isApiError(error) ? error.code : error instanceof Error ? error.name : typeof error;
}

function pathOf({ url, foreign }: ApiRequest): string {
  const { origin, pathname } = new URL(url, "https://service.invalid");
  return foreign ? origin : pathname.replaceAll("%27", "'").replace(/'[^']*'/g, "'…'");
}

function queryNames({ url, foreign }: ApiRequest): readonly string[] {
  return foreign ? [] : [...new URL(url, "https://service.invalid").searchParams.keys()];
}

function headersOf(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, plain.test(name) ? value : "…"]));
}
