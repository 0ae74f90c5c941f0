/** Every example of the generated README compiles under the package's own settings, and does what is said of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { Project, ts } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root } from "../helpers/npm.js";

const readme = suite("the examples of the README");
const text = readFileSync(join(root, "output/README.md"), "utf8");
const { name }: { name: string } = JSON.parse(readFileSync(join(root, "output/package.json"), "utf8"));

/** Chapter and code of each example. */
const examples = text.split(/^## /mu).flatMap((chapter) => {
  const title = chapter.split("\n", 1)[0] ?? "";
  return [...chapter.matchAll(/^```ts\n(.*?)^```/gmsu)].map(([, code = ""]) => ({ title, code }));
});

/** What a reader brings along. */
const prelude = `
declare global {
  function acquireToken(): Promise<string>;
  function codeThatCallsGetSynchronizationJob(client: import("PACKAGE").Client): Promise<unknown>;
}
`;
const identity = `export class DefaultAzureCredential { async getToken(scope: string) { return { token: \`for \${scope}\`, expiresOnTimestamp: 0 }; } }`;

/** What the package calls itself by, as paths below `output/`. */
function resolved(specifier: string): string | undefined {
  if (specifier === name) return "src/index";
  if (!specifier.startsWith(`${name}/`)) return undefined;
  const path = specifier.slice(name.length + 1);
  if (path.startsWith("fixtures/")) return path;
  if (path === "mock") return "mock/index";
  return `src/${["runtime", "testing"].includes(path) ? `${path}/index` : path}`;
}

function withPaths(code: string): string {
  return code.replace(/(?<=from ")[^"]+(?=")/gu, (specifier) => {
    const path = resolved(specifier);
    return path === undefined ? "./identity.js" : `./${path}.js`;
  });
}

readme("all compile", () => {
  const project = new Project({ tsConfigFilePath: join(root, "output/tsconfig.json") });
  project.createSourceFile(join(root, "output/identity.ts"), identity);
  project.createSourceFile(
    join(root, "output/prelude.ts"),
    `export {};${prelude.replace("PACKAGE", "./src/index.js")}`,
  );
  const files = examples.map(({ code }, i) =>
    project.createSourceFile(join(root, `output/example-${i}.ts`), `${withPaths(code)}\nexport {};\n`),
  );
  const problems = files.flatMap((file) => file.getPreEmitDiagnostics());
  assert.equal(
    problems.map(
      (one) =>
        `${one.getSourceFile()?.getBaseName()}: ${ts.flattenDiagnosticMessageText(one.compilerObject.messageText, " ")}`,
    ),
    [],
  );
});

interface Outcome {
  /** Method, address and authorization of each request. */
  readonly sent: readonly string[];
  readonly logged: readonly (readonly unknown[])[];
}

/** Runs an example; `more` is added to its code. `answers` are given in order, the last one again and again. */
async function run(code: string, answers: readonly Response[], more = ""): Promise<Outcome> {
  const sent: string[] = [];
  const logged: unknown[][] = [];
  let tokens = 0;
  const globals = {
    acquireToken: async () => `token ${++tokens}`,
    codeThatCallsGetSynchronizationJob: async (client: { send(request: object): Promise<Response> }) => {
      const url = "/applications/a/synchronization/jobs/b";
      const answer = await client.send({ method: "GET", url, headers: new Headers() }).catch(String);
      logged.push([typeof answer === "string" ? answer : answer.status]);
    },
    console: {
      log: (...values: unknown[]) => void logged.push(values),
      info: (...values: unknown[]) => void logged.push(values),
    },
    fetch: async (url: string, { method, headers }: { method?: string; headers?: Headers } = {}) => {
      sent.push(`${method} ${url} ${decodeURIComponent(headers?.get("authorization") ?? "")}`.trim());
      return (answers[Math.min(sent.length, answers.length) - 1] ?? Response.error()).clone();
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: `${withPaths(code)}\n${more}\nexport {};`, resolveDir: join(root, "output"), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    plugins: [
      {
        name: "identity",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\/identity\.js$/ }, () => ({ path: "identity", namespace: "identity" }));
          onLoad({ filter: /.*/, namespace: "identity" }, () => ({ contents: identity, loader: "ts" }));
        },
      },
    ],
  });
  const bundle = outputFiles[0]?.text ?? "";
  const body = bundle.replace(/^export \{.*?\};?$/gmsu, "");
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction(...Object.keys(globals), body)(...Object.values(globals));
  return { sent, logged };
}

