/** Objects of derived types: `@odata.type` tells them apart. */

/** The documented values of `@odata.type`, one of each type: what can be several by itself is told apart only as a union. */
type TypeName<T> = T extends { readonly "@odata.type"?: infer N extends string } ? Only<N> : never;
type Only<N extends string, All = N> = string extends N ? never : N extends N ? ([All] extends [N] ? N : never) : never;

/**
 * Whether an object says that it is of a certain type: `attachments.filter((each) => isOfType(each, "#microsoft.graph.fileAttachment"))`.
 * Services leave `@odata.type` out where an object is of the very type that is documented at its place: false means that it does not say so,
 * and excludes no type.
 */
export function isOfType<T extends { readonly "@odata.type"?: string }, N extends TypeName<T> & string>(
  object: T,
  type: N,
): object is Extract<T, { readonly "@odata.type"?: N }> & { readonly "@odata.type": N } {
  return object["@odata.type"] === type;
}
