/** Which parameters hold several values. */

interface Parameter {
  readonly in: string;
  readonly type: { readonly kind: string };
}

/** Whether the parameter takes several values, each of which is sent with its key. */
export function isList(parameter: Parameter): boolean {
  return parameter.in === "query" && parameter.type.kind === "collection";
}
