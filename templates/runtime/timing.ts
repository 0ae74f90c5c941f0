/** Clocks and waits. */

/** Effects that tests replace. */
export interface Timing {
  /** Ends early once the signal is aborted. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/** The `sleep` that is used unless another is given. Ends after 23 days: timers fire at once when they are set to 2^31 ms or more. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve(signal?.removeEventListener("abort", end));
    };
    const timer = setTimeout(end, Math.min(milliseconds, 2e9));
    signal?.addEventListener("abort", end);
  });
}

/** Milliseconds that an answer asks to wait (`Retry-After: 2`, `1.5` or a date); undefined when it does not, or not in one of these forms. */
export function retryAfter(headers: Headers, now: number = Date.now()): number | undefined {
  // Dates have a time of day; without one, the platform takes any number, negative ones too, for a year or a month.
  const text = headers.get("retry-after") || "none";
  const wait = text.includes(":") ? Math.max(0, Date.parse(text) - now) : +text * 1000;
  return wait >= 0 ? wait : undefined;
}
