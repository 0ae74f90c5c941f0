/** The last step of every generated file. */
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import { util, type Options } from "prettier";
import type { OutputFile } from "../../shared/output-file.js";
import { header } from "./header.js";

/** Columns of a line. */
export const lineWidth = 120;

/** Begins a line of a doc comment; these have any width. */
const COMMENT_LINE = /^ *(?:\/\*)?\*/;
/** Escaped quotation marks, which other ones may save, and objects with comments in them, which ts-morph gets as text. */
const ASKS_PRETTIER = /\\"| $/;
/** A text that has a line for itself stays, however long, and so does `route: "…";`, where it is a type. */
const LONE_TEXT = /^ *(?:"(?:[^"\\]|\\.)*",?|\w+\??: "(?:[^"\\]|\\.)*";)$/;

/** Fixed, so that no configuration of whoever runs the generator changes the output. Keys keep the quotes that the encoder gave them. */
const options: Options = {
  parser: "babel-ts",
  plugins: [babel, estree],
  printWidth: lineWidth,
  quoteProps: "preserve",
  endOfLine: "lf",
};

/** Formats TypeScript. Throws for text that is none: a bug of ours. */
export function formatCode(text: string): Promise<string> {
  return format(text, options);
}

/** A file of TypeScript, formatted and with the header above it. */
export async function formatFile({ path, content }: OutputFile): Promise<OutputFile> {
  return { path, content: await formatCode(header + content) };
}

/** Whether each line of code is short enough. */
export function fits(code: string): boolean {
  return codeLines(code).every((line) => util.getStringWidth(line) <= lineWidth);
}

/** Whether prettier would leave a statement as it is, which was printed with its lines where prettier breaks them. */
export function isLaidOut(code: string): boolean {
  return codeLines(code).every((line) => !ASKS_PRETTIER.test(line) && (LONE_TEXT.test(line) || fits(line)));
}

/** The lines but those of doc comments. */
function codeLines(code: string): string[] {
  return code.split("\n").filter((line) => !COMMENT_LINE.test(line));
}
