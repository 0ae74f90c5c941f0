/** Finds and loads pages with the files they include. The only part of the reader that touches the disk. */
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { strippedEnd } from "./edges.js";
import { isLanguageTab } from "./tabs.js";

/** A page and what it includes, line ends normalised to `\n`. */
export interface PageSource {
  /** Relative to the docs root, with `/` on every system. */
  readonly path: string;
  readonly text: string;
  /** By target as written in the directive; files that do not exist are left out. Paths are relative to the docs root. */
  readonly includes: ReadonlyMap<string, { readonly path: string; readonly text: string }>;
}

export interface Docs {
  /** Absolute. */
  readonly root: string;
  /** In code-point order of their paths. */
  readonly sources: readonly PageSource[];
  /** Every permission that `concepts/permissions-reference.md` lists, where the docs have that page. */
  readonly permissionNames?: readonly string[];
}

const PAGE_FOLDER = /^(?:api|resources|enums|concepts)$/i;
const LINE_END = /\r\n?/g;
const BYTE_ORDER_MARK = /^\ufeff/;
const INCLUDE = /\[!INCLUDE\s*\[[^\][]*\]\(([^()]*)\)\s*\]/gi;
/** What is left of the address is its title. */
const TARGET = /^\s*<?([^>\s]+)/;
const TAB_HEADING = /^#{1,6}\s*\[[^\]]*\]\(#tab\/([^/)]+)/;
const TAB_END = /^(?:---+\s*|#{1,6}\s.*)$/;
const ROOT_TARGET = /^(?:~|\/)/;
/** A row or heading of the permissions reference; group 1 is its first word, which may end in the mark of emphasis. */
const PERMISSION_ROW =
  /^(?:\|[^\S\n]*|#{2,6}[^\S\n]+)[_*`]*([A-Za-z][\w.-]*)(?![\w.-])[*`\\]*[^\S\n]*(?:\([^()|\n]*\)[^\S\n]*)?(?:\||$)/gm;
const PERMISSION = /^(?:[A-Za-z][\w-]*(?:\.[\w-]*[A-Za-z0-9])+|openid|email|profile|offline_access)$/;
const PERMISSIONS_REFERENCE = "concepts/permissions-reference.md";
const UNDERSCORE = /_/;
const ABOVE = ["", "..", "../.."];
const MAX_DEPTH = 4;

/**
 * Loads the pages of a folder, or a single page. The root of a single page `x/api/y.md` is `x`.
 * @throws when `docs` does not exist or cannot be read
 */
export async function loadSources(docs: string): Promise<Docs> {
  const absolute = resolve(docs);
  const single = statSync(absolute).isFile();
  const root = single ? rootOfPage(absolute) : absolute;
  const paths = single ? [relative(root, absolute).split(sep).join("/")] : await findPages(root);
  const files = new FileCache();
  const sources = paths.map((path) => loadPage(root, path, files));
  const permissionNames = readPermissionNames(root, files);
  return { root, sources, ...(permissionNames !== undefined && { permissionNames }) };
}

/** Targets of the include directives that count: not those in tabs of programming languages. */
export function includesOf(text: string): string[] {
  const targets: string[] = [];
  let dropping = false;
  for (const line of text.split("\n")) {
    const tab = TAB_HEADING.exec(line)?.[1];
    if (tab !== undefined) dropping = isLanguageTab(tab);
    else if (TAB_END.test(line)) dropping = false;
    else if (!dropping && line.includes("[!"))
      for (const [, address = ""] of line.matchAll(INCLUDE)) targets.push(...(TARGET.exec(address)?.slice(1) ?? []));
  }
  return targets;
}

async function findPages(root: string): Promise<string[]> {
  const paths = await glob("**/*.md", {
    cwd: root,
    ignore: ["**/includes/**", "**/node_modules/**"],
    caseSensitiveMatch: false,
  });
  return paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function rootOfPage(page: string): string {
  const folder = dirname(page);
  return PAGE_FOLDER.test(basename(folder)) ? dirname(folder) : folder;
}

function loadPage(root: string, path: string, files: FileCache): PageSource {
  const text = files.read(join(root, path)) ?? "";
  const includes = new Map<string, { path: string; text: string }>();
  loadIncludes(root, path, text, includes, files, 0);
  return { path, text, includes };
}

function loadIncludes(
  root: string,
  path: string,
  text: string,
  includes: Map<string, { path: string; text: string }>,
  files: FileCache,
  depth: number,
): void {
  if (!text.includes("[!") || depth >= MAX_DEPTH) return;
  for (const target of includesOf(text)) {
    if (includes.has(target)) continue;
    const found = findInclude(root, path, target, files);
    if (found === undefined) continue;
    includes.set(target, found);
    loadIncludes(root, found.path, found.text, includes, files, depth + 1);
  }
}

/** `~/x` and `/x` start at a root, which may lie above the docs folder; all others at the including file. */
function findInclude(
  root: string,
  path: string,
  target: string,
  files: FileCache,
): { path: string; text: string } | undefined {
  const written = decode(target).replaceAll("\\", "/");
  const bases = ROOT_TARGET.test(written) ? ABOVE.map((up) => join(root, up)) : [dirname(join(root, path))];
  for (const base of bases) {
    const file = join(base, written.replace(/^~?\/?/, ""));
    const text = files.read(file);
    if (text !== undefined) return { path: relative(root, file).split(sep).join("/"), text };
  }
  return undefined;
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function readPermissionNames(root: string, files: FileCache): string[] | undefined {
  for (const up of ABOVE) {
    const text = files.read(join(root, up, PERMISSIONS_REFERENCE));
    if (text !== undefined)
      return [...new Set(Array.from(text.matchAll(PERMISSION_ROW), ([, word = ""]) => permissionIn(word)))]
        .filter((name) => name !== "")
        .sort();
  }
  return undefined;
}

function permissionIn(word: string): string {
  const name = strippedEnd(word, UNDERSCORE);
  return PERMISSION.test(name) ? name : "";
}

/** Reads each file once; most pages include the same few. Synchronously: thousands of small files would wait for the thread pool, not the disk. */
class FileCache {
  readonly #texts = new Map<string, string | undefined>();

  /** The file's text, or undefined when there is none. */
  read(file: string): string | undefined {
    if (!this.#texts.has(file)) this.#texts.set(file, textOf(file));
    return this.#texts.get(file);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").replace(BYTE_ORDER_MARK, "").replace(LINE_END, "\n");
  } catch {
    return undefined;
  }
}
