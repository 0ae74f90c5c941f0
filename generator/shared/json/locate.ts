/** Where the properties and items of a JSON text stand. */
import type { Node } from "jsonc-parser";
import type { Place } from "../place.js";
import { placerOf, treeOf, type JsonTree, type PlacedJson } from "./json.js";

/** Finds the place of a property or item: `["value", 0, "id"]`. Falls back to the nearest ancestor that exists. */
export type Locate = (path: readonly (string | number)[]) => Place;

/** Each body is parsed once, however many places are asked for. */
const locators = new WeakMap<PlacedJson, Locate>();

/** Finds one place in a body. */
export function locateJson(body: PlacedJson, path: readonly (string | number)[]): Place {
  const locator = locators.get(body) ?? jsonLocator(body);
  locators.set(body, locator);
  return locator(path);
}

/** Finds any number of places in a body, which is parsed once, when the first of them is asked for. */
export function jsonLocator(body: PlacedJson): Locate {
  const offsetOf = offsetsIn(body.text);
  let placeOf: ((offset: number) => Place) | undefined;
  return (path) => {
    const offset = offsetOf(path);
    return offset === undefined ? body.place : (placeOf ??= placerOf(body))(offset);
  };
}

/** The same as offsets in a text; undefined where it is no JSON. */
export function offsetsIn(text: string): (path: readonly (string | number)[]) => number | undefined {
  let parsed: { readonly tree: JsonTree | undefined } | undefined;
  const members = new Map<Node, ReadonlyMap<string, Node>>();
  return (path) => {
    parsed ??= { tree: treeOf(text) };
    if (parsed.tree === undefined) return undefined;
    let node: Node = parsed.tree.root;
    for (const segment of path) {
      const child: Node | undefined =
        typeof segment === "number" ? itemNode(node, segment) : memberNode(node, segment, members);
      if (child === undefined) break;
      node = child;
    }
    const { offset } = node.parent?.type === "property" ? node.parent : node;
    // what was added stands before all
    return Math.max(0, offset - parsed.tree.added);
  };
}

function itemNode({ type, children }: Node, index: number): Node | undefined {
  return type === "array" ? children?.[index] : undefined;
}

function memberNode(node: Node, name: string, known: Map<Node, ReadonlyMap<string, Node>>): Node | undefined {
  if (node.type !== "object") return undefined;
  let members = known.get(node);
  if (members === undefined) {
    const pairs = (node.children ?? []).toReversed().flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key === undefined || value === undefined ? [] : [[String(key.value), value] as const];
    });
    // of two of one name the first counts
    members = new Map(pairs);
    known.set(node, members);
  }
  return members.get(name);
}
