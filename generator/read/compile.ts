/** The compiler of the processor: a tree without tabs, includes and broken tables becomes the facts of a page. */
import type { Root } from "mdast";
import type { VFile } from "vfile";
import { byPlace, type Finding } from "../findings/rules.js";
import { isBareJson, isIncoming, unreadFence } from "./facts/bare-json.js";
import { readBases, withoutBaseSentence } from "./phrases/base-sentence.js";
import { listsTypedValues, readEnums } from "./facts/enums.js";
import { isToldOther, pageKind } from "./kind.js";
import { openAccount } from "./ledger.js";
import { type Account } from "./blocks/account.js";
import { placeOf, walkBlocks } from "./markdown/origin.js";
import type { Page } from "./page.js";
import { inWords, readDescription, readPreamble, titleOf } from "./facts/preamble.js";
import { proseOf, type TextContext } from "./markdown/prose.js";
import { noOperation, readOperation, sectionsOf } from "./operation-facts.js";
import type { OperationScope } from "./operation-scope.js";
import { scopesOn } from "./lone-scope.js";
import { unreadRequest } from "./unread-request.js";
import { stemOf } from "../shared/page-path.js";
import {
  aboutType,
  errorBodyIn,
  loosePropertiesOf,
  readMethods,
  readResourceBlocks,
  readTypeSamples,
} from "./facts/resource.js";
import { blocksOf, isTable, isWithin, type Block, type TableBlock } from "./blocks/section.js";
import { slipsOn } from "./slips/slips.js";
import { shapeFindings } from "./blocks/table.js";
import { readValueTables } from "./facts/value-tables.js";

const NO_ANCHOR = /[^\p{L}\p{N} _-]/gu;

/** Reads all facts of a page. `file.data` holds its source and collects its findings. */
export function compilePage(tree: Root, file: VFile): Page {
  const path = file.path;
  const account = openAccount(path);
  const context = { text: String(file), definitions: definitionsIn(tree), headings: file.data.source?.headings };
  const title = titleOf(tree, context);
  const all = blocksOf(tree, title, context);
  const { findings: preambleFindings, ...written } = readPreamble(tree, title, all, context, account);
  const preamble = { ...written, title: inWords(written.title) };
  const isOther = isToldOther(path, preamble, all);
  const { scopes, rest: blocks } = scopesOn(all, { path, ...written }, isOther, context);
  const values = readValueTables(blocks, context);
  const enums = readEnums(blocks, preamble.title.text, preamble.namespace, values, context, account);
  const content = { blocks, hasEnums: enums.length > 0, isOther, isDivided: scopes.length > 0 };
  const kind = pageKind(path, written, content, context);
  const facts = blocks.filter(
    (block) => !isTable(block) || !(values.has(block.node) || isValueTable(block, blocks, context)),
  );
  const types = readTypes(kind, blocks, facts, context, account);
  const operation =
    kind === "operation" ? readOperation(facts, preamble, context, account, written.title.text) : noOperation;
  const isSample = (block: Block): boolean => kind === "resource" && !isOther && isWithin(block, "examples");
  for (const { node } of blocks.filter(isSample)) account.mark(node, "example");
  for (const node of file.data.known ?? []) account.mark(node, "known");
  const parts = scopes.map((scope) => compilePart(scope, { path, stem: stemOf(path), ...preamble }, context, account));
  account.closeSections(all);
  const told = blocks.filter((block) => !isSample(block));
  const unread = kind === "resource" || kind === "enum" ? unreadJson(told, account) : [];
  const findings = [
    ...(file.data.findings ?? []),
    ...slipsOn(tree, String(file), path, context.headings),
    ...preambleFindings,
    ...types.findings,
    ...operation.findings,
    ...tableFindings(blocks, enums, path),
    ...account.findings,
    ...(kind === "concept" && parts.length === 0 && !isOther
      ? unreadRequest(blocks, preamble.title.text, context, path)
      : []),
    ...(isOther || types.blocks.length > 0 ? [] : unread),
  ];
  return {
    path,
    stem: stemOf(path),
    kind,
    ...preamble,
    ...operation,
    ...(kind !== "operation" && withBases(preamble, blocks, context)),
    ...types,
    enums,
    ...((kind !== "operation" || parts.length > 0) && errorBodyIn(blocks, preamble.title.text)),
    ...(parts.length > 0 && { parts }),
    outline: outlineOf(all),
    ...(file.data.suppressions && { suppressions: file.data.suppressions }),
    ledger: account.closed(String(file)),
    findings: findings.toSorted(byPlace),
  };
}

