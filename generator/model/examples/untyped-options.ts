/** Query options of a documented request that no typed call has. */
import { queryOptions, shapes, takesOption } from "../../shared/odata/options.js";
import { splitOutside } from "../../shared/odata/scan.js";
import { shortName } from "../../shared/names.js";
import type { Operation } from "../api.js";
import { leaf } from "../operations/response-type.js";
import { isOwnName, type TypeTable } from "../types/type-table.js";
import { ours, told, type Problem } from "./problem.js";
import { INTEGER, TRUTH } from "./url-values.js";

/** Query options that only addresses have that were handed out. */
const HANDED_OUT: ReadonlySet<string> = new Set(["skiptoken", "deltatoken"]);
/** A path, a cast to a derived type, options of what is expanded, an annotation: no typed call writes them. */
const BEYOND_NAMES = /[/(@]/;
const ORDER = / (?:asc|desc)$/;

/**
 * Names count where the result has properties of those names: `select` and `orderby` take properties, `expand` relationships. `isOfHolder`:
 * what the page is about is expanded, so that the names are those of another type, which holds it.
 */
export function optionProblem(
  name: string,
  value: string,
  isOfHolder: boolean,
  contract: Pick<Operation, "parameters" | "query" | "result">,
  types: TypeTable,
): Problem | undefined {
  const { result } = contract;
  const item = "type" in result && result.type ? leaf(result.type) : undefined;
  const shaped = shapes(contract);
  const isKnown = queryOptions.has(name);
  const reason = isKnown ? `the page does not say that the call takes $${name}` : `nobody knows an option $${name}`;
  const isOurs = isKnown && (HANDED_OUT.has(name) || takesOption(contract, name));
  const none = isOurs ? ours(`the call has no option for $${name}`) : told(reason);
  if (name === "select" || name === "expand" || name === "orderby") {
    const problem = shaped && item?.kind === "object" ? namesProblem(name, value, item.name, types) : none;
    return problem && isOfHolder ? ours(problem.reason) : problem;
  }
  const isTyped = queryOptions.get(name)?.member !== undefined && (shaped || takesOption(contract, name));
  if (!isTyped || result.kind === "none") return none;
  if (name === "top" || name === "skip") return INTEGER.test(value) ? undefined : told(`${value} is no number`);
  return name !== "count" || TRUTH.test(value) ? undefined : told(`${value} is neither true nor false`);
}

function namesProblem(
  option: "select" | "expand" | "orderby",
  value: string,
  type: string,
  types: TypeTable,
): Problem | undefined {
  const declared = types.properties(type);
  const isExpanded = option === "expand";
  const strange = splitOutside(value, ",", "path").find((each) => {
    const property = declared.get(option === "orderby" ? each.replace(ORDER, "") : each)?.property;
    if (property === undefined) return option !== "select" || !isOwnName(each, types.ownNames(type));
    return property.navigation !== isExpanded || each.includes("@");
  });
  if (strange === undefined) return undefined;
  const reason = `${strange} in $${option} is no ${isExpanded ? "relationship" : "property"} of ${shortName(type)}`;
  return BEYOND_NAMES.test(strange) ? ours(reason) : told(reason);
}
