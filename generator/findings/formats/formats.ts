/** The formats of `check`: one line adds one. */
import type { Format } from "../checked.js";
import { azure } from "./azure.js";
import { badge } from "./badge.js";
import { github } from "./github.js";
import { gitlab } from "./gitlab.js";
import { html } from "./html/html.js";
import { json } from "./json.js";
import { pretty } from "./pretty.js";
import { sarif } from "./sarif.js";
import { summary } from "./summary.js";

export const formats = {
  pretty: (checked) => pretty(checked),
  json,
  github,
  azure,
  gitlab,
  sarif,
  summary,
  html,
  badge,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
