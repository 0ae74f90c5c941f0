import { main } from "../../generator/cli.js";

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line in this process, as if `folder` were the current one. */
export async function docwright(folder: string, ...words: string[]): Promise<Outcome> {
  const before = process.cwd();
  const written = { output: "", errors: "" };
  process.chdir(folder);
  try {
    const code = await main(
      words,
      { write: (text) => (written.output += text) },
      { write: (text) => (written.errors += text) },
    );
    return { code, ...written };
  } finally {
    process.chdir(before);
  }
}
