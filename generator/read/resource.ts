/** What resource pages say besides their tables: JSON representations, the base type, the operations they list. */
import type { Code } from "mdast";
import type { Finding } from "../findings.js";
import { finding } from "../findings.js";
import { jsonLocator } from "../json-locate.js";
import { placeAt, readJson } from "../json.js";
import { isMemberName } from "../member-name.js";
import { unreadFence } from "./bare-json.js";
import { columnWords } from "./column-words.js";
import { columnsOf, isTypeColumn } from "./columns.js";
import type { Account } from "./ledger.js";
import type { Body, Link, Prose, ResourceBlock, Section, Table } from "./page.js";
import type { TextContext } from "./prose.js";
import { proseOf, textOf } from "./prose.js";
import type { Block } from "./section.js";
import { codeBlock, isTable, promisedTable } from "./section.js";

const JSON_LANGUAGE = /^(?:json|jsonc|)$/i;
/** `@odata.type`, `#microsoft.graph.rename`: what an answer says about itself. */
const ANNOTATION = /@odata\.|^#/;
const JSON_START = /^\s*[[{]/;
/** `Inherits from`, `is derived from`, `extends` and the words before the name. */
const INHERITS =
  /\b(?:inherits?(?: [\w ]{1,40}?)? from|derive[sd]? from|extends)(?: (?:the|its|an?|abstract|base|parent|resource|entity|complex|type|class|object))* /gi;
const NAME = /^[A-Za-z][\w.]*\w/;
/** A name of a type without a link: it looks like one, or the sentence says that it is one. */
const TYPE_NAME = /^(?:[a-z]+[A-Z]\w*|microsoft\.graph\.[\w.]*\w)/;
const BOLD = /\*\*([\w.]+)(?=\*\*)/g;
const PRONOUN = /^(?:this|that|these|those|another|other|any|one|each|which|such)\b/i;
const CALLED_TYPE = /^[A-Za-z]\w* (?:resource|entity|complex)? ?types?\b/;

export interface ResourceFacts {
  readonly blocks: readonly ResourceBlock[];
  readonly findings: readonly Finding[];
}

/** JSON representations: fences annotated `resource`, else the JSON fences of the section of that name. */
export function readResourceBlocks(blocks: readonly Block[], account: Account): ResourceFacts {
  const { page } = account;
  const fences = blocks.flatMap(({ node, kind }) => (node.type === "code" ? [{ node, kind }] : []));
  const annotated = fences.filter(({ node }) => node.data?.annotation?.blockType === "resource");
  const chosen =
    annotated.length > 0 ? annotated : fences.filter(({ node, kind }) => kind === "representation" && isJson(node));
  const samples = fences.filter(
    ({ node, kind }) =>
      kind === "representation" && isJson(node) && node.data?.annotation === undefined && annotated.length > 0,
  );
  const findings: Finding[] = samples.map(({ node }) => unreadFence(node, account));
  const read = chosen.map(({ node }): ResourceBlock => {
    const { annotation, text, place } = codeBlock(node);
    account.mark(node, "fact");
    const body = readBody(text, place);
    const { error: broken, loss = undefined } = text.trim() === "" ? {} : readJson(text);
    const error = broken ?? loss;
    if (error !== undefined) {
      const rule = body.kind === "json" ? "json-invalid" : "json-unreadable";
      findings.push(
        finding(rule, page, placeAt({ text, place }, error.offset), annotation?.type ?? "", { reason: error.reason }),
      );
    }
    if (body.kind === "json") findings.push(...unreadKeys(body, page));
    return { ...(annotation !== undefined && { annotation }), body, place };
  });
  return { blocks: read, findings };
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

function isJson(node: Code): boolean {
  return JSON_LANGUAGE.test(node.lang ?? "") && JSON_START.test(node.value);
}

function readBody(text: string, place: Body extends { place: infer P } ? P : ResourceBlock["place"]): Body {
  if (text.trim() === "") return { kind: "none" };
  const { value, repaired, error } = readJson(text);
  return error !== undefined && !repaired
    ? { kind: "text", text, place }
    : { kind: "json", value, text, repaired, place };
}

/** The base type that the page's sentences name: `Inherits from [entity](entity.md).` A linked name is worth more than a bare one. */
export function readInheritance(blocks: readonly Block[], title: string, context: TextContext): Link | undefined {
  const named = blocks.filter(isAboutType).flatMap(({ node }) => basesIn(proseOf(node, context), title));
  return named.find(({ url }) => url !== "") ?? named[0];
}

function isAboutType({ node, kind }: Block): boolean {
  if (node.type !== "paragraph" && node.type !== "blockquote" && node.type !== "list") return false;
  return kind === undefined || kind === "properties" || kind === "representation" || kind === "relationships";
}

function basesIn(prose: Prose, title: string): Link[] {
  const marked = new Set([...prose.code, ...Array.from(prose.markdown.matchAll(BOLD), ([, name = ""]) => name)]);
  return Array.from(prose.text.matchAll(INHERITS)).flatMap((match): Link[] => {
    const rest = prose.text.slice(match.index + match[0].length);
    const name = NAME.exec(rest)?.[0];
    if (name === undefined || isTitle(name, title)) return [];
    const link = prose.links.find(({ text }) => text !== "" && rest.startsWith(text));
    if (link !== undefined) return [link];
    const isName = marked.has(name) || TYPE_NAME.test(rest) || (CALLED_TYPE.test(rest) && !PRONOUN.test(rest));
    return isName ? [{ text: name, url: "", place: prose.place }] : [];
  });
}

/** `message` on the page `message resource type` is the type itself. */
function isTitle(name: string, title: string): boolean {
  return (title.split(" ", 1)[0] ?? "").toLowerCase() === name.toLowerCase();
}

/** The properties of a page that shows their table without a heading of that name. */
export function loosePropertiesOf(
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): { properties?: Section } {
  const loose = blocks.filter(isTable).filter(({ kind }) => kind === undefined || kind === "representation");
  const tables = loose.flatMap((block): Table[] => {
    const columns = block.node.children[0]?.children.map((cell) => textOf(cell, context)) ?? [];
    const { name, type } = columnsOf(columns);
    const isOwn =
      type !== undefined && isTypeColumn(columns[type] ?? "") && columnWords.property.test(columns[name] ?? "");
    const table = isOwn ? promisedTable(block, "property", true, context, account) : undefined;
    return table === undefined ? [] : [table];
  });
  const [first] = tables;
  return first === undefined
    ? {}
    : { properties: { heading: first.heading, prose: [], tables, code: [], place: first.place } };
}

/** Links of the tables that list the operations of a type. */
export function readMethods(blocks: readonly Block[], context: TextContext, account: Account): Link[] {
  return blocks.filter(isTable).flatMap(({ node, kind }) => {
    const [header, ...rows] = node.children;
    const first = header?.children[0];
    const named = first !== undefined && columnWords.method.test(proseOf(first, context).text);
    if (!named && kind !== "methods") return [];
    account.markTable(node, "fact");
    return rows.flatMap((row) => {
      const cell = row.children[0];
      return cell === undefined ? [] : proseOf(cell, context).links.slice(0, 1);
    });
  });
}
