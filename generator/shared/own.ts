/** What a table says of a name that stands on a page. `table[name]` would find `constructor` and `toString` in any table. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/**
 * Whether every object has a member of this name by itself. Then one of a documented type that may be left out cannot be declared: for the
 * compiler, an object without it would still have the inherited one, of another type.
 */
export function isObjectMember(name: string): boolean {
  return Object.hasOwn(Object.prototype, name) && !name.startsWith("__");
}
