/** Chapters of the README on what goes beyond a plain call. */
import { sampleCall } from "./readme-samples.js";
import { chapter, codeFence, creating, importing, type Book } from "./readme-page.js";

/** What an answer says beside its value. */
export function answerItself(book: Book): string {
  if (book.one === undefined) return "";
  const { plan } = book.one;
  return chapter(
    "Headers of an answer, request ids",
    codeFence([
      importing(book, [plan.name], "createClient", "withResponse"),
      "",
      creating(book),
      `const { value, response } = await withResponse(client, (one) => ${sampleCall(plan, "one")});`,
      `console.log(value, response.status, response.headers.get("request-id"));`,
    ]),
    "Of several answers, such as the pages of a list, it is the last one. An `ApiError` has its `requestId` by itself.",
  );
}

export function retries(book: Book): string {
  if (book.one === undefined) return "";
  const { plan } = book.one;
  return chapter(
    "Retries and timeouts",
    "For all calls of a client, and for one of them; `signal` ends a call with all its attempts:",
    codeFence([
      importing(book, [plan.name], "createClient"),
      "",
      creating(book, "token: () => acquireToken(), retry: { limit: 1 }, timeout: 20_000"),
      `const options = { timeout: 5_000, signal: AbortSignal.timeout(60_000) };`,
      `await ${sampleCall(plan, "client", "options")};`,
    ]),
    "`retry: { limit: 0 }` sends once only.",
  );
}

/** Where the API takes bytes. */
export function files(book: Book): string {
  if (book.bytes === undefined) return "";
  const { plan } = book.bytes;
  return chapter(
    "Files",
    "Blobs, files, buffers and streams are sent as they are. A stream can be sent once only: no failure is tried again.",
    codeFence([
      importing(book, [plan.name], "createClient"),
      "",
      creating(book),
      `const file = new Blob(["…"], { type: "application/octet-stream" });`,
      `await ${sampleCall(plan, "client", "file")};`,
      `await ${sampleCall(plan, "client", "file.stream()")};`,
    ]),
  );
}

export function beyondTheDocs(book: Book): string {
  if (book.one === undefined) return "";
  const { plan } = book.one;
  return chapter(
    "What the docs do not have yet",
    "Any header and query parameter can be given by its name, and a call can be described in the program:",
    codeFence([
      importing(book, [plan.name], "call", "createClient", "Operation"),
      "",
      creating(book),
      `const options = { query: { preview: "true" }, headers: { "X-Trace": "1" } };`,
      `await ${sampleCall(plan, "client", "options")};`,
      "",
      `const getThing: Operation = { id: "thing-get", method: "GET", routes: ["/things/{thingId}"], result: "object" };`,
      `const thing = await call<{ id: string }>(client, getThing, { where: { thingId: "1" } });`,
      "console.log(thing.id);",
    ]),
  );
}
