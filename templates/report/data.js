/**
 * What a report holds, and how it is unpacked. These files ship as they stand: they are joined to one script within the report, imports left
 * out, so that no two of them may call two things alike.
 *
 * @typedef {[from: number, to: number, state: number]} LineRange
 * @typedef {[line: number, symbol: string]} LineSymbol
 * @typedef {{ path: string, file: string, title: string, owner: string, lines: LineRange[], symbols: LineSymbol[] }} Page
 * @typedef {{ page: string, line: number, message: string }} Related
 * @typedef {{ page: number, rule: number, severity: string, line: number, symbol: string, message: string, state: string, reason?: string, related: Related[] }} Finding
 * @typedef {{ id: string, fix: string, loses: string }} Rule
 * @typedef {{ pages: Page[], findings: Finding[], rules: Rule[], perChunk: number, chunks: number, source: string }} Report
 */
import { byId } from "./elements.js";

export const STATES = ["fact", "example", "prose", "skipped on purpose", "unread"];
export const LETTERS = ["F", "E", "P", "·", "U"];
export const UNREAD = 4;

/**
 * @param {string} id
 * @returns {Promise<unknown>}
 */
async function unpacked(id) {
  const packed = Uint8Array.from(atob(byId(id).textContent ?? ""), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/**
 * What the report itself packed in is what it says: its shape is settled by the program that wrote it.
 *
 * @param {unknown} value
 * @returns {value is Report}
 */
function isReport(value) {
  return typeof value === "object" && value !== null && "pages" in value && "findings" in value;
}

/** @returns {Promise<Report>} */
export async function openReport() {
  const report = await unpacked("index");
  if (!isReport(report)) throw new Error("the report holds no data");
  return report;
}

/** @type {Map<number, Promise<unknown>>} */
const chunks = new Map();

/**
 * The lines of a page; undefined in a report without texts.
 *
 * @param {Report} report
 * @param {number} index
 * @returns {Promise<readonly string[] | undefined>}
 */
export async function textOf(report, index) {
  const chunk = Math.floor(index / report.perChunk);
  if (chunk >= report.chunks) return undefined;
  const texts = chunks.get(chunk) ?? unpacked(`chunk-${chunk}`);
  chunks.set(chunk, texts);
  const all = await texts;
  const text = Array.isArray(all) ? all[index % report.perChunk] : undefined;
  return typeof text === "string" ? text.split("\n") : undefined;
}

/**
 * @param {Page} page
 * @param {number} state
 */
export function countOf(page, state) {
  return page.lines.reduce((sum, [from, to, of]) => (of === state ? sum + to - from + 1 : sum), 0);
}

/**
 * @template K, V
 * @param {readonly V[]} values
 * @param {(value: V) => K} keyOf
 * @returns {Map<K, V[]>}
 */
export function grouped(values, keyOf) {
  /** @type {Map<K, V[]>} */
  const groups = new Map();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/**
 * @param {Page} page
 * @param {number} [line]
 */
export function hashOf(page, line) {
  return `#/${encoded(page.path)}${line === undefined ? "" : `:L${line}`}`;
}

/** @param {string} path */
export function encoded(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
