/** The permissions of an operation in one line, for its doc comment. The table itself stands in the operation's constant. */
import type { Permission, Permissions } from "../../model/api.js";

const accounts = [
  ["delegatedWork", "work or school account"],
  ["delegatedPersonal", "personal account"],
  ["application", "application"],
] as const;

/** One line for each documented table: `Permissions: work or school account `User.Read`; application not supported.` */
export function permissionNote(tables: readonly Permissions[]): readonly string[] {
  return tables.flatMap((table) => {
    const said = accounts.flatMap(([account, label]) =>
      table[account] === undefined ? [] : [`${label} ${summary(table[account])}`],
    );
    const scenario = table.scenario === undefined ? "" : ` (${table.scenario})`;
    return said.length === 0 ? [] : [`Permissions${scenario}: ${said.join("; ")}.`];
  });
}

function summary(permission: Permission): string {
  if (permission === "unsupported") return "not supported";
  if (permission === "none") return "none needed";
  if (permission === "undetermined") return "not determined yet";
  const { least, higher } = permission;
  const sufficient = least.length > 0 ? least : higher;
  return sufficient.map((all) => all.map((name) => `\`${name}\``).join(" and ")).join(" or ");
}
