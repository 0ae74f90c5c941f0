/** Who may call, as the docs tell: whether a request has a token, and whether that says what the operation needs. */
import { parse } from "../runtime/error.js";
import type { Asked } from "./asked.js";
import type { MockAccess, MockApi } from "./data.js";
import { isRecord } from "./members.js";
import { placeOf } from "./problem.js";
import type { Problem } from "./problem.js";
import type { Match } from "./route.js";

const bearer = /^bearer\s+[\w-]+\.([\w-]+)\.[\w-]*$/i;
type Account = keyof MockAccess;

/** What is wrong with a request that has no token. */
export function withoutToken({ headers }: Pick<Asked, "headers">): Problem | undefined {
  if (headers.get("authorization")?.trim()) return undefined;
  return {
    status: 401,
    message: "The request has no token: the header Authorization is missing.",
    headers: { "WWW-Authenticate": "Bearer" },
  };
}

/**
 * What a token lacks for all of these operations. Nobody looks into one that is no JWT; of one that is, the signature is not checked, and
 * nothing of it is told again.
 */
export async function withoutPermission(
  { headers }: Pick<Asked, "headers">,
  matches: readonly Match[],
  shapes: MockApi["shapes"],
): Promise<Problem | undefined> {
  const claims = claimsOf(headers.get("authorization") ?? "");
  const [first] = matches;
  if (claims === undefined || first === undefined) return undefined;
  const { access = {} } = await shapes();
  // Not those pages that say the same of many other things.
  const { open, operation: narrow } = first;
  const meant = matches.filter((each) => each.open === open && each.operation.routes.length === narrow.routes.length);
  const accesses = meant.map(({ operation: { id } }) => (Object.hasOwn(access, id) ? access[id] : undefined));
  const { account, names } = claims;
  const suffices = (own: MockAccess): boolean =>
    own[account]?.some((needed) => needed.split(" ").every((name) => name === "" || names.has(name.toLowerCase()))) ===
    true;
  if (accesses.some((own) => own === undefined || suffices(own))) return undefined;
  const least = accesses.flatMap((own) => own?.[account]?.[0] ?? []);
  const needs =
    least[0] === undefined
      ? `The docs do not support it with ${words[account]}`
      : `The token lacks ${least[0].split(" ").join(" and ")}, the least that it needs with ${words[account]}`;
  return { status: 403, message: `${needs}. See ${placeOf(first.operation)}.` };
}

const words: Readonly<Record<Account, string>> = {
  delegated: "delegated permissions",
  application: "application permissions",
};

/** A token of a user has `scp`, one of a program `roles`. */
function claimsOf(
  authorization: string,
): { readonly account: Account; readonly names: ReadonlySet<string> } | undefined {
  const payload = parse(decoded(bearer.exec(authorization.trim())?.[1] ?? ""));
  if (!isRecord(payload)) return undefined;
  const { scp, roles } = payload;
  const names = typeof scp === "string" ? scp.split(" ") : Array.isArray(roles) ? roles.map(String) : [];
  return {
    account: typeof scp === "string" ? "delegated" : "application",
    names: new Set(names.map((name) => name.toLowerCase())),
  };
}

function decoded(base64url: string): string {
  try {
    return atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
