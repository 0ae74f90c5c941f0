/** Which types are polymorphic: they stand for several types, which `@odata.type` tells apart. */
import type { ObjectType } from "../model/api.js";
import { shortName } from "../shared/names.js";

/** A union of more members says nothing to a reader, and costs every user of the module. */
const MOST_MEMBERS = 40;

/** True when results of this type are typed as the union of the types derived from it. Of `entity`, every resource is derived. */
export function isPolymorphic(type: ObjectType): boolean {
  return (
    !type.untold && type.derived.length > 0 && type.derived.length <= MOST_MEMBERS && shortName(type.name) !== "entity"
  );
}
