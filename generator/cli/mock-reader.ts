/**
 * The child process that reads the docs for `docwright serve`: what reading takes in memory goes with it, and requests are answered
 * meanwhile. Gets one message, sends one.
 */
import { cacheOf } from "./commands/cache-of.js";
import { namedOptions } from "./commands/package-options.js";
import type { Settings } from "./config.js";
import { readMock } from "../readings.js";
import type { MockReading } from "../result.js";
import { systemErrorText } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";

export interface Question {
  readonly docs: string;
  readonly settings: Settings;
}

/** `told`: what is to be known beside the results. `failure`: why there are none; `usage` where it is the caller's. */
export type Answer =
  | { readonly reading: MockReading; readonly told: readonly string[] }
  | { readonly failure: string; readonly usage: boolean };

// Nobody waits for an answer any more.
process.once("disconnect", () => process.exit());
process.once("message", (question: Question) => {
  void answerTo(question).then((answer) => process.send?.(answer, () => process.disconnect()));
});

async function answerTo({ docs, settings }: Question): Promise<Answer> {
  const told: string[] = [];
  try {
    const cache = cacheOf(settings, docs, (line) => told.push(line));
    const options = await namedOptions(settings, docs, settings.out ?? "output", cache);
    return { reading: await readMock(docs, options, { cache, includes: settings.includes, progress() {} }), told };
  } catch (error) {
    const known = error instanceof UsageError ? error.message : systemErrorText(error);
    const failure = known ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { failure, usage: known !== undefined };
  }
}
