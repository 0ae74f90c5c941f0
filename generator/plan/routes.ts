import type { Operation, Route } from "../model/api.js";

/** The routes that a caller can mean: those of samples are left out, since another route has placeholders for them. */
export function plannedRoutes({ routes }: Operation): readonly Route[] {
  return routes.filter((route) => route.sample !== true);
}
