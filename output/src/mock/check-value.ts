/** Whether what a request carries is what the docs say of it. */
import { isRecord } from "./members.js";
import type { MockBody, MockShapes, MockType, MockValue } from "./data.js";
import { meant } from "./near.js";

/** What contradicts the docs, and what may be meant all the same. */
export interface Verdict {
  readonly mistakes: string[];
  readonly warnings: string[];
}

/** Nobody writes deeper than that; what is deeper is taken as it is. */
const deepest = 32;
/** Of one kind: the first ones are enough to mend a request. */
const most = 20;

const texts = new Set(["String", "DateTimeOffset", "Date", "TimeOfDay", "Duration", "Guid", "Binary", "Stream", "Url"]);
/** Written as texts as well, where a number would lose digits or is none (`INF`). */
const wide = new Set(["Int64", "Decimal", "Double", "Single"]);
const whole = new Set(["Int16", "Int32", "Int64", "Byte"]);

/** Compares a JSON body with what the operation documents. */
export function checkBody(value: unknown, body: MockBody, shapes: MockShapes, verdict: Verdict): void {
  const { of, properties, required = [] } = body;
  if (properties === undefined && of !== undefined) checkValue(value, of, "the body", shapes, verdict);
  else if (properties !== undefined) {
    if (!isRecord(value)) return add(verdict.mistakes, "The body must be an object.");
    const base = of?.startsWith(".") ? membersOf(of.slice(1), shapes) : { open: false, properties: new Map() };
    const own = new Map([...base.properties, ...Object.entries(properties)]);
    checkMembers(value, { open: base.open, properties: own }, "", shapes, verdict, 0);
  }
  if (!isRecord(value)) return;
  for (const name of required)
    if (!Object.keys(value).some((own) => own === name || own.startsWith(`${name}@`)))
      add(verdict.mistakes, `${name} is missing.`);
}

interface Members {
  readonly open: boolean;
  readonly properties: ReadonlyMap<string, MockValue>;
}

const known = new WeakMap<MockShapes, Map<string, Members>>();

/** Own and inherited properties of a type. */
export function membersOf(name: string, shapes: MockShapes): Members {
  const all = known.get(shapes) ?? new Map<string, Members>();
  known.set(shapes, all);
  const members = all.get(name) ?? collectMembers(name, shapes);
  all.set(name, members);
  return members;
}

function collectMembers(name: string, { types }: MockShapes): Members {
  const properties = new Map<string, MockValue>();
  let open = false;
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const type: MockType | undefined = Object.hasOwn(types, at) ? types[at] : undefined;
    if (type === undefined) return { open: true, properties };
    for (const [key, value] of Object.entries(type.properties)) if (!properties.has(key)) properties.set(key, value);
    open ||= type.open === true || (at === name && type.derived === true);
    at = type.base;
  }
  return { open, properties };
}

function checkMembers(
  value: Readonly<Record<string, unknown>>,
  { open, properties }: Members,
  path: string,
  shapes: MockShapes,
  verdict: Verdict,
  depth: number,
): void {
  for (const [name, member] of Object.entries(value)) {
    // Nobody reads more of them, and what may be meant is looked for among all properties.
    if (verdict.mistakes.length >= most) return;
    if (name.includes("@")) continue;
    const kind = properties.get(name);
    const where = path === "" ? name : `${path}.${name}`;
    if (kind === undefined) {
      if (!open) add(verdict.mistakes, `${where}: the docs have no such property.${meant(name, properties.keys())}`);
    } else if (kind.startsWith("-")) add(verdict.warnings, `${where} is only read; what is sent counts for nothing.`);
    else checkValue(member, kind, where, shapes, verdict, depth + 1);
  }
}

function checkValue(
  value: unknown,
  kind: MockValue,
  where: string,
  shapes: MockShapes,
  verdict: Verdict,
  depth = 0,
): void {
  if (value === null || kind === "*" || depth > deepest) return;
  const wrong = (what: string): void => add(verdict.mistakes, `${where} must be ${what}.`);
  if (kind.startsWith("[]")) {
    if (!Array.isArray(value)) return wrong("a list");
    for (const [i, item] of value.entries())
      if (verdict.mistakes.length < most) checkValue(item, kind.slice(2), `${where}[${i}]`, shapes, verdict, depth + 1);
  } else if (kind.startsWith(".")) {
    if (!isRecord(value)) return wrong("an object");
    const told = value["@odata.type"];
    // A subtype has properties of its own.
    const members = membersOf(kind.slice(1), shapes);
    checkMembers(
      value,
      told === undefined ? members : { ...members, open: true },
      pathOf(where),
      shapes,
      verdict,
      depth,
    );
  } else if (kind.startsWith("%")) checkWord(value, kind.slice(1), where, shapes, verdict);
  else {
    const what = wrongScalar(value, kind);
    if (what !== undefined) wrong(what);
  }
}

function pathOf(where: string): string {
  return where === "the body" ? "" : where;
}

function checkWord(value: unknown, name: string, where: string, { enums }: MockShapes, verdict: Verdict): void {
  if (typeof value !== "string") return add(verdict.mistakes, `${where} must be a text.`);
  const words = Object.hasOwn(enums, name) ? (enums[name] ?? []) : [];
  // Flags are joined by commas.
  const strange = value.split(",").find((word) => !words.includes(word.trim()));
  if (words.length > 0 && strange !== undefined)
    add(verdict.mistakes, `${where}: ${shown(strange)} is none of its values.${meant(strange.trim(), words)}`);
}

/** What a value of a scalar would have to be; undefined where it is that. */
function wrongScalar(value: unknown, kind: string): string | undefined {
  if (texts.has(kind)) return typeof value === "string" ? undefined : "a text";
  if (kind === "Boolean") return typeof value === "boolean" ? undefined : "true or false";
  if (wide.has(kind) && typeof value === "string") return undefined;
  if (typeof value !== "number") return "a number";
  return whole.has(kind) && !Number.isInteger(value) ? "a whole number" : undefined;
}

export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

export function add(to: string[], message: string): void {
  if (to.length < most && !to.includes(message)) to.push(message);
}
