/** What chapters of the README are made of. */
import type { Plan } from "../../plan/plan.js";
import { openBase } from "../../shared/odata/base.js";
import { runtimeAlias, runtimeSymbols, type RuntimeSymbol } from "../../plan/runtime.js";
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

export function creating({ plan }: Book, options = "token: () => acquireToken()"): string {
  const names = plan.api.baseUrl === undefined ? ["baseUrl"] : openBase(plan.api.baseUrl).names;
  const baseUrl = names.map((each) => `${each}: ${each === "baseUrl" ? '"https://…"' : '"…"'}, `).join("");
  return `const client = createClient({ ${baseUrl}${options} });`;
}

/** Scheme and host that the API is called at. */
export function originOf({ plan: { api } }: Book): string {
  return api.baseUrl === undefined ? "https://…" : new URL(api.baseUrl).origin;
}
