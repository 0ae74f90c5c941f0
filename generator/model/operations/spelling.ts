/** One spelling for a parameter in the whole API: as the type is spelt that it picks, else as most of the words in it are told apart. */
import { compareText, shortName, singular } from "../../shared/names.js";
import type { Part, RoutePath } from "../../shared/odata/segments.js";
import type { Page } from "../../read/page.js";
import type { NamedRoute } from "./named-route.js";
import { parsedLine } from "./parsed-line.js";

/** How a parameter is spelt that is called so somewhere. */
export type Spelling = (name: string) => string;

const ID = /^(.+)id$/i;
const WORD_BORDER = /[a-z\d][A-Z]/g;

/** Of the request lines of all pages; `typeNames` are qualified. */
export function spellingOf(pages: readonly Page[], typeNames: Iterable<string>): Spelling {
  const types = new Map([...typeNames].map(shortName).map((name) => [name.toLowerCase(), name]));
  const counts = new Map<string, number>();
  const lines = pages.flatMap(({ requests }) => requests);
  for (const { parameters } of lines.flatMap(parsedLine))
    for (const { name } of parameters) counts.set(name, (counts.get(name) ?? 0) + 1);
  const best = new Map<string, string>();
  for (const [name, count] of [...counts].sort(([a], [b]) => compareText(a, b))) {
    const other = best.get(name.toLowerCase());
    const isBetter =
      other === undefined ||
      wordCount(name) > wordCount(other) ||
      (wordCount(name) === wordCount(other) && count > (counts.get(other) ?? 0));
    if (isBetter) best.set(name.toLowerCase(), name);
  }
  return (name) => idOf(name, types) ?? best.get(name.toLowerCase()) ?? name;
}

/** `plannertaskId` and `plannerTasksId` → `plannerTaskId`, where a type is called so. */
function idOf(name: string, types: ReadonlyMap<string, string>): string | undefined {
  const of = ID.exec(name)?.[1] ?? "";
  const type = types.get(of.toLowerCase()) ?? types.get(singular(of).toLowerCase());
  return type === undefined ? undefined : `${type.charAt(0).toLowerCase()}${type.slice(1)}Id`;
}

function wordCount(name: string): number {
  return name.match(WORD_BORDER)?.length ?? 0;
}

/** The routes with their parameters spelt so; a route in which two would become one stays as it is. */
export function respelt(routes: readonly NamedRoute[], spelling: Spelling): readonly NamedRoute[] {
  return routes.map((route) => {
    const names = new Map(route.parameters.map(({ name }) => [name, spelling(name)]));
    const isChanged = [...names].some(([name, wanted]) => name !== wanted);
    if (!isChanged || new Set(names.values()).size < names.size) return route;
    const parameters = route.parameters.map((one) => ({ ...one, name: names.get(one.name) ?? one.name }));
    return { ...route, parameters, path: renamed(route.path, names) };
  });
}

function renamed({ segments, query }: RoutePath, names: ReadonlyMap<string, string>): RoutePath {
  const part = (one: Part): Part => (typeof one === "string" ? one : { ...one, name: names.get(one.name) ?? one.name });
  const valued = <V extends { readonly value: readonly Part[] }>(one: V): V => ({ ...one, value: one.value.map(part) });
  return {
    segments: segments.map((segment) => ({
      name: segment.name.map(part),
      ...(segment.arguments && { arguments: segment.arguments.map(valued) }),
    })),
    query: query.map(valued),
  };
}