function example(title: string, part: string): string {
  const found = examples.find((each) => each.title === title && each.code.includes(part));
  assert.ok(found, `no example of ${part} in ${title}`);
  return found?.code ?? "";
}

const json = (body: object, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { headers: { "content-type": "application/json" }, ...init });
const job = "https://graph.microsoft.com/beta/applications/%E2%80%A6/synchronization/jobs/%E2%80%A6";
const call = `import { getSynchronizationJob } from "${name}";\nawait getSynchronizationJob(client, { applicationId: "…", synchronizationJobId: "…" });`;

readme("the first call sends a token", async () => {
  const { sent } = await run(example("First call", "getSynchronizationJob"), [json({ id: "1" })]);
  assert.equal(sent, [`GET ${job} Bearer token 1`]);
});

readme("a credential's token is asked for the service's own scope", async () => {
  const { sent } = await run(example("Authorization", "DefaultAzureCredential"), [json({})], withPaths(call));
  assert.equal(sent, [`GET ${job} Bearer for https://graph.microsoft.com/.default`]);
});

readme("after 401 there is a new token, once", async () => {
  const code = example("Authorization", "renew");
  const refused = (): Response => json({ error: { code: "expired" } }, { status: 401 });
  const { sent } = await run(code, [refused(), json({})], withPaths(call));
  assert.equal(sent, [`GET ${job} Bearer token 1`, `GET ${job} Bearer token 2`]);
  const twice = await run(
    code,
    [refused()],
    withPaths(call.replace("await", "await Promise.allSettled([").replace(/;$/u, "]);")),
  );
  assert.is(twice.sent.length, 2);
});

readme("a list is read page by page", async () => {
  const next = "https://graph.microsoft.com/beta/next";
  const pages = [
    json({ value: [{ id: "1" }], "@odata.nextLink": next }),
    json({ value: [{ id: "1" }], "@odata.nextLink": next }),
    json({ value: [{ id: "2" }] }),
  ];
  const { sent, logged } = await run(example("Lists", "for await"), pages);
  assert.equal(logged, [[1], [{ id: "1" }], [{ id: "2" }]]);
  assert.is(sent.length, 3);
});

readme("an error tells status, code and request id", async () => {
  const answer = json({ error: { code: "gone", message: "", innerError: { "request-id": "r1" } } }, { status: 404 });
  const { logged } = await run(example("Errors", "isApiError"), [answer]);
  assert.equal(logged, [[404, "gone", "r1"]]);
});

readme("a call tells its answer's status and request id beside its value", async () => {
  const answer = json({ id: "1" }, { headers: { "request-id": "r1" } });
  const { logged } = await run(example("Headers of an answer, request ids", "withResponse"), [answer]);
  assert.equal(logged, [[{ id: "1" }, 200, "r1"]]);
});

readme("what failed is sent again as often as the client says", async () => {
  const busy = new Response("", { status: 503, headers: { "retry-after": "0" } });
  const code = example("Retries and timeouts", "retry: { limit: 1 }");
  const failed = run(code.replace(/await (getSynch.*);/u, "await $1.catch((error) => console.log(error.status));"), [
    busy,
  ]);
  const { sent, logged } = await failed;
  assert.is(sent.length, 2);
  assert.equal(logged, [[503]]);
});

readme("a file is sent as a blob and as a stream", async () => {
  const { sent } = await run(example("Files", "Blob"), [new Response(null, { status: 204 })]);
  const logo =
    "https://graph.microsoft.com/beta/applications/%E2%80%A6/synchronization/templates/%E2%80%A6/logo/$value";
  assert.equal(sent, [`PUT ${logo} Bearer token 1`, `PUT ${logo} Bearer token 2`]);
});

