/** Which route of an operation a call takes, as far as its literal keys tell: by the runtime's own rule. */

/** What is known of the `where` of a call. */
export type Given =
  | { readonly keys: readonly string[]; readonly route?: string }
  /** Not spelt out in the call. */
  | undefined;

const PLACEHOLDER = /\{([^{}]+)\}/g;
const OTHERS = /^\/users\/\{/i;

/** The routes that the call may take: those whose placeholders are the keys, the first of them; all where the keys are not known. */
export function routesFor(routes: readonly string[], given: Given): readonly string[] {
  if (given === undefined) return routes;
  const { route: chosen, keys } = given;
  const fitting = routes.filter(
    (route) => (chosen === undefined || route === chosen) && fits(namesIn(route), new Set(keys)),
  );
  return fitting.length > 0 ? fitting.slice(0, 1) : routes;
}

/** A placeholder that has no key is an optional argument, if it can be left out at all; a key always needs its placeholder. */
function fits(
  names: readonly { readonly name: string; readonly optional: boolean }[],
  keys: ReadonlySet<string>,
): boolean {
  const known = new Set(names.map(({ name }) => name));
  return [...keys].every((key) => known.has(key)) && names.every(({ name, optional }) => optional || keys.has(name));
}

/** What stands behind `?` or in parentheses may be left out; whether it may the model's parameters tell, which do not matter here. */
function namesIn(route: string): readonly { readonly name: string; readonly optional: boolean }[] {
  return [...route.matchAll(PLACEHOLDER)].map(({ 1: name = "", index }) => {
    const before = route.slice(0, index);
    return { name, optional: before.includes("?") || before.lastIndexOf("(") > before.lastIndexOf(")") };
  });
}

/** Whether a route addresses a user by id: someone else than who is signed in. */
export function leadsToOthers(route: string): boolean {
  return OTHERS.test(route);
}
