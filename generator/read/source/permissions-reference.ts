/** The permissions reference of a set of docs: which permissions there are, and for whom. */
import { strippedEnd } from "../../shared/edges.js";
import type { PermissionAccounts, PermissionHolder } from "../../shared/permission-accounts.js";

export interface PermissionsReference {
  /** In code-point order. */
  readonly permissionNames: readonly string[];
  /** By name, in code-point order; empty where no section says for whom. */
  readonly permissionAccounts: PermissionAccounts;
}

/** A row or heading of the permissions reference; group 1 is its first word, which may end in the mark of emphasis. */
const PERMISSION_ROW =
  /^(?:\|[^\S\n]*|#{2,6}[^\S\n]+)[_*`]*([A-Za-z][\w.-]*)(?![\w.-])[*`\\]*[^\S\n]*(?:\([^()|\n]*\)[^\S\n]*)?(?:\||$)/gm;
/** Any heading; group 1 where it heads the permissions of one kind of account. */
const HOLDER_HEADING = /^#{2,6}[^\S\n]+(?:(delegated|application) permissions?\b)?/gim;
const PERMISSION = /^(?:[A-Za-z][\w-]*(?:\.[\w-]*[A-Za-z0-9])+|openid|email|profile|offline_access)$/;
const UNDERSCORE = /_/;

/** Names, and the headings between them that tell whose they are: `#### Application permissions`. */
export function permissionsIn(text: string): PermissionsReference {
  const accounts = new Map<string, Set<PermissionHolder>>();
  const holders = Array.from(text.matchAll(HOLDER_HEADING), ({ index, 1: word = "" }) => ({
    index,
    holder:
      word === "" ? undefined : word.toLowerCase() === "delegated" ? ("delegated" as const) : ("application" as const),
  }));
  let at = -1;
  for (const { index, 1: word = "" } of text.matchAll(PERMISSION_ROW)) {
    const name = permissionIn(word);
    while ((holders[at + 1]?.index ?? Infinity) <= index) at++;
    const holder = holders[at]?.holder;
    const known = accounts.get(name) ?? new Set();
    if (name !== "") accounts.set(name, holder ? known.add(holder) : known);
  }
  const names = [...accounts.keys()].sort();
  return {
    permissionNames: names,
    permissionAccounts: Object.fromEntries(names.map((name) => [name, [...(accounts.get(name) ?? [])].sort()])),
  };
}

function permissionIn(word: string): string {
  const name = strippedEnd(word, UNDERSCORE);
  return PERMISSION.test(name) ? name : "";
}
