/** What a mock is made with, and what it tells. */
export interface MockOptions {
  /** What routes are put behind in requests: host and version. Without it, the documented ones, or the host that is asked. */
  readonly baseUrl?: string;
  /** What happens to requests that contradict the docs: they are refused, answered with a warning, or not looked at. `refuse` unless given. */
  readonly check?: "refuse" | "warn" | "off";
  /** Whether requests need a token; one that tells its permissions (a JWT with `scp` or `roles`) needs those that the docs ask for. */
  readonly auth?: boolean;
  /**
   * Whether what is created, changed and deleted is remembered, until `POST /__docwright/reset` or until 10,000 objects (8 million signs as JSON)
   * came later: beyond that the first one is forgotten, and is again what the docs show.
   */
  readonly state?: boolean;
  /** Lists come in pages of this size. */
  readonly pageSize?: number;
  /** `429`, `503x2`, `500:25%`, `429@/users/*`: see `createFaults`. */
  readonly faults?: readonly string[];
  /** Milliseconds before each answer, or from and to. */
  readonly latency?: number | readonly [from: number, to: number];
  /** Of chance, where faults or latency leave something to it. */
  readonly seed?: number;
  /** Told of each request, also of those within a batch. */
  readonly log?: (entry: LogEntry) => void;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly now?: () => number;
}

/** A request and what it was answered with. Holds no headers: tokens are nobody's business. */
export interface LogEntry {
  readonly method: string;
  /** Path and query; what looks like a secret there is left out. */
  readonly url: string;
  readonly status: number;
  /** Ids of operation and example. */
  readonly operation?: string;
  readonly example?: string;
  /** Where the docs describe it. */
  readonly page?: string;
  readonly line?: number;
  readonly warnings: readonly string[];
  readonly milliseconds: number;
}

const secret = /token|secret|password|signature|sig|key|code|credential/i;

/** An address as it may be shown. */
export function withoutSecrets(url: string): string {
  const [path = "", ...query] = url.split("?");
  if (query.length === 0) return path;
  const pairs = query.join("?").split("&");
  return `${path}?${pairs.map(shownPair).join("&")}`;
}

function shownPair(pair: string): string {
  const [key = "", ...value] = pair.split("=");
  return value.length > 0 && secret.test(key) && !value[0]?.startsWith("docwright") ? `${key}=…` : pair;
}
