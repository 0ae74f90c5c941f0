/** The last step of every generated file. */
import { format } from "prettier";
import type { Options } from "prettier";

/** Fixed, so that no configuration of whoever runs the generator changes the output. Keys keep the quotes that the encoder gave them. */
const options: Options = { parser: "babel-ts", printWidth: 120, quoteProps: "preserve", endOfLine: "lf" };

/** Formats TypeScript. Throws for text that is none: a bug of ours. */
export function formatCode(text: string): Promise<string> {
  return format(text, options);
}
