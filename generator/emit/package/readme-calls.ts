/** Chapters of the README on what goes beyond a plain call. */
import { literal } from "../typescript/encode.js";
import { requestIdsOf } from "./readme-house.js";
import { sampleCall } from "./readme-samples.js";
import { chapter, codeFence, creating, importing, type Book } from "./readme-page.js";

/** What an answer says beside its value. */
export function answerItself(book: Book): string {
  if (book.one === undefined) return "";
  const { plan } = book.one;
  const { header, inErrors } = requestIdsOf(book);
  return chapter(
    header === undefined ? "Headers of an answer" : "Headers of an answer, request ids",
    codeFence([
      importing(book, [plan.name], "createClient", "withResponse"),
      "",
      creating(book),
      `const { value, response } = await withResponse(client, (one) => ${sampleCall(plan, "one")});`,
      `console.log(value, response.status, response.headers.get(${literal(header ?? "content-type")}));`,
    ]),
    `Of several answers, such as the pages of a list, it is the last one.${inErrors ? " An `ApiError` has its `requestId` by itself." : ""}`,
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

/** Where the API has sessions that take a file in pieces. */
export function largeFiles(book: Book): string {
  if (book.session === undefined) return "";
  const { plan } = book.session;
  return chapter(
    "Large files",
    "A session takes a file piece by piece; a piece that got lost is sent again:",
    codeFence([
      importing(book, [plan.name], "createClient", "upload"),
      "",
      creating(book),
      `const session = await ${sampleCall(plan, "client")};`,
      `const file = new Blob(["…"]); // in Node also what \`openAsBlob(path)\` gives, which reads the file as it is sent`,
      "await upload(client, session, file, { progress: (sent, total) => console.log(sent, total) });",
    ]),
    "Of a stream the size has to be known:",
    codeFence([
      importing(book, [plan.name], "createClient", "upload"),
      "",
      creating(book),
      `const session = await ${sampleCall(plan, "client")};`,
      `const { body, headers } = await fetch("https://files.example/report.pdf");`,
      `if (body) await upload(client, session, { stream: body, size: Number(headers.get("content-length")) });`,
    ]),
    "An upload that was interrupted goes on with the session that the service tells anew, with its `nextExpectedRanges`; `cancelUpload(client, session)` gives it up.",
  );
}

/** Where lists can be counted. */
export function counting(book: Book): string {
  if (book.counted === undefined) return "";
  const { plan } = book.counted;
  return chapter(
    "Counting",
    "How many items there are, without any of them, and beside the first page:",
    codeFence([
      importing(book, [plan.name], "countOf", "createClient"),
      "",
      creating(book),
      `console.log(await countOf(client, (one) => ${sampleCall(plan, "one")}));`,
      `const { items, count } = await ${sampleCall(plan, "client", "{ count: true }")};`,
      "console.log(items.length, count);",
    ]),
  );
}

export function logs(book: Book): string {
  return chapter(
    "Logging",
    "Middleware that tells of each attempt; of `off`, `error`, `warn`, `info` and `debug` each level tells more, `warn` unless given:",
    codeFence([
      importing(book, [], "createClient", "logging"),
      "",
      creating(book, `token: () => acquireToken(), middleware: [logging({ level: "info", logger: console })]`),
    ]),
    "`logger` is the console or anything with its four methods. No level tells tokens, bodies, values of the query, or of addresses outside the service more than the origin; of headers `debug` tells the values that cannot be a secret.",
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
