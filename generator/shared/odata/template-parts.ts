/** What a published template says, `/users/{userId}/events?from={from}`: its placeholders, and what stands around them. */

export interface TemplateParts {
  /** Names of the placeholders of the path, in order. */
  readonly path: readonly string[];
  /** The path with `{}` for each. */
  readonly shape: string;
  /** Name of the placeholder by key of the query; empty for a fixed value. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** The query with `{}` for each placeholder. */
  readonly queryShape: string;
}

export function templateParts(template: string): TemplateParts {
  const at = template.indexOf("?");
  const path = split(at < 0 ? template : template.slice(0, at));
  const pairs = at < 0 ? [] : template.slice(at + 1).split("&");
  const query = new Map(pairs.map((pair) => [keyOf(pair), split(pair).names]));
  return { path: path.names, shape: path.shape, query, queryShape: pairs.map((pair) => split(pair).shape).join("&") };
}

/** Names of all placeholders, those of the query last. */
export function templateNames({ path, query }: TemplateParts): readonly string[] {
  return [...path, ...[...query.values()].flat()];
}

function keyOf(pair: string): string {
  return pair.split("=", 1)[0] ?? pair;
}

function split(text: string): { readonly names: readonly string[]; readonly shape: string } {
  const [first = "", ...rest] = text.split("{");
  const parts = rest.map((part) => {
    const end = part.indexOf("}");
    return end < 0 ? { name: part, after: "" } : { name: part.slice(0, end), after: part.slice(end + 1) };
  });
  return { names: parts.map(({ name }) => name), shape: first + parts.map(({ after }) => `{}${after}`).join("") };
}
