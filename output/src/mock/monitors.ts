/** Work that a 202 leaves behind and no page describes: it goes on for one question, and is done. */
import { pathOf } from "../testing/address.js";
import type { Segment } from "../testing/address.js";

export interface Monitors {
  /** From now on, the path is that of work begun. */
  start(path: readonly Segment[]): void;
  /** What the path answers; undefined for one that no answer named. */
  ask(path: readonly Segment[]): Response | undefined;
}

const most = 1000;

export function createMonitors(): Monitors {
  const asked = new Map<string, number>();
  return {
    start(segments) {
      const path = pathOf(segments);
      asked.delete(path);
      asked.set(path, 0);
      const [oldest] = asked.keys();
      if (asked.size > most && oldest !== undefined) asked.delete(oldest);
    },
    ask(segments) {
      const path = pathOf(segments);
      const times = asked.get(path);
      if (times === undefined) return undefined;
      asked.set(path, times + 1);
      const headers = { "Content-Type": "application/json" };
      return times === 0
        ? new Response(`{"status":"running"}`, { status: 202, headers: { ...headers, "Retry-After": "1" } })
        : new Response(`{"status":"succeeded"}`, { headers });
    },
  };
}
