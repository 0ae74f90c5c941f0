/** Prism as a mock of the document: asks what the pages ask, and compares what comes back with what they show. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { OpenApiDocument, OperationObject } from "../../generator/emit/openapi/document.js";
import type { PublishedApi, PublishedExample, PublishedOperation } from "../../generator/model/published.js";
import { matchUrl, readAddress } from "../../generator/shared/odata/match.js";
import { parseRoute } from "../../generator/shared/odata/template.js";
import { cleanAddress, splitUrl } from "../../generator/shared/odata/url.js";
import type { Consumer } from "./consumers.js";
import { bin, moreMemory, node, TooLate, type Deadline } from "./tools.js";

const PRISM = "@stoplight/prism-cli";
const port = 4920;
/** Milliseconds. A body that is declared as JSON and is none, Prism never answers. */
const patience = 5000;

export const prismConsumer: Consumer = {
  name: PRISM,
  package: PRISM,
  does: "answers documented requests as documented",
  scripts: ["prism.ts", "tools.ts"],
  seconds: 60,
  async figure({ folder, file }, deadline) {
    const api: PublishedApi = JSON.parse(readFileSync(join(folder, "api.json"), "utf8"));
    const document: OpenApiDocument = JSON.parse(readFileSync(file, "utf8"));
    const { asked, strange, refused, aside, wrong } = await askPrism(file, api, document, deadline);
    for (const { name, why, body } of wrong) console.log(`Prism: ${name}: ${why}: ${body}`);
    const kinds = new Map<string, number>();
    for (const { why } of wrong) kinds.set(why, (kinds.get(why) ?? 0) + 1);
    const told = [...kinds].sort(([, a], [, b]) => b - a).map(([why, count]) => `${count}× ${why}`);
    const left = [
      ...(aside === 0 ? [] : [`${aside} answers that do not fit their schema`]),
      ...(strange === 0 ? [] : [`${strange} requests at addresses that are none of their operation`]),
    ];
    return [
      `${asked - wrong.length} of ${asked}`,
      ...(refused === 0
        ? []
        : [`${refused} more refused, which hold placeholders, lack what their page asks for or do not fit its schema`]),
      ...(told.length === 0 ? [] : [told.join(", ")]),
      ...(left.length === 0 ? [] : [`not asked: ${left.join(", ")}`]),
    ].join("; ");
  },
};

interface Answers {
  readonly asked: number;
  /** Requests beside these that Prism takes no more than their pages do. */
  readonly refused: number;
  /** Examples whose address is none of their operation's: not asked. */
  readonly strange: number;
  /** Examples whose answer stands aside in the document: not asked, for Prism would make up another one. */
  readonly aside: number;
  readonly wrong: readonly Flaw[];
}

interface Flaw {
  readonly name: string;
  /** In few words, the same for the same kind. */
  readonly why: string;
  readonly body: string;
}

async function askPrism(
  file: string,
  api: PublishedApi,
  document: OpenApiDocument,
  deadline: Deadline,
): Promise<Answers> {
  const words = [moreMemory, bin(PRISM, "prism"), "mock", file, "-p", String(port)];
  const prism = spawn(node, words, { stdio: ["ignore", "pipe", "pipe"] });
  const late = setTimeout(() => prism.kill("SIGKILL"), deadline.left);
  try {
    await listening(prism.stdout);
    const all = api.operations.flatMap((operation) =>
      operation.examples.flatMap((example) => (example.response === undefined ? [] : [{ operation, example }])),
    );
    const own = all.filter(({ operation, example }) => isOwn(operation, example));
    const asked = own
      .map(({ operation, example }) => ({ operation, example, shown: namedValue(operation, example, document) }))
      .filter(({ example, shown }) => shown !== undefined || !showsText(example));
    const wrong: Flaw[] = [];
    let refused = 0;
    for (const { operation, example, shown } of asked) {
      const flaws = await ask(example, shown, `http://127.0.0.1:${port}`);
      const isRefused = flaws.some((flaw) => isAmiss(operation, example, document) || fillsNothing(example, flaw));
      if (isRefused) refused++;
      else wrong.push(...flaws);
    }
    return {
      asked: asked.length - refused,
      refused,
      strange: all.length - own.length,
      aside: own.length - asked.length,
      wrong,
    };
  } catch (error) {
    if (prism.killed) throw new TooLate();
    throw error;
  } finally {
    clearTimeout(late);
    if (prism.exitCode === null && prism.signalCode === null) {
      const gone = once(prism, "exit");
      prism.kill("SIGKILL");
      await gone;
    }
  }
}

function listening(output: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    output.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("Prism is listening")) resolve();
    });
    output.on("end", () => reject(new Error(`Prism did not start: ${text}`)));
  });
}

/** Whether the page shows an answer that is no bytes. */
function showsText({ response }: PublishedExample): boolean {
  return response?.body !== undefined || response?.text !== undefined;
}

