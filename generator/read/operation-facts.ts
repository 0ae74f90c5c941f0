/** What an operation page, or the part of a page that is about one operation, says of it. */
import { readExamples, isExampleFence } from "./facts/examples.js";
import type { Account } from "./blocks/account.js";
import { withBodyTypes } from "./blocks/body-types.js";
import { readBodySentences, saysOthers } from "./phrases/body-sentence.js";
import { responseInExamples, sectionOf, type Block } from "./blocks/section.js";
import type { SectionKind } from "./blocks/section-kinds.js";
import type { TextContext } from "./markdown/prose.js";
import type { Page, Section } from "./page.js";
import { definitionsOf } from "./facts/resource.js";
import { withParameters } from "./facts/parameter-places.js";
import { readPermissions } from "./facts/permissions.js";
import { readRequestLines } from "./facts/requests.js";

export type OperationFacts = Pick<
  Page,
  | "permissions"
  | "requests"
  | "examples"
  | "findings"
  | "query"
  | "functionParameters"
  | "pathParameters"
  | "headers"
  | "body"
  | "takesOthers"
  | "response"
  | "definitions"
>;

export const noOperation: OperationFacts = {
  permissions: [],
  requests: [],
  examples: [],
  findings: [],
};

/** Reads the facts of one operation from the blocks that are about it, below its title and description; `heading`: the title with a request in it. */
export function readOperation(
  written: readonly Block[],
  { title, description }: Pick<Page, "title" | "description">,
  context: TextContext,
  account: Account,
  heading: string,
): OperationFacts {
  const path = account.page;
  const blocks = withBodyTypes(written, context, account);
  const permissions = readPermissions(blocks, path, context, title.place);
  const lines = readRequestLines(blocks, context, account, title, heading);
  const { examples, findings } = readExamples(blocks, lines.requests, context, account);
  const sections = sectionsOf(
    ["query", "functionParameters", "pathParameters", "headers", "body", "response", "parameters"],
    blocks,
    context,
    account,
  );
  const shown = isAnswerFirst(blocks) ? undefined : responseInExamples(blocks, context, account);
  const response = shown ?? sections.response;
  const all = withParameters({ ...sections, ...(response !== undefined && { response }) }, lines.requests);
  const { body, ...others } = all;
  return {
    permissions: permissions.tables,
    requests: lines.requests,
    ...others,
    ...(body && {
      body: { ...body, prose: body.prose.map((prose) => ({ ...prose, sent: prose.sent ?? readBodySentences(prose) })) },
    }),
    ...definitionsOf(blocks, context, account),
    ...(description.some(saysOthers) && { takesOthers: true }),
    examples,
    findings: [...permissions.findings, ...lines.findings, ...findings],
  };
}

/** True when the page says what the call answers before it shows it. */
function isAnswerFirst(blocks: readonly Block[]): boolean {
  return blocks.find(({ kind }) => kind === "response" || kind === "examples")?.kind === "response";
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
