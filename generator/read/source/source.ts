/** Finds and loads pages with the files they include. With `walk.ts`, `border.ts` and `text-file.ts` the only part of the reader that touches the disk. */
import type { PermissionAccounts } from "../../shared/permission-accounts.js";
import { statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { bounds } from "../../shared/bounds.js";
import { finding, type Finding } from "../../findings/rules.js";
import { Border } from "./border.js";
import { permissionsIn } from "./permissions-reference.js";
import { includesBound, problemFinding, type Problem } from "./problem.js";
import { isLanguageTab } from "./language-tab.js";
import { TextFiles, type Text } from "./text-file.js";
import { listPages, type Listing } from "./walk.js";

/** A page and what it includes, line ends normalised to `\n`. */
export interface PageSource {
  /** Relative to the docs root, with `/` on every system. */
  readonly path: string;
  readonly text: string;
  /** By target as written in the directive; files that do not exist are left out. Paths are relative to the docs root. */
  readonly includes: ReadonlyMap<string, Included>;
  /** By target as well: what is there, or may be, and is not read. */
  readonly refused?: ReadonlyMap<string, Problem>;
  /** Words of headings that the configuration adds, by the kind of their section. */
  readonly headings?: Readonly<Record<string, readonly string[]>>;
}

export interface Included {
  readonly path: string;
  readonly text: string;
}

export interface Docs {
  /** Absolute. */
  readonly root: string;
  /** In code-point order of their paths. */
  readonly sources: readonly PageSource[];
  /** Every permission that `concepts/permissions-reference.md` lists, where the docs have that page. */
  readonly permissionNames?: readonly string[];
  /** For whom it lists them, where it has sections for each kind of account. */
  readonly permissionAccounts?: PermissionAccounts;
  /** About pages and folders that could not be read, and files that are no text. */
  readonly findings: readonly Finding[];
}

const PAGE_FOLDER = /^(?:api|resources|enums|concepts)$/i;
const INCLUDE = /\[!INCLUDE\s*\[[^\][]*\]\(([^()]*)\)\s*\]/gi;
/** What is left of the address is its title. */
const TARGET = /^\s*<?([^>\s]+)/;
const TAB_HEADING = /^#{1,6}\s*\[[^\]]*\]\(#tab\/([^/)]+)/;
const TAB_END = /^(?:---+\s*|#{1,6}\s.*)$/;
const ROOT_TARGET = /^(?:~|\/)/;
const PERMISSIONS_REFERENCE = "concepts/permissions-reference.md";
/** `C:…` and `//server/…`: an address of its own on some systems. */
const ABSOLUTE = /^(?:[A-Za-z]:|\/\/)/;

/**
 * Loads the pages of a folder, or a single page. The root of a single page `x/api/y.md` is `x`. What may be read beside the docs says
 * `border.ts`; `shared` are folders of included files that the user names.
 * @throws when `docs` or one of `shared` does not exist or cannot be read
 */
export async function loadSources(docs: string, shared: readonly string[] = []): Promise<Docs> {
  const absolute = resolve(docs);
  const single = statSync(absolute).isFile();
  const root = single ? rootOfPage(absolute) : absolute;
  const border = new Border(root, shared);
  const { paths, problems } = single ? only(relative(root, absolute)) : listPages(root, border);
  const loading = new Loading(root, border, shared);
  for (const { path, problem } of problems) loading.report(path, problem);
  const sources = paths.flatMap((path) => loadPage(path, loading));
  return { root, sources, findings: loading.findings, ...readPermissionsReference(border, loading) };
}

/** Whether there is any page in a folder. */
export function hasPages(folder: string): boolean {
  const root = resolve(folder);
  return listPages(root, new Border(root, [])).paths.length > 0;
}

/** A page of the docs in `root` with another text than the disk has: one that is being written. */
export function loadUnsaved(root: string, path: string, text: string, shared: readonly string[] = []): PageSource {
  return pageSource(path, text, new Loading(root, new Border(root, shared), shared));
}

function only(path: string): Listing {
  return { paths: [path.split(sep).join("/")], problems: [] };
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

function rootOfPage(page: string): string {
  const folder = dirname(page);
  return PAGE_FOLDER.test(basename(folder)) ? dirname(folder) : folder;
}

/** What the pages of a run share. */
class Loading {
  readonly findings: Finding[] = [];
  readonly root: string;
  /** Folders that targets may start from which begin with `~/` or `/`. */
  readonly starts: readonly string[];
  readonly #files: TextFiles;
  readonly #flawed = new Set<string>();

  constructor(root: string, border: Border, shared: readonly string[]) {
    this.root = root;
    this.starts = [...new Set([...border.neighbourhood, ...shared.map((folder) => dirname(folder))])];
    this.#files = new TextFiles(border);
  }

  report(path: string, problem: Problem): void {
    this.findings.push(problemFinding(problem, path, { line: 1, column: 1 }, path));
  }

  /** `path` is relative to the root. What is no text in the file is reported once. */
  read(path: string): Text | { readonly problem: Problem } {
    const reading = this.#files.read(join(this.root, path));
    if ("problem" in reading || reading.flaw === undefined || this.#flawed.has(path)) return reading;
    const { what, line, column } = reading.flaw;
    this.#flawed.add(path);
    this.findings.push(finding("page-encoding", path, { line, column }, what, { what }));
    return reading;
  }

  pathOf(file: string): string {
    return relative(this.root, file).split(sep).join("/");
  }
}

type Find = Included | { readonly problem: Problem };

/** The includes of one page, as they come to light. */
interface Gathering {
  readonly includes: Map<string, Included>;
  readonly refused: Map<string, Problem>;
  length: number;
}

function loadPage(path: string, loading: Loading): PageSource[] {
  const reading = loading.read(path);
  if ("problem" in reading) {
    // It was there when the folder was listed.
    const gone: Problem = { kind: "unreadable", reason: "it is gone" };
    loading.report(path, reading.problem.kind === "missing" ? gone : reading.problem);
    return [];
  }
  return [pageSource(path, reading.text, loading)];
}

function pageSource(path: string, text: string, loading: Loading): PageSource {
  const gathering: Gathering = { includes: new Map(), refused: new Map(), length: 0 };
  loadIncludes(path, text, gathering, loading, 0);
  const { includes, refused } = gathering;
  return { path, text, includes, ...(refused.size > 0 && { refused }) };
}

function loadIncludes(path: string, text: string, gathering: Gathering, loading: Loading, depth: number): void {
  const { includes, refused } = gathering;
  if (!text.includes("[!") || depth >= bounds.includeDepth) return;
  for (const target of includesOf(text)) {
    if (includes.has(target) || refused.has(target)) continue;
    const found = withinBounds(gathering, findInclude(path, target, loading));
    if (!("problem" in found)) {
      gathering.length += found.text.length;
      includes.set(target, found);
      loadIncludes(found.path, found.text, gathering, loading, depth + 1);
    } else if (found.problem.kind !== "missing") refused.set(target, found.problem);
  }
}

/** One file more than all that a page may include need not travel with it. How often each is written out is counted where that happens. */
function withinBounds({ includes, length }: Gathering, found: Find): Find {
  if ("problem" in found) return found;
  const most = includesBound(includes.size + 1, length + found.text.length);
  return most === undefined ? found : { problem: most };
}

/** `~/x` and `/x` start at a root, which may lie above the docs folder; all others at the including file. */
function findInclude(path: string, target: string, loading: Loading): Find {
  // Decoded before anything is decided: `%2e%2e/` leads upwards as well.
  const written = decodedTarget(target).replaceAll("\\", "/");
  if (ABSOLUTE.test(written)) return { problem: { kind: "outside" } };
  const starts = ROOT_TARGET.test(written) ? loading.starts : [dirname(join(loading.root, path))];
  let refusal: Problem | undefined;
  for (const start of starts) {
    const found = loading.pathOf(join(start, written.replace(/^~?\/?/, "")));
    const reading = loading.read(found);
    if (!("problem" in reading)) return { path: found, text: reading.text };
    refusal = graver(refusal, reading.problem);
  }
  return { problem: refusal ?? { kind: "missing" } };
}

/** Of several places where a file could be, those beyond the border say nothing while another one may be read. */
function graver(before: Problem | undefined, now: Problem): Problem {
  const rank = (problem: Problem): number => ["outside", "missing", "long", "unreadable"].indexOf(problem.kind);
  return before === undefined || rank(now) > rank(before) ? now : before;
}

function decodedTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function readPermissionsReference(
  border: Border,
  loading: Loading,
): Pick<Docs, "permissionNames" | "permissionAccounts"> {
  for (const folder of border.neighbourhood) {
    const reading = loading.read(loading.pathOf(join(folder, PERMISSIONS_REFERENCE)));
    if (!("problem" in reading)) return permissionsIn(reading.text);
  }
  return {};
}
