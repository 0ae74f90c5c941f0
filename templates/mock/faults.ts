/** Answers that fail on request: by a rule of the mock, the same in every run with the same seed. */
import { fits } from "./route.js";

export interface Fault {
  readonly status: number;
  /** Seconds until the next attempt is of use. */
  readonly retryAfter?: number;
}

export interface Faults {
  /** What a request is refused with, if it is. */
  next(path: string): Fault | undefined;
}

interface Rule {
  readonly status: number;
  /** How many requests it strikes at most. */
  times: number;
  /** From 0 to 1. */
  readonly share: number;
  readonly path: readonly string[] | undefined;
  /** Until when a throttled caller stays refused. */
  until: number;
}

const form = /^(\d{3})(?:x(\d{1,9}))?(?::(\d{1,3})%)?(?:@(\/.*))?$/;
const throttling = new Set([429, 503]);
const SECOND = 1000;

/**
 * Rules are written `429`, `503x2` (the first two requests), `500:25%` (a quarter of them), `429@/users/*` (below this path); all of them
 * together: `429x1:50%@/users/*`. Who does not wait after a 429 gets it again.
 * @throws TypeError for a rule that is none
 */
export function createFaults(rules: readonly string[], seed: number, now: () => number): Faults {
  const all = rules.map(readRule);
  const random = randomOf(seed);
  return {
    next(path) {
      for (const rule of all) {
        if (rule.path !== undefined && !fits(rule.path, path, 0)) continue;
        if (now() < rule.until) return { status: rule.status, retryAfter: Math.ceil((rule.until - now()) / SECOND) };
        if (rule.times <= 0 || random() >= rule.share) continue;
        rule.times--;
        if (!throttling.has(rule.status)) return { status: rule.status };
        if (rule.status === 429) rule.until = now() + SECOND;
        return { status: rule.status, retryAfter: 1 };
      }
      return undefined;
    },
  };
}

function readRule(text: string): Rule {
  const [, status = "", times, percent, path] = form.exec(text) ?? [];
  const code = Number(status);
  if (!(code >= 400 && code < 600) || Number(percent ?? 0) > 100)
    throw new TypeError(`${text}: no fault; write 429, 503x2, 500:25% or 429@/users/*`);
  return {
    status: code,
    times: times === undefined ? Infinity : Number(times),
    share: percent === undefined ? 1 : Number(percent) / 100,
    path: path?.toLowerCase().split("*"),
    until: 0,
  };
}

/** From 0 up to 1, the same row for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
