/** A body whose table lists what one member of it holds: "provide a `label` object with the following properties". */
import { isObject } from "../../shared/json/json.js";
import { locateJson } from "../../shared/json/locate.js";
import type { Docs } from "../types/docs.js";
import { asRef, UNKNOWN } from "../types/type-ref.js";
import type { BodyRow, BodySource } from "./body-source.js";

/** That member as the only row, where the words name it and all examples send nothing else. */
export function heldBy(rows: readonly BodyRow[], source: BodySource, docs: Docs): readonly BodyRow[] | undefined {
  const { page, requests } = source;
  const listed = new Set(rows.map(({ name }) => name));
  const bodies = requests.flatMap(({ body }) => (body.kind === "json" && isObject(body.value) ? [body] : []));
  const [first] = bodies;
  const name = first && isObject(first.value) ? Object.keys(first.value)[0] : undefined;
  if (!first || name === undefined || listed.has(name)) return undefined;
  const isHolder = (value: unknown): boolean =>
    isObject(value) && Object.entries(value).every(([key, held]) => key === name && holds(held, listed));
  const words = (page.body?.prose ?? []).flatMap(({ text }) => text.split(/\W+/));
  if (!words.includes(name) || !bodies.every(({ value }) => isHolder(value))) return undefined;
  const because = "the table lists what it holds, examples send it";
  const place = locateJson(first, [name]);
  const claim = { about: "optional", says: false, from: "example", because, page: page.path, place } as const;
  const type = asRef(docs.index.byName(name, page)) ?? UNKNOWN;
  return [{ name, type, required: false, nullable: false, description: [], evidence: [claim], leftOut: false }];
}

function holds(held: unknown, listed: ReadonlySet<string>): boolean {
  return isObject(held) && Object.keys(held).every((key) => listed.has(key));
}
