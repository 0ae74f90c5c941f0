/** Changes as commands that GitHub shows at the changed lines of a pull request. Of each kind a step shows ten. */
import type { Change, Comparison } from "../change.js";
import { harmless } from "../../shared/harmless.js";
import { counted, whatOf } from "./lines.js";

const MOST = 10;

/** `pathOf`: of a page of the new side, relative to the root of the repository. */
export function githubCommands({ changes, step }: Comparison, pathOf: (page: string) => string): string {
  const gone = changes.filter((change) => change.step === "major");
  const beta = changes.filter((change) => change.step !== "major" && change.section === "breaking");
  const notable = changes.filter((change) => change.step !== "major" && change.section === "access");
  const values = changes.filter((change) => change.step !== "major" && change.section === "new-values");
  const told = [
    ...gone.slice(0, MOST).map((change) => command("error", change, pathOf)),
    ...[...beta, ...notable, ...values].slice(0, MOST).map((change) => command("warning", change, pathOf)),
  ];
  return [...told, `docwright found ${counted(changes.length, "change")}; the step is ${step}.`, ""].join("\n");
}

/** What is gone has no line on the new page: it is told without one. */
function command(kind: string, change: Change, pathOf: (page: string) => string): string {
  const { newPlace, rule, symbol, reason, mend } = change;
  const place = newPlace === undefined ? [] : [`file=${property(pathOf(newPlace.page))}`, `line=${newPlace.line}`];
  const message = harmless(`${symbol}: ${whatOf(rule)}. ${reason}${mend === undefined ? "" : ` ${mend}`}`);
  return `::${kind} ${[...place, `title=${rule}`].join(",")}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(harmless(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