/** What a page about types says of the base of its own; the sentences that say so describe nothing else. */
function withBases(
  { title, description }: Pick<Page, "title" | "description">,
  blocks: readonly Block[],
  context: TextContext,
): Pick<Page, "description"> & ReturnType<typeof readBases> {
  return {
    ...readBases(aboutType(blocks, context), title.text),
    description: description.map(withoutBaseSentence).filter(({ text }) => text !== ""),
  };
}

function tableFindings(blocks: readonly Block[], enums: Page["enums"], path: string): readonly Finding[] {
  const memberLists = new Set(enums.map(({ place }) => place.line));
  return blocks.flatMap(({ node }) =>
    node.type === "table" ? shapeFindings(node, path, memberLists.has(placeOf(node).line)) : [],
  );
}

/** A table of values below `## Definitions` describes no type. */
function isValueTable(block: TableBlock, blocks: readonly Block[], context: TextContext): boolean {
  return block.kind === "definitions" && listsTypedValues(block, blocks, context);
}

/** Headings above something: an empty section has nothing that could be told of. Those of included files stand on no line of the page. */
function outlineOf(blocks: readonly Block[]): NonNullable<Page["outline"]> {
  const lines = new Map<number, string>();
  for (const { headings } of blocks) {
    const last = headings.at(-1);
    if (last === undefined) continue;
    const { line, file } = placeOf(last.node);
    if (file === undefined && !lines.has(line)) lines.set(line, headings.map(({ text }) => text).join(" > "));
  }
  return [...lines];
}

/** What a page says of types; `facts` are its blocks without tables of values. */
function readTypes(
  kind: Page["kind"],
  blocks: readonly Block[],
  facts: readonly Block[],
  context: TextContext,
  account: Account,
): Pick<Page, "blocks" | "samples" | "properties" | "relationships" | "methods" | "findings"> {
  const representations = readResourceBlocks(kind, blocks, account);
  const shown = kind === "resource" ? readTypeSamples(blocks, account) : { findings: [] };
  const tables = sectionsOf(["properties", "relationships"], facts, context, account);
  const isWhole = kind !== "resource" || representations.blocks.some(({ annotation }) => annotation !== undefined);
  const loose = isWhole && tables.properties !== undefined ? undefined : looseTables(kind, facts, context, account);
  return {
    ...representations,
    ...shown,
    ...tables,
    ...withLoose(tables.properties, loose),
    methods: kind === "operation" ? [] : readMethods(blocks, context, account),
    findings: [...representations.findings, ...shown.findings],
  };
}

/** JSON on a page about a type that says not what it shows; what guides show illustrates their words. */
function unreadJson(blocks: readonly Block[], account: Account): readonly Finding[] {
  return blocks
    .filter(isBareJson)
    .filter((block) => !isIncoming(block))
    .map(({ node }) => unreadFence(node, account));
}

function looseTables(
  kind: Page["kind"],
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): Page["properties"] {
  return kind === "resource" ? loosePropertiesOf(blocks, context, account).properties : undefined;
}

/** The tables of properties in the order of the page, be they below a heading of that name or not. */
function withLoose(own: Page["properties"], loose: Page["properties"]): Pick<Page, "properties"> {
  const first = own ?? loose;
  if (first === undefined) return {};
  const tables = [...(own?.tables ?? []), ...(loose?.tables ?? [])];
  return { properties: { ...first, tables: tables.toSorted((a, b) => a.place.line - b.place.line) } };
}

/** The part of a page that is about one operation, as a page of its own that has the path of the whole. */
function compilePart(
  { heading, title, blocks }: OperationScope,
  page: Pick<Page, "path" | "stem" | "namespace">,
  context: TextContext,
  account: Account,
): Page {
  const whole = proseOf(heading.node, context);
  const prose = title ?? inWords(whole);
  const lead = blocks.filter(({ headings, kind }) => headings.length === 0 && kind === undefined);
  const description = lead.flatMap((block) => readDescription(block, context, account));
  const operation = readOperation(blocks, { title: prose, description }, context, account, title?.text ?? whole.text);
  return {
    path: page.path,
    stem: page.stem,
    anchor: anchorOf((title ?? whole).text),
    kind: "operation",
    title: prose,
    frontMatter: {},
    ...(page.namespace !== undefined && { namespace: page.namespace }),
    description,
    ...operation,
    blocks: [],
    enums: [],
    methods: [],
    ledger: { lines: [], rows: {} },
  };
}

/** What a link to a heading has behind `#`. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(NO_ANCHOR, "").trim().replace(/ +/g, "-");
}

function definitionsIn(tree: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  walkBlocks(tree, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  return definitions;
}
