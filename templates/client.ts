/** Stands for the client that a package gets: the house of no docs. Ships in no package. */
import type { Middleware } from "./runtime/index.js";

/** What the client of the package does by itself on the way of each request. */
export const ownMiddleware: readonly Middleware[] = [];

/** The address that documented ones begin with, where it has no version: theirs are their own. */
export const baseWithoutVersion: string | undefined = undefined;
