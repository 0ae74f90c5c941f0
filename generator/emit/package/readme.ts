/** The README of the package: for this very API, and each example of it complete, so that it can be run. */
import { pascal } from "../../plan/identifier.js";
import { apiNamesAtRoot } from "../../plan/exports.js";
import type { Plan } from "../../plan/plan.js";
import { runtimeAlias, runtimeSymbols, type RuntimeSymbol } from "../../plan/runtime.js";
import { answerItself, beyondTheDocs, counting, files, largeFiles, logs, retries } from "./readme-calls.js";
import { requestIdsOf } from "./readme-house.js";
import { chapter, codeFence, creating, importing, originCode, type Book } from "./readme-page.js";
import { sampleCall, samplesOf } from "./readme-samples.js";

export function readme(plan: Plan): string {
  const book: Book = { plan, ...samplesOf(plan.modules), taken: new Set(apiNamesAtRoot(plan.modules)) };
  const { options } = plan;
  const chapters = [
    `# ${options.name}`,
    options.description ?? "A typed client, generated from the API's documentation.",
    `## Install\n\n\`\`\`sh\nnpm install ${options.name}\n\`\`\`\n\nAn ES module: CommonJS gets it by \`import()\`, and by \`require\` in Node 20.19 or later.`,
    firstCall(book),
    authorization(book),
    paging(book),
    counting(book),
    errors(book),
    answerItself(book),
    retries(book),
    files(book),
    largeFiles(book),
    batch(book),
    logs(book),
    onTheWay(book),
    beyondTheDocs(book),
    testing(book),
    mocking(book),
    imports(book),
    `All functions: [OPERATIONS.md](OPERATIONS.md). The model behind them, for other tools: \`${options.name}/api.json\`.`,
  ];
  return `${chapters.filter(Boolean).join("\n\n")}\n`;
}

function firstCall(book: Book): string {
  if (book.one === undefined) return "";
  const { plan } = book.one;
  return chapter(
    "First call",
    codeFence([
      importing(book, [plan.name], "createClient"),
      "",
      creating(book),
      `const result = await ${sampleCall(plan, "client")};`,
    ]),
    "Functions are called `name(client, where, what, options)`: `where` holds the parameters of the path, `what` the body, `options` query options, headers and a signal. A part that an operation does not have is left out.",
  );
}

function authorization(book: Book): string {
  const { api } = book.plan;
  const hasAccounts = api.operations.some(({ permissions }) => permissions.length > 0);
  const credential = [
    "A `TokenCredential` of `@azure/identity`, which keeps and renews its tokens:",
    codeFence([
      `import { DefaultAzureCredential } from "@azure/identity";`,
      importing(book, [], "createClient"),
      "",
      "const credential = new DefaultAzureCredential();",
      creating(book, `token: async () => (await credential.getToken(${originCode(book, "/.default")})).token`),
    ]),
  ];
  return chapter(
    "Authorization",
    "`token` is a bearer token, or a function that is asked for one before each attempt. It goes to the client's own origin only.",
    ...(hasAccounts ? credential : []),
    "A new token, once, when the service no longer takes the old one:",
    codeFence([
      importing(book, [], "createClient", "Middleware"),
      "",
      "let token = await acquireToken();",
      "const renew: Middleware = async (request, next) => {",
      "  const answer = await next(request);",
      "  if (answer.status !== 401) return answer;",
      "  token = await acquireToken();",
      "  return next(request);",
      "};",
      creating(book, "token: () => token, middleware: [renew]"),
    ]),
    hasAccounts ? "`leastPrivileged` tells which permissions a set of operations needs." : "",
  ).trimEnd();
}

function paging(book: Book): string {
  if (book.list === undefined) return "";
  const { plan } = book.list;
  return chapter(
    "Lists",
    codeFence([
      importing(book, [plan.name], "createClient"),
      "",
      creating(book),
      `const list = ${sampleCall(plan, "client")};`,
      "const firstPage = await list;",
      "console.log(firstPage.items.length);",
      "for await (const item of list) console.log(item); // page by page, all of them",
    ]),
    "A list is followed for 10,000 pages at most; `.pages({ limit })` says otherwise.",
  );
}

function errors(book: Book): string {
  if (book.one === undefined) return "";
  const { plan } = book.one;
  return chapter(
    "Errors",
    codeFence([
      importing(book, [plan.name], "createClient", "isApiError"),
      "",
      creating(book),
      "try {",
      `  await ${sampleCall(plan, "client")};`,
      "} catch (error) {",
      "  if (!isApiError(error)) throw error;",
      `  console.log(error.status, error.code${requestIdsOf(book).inErrors ? ", error.requestId" : ""});`,
      "}",
    ]),
    "What passes by itself is sent again first, three times unless `retry` says otherwise: a call that changes nothing when it is repeated after 429, 503, 504 or a lost answer, a `POST` or `PATCH` after 429, and after 503 if the service says when to come back.",
  );
}

