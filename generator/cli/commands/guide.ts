/** `docwright guide`: how a page is written, made from the data that the reader goes by. */
import { dialectNamed, dialects } from "../../dialect/settings.js";
import { guideOn, topics, wholeGuide } from "../../guide/guide.js";
import { closest } from "../../shared/suggest.js";
import { UsageError } from "../../shared/usage-error.js";
import { exitCode, type Call } from "./call.js";

/** Prints the list of topics, one chapter, or all of them. Throws a `UsageError` for a topic that does not exist. */
export async function runGuide({ argument, settings, terminal }: Call): Promise<number> {
  if (argument === undefined) terminal.print(topicLines());
  else if (argument === "all")
    terminal.print(
      wholeGuide([...dialects.values()])
        .trimEnd()
        .split("\n"),
    );
  else if (topics.has(argument))
    terminal.print(guideOn(argument, dialectNamed(settings.dialect)).trimEnd().split("\n"));
  else
    throw new UsageError(
      `There is no topic ${argument}.${closest(argument, [...topics.keys()])}\ndocwright guide lists them.`,
    );
  return exitCode.clean;
}

function topicLines(): string[] {
  return [
    ...[...topics].map(([name, title]) => `${name.padEnd(12)}${title}`),
    "",
    "docwright guide <topic> shows how such a page is written, docwright guide all everything; --dialect graph, as API Doctor has it.",
  ];
}