/** What is wrong with the answer; nothing where it is the documented one. */
async function ask(
  { name, request, response }: PublishedExample,
  shown: ReturnType<typeof namedValue>,
  host: string,
): Promise<readonly Flaw[]> {
  const status = response?.status ?? 0;
  const body = request.body === undefined ? request.text : JSON.stringify(request.body);
  const flaw = (why: string, text: string): readonly Flaw[] => [{ name, why, body: text.slice(0, 300) }];
  const sent = fetch(addressAt(host, request.url), {
    method: request.method,
    redirect: "manual",
    headers: {
      // Where the page leaves it out, as any client says it.
      ...(request.body !== undefined && { "content-type": "application/json" }),
      ...headersOf(request.headers),
      authorization: "Bearer token",
      prefer: [`code=${status}`, ...(shown === undefined ? [] : [`example=${shown.key}`])].join(", "),
    },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(patience),
  });
  const answer = await sent.catch((error: unknown) => String(error));
  if (typeof answer === "string") return flaw("no answer", answer);
  const text = await answer.text();
  if (answer.status !== status) return flaw(`${answer.status} instead of ${status}${violationIn(answer)}`, text);
  if (shown === undefined) return [];
  const value: unknown = typeof shown.value === "string" ? text.replace(/^"|"$/g, "") : JSON.parse(text);
  return isDeepStrictEqual(value, shown.value) ? [] : flaw("another body", text);
}

/** A client writes these itself, and may refuse them. */
const LEFT_TO_CLIENT = /^(?:connection|content-length|expect|host|keep-alive|transfer-encoding)$/i;

/** Those that can be sent, by their names in small letters. */
function headersOf(documented: Readonly<Record<string, string>>): Record<string, string> {
  const sendable = Object.entries(documented).filter(
    ([name, value]) => /^[\w-]+$/.test(name) && /^[\x20-\x7e]*$/.test(value) && !LEFT_TO_CLIENT.test(name),
  );
  return Object.fromEntries(sendable.map(([name, value]) => [name.toLowerCase(), value]));
}

/** What Prism has against a request: the place, `request header if-match`, and which rule. */
function violationIn({ headers }: Response): string {
  const told: readonly { location: readonly string[]; code?: string }[] = JSON.parse(
    headers.get("sl-violations") ?? "[]",
  );
  const [first] = told;
  return first === undefined ? "" : ` (${first.code ?? "wrong"} in ${first.location.slice(0, 2).join(" ")})`;
}

/** The documented address at another host, without the version: it is of the base address, which the document gives as its server's. */
function addressAt(host: string, url: string): string {
  const { path, query } = splitUrl(cleanAddress(url));
  return host + path + (query === undefined ? "" : `?${query}`);
}

/** Whether the documented address is one of the operation's, as far as its page tells them. */
function isOwn({ routes }: PublishedOperation, { request }: PublishedExample): boolean {
  const pathOf = (text: string): string => text.split("?", 1)[0] ?? text;
  const address = readAddress(pathOf(request.url));
  return routes.some((route) => matchUrl(address, parseRoute(pathOf(route), "kept").path) !== undefined);
}

/** An example that stands aside: what does not fit its schema is there. */
interface Aside {
  readonly page: string;
  readonly line: number;
  readonly request?: unknown;
}

const PLACEHOLDER = /<[^<>/]+>|\{[^{}/]+\}/;

/** Whether a placeholder in the address is no value of what it stands for. */
function fillsNothing({ request }: PublishedExample, { why }: Flaw): boolean {
  return PLACEHOLDER.test(request.url) && /in request (?:path|query)/.test(why);
}

/** Whether a finding says of the request, or the document of its body, that it is not what its page asks for. */
function isAmiss(
  { id, page }: PublishedOperation,
  { line, findings = [] }: PublishedExample,
  document: OpenApiDocument,
): boolean {
  const aside = operationsOf(document, id).flatMap(
    (operation) => (operation["x-docwright-examples"] ?? []) as readonly Aside[],
  );
  return (
    findings.some((rule) => rule === "example-untyped" || rule === "example-url") ||
    aside.some((each) => each.page === page && each.line === line && each.request !== undefined)
  );
}

/** The documented value of an answer, and what it is called; undefined where it has none that JSON or text can show. */
function namedValue(
  { id }: PublishedOperation,
  { name, response }: PublishedExample,
  document: OpenApiDocument,
): { readonly key: string; readonly value: unknown } | undefined {
  const [own = "", page = ""] = [name, id].map((text) => text.replace(/[^\w.-]/g, "_"));
  const answers = operationsOf(document, id).flatMap(({ responses }) => responses[String(response?.status)] ?? []);
  const media = answers.flatMap((each) => ("content" in each ? Object.values(each.content ?? {}) : []));
  // Of two pages for one call that call their examples alike, the second one's has its page in its name.
  for (const key of [`${page}.${own}`, own])
    for (const { examples } of media) {
      const value = examples?.[key]?.value;
      if (value !== undefined) return { key, value };
    }
  return undefined;
}

/** The operations of the document that a page describes, be it beside others. */
function operationsOf({ paths }: OpenApiDocument, id: string): readonly OperationObject[] {
  const also = (operation: OperationObject): readonly unknown[] => [operation["x-docwright-also"] ?? []].flat();
  return Object.values(paths)
    .flatMap((path) => Object.values(path))
    .filter((operation) => operation["x-docwright-id"] === id || also(operation).includes(id));
}
