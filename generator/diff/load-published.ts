/** Reads an `api.json`, of this version of the contract only: what another number means, nobody knows here. */
import type { PublishedApi } from "../model/published.js";

const SCHEMA = 1;

/** Why the text is no `api.json` that can be compared, or what it holds. */
export function publishedFrom(text: string): PublishedApi | { readonly flaw: string } {
  const parsed = parsedJson(text);
  if (typeof parsed !== "object" || parsed === null || !("operations" in parsed))
    return { flaw: "it is no api.json of a package made by docwright" };
  const schema = "schema" in parsed ? parsed.schema : undefined;
  if (schema === undefined) return { flaw: "it was made before api.json had a schema; generate the package again" };
  if (schema !== SCHEMA)
    return {
      flaw: `its schema is ${JSON.stringify(schema)}, this version of docwright knows ${SCHEMA}; use the version that made it`,
    };
  if (!("generator" in parsed))
    return { flaw: "it does not tell all that the package exports; generate the package again, or compare the docs" };
  if (!isPublished(parsed)) return { flaw: "it lacks operations, types or enumerations" };
  return parsed;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a package of ours has; who edits it by hand gets what it says. */
function isPublished(value: object): value is PublishedApi {
  return ["operations", "types", "enums"].every((key) => {
    const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
    return Array.isArray(found) && found.every((one) => typeof one === "object" && one !== null);
  });
}
