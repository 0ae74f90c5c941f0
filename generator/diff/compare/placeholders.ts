/** Values of the address: names, whether they must be given, types. */
import type { TypeRef } from "../../model/api.js";
import type { PublishedOperation } from "../../model/published.js";
import { isList } from "../../shared/odata/lists.js";
import type { TemplateParts } from "../../shared/odata/template-parts.js";
import { atRows, type Context, type Told } from "../context.js";
import { relationOf, typeWords } from "../relation.js";
import type { RuleId } from "../rules/rules.js";
import { compareLiterals } from "./values.js";
import { compareWords } from "./words.js";

type Parameter = PublishedOperation["parameters"][number];

/** Of two forms of one route. Where the text around them is the same, a placeholder at the same position is the same. */
export function comparePlaceholders(
  a: TemplateParts,
  b: TemplateParts,
  { old, fresh }: { readonly old: PublishedOperation; readonly fresh: PublishedOperation },
  told: Told,
  { report }: Context,
): void {
  const about = (name: string): Told => ofParameter(atRows(told, old, fresh, ...rowsOf(name, old, fresh)), name);
  if (a.shape === b.shape) {
    for (const [i, name] of a.path.entries()) {
      const now = b.path[i] ?? name;
      if (now !== name) report("placeholder-renamed", { ...about(now), old: name, new: now });
    }
  } else {
    for (const name of a.path) if (!b.path.includes(name)) report("placeholder-removed", { ...about(name), old: name });
    for (const name of b.path) if (!a.path.includes(name)) report("placeholder-added", { ...about(name), new: name });
  }
  const isRequired = (operation: PublishedOperation, name: string): boolean =>
    operation.parameters.find((one) => one.name === name)?.required === true;
  for (const [key, [name]] of a.query)
    if (name !== undefined && !b.query.has(key)) {
      const rule = isRequired(old, name) ? "query-parameter-removed-required" : "query-parameter-removed";
      report(rule, { ...about(name), old: key });
    }
  for (const [key, [name]] of b.query) {
    const before = a.query.get(key)?.[0];
    if (name === undefined || before === name) continue;
    const rule = isRequired(fresh, name) ? "query-parameter-added-required" : "query-parameter-added";
    if (before === undefined) report(rule, { ...about(name), new: key });
    else report("placeholder-renamed", { ...about(name), old: before, new: name });
  }
}

/** What is said of those that both sides have, by whatever route they come. */
export function compareParameters(
  old: PublishedOperation,
  fresh: PublishedOperation,
  told: Told,
  context: Context,
): void {
  const { report } = context;
  const before = new Map(old.parameters.map((one) => [one.name, one]));
  for (const now of fresh.parameters) {
    const one = before.get(now.name);
    if (one === undefined) continue;
    const at = atRows(told, old, fresh, ...rowsOf(now.name, old, fresh));
    const about = { ...ofParameter(at, now.name), direction: "written" as const };
    if (one.required && !now.required) report("placeholder-optional", about);
    if (!one.required && now.required) report("placeholder-required", about);
    compareType(one, now, about, context);
    compareWords(one, now, about, context);
  }
}

function compareType(one: Parameter, now: Parameter, told: Told, context: Context): void {
  const [old, fresh] = [inAddress(one), inAddress(now)];
  const relation = relationOf(old, fresh, context);
  if (relation === "values") {
    const [a, b] = [itemOf(old), itemOf(fresh)];
    if (a.kind === "literals" && b.kind === "literals") compareLiterals(a, b, told, context);
    return;
  }
  const rule = byRelation[relation];
  const words = { old: typeWords(old, context.old), new: typeWords(fresh, context.new) };
  if (rule !== undefined) context.report(rule, { ...told, ...words });
}

const byRelation: Readonly<Partial<Record<ReturnType<typeof relationOf>, RuleId>>> = {
  wider: "placeholder-type-wider",
  "to-text": "placeholder-type-wider",
  narrower: "placeholder-type-narrower",
  "to-enumeration": "placeholder-type-narrower",
  replaced: "placeholder-type-replaced",
  "to-collection": "placeholder-type-replaced",
  "to-single": "placeholder-type-replaced",
};

const TEXT: TypeRef = { kind: "scalar", name: "String" };

/** What can stand in a URL: a list in the query, else numbers, truth values and listed values; all else is text. */
function inAddress(parameter: Parameter): TypeRef {
  const { type } = parameter;
  if (isList(parameter) && type.kind === "collection") return { kind: "collection", of: textOr(type.of) };
  return textOr(type);
}

function textOr(type: TypeRef): TypeRef {
  if (type.kind === "scalar") return type.name === "Stream" ? TEXT : type;
  return type.kind === "enum" || type.kind === "literals" ? type : TEXT;
}

function itemOf(type: TypeRef): TypeRef {
  return type.kind === "collection" ? type.of : type;
}

/** As the key is called, and as the docs call it. */
function rowsOf(name: string, ...operations: readonly PublishedOperation[]): readonly string[] {
  const named = operations.flatMap(({ parameters }) => parameters.filter((one) => one.name === name));
  return [name, ...named.map(({ documented }) => documented)].map((each) => `where.${each}`);
}

function ofParameter(told: Told, name: string): Told {
  return { ...told, symbol: `${told.symbol} where.${name}`, subject: { ...told.subject, parameter: name } };
}
