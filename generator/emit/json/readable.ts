/** JSON as people read it, and compare it. */
import { literal } from "../typescript/encode.js";

const LINE_WIDTH = 120;

/** JSON with one fact a line: what fits stays on one line, so that a comparison of two versions can be read. */
export function readableJson(value: unknown, indent = ""): string {
  const text = readablePieces(value, indent, readableJson);
  return typeof text === "string" ? text : text.join("");
}

/** What takes several lines is in pieces, to be joined without anything between them. */
export type Text = string | readonly string[];

/**
 * The same in pieces; `inner` prints what the value holds. A text of a hundred megabytes is joined but once: each list that is joined on the way
 * would be another copy.
 */
export function readablePieces(value: unknown, indent: string, inner: (value: unknown, indent: string) => Text): Text {
  if (typeof value === "string") return literal(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item: unknown) => inner(item, deeper))
    : Object.entries(value).flatMap(([name, item]) =>
        item === undefined ? [] : [behind(`${literal(name)}: `, inner(item, deeper))],
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return `${open}${close}`;
  return fitting(parts, indent.length) ? `${open} ${parts.join(", ")} ${close}` : lines(parts, { open, close, indent });
}

function behind(name: string, text: Text): Text {
  return typeof text === "string" ? name + text : [name, ...text];
}

function fitting(parts: readonly Text[], indent: number): boolean {
  let width = indent + 4;
  for (const part of parts) {
    width += part.length + 2;
    if (typeof part !== "string" || width > LINE_WIDTH) return false;
  }
  return !parts.some((part) => part.includes("\n"));
}

function lines(
  parts: readonly Text[],
  { open, close, indent }: Readonly<Record<"open" | "close" | "indent", string>>,
): readonly string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    pieces.push(`${pieces.length === 0 ? open : ","}\n${indent}  `);
    if (typeof part === "string") pieces.push(part);
    else for (const piece of part) pieces.push(piece);
  }
  pieces.push(`\n${indent}${close}`);
  return pieces;
}

/**
 * The same for what nobody reads through: a line for each value that lies `depth` objects deep, and no white space, which a third of it would
 * be. A comparison still shows which of these values differ.
 */
export function denseJson(value: unknown, depth: number): string {
  if (typeof value === "string") return literal(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => denseJson(item, 0)).join(",")}]`;
  const parts = Object.entries(value).flatMap(([name, item]) =>
    item === undefined ? [] : [`${literal(name)}:${denseJson(item, depth - 1)}`],
  );
  return depth > 0 && parts.length > 0 ? `{\n${parts.join(",\n")}\n}` : `{${parts.join(",")}}`;
}
