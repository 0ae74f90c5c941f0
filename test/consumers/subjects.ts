/** The documents that tools are given, and what a script's words say of them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "../helpers/npm.js";
import { docwright } from "../helpers/run.js";
import { tools } from "./tools.js";

export interface Subject {
  readonly name: string;
  readonly title: string;
  /** The generated package that the document is made of. */
  readonly folder: string;
  readonly version: "3.1" | "3.0";
  readonly file: string;
  /** Of the document's bytes. */
  readonly hash: string;
  readonly bytes: number;
  /** How long a tool may take. */
  readonly seconds: number;
}

/** The published sets in the order of the table; what else is given follows. `docs` is always there. */
const published = ["lending-api", "business-central-v1.0", "business-central-v2.0", "partner-center", "v1.0", "drafts"];
const large: ReadonlySet<string> = new Set(["v1.0", "drafts"]);
const seconds = { large: 300, small: 120 };
/** What is looked at in the older form, too. */
const older: ReadonlySet<string> = new Set(["docs", "business-central-v1.0", "v1.0"]);

export interface Subjects {
  readonly subjects: readonly Subject[];
  /** Published sets that no word names. */
  readonly missing: readonly string[];
}

/** Makes the documents, of `docs/` and of packages: `name=folder`. */
export async function subjectsOf(words: readonly string[]): Promise<Subjects> {
  const given = new Map(words.map((word) => [word.split("=", 1)[0] ?? "", word.slice(word.indexOf("=") + 1)] as const));
  const names = [...new Set([...published, ...given.keys()])].filter((name) => given.has(name));
  const folders = [
    ["docs", "output"] as const,
    ...names.map((name) => [name, resolve(given.get(name) ?? "")] as const),
  ];
  const subjects: Subject[] = [];
  for (const [name, folder] of folders) {
    subjects.push(await subject(name, folder, "3.1"));
    if (older.has(name)) subjects.push(await subject(name, folder, "3.0"));
  }
  return { subjects, missing: published.filter((name) => !given.has(name)) };
}

async function subject(name: string, folder: string, version: "3.1" | "3.0"): Promise<Subject> {
  const file = join(tools, `${name}-${version}.json`);
  // What no page tells, and linters ask for.
  const about = ["--license", "MIT", "--contact", "https://example.org/"];
  const words = ["openapi", folder, "--openapi-version", version, ...about, "--out", file];
  const { code, errors } = await docwright(root, ...words);
  if (code !== 0) throw new Error(errors);
  const document = readFileSync(file);
  return {
    name,
    title: `${name}, ${version}`,
    folder: resolve(root, folder),
    version,
    file,
    hash: createHash("sha256").update(document).digest("hex"),
    bytes: document.length,
    seconds: large.has(name) ? seconds.large : seconds.small,
  };
}
