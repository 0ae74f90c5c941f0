/** Which namespace the types of an API are in: what its pages say, not what the house does whose style they follow. */
import type { Dialect } from "../dialect/dialect.js";
import type { Body, Page } from "../read/page.js";
import { compareText, namespaceOf } from "../shared/names.js";
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";

const TYPE = "@odata.type";
const NAME = /^#?([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)$/;

/**
 * The dialect with the root of the pages: its own if any page names that or one within it, else the namespace that most have, else none. Where no
 * object says its type, the wire has no member for it.
 */
export function withRootOf(pages: readonly Page[], dialect: Dialect): Dialect {
  const root = dialect.rootNamespace.toLowerCase();
  if (root === "" || pages.length === 0) return dialect;
  const counts = new Map<string, number>();
  let isTold = false;
  for (const page of pages) {
    for (const { namespace, onWire } of typesNamed(page)) {
      const lower = namespace.toLowerCase();
      if (lower === root || lower.startsWith(`${root}.`)) return dialect;
      isTold ||= onWire;
      if (namespace !== "") counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
    }
  }
  const [most = ["", 0] as const] = [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b));
  const { discriminator, ...others } = dialect;
  const rooted = { ...others, rootNamespace: most[0] };
  return isTold && discriminator !== undefined ? { ...rooted, discriminator } : rooted;
}

interface Named {
  readonly namespace: string;
  readonly onWire: boolean;
}

function* typesNamed({ namespace, blocks, examples }: Page): Generator<Named> {
  if (namespace !== undefined) yield { namespace, onWire: false };
  for (const { annotation, body } of blocks) {
    yield* named(annotation?.type, false);
    yield* shown(body);
  }
  for (const { request, response } of examples) {
    yield* named(response?.annotation?.type, false);
    yield* shown(request.body);
    if (response !== undefined) yield* shown(response.body);
  }
}

/** What the object, or the first of a list, says of its type. */
function* shown(body: Body): Generator<Named> {
  if (body.kind !== "json" || !body.text.includes(TYPE)) return;
  const { value } = body;
  const items = isObject(value) ? value["value"] : undefined;
  for (const one of [value, Array.isArray(items) ? (items[0] as unknown) : undefined]) {
    const type = isObject(one) ? own(one, TYPE) : undefined;
    if (typeof type === "string") yield* named(type, true);
  }
}

function* named(type: string | undefined, onWire: boolean): Generator<Named> {
  const name = type === undefined ? undefined : NAME.exec(type)?.[1];
  if (name !== undefined) yield { namespace: namespaceOf(name), onWire };
}
