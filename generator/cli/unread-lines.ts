/** `check --unread`, as text. */
import { posix } from "node:path";
import { unreadHeadings } from "../check/unread.js";
import type { Checked } from "../findings/checked.js";
import { counted } from "../findings/formats/reported.js";
import type { HeadingAt } from "../findings/identity.js";
import { percent, readLines } from "../findings/read-share.js";
import { cut } from "../findings/rules.js";
import type { Settings } from "./config.js";
import type { Line } from "./terminal.js";

/** Headings on a screen, and signs of a line of a page. */
const MOST = 20;
const EXCERPT = 60;

export function unreadLines(checked: Checked, headingAt: HeadingAt, { all }: Settings): readonly Line[] {
  const headings = unreadHeadings(checked, headingAt);
  const shown = all ? headings : headings.slice(0, MOST);
  const rest = headings.length - shown.length;
  const { all: lines, read } = readLines(checked.pages);
  return [
    ...shown.flatMap(({ heading, lines: count, pages, path, line, text }): Line[] => [
      [
        `${counted(count, "line")} on ${counted(pages, "page")}  `,
        heading === "" ? "above the first heading" : heading,
      ],
      [{ text: `  ${posix.relative(checked.folder, path)}:${line} ${cut(text.trim(), EXCERPT)}`, color: "dim" }],
    ]),
    ...(rest > 0 ? [`and ${counted(rest, "heading")} more: --all lists them`] : []),
    ...(headings.length > 0 ? [""] : []),
    `read      ${percent({ all: lines, read }).toFixed(1)}% of ${counted(lines, "line")} that say something`,
    ...(checked.fails ? ["", "Fails all the same: `docwright check` says because of what."] : []),
  ];
}
