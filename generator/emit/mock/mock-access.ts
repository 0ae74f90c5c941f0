/** Who may call an operation, as short as can be. */
import type { Operation, Permission } from "../../model/api.js";

export interface MockAccess {
  readonly delegated?: readonly string[];
  readonly application?: readonly string[];
}

/** One, or none where the page does not tell. Of several tables any one is enough: a mock does not know what a call is about. */
export function accessOf({ permissions }: Operation): readonly MockAccess[] {
  if (permissions.length === 0) return [];
  const delegated = setsOf(permissions.flatMap((table) => [table.delegatedWork, table.delegatedPersonal]));
  const application = setsOf(permissions.map((table) => table.application));
  return [{ ...(delegated && { delegated }), ...(application && { application }) }];
}

/** Sets of names; "" where any token does, or where nobody knows. Undefined where the account may not call. */
function setsOf(cells: readonly (Permission | undefined)[]): readonly string[] | undefined {
  if (cells.every((cell) => cell === undefined)) return [""];
  const told = cells.filter((cell) => cell !== undefined && cell !== "unsupported");
  const sets = (order: "least" | "higher"): readonly string[] =>
    told.flatMap((cell) => (typeof cell === "object" ? cell[order].map((names) => names.join(" ")) : [""]));
  return told.length === 0 ? undefined : [...new Set([...sets("least"), ...sets("higher")])];
}
