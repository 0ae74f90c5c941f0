/** Routes of an operation, and the keys of `where` that choose them. */
import type { PublishedOperation } from "../../model/published.js";
import { templateNames, templateParts, type TemplateParts } from "../../shared/odata/template-parts.js";
import { places, type Context, type Told } from "../context.js";
import { comparePlaceholders } from "./placeholders.js";

/** A route that a call can take. */
export interface CallRoute {
  readonly template: string;
  readonly parts: TemplateParts;
  /** Its keys, sorted, as one text. */
  readonly keys: string;
  /** An earlier route has the same keys: it has to be named. */
  readonly named: boolean;
}

export function callRoutes({ routes, samples = [] }: PublishedOperation): readonly CallRoute[] {
  const seen = new Set<string>();
  return routes
    .filter((template) => !samples.includes(template))
    .map((template) => {
      const parts = templateParts(template);
      const keys = templateNames(parts).toSorted().join();
      const named = seen.has(keys);
      seen.add(keys);
      return { template, parts, keys, named };
    });
}

export function hasWhere(routes: readonly CallRoute[]): boolean {
  return routes.length > 1 || routes.some(({ keys }) => keys !== "");
}

export function compareRoutes(old: PublishedOperation, fresh: PublishedOperation, told: Told, context: Context): void {
  const { report } = context;
  const [before, now] = [callRoutes(old), callRoutes(fresh)];
  if (hasWhere(before) !== hasWhere(now)) report(hasWhere(now) ? "where-appeared" : "where-disappeared", told);
  compareWhereTypes(old, fresh, told, context);
  const pairs = pairRoutes(before, now);
  const [paired, others] = [new Map(pairs), new Map(pairs.map(([a, b]) => [b, a]))];
  const lines = { old: linesOf(old), new: linesOf(fresh) };
  const about = (was: CallRoute | undefined, is: CallRoute | undefined): Told => {
    const { oldPlace, newPlace, ...others } = ofRoute(told, (is ?? was)?.template ?? "");
    return {
      ...others,
      ...places(
        oldPlace && { ...oldPlace, line: lines.old.get(was?.template ?? "") ?? oldPlace.line },
        newPlace && { ...newPlace, line: lines.new.get(is?.template ?? "") ?? newPlace.line },
      ),
    };
  };
  for (const route of before) {
    if (paired.has(route)) continue;
    const other = now.find(({ keys }) => keys === route.keys);
    const change = {
      ...about(route, undefined),
      old: route.template,
      words: { other: other?.template ?? fresh.routes[0] ?? "" },
    };
    if (route.named) report("route-removed-behind", change);
    else report(other ? "route-removed-other-answers" : "route-removed", change);
  }
  for (const route of now) {
    if (others.has(route)) continue;
    const other = now.find(({ keys, template }) => keys === route.keys && template !== route.template);
    const wasThere = before.some(({ keys }) => keys === route.keys);
    const change = { ...about(undefined, route), new: route.template, words: { other: other?.template ?? "" } };
    if (route.named) report("route-added-behind", change);
    else report(wasThere ? "route-added-before" : "route-added", change);
  }
  for (const [a, b] of pairs) if (a.template !== b.template) comparePair(a, b, { old, fresh }, about(a, b), context);
  compareOrder(before, now, paired, told, context);
  compareSamples(old, fresh, told, context);
}

function compareSamples(old: PublishedOperation, fresh: PublishedOperation, told: Told, { report }: Context): void {
  const [before, now] = [old.samples ?? [], fresh.samples ?? []];
  for (const route of now)
    if (!before.includes(route)) report("route-sample-added", { ...ofRoute(told, route), new: route });
  for (const route of before)
    if (!now.includes(route)) report("route-sample-removed", { ...ofRoute(told, route), old: route });
}

