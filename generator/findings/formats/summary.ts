/** The job summary: Markdown that GitHub and Azure show beside a run. */
import type { Checked, CheckedFinding } from "../checked.js";
import { harmless } from "../../shared/harmless.js";
import { counted, countsText, mostTelling, reported } from "./reported.js";

const MOST = 50;
/** Bytes: GitHub drops a summary of more than 1,024 KiB as a whole. */
const SIZE = 900 * 1024;
/** What is more than text in a cell of a table. */
const MARKS = /[\\`*_{}[\]<>()#|!~&@]/g;

export function summary(checked: Checked): string {
  const { counts, rules, change } = checked;
  const found = rules.filter((rule) => rule.counts.new > 0);
  const most = mostTelling(reported(checked)).slice(0, MOST);
  const aside = `${counted(counts.baselined, "old finding")} in the baseline, ${counts.suppressed} suppressed`;
  const head = [
    `## docwright: ${countsText(counts)}${change === undefined ? "" : ` new since ${cell(change.ref)}`}`,
    "",
    `${aside}, ${counted(checked.stale.length, "entry", "entries")} of the baseline mended.`,
    "",
  ];
  const table =
    found.length === 0
      ? []
      : [
          "| | rule | count | pages | fix |",
          "|:--|:--|--:|--:|:--|",
          ...found.map((rule) => {
            return `| ${rule.severity} | ${rule.id} | ${rule.counts.new} | ${rule.pages} | ${rule.fix.replaceAll("|", String.raw`\|`)} |`;
          }),
          "",
          most.length < counts.error + counts.warning + counts.info ? `The first ${MOST}:` : "Each:",
          "",
        ];
  const local = ["", "Locally: `npx docwright check`, with `--all` for every finding.", ""];
  const lines = most.map((finding) => item(finding, checked));
  return within([...head, ...table], lines, local);
}

/** As many of `items` as there is room for. */
function within(head: readonly string[], items: readonly string[], foot: readonly string[]): string {
  const size = (lines: readonly string[]): number => Buffer.byteLength(lines.join("\n")) + 1;
  let kept = items;
  while (kept.length > 0 && size([...head, ...kept, ...foot]) > SIZE) kept = kept.slice(0, -1);
  return [...head, ...kept, ...foot].join("\n");
}

function item({ severity, path, line, message, rule }: CheckedFinding, { source }: Checked): string {
  const place = `${cell(path)}:${line}`;
  const address = path.split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29");
  const linked = source === undefined ? place : `[${place}](${source}${address}?plain=1#L${line})`;
  return `- ${linked} ${severity}: ${cell(message)} (${cell(rule)})`;
}

function cell(text: string): string {
  return harmless(text).replace(MARKS, String.raw`\$&`);
}
