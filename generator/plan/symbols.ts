/** Where each declaration of the API can be imported from. */
import { own } from "../shared/own.js";
import type { Api, EnumType, ObjectType } from "../model/api.js";
import type { Inheritance } from "./inheritance.js";
import type { ModuleContent } from "./modules.js";
import type { AllNames } from "./naming.js";
import type { ApiSymbol, Symbols, TypePlan, TypeSymbols } from "./plan.js";
import { referencesIn } from "./references.js";

/** The symbols of all types and enumerations. */
export function symbolsOf(
  api: Api,
  names: AllNames,
  contents: readonly ModuleContent[],
  inheritance: Inheritance,
): Symbols {
  const home = new Map(
    contents.flatMap((content) => [...content.types, ...content.enums].map((each) => [each, content.path] as const)),
  );
  const symbol = (item: ObjectType | EnumType, name: string | undefined): ApiSymbol | undefined =>
    name === undefined ? undefined : { name, module: home.get(item) ?? "" };

  const ofType = (type: ObjectType): TypeSymbols => {
    const adder = inheritance.lineage(type).find((each) => names.relationship.has(each.name));
    const relationship = adder && symbol(adder, names.relationship.get(adder.name));
    const union = symbol(type, names.union.get(type.name));
    return {
      type: { name: names.type.get(type.name) ?? "", module: home.get(type) ?? "" },
      ...(union && { union }),
      ...(relationship && { relationship }),
    };
  };
  return {
    types: Object.fromEntries(api.types.map((type) => [type.name, ofType(type)])),
    enums: Object.fromEntries(
      api.enums.map((each) => [each.name, { name: names.enum.get(each.name) ?? "", module: home.get(each) ?? "" }]),
    ),
  };
}

/** Only those that the module's files can mention. */
export function symbolsUsed(content: ModuleContent, plans: readonly TypePlan[], all: Symbols): Symbols {
  const references = [...referencesIn(content)];
  const types = new Set(references.flatMap((reference) => (reference.kind === "object" ? [reference.name] : [])));
  for (const { type, union } of plans) {
    types.add(type.name);
    if (type.base !== undefined) types.add(type.base);
    for (const member of union?.members ?? []) types.add(member.type);
  }
  const enums = new Set(references.flatMap((reference) => (reference.kind === "enum" ? [reference.name] : [])));
  for (const each of content.enums) enums.add(each.name);
  return { types: pick(all.types, types), enums: pick(all.enums, enums) };
}

function pick<T>(all: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> {
  const found = [...names].sort().flatMap((name): [string, T][] => {
    const symbol = own(all, name);
    return symbol === undefined ? [] : [[name, symbol]];
  });
  return Object.fromEntries(found);
}
