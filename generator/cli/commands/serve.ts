/** `docwright serve`: reads the docs, answers requests as they show, reads again what changes, until it is told to end. */
import { existsSync } from "node:fs";
import { fork } from "node:child_process";
import { once } from "node:events";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../config.js";
import type { Answer, Question } from "../mock-reader.js";
import type { MockReading } from "../../result.js";
import { failureLines, shownPath } from "../report.js";
import type { Terminal } from "../terminal.js";
import { changesOf, type Changes } from "../watch.js";
import { loadCore, mockOf, type Core, type CoreMock, type CoreOptions } from "../../serve/core.js";
import { keepHeapSmall } from "../../serve/heap.js";
import { indexPage } from "../../serve/index-page.js";
import { logLine } from "../../serve/log.js";
import { mergeModels } from "../../serve/merge.js";
import type { Respond, Server } from "../../serve/server.js";
import { systemCode } from "../../shared/files/system-error.js";
import { UsageError } from "../../shared/usage-error.js";
import { exitCode, type Call } from "./call.js";
import { optimizeAsUsual } from "../../run/optimizing.js";

const defaultPort = 4010;
const latencyForm = /^(\d{1,6})(?:-(\d{1,6}))?$/;
const mostPort = 65_535;
const nothing: MockReading["model"] = {
  data: { odata: false, operations: [] },
  shapes: { types: {}, enums: {}, bodies: {} },
  fixtures: {},
};

/** Resolves when the server was told to end. Throws a `UsageError` when there are no docs, or for a setting that is none. */
export async function runServe({ settings, terminal }: Call): Promise<number> {
  const started = performance.now();
  const docs = settings.docs ?? resolve("docs");
  if (!existsSync(docs)) throw new UsageError(`${shownPath(docs)} does not exist: say which folder or page to read.`);
  const { host = "127.0.0.1", port = defaultPort } = settings;
  if (port > mostPort) throw new UsageError(`--port ${port}: ports end at ${mostPort}.`);
  const options = coreOptions(settings, terminal);
  const reader = new AbortController();
  const read = (): Promise<MockReading> => readInChild(docs, settings, terminal, reader.signal);
  const core = await loadCore();
  // What is wrong with the settings is told before the docs are read.
  mockFor(core, nothing, options);
  // What HTTP needs is loaded while another process reads.
  const [first, waiting] = await Promise.all([read(), makeServer((request) => shop.respond(request))]);
  const shop = openShop(core, first, options);
  const server = await waiting.listen({ host, port }).catch(noPlace);
  const ended = endSignal();
  const changes = settings.reload === false ? undefined : changesOf(docs, settings);
  if (changes !== undefined) void keepUp(changes, () => takeUp(read, shop, terminal));
  const { operations } = first.model.data;
  terminal.print([
    `${server.origin}  ${operations.length} operations of ${shownPath(docs)}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    ...(first.errors > 0 ? [`The docs have ${first.errors} errors: docwright generate lists them.`] : []),
    "Ctrl+C ends it.",
  ]);
  optimizeAsUsual();
  // Not sooner: while it loads, what it holds grows, and looking for garbage costs time.
  keepHeapSmall();
  await ended;
  changes?.close();
  reader.abort();
  await server.close();
  return exitCode.clean;
}

async function makeServer(respond: Respond): Promise<Server> {
  const { createServer } = await import("../../serve/server.js");
  return createServer(respond);
}

function noPlace(error: unknown): never {
  const code = systemCode(error);
  if (code === undefined || !(error instanceof Error)) throw error;
  throw new UsageError(`The server cannot listen: ${error.message}. Choose another --port (0 for any) or --host.`);
}

/** Resolves at the first request to end; the second one ends the process as the system would. */
function endSignal(): Promise<unknown> {
  return Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}

function coreOptions(
  { fault, latency, seed, pageSize, lenient, auth = false, state = false, quiet, json }: Settings,
  terminal: Terminal,
): CoreOptions {
  const [, from, to = from] = latencyForm.exec(latency ?? "0") ?? [];
  if (from === undefined)
    throw new UsageError(`--latency ${latency}: write milliseconds, 300, or from and to, 200-800.`);
  return {
    check: lenient ? "warn" : "refuse",
    auth,
    state,
    latency: [Number(from), Number(to)],
    ...(fault && { faults: fault }),
    ...(seed !== undefined && { seed }),
    ...(pageSize !== undefined && { pageSize }),
    ...(!quiet && { log: (entry) => terminal.print([logLine(entry, json === true)]) }),
  };
}

/** What is served now. */
interface Shop {
  readonly respond: (request: Request) => Promise<Response>;
  /** Takes up what the pages say now; requests that came before end as they began. */
  change(reading: MockReading): void;
}

function openShop(core: Core, { model: first, root }: MockReading, options: CoreOptions): Shop {
  let model = first;
  let mock = mockFor(core, model, options);
  return {
    async respond(request) {
      const { pathname, origin } = new URL(request.url);
      if (pathname !== "/" || request.method !== "GET" || isDocumented(model)) return mock.respond(request);
      return new Response(indexPage(model, origin), { headers: { "content-type": "text/html; charset=utf-8" } });
    },
    change(reading) {
      model = mergeModels(model, reading.model, (path) => existsSync(join(root, path)));
      mock = mockFor(core, model, options);
    },
  };
}

function isDocumented({ data: { operations } }: MockReading["model"]): boolean {
  return operations.some(({ method, routes }) => method === "GET" && routes.includes("/"));
}

/** Throws a `UsageError` for a fault that is none. */
function mockFor(core: Core, model: MockReading["model"], options: CoreOptions): CoreMock {
  try {
    return mockOf(core, model, options);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`--fault ${error.message}.`);
    throw error;
  }
}

async function keepUp(changes: Changes, takeUpAll: () => Promise<void>): Promise<void> {
  while (await changes.next()) await takeUpAll();
}

/** Reads the docs again. What goes wrong is told, and harms nobody. */
async function takeUp(read: () => Promise<MockReading>, shop: Shop, terminal: Terminal): Promise<void> {
  try {
    const reading = await read();
    shop.change(reading);
    terminal.print([`The docs have changed: ${reading.model.data.operations.length} operations.`]);
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return;
    terminal.complain([
      `The docs have changed and cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

/** Throws what `readMock` throws. */
async function readInChild(
  docs: string,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<MockReading> {
  const program = fileURLToPath(new URL(`../mock-reader${extname(import.meta.url)}`, import.meta.url));
  const child = fork(program, { serialization: "advanced", signal });
  const question: Question = { docs, settings };
  child.send(question);
  const answer = await new Promise<Answer>((resolve, reject) => {
    child.once("message", (message: Answer) => resolve(message));
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`Reading ended early (${signal ?? code}).`)));
  });
  if ("failure" in answer) throw answer.usage ? new UsageError(answer.failure) : new Error(answer.failure);
  terminal.complain([...answer.told, ...failureLines(answer.reading.failedPages)]);
  return answer.reading;
}
