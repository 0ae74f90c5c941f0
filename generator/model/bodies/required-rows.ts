/** What of a body has to be sent: by its own table, by the page of its type; and the examples that go without it. */
import { locateJson } from "../../shared/json/locate.js";
import { isObject } from "../../shared/json/json.js";
import { matchUrl, readAddress } from "../../shared/odata/match.js";
import { resolvePath } from "../../shared/page-path.js";
import { linksOf } from "../../shared/runs.js";
import type { Body } from "../../read/page.js";
import type { Evidence } from "../api.js";
import { settleFlag, type Settled } from "../claims.js";
import { saysOfBody, type BodySource } from "./body-source.js";
import type { Docs } from "../types/docs.js";
import type { TypeTable } from "../types/type-table.js";

const CREATED = 201;
const MAX_NAMES = 3;
const WITHOUT = "an example goes without it";

interface SentBody {
  readonly body: Extract<Body, { kind: "json" }>;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The objects that examples send to the operation itself. */
function sentBodies({ requests, method, routes }: BodySource): readonly SentBody[] {
  return requests.flatMap(({ method: used, url, body }) => {
    if (used !== method || body.kind !== "json" || !isObject(body.value)) return [];
    const address = readAddress(url);
    return routes.some((route) => matchUrl(address, route, "partial")) ? [{ body, value: body.value }] : [];
  });
}

/** Whether a property must be sent, by what was claimed so far; an example that goes without it knows better. */
export function settleSent(
  name: string,
  claims: readonly Evidence<boolean>[],
  source: BodySource,
  docs: Docs,
): Settled<boolean> {
  const settled = settleFlag(claims);
  return settled.value ? settleFlag([...claims, ...unsentClaims(name, source, docs)]) : settled;
}

/** The claim of an example that lacks a property, and neither binds it nor only spells it otherwise. */
function unsentClaims(name: string, source: BodySource, docs: Docs): readonly Evidence<boolean>[] {
  const { page } = source;
  const isLacking = ({ value }: SentBody): boolean =>
    !Object.hasOwn(value, name) &&
    !Object.hasOwn(value, `${name}@odata.bind`) &&
    !Object.keys(value).some((key) => docs.suggest(key, () => [name], page.path) === name);
  const lacking = sentBodies(source).find(isLacking);
  if (!lacking) return [];
  const place = locateJson(lacking.body, []);
  return [{ about: "optional", says: false, from: "example", because: WITHOUT, page: page.path, place }];
}

/** The properties that the page of a type calls required where one is created, by name. */
export function requiredByType(
  entity: string,
  source: BodySource,
  types: TypeTable,
): ReadonlyMap<string, Evidence<boolean>> {
  const key = types.types.get(entity)?.key;
  if (!creates(entity, source)) return new Map();
  const bound = new Set(sentBodies(source).flatMap(({ value }) => Object.keys(value)));
  return new Map(
    [...types.properties(entity).values()].flatMap(({ property: { name, readOnly, evidence } }) => {
      const said = evidence.find(({ about }) => about === "required to create");
      if (
        said?.says !== true ||
        isOfOther(said.page, entity, source, types) ||
        readOnly ||
        name === key ||
        bound.has(`${name}@odata.bind`)
      )
        return [];
      const because = `the page of the type calls it required: ${said.because}`;
      const { page, place } = said;
      return [[name, { about: "required", says: true, from: "page", because, page, place }] as const];
    }),
  );
}

/** Several pages may describe a type, each for its own calls: one that the page does not link to, while it links to another, says nothing. */
function isOfOther(page: string, entity: string, { page: own }: BodySource, types: TypeTable): boolean {
  const pages = types.types.get(entity)?.pages ?? [];
  if (pages.length < 2) return false;
  const words = [...(own.body?.prose ?? []), ...(own.response?.prose ?? [])];
  const linked = new Set(words.flatMap(linksOf).map(({ url }) => resolvePath(own.path, url.split("#", 1)[0] ?? "")));
  return !linked.has(page) && pages.some((other) => linked.has(other));
}

/** Not the call of an action on what is there already. */
function creates(entity: string, { method, created, fallback }: BodySource): boolean {
  return method === "POST" && (created || (fallback?.kind === "object" && fallback.name === entity));
}

/** Whether the statuses of an answer say that something was created. */
export function saysCreated(statuses: readonly number[]): boolean {
  return statuses.includes(CREATED);
}

/**
 * Findings `example-required`, one for each example that goes without what is called required. What an example has further inside, the
 * table of an object within the body asks for; and where words say that not all is required of each, an example may be right.
 */
export function reportUnsent(evidence: readonly Evidence[], source: BodySource, docs: Docs): void {
  const { page, id } = source;
  if (saysOfBody(page, "notAllRequired")) return;
  const byPlace = new Map<string, Evidence[]>();
  const unsent = evidence.filter(({ because }) => because === WITHOUT);
  const inner = unsent.length > 0 ? innerKeys(source) : new Set();
  for (const claim of unsent.filter(({ of = "" }) => !inner.has(plainKey(of.replace("body.", ""))))) {
    const key = JSON.stringify(claim.place);
    byPlace.set(key, [...(byPlace.get(key) ?? []), claim]);
  }
  for (const claims of byPlace.values()) {
    const names = claims.map(({ of = "" }) => of.replace("body.", ""));
    const rest = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
    const [first] = claims;
    if (first)
      docs.report("example-required", page.path, first.place, `${id}.${names[0]}`, {
        name: names.slice(0, MAX_NAMES).join(", ") + rest,
      });
  }
}

/** `company_name` and `CompanyName` are one. */
function plainKey(key: string): string {
  return key.replaceAll(/[_\s-]/g, "").toLowerCase();
}

/** Keys of all that lies within the bodies of examples. */
function innerKeys(source: BodySource): ReadonlySet<string> {
  const keysIn = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(keysIn);
    return isObject(value) ? Object.entries(value).flatMap(([key, inner]) => [plainKey(key), ...keysIn(inner)]) : [];
  };
  return new Set(sentBodies(source).flatMap(({ value }) => Object.values(value).flatMap(keysIn)));
}
