/** Findings on fences of examples whose first line is that of no message. */
import type { Finding } from "../findings.js";
import { finding } from "../findings.js";
import type { CodeBlock } from "./page.js";

/** A fence that lacks its first line, or all of them. */
export function troubleWith(code: CodeBlock, rule: "status-line" | "request-line", page: string): Finding {
  const name = code.annotation?.name ?? "";
  if (code.text.trim() === "") return finding("example-empty", page, code.place, name);
  const [line = ""] = code.text.trim().split("\n", 1);
  return finding(rule, page, code.place, name, { text: line });
}

/** The line that an example lacks, by what its annotation calls it. */
export function lineRule({ annotation }: CodeBlock): "status-line" | "request-line" {
  return annotation?.blockType === "response" ? "status-line" : "request-line";
}
