import type { RunOptions } from "../../build.js";
import type { CheckOptions } from "../../check/check.js";
import type { Call } from "./call.js";
import { cacheOf } from "./cache-of.js";
import { failOnOf } from "./fail-on.js";
import { packageOptions } from "./package-options.js";

type Asked = Pick<Call, "settings" | "terminal">;

/** How a command reads `docs`: how far it has come, and why the cache is not used, is told on the terminal. */
export function runOptions({ settings, terminal }: Asked, docs: string): RunOptions {
  return {
    cache: cacheOf(settings, docs, (line) => terminal.complain([line])),
    includes: settings.includes,
    progress: terminal.progress,
  };
}

/** What is asked of a check of `docs`. */
export function checkOptions(asked: Asked, docs: string): CheckOptions {
  const { settings } = asked;
  return {
    options: packageOptions(settings, docs),
    run: runOptions(asked, docs),
    rules: settings.rules,
    failOn: failOnOf(settings),
    minRead: settings.minRead,
    folder: process.cwd(),
  };
}
