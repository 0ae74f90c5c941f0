/** What the docs lack as a whole: pages of types that only examples show. */
import type { Page } from "../../read/page.js";
import type { ObjectType, Operation } from "../api.js";
import type { Docs } from "../types/docs.js";
import { linksOf } from "../../shared/runs.js";
import { shortName } from "../../shared/names.js";

/** One finding `resource-missing` for each inferred type that an operation answers with, where its page first names it. */
export function reportMissing(
  pages: readonly Page[],
  operations: readonly Operation[],
  types: readonly ObjectType[],
  docs: Docs,
): void {
  const inferred = new Set(types.filter((type) => type.inferred).map((type) => type.name));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  for (const { result, page: path } of operations) {
    const type = "type" in result && result.type?.kind === "object" ? result.type.name : undefined;
    const page = byPath.get(path);
    if (!type || !page || !inferred.delete(type)) continue;
    const links = (page.response?.prose ?? []).flatMap(linksOf);
    const link = links.find((one) => one.text.toLowerCase() === shortName(type).toLowerCase());
    const shown = page.examples.flatMap(({ response }) => response?.annotation?.place ?? response?.place ?? []);
    const place = link?.place ?? shown[0] ?? page.response?.place ?? page.title.place;
    docs.report("resource-missing", page.path, place, shortName(type), { name: shortName(type) });
  }
}
