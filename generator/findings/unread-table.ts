/** What `unread-table` tells of a table, so that a reader knows which one is meant and what keeps it from being read. */

const reasons = {
  /** A table of members below a heading that does not say of what. */
  heading: "for its heading does not say what has these properties",
  columns: "for its columns name no properties or parameters",
  answer: "for nothing names the type that has these",
  values: "for nothing says what has these properties",
} as const;

/** The values of its message; `rows` by their first cells. */
export function unreadTable(
  why: keyof typeof reasons,
  {
    columns,
    rows,
  }: { readonly columns: readonly string[]; readonly rows: readonly { readonly name: { readonly text: string } }[] },
): Readonly<Record<"reason" | "columns" | "rows", string>> {
  return {
    reason: reasons[why],
    columns: columns.join(" | "),
    rows: rows.map(({ name }) => name.text).join(", "),
  };
}
