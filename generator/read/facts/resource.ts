/** What resource pages say besides their tables: JSON representations, the base type, the operations they list. */
import type { Code } from "mdast";
import type { Finding } from "../../findings/rules.js";
import { finding } from "../../findings/rules.js";
import { jsonLocator } from "../../shared/json/locate.js";
import { placeAt, readJson } from "../../shared/json/json.js";
import { isMemberName } from "../../shared/member-name.js";
import { jsonRule } from "../blocks/http.js";
import { columnWords } from "../../dialect/column-words.js";
import { NAMES_OBJECT } from "../../dialect/section-names.js";
import { columnsOf, isTypeColumn } from "../blocks/columns.js";
import type { Account } from "../blocks/account.js";
import type { Body, CodeBlock, MethodLink, Page, ResourceBlock, Section, Table, TypeSample } from "../page.js";
import { readTypeCell } from "../phrases/type-expression.js";
import type { AboutType } from "../phrases/base-sentence.js";
import type { TextContext } from "../markdown/prose.js";
import { linksOf } from "../../shared/runs.js";
import { headerOf, proseOf, textOf } from "../markdown/prose.js";
import type { Block, TableBlock } from "../blocks/section.js";
import { headingOf, isTable, isWithin, promisedTable } from "../blocks/section.js";
import { codeBlock } from "../blocks/code.js";
import { isBareJson } from "./bare-json.js";

