/** Who may call: security schemes, and for each call its alternatives. A list of requirements is OR, the scopes of one are AND. */
import type { Permission, Permissions } from "../../model/api.js";
import type { PublishedApi, PublishedOperation } from "../../model/published.js";
import { accounts, type Account } from "../../shared/permission-accounts.js";
import type { Requirement } from "./document.js";
import type { Known } from "./known.js";

/** The scheme where no page names a permission: the package sends such a token, if it is given one. */
const TOKEN = "token";

const says: Readonly<Record<Account, string>> = {
  delegatedWork: "For a signed-in user with a work or school account.",
  delegatedPersonal: "For a signed-in user with a personal account.",
  application: "For an application without a user.",
};

/** Where those who speak the dialect `graph` get their tokens. */
const AUTHORITY = "https://login.microsoftonline.com/common/oauth2/v2.0";

/** What a program needs for a call; undefined where no page tells. */
export function securityOf(operations: readonly PublishedOperation[]): readonly Requirement[] | undefined {
  const tables = operations.flatMap(tablesOf);
  const isTold = accounts.some((account) => tables.some((table) => tellsOf(table[account])));
  if (!isTold) return undefined;
  const all = tables.flatMap((table) => accounts.flatMap((account) => alternatives(account, table[account])));
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** All tables of a page: for the call as such, and for what it can be about. */
export function tablesOf({ permissions, scenarios = [] }: PublishedOperation): readonly Permissions[] {
  return permissions === undefined ? [] : [permissions, ...scenarios];
}

/** Whether the cell says who may call: "not supported" alone leaves nobody, and a placeholder says nothing. */
function tellsOf(permission: Permission | undefined): boolean {
  return permission === "none" || typeof permission === "object";
}

function alternatives(account: Account, permission: Permission | undefined): readonly Requirement[] {
  if (permission === undefined || permission === "unsupported") return [];
  // Of an undetermined one only this is known: that it takes a token.
  if (permission === "none" || permission === "undetermined") return [{ [account]: [] }];
  return [...permission.least, ...permission.higher].map((scopes) => ({ [account]: scopes }));
}

interface Security {
  readonly schemes: Readonly<Record<string, unknown>>;
  /** What holds where a call says nothing: some token. */
  readonly usual: readonly Requirement[];
}

/** The schemes of all calls. */
export function securityOfAll({ api }: Known): Security {
  const scopes = scopesOf(api);
  if (scopes.size === 0) {
    const schemes = {
      [TOKEN]: { type: "http", scheme: "bearer", description: "No page tells which permissions are needed." },
    };
    return { schemes, usual: [{ [TOKEN]: [] }, {}] };
  }
  const isOAuth = api.dialect === "graph";
  const schemes = [...scopes].map(([account, names]) => [account, isOAuth ? oauth(account, names) : bearer(account)]);
  return { schemes: Object.fromEntries(schemes), usual: [...scopes.keys()].map((account) => ({ [account]: [] })) };
}

/** For each kind of account that any page gives a permission for, all permissions. */
function scopesOf({ operations }: PublishedApi): ReadonlyMap<Account, readonly string[]> {
  const tables = operations.flatMap(tablesOf);
  return new Map(
    accounts.flatMap((account): [Account, readonly string[]][] => {
      const cells = tables
        .map((table) => table[account])
        .filter((cell) => cell !== undefined && cell !== "unsupported");
      const names = cells.flatMap((cell) => (typeof cell === "object" ? [...cell.least, ...cell.higher].flat() : []));
      return cells.length === 0 ? [] : [[account, [...new Set(names)].sort()]];
    }),
  );
}

function oauth(account: Account, names: readonly string[]): unknown {
  const scopes = Object.fromEntries(names.map((name) => [name, ""]));
  const flow = { tokenUrl: `${AUTHORITY}/token`, scopes };
  return {
    type: "oauth2",
    description: says[account],
    flows:
      account === "application"
        ? { clientCredentials: flow }
        : { authorizationCode: { authorizationUrl: `${AUTHORITY}/authorize`, ...flow } },
  };
}

/** Where the tokens come from, no page says. */
function bearer(account: Account): unknown {
  return { type: "http", scheme: "bearer", description: says[account] };
}

/** Without names of permissions, where the form knows them for OAuth only. */
export function inForm(requirements: readonly Requirement[], { api, form }: Known): readonly Requirement[] {
  if (form.namesRoles || api.dialect === "graph") return requirements;
  const bare = requirements.map((each) => Object.fromEntries(Object.keys(each).map((scheme) => [scheme, []])));
  return [...new Map(bare.map((each) => [JSON.stringify(each), each])).values()];
}
