/** Which documented operations a path can mean: no router knows functions, keys in parentheses and paths within paths. */
import { readAddress } from "../testing/address.js";
import type { Segment } from "../testing/address.js";
import type { MockOperation } from "./data.js";

/** An operation whose route a path fits. */
export interface Match {
  readonly operation: MockOperation;
  readonly route: string;
  /** How many of its segments are open: what is written out counts more. */
  readonly open: number;
}

export interface Router {
  /** All operations that a path means, whatever their method; first those that leave least open, then those that are about least else. */
  find(segments: readonly Segment[]): readonly Match[];
}

interface Leaf extends Match {
  readonly order: number;
}

/** What stands between the placeholders of a text, in lower case: `["", ":"]` for `{path}:`. */
type Parts = readonly string[];

interface Step {
  readonly name: Parts;
  readonly values?: readonly (readonly [name: string, parts: Parts])[];
}

interface Node {
  readonly literal: Map<string, Node>;
  /** By what sets the step apart from others. */
  readonly open: Map<string, { readonly step: Step; readonly node: Node }>;
  readonly spread: Map<string, { readonly parts: Parts; readonly node: Node }>;
  readonly leaves: Leaf[];
}

const version = /\/(?:v\d|beta)/i;
const anyHost = "https://service.example";
const placeholder = /\{[^{}]*\}/;
const wholePlaceholder = /^\{[^{}]*\}\*?:?$/;

/** The routes are looked at when a path is asked for first: of thousands that takes a while. */
export function createRouter(operations: readonly MockOperation[]): Router {
  let root: Node | undefined;
  return {
    find(segments) {
      const found = new Map<MockOperation, Leaf>();
      root ??= planted(operations);
      collect(root, segments, 0, (leaf) => {
        const known = found.get(leaf.operation);
        if (known === undefined || leaf.open < known.open) found.set(leaf.operation, leaf);
      });
      return [...found.values()].sort((a, b) => a.open - b.open || breadth(a) - breadth(b) || a.order - b.order);
    },
  };
}

function planted(operations: readonly MockOperation[]): Node {
  const root = newNode();
  let order = 0;
  for (const operation of operations)
    for (const route of operation.routes) {
      plant(root, { operation, route, order }, route);
      // The same as it is read behind a host: `/partner/v1/…`.
      if (version.test(route)) plant(root, { operation, route, order }, `${anyHost}${route}`);
      order++;
    }
  return root;
}

/** A page on what many things have has many routes. */
function breadth({ operation }: Match): number {
  return operation.routes.length;
}

function newNode(): Node {
  return { literal: new Map(), open: new Map(), spread: new Map(), leaves: [] };
}

function plant(root: Node, leaf: Omit<Leaf, "open">, address: string): void {
  let node = root;
  let open = 0;
  let before = "";
  for (const segment of readAddress(address).segments) {
    const step = stepOf(segment);
    if (isSpread(segment, before)) {
      node = below(node.spread, JSON.stringify(step.name), () => ({ parts: step.name, node: newNode() })).node;
      // Several segments leave more open than one.
      open += 1.5;
    } else if (isLiteral(step)) node = below(node.literal, segment.name.toLowerCase(), newNode);
    else {
      node = below(node.open, JSON.stringify(step), () => ({ step, node: newNode() })).node;
      open += step.name.every((part) => part === "") ? 1 : 0.5;
    }
    before = segment.name;
  }
  // A route that is planted twice may come to the same place.
  if (node.leaves.at(-1)?.order !== leaf.order) node.leaves.push({ ...leaf, open });
}

function below<T>(among: Map<string, T>, key: string, make: () => T): T {
  const found = among.get(key) ?? make();
  among.set(key, found);
  return found;
}

function stepOf({ name, values }: Segment): Step {
  const parts = (text: string): Parts =>
    text
      .replaceAll("}*", "}")
      .split(placeholder)
      .map((part) => part.toLowerCase());
  return {
    name: parts(name),
    ...(values && { values: values.map(([key, value]) => [key.toLowerCase(), parts(value)] as const) }),
  };
}

function isLiteral({ name, values }: Step): boolean {
  return name.length === 1 && values === undefined;
}

/** `:/{x}` and `{x}*` stand for several segments. */
function isSpread({ name, values }: Segment, before: string): boolean {
  if (values !== undefined || !wholePlaceholder.test(name)) return false;
  return name.includes("}*") || (before.endsWith(":") && name.startsWith("{"));
}

function collect(node: Node, segments: readonly Segment[], at: number, found: (leaf: Leaf) => void): void {
  const segment = segments[at];
  if (segment === undefined) return node.leaves.forEach(found);
  const literal = segment.values === undefined ? node.literal.get(segment.name.toLowerCase()) : undefined;
  if (literal !== undefined) collect(literal, segments, at + 1, found);
  for (const { step, node: next } of node.open.values())
    if (fitsStep(step, segment)) collect(next, segments, at + 1, found);
  for (const { parts, node: next } of node.spread.values()) {
    for (let end = at + 1; end <= segments.length; end++)
      if (fits(parts, segments[end - 1]?.name.toLowerCase() ?? "")) collect(next, segments, end, found);
  }
}

function fitsStep({ name, values }: Step, segment: Segment): boolean {
  if (segment.values !== undefined && values === undefined) return false;
  // `$count`, `$value`: no name of anything.
  if (segment.name.startsWith("$") && name[0] === "") return false;
  if (!fits(name, segment.name.toLowerCase())) return false;
  const given = segment.values ?? [];
  const wanted = values ?? [];
  return (
    given.length === wanted.length &&
    wanted.every(([key, parts], i) => {
      const [own = "", value = ""] = given[i] ?? [];
      return own.toLowerCase() === key && fits(parts, value.toLowerCase());
    })
  );
}

/** Whether a text is the parts with something between each two of them, `least` signs. */
export function fits(parts: readonly string[], text: string, least = 1): boolean {
  const [first = "", ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const next = text.indexOf(part, at + least);
    if (next < 0) return false;
    at = next + part.length;
  }
  return text.length - last.length >= at + least && text.endsWith(last);
}
