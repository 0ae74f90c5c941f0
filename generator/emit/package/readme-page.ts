/** What chapters of the README are made of. */
import type { Plan } from "../../plan/plan.js";
import { originOf, PLACEHOLDER_SIGNS } from "../../shared/odata/url.js";
import { runtimeAlias, runtimeSymbols, type RuntimeSymbol } from "../../plan/runtime.js";
import { literal } from "../typescript/encode.js";
import { basePlaceholders } from "./base-placeholders.js";
import type { Samples } from "./readme-samples.js";

/** What the chapters are about. */
export interface Book extends Samples {
  readonly plan: Plan;
  /** Names at the root that belong to the API. */
  readonly taken: ReadonlySet<string>;
}

export function chapter(title: string, ...parts: readonly string[]): string {
  return [`## ${title}`, ...parts].join("\n\n");
}

export function codeFence(lines: readonly string[]): string {
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;
}

/** The line that imports from the root; what gives way to a name of the API comes by its other name. */
export function importing(
  { plan, taken }: Book,
  functions: readonly string[],
  ...runtime: readonly RuntimeSymbol[]
): string {
  const own = runtime.map((name) => {
    const alias = runtimeAlias(name, taken);
    return `${runtimeSymbols[name] === "type" ? "type " : ""}${alias === name ? name : `${alias} as ${name}`}`;
  });
  return `import { ${[...own, ...functions].join(", ")} } from "${plan.options.name}";`;
}

export function creating({ plan: { api } }: Book, options = "token: () => acquireToken()"): string {
  const values =
    api.baseUrl === undefined
      ? [`baseUrl: "${UNKNOWN}"`]
      : basePlaceholders(api.baseUrl).map(({ name }) => `${name}: "…"`);
  return `const client = createClient({ ${[...values, options].join(", ")} });`;
}

const UNKNOWN = "https://…";

/** Scheme and host that the API is called at, with `path` behind them, as code. */
export function originCode({ plan: { api } }: Book, path = ""): string {
  const origin = originOf(api.baseUrl ?? "");
  const isKnown = URL.canParse(origin) && !PLACEHOLDER_SIGNS.test(origin);
  return literal((isKnown ? new URL(origin).origin : UNKNOWN) + path);
}