function batch(book: Book): string {
  const isOData = book.plan.api.operations.some(({ query }) => query !== "none");
  if (book.one === undefined || !isOData) return "";
  const { plan } = book.one;
  return chapter(
    "Several calls in one request",
    codeFence([
      importing(book, [plan.name], "createBatch", "createClient"),
      "",
      creating(book),
      "const batch = createBatch(client);",
      "const results = await Promise.all([",
      `  ${sampleCall(plan, "batch")},`,
      `  ${sampleCall(plan, "batch")},`,
      "]);",
    ]),
  );
}

function onTheWay(book: Book): string {
  return chapter(
    "Telemetry, proxies",
    "Middleware sees each attempt, before the token is added:",
    codeFence([
      importing(book, [], "createClient", "Middleware"),
      "",
      "const timed: Middleware = async (request, next) => {",
      "  const start = performance.now();",
      "  const answer = await next(request);",
      "  console.log(request.method, answer.status, performance.now() - start);",
      "  return answer;",
      "};",
      creating(book, "token: () => acquireToken(), middleware: [timed]"),
    ]),
    "Your own `fetch` sends what is ready to go, for example to a gateway that stands between:",
    codeFence([
      importing(book, [], "createClient"),
      "",
      `const gateway = (url: string): string => url.replace(${originCode(book)}, "https://gateway.example");`,
      creating(book, "token: () => acquireToken(), fetch: (url, init) => fetch(gateway(url), init)"),
    ]),
    "With `NODE_USE_ENV_PROXY=1` the `fetch` of Node 24 goes through the proxy that `HTTPS_PROXY` names.",
  );
}

function testing(book: Book): string {
  if (book.answered === undefined) return "";
  const { plan, module, fixture } = book.answered;
  const { name } = book.plan.options;
  return chapter(
    "In your tests",
    "A client can be replaced by one that answers as documented:",
    codeFence([
      `import { ${fixture.name} } from "${name}/fixtures/${module.path}";`,
      `import { replay } from "${name}/testing";`,
      "",
      `await codeThatCalls${pascal(plan.name)}(replay(${fixture.name}));`,
    ]),
  );
}

/** All examples at once, for programs that make several calls, and for pages in a browser. */
function mocking(book: Book): string {
  if (book.answered === undefined) return "";
  const { plan } = book.answered;
  const { name } = book.plan.options;
  return chapter(
    "A mock of the service",
    "Answers every documented request as the documentation shows it, and refuses what contradicts that with an error that names the page. A client takes it as its `fetch`:",
    codeFence([
      importing(book, [plan.name], "createClient"),
      `import { createMock } from "${name}/mock";`,
      "",
      `const mock = createMock({ pageSize: 2, faults: ["503x1"] });`,
      creating(book, "fetch: mock.fetch"),
      `const result = await ${sampleCall(plan, "client")};`,
    ]),
    '`mock.respond` takes a `Request` and gives a `Response`, so that it serves MSW as one handler: `http.all(baseUrl + "/*", ({ request }) => mock.respond(request))`. The header `Prefer: example=name` or `Prefer: code=404` chooses among the documented answers; links lead back to the mock. Its options are in the types: page size, faults, latency, what is refused, whether it asks for tokens and remembers what is written.',
  );
}

function imports(book: Book): string {
  const { plan, one, taken } = book;
  const { name } = plan.options;
  const apart = (Object.keys(runtimeSymbols) as RuntimeSymbol[]).filter((each) => taken.has(each));
  const collisions = apart.map((each) => `\`${each}\` (the runtime's is \`${runtimeAlias(each, taken)}\`)`);
  return chapter(
    "Imports",
    `The root exports everything, and a compiler that reads it reads all ${plan.modules.length} modules; a bundle holds what is used, either way. Each module is an entry of its own, and spares editor and compiler the others:`,
    one === undefined
      ? ""
      : codeFence([
          `import { createClient } from "${name}/client";`,
          `import { ${one.plan.name} } from "${name}/${one.module.path}";`,
          "",
          creating(book),
          `await ${sampleCall(one.plan, "client")};`,
        ]),
    collisions.length === 0
      ? ""
      : `At the root these names are the API's own: ${collisions.join(", ")}. \`${name}/runtime\` has the runtime's by their plain names.`,
  ).trimEnd();
}
