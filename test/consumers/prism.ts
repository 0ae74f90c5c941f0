/** Prism as a mock of the document: asks what the pages ask, and compares what comes back with what they show. */
import { spawn } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import type { OpenApiDocument } from "../../generator/emit/openapi/document.js";
import type { PublishedApi, PublishedExample } from "../../generator/model/published.js";

export interface Answers {
  readonly right: number;
  readonly asked: number;
  /** What was wrong, one line each. */
  readonly wrong: readonly string[];
}

/** `program` and `words` start Prism on the document; `port` is where it then listens. */
export async function askPrism(
  [program, ...words]: readonly [string, ...string[]],
  port: number,
  api: PublishedApi,
  document: OpenApiDocument,
): Promise<Answers> {
  const prism = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  try {
    await listening(prism.stdout);
    const examples = api.operations.flatMap((operation) =>
      operation.examples.filter(({ response }) => response !== undefined),
    );
    const wrong: string[] = [];
    for (const example of examples) {
      const flaw = await ask(example, `http://127.0.0.1:${port}`, api.baseUrl ?? "", document);
      if (flaw !== undefined) wrong.push(`${example.name}: ${flaw}`);
    }
    return { asked: examples.length, right: examples.length - wrong.length, wrong };
  } finally {
    prism.kill();
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
  { name, request, response }: PublishedExample,
  host: string,
  baseUrl: string,
  document: OpenApiDocument,
): Promise<string | undefined> {
  const key = name.replace(/[^\w.-]/g, "_");
  const status = response?.status ?? 0;
  const shown = namedValue(document, key, String(status));
  const body = request.body === undefined ? request.text : JSON.stringify(request.body);
  const answer = await fetch(addressAt(host, request.url, baseUrl), {
    method: request.method,
    redirect: "manual",
    headers: {
      ...request.headers,
      Authorization: "Bearer token",
      Prefer: [`code=${status}`, ...(shown === undefined ? [] : [`example=${key}`])].join(", "),
    },
    ...(body !== undefined && { body }),
  });
  if (answer.status !== status) return `${answer.status} instead of ${status}: ${(await answer.text()).slice(0, 300)}`;
  if (shown === undefined) return undefined;
  const text = await answer.text();
  const value: unknown = typeof shown === "string" ? text.replace(/^"|"$/g, "") : JSON.parse(text);
  return isDeepStrictEqual(value, shown) ? undefined : `another body: ${text.slice(0, 300)}`;
}

/** The documented address at another host; the docs may leave the host out, or write one with placeholders. */
function addressAt(host: string, url: string, baseUrl: string): string {
  return (
    host +
    (baseUrl !== "" && url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url.replace(/^https?:\/\/[^/]*/, ""))
  );
}

/** The documented value of an answer; undefined where it has none that JSON or text can show. */
function namedValue(document: OpenApiDocument, key: string, status: string): unknown {
  const responses = Object.values(document.paths).flatMap((path) =>
    Object.values(path).flatMap((operation) => operation.responses[status] ?? []),
  );
  const media = responses.flatMap((each) => ("content" in each ? Object.values(each.content ?? {}) : []));
  return media.map(({ examples }) => examples?.[key]?.value).find((value) => value !== undefined);
}
