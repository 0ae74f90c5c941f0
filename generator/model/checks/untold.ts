/** Tables of members on the page of an operation that nothing is made of. */
import type { Page } from "../../read/page.js";
import type { Report } from "../../findings/collect.js";
import { unreadTable } from "../../findings/unread-table.js";
import { answerTypes } from "../types/type-pages.js";

/** Findings `unread-table`: a section of fields, where the page says of its answer elsewhere. */
export function reportUntold(page: Page, report: Report): void {
  if (page.kind !== "operation" || answerTypes(page).length > 0) return;
  for (const table of page.properties?.tables ?? [])
    if (table.rows.length > 0)
      report("unread-table", page.path, table.place, table.heading, unreadTable("heading", table));
}
