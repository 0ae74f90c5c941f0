/** `generate --bump`: which version the package gets, by what changed since the last release. */
import { basename, dirname, join, relative, sep } from "node:path";
import parse from "semver/functions/parse.js";
import rcompare from "semver/functions/rcompare.js";
import { withAccepted } from "../../diff/accepted.js";
import { changesetText, nextVersion, withEntry } from "../../diff/bump.js";
import type { Step } from "../../diff/change.js";
import { compareApis, stepOf } from "../../diff/compare.js";
import { changelog } from "../../diff/report/markdown.js";
import { publishDocs } from "../../readings.js";
import type { RunOptions } from "../../build.js";
import type { PublishedApi } from "../../model/published.js";
import type { EarlierNames, PackageOptions } from "../../plan/plan.js";
import { entryAt, readPlain } from "../../shared/files/plain-file.js";
import { repositoryAround } from "../../shared/files/repository.js";
import { filesAt } from "../../shared/git/tree.js";
import { tagsBehind } from "../../shared/git/tags.js";
import { UsageError } from "../../shared/usage-error.js";
import { writeReport } from "../../write/report.js";
import { apiIn } from "../api-file.js";
import type { Settings } from "../config.js";
import { versionIn } from "../registry.js";
import { shownPath } from "../report.js";
import type { Terminal } from "../terminal.js";
import { acceptedBy, linkToPages, policyOf } from "./diff.js";
import { namesGivenBy } from "./package-options.js";
import { comparable, readSide } from "./sides.js";

/** What is generated, and a line on why. */
export interface Bumped {
  readonly options: PackageOptions;
  readonly line: string;
}

interface Release {
  readonly label: string;
  readonly api: PublishedApi;
  readonly changelog?: string | undefined;
}

/** Everything that bumping depends on. */
export interface Bumping {
  readonly docs: string;
  readonly out: string;
  readonly settings: Settings;
  readonly options: PackageOptions;
  readonly terminal: Terminal;
  readonly run: RunOptions;
}

/** `options` with the version that follows the last release, and with its changelog; a second time gives the same. */
export async function bumped(bumping: Bumping): Promise<Bumped> {
  const { options, out, settings, docs, run, terminal } = bumping;
  const release = await releaseOf(bumping);
  if (release === undefined) {
    const first = withEntry(undefined, options.version, "First release.\n");
    return { options: { ...options, changelog: first }, line: `version   ${options.version}: first release` };
  }
  const last = parse(release.api.package?.version);
  if (last === null) throw new UsageError(`${release.label} has no version that can be raised.`);
  const named = { ...options, previous: options.previous ?? namesGivenBy(release.api) };
  const accepted = acceptedBy(settings, terminal);
  const compared = async (given: PackageOptions) => {
    const { api } = await publishDocs(docs, given, run);
    return withAccepted(compareApis(release.api, api, policyOf(settings)), accepted).changes;
  };
  const found = await compared(named);
  // An alias that a release has announced goes with the next major one, which breaks programs anyway.
  const isMajor = stepOf(found) === "major" && last.major > 0;
  const settled = isMajor ? { ...named, previous: withoutAliases(named.previous, release.api) } : named;
  const changes = isMajor ? await compared(settled) : found;
  terminal.clearProgress();
  const step = stepOf(changes);
  const text = changelog(changes, linkToPages(settings));
  if (settings.changeset) writeChangeset(out, options.name, step, text);
  const version = settings.changeset ? last.version : nextVersion(last, step);
  const log = step === "none" || settings.changeset ? release.changelog : withEntry(release.changelog, version, text);
  return {
    options: { ...settled, version, ...(log !== undefined && { changelog: log }) },
    line: `version   ${last.version} → ${version} (${step}, since ${release.label})`,
  };
}

