/** The plan of a package: each planner once, over the whole API. */
import type { Api } from "../model/api.js";
import type { PackageOptions, Plan, ModulePlan } from "./plan.js";
import { findNamespaces } from "./namespaces.js";
import { NAME_RULES } from "./function-names.js";
import { nameEverything } from "./naming.js";
import { divide } from "./modules.js";
import { inheritanceOf } from "./inheritance.js";
import { symbolsOf, symbolsUsed } from "./symbols.js";
import { planType, planEnum } from "./type-plans.js";
import { planOperations } from "./operation-plans.js";
import { planNamespaces } from "./namespace-plans.js";

/** Settles the names and files of everything that the package will hold. Pure; the same for the same API, whatever the order of its pages. */
export function planPackage(api: Api, options: PackageOptions): Plan {
  const namespaces = findNamespaces(api);
  const names = nameEverything(api, options, namespaces.of);
  const contents = divide(api, namespaces.of);
  const inheritance = inheritanceOf(api);
  const symbols = symbolsOf(api, names, contents, inheritance);
  const modules = contents.map((content): ModulePlan => {
    const types = content.types.map((type) => planType(type, names, symbols, inheritance));
    return {
      path: content.path,
      folder: content.folder,
      types,
      enums: content.enums.map((each) => planEnum(each, names)),
      operations: planOperations(content.operations, names, inheritance),
      symbols: symbolsUsed(content, types, symbols),
      ...(options.docsUrl === undefined ? {} : { docsUrl: options.docsUrl }),
    };
  });
  return {
    api,
    nameRules: NAME_RULES,
    options,
    modules,
    namespaces: planNamespaces(namespaces.namespaces, names, modules),
  };
}
