/** What `docwright init` sees without asking: where the docs are, which package manager and which CI service there are. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { hasPages } from "../../read/source/source.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { isInside, repositoryAround } from "../../shared/files/repository.js";
import { askGit } from "../../shared/git/git.js";
import { isObject } from "../../shared/json/json.js";
import { parsedJson } from "../../shared/json/parsed.js";
import { own } from "../../shared/own.js";
import { UsageError } from "../../shared/usage-error.js";

export type Ci = "github" | "azure" | "none";

export interface Project {
  /** Where configuration and baseline lie. */
  readonly folder: string;
  /** Root of the repository, or the folder itself; and the way from there to the folder, with `/`, "" for none. */
  readonly top: string;
  readonly inTop: string;
  readonly manager: Manager;
  /** Whether package.json brings docwright along. */
  readonly isInstalled: boolean;
  readonly isConfigured: boolean;
  readonly ci: Ci;
}

/** How a package manager installs what is locked, without scripts of strangers, and starts what it installed. */
export interface Manager {
  readonly name: "npm" | "pnpm" | "yarn" | "bun";
  readonly install: string;
  readonly exec: string;
}

const NPM: Manager = { name: "npm", install: "npm ci --ignore-scripts", exec: "npx --no-install docwright" };
const UNLOCKED: Manager = { ...NPM, install: "npm install --ignore-scripts" };
const MANAGERS: readonly (readonly [lock: string, manager: Manager])[] = [
  ["package-lock.json", NPM],
  [
    "pnpm-lock.yaml",
    {
      name: "pnpm",
      install: "corepack pnpm install --frozen-lockfile --ignore-scripts",
      exec: "corepack pnpm exec docwright",
    },
  ],
  ["yarn.lock", { name: "yarn", install: "corepack yarn install", exec: "corepack yarn docwright" }],
  [
    "bun.lock",
    { name: "bun", install: "bun install --frozen-lockfile --ignore-scripts", exec: "bunx --no-install docwright" },
  ],
];
const CONFIGURATIONS = ["ts", "mjs", "js", "json"].map((kind) => `docwright.config.${kind}`);
/** Folders that docs are in, most telling first; then all others. */
const NAMES = ["docs", "api-reference", "reference", "api", "doc", "documentation", "content"];
const NO_DOCS = /^(?:\.|node_modules$|output$|dist$|build$|coverage$)/;
const SIGNS: readonly (readonly [path: string, ci: Ci])[] = [
  ["azure-pipelines.yml", "azure"],
  [".azuredevops", "azure"],
  [".azure-pipelines", "azure"],
  [".github", "github"],
];
const REMOTES: readonly (readonly [RegExp, Ci])[] = [
  [/\bdev\.azure\.com\b|\bvisualstudio\.com\b/i, "azure"],
  [/\bgithub\b/i, "github"],
];

/** `folder` is the current one, or that of the configuration. */
export function seenProject(folder: string): Project {
  const manifest = readJson(join(folder, "package.json"));
  const top = repositoryAround(folder) ?? folder;
  return {
    folder,
    top,
    inTop: relative(top, folder).split(sep).join("/"),
    manager: MANAGERS.find(([lock]) => existsSync(join(folder, lock)))?.[1] ?? UNLOCKED,
    isInstalled: ["dependencies", "devDependencies"].some((key) => lists(own(manifest, key))),
    isConfigured:
      own(manifest, "docwright") !== undefined || CONFIGURATIONS.some((name) => existsSync(join(folder, name))),
    ci: ciOf(top),
  };
}

/** The folder of pages: the one that is called so, else the one that has some; undefined where there are none. */
export function seenDocs(folder: string): string | undefined {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_DOCS.test(entry.name))
    .map(({ name }) => name);
  const named = NAMES.filter((name) => folders.includes(name));
  const found = [...named, ...folders.filter((name) => !named.includes(name)).sort()].find((name) =>
    hasPages(join(folder, name)),
  );
  return found === undefined ? undefined : join(folder, found);
}

function ciOf(top: string): Ci {
  const sign = SIGNS.find(([path]) => existsSync(join(top, path)))?.[1];
  return sign ?? REMOTES.find(([host]) => host.test(remoteOf(top)))?.[1] ?? "github";
}

function remoteOf(top: string): string {
  if (!existsSync(join(top, ".git"))) return "";
  try {
    const { ok, output } = askGit(top, ["remote", "get-url", "origin"]);
    return ok ? output.toString("utf8") : "";
  } catch (error) {
    if (error instanceof UsageError) return "";
    throw error;
  }
}

function lists(dependencies: unknown): boolean {
  return isObject(dependencies) && own(dependencies, "docwright") !== undefined;
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  const value = parsedJson(readPlain(path)?.toString("utf8") ?? "{}");
  return isObject(value) ? value : {};
}

/** A path as workflows write it, from the root of the repository. Throws a `UsageError` for docs outside of it. */
export function pathInTop(path: string, { top }: Project): string {
  if (!isInside(path, top))
    throw new UsageError(`${path} lies outside of ${top}: run docwright init in the repository of the docs.`);
  return relative(top, path).split(sep).join("/");
}
