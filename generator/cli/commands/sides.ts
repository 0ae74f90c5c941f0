/** What a side of a comparison may be: docs, a page, a package, an api.json, any of these at a commit, or a package of the registry. */
import { existsSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { publishDocs } from "../../readings.js";
import type { PublishedApi } from "../../model/published.js";
import type { EarlierNames } from "../../plan/plan.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { repositoryAround } from "../../shared/files/repository.js";
import { commitAt } from "../../shared/git/commits.js";
import { filesAt } from "../../shared/git/tree.js";
import { UsageError } from "../../shared/usage-error.js";
import { inTreeFolder } from "../../write/tree-folder.js";
import { apiFileAt, readApi } from "../api-file.js";
import { defaultName, type Settings } from "../config.js";
import { packageNamedBy, publishedPackage } from "../registry.js";
import { shownPath, unreadableLines } from "../report.js";
import type { Terminal } from "../terminal.js";
import { namedOptions } from "./package-options.js";
import { runOptions } from "./run-options.js";

export interface ReadSide {
  /** As typed. */
  readonly label: string;
  readonly api: PublishedApi;
  /** Set for docs: what stands for the text of each page. */
  readonly pages?: ReadonlyMap<string, string>;
  /** Set for docs of the working tree: where their pages are. */
  readonly root?: string;
  /** Set for docs at a commit: the pages are below `folder`, from the root of the repository. */
  readonly at?: { readonly commit: string; readonly folder: string };
  readonly isPackage: boolean;
  /** Of a package that has one. */
  readonly changelog?: string | undefined;
}

/** What names are kept by, and how docs are read. */
interface Reading {
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** Names that the other side gave, which docs keep as a release would. */
  readonly earlier: EarlierNames | undefined;
}

export async function readSide(
  label: string,
  settings: Settings,
  terminal: Terminal,
  earlier: EarlierNames | undefined,
): Promise<ReadSide> {
  const reading = { settings, terminal, earlier };
  const asked = packageNamedBy(label, settings.name ?? defaultName(settings.docs ?? resolve("docs")));
  if (asked !== undefined) {
    const { api, changelog } = await publishedPackage(asked);
    return { label, api: comparable(api, asked), isPackage: true, changelog };
  }
  if (existsSync(label)) return { label, ...(await readPath(resolve(label), resolve(label), reading)) };
  const repository = repositoryAround(process.cwd());
  if (repository === undefined)
    throw new UsageError(`${label} does not exist: say which folder, page, package or api.json.`);
  const border = label.indexOf(":");
  const ref = border < 0 ? label : label.slice(0, border);
  const named = border < 0 ? (settings.docs ?? resolve("docs")) : resolve(label.slice(border + 1));
  return { label, ...(await readAtCommit(ref, named, repository, reading)) };
}

type Found = Omit<ReadSide, "label">;

/** `place`: what stands for the path where its files lie elsewhere for the moment, in options and for the cache. */
async function readPath(path: string, place: string, { settings, terminal, earlier }: Reading): Promise<Found> {
  const file = apiFileAt(path);
  if (file !== undefined) {
    const shown = shownPath(place);
    const changelog = readPlain(join(dirname(file), "CHANGELOG.md"))?.toString("utf8");
    return { api: comparable(readApi(file, shown), shown), isPackage: true, changelog };
  }
  const run = runOptions({ settings, terminal }, place);
  const own = await namedOptions(settings, place, place, run.cache);
  const published = await publishDocs(path, { ...own, ...(earlier && { previous: earlier }) }, run);
  terminal.clearProgress();
  terminal.complain(unreadableLines(published));
  const { api, pages } = published;
  return { api, pages, root: path, isPackage: false };
}

/** Pages, what they include, and the files of a package; `named` is a path of the working tree, whether it exists there or not. */
async function readAtCommit(ref: string, named: string, repository: string, reading: Reading): Promise<Found> {
  const folder = relative(repository, named).split(sep).join("/");
  if (folder.split("/")[0] === "..") throw new UsageError(`${shownPath(named)} lies outside of the repository.`);
  const commit = commitAt(repository, ref);
  const wanted = (path: string): boolean => path.endsWith(".md") || /(?:^|\/)(?:api|package)\.json$/.test(path);
  const files = filesAt(repository, commit, [folder, ...includesBeside(folder)], wanted);
  if (!files.some(({ path }) => path === folder || path.startsWith(folder === "" ? "" : `${folder}/`)))
    throw new UsageError(`${ref} has no pages, and no package, at ${folder === "" ? "its root" : folder}.`);
  const found = await inTreeFolder(files, (tree) => readPath(join(tree, folder), named, reading));
  const { root, ...others } = found;
  return { ...others, ...(root !== undefined && { at: { commit, folder } }) };
}

/** Where pages may include from: see the reader's border. */
function includesBeside(folder: string): readonly string[] {
  const around = [posix.dirname(folder), posix.dirname(posix.dirname(folder))];
  return folder === "" ? [] : [...new Set(around.map((each) => posix.join(each, "includes")))];
}

/** Throws a `UsageError` for what cannot be compared. */
export function comparable(api: PublishedApi, shown: string): PublishedApi {
  if (api.generator !== undefined) return api;
  throw new UsageError(
    `${shown} cannot be compared: it does not tell all that the package exports; generate the package again, or compare the docs.`,
  );
}
