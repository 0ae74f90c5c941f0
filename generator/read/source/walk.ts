/** Finds the pages of a folder, and whatever in it cannot be listed or leads out of it. */
import { isUtf8 } from "node:buffer";
import { readdirSync, statSync, type Dirent } from "node:fs";
import { join } from "node:path";
import type { Border } from "./border.js";
import { unreadable, type Problem } from "./problem.js";
import { compareText } from "../../shared/names.js";

export interface Listing {
  /** Relative to the root, with `/`, in code-point order. */
  readonly paths: readonly string[];
  readonly problems: readonly Trouble[];
}

export interface Trouble {
  readonly path: string;
  readonly problem: Problem;
}

const PAGE = /\.md$/i;
const NO_PAGES = /^(?:includes|node_modules)$/i;
/** Of files that are no pages. A link that is called like one is left alone, wherever it leads: pictures lie in other folders. */
const OTHER_FILE = /\.[a-z][a-z0-9]*$/i;
/** What stands in a name for bytes that are no UTF-8. */
const REPLACEMENT = "\ufffd";

/**
 * All `*.md` below `root`, but none in folders called `includes` or `node_modules`, and nothing hidden. A link is followed when it leads to
 * something inside the docs. Each folder is listed once, by its own path if that is among the pages': links that lead in a circle end
 * there, and no page comes twice.
 */
export function listPages(root: string, border: Border): Listing {
  const walk = new Walk(root, border);
  walk.list("");
  // links last, and in order: which of several to one folder counts does not depend on the system
  for (let links = walk.takeLinks(); links.length > 0; links = walk.takeLinks())
    for (const { path, real } of links) if (!walk.visited.has(real)) walk.list(path);
  return { paths: walk.paths.sort(compareText), problems: walk.problems };
}

interface FolderLink {
  readonly path: string;
  readonly real: string;
}

class Walk {
  readonly paths: string[] = [];
  readonly problems: Trouble[] = [];
  /** Real paths. */
  readonly visited = new Set<string>();
  #links: FolderLink[] = [];
  readonly #root: string;
  readonly #border: Border;

  constructor(root: string, border: Border) {
    this.#root = root;
    this.#border = border;
  }

  takeLinks(): FolderLink[] {
    const links = this.#links.sort((a, b) => compareText(a.path, b.path));
    this.#links = [];
    return links;
  }

  /** Without recursion: folders can lie in each other deeper than calls. */
  list(folder: string): void {
    const waiting = [folder];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) waiting.push(...this.#listOne(path));
  }

  /** The folders in `folder`. */
  #listOne(folder: string): string[] {
    const found = this.#border.resolve(join(this.#root, folder));
    if ("problem" in found) return this.#trouble(folder, found.problem);
    if (this.visited.has(found.real)) return [];
    this.visited.add(found.real);
    try {
      const entries = readdirSync(found.real, { withFileTypes: true });
      const names = entries.some(({ name }) => name.includes(REPLACEMENT)) ? fileNames(found.real) : undefined;
      const above = folder === "" ? "" : `${folder}/`;
      // a name is taken out when it is met: what bytes that are no UTF-8 look like may be the name of another file
      return entries.flatMap((entry) =>
        names?.delete(entry.name) === false ? this.#misnamed(entry, above) : this.#take(entry, above),
      );
    } catch (error) {
      return this.#trouble(folder, unreadable(error));
    }
  }

  #misnamed(entry: Dirent, above: string): [] {
    const matters = entry.isDirectory() || PAGE.test(entry.name);
    return matters ? this.#trouble(above + entry.name, { kind: "unreadable", reason: "its name is not UTF-8" }) : [];
  }

  #take(entry: Dirent, above: string): string[] {
    const { name } = entry;
    const path = above + name;
    if (name.startsWith(".")) return [];
    if (entry.isDirectory()) return NO_PAGES.test(name) ? [] : [path];
    if (entry.isSymbolicLink()) return this.#follow(path);
    if (PAGE.test(name)) this.paths.push(path);
    return [];
  }

  #follow(path: string): [] {
    const isPage = PAGE.test(path);
    if (!isPage && OTHER_FILE.test(path)) return [];
    const found = this.#border.resolve(join(this.#root, path));
    if ("problem" in found || !this.#border.isInDocs(found.real)) return this.#trouble(path, { kind: "outside" });
    try {
      if (statSync(found.real).isDirectory()) this.#links.push({ path, real: found.real });
      else if (isPage) this.paths.push(path);
      return [];
    } catch (error) {
      return this.#trouble(path, unreadable(error));
    }
  }

  #trouble(path: string, problem: Problem): [] {
    this.problems.push({ path, problem });
    return [];
  }
}

/** The names in a folder that are UTF-8. */
function fileNames(folder: string): Set<string> {
  return new Set(
    readdirSync(folder, { encoding: "buffer" })
      .filter((name) => isUtf8(name))
      .map(String),
  );
}
