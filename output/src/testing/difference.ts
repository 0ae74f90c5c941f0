/** Comparing JSON. */

/**
 * Where two JSON values differ: `$.value[0].id: "a" instead of "b"`; undefined when they do not. Takes them apart one by one: they may be
 * nested as deeply as a service likes.
 */
export function difference(actual: unknown, expected: unknown, path = "$"): string | undefined {
  const open: [actual: unknown, expected: unknown, path: string][] = [[actual, expected, path]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, other, at] = next;
    if (Object.is(one, other)) continue;
    if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other))
      return `${at}: ${show(one)} instead of ${show(other)}`;
    // What was put there last is looked at first.
    for (const name of [...new Set([...Object.keys(other), ...Object.keys(one)])].reverse())
      open.push([own(one, name), own(other, name), Array.isArray(other) ? `${at}[${name}]` : `${at}.${name}`]);
  }
  return undefined;
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Any object, arrays included. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
  const text = jsonOf(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** JSON can be read deeper than it can be written. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return "something nested deeply";
  }
}
