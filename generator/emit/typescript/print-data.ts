/**
 * JSON as prettier would print it, one property a line: half of a package is documented bodies, and printing them costs a tenth of what
 * formatting does.
 */
import { util } from "prettier";
import { dataKey, literal, literalKey } from "./encode.js";
import { oncePer } from "../../shared/same.js";
import { lineWidth } from "./width.js";

const STEP = "  ";
/** Up to this width of a key, quotes and colon included, nothing is won by moving the value to a line of its own. */
const SHORT_KEY = 5;

/**
 * A JSON value as an expression that ends in a comma or a semicolon. Its first line stands behind `column` columns of text, its last one is
 * indented by `indent`.
 */
export function printData(value: unknown, indent = "", column = indent.length): string {
  return printed(value, documentKey, indent, column);
}

/** The same for data of our own: keys are bare where that is allowed. */
export function printCode(value: unknown, indent = "", column = indent.length): string {
  return printed(value, ownKey, indent, column);
}

function ownKey(name: string): string {
  return preferredQuotes(literalKey(name));
}

/** A key of the text that data came from: quoted as there. */
function documentKey(name: string): string {
  return dataKey(name) === literal(name) ? preferredQuotes(literal(name)) : dataKey(name);
}

type KeyOf = (name: string) => string;

function printed(value: unknown, keyOf: KeyOf, indent: string, column: number): string {
  // where it begins makes no difference to an object: its members stand on lines of their own
  if (keyOf === ownKey && typeof value === "object" && value !== null && !Array.isArray(value))
    return ownObject(value, indent);
  return printedAnew(value, keyOf, indent, column);
}

/** An object of our own data that is the same as before is not printed again. */
const ownObject = oncePer((value: object, indent: string) => printedAnew(value, ownKey, indent, indent.length));

function printedAnew(value: unknown, keyOf: KeyOf, indent: string, column: number): string {
  const flat = flatText(value);
  const breakable = Array.isArray(value) && value.length > 0;
  if (flat !== undefined && (!breakable || fitsOnLine(column, flat))) return flat;
  const deeper = indent + STEP;
  if (!Array.isArray(value))
    return `{\n${entriesOf(value)
      .map((each) => property(each, keyOf, deeper))
      .join("")}${indent}}`;
  const lines = value.every((item) => typeof item === "number")
    ? filledLines(value.map(numberText), deeper)
    : value.map((item: unknown) => `${deeper}${printed(item, keyOf, deeper, deeper.length)},\n`);
  return `[\n${lines.join("")}${indent}]`;
}

/** The value on one line; undefined where one property a line, or one row a line, asks for several. */
function flatText(value: unknown): string | undefined {
  if (typeof value === "string") return preferredQuotes(literal(value));
  if (typeof value === "number") return numberText(value);
  if (Array.isArray(value)) {
    const items = isTableOfRows(value) ? [undefined] : value.map(flatText);
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return entriesOf(value).length === 0 ? "{}" : undefined;
}

/** Rows of more than one cell each. */
function isTableOfRows(items: readonly unknown[]): boolean {
  return items.length > 1 && items.every((item) => Array.isArray(item) && item.length > 1);
}

function property([name, value]: [string, unknown], keyOf: KeyOf, indent: string): string {
  const key = `${keyOf(name)}:`;
  const text = printed(value, keyOf, indent, indent.length + util.getStringWidth(key) + 1);
  const stays = typeof value === "boolean" || (typeof value === "number" && !text.startsWith("-"));
  const [first = ""] = text.split("\n", 1);
  if (
    stays ||
    util.getStringWidth(key) <= SHORT_KEY ||
    fitsOnLine(indent.length, `${key} ${first}`, first === text ? 1 : 0)
  )
    return `${indent}${key} ${text},\n`;
  const deeper = indent + STEP;
  return `${indent}${key}\n${deeper}${printed(value, keyOf, deeper, deeper.length)},\n`;
}

/** As many numbers a line as it takes. */
function filledLines(numbers: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const number of numbers) {
    const longer = line === "" ? `${indent}${number},` : `${line} ${number},`;
    if (line !== "" && longer.length > lineWidth) lines.push(`${line}\n`);
    line = line !== "" && longer.length > lineWidth ? `${indent}${number},` : longer;
  }
  return [...lines, `${line}\n`];
}

function numberText(value: number): string {
  return JSON.stringify(value).replace("e+", "e");
}

/** Single quotes where they save escapes; what has no quotes stays without. */
function preferredQuotes(text: string): string {
  if (!text.startsWith('"')) return text;
  const content = text.slice(1, -1);
  return content.split('"').length <= content.split("'").length ? text : util.makeString(content, "'");
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(value ?? {}).filter(([, inner]) => inner !== undefined);
}

function fitsOnLine(column: number, text: string, behind = 1): boolean {
  return column + util.getStringWidth(text) + behind <= lineWidth;
}