/** The side that `--release` names; else the package of the newest tag that is a version, else of the last commit. */
async function releaseOf({ settings, out, options, terminal }: Bumping): Promise<Release | undefined> {
  if (settings.release !== undefined) {
    const named = { ...settings, name: options.name };
    const { api, changelog } = await readSide(settings.release, named, terminal, undefined);
    return { label: settings.release, api, changelog };
  }
  const repository = repositoryAround(dirname(out));
  if (repository === undefined) return undefined;
  const folder = relative(repository, out).split(sep).join("/");
  for (const ref of [...versionTags(repository, options.name), "HEAD"]) {
    const files = new Map(filesInPackage(repository, ref, folder));
    const api = files.get("api.json");
    if (api === undefined) continue;
    const shown = `${folder}/api.json of ${ref}`;
    return { label: ref, api: comparable(apiIn(api, shown), shown), changelog: files.get("CHANGELOG.md") };
  }
  return undefined;
}

/** `v1.2.0`, `1.2.0`, and `name@1.2.0` of the package itself; the newest first. */
function versionTags(repository: string, name: string): readonly string[] {
  const tags = tagsBehind(repository).flatMap((tag) => {
    const version = parse(tag.startsWith(`${name}@`) ? tag.slice(name.length + 1) : tag);
    return version === null ? [] : [{ tag, version }];
  });
  return tags.sort((a, b) => rcompare(a.version, b.version)).map(({ tag }) => tag);
}

/** Nothing at a commit that is not there, as in a repository without any. */
function filesInPackage(repository: string, ref: string, folder: string): readonly (readonly [string, string])[] {
  const wanted = [`${folder}/api.json`, `${folder}/CHANGELOG.md`];
  try {
    const files = filesAt(repository, ref, wanted, (path) => wanted.includes(path));
    return files.map(({ path, content }) => [basename(path), content.toString("utf8")]);
  } catch (error) {
    if (error instanceof UsageError && ref === "HEAD") return [];
    throw error;
  }
}

/** The names without the aliases that the release has. */
function withoutAliases({ rules, operations }: EarlierNames, release: PublishedApi): EarlierNames {
  const old = new Map(release.operations.map(({ id, aliases = [] }) => [id, aliases]));
  return {
    ...(rules !== undefined && { rules }),
    operations: operations.map(({ aliases = [], ...operation }) => {
      const kept = aliases.filter((alias) => !old.get(operation.id)?.includes(alias));
      return { ...operation, ...(kept.length > 0 && { aliases: kept }) };
    }),
  };
}

/** In the nearest `.changeset`, which the team has made. Nothing changed: nothing to say. */
function writeChangeset(out: string, name: string, step: Step | "none", text: string): void {
  const folder = changesetFolder(dirname(out));
  if (folder === undefined)
    throw new UsageError(
      `There is no folder .changeset at or above ${shownPath(dirname(out))}: npx changeset init makes it.`,
    );
  if (step === "none") return;
  const file = `docs-of-${name.replaceAll(/[^a-z0-9-]+/gi, "-")}.md`;
  writeReport(join(folder, file), changesetText(name, step, text));
}

function changesetFolder(from: string): string | undefined {
  const folder = join(from, ".changeset");
  if (entryAt(folder)?.isDirectory() === true) return folder;
  return dirname(from) === from ? undefined : changesetFolder(dirname(from));
}

/** A package that was bumped stays at its version, and keeps its changelog, until it is bumped again. */
export function keepingVersion(options: PackageOptions, settings: Settings, out: string): PackageOptions {
  const isOurs = readPlain(join(out, ".docwright.json"))?.includes(`"CHANGELOG.md"`) === true;
  const log = isOurs ? readPlain(join(out, "CHANGELOG.md"))?.toString("utf8") : undefined;
  const manifest = readPlain(join(out, "package.json"))?.toString("utf8");
  if (log === undefined || manifest === undefined) return options;
  const version = versionIn(manifest);
  return { ...options, changelog: log, ...(settings.packageVersion === undefined && version && { version }) };
}
