/** Reads `api.json`, of this version of the contract only: what another number means, nobody knows here. */
import type { PublishedApi, SchemaVersion } from "./model/published.js";
import { isObject } from "./shared/json/json.js";
import { parsedJson } from "./shared/json/parsed.js";
import { own } from "./shared/own.js";

const SCHEMA: SchemaVersion = 1;

/** Why a text is no `api.json` that can be read. */
export interface Unreadable {
  readonly flaw: string;
  /** Nothing tells that docwright made it: other tools have files of this name. */
  readonly isForeign: boolean;
}

export function publishedIn(text: string): PublishedApi | Unreadable {
  const value = parsedJson(text);
  if (!isObject(value) || own(value, "operations") === undefined)
    return { flaw: "it is no api.json of a package made by docwright", isForeign: true };
  const schema = own(value, "schema");
  const isForeign = typeof schema !== "number";
  if (schema === undefined)
    return { flaw: "it was made before api.json had a schema; generate the package again", isForeign };
  if (schema !== SCHEMA)
    return {
      flaw: `its schema is ${JSON.stringify(schema)}, this version of docwright knows ${SCHEMA}; use the version that made it`,
      isForeign,
    };
  return isPublished(value) ? value : { flaw: "it lacks operations, types or enumerations", isForeign };
}

/** What a package of ours has; who edits it by hand gets what it says. */
function isPublished(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & PublishedApi {
  return ["operations", "types", "enums"].every((key) => {
    const found = own(value, key);
    return Array.isArray(found) && found.every(isObject);
  });
}
