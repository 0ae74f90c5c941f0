/** The README of the package: for this very API. */
import { publishedFile, words } from "../typescript/doc.js";
import { comment } from "../typescript/encode.js";
import { said } from "../../shared/runs.js";
import { pascal } from "../../plan/identifier.js";
import { openBase } from "../../shared/odata/base.js";
import type { FixturePlan, ModulePlan, OperationPlan, Plan } from "../../plan/plan.js";

const PARENTHESIS = /[()]/gu;
/** Marks of tables, code, tags and links, and what begins a character reference. */
const TABLE_BREAKER = /[|\\`<>[\]]|&(?=#?\w+;)/gu;

export function readme(plan: Plan): string {
  const { options, modules } = plan;
  const sample = sampleOf(modules);
  const operations = modules.flatMap((module) => module.operations).sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    [
      `# ${options.name}`,
      options.description ?? "A typed client, generated from the API's documentation.",
      `## Install\n\n\`\`\`sh\nnpm install ${options.name}\n\`\`\``,
      sample && firstCall(plan, sample),
      sample && inTests(plan, sample),
      `## What you get\n\n${features}`,
      `## Operations\n\n${table(operations, options.docsUrl)}`,
    ]
      .filter(Boolean)
      .join("\n\n") + "\n"
  );
}

const features = `- \`name(client, where, what, options)\`: \`where\` holds the parameters of the path, \`what\` the body, \`options\` query options, headers and a signal. A part that an operation does not have is left out.
- Lists can be awaited for the first page, and iterated with \`for await\` over all items.
- \`select\` and \`expand\` take documented names only, at any depth, and shape the type of the result: relationships are there when they are expanded.
- Objects of derived types are told apart by \`@odata.type\`: comparing it narrows their type, and so does \`isOfType(object, name)\`, also as a filter of arrays.
- Failures are an \`ApiError\` with status, code and request id.
- Nothing goes on for ever: a list is followed for 10,000 pages (\`list.pages({ limit })\`), work that was accepted for a day (\`createPoller(client, accepted, { budget })\`).
- \`leastPrivileged\` tells the permissions that a set of operations needs; each operation's table is in its constant.
- The documented examples are typed data under \`fixtures/\`, and \`testing\` replays them in your tests.`;

interface Sample {
  readonly module: ModulePlan;
  readonly plan: OperationPlan;
  /** An example that is answered with success. */
  readonly fixture: FixturePlan | undefined;
}

/** A read of the resource that most operations are about; what comes nearest to that in a smaller API. */
function sampleOf(modules: readonly ModulePlan[]): Sample | undefined {
  const samples = [...modules]
    .sort((a, b) => b.operations.length - a.operations.length)
    .flatMap((module) =>
      module.operations.map((plan): Sample => ({ module, plan, fixture: plan.fixtures.find(isAnswered) })),
    );
  const reads = samples.filter(({ plan }) => isRead(plan));
  return reads.find(({ fixture }) => fixture) ?? samples.find(({ fixture }) => fixture) ?? reads[0] ?? samples[0];
}

function isRead({ operation: { method, result, body, naming } }: OperationPlan): boolean {
  return method === "GET" && result.kind === "object" && body === undefined && !naming.action;
}

function isAnswered({ example: { call, response } }: FixturePlan): boolean {
  return call !== undefined && response?.status === 200;
}

function firstCall({ api, options }: Plan, { plan: { name, operation } }: Sample): string {
  const parameters = operation.routes[0]?.parameters ?? [];
  const where = parameters.length === 0 ? "" : `, { ${parameters.join(", ")} }`;
  const what = operation.body === undefined ? "" : ", what";
  const names = api.baseUrl === undefined ? ["baseUrl"] : openBase(api.baseUrl).names;
  const baseUrl = names.map((each) => `${each}: ${each === "baseUrl" ? '"https://…"' : '"…"'}, `).join("");
  return `## First call

\`\`\`ts
import { createClient, ${name} } from "${options.name}";

const client = createClient({ ${baseUrl}token: () => acquireToken() });
const result = await ${name}(client${where}${what});
\`\`\``;
}

function inTests({ options }: Plan, { module, plan, fixture }: Sample): string {
  if (fixture === undefined) return "";
  return `## In your tests

Any client can be replaced by one that answers as documented:

\`\`\`ts
import { ${fixture.name} } from "${options.name}/fixtures/${module.path}";
import { replay } from "${options.name}/testing";

await codeThatCalls${pascal(plan.name)}(replay(${fixture.name}));
\`\`\``;
}

function table(operations: readonly OperationPlan[], docsUrl: string | undefined): string {
  const rows = operations.map(
    ({ name, operation }) => `| \`${name}\` | ${cell(operation.title)} | ${page(operation.page, docsUrl)} |`,
  );
  return ["| function | does | page |", "| --- | --- | --- |", ...rows].join("\n");
}

function page(path: string, docsUrl: string | undefined): string {
  const name = plain(comment(path)).replace(PARENTHESIS, "\\$&");
  return docsUrl === undefined ? name : `[${name}](${publishedFile(path, docsUrl)})`;
}

/** Text of the docs in a table cell. */
function cell(text: string): string {
  return plain(words(said(text), undefined));
}

/** `text` in which no character has a meaning in Markdown. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replace(TABLE_BREAKER, "\\$&");
}
