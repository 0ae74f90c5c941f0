/** The little of an editor that talks to a language server: messages of the protocol over the pipes of a process. */
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { root } from "./npm.js";

export interface Diagnostic {
  readonly code: string;
  readonly source: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

const { NODE_V8_COVERAGE: _, ...environment } = process.env;

/** Starts the server with `folder` as workspace. */
export class Editor implements AsyncDisposable {
  readonly #server;
  #rest = Buffer.alloc(0);
  #id = 0;
  #version = 0;
  readonly #waiting: ((message: Message) => void)[] = [];
  readonly #arrived: Message[] = [];

  constructor(folder: string) {
    this.#server = spawn("node", ["--import", "tsx", "test/helpers/language-server.mjs", "--stdio"], {
      cwd: root,
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#server.stdout.on("data", (data: Buffer) => this.#read(data));
    const uri = pathToFileURL(folder).href;
    this.#send({
      id: ++this.#id,
      method: "initialize",
      params: { processId: process.pid, rootUri: uri, capabilities: {}, workspaceFolders: [{ uri, name: "docs" }] },
    });
  }

  async ready(): Promise<void> {
    await this.#until(({ id }) => id === 1);
    this.#send({ method: "initialized", params: {} });
  }

  /** What the server says of a page that is opened. */
  open(path: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(path).href;
    this.#send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "markdown", version: ++this.#version, text } },
    });
    return this.#diagnostics();
  }

  /** What it says once the page has another text. */
  change(path: string, text: string): Promise<readonly Diagnostic[]> {
    const textDocument = { uri: pathToFileURL(path).href, version: ++this.#version };
    this.#send({ method: "textDocument/didChange", params: { textDocument, contentChanges: [{ text }] } });
    return this.#diagnostics();
  }

  /** Texts of the quick fixes that it offers for a finding. */
  async fixes(path: string, diagnostic: Diagnostic): Promise<readonly string[]> {
    const uri = pathToFileURL(path).href;
    const id = ++this.#id;
    this.#send({
      id,
      method: "textDocument/codeAction",
      params: { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } },
    });
    const { result } = await this.#until((message) => message.id === id);
    const actions = result as readonly {
      readonly edit: { readonly changes: Record<string, readonly { readonly newText: string }[]> };
    }[];
    return actions.flatMap(({ edit }) =>
      Object.values(edit.changes).flatMap((edits) => edits.map(({ newText }) => newText)),
    );
  }

  async #diagnostics(): Promise<readonly Diagnostic[]> {
    const { params } = await this.#until(({ method }) => method === "textDocument/publishDiagnostics");
    return (params as { readonly diagnostics: readonly Diagnostic[] }).diagnostics;
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(data: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const end = this.#rest.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#rest.subarray(0, Math.max(end, 0)).toString())?.[1] ?? Infinity,
      );
      if (end < 0 || this.#rest.length < end + 4 + length) return;
      const message: Message = JSON.parse(this.#rest.subarray(end + 4, end + 4 + length).toString());
      this.#rest = this.#rest.subarray(end + 4 + length);
      // what it asks of an editor (settings, what to watch) is answered with nothing
      if (message.id !== undefined && message.method !== undefined) this.#answer(message);
      this.#arrived.push(message);
      for (const wake of this.#waiting.splice(0)) wake(message);
    }
  }

  #answer({ id, method, params }: Message): void {
    const items = (params as { readonly items?: readonly unknown[] } | undefined)?.items ?? [];
    const result = method === "workspace/configuration" ? items.map(() => ({ requireConfig: false })) : null;
    this.#send({ ...(id !== undefined && { id }), result });
  }

  async #until(is: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const at = this.#arrived.findIndex(is);
      const [found] = at < 0 ? [] : this.#arrived.splice(at, 1);
      if (found !== undefined) return found;
      await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("the language server says nothing")), 60_000);
        this.#waiting.push((message) => {
          clearTimeout(timer);
          resolve(message);
        });
      });
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#server.once("exit", () => resolve()));
    this.#server.kill();
    return gone;
  }
}
