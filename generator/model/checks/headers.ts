/** A header on what is sent, where nothing is. */
import type { Page } from "../../read/page.js";
import type { Operation } from "../api.js";
import type { Report } from "../../findings/collect.js";

const ABOUT_CONTENT = /^content-type$/i;
const REQUIRED = /\brequired\b/i;

/** Finding `header-unneeded`, where no operation of the page has a body. */
export function reportHeaders(page: Page, operations: readonly Operation[], report: Report): void {
  if (operations.length === 0 || operations.some(({ body }) => body !== undefined)) return;
  const rows = (page.headers?.tables ?? []).flatMap((table) => table.rows);
  const needless = rows.find(
    ({ name, description }) => ABOUT_CONTENT.test(name.text) && REQUIRED.test(description?.text ?? ""),
  );
  if (needless === undefined) return;
  report("header-unneeded", page.path, needless.name.place, needless.name.text, { name: needless.name.text });
}
