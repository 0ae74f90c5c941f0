/** What an operation answers. */
import type { TypeRef } from "../../model/api.js";
import type { PublishedOperation } from "../../model/published.js";
import { atLines, type Context, type Told } from "../context.js";
import { relationOf, typeWords } from "../relation.js";
import type { RuleId } from "../rules/rules.js";

type Result = PublishedOperation["result"];

export function compareResults(old: PublishedOperation, fresh: PublishedOperation, of: Told, context: Context): void {
  const { report } = context;
  const [before, now] = [old.result, fresh.result];
  const told = { ...atLines(of, old, fresh, "response"), direction: "read" as const };
  const words = { old: resultWords(before, context, "old"), new: resultWords(now, context, "new") };
  const rule = kindRule(before, now);
  if (rule !== undefined) report(rule, { ...told, ...words });
  else compareTypes(typeOf(before), typeOf(now), { ...told, ...words }, context);
  if (rule === undefined) {
    const [missed, misses] = [isOptional(before), isOptional(now)];
    if (!missed && misses) report("result-may-be-missing", told);
    if (missed && !misses) report("result-always-there", told);
    const [wrapped, wraps] = [isWrapped(before), isWrapped(now)];
    if (wrapped !== wraps) report(wraps ? "result-wrapped" : "result-unwrapped", told);
  }
  compareStatuses(old, fresh, told, context);
  comparePaging(old, fresh, told, context);
  compareShown(old, fresh, told, context);
}

function kindRule(before: Result, now: Result): RuleId | undefined {
  const [a, b] = [kindOf(before), kindOf(now)];
  if (a === b) return undefined;
  if (b === "accepted") return "result-became-accepted";
  if (a === "accepted") return "result-no-longer-accepted";
  if (a === "none") return "result-gained";
  return b === "none" ? "result-lost" : "result-kind-changed";
}

/** A value is an object to who awaits it; a list within an object is no list that pages. */
function kindOf(result: Result): string {
  if (result.kind !== "object" && result.kind !== "value") return result.kind;
  return result.type.kind === "collection" ? "array" : "object";
}

function compareTypes(old: TypeRef | undefined, fresh: TypeRef | undefined, told: Told, context: Context): void {
  if (old === undefined && fresh === undefined) return;
  const relation = relationOf(old ?? { kind: "unknown" }, fresh ?? { kind: "unknown" }, context);
  const rule = byRelation[relation];
  if (rule !== undefined) context.report(rule, told);
}

const byRelation: Readonly<Partial<Record<ReturnType<typeof relationOf>, RuleId>>> = {
  wider: "result-wider",
  "to-unknown": "result-wider",
  "to-text": "result-wider",
  values: "result-replaced",
  narrower: "result-narrower",
  "to-known": "result-narrower",
  "to-enumeration": "result-narrower",
  replaced: "result-replaced",
  "to-collection": "result-replaced",
  "to-single": "result-replaced",
};

function typeOf(result: Result): TypeRef | undefined {
  return "type" in result ? result.type : undefined;
}

function isOptional(result: Result): boolean {
  return "optional" in result && result.optional === true;
}

function isWrapped(result: Result): boolean {
  return result.kind === "object" && result.unwrap;
}

function resultWords(result: Result, context: Context, side: "old" | "new"): string {
  const type = typeOf(result);
  const what = type === undefined ? "" : typeWords(type, context[side]);
  const forms: Readonly<Record<Result["kind"], string>> = {
    none: "nothing",
    object: what,
    value: what,
    list: `a list of ${what}`,
    delta: `changes of ${what}`,
    text: "text",
    stream: "bytes",
    accepted: "work that goes on",
  };
  return forms[result.kind];
}

function compareStatuses(old: PublishedOperation, fresh: PublishedOperation, told: Told, { report }: Context): void {
  const sorted = (statuses: readonly number[]): readonly number[] => statuses.toSorted((a, b) => a - b);
  const [before, now] = [sorted(old.statuses), sorted(fresh.statuses)];
  if (before.join() !== now.join()) report("status-changed", { ...told, old: before, new: now });
  const [failed, fails] = [errorsOf(old), errorsOf(fresh)];
  if (failed.join() !== fails.join()) report("error-status-changed", { ...told, old: failed, new: fails });
}

const FIRST_ERROR = 400;

/** Statuses of documented failures. */
function errorsOf({ examples }: PublishedOperation): readonly number[] {
  const statuses = examples.flatMap(({ response }) => (response === undefined ? [] : [response.status]));
  return [...new Set(statuses.filter((status) => status >= FIRST_ERROR))].sort((a, b) => a - b);
}

/** A house says how its lists go on; else a documented answer shows it. */
function comparePaging(old: PublishedOperation, fresh: PublishedOperation, told: Told, { report }: Context): void {
  if (old.result.kind !== "list" || fresh.result.kind !== "list") return;
  const [paged, pages] = [isPaged(old), isPaged(fresh)];
  if (!paged && pages) report("paging-introduced", told);
  if (paged && !pages) report("paging-dropped", told);
}

function isPaged({ result, examples }: PublishedOperation): boolean {
  if (result.kind !== "list") return false;
  const { house } = result;
  if (house !== undefined) return (house.next ?? house.link ?? house.pages) !== undefined;
  return examples.some(({ response }) => Object.hasOwn(Object(response?.body), "@odata.nextLink"));
}

function compareShown(old: PublishedOperation, fresh: PublishedOperation, told: Told, { report }: Context): void {
  const [before, now] = [old.shown ?? [], fresh.shown ?? []];
  const about = (name: string): Told => ({
    ...told,
    symbol: `${told.symbol} result.${name}`,
    subject: { ...told.subject, property: name },
  });
  for (const name of now) if (!before.includes(name)) report("relationship-shown", { ...about(name), new: name });
  for (const name of before) if (!now.includes(name)) report("relationship-hidden", { ...about(name), old: name });
}
