/** What the script of the report reads: an index of pages, findings and rules, and the texts of pages in chunks that are unpacked one by one. */
import { gzipSync } from "node:zlib";
import type { Checked, CheckedFinding, CheckedPage, LedgerState } from "../../checked.js";
import type { LineSymbol } from "../../../shared/ledger.js";
import { rulePages } from "../../rule-pages.js";

export interface Packed {
  readonly index: string;
  readonly chunks: readonly string[];
}

/** Pages whose texts are unpacked together. */
const PER_CHUNK = 64;
/** Numbers of states, as the script counts them. */
const STATES: readonly LedgerState[] = ["fact", "example", "prose", "known", "unread"];

/** What a place in the docs may lie in: a page, or a file that pages include. */
interface Shown {
  readonly path: string;
  readonly file: string;
  readonly title: string;
  readonly owner: string;
  readonly lines: readonly (readonly [from: number, to: number, state: number])[];
  readonly symbols: readonly LineSymbol[];
}

export function packedReport(checked: Checked): Packed {
  const pages = [...checked.pages.map(shownPage), ...otherFiles(checked)];
  const texts = pages.map(({ file }) => checked.linesOf(file)?.join("\n"));
  const chunks = texts.every((text) => text === undefined) ? [] : inChunks(texts.map((text) => text ?? null));
  const indexOf = new Map(pages.map(({ path }, index) => [path, index]));
  const ruleOf = new Map<string, number>(checked.rules.map(({ id }, index) => [id, index]));
  const index = {
    pages,
    findings: checked.findings.map((one) => shownFinding(one, indexOf.get(one.page) ?? -1, ruleOf.get(one.rule) ?? -1)),
    rules: checked.rules.map(({ id, fix }) => ({ id, fix, loses: rulePages[id].loses })),
    perChunk: PER_CHUNK,
    chunks: chunks.length,
    source: checked.source ?? "",
  };
  return { index: packed(index), chunks: chunks.map(packed) };
}

function shownPage({ page, path, title, owner, ledger, symbols }: CheckedPage): Shown {
  const lines = ledger.lines.map(([from, to, state]) => [from, to, STATES.indexOf(state)] as const);
  return { path: page, file: path, title, owner: owner ?? "", lines, symbols };
}

/** What findings point to beside pages. */
function otherFiles({ pages, findings }: Checked): Shown[] {
  const known = new Set(pages.map(({ page }) => page));
  const others = new Map(findings.filter(({ page }) => !known.has(page)).map(({ page, path }) => [page, path]));
  return [...others].map(([path, file]) => ({ path, file, title: "", owner: "", lines: [], symbols: [] }));
}

function shownFinding(
  { severity, line, symbol, message, state, reason, related }: CheckedFinding,
  page: number,
  rule: number,
) {
  return {
    page,
    rule,
    severity,
    line,
    symbol,
    message,
    state,
    ...(reason !== undefined && { reason }),
    related: related.map((place) => ({ page: place.page, line: place.line, message: place.message })),
  };
}

function inChunks<T>(values: readonly T[]): T[][] {
  const count = Math.ceil(values.length / PER_CHUNK);
  return Array.from({ length: count }, (_, at) => values.slice(at * PER_CHUNK, (at + 1) * PER_CHUNK));
}

function packed(value: unknown): string {
  return gzipSync(JSON.stringify(value), { level: 9 }).toString("base64");
}
