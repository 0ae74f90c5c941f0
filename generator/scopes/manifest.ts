/** What an application is registered with: its `requiredResourceAccess`, and the ids that permissions have there. */
import { UsageError } from "../shared/usage-error.js";
import type { Account } from "../shared/permission-accounts.js";

/** Of one service: the ids of its permissions, by kind and name. */
export interface Ids {
  readonly resourceAppId: string;
  readonly byName: Readonly<Record<Kind, ReadonlyMap<string, string>>>;
}

/** `Scope` is delegated, `Role` of the application itself. */
export type Kind = "Scope" | "Role";

export interface Granted {
  readonly kind: Kind;
  readonly name: string;
}

/** What a manifest holds. */
export interface Manifest {
  readonly granted: readonly Granted[];
  /** Entries that nobody can tell the name of. */
  readonly unknown: readonly string[];
}

/** Of signing in, and of no call. */
const OF_SIGN_IN = new Set(["openid", "profile", "email", "offline_access"]);

export function kindOf(account: Account): Kind {
  return account === "application" ? "Role" : "Scope";
}

/** Reads an exported service principal: its `appId`, `oauth2PermissionScopes` and `appRoles`. */
export function idsIn(value: unknown, file: string): Ids {
  const { value: listed }: { value?: unknown } = Object(value);
  const [principal]: unknown[] = [listed ?? value].flat();
  const { appId, oauth2PermissionScopes, publishedPermissionScopes, appRoles }: Readonly<Record<string, unknown>> =
    Object(principal);
  const scopes = named(oauth2PermissionScopes ?? publishedPermissionScopes);
  const roles = named(appRoles);
  if (typeof appId !== "string" || scopes.size + roles.size === 0)
    throw new UsageError(
      `${file} is no exported service principal: appId, oauth2PermissionScopes and appRoles are needed.`,
    );
  return { resourceAppId: appId, byName: { Scope: scopes, Role: roles } };
}

function named(list: unknown): ReadonlyMap<string, string> {
  const entries = (Array.isArray(list) ? list : []).flatMap((entry: unknown): [string, string][] => {
    const { id, value }: { id?: unknown; value?: unknown } = Object(entry);
    return typeof id === "string" && typeof value === "string" ? [[value, id.toLowerCase()]] : [];
  });
  return new Map(entries);
}

/** `requiredResourceAccess` for the names; without ids the names stand in their place, which no service takes. */
export function manifestOf(names: readonly string[], kind: Kind, ids: Ids | undefined): object {
  if (ids === undefined)
    return { requiredResourceAccess: [{ resourceAccess: names.map((name) => ({ name, type: kind })) }] };
  const resourceAccess = names.flatMap((name) => {
    const id = ids.byName[kind].get(name);
    return id === undefined ? [] : [{ id, type: kind }];
  });
  return { requiredResourceAccess: [{ resourceAppId: ids.resourceAppId, resourceAccess }] };
}

/** Names that the ids say nothing of. */
export function withoutId(names: readonly string[], kind: Kind, ids: Ids | undefined): readonly string[] {
  return ids === undefined ? [] : names.filter((name) => !ids.byName[kind].has(name));
}

/** Reads a manifest, or a registration that holds one; entries of other services are left out. Throws a `UsageError` for anything else. */
export function manifestIn(value: unknown, file: string, ids: Ids | undefined): Manifest {
  const { requiredResourceAccess = value }: { requiredResourceAccess?: unknown } = Object(value);
  if (!Array.isArray(requiredResourceAccess)) throw new UsageError(`${file} holds no requiredResourceAccess.`);
  const granted: Granted[] = [];
  const unknown: string[] = [];
  for (const resource of requiredResourceAccess) {
    const { resourceAppId, resourceAccess }: { resourceAppId?: unknown; resourceAccess?: unknown } = Object(resource);
    if (ids !== undefined && resourceAppId !== undefined && resourceAppId !== ids.resourceAppId) continue;
    for (const entry of Array.isArray(resourceAccess) ? resourceAccess : []) {
      const { id, name, type }: Readonly<Record<string, unknown>> = Object(entry);
      if (type !== "Scope" && type !== "Role") throw new UsageError(`${file}: an entry is neither Scope nor Role.`);
      const known = typeof name === "string" ? name : nameOf(id, type, ids);
      if (known === undefined) unknown.push(`${String(id)} (${type})`);
      else if (!OF_SIGN_IN.has(known)) granted.push({ kind: type, name: known });
    }
  }
  return { granted, unknown };
}

function nameOf(id: unknown, kind: Kind, ids: Ids | undefined): string | undefined {
  const wanted = String(id).toLowerCase();
  return [...(ids?.byName[kind] ?? [])].find(([, each]) => each === wanted)?.[0];
}
