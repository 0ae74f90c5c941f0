/** Prism as a mock of the document: asks what the pages ask, and compares what comes back with what they show. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { OpenApiDocument, OperationObject } from "../../generator/emit/openapi/document.js";
import type { PublishedApi, PublishedExample, PublishedOperation } from "../../generator/model/published.js";
import type { Consumer } from "./consumers.js";
import { bin, moreMemory, node, TooLate, type Deadline } from "./tools.js";

const PRISM = "@stoplight/prism-cli";
const port = 4920;

export const prismConsumer: Consumer = {
  name: PRISM,
  package: PRISM,
  does: "answers documented requests as documented",
  async figure({ folder, file }, deadline) {
    const api: PublishedApi = JSON.parse(readFileSync(join(folder, "api.json"), "utf8"));
    const document: OpenApiDocument = JSON.parse(readFileSync(file, "utf8"));
    const { asked, wrong } = await askPrism(file, api, document, deadline);
    for (const line of wrong) console.log(`Prism: ${line}`);
    return `${asked - wrong.length} of ${asked}`;
  },
};

interface Answers {
  readonly asked: number;
  /** What was wrong, one line each. */
  readonly wrong: readonly string[];
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
    const examples = api.operations.flatMap((operation) =>
      operation.examples.flatMap((example) => (example.response === undefined ? [] : [{ operation, example }])),
    );
    const wrong: string[] = [];
    for (const { operation, example } of examples) {
      const shown = namedValue(operation, example, document);
      const flaw = await ask(example, shown, `http://127.0.0.1:${port}`, api.baseUrl ?? "");
      if (flaw !== undefined) wrong.push(`${operation.id} ${example.name}: ${flaw}`);
    }
    return { asked: examples.length, wrong };
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

/** What is wrong with the answer; undefined where it is the documented one. */
async function ask(
  { request, response }: PublishedExample,
  shown: ReturnType<typeof namedValue>,
  host: string,
  baseUrl: string,
): Promise<string | undefined> {
  const status = response?.status ?? 0;
  const body = request.body === undefined ? request.text : JSON.stringify(request.body);
  const answer = await fetch(addressAt(host, request.url, baseUrl), {
    method: request.method,
    redirect: "manual",
    headers: {
      ...request.headers,
      Authorization: "Bearer token",
      Prefer: [`code=${status}`, ...(shown === undefined ? [] : [`example=${shown.key}`])].join(", "),
    },
    ...(body !== undefined && { body }),
  });
  if (answer.status !== status) return `${answer.status} instead of ${status}: ${(await answer.text()).slice(0, 300)}`;
  if (shown === undefined) return undefined;
  const text = await answer.text();
  const value: unknown = typeof shown.value === "string" ? text.replace(/^"|"$/g, "") : JSON.parse(text);
  return isDeepStrictEqual(value, shown.value) ? undefined : `another body: ${text.slice(0, 300)}`;
}

/** The documented address at another host; the docs may leave the host out, or write one with placeholders. */
function addressAt(host: string, url: string, baseUrl: string): string {
  return (
    host +
    (baseUrl !== "" && url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url.replace(/^https?:\/\/[^/]*/, ""))
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
