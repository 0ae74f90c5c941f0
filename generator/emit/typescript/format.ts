/** The last step of every generated file. */
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import type { Options } from "prettier";
import type { OutputFile } from "../../shared/output-file.js";
import { header } from "./header.js";
import { lineWidth } from "./width.js";

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
