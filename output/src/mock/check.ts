/** Checks a request against its operation: query, headers, body. */
import { parse } from "../runtime/error.js";
import { isRecord } from "./members.js";
import { add, checkBody, membersOf, shown } from "./check-value.js";
import type { Verdict } from "./check-value.js";
import type { MockOperation, MockShapes } from "./data.js";
import { meant } from "./near.js";
import { readPair } from "./pages.js";
import { namesIn } from "./select.js";

/** What is looked at of a request. */
export interface Sent {
  /** Of the query, as written. */
  readonly pairs: readonly string[];
  readonly headers: Headers;
  readonly text: string | undefined;
}

/** The options of OData itself. */
const odataOptions = new Set(
  "select expand filter orderby search top skip count format skiptoken deltatoken apply compute levels index id".split(
    " ",
  ),
);
const numbers = new Set(["top", "skip"]);
const json = /[/+]json\b/i;

/** Everything about a request that the docs do not allow; `status` is 415 where it is the content type. */
export async function check(
  sent: Sent,
  operation: MockOperation,
  shapes: () => Promise<MockShapes>,
): Promise<Verdict & { readonly status: number }> {
  const verdict: Verdict = { mistakes: [], warnings: [] };
  const select = checkQuery(sent.pairs, operation, verdict);
  for (const name of operation.headers ?? [])
    if (!has(sent.headers, name)) add(verdict.mistakes, `The header ${name} is missing.`);
  if (select.length > 0 && operation.of !== undefined) checkSelect(select, operation.of, await shapes(), verdict);
  const status = checkType(sent, operation, verdict) ? 415 : 400;
  if (status === 400) await checkContent(sent, operation, shapes, verdict);
  return { ...verdict, status };
}

/** Returns the names that `$select` has. */
function checkQuery(pairs: readonly string[], operation: MockOperation, verdict: Verdict): readonly string[] {
  const { asks = {}, options } = operation;
  const own = new Map(Object.entries(asks).map(([key, required]) => [key.toLowerCase(), required]));
  const given = new Set<string>();
  let select: readonly string[] = [];
  for (const pair of pairs) {
    const [key, value] = readPair(pair);
    const lower = key.toLowerCase();
    given.add(lower);
    if (own.has(lower) || key.startsWith("@")) continue;
    const option = lower.replace("$", "");
    if (!odataOptions.has(option) || (options === undefined && !key.startsWith("$"))) {
      if (key.startsWith("$"))
        add(verdict.mistakes, `There is no query option ${shown(key)}.${meant(option, odataOptions)}`);
      else add(verdict.warnings, `The docs have no query parameter ${shown(key)}.${meant(key, Object.keys(asks))}`);
      continue;
    }
    if (options !== "all" && !options?.includes(option) && !/token$|^skip$/.test(option))
      add(verdict.warnings, `The docs do not say that it takes $${option}.`);
    if (numbers.has(option) && !/^\d{1,15}$/.test(value)) add(verdict.mistakes, `$${option} must be a whole number.`);
    if (option === "count" && !/^(?:true|false)$/i.test(value)) add(verdict.mistakes, "$count must be true or false.");
    if (option === "select") select = namesIn(value);
  }
  for (const [key, required] of Object.entries(asks))
    if (required && !given.has(key.toLowerCase())) add(verdict.mistakes, `The query parameter ${key} is missing.`);
  return select;
}

function checkSelect(names: readonly string[], of: string, shapes: MockShapes, verdict: Verdict): void {
  const { open, properties } = membersOf(of, shapes);
  if (open) return;
  for (const name of names)
    if (name !== "*" && !name.includes(".") && !properties.has(name))
      add(verdict.mistakes, `$select: the docs have no property ${shown(name)}.${meant(name, properties.keys())}`);
}

/** Whether the content type is one that the operation does not take. */
function checkType({ headers, text }: Sent, { body }: MockOperation, verdict: Verdict): boolean {
  const type = headers.get("content-type");
  if (!text || type === null || (body?.kind !== "json" && body?.kind !== "reference")) return false;
  const media = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (json.test(media) || body.types?.some((each) => each.toLowerCase() === media)) return false;
  add(verdict.mistakes, `The body must come as application/json, not as ${shown(media)}.`);
  return true;
}

async function checkContent(
  { headers, text }: Sent,
  { id, body }: MockOperation,
  shapes: () => Promise<MockShapes>,
  verdict: Verdict,
): Promise<void> {
  if (body === undefined) {
    if (text) add(verdict.warnings, "The docs show no body.");
    return;
  }
  if (!text) {
    if (!body.optional) add(verdict.mistakes, "The body is missing.");
    return;
  }
  if ((body.kind !== "json" && body.kind !== "reference") || !json.test(headers.get("content-type") ?? "+json")) return;
  const value = parse(text);
  if (value === undefined) add(verdict.mistakes, "The body is no JSON.");
  else if (body.kind === "reference") checkReference(value, verdict);
  else {
    const all = await shapes();
    const own = Object.hasOwn(all.bodies, id) ? all.bodies[id] : undefined;
    if (own !== undefined) checkBody(value, own, all, verdict);
  }
}

function checkReference(value: unknown, { mistakes }: Verdict): void {
  const link = isRecord(value) ? value["@odata.id"] : undefined;
  if (typeof link !== "string") add(mistakes, "@odata.id is missing.");
}

function has(headers: Headers, name: string): boolean {
  try {
    return headers.has(name);
  } catch {
    // No request can have it.
    return true;
  }
}
