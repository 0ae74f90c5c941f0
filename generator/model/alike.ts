/**
 * What several answers show alike and no page describes: the zones of a list, and the zone that a call for one gives. One answer tells too little:
 * what it leaves out, and what may be null, nobody knows; then the result stays unknown.
 */
import { camel, singular, upperFirst } from "../shared/names.js";
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";
import { jsonLocator } from "../shared/json/locate.js";
import { placeholderNames } from "../shared/odata/segments.js";
import { parseRoute } from "../shared/odata/template.js";
import type { ExamplePair, Page } from "../read/page.js";
import { qualify } from "./names.js";
import { ownItems } from "./operations/body-shape.js";
import type { Sample } from "./types/infer.js";
import type { TypeOnPage } from "./types/type-pages.js";

/** So many members tell a thing from another. */
const TELLING = 3;
const LEAST_ANSWERS = 2;
/** How much of the fullest answer the others must show, and how much of it a described type may have without being it. */
const ALIKE = 0.5;
const COVERED = 0.7;
const WORD = /^[A-Za-z][\w-]*$/;
const SUCCESS = new Set([200, 201]);

/** The objects that at least two operations answer alike, named by the path that they are called by. */
export function alikeSamples(pages: readonly Page[], described: readonly TypeOnPage[]): readonly Sample[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of pages.flatMap((page) => page.examples.flatMap((pair) => samplesIn(pair, page)))) {
    const group = groups.get(sample.name) ?? [];
    group.push(sample);
    groups.set(sample.name, group);
  }
  const listed = described.map(({ properties }) => {
    return new Set((properties?.tables ?? []).flatMap(({ rows }) => rows.map(({ name }) => name.text)));
  });
  return [...groups.values()].filter((group) => areAlike(group, listed)).flat();
}

function areAlike(samples: readonly Sample[], listed: readonly ReadonlySet<string>[]): boolean {
  const calls = new Set(samples.map(({ page }) => page));
  const [fullest = [], ...others] = samples.map(({ value }) => Object.keys(value)).sort((a, b) => b.length - a.length);
  const all = new Set(fullest);
  const shared = (keys: readonly string[]): number => keys.filter((key) => all.has(key)).length;
  return (
    calls.size >= LEAST_ANSWERS &&
    fullest.length >= TELLING &&
    others.every((keys) => shared(keys) === keys.length && keys.length >= fullest.length * ALIKE) &&
    listed.every((names) => fullest.filter((key) => names.has(key)).length < fullest.length * COVERED)
  );
}

function samplesIn({ response }: ExamplePair, page: Page): readonly Sample[] {
  const [line] = page.requests;
  if (line === undefined || response?.body.kind !== "json" || !SUCCESS.has(response.status)) return [];
  const { segments } = parseRoute(line.target, "kept").path;
  const isOne = placeholderNames(segments.at(-1)?.name ?? []).length > 0;
  const last = segments.at(isOne ? -2 : -1)?.name.join("") ?? "";
  const thing = singular(last);
  if (thing === last || !WORD.test(last)) return [];
  const name = qualify(upperFirst(camel(thing)), page.namespace);
  const { body } = response;
  const locate = jsonLocator(body);
  if (isOne || line.method !== "GET")
    return isObject(body.value) ? [{ name, value: body.value, locate, path: [], page }] : [];
  const key = isObject(body.value) ? ownItems(body.value) : undefined;
  const items: unknown = key !== undefined && isObject(body.value) ? own(body.value, key) : body.value;
  const above = key === undefined ? [] : [key];
  return Array.isArray(items)
    ? items.flatMap((value: unknown, index) =>
        isObject(value) ? [{ name, value, locate, path: [...above, index], page }] : [],
      )
    : [];
}
