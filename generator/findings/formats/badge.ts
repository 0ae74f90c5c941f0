/** The share of lines that were read, as a picture for a README: its words are in it, for those who do not see it. */
import type { Checked } from "../checked.js";
import { percent, readLines } from "../read-share.js";

/** Width of a sign of the font at its size; of words next to each other no badge needs it more exactly. */
const SIGN = 7;
const PADDING = 10;
const HEIGHT = 20;
const LABEL = "docs read";
/** White words on each have a contrast of 4.5 or more. */
const GOOD = 99;
const FAIR = 90;

export function badge({ pages }: Checked): string {
  const share = percent(readLines(pages));
  const value = `${share.toFixed(1)}%`;
  const [left, right] = [LABEL, value].map((text) => text.length * SIGN + PADDING);
  const [start, width] = [left ?? 0, (left ?? 0) + (right ?? 0)];
  const color = share >= GOOD ? "#0b5fa5" : share >= FAIR ? "#6b5d00" : "#a84300";
  const words = (text: string, at: number): string => `<text x="${at}" y="14" text-anchor="middle">${text}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${LABEL}: ${value}">`,
    `<title>${LABEL}: ${value}</title>`,
    `<rect width="${width}" height="${HEIGHT}" rx="3" fill="#444"/>`,
    `<rect x="${start}" width="${width - start}" height="${HEIGHT}" rx="3" fill="${color}"/>`,
    `<g fill="#fff" font-family="Verdana,Geneva,sans-serif" font-size="11">`,
    words(LABEL, start / 2),
    words(value, (start + width) / 2),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}