const began = json({ uploadUrl: "https://files.example/up/1", nextExpectedRanges: ["0-"] }, { status: 201 });
const handbook =
  "https://graph.microsoft.com/beta/applications/%E2%80%A6/synchronization/templates/%E2%80%A6/createUploadSession";

readme("a large file goes to the session's address, without the token", async () => {
  const { sent, logged } = await run(example("Large files", "progress"), [began, json({ id: "1" })]);
  assert.equal(sent, [`POST ${handbook} Bearer token 1`, "PUT https://files.example/up/1"]);
  assert.equal(logged, [[3, 3]]);
});

readme("a stream goes there with its size", async () => {
  const file = new Response("a file", { headers: { "content-length": "6" } });
  const { sent } = await run(example("Large files", "stream: body"), [began, file, json({ id: "1" })]);
  assert.equal(sent, [
    `POST ${handbook} Bearer token 1`,
    "undefined https://files.example/report.pdf",
    "PUT https://files.example/up/1",
  ]);
});

readme("a list is counted without its items, and beside its first page", async () => {
  const page = json({ "@odata.count": 893, value: [{ id: "1" }] });
  const { sent, logged } = await run(example("Counting", "countOf"), [new Response("893"), page]);
  const owners = job + "/owners";
  assert.equal(sent, [`GET ${owners}/$count Bearer token 1`, `GET ${owners}?$count=true Bearer token 2`]);
  assert.equal(logged, [[893], [1, 893]]);
});

readme("each attempt is told", async () => {
  const { logged } = await run(example("Logging", "logging"), [json({})], withPaths(call));
  assert.is(logged.length, 1);
  assert.match(String(logged[0]?.[0]), /^GET \/applications\/.* 200$/u);
});

readme("parameters and calls that the docs do not have", async () => {
  const { sent, logged } = await run(example("What the docs do not have yet", "call"), [json({ id: "1" })]);
  const thing = "https://graph.microsoft.com/beta/things/1";
  assert.equal(sent, [`GET ${job}?preview=true Bearer token 1`, `GET ${thing} Bearer token 2`]);
  assert.equal(logged, [["1"]]);
});

readme("calls of a batch travel together", async () => {
  const responses = ["1", "2"].map((id) => ({ id, status: 200, body: { id } }));
  const { sent } = await run(example("Several calls in one request", "createBatch"), [json({ responses })]);
  assert.equal(sent, ["POST https://graph.microsoft.com/beta/$batch Bearer token 1"]);
});

readme("middleware sees method and status", async () => {
  const { logged } = await run(example("Telemetry, proxies", "timed"), [json({})], withPaths(call));
  assert.equal(
    logged.map((values) => values.slice(0, 2)),
    [["GET", 200]],
  );
});

readme("a gateway gets the call in place of the service", async () => {
  const { sent } = await run(example("Telemetry, proxies", "gateway"), [json({})], withPaths(call));
  assert.equal(sent, [`GET ${job.replace("graph.microsoft.com", "gateway.example")} Bearer token 1`]);
});

readme("a fixture answers in place of the service", async () => {
  const { sent, logged } = await run(example("In your tests", "replay"), []);
  assert.equal(sent, []);
  assert.is(logged.length, 1);
});

readme("a mock answers in place of the service, and what passes by itself is sent again", async () => {
  const code = example("A mock of the service", "createMock");
  const { sent, logged } = await run(code, [], "console.log(result.id);");
  assert.equal(sent, []);
  assert.equal(logged, [["contosoHr.bd2b1a5f6c3d4e7f8a9b0c1d2e3f4a5b.3c9e2f7a-5b1d-4a86-9e0c-7d4f2b8a6c13"]]);
});

readme("modules and the client are entries of their own", async () => {
  const { sent } = await run(example("Imports", "/client"), [json({})]);
  assert.equal(sent, [`GET ${job} Bearer token 1`]);
});

readme.run();
