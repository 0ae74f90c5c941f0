/** API Doctor's style, as Microsoft Graph uses it: namespaces, annotations, OData. */
import type { Dialect } from "./dialect.js";

export const graph: Dialect = {
  name: "graph",
  rootNamespace: "microsoft.graph",
  discriminator: "@odata.type",
  permissions: "always",
  envelope: { items: [], next: [], pages: [], page: [], offset: [], after: [], ids: [], count: [] },
  error: { at: ["error"], code: ["code"], message: ["message"], requestId: ["request-id"] },
  headings: {},
  scalars: {},
};
