/** Types between what their pages state and what they are. */
import type { ObjectType, Evidence } from "../api.js";
import type { ReadRow } from "./properties.js";

/** A type as its pages state it, all rows still in place. */
export interface StatedType {
  readonly type: ObjectType;
  readonly rows: readonly ReadRow[];
  /** On its base, by qualified names in the case of their own pages where they have one. */
  readonly claims: readonly Evidence<string>[];
  /** The pages treat it as an entity: a key property is named, or there are operations on it. */
  readonly keyed: boolean;
}
