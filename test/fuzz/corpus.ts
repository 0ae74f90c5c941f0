/** Real pages, and small docs folders made of them: some pages mutated, with the pages that those link to and the files they include. */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { listFiles } from "../../generator/write/compare.js";
import { includesOf } from "../../generator/read/source/source.js";
import { mutate, type Mutated } from "./mutate.js";
import { createRandom, type Random } from "./random.js";

/** Text by path relative to a docs folder. */
export type Files = ReadonlyMap<string, string>;

export interface Corpus {
  readonly files: Files;
  /** Paths of all that is a page, sorted. */
  readonly pages: readonly string[];
}

/** A mutated page; its number and the seed are all that is needed to make it again. */
export interface Mutant extends Mutated {
  readonly number: number;
  readonly path: string;
  /** Path of the page that it was. */
  readonly from: string;
}

/** A docs folder: `originals` with `mutants` in the place of some. */
export interface DocsSet {
  readonly originals: Files;
  readonly mutants: readonly Mutant[];
}

const perSet = 25;
const linksFollowed = 2;
const pageLink = /\]\(([^)\s#]+\.md)/g;
const permissionsReference = "concepts/permissions-reference.md";

/** Names that a file can have on Linux: those of a repository are its writers' choice. */
const fileNames = [
  "constructor.md",
  "__proto__.md",
  "con.md",
  "a b.md",
  "a\u202eb.md",
  "a\nb.md",
  "::warning::x.md",
  "[x](javascript:alert(1)).md",
  `"; globalThis.x = 1; ".md`,
  "$(id).md",
  "é.md",
  "A.MD",
  "index.md",
  "*∕ x.md",
  `${"n".repeat(240)}.md`,
];

export function loadCorpus(folder: string): Corpus {
  const paths = listFiles(folder).filter((path) => path.toLowerCase().endsWith(".md"));
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const pages = paths.filter((path) => !/(?:^|\/)(?:includes|node_modules)\//.test(path));
  if (pages.length < 3) throw new Error(`${folder} holds too few pages (*.md) to mutate.`);
  return { files, pages };
}

/** How many pages of a set are mutated: enough of the others stay for links to lead somewhere. */
export function setSize({ pages }: Corpus): number {
  return Math.min(perSet, Math.floor(pages.length / 3));
}

/** The set with the pages that have the numbers from `index * setSize` on. */
export function makeSet(corpus: Corpus, seed: number, index: number, size: number): DocsSet {
  const chosen = createRandom(seed, `set ${index}`).several(corpus.pages, size);
  const first = index * setSize(corpus);
  const mutants = chosen.map((path, at) =>
    makeMutant(corpus, createRandom(seed, `page ${first + at}`), first + at, path),
  );
  const needed = [...chosen, ...chosen.flatMap((path) => linked(corpus, path)), permissionsReference];
  const pages = [...new Set(needed)].filter((path) => corpus.files.has(path));
  const originals = [...pages, ...pages.flatMap((path) => included(corpus, path))];
  return { originals: new Map(originals.map((path) => [path, corpus.files.get(path) ?? ""])), mutants };
}

/** The folder's files when only `mutants` are mutated. */
export function filesOf(originals: Files, mutants: readonly Mutant[]): Files {
  const files = new Map(originals);
  for (const { from } of mutants) files.delete(from);
  for (const { path, text } of mutants) files.set(path, text);
  return files;
}

function makeMutant(corpus: Corpus, random: Random, number: number, from: string): Mutant {
  const original = corpus.files.get(from) ?? "";
  const others = random.several(corpus.pages, 3).map((path) => corpus.files.get(path) ?? "");
  const mutated = mutate(random.chance(0.5) ? withIncludes(corpus, from, original) : original, random, others);
  if (!random.chance(0.03)) return { number, from, path: from, ...mutated };
  const path = posix.join(posix.dirname(from), random.pick(fileNames));
  return { number, from, path, text: mutated.text, mutations: [...mutated.mutations, "file name"] };
}

/** The page with what it includes in place, so that permission tables are mutated too. */
function withIncludes({ files }: Corpus, path: string, text: string): string {
  return text.replace(/^\[!INCLUDE\s*\[[^\]]*\]\(([^)\s]+)\)\]$/gim, (directive, target: string) => {
    return files.get(posix.join(posix.dirname(path), target)) ?? directive;
  });
}

function linked({ files }: Corpus, path: string): string[] {
  const targets = Array.from((files.get(path) ?? "").matchAll(pageLink), ([, target = ""]) => target);
  const paths = targets.map((target) => posix.join(posix.dirname(path), target)).filter((each) => files.has(each));
  return [...new Set(paths)].slice(0, linksFollowed);
}

function included({ files }: Corpus, path: string, depth = 0): string[] {
  if (depth > 3) return [];
  const targets = includesOf(files.get(path) ?? "").map((target) =>
    /^[~/]/.test(target) ? target.replace(/^~?\//, "") : posix.join(posix.dirname(path), target),
  );
  const found = [...new Set(targets)].filter((target) => files.has(target) && target !== path);
  return [...found, ...found.flatMap((target) => included({ files, pages: [] }, target, depth + 1))];
}

/** Folder of the corpus that is asked for. */
export function corpusFolder(folder: string): string {
  if (!existsSync(folder)) throw new Error(`${folder} does not exist: say which docs to mutate.`);
  return folder;
}
