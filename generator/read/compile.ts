/** The compiler of the processor: a tree without tabs, includes and broken tables becomes the facts of a page. */
import type { Root } from "mdast";
import type { VFile } from "vfile";
import { byPlace } from "../findings/rules.js";
import { isBareJson, isIncoming, unreadFence } from "./facts/bare-json.js";
import { readBases, withoutBaseSentence } from "./phrases/base-sentence.js";
import { readEnums } from "./facts/enums.js";
import { isExampleFence, readExamples } from "./facts/examples.js";
import { kindOf } from "./kind.js";
import { openAccount } from "./ledger.js";
import { type Account } from "./blocks/account.js";
import { walkBlocks } from "./markdown/origin.js";
import type { Page, Section } from "./page.js";
import { readPermissions } from "./facts/permissions.js";
import { readPreamble, titleOf } from "./facts/preamble.js";
import type { TextContext } from "./markdown/prose.js";
import { readRequestLines } from "./facts/requests.js";
import { aboutType, loosePropertiesOf, readMethods, readResourceBlocks } from "./facts/resource.js";
import type { Block } from "./blocks/section.js";
import type { SectionKind } from "./blocks/section-kinds.js";
import { blocksOf, responseInExamples, sectionOf } from "./blocks/section.js";
import { shapeFindings } from "./blocks/table.js";
import { readValueTables } from "./facts/value-tables.js";

const MARKDOWN = /\.md$/i;
const WITH_BODY = /^(?:POST|PUT|PATCH)$/;

/** Reads all facts of a page. `file.data` holds its source and collects its findings. */
export function compilePage(tree: Root, file: VFile): Page {
  const path = file.path;
  const account = openAccount(path);
  const context = { text: String(file), definitions: definitionsIn(tree) };
  const title = titleOf(tree);
  const blocks = blocksOf(tree, title);
  const { findings: preambleFindings, ...preamble } = readPreamble(tree, title, blocks, context, account);
  const values = readValueTables(blocks, context);
  const enums = readEnums(blocks, preamble.title.text, preamble.namespace, values, context, account);
  const kind = kindOf(path, preamble, blocks, enums.length > 0, context);
  const facts = blocks.filter(({ node }) => node.type !== "table" || !values.has(node));
  const { blocks: representations, findings: blockFindings } = readResourceBlocks(blocks, account);
  const operation = kind === "operation" ? readOperation(facts, preamble.title.place, context, account) : noOperation;
  const tableFindings = blocks.flatMap(({ node }) => (node.type === "table" ? shapeFindings(node, path) : []));
  const tables = sectionsOf(["properties", "relationships"], facts, context, account);
  const loose =
    kind === "resource" && tables.properties === undefined ? loosePropertiesOf(facts, context, account) : undefined;
  const methods = kind === "operation" ? [] : readMethods(blocks, context, account);
  for (const node of file.data.known ?? []) account.mark(node, "known");
  account.closeSections(blocks);
  const findings = [
    ...(file.data.findings ?? []),
    ...preambleFindings,
    ...blockFindings,
    ...operation.findings,
    ...tableFindings,
    ...account.findings,
    ...(kind === "operation"
      ? []
      : blocks
          .filter(isBareJson)
          .filter((block) => !isIncoming(block))
          .map(({ node }) => unreadFence(node, account))),
  ];
  return {
    path,
    stem: (path.split("/").at(-1) ?? path).replace(MARKDOWN, "").toLowerCase(),
    kind,
    ...preamble,
    ...operation,
    blocks: representations,
    ...(kind !== "operation" && {
      ...readBases(aboutType(blocks, context), preamble.title.text),
      description: preamble.description.map(withoutBaseSentence).filter(({ text }) => text !== ""),
    }),
    ...loose,
    ...tables,
    enums,
    methods,
    ledger: account.closed(String(file)),
    findings: findings.toSorted(byPlace),
  };
}

type OperationFacts = Pick<
  Page,
  | "permissions"
  | "requests"
  | "examples"
  | "counts"
  | "findings"
  | "query"
  | "functionParameters"
  | "pathParameters"
  | "headers"
  | "body"
  | "response"
>;

const noOperation: OperationFacts = {
  permissions: [],
  requests: [],
  examples: [],
  counts: { requestFences: 0, responseFences: 0, unpairedResponses: 0 },
  findings: [],
};

function readOperation(
  blocks: readonly Block[],
  top: Page["title"]["place"],
  context: TextContext,
  account: Account,
): OperationFacts {
  const path = account.page;
  const permissions = readPermissions(blocks, path, context, top);
  const lines = readRequestLines(blocks, account, top);
  const { examples, counts, findings } = readExamples(blocks, context, account);
  const sections = sectionsOf(
    ["query", "functionParameters", "pathParameters", "headers", "body", "response", "parameters"],
    blocks,
    context,
    account,
  );
  const shown = isAnswerFirst(blocks) ? undefined : responseInExamples(blocks, context, account);
  const response = shown ?? sections.response;
  return {
    permissions: permissions.tables,
    requests: lines.requests,
    ...withParameters(
      { ...sections, ...(response !== undefined && { response }) },
      lines.requests.some(({ method }) => WITH_BODY.test(method)),
    ),
    examples,
    counts,
    findings: [...permissions.findings, ...lines.findings, ...findings],
  };
}

/** True when the page says what the call answers before it shows it. */
function isAnswerFirst(blocks: readonly Block[]): boolean {
  return blocks.find(({ kind }) => kind === "response" || kind === "examples")?.kind === "response";
}

type Sections = Partial<
  Record<"query" | "functionParameters" | "pathParameters" | "headers" | "body" | "response" | "parameters", Section>
>;

/** A section that is only called `Parameters` means the body's where there can be one, else those of the function. */
function withParameters({ parameters, ...sections }: Sections, hasBody: boolean): Omit<Sections, "parameters"> {
  if (parameters === undefined) return sections;
  const kind = hasBody ? "body" : "functionParameters";
  const own = sections[kind];
  const { prose, tables, code } = own ?? { prose: [], tables: [], code: [] };
  const merged = {
    prose: [...prose, ...parameters.prose],
    tables: [...tables, ...parameters.tables],
    code: [...code, ...parameters.code],
  };
  return { ...sections, [kind]: { heading: (own ?? parameters).heading, ...merged, place: (own ?? parameters).place } };
}

function sectionsOf<K extends SectionKind>(
  kinds: readonly K[],
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): Partial<Record<K, Section>> {
  const sections: Partial<Record<K, Section>> = {};
  for (const kind of kinds) {
    const section = sectionOf(kind, blocks, context, account, isExampleFence);
    if (section !== undefined) sections[kind] = section;
  }
  return sections;
}

function definitionsIn(tree: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  walkBlocks(tree, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  return definitions;
}
