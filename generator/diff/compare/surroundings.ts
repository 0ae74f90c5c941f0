/** What is not of one operation or type: the base address, how lists and errors come, the generator, exports that nothing else is about. */
import type { PublishedApi } from "../../model/published.js";
import type { Change } from "../change.js";
import type { Context, Told } from "../context.js";
import { canonical } from "../match.js";
import { exportsOfEnum } from "./enumerations.js";
import { exportsOfOperation } from "./operations-told.js";
import { exportsOf } from "./types.js";

export function compareSurroundings({ old, new: fresh, report }: Context): void {
  const [a, b] = [old.api, fresh.api];
  const told = (symbol: string): Told => ({ symbol, subject: {} });
  const address = { ...told("baseUrl"), old: a.baseUrl, new: b.baseUrl };
  if (a.baseUrl === undefined && b.baseUrl !== undefined) report("base-url-told", address);
  else if (a.baseUrl !== undefined && b.baseUrl === undefined) report("base-url-untold", address);
  else if (a.baseUrl !== b.baseUrl) report("base-url-changed", address);
  if (canonical(a.envelope) !== canonical(b.envelope))
    report("lists-read-elsewhere", { ...told("lists"), old: a.envelope, new: b.envelope });
  if (canonical(a.errorBody) !== canonical(b.errorBody))
    report("errors-read-elsewhere", { ...told("errors"), old: a.errorBody, new: b.errorBody });
  if (a.generator !== undefined && b.generator !== undefined && a.generator !== b.generator)
    report("generator-changed", { ...told("docwright"), old: a.generator, new: b.generator });
}

interface Export {
  readonly module: string;
  readonly name: string;
}

/** The safety net: an export that comes or goes is named by some change, or it is told here. */
export function compareExports({ old, new: fresh, report }: Context, changes: readonly Change[]): void {
  const named = new Set(changes.flatMap(({ typescript }) => typescript));
  const [before, now] = [exportsIn(old.api), exportsIn(fresh.api)];
  const tell = (rule: "export-added" | "export-removed", { module, name }: Export, side: "old" | "new"): void => {
    if (!named.has(name))
      report(rule, { symbol: name, subject: {}, typescript: [name], module, [side]: `${module}.${name}` });
  };
  for (const [key, one] of before) if (!now.has(key)) tell("export-removed", one, "old");
  for (const [key, one] of now) if (!before.has(key)) tell("export-added", one, "new");
}

function exportsIn({ operations, types, enums }: PublishedApi): ReadonlyMap<string, Export> {
  const all = [
    ...operations.flatMap((one) => exportsOfOperation(one).map((name) => ({ module: one.module, name }))),
    ...types.flatMap((one) => exportsOf(one).map((name) => ({ module: one.module, name }))),
    ...enums.flatMap((one) => exportsOfEnum(one).map((name) => ({ module: one.module, name }))),
  ];
  return new Map(all.map((one) => [`${one.module} ${one.name}`, one]));
}
