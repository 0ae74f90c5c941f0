/** `docwright new`: writes the skeleton of a page into the docs. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { readDocs } from "../../readings.js";
import { hasPages } from "../../read/source/source.js";
import { UsageError } from "../../shared/usage-error.js";
import { writeNew } from "../../write/new-file.js";
import { habitsOf, habitsOfNone, type Habits } from "../habits.js";
import { newPage } from "../new-page.js";
import { shownPath } from "../report.js";
import { exitCode, type Call } from "./call.js";
import { namedOptions } from "./package-options.js";
import { runOptions } from "./run-options.js";

/** Resolves to the exit code. Throws a `UsageError` for what cannot be written, and where the page is there already. */
export async function runNew(call: Call): Promise<number> {
  const { argument = "", second = "", settings, terminal } = call;
  const docs = settings.docs ?? resolve("docs");
  if (existsSync(docs) && !statSync(docs).isDirectory())
    throw new UsageError(`${shownPath(docs)} is a page: say with --docs in which folder the new one is to lie.`);
  const { path, text, lacks } = newPage(argument, second, await habitsIn(docs, call));
  const file = join(docs, path);
  if (!writeNew(file, text))
    throw new UsageError(`${shownPath(file)} is there already, and stays as it is: give the new page another name.`);
  const todo = text.split("\n").flatMap((line, index) => (line.includes("TODO") ? [index + 1] : []));
  terminal.print([
    `${shownPath(file)} written: fill in what says TODO (line${todo.length === 1 ? "" : "s"} ${todo.join(", ")}).`,
    ...(lacks === undefined ? [] : [`No page describes ${lacks} yet: npx docwright new resource ${lacks}`]),
    "To see what becomes of it: npx docwright generate",
  ]);
  return exitCode.clean;
}

async function habitsIn(docs: string, call: Call): Promise<Habits> {
  const { settings, terminal } = call;
  if (!existsSync(docs) || !hasPages(docs)) return habitsOfNone(settings.dialect);
  const run = runOptions(call, docs);
  const options = await namedOptions(settings, docs, settings.out ?? resolve("output"), run.cache);
  const reading = await readDocs(docs, options, run);
  terminal.clearProgress();
  return habitsOf(reading, settings.dialect);
}
