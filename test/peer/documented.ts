/** The documented examples of `docs/`: typed fixtures of the generated package, each with the call that it shows. */
import { planPackage } from "../../generator/plan/plan-package.js";
import type { FixturePlan, OperationPlan } from "../../generator/plan/plan.js";
import { readDocs } from "../../generator/readings.js";
import type { AnyFixture } from "../../templates/runtime/index.js";
import { root } from "../helpers/npm.js";

/** One example. */
export interface Documented {
  readonly fixture: AnyFixture;
  /** Name of the request function. */
  readonly name: string;
  readonly operation: OperationPlan["operation"];
  /** Path parameters as the example's URL spells them. */
  readonly where: Readonly<Record<string, string>> | undefined;
  /** Query options by their documented names, without `$`. */
  readonly query: Readonly<Record<string, string>>;
}

/** Every example of every operation, in the order of the modules. */
export async function documentedExamples(): Promise<Documented[]> {
  const { api } = await readDocs(`${root}/docs`, { name: "x", version: "1.0.0", license: "MIT" });
  const { modules } = planPackage(api, { name: "peer", version: "0.0.0", license: "MIT" });
  const loaded = modules
    .filter(({ operations }) => operations.some(({ fixtures }) => fixtures.length > 0))
    .map(async ({ path, operations }) => {
      const fixtures: Readonly<Record<string, AnyFixture>> = await import(`../../output/fixtures/${path}.js`);
      return operations.flatMap((plan) => plan.fixtures.map((planned) => documented(planned, plan, fixtures)));
    });
  return (await Promise.all(loaded)).flat();
}

function documented(
  { name, example }: FixturePlan,
  { name: functionName, operation }: OperationPlan,
  fixtures: Readonly<Record<string, AnyFixture>>,
): Documented {
  const fixture = fixtures[name];
  if (fixture === undefined || example.call === undefined) throw new Error(`${name} is no call`);
  const { where, query, route } = example.call;
  const keys = operation.routes[route]?.parameters ?? [];
  const named = operation.routes.some(({ parameters }) => parameters.length > 0);
  return {
    fixture,
    name: functionName,
    operation,
    where: named ? Object.fromEntries(keys.map((key) => [key, String(where[key] ?? "")])) : undefined,
    query,
  };
}
