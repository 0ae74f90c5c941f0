/** A line a request. */
import { harmlessJson } from "../shared/harmless.js";
import type { LogEntry } from "./core.js";

/** `GET /books/7 → 200 book-get, get_book_1, api/book-get.md:12, 3 ms`, or JSON. */
export function logLine(entry: LogEntry, asJson: boolean): string {
  if (asJson) return harmlessJson(JSON.stringify(entry));
  const { method, url, status, operation, example, page, line, warnings, milliseconds } = entry;
  const facts = [operation, example, page && `${page}:${line}`, `${Math.round(milliseconds)} ms`];
  return `${method} ${url} → ${status} ${facts.filter(Boolean).join(", ")}${warnings.map((one) => ` · ${one}`).join("")}`;
}
