/** What the settings, and the package that was generated last, say about the package to come. */
import { join } from "node:path";
import { checkDocsUrl, checkName, defaultName, type Settings } from "../config.js";
import type { EarlierNames, PackageOptions } from "../../plan/plan.js";
import type { Cache } from "../../run/cache.js";
import { filedNames } from "../../run/filed-run.js";
import { hash } from "../../write/manifest.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { parsedJson } from "../../shared/json/parsed.js";

/** What does not depend on names. Throws a `UsageError` for a name that npm would not take, and for a docs address of another kind than http. */
export function packageOptions(settings: Settings, docs: string): PackageOptions {
  const { repository, description, docsUrl, optionalMeansNullable, dialect, renames } = settings;
  return {
    name: checkName(settings.name ?? defaultName(docs)),
    version: settings.packageVersion ?? "0.1.0",
    license: settings.license ?? "UNLICENSED",
    ...(repository === undefined ? {} : { repository }),
    ...(description === undefined ? {} : { description }),
    ...(docsUrl === undefined ? {} : { docsUrl: checkDocsUrl(docsUrl) }),
    ...(optionalMeansNullable === undefined ? {} : { optionalMeansNullable }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(renames === undefined ? {} : { renames }),
  };
}

/** The same with the names of the package that is in `out`, or will be; `cache` knows those that a run gave. Throws as `packageOptions` does. */
export async function namedOptions(
  settings: Settings,
  docs: string,
  out: string,
  cache: Cache,
): Promise<PackageOptions> {
  const previous = await earlierNames(out, cache);
  return { ...packageOptions(settings, docs), ...(previous === undefined ? {} : { previous }) };
}

/** The names that the api.json of the last generation gave, so that they stay; nothing where there is none. */
async function earlierNames(folder: string, cache: Cache): Promise<EarlierNames | undefined> {
  const bytes = readPlain(join(folder, "api.json"));
  if (bytes === undefined) return undefined;
  const known = await filedNames(cache, hash(bytes));
  if (known !== undefined) return known;
  const earlier = parsedJson(bytes.toString("utf8"));
  return givesNames(earlier) ? namesGivenBy(earlier) : undefined;
}

/** What an api.json says of the names that it gave. */
interface GivenNames extends Pick<EarlierNames, "operations"> {
  readonly nameRules?: number;
}

/** The names that a package gave. */
export function namesGivenBy({ nameRules, operations }: GivenNames): EarlierNames {
  const named = operations.map(({ id, function: name, aliases }) => ({
    id,
    function: name,
    ...(aliases && { aliases }),
  }));
  return { ...(nameRules !== undefined && { rules: nameRules }), operations: named };
}

function givesNames(value: unknown): value is GivenNames {
  if (typeof value !== "object" || value === null || !("operations" in value) || !Array.isArray(value.operations))
    return false;
  return value.operations.every((each: unknown) => {
    if (typeof each !== "object" || each === null || !("id" in each) || !("function" in each)) return false;
    return (
      typeof each.id === "string" &&
      typeof each.function === "string" &&
      (!("aliases" in each) || isTexts(each.aliases))
    );
  });
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
