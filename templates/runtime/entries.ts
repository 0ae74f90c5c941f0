/** Names and values. */

/** Names and values, without those that are undefined. */
export function defined<T extends object>(values: T | false = false): [string, Exclude<T[keyof T], undefined>][] {
  const entries: [string, Exclude<T[keyof T], undefined>][] = Object.entries(values);
  return entries.filter(([, value]) => value !== undefined);
}

/**
 * Of names that come twice the last one counts.
 * @throws TypeError when HTTP cannot carry one: with its name, but unlike the platform's own without the value, which may be a secret
 */
export function headersOf(pairs: readonly (readonly [string, string])[]): Headers {
  const headers = new Headers();
  for (const [name, value] of pairs) {
    try {
      headers.set(name, value);
    } catch {
      throw new TypeError(name + ": no header");
    }
  }
  return headers;
}
