/** Which types are polymorphic: they stand for several types, which a member on the wire tells apart. */
import { shortName } from "./names.js";

/** A union of more members says nothing to a reader, and costs every user of the module: such a base stands for "anything". */
const MOST_MEMBERS = 40;

/** Of it, every resource is derived. */
const ROOT_TYPE = "entity";

interface Base {
  readonly name: string;
  readonly derived: readonly string[];
  readonly untold?: true;
}

/**
 * Whether a reference to the type also accepts the types derived from it, told apart by `@odata.type`. What examples are checked against and
 * what is emitted are the same by this.
 */
export function isPolymorphic({ name, derived, untold }: Base): boolean {
  return !untold && derived.length > 0 && derived.length <= MOST_MEMBERS && shortName(name) !== ROOT_TYPE;
}
