/** Tables of members on the page of an operation that nothing is made of. */
import type { Page } from "../../read/page.js";
import type { Report } from "../../findings/collect.js";
import { answerTypes } from "../types/type-pages.js";

/** Findings `unread-table`: a section of fields, where the page says of its answer elsewhere. */
export function reportUntold(page: Page, report: Report): void {
  if (page.kind !== "operation" || answerTypes(page).length > 0) return;
  for (const { heading, columns, rows, place } of page.properties?.tables ?? []) {
    if (rows.length === 0) continue;
    report("unread-table", page.path, place, heading, {
      reason: "for its heading does not say what has these properties",
      columns: columns.join(" | "),
      rows: rows.map(({ name }) => name.text).join(", "),
    });
  }
}
