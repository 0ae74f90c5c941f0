/** A route of an operation while it is put together. */
import { bounds } from "../../shared/bounds.js";
import type { Place } from "../../shared/place.js";
import type { Page, RequestLine } from "../../read/page.js";
import type { RoutePath } from "../../shared/odata/segments.js";
import type { RouteParameter } from "../../shared/odata/template.js";
import type { Docs } from "../types/docs.js";

/** A route with its parameters and the OData options that its line shows. */
export interface NamedRoute {
  readonly path: RoutePath;
  readonly parameters: readonly RouteParameter[];
  readonly options: readonly string[];
  readonly line: RequestLine;
  readonly sample: boolean;
}

/** Says that there are more parameters than `bounds.parameters`. */
export function reportParameters(
  what: string,
  count: number,
  subject: string,
  page: Page,
  place: Place,
  { report }: Docs,
): void {
  const values = { what, actual: String(count), limit: String(bounds.parameters) };
  report("over-bound", page.path, place, subject.slice(0, bounds.nameLength), values);
}
