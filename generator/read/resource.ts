/** What resource pages say besides their tables: JSON representations, the base type, the operations they list. */
import type { Code } from "mdast";
import type { Finding } from "../findings.js";
import { finding } from "../findings.js";
import { placeAt, readJson } from "../json.js";
import type { Body, Link, ResourceBlock, Section } from "./page.js";
import type { TextContext } from "./prose.js";
import { proseOf } from "./prose.js";
import type { Block } from "./section.js";
import { codeBlock, isTable, tableOf } from "./section.js";

const JSON_LANGUAGE = /^(?:json|jsonc|)$/i;
const JSON_START = /^\s*[[{]/;
const PROPERTY_COLUMN = /^(?:property|name)\b/i;
const TYPE_COLUMN = /^type$/i;
const METHOD_COLUMN = /^(?:methods?|tasks?|common tasks?|operations?|api)\b/i;

export interface ResourceFacts {
  readonly blocks: readonly ResourceBlock[];
  readonly findings: readonly Finding[];
}

/** JSON representations: fences annotated `resource`, else the JSON fences of the section of that name. */
export function readResourceBlocks(blocks: readonly Block[], page: string): ResourceFacts {
  const fences = blocks.flatMap(({ node, kind }) => (node.type === "code" ? [{ node, kind }] : []));
  const annotated = fences.filter(({ node }) => node.data?.annotation?.blockType === "resource");
  const chosen =
    annotated.length > 0 ? annotated : fences.filter(({ node, kind }) => kind === "representation" && isJson(node));
  const findings: Finding[] = [];
  const read = chosen.map(({ node }): ResourceBlock => {
    const { annotation, text, place } = codeBlock(node);
    const body = readBody(text, place);
    const { error: broken, loss = undefined } = text.trim() === "" ? {} : readJson(text);
    const error = broken ?? loss;
    if (error !== undefined) {
      const rule = body.kind === "json" ? "json-invalid" : "json-unreadable";
      findings.push(
        finding(rule, page, placeAt({ text, place }, error.offset), annotation?.type ?? "", { reason: error.reason }),
      );
    }
    return { ...(annotation !== undefined && { annotation }), body, place };
  });
  return { blocks: read, findings };
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

/** The properties of a page that shows their table without a heading of that name. */
export function loosePropertiesOf(blocks: readonly Block[], context: TextContext): { properties?: Section } {
  const loose = blocks.filter(isTable).filter(({ kind }) => kind === undefined || kind === "representation");
  const read = loose.map((block) => tableOf(block, context));
  const tables = read.filter(
    ({ columns }) => PROPERTY_COLUMN.test(columns[0] ?? "") && TYPE_COLUMN.test(columns[1] ?? ""),
  );
  const [first] = tables;
  return first === undefined
    ? {}
    : { properties: { heading: first.heading, prose: [], tables, code: [], place: first.place } };
}

/** Links of the tables that list the operations of a type. */
export function readMethods(blocks: readonly Block[], context: TextContext): Link[] {
  return blocks.filter(isTable).flatMap(({ node, kind }) => {
    const [header, ...rows] = node.children;
    const first = header?.children[0];
    const named = first !== undefined && METHOD_COLUMN.test(proseOf(first, context).text);
    if (!named && kind !== "methods") return [];
    return rows.flatMap((row) => {
      const cell = row.children[0];
      return cell === undefined ? [] : proseOf(cell, context).links.slice(0, 1);
    });
  });
}
