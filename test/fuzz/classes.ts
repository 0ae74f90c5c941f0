/** The failures of a run, gathered by what they have in common, and what is left of each for whoever mends it. */
import { join } from "node:path";
import { put } from "../helpers/temporary.js";
import type { DocsSet, Files, Mutant } from "./corpus.js";
import type { Failure } from "./failure.js";

/** Failures with one signature. */
export interface FailureClass {
  readonly first: Failure;
  /** The set in which it was seen first. */
  readonly set: DocsSet;
  /** Pages, or sets where the page is not known, that it happened to. */
  readonly seen: Set<string>;
}

export class Classes {
  readonly #bySignature = new Map<string, FailureClass>();

  add(found: Failure, set: DocsSet): void {
    const known = this.#bySignature.get(found.signature) ?? { first: found, set, seen: new Set() };
    const mutant = set.mutants.find(({ path }) => path === found.page);
    known.seen.add(mutant === undefined ? `set ${set.mutants[0]?.number}` : `page ${mutant.number}`);
    this.#bySignature.set(found.signature, known);
  }

  /** Signature of the class that was seen last for the first time. */
  get latest(): string {
    return [...this.#bySignature.keys()].at(-1) ?? "none";
  }

  /** The most frequent first. */
  get all(): readonly FailureClass[] {
    return [...this.#bySignature.values()].sort((a, b) => b.seen.size - a.seen.size);
  }
}

/** Writes a small docs folder that fails, and a note beside it. Returns the folder. */
export function writeClass(
  out: string,
  rank: number,
  { first, seen }: FailureClass,
  docs: Files,
  mutants: readonly Mutant[],
  again: string,
): string {
  const words = first.signature.replace(/[^A-Za-z0-9]+/g, "-").slice(0, 60);
  const folder = join(out, `${String(rank).padStart(2, "0")}-${words}`);
  put(folder, {
    ...Object.fromEntries([...docs].map(([path, text]) => [`docs/${path}`, text])),
    "note.md": note(first, seen.size, mutants, again),
  });
  return folder;
}

function note(first: Failure, count: number, mutants: readonly Mutant[], again: string): string {
  const pages = mutants.map(
    ({ number, from, path, mutations }) =>
      `- page ${number}: ${JSON.stringify(path)}, of ${from} by ${mutations.join(", ")}\n  again: \`${again} --only ${number}\``,
  );
  return `# ${first.signature}\n\nSeen ${count} times.\n\n${pages.join("\n")}\n\n\`\`\`\n${first.detail.slice(0, 6000)}\n\`\`\`\n`;
}
