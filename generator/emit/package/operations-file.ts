/** OPERATIONS.md: all functions of the package, and the pages they stand on. */
import { INVISIBLE_IN_TEXT } from "../../shared/invisible.js";
import { publishedFile } from "../typescript/doc.js";
import type { OperationPlan, Plan } from "../../plan/plan.js";
import { compareText } from "../../shared/names.js";

const PARENTHESIS = /[()]/gu;
/** Marks of tables, code, emphasis, tags and links, and what begins a character reference. */
const MARKS = /[|\\`*_~<>[\]]|:(?=\/\/)|&(?=#?\w+;)/gu;

export function operationsFile({ options, modules }: Plan): string {
  const rows = modules
    .flatMap((module) => module.operations.map((plan) => ({ plan, path: module.path })))
    .sort((a, b) => compareText(a.plan.name, b.plan.name))
    .map(({ plan, path }) => row(plan, path, options.docsUrl));
  const head = ["| function | module | does | page |", "| --- | --- | --- | --- |"];
  return `# Operations of ${options.name}\n\n${[...head, ...rows].join("\n")}\n`;
}

function row({ name, operation }: OperationPlan, path: string, docsUrl: string | undefined): string {
  return `| \`${name}\` | \`${path}\` | ${plainText(operation.title)} | ${page(operation.page, docsUrl)} |`;
}

function page(path: string, docsUrl: string | undefined): string {
  const name = plainText(path).replace(PARENTHESIS, "\\$&");
  return docsUrl === undefined ? name : `[${name}](${publishedFile(path, docsUrl)})`;
}

/** `text` in which no character has a meaning in Markdown. */
function plainText(text: string): string {
  return text.replace(/\s+/gu, " ").replace(INVISIBLE_IN_TEXT, "").replace(MARKS, "\\$&").trim();
}