function linesOf({ routes, routeLines = [] }: PublishedOperation): ReadonlyMap<string, number> {
  return new Map(routes.flatMap((route, i) => (routeLines[i] === undefined ? [] : [[route, routeLines[i]] as const])));
}

/** The same text; else the same but for names; else the only two that are left with the same keys; else the only two that are left. */
function pairRoutes(
  before: readonly CallRoute[],
  now: readonly CallRoute[],
): readonly (readonly [CallRoute, CallRoute])[] {
  const pairs: (readonly [CallRoute, CallRoute])[] = [];
  const free = { old: [...before], new: [...now] };
  const pairBy = (key: (route: CallRoute) => string): void => {
    for (const route of free.old.slice()) {
      const mine = free.old.filter((each) => key(each) === key(route));
      const [other, ...more] = free.new.filter((each) => key(each) === key(route));
      if (other === undefined || more.length > 0 || mine.length > 1) continue;
      pairs.push([route, other]);
      free.old.splice(free.old.indexOf(route), 1);
      free.new.splice(free.new.indexOf(other), 1);
    }
  };
  pairBy(({ template }) => template);
  pairBy(({ parts }) => JSON.stringify([parts.shape, parts.queryShape]));
  pairBy(({ parts }) => parts.shape);
  if (free.old.length === 1 && free.new.length === 1) pairBy(({ parts }) => [...parts.path].sort().join());
  if (free.old.length === 1 && free.new.length === 1 && before.length === 1 && now.length === 1) pairBy(() => "");
  return pairs;
}

interface Operations {
  readonly old: PublishedOperation;
  readonly fresh: PublishedOperation;
}

function comparePair(a: CallRoute, b: CallRoute, operations: Operations, told: Told, context: Context): void {
  const { report } = context;
  const change = { ...told, old: a.template, new: b.template };
  const isSameShape = a.parts.shape === b.parts.shape;
  const hasSameNames = a.parts.path.toSorted().join() === b.parts.path.toSorted().join();
  if (!isSameShape && hasSameNames) report("route-text-changed", change);
  const bothThere = hasWhere([a]) && hasWhere([b]);
  if (bothThere) comparePlaceholders(a.parts, b.parts, operations, told, context);
  else if (!isSameShape && !hasSameNames && hasWhere([a]) === hasWhere([b])) report("route-text-changed", change);
}

function compareWhereTypes(old: PublishedOperation, fresh: PublishedOperation, told: Told, { report }: Context): void {
  if (old.whereType === undefined && fresh.whereType !== undefined)
    report("where-type-added", { ...told, typescript: [fresh.whereType], words: { name: fresh.whereType } });
  if (old.whereType !== undefined && fresh.whereType === undefined)
    report("where-type-removed", {
      ...told,
      typescript: [old.whereType],
      words: { name: old.whereType, function: fresh.function },
    });
}

/** Of routes that both sides have: the order counts among those that the same keys choose. */
function compareOrder(
  before: readonly CallRoute[],
  now: readonly CallRoute[],
  paired: ReadonlyMap<CallRoute, CallRoute>,
  told: Told,
  { report }: Context,
): void {
  const kept = before.filter((route) => paired.get(route)?.keys === route.keys);
  const positions = kept.map((route) => now.findIndex((other) => other === paired.get(route)));
  if (positions.every((position, i) => i === 0 || position > (positions[i - 1] ?? -1))) return;
  const swapped = kept.find((route) => !route.named && paired.get(route)?.named === true);
  if (swapped === undefined) {
    const [templates, others] = [before, now].map((routes) => routes.map(({ template }) => template));
    report("route-order-free", { ...told, old: templates, new: others });
    return;
  }
  const first = now.find(({ keys }) => keys === swapped.keys);
  report("route-order-changed", { ...ofRoute(told, swapped.template), old: swapped.template, new: first?.template });
}

function ofRoute(told: Told, route: string): Told {
  return { ...told, subject: { ...told.subject, route } };
}