const ABOUT_ERRORS = /\berrors?\b/i;
const JSON_LANGUAGE = /^(?:json|jsonc|)$/i;
/** `@odata.type`, `#microsoft.graph.rename`: what an answer says about itself. */
const ANNOTATION = /@odata\.|^#/;
/** Also of members without braces around them, and with a name in front. */
const JSON_START = /^\s*(?:[[{]|"[^"\\\n]{1,200}"\s*[:{])/;

export interface ResourceFacts {
  readonly blocks: readonly ResourceBlock[];
  readonly findings: readonly Finding[];
}

type Fence = Block & { readonly node: Code };

/**
 * JSON representations: fences annotated `resource`, else the JSON fences of the section of that name, else, on a page about types, those right
 * behind tables of properties.
 */
export function readResourceBlocks(kind: Page["kind"], blocks: readonly Block[], account: Account): ResourceFacts {
  const { page } = account;
  const fences = blocks.filter((block): block is Fence => block.node.type === "code");
  const annotated = fences.filter(({ node }) => node.data?.annotation?.blockType === "resource");
  const headed = fences.filter((fence) => fence.kind === "representation" && isJsonFence(fence.node));
  const whole = annotated.length > 0 ? annotated : headed;
  const behind = whole.length > 0 || kind !== "resource" ? [] : fencesBehindTables(blocks);
  const samples = annotated.length > 0 ? headed.filter(({ node }) => node.data?.annotation === undefined) : [];
  for (const { node } of samples) account.mark(node, "unread");
  const findings: Finding[] = [];
  const read = [...whole, ...behind].map((fence): ResourceBlock => {
    const { node } = fence;
    const { annotation, text, place } = codeBlock(node);
    account.mark(node, "fact");
    const body = readJsonBody(text, place);
    findings.push(...jsonFindings({ text, place }, body, annotation?.type ?? "", page));
    if (body.kind === "json") findings.push(...unreadKeys(body, page));
    const under = behind.includes(fence) && { under: fence.headings.map(({ text }) => text) };
    return { ...(annotation !== undefined && { annotation }), ...under, body, place };
  });
  return { blocks: read, findings };
}

/** JSON that repeats the table of properties above it: `"Berth" { "length": "decimal" }`. */
function fencesBehindTables(blocks: readonly Block[]): readonly Fence[] {
  return blocks.filter((block, index): block is Fence => {
    const above = blocks[index - 1];
    const isBehind = above !== undefined && isTable(above) && above.headings.at(-1) === block.headings.at(-1);
    const { node, kind } = block;
    return kind === "properties" && isBehind && node.type === "code" && isPlainJson(node);
  });
}

function isPlainJson(node: Code): boolean {
  return node.data?.annotation === undefined && isJsonFence(node);
}

/** What strict JSON stumbles over in a fence. */
function jsonFindings(code: Pick<CodeBlock, "text" | "place">, body: Body, symbol: string, page: string): Finding[] {
  const { error: broken, loss } = code.text.trim() === "" ? {} : readJson(code.text);
  const error = broken ?? loss;
  if (error === undefined) return [];
  const { reason, offset } = error;
  return [finding(jsonRule(body.kind !== "json", reason), page, placeAt(code, offset), symbol, { reason })];
}

/** Examples on a page about types: JSON that is no message and shows an object of theirs. */
export function readTypeSamples(
  blocks: readonly Block[],
  account: Account,
): { readonly samples?: readonly TypeSample[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const samples = blocks.filter(isSample).map(({ node, headings }): TypeSample => {
    const { text, place } = codeBlock(node);
    account.mark(node, "example");
    const body = readJsonBody(text, place);
    findings.push(...jsonFindings({ text, place }, body, "", account.page));
    return { under: headings.map((heading) => heading.text), body };
  });
  return { ...(samples.length > 0 && { samples }), findings };
}

function isSample(block: Block): block is Fence {
  return isBareJson(block) && block.node.data?.annotation === undefined && isWithin(block, "examples");
}

/** Keys that are neither names nor annotations. */
function unreadKeys(body: Body & { readonly kind: "json" }, page: string): Finding[] {
  const { value } = body;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const odd = Object.keys(value).filter((key) => !isMemberName(key) && !ANNOTATION.test(key));
  if (odd.length === 0) return [];
  const locate = jsonLocator(body);
  return odd.map((key) => finding("unread-key", page, locate([key]), key, { key }));
}

/** The first JSON of a page about errors, or of a section on them: the body that all of them have. */
export function errorBodyIn(blocks: readonly Block[], title: string): { readonly errorBody?: Body } {
  const isWhole = ABOUT_ERRORS.test(title);
  const telling = blocks.filter(({ headings }) => isWhole || headings.some(({ text }) => ABOUT_ERRORS.test(text)));
  const [fence] = telling.flatMap(({ node }) => (node.type === "code" && isJsonFence(node) ? [node] : []));
  if (fence === undefined) return {};
  const { text, place } = codeBlock(fence);
  return { errorBody: readJsonBody(text, place) };
}

function isJsonFence(node: Code): boolean {
  return JSON_LANGUAGE.test(node.lang ?? "") && JSON_START.test(node.value);
}

function readJsonBody(text: string, place: Body extends { place: infer P } ? P : ResourceBlock["place"]): Body {
  if (text.trim() === "") return { kind: "none" };
  const { value, repaired, error } = readJson(text);
  return error !== undefined && !repaired
    ? { kind: "text", text, place }
    : { kind: "json", value, text, repaired, place };
}

/** The properties of a page that shows their table without a heading of that name. */
export function loosePropertiesOf(
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): { properties?: Section } {
  const isLoose = ({ kind }: Block): boolean =>
    kind === undefined || kind === "representation" || kind === "definitions";
  const properties = sectionOfTables(blocks.filter(isLoose), context, account);
  return properties === undefined ? {} : { properties };
}

/** The types that the page of an operation describes below `## Definitions`, a heading each. */
export function definitionsOf(
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): { definitions?: Section } {
  const own = blocks.filter(({ kind }) => kind === "definitions");
  const definitions = own.length === 0 ? undefined : sectionOfTables(own, context, account);
  return definitions === undefined ? {} : { definitions };
}

/** The tables that list properties, as one section. */
function sectionOfTables(blocks: readonly Block[], context: TextContext, account: Account): Section | undefined {
  const tables = blocks.filter(isTable).flatMap((block): Table[] => {
    const table = listsProperties(block, context)
      ? promisedTable(block, "property", true, context, account)
      : undefined;
    if (table !== undefined) account.markTable(block.node, "fact");
    return table === undefined ? [] : [table];
  });
  const [first] = tables;
  return first && { heading: first.heading, prose: [], tables, code: [], place: first.place };
}

/** Whether a table by its columns alone lists the members of a type: names of properties, or of what an object above has, and their types. */
export function listsProperties(block: TableBlock, context: TextContext): boolean {
  const columns = headerOf(block.node, context);
  const { name, type } = columnsOf(columns);
  const named = columns[name] ?? "";
  const isMember =
    columnWords.property.test(named) || (columnWords.ofObject.test(named) && NAMES_OBJECT.test(headingOf(block)));
  return type !== undefined && isTypeColumn(columns[type] ?? "") && isMember;
}

/** Links of the tables that list the operations of a type. */
export function readMethods(blocks: readonly Block[], context: TextContext, account: Account): MethodLink[] {
  return blocks.filter(isTable).flatMap(({ node, kind }) => {
    const [header, ...rows] = node.children;
    const first = header?.children[0];
    const named = first !== undefined && columnWords.method.test(proseOf(first, context).text);
    if (!named && kind !== "methods") return [];
    account.markTable(node, "fact");
    const returning = header?.children.findIndex((cell) => columnWords.returns.test(textOf(cell, context))) ?? -1;
    return rows.flatMap((row): MethodLink[] => {
      const [cell, told] = [row.children[0], row.children[returning]];
      const [link] = cell === undefined ? [] : linksOf(proseOf(cell, context));
      return link === undefined ? [] : [{ ...link, ...(told && { returns: readTypeCell(proseOf(told, context)) }) }];
    });
  });
}

/** The parts of a page whose sentences are about its type. */
export function aboutType(blocks: readonly Block[], context: TextContext): readonly AboutType[] {
  return blocks.filter(isAboutType).map(({ node, headings }) => ({
    prose: proseOf(node, context),
    under: headings.map(({ text }) => text),
    isParagraph: node.type === "paragraph",
  }));
}

function isAboutType({ node, kind }: Block): boolean {
  if (node.type !== "paragraph" && node.type !== "blockquote" && node.type !== "list") return false;
  return kind === undefined || kind === "properties" || kind === "representation" || kind === "relationships";
}
