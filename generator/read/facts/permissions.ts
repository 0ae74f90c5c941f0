/**
 * Permission tables in all their shapes: a row an account, a column an account, sub-rows for scenarios, columns for scenarios, least and
 * higher privileged columns. Without a table, lists and sentences that name permissions.
 */
import { accountInSection, accountOf } from "../../dialect/account-words.js";
import { columnWords } from "../../dialect/column-words.js";
import { codeOf } from "../../shared/runs.js";
import type { Nodes, Table as TableNode } from "mdast";
import type { Finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";
import { finding } from "../../findings/rules.js";
import { readGrant } from "./grant.js";
import { placeOf } from "../markdown/origin.js";
import type { PermissionTable, Prose } from "../page.js";
import type { AccountOf, PermissionReading } from "./permission-entries.js";
import { hasAccountColumns, labelOf, withoutLeadingWords } from "./permission-entries.js";
import { readPermissionTable } from "./permission-table.js";
import type { TextContext } from "../markdown/prose.js";
import { headerOf, proseOf, textOf } from "../markdown/prose.js";
import type { Block } from "../blocks/section.js";
import { headingOf, isTable, isWithin } from "../blocks/section.js";

export interface Permissions {
  readonly tables: readonly PermissionTable[];
  readonly findings: readonly Finding[];
}

const NO_NEED =
  /\bno permissions? (?:is |are )?(?:required|needed)|\b(?:does not|doesn't|do not|don't) (?:require|need) (?:any )?permissions?\b/i;
const SCOPE_LINE =
  /(?:^|[.!;] )(?:[-*] )?(?:(?:required|needed|necessary|minimum|oauth2?|api|token) )*(?:scopes?|permissions?|privileges?)(?: (?:required|needed|necessary))?(?: is| are)? ?[:=]|(?:^|[.!;] )(?:requires?|needs?) (?:the )?(?:(?:oauth2? )?scopes?\b|[a-z][\w-]*:[\w:*-]|[\w.*-]+ (?:oauth2? )?(?:scopes?|permissions?|privileges?)\b)/i;
const SCOPE_LABEL = /^(?:(?:required|needed|necessary|oauth2?|api) )*(?:scopes?|permissions?|privileges?)$/i;
const LABEL_END = /:$/;
const SENTENCE_START = /^[.!;] /;
const SENTENCE_END = /[.!] /;
const NO_SCOPE = /(?:^|[.!;] )no (?:oauth2? )?scopes?\b|^scopes?: none\b|^(?:no authentication|public endpoint)\b/i;
const BOTH = /\band\b|\bboth\b|\ball of\b/i;
const SCOPE_BORDER = /[\s,;]+/;
const SCOPE_NAME = /^(?:[A-Za-z][\w-]*(?:[:./][\w*-]+)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;
const FOOTNOTE = /(?:^|\s)\\?\*\S*\s|marked with|resource-specific consent/i;
/** Permissions to the end of a sentence. */
const PROSE_GRANT = /^[A-Z][\w-]*(?:\.[A-Z][\w-]*)+(?:(?:,| (?:or|and) ).+)?$/;
/** What sets a scenario apart from its permissions. */
const SCENARIO_END = / [-–—](?= )|:(?= )/g;

/** Reads every permission table of an operation page. `top` is the place to blame when it has none. */
export function readPermissions(blocks: readonly Block[], page: string, context: TextContext, top: Place): Permissions {
  const reading: PermissionReading = { page, context, accountOf, findings: [], footnote: footnoteOf(blocks, context) };
  const tables = permissionTables(blocks, context);
  const above = new Map(blocks.map((block, index) => [block, blocks[index - 1]]));
  const read = tables.flatMap((block) =>
    readPermissionTable(block.node, scenarioOf(block, tables, above.get(block), context), {
      ...reading,
      accountOf: accountsIn(block),
    }),
  );
  if (read.length > 0) return { tables: read, findings: reading.findings };
  const scopes = readScopeLines(blocks, context);
  if (scopes !== undefined) return { tables: scopes, findings: reading.findings };
  const prose = readProse(blocks, reading);
  if (prose.length > 0) return { tables: prose, findings: reading.findings };
  const section = blocks.filter((block) => isWithin(block, "permissions"));
  // the file that should hold the table has its own finding; and some calls need no permission
  const explained = section.some(
    ({ node }) => node.data?.missingInclude !== undefined || NO_NEED.test(textOf(node, context)),
  );
  if (explained) return { tables: [], findings: reading.findings };
  const heading = section[0]?.headings.find((fact) => fact.kind === "permissions");
  const missing = finding("permissions-missing", page, heading === undefined ? top : placeOf(heading.node), "");
  return { tables: [], findings: [...reading.findings, missing] };
}

/** "Scope: `loans:read`", "Required scopes: `a` and `b`", "No scope needed." in a line of its own; undefined where no line speaks of scopes. */
function readScopeLines(blocks: readonly Block[], context: TextContext): PermissionTable[] | undefined {
  const lines = blocks.flatMap(({ node, headings }) =>
    headings.some(({ kind }) => kind === "examples") ? [] : linesThatTell(node, context),
  );
  const found = lines.flatMap(({ line, prose }): PermissionTable[] => {
    const lead = SCOPE_LINE.exec(prose.text);
    const scopes = lead === null ? [] : scopesIn(prose, lead.index);
    if (scopes.length === 0) return [];
    const isAll = BOTH.test(prose.text);
    const grant = { kind: "scopes", anyOf: isAll ? [scopes] : scopes.map((scope) => [scope]) } as const;
    const cell = { grant, place: placeOf(line) };
    return [{ order: "unknown", delegatedWork: cell, application: cell, place: placeOf(line) }];
  });
  if (found.length > 0) return found;
  return lines.some(({ prose }) => NO_SCOPE.test(prose.text)) ? [] : undefined;
}

/** Paragraphs, items of lists, and rows of two cells, `| Required permission | LOAN_READ |`, as the line that says the same. */
function linesThatTell(node: Block["node"], context: TextContext): readonly { line: Nodes; prose: Prose }[] {
  if (node.type === "list") return node.children.map((line) => ({ line, prose: proseOf(line, context) }));
  if (node.type === "paragraph") return [{ line: node, prose: proseOf(node, context) }];
  if (node.type !== "table" || node.children[0]?.children.length !== 2) return [];
  return node.children.flatMap((line) => {
    const [label, cell, ...others] = line.children;
    if (label === undefined || cell === undefined || others.length > 0) return [];
    const words = textOf(label, context).replace(LABEL_END, "").trimEnd();
    if (!SCOPE_LABEL.test(words)) return [];
    const prose = proseOf(cell, context);
    return [{ line, prose: { ...prose, text: `${words}: ${prose.text}` } }];
  });
}

/** Names in code, else the words behind the colon; of the sentence that begins at `from`. */
function scopesIn(prose: Prose, from: number): string[] {
  const [sentence = ""] = prose.text.slice(from).replace(SENTENCE_START, "").split(SENTENCE_END, 1);
  const code = codeOf(prose).filter((name) => sentence.includes(name));
  if (code.length > 0) return code;
  const words = sentence.slice(sentence.indexOf(":") + 1).split(SCOPE_BORDER);
  return words.filter((word) => SCOPE_NAME.test(word));
}

function permissionTables(blocks: readonly Block[], context: TextContext): (Block & { readonly node: TableNode })[] {
  return blocks.filter(isTable).filter((block) => {
    if (isWithin(block, "examples") || isWithin(block, "body") || isWithin(block, "response")) return false;
    const header = headerOf(block.node, context);
    const accounts = accountsIn(block);
    if (hasAccountColumns(header, accounts)) return true;
    if (!columnWords.permissionType.test(header[0] ?? "") && !isWithin(block, "permissions")) return false;
    return block.node.children.some((row) => accounts(labelOf(row.children[0], context)) !== undefined);
  });
}

function accountsIn(block: Block): AccountOf {
  return isWithin(block, "permissions") ? accountInSection : accountOf;
}

/** What sets a table apart where there are several: the heading above it below the section's own, else the words before it. */
function scenarioOf(block: Block, tables: readonly Block[], above: Block | undefined, context: TextContext): string {
  if (tables.length < 2) return "";
  const outermost = block.headings.findIndex((heading) => heading.kind === "permissions");
  const below = outermost < 0 ? headingOf(block) : block.headings.slice(outermost + 1).at(-1)?.text;
  if (below !== undefined && below !== "") return withoutLeadingWords(below);
  const words = above?.node.type === "paragraph" ? textOf(above.node, context) : "";
  return words.length <= 80 ? withoutLeadingWords(words) : "";
}

function footnoteOf(blocks: readonly Block[], context: TextContext): string | undefined {
  const own = blocks.filter(
    (block) => isWithin(block, "permissions") && (block.node.type === "paragraph" || block.node.type === "blockquote"),
  );
  return own.map((block) => textOf(block.node, context)).find((text) => FOOTNOTE.test(text));
}

/** `- Photo of a **group** - Group.ReadWrite.All`: without a table, each item or sentence that names permissions is a scenario. */
function readProse(blocks: readonly Block[], reading: PermissionReading): PermissionTable[] {
  const nodes = blocks
    .filter((block) => isWithin(block, "permissions"))
    .flatMap(({ node }): Nodes[] => {
      if (node.type === "list") return node.children;
      return node.type === "paragraph" ? [node] : [];
    });
  return nodes.flatMap((node): PermissionTable[] => {
    const { scenario, scopes } = proseGrant(textOf(node, reading.context));
    const grant = scopes === "" ? undefined : readGrant([scopes])[0]?.grant;
    if (grant === undefined) return [];
    const cell = { grant, place: placeOf(node) };
    const account = accountOf(scenario) ?? "delegatedWork";
    return [{ ...(scenario !== "" && { scenario }), order: "unknown", [account]: cell, place: placeOf(node) }];
  });
}

/** `Photo of a group - Group.ReadWrite.All, User.Read`: an optional scenario, permissions to the end. */
function proseGrant(text: string): { scenario: string; scopes: string } {
  for (const { index, 0: mark } of text.matchAll(SCENARIO_END)) {
    const start = index + mark.length + 1;
    if (isCapital(text.charCodeAt(start)) && PROSE_GRANT.test(text.slice(start)))
      return { scenario: text.slice(0, index), scopes: text.slice(start) };
  }
  return { scenario: "", scopes: PROSE_GRANT.test(text) ? text : "" };
}

/** Spares most sentences the expression. */
function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}
