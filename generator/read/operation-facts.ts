/** What an operation page, or the part of a page that is about one operation, says of it. */
import { readExamples, isExampleFence } from "./facts/examples.js";
import type { Account } from "./blocks/account.js";
import { responseInExamples, sectionOf, type Block } from "./blocks/section.js";
import type { SectionKind } from "./blocks/section-kinds.js";
import type { TextContext } from "./markdown/prose.js";
import type { Page, Section } from "./page.js";
import { readPermissions } from "./facts/permissions.js";
import { readRequestLines } from "./facts/requests.js";

const WITH_BODY = /^(?:POST|PUT|PATCH)$/;

export type OperationFacts = Pick<
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

export const noOperation: OperationFacts = {
  permissions: [],
  requests: [],
  examples: [],
  counts: { requestFences: 0, responseFences: 0, unpairedResponses: 0 },
  findings: [],
};

/** Reads the facts of one operation from the blocks that are about it. */
export function readOperation(
  blocks: readonly Block[],
  title: Page["title"],
  context: TextContext,
  account: Account,
): OperationFacts {
  const path = account.page;
  const permissions = readPermissions(blocks, path, context, title.place);
  const lines = readRequestLines(blocks, context, account, title);
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

/** The sections of these kinds that the blocks have. */
export function sectionsOf<K extends SectionKind>(
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
