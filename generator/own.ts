/** What a table says of a name that stands on a page. `table[name]` would find `constructor` and `toString` in any table. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
