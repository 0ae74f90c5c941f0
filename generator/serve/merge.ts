/** What is served after pages have changed. */
import type { MockModel } from "../emit/mock/mock-data.js";

/**
 * The new model, and of the earlier one the operations of pages that are still there but no longer say which: somebody is in the middle of a
 * sentence.
 */
export function mergeModels(earlier: MockModel, now: MockModel, exists: (page: string) => boolean): MockModel {
  const pages = new Set(now.data.operations.map(({ page }) => page));
  const ids = new Set(now.data.operations.map(({ id }) => id));
  const kept = earlier.data.operations.filter(({ id, page }) => !pages.has(page) && !ids.has(id) && exists(page));
  if (kept.length === 0) return now;
  const isKept = new Set(kept.map(({ id }) => id));
  const of = <T>(all: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(all).filter(([id]) => isKept.has(id));
  return {
    data: { ...now.data, operations: [...now.data.operations, ...kept] },
    fixtures: Object.fromEntries([...Object.entries(now.fixtures), ...of(earlier.fixtures)]),
    shapes: {
      types: { ...earlier.shapes.types, ...now.shapes.types },
      enums: { ...earlier.shapes.enums, ...now.shapes.enums },
      bodies: Object.fromEntries([...Object.entries(now.shapes.bodies), ...of(earlier.shapes.bodies)]),
    },
  };
}
