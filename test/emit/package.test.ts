import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { check } from "prettier";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { clientOptions } from "../../generator/emit/package/base-placeholders.js";
import { emitModule } from "../../generator/emit/typescript/emit-module.js";
import { formatFile } from "../../generator/emit/typescript/format.js";
import { packageFiles, packageSources, templateFiles } from "../../generator/emit/package/package.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import type { EarlierNames } from "../../generator/plan/plan.js";
import type { OutputFile } from "../../generator/shared/output-file.js";
import { denseJson, readableJson, readablePieces } from "../../generator/emit/json/readable.js";
import { api, library, operation, type } from "./sample-api.js";
import type { Client, ClientOptions, Fetch } from "../../templates/runtime/index.js";
import type { Api } from "../../generator/model/api.js";

const packaged = suite("package files");
const root = fileURLToPath(new URL("../../", import.meta.url));

async function emitPackage(given: Api, docsUrl?: string, previous?: EarlierNames): Promise<OutputFile[]> {
  const plan = planPackage(given, {
    name: "library-client",
    version: "1.2.3",
    license: "MIT",
    description: "Books.",
    ...(docsUrl !== undefined && { docsUrl }),
    ...(previous !== undefined && { previous }),
  });
  const modules = await Promise.all(plan.modules.map(emitModule));
  const sources = await Promise.all(packageSources(plan).map(formatFile));
  return [
    ...modules.flat(),
    ...sources,
    ...[...packageFiles(plan)].filter((file) => file !== undefined),
    ...(await templateFiles()),
  ];
}

function textOf(files: readonly OutputFile[], path: string): string {
  return files.find((file) => file.path === path)?.content ?? `no ${path}`;
}

function contains(text: string, ...parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `${part}\n\nis missing in\n\n${text}`);
}

const files = await emitPackage(library);

packaged("package.json: no dependencies, an entry a module, types first", () => {
  const manifest: { exports: Record<string, unknown> } & Record<string, unknown> = JSON.parse(
    textOf(files, "package.json"),
  );
  assert.is(manifest["dependencies"], undefined);
  assert.is(manifest["sideEffects"], false);
  assert.equal(manifest.exports["./loans/loan"], {
    types: "./dist/src/loans/loan.d.ts",
    default: "./dist/src/loans/loan.js",
  });
  assert.equal(Object.keys(JSON.parse(JSON.stringify(manifest.exports["."]))), ["types", "default"]);
  assert.ok(
    ["./client", "./runtime", "./testing", "./book", "./loans", "./fixtures/*", "./package.json"].every(
      (entry) => entry in manifest.exports,
    ),
  );
});

packaged("the index exports everything; the runtime gives way to the API", () => {
  contains(
    textOf(files, "src/index.ts"),
    `export * from "./book.js";`,
    "type List as RuntimeList,",
    `export * as Loans from "./loans/index.js";`,
    `export { getLoan, getLoanOperation } from "./loans/loan.js";`,
  );
  contains(textOf(files, "src/loans/index.ts"), `export * from "./list.js";`, `export * from "./loan.js";`);
});

packaged("the client knows the documented address, where there is one", async () => {
  contains(textOf(files, "src/client.ts"), `createClientFor({ baseUrl: "https://library.example/v1", ...options })`);
  contains(
    textOf(await emitPackage(api({ types: [type("book")] })), "src/client.ts"),
    `export { createClient } from "./runtime/index.js";`,
  );
});

const openAddress = "https://{tenant}.{default}.{1st}.{baseUrl}.{options}.{retry}.{token}.{größe}.books.example/v1";

packaged("placeholders of the address are called so that they mean nothing else, the same in the README", async () => {
  const emitted = await emitPackage({ ...library, baseUrl: openAddress });
  const names = [
    "tenant",
    "addressDefault",
    "_1st",
    "addressBaseUrl",
    "addressOptions",
    "addressRetry",
    "addressToken",
  ];
  const members = textOf(emitted, "src/client.ts").matchAll(/^ {2}readonly ([^?:]+): string;$/gmu);
  assert.equal(
    [...members].map(([, name]) => name),
    [...names, "größe"],
  );
  contains(
    textOf(emitted, "README.md"),
    `createClient({ ${names.map((name) => `${name}: "…"`).join(", ")}, größe: "…", `,
  );
});

packaged("no placeholder has the name of an option of the client", () => {
  const all: Record<keyof ClientOptions, true> = {
    baseUrl: true,
    token: true,
    fetch: true,
    headers: true,
    retry: true,
    timeout: true,
    middleware: true,
    sleep: true,
    now: true,
    random: true,
  };
  assert.equal(clientOptions, Object.keys(all));
});

packaged("a value that would choose the host that gets the token is refused, and named", async () => {
  const emitted = await emitPackage({ ...library, baseUrl: "https://{tenant}.books.example/v1" });
  await inFolder(emitted, async (folder) => {
    const { createClient }: { createClient: (options: object) => Client } = await import(
      pathToFileURL(join(folder, "src/client.ts")).href
    );
    for (const tenant of ["evil.example/", "evil.example?", "evil.example#", "me@evil.example/", "evil.example\\"])
      assert.throws(
        () => createClient({ tenant }),
        (error: unknown) => error instanceof TypeError && error.message.startsWith("tenant:"),
      );
    const asked: string[] = [];
    const fetch: Fetch = async (url) => {
      asked.push(url);
      return new Response("{}");
    };
    await createClient({ tenant: "north", fetch }).send({ method: "GET", url: "/books", headers: new Headers() });
    assert.equal(asked, ["https://north.books.example/v1/books"]);
  });
});

packaged("the README has an address for each base that docs can have, and text of the docs as text", async () => {
  const readmeOf = async (baseUrl: string): Promise<string> =>
    textOf(await emitPackage({ ...library, baseUrl }), "README.md");
  contains(await readmeOf("https://{host}:{port}"), `url.replace("https://…", "https://gateway.example")`);
  contains(await readmeOf("https://Books.example:443/v1"), `url.replace("https://books.example", `);
  contains(await readmeOf(`https://books".example/v1`), `url.replace("https://books\\".example", `);
});

packaged("the README shows this very API", async () => {
  contains(
    textOf(files, "README.md"),
    "npm install library-client",
    // most operations are about books, and reading one has a documented answer
    `import { createClient, getBook } from "library-client";`,
    `await getBook(client, { bookId: "…" });`,
    `import { get_book } from "library-client/fixtures/book";`,
    `import { createClient } from "library-client/client";`,
  );
});

packaged("at the root, the README says which names are the API's and how the runtime's are called", () => {
  contains(textOf(files, "README.md"), "these names are the API's own: `List` (the runtime's is `RuntimeList`)");
});

packaged("what one house has does not stand in the package of another", async () => {
  const plain = textOf(await emitPackage(api({ operations: [operation("x-get", ["get", "x"], ["/x"])] })), "README.md");
  for (const part of ["@azure/identity", "leastPrivileged", "createBatch"]) assert.not.ok(plain.includes(part), part);
});

packaged("a name by earlier rules is the same function, deprecated, and stays in api.json", async () => {
  const previous = { operations: [{ id: "book-get", function: "readBook" }] };
  const emitted = await emitPackage(library, undefined, previous);
  contains(
    textOf(emitted, "src/book.ts"),
    `/** @deprecated Is called getBook now. */\nexport const readBook: typeof getBook = getBook;`,
  );
  contains(textOf(emitted, "api.json"), `"function": "getBook",`, `"aliases": [ "readBook" ],`, `"nameRules": 2`);
});

packaged("OPERATIONS.md lists all functions with their modules and pages", async () => {
  contains(textOf(files, "OPERATIONS.md"), "| `lendBook` | `book` | lend book | api/book-lend.md |");
  contains(
    textOf(await emitPackage(library, "https://docs.example"), "OPERATIONS.md"),
    "[api/book-lend.md](https://docs.example/api/book-lend)",
  );
  const hostile = operation("x", ["get", "x"], ["/x"], { title: "a | b <script>`" });
  contains(textOf(await emitPackage(api({ operations: [hostile] })), "OPERATIONS.md"), "a \\| b \\<script\\>\\`");
  const marked = operation("x", ["get", "x"], ["/x"], { title: "@a *b* _c_ ~d~ https://e\u202e */" });
  contains(
    textOf(await emitPackage(api({ operations: [marked] })), "OPERATIONS.md"),
    "| @a \\*b\\* \\_c\\_ \\~d\\~ https\\://e \\*/ |",
  );
});

packaged("api.json tells what the docs say and how the package calls it", () => {
  const { schema, operations, types, baseUrl } = JSON.parse(textOf(files, "api.json"));
  const lend = operations.find((each: { id: string }) => each.id === "book-lend");
  assert.is(baseUrl, "https://library.example/v1");
  assert.is(schema, 1);
  assert.is(lend.function, "lendBook");
  assert.is(lend.line, 1);
  assert.is(lend.module, "book");
  assert.is(lend.constant, "lendBookOperation");
  assert.equal(lend.routes, ["/books/{bookId}/lend"]);
  const [lendBook] = library.operations.find(({ id }) => id === "book-lend")?.examples ?? [];
  assert.is(lendBook?.response?.status, 202);
  assert.equal(lend.examples, [
    {
      name: "lend_book",
      fixture: "lend_book",
      line: 1,
      request: lendBook?.request,
      response: lendBook?.response,
      heading: lendBook?.heading,
    },
  ]);
  assert.is(types.find((each: { name: string }) => each.name === "microsoft.graph.loans.loan").typescript, "Loan");
});

packaged("readableJson: one fact a line, and still JSON", () => {
  const long = "x".repeat(100);
  assert.is(readableJson({ a: [1, { b: null }], c: {}, d: undefined }), `{ "a": [ 1, { "b": null } ], "c": {} }`);
  assert.is(
    readableJson({ a: { long }, b: ["two", long] }),
    `{\n  "a": { "long": "${long}" },\n  "b": [ "two", "${long}" ]\n}`,
  );
});

packaged("readablePieces: joined, they are the same text", () => {
  const long = "x".repeat(100);
  for (const value of [
    { a: [{ long, b: [] }, { c: 1 }], d: undefined, e: [] },
    { a: [1], b: {} },
    {},
    [[long], [long]],
  ]) {
    const text = readablePieces(value, "", (inner, indent) => readablePieces(inner, indent, readableJson));
    assert.is(typeof text === "string" ? text : text.join(""), readableJson(value));
  }
});

packaged("denseJson: a line for each value so deep, nothing between its parts", () => {
  const value = { a: { b: { c: [1, { d: "\u200b" }], e: undefined }, f: 2 }, g: {} };
  assert.is(denseJson(value, 2), `{\n"a":{\n"b":{"c":[1,{"d":"\\u200b"}]},\n"f":2\n},\n"g":{}\n}`);
});

packaged("code is formatted, whoever formats it again", async () => {
  for (const { path, content } of files.filter(
    ({ path }) => path.endsWith(".ts") && !/^src\/(?:runtime|testing)\//u.test(path),
  )) {
    assert.ok(await check(content, { parser: "typescript", printWidth: 120, quoteProps: "preserve" }), path);
  }
});

packaged("no file has two names that differ in case alone, none an absolute path", () => {
  const paths = files.map(({ path }) => path);
  assert.is(new Set(paths.map((path) => path.toLowerCase())).size, paths.length);
  assert.equal(
    paths.filter((path) => path.startsWith("/") || path.includes("..") || path.includes("\\")),
    [],
  );
});

packaged("the package compiles under the strictest flags", async () => {
  for (const each of [files, await emitPackage({ ...library, baseUrl: openAddress })])
    await inFolder(each, async (folder) => {
      symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
      const { stdout, status } = spawnSync(
        process.execPath,
        [join(root, "node_modules/typescript/bin/tsc"), "-p", folder],
        { encoding: "utf8" },
      );
      assert.is(stdout, "");
      assert.is(status, 0);
    });
});

packaged.run();

async function inFolder(files: readonly OutputFile[], use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "docwright-"));
  try {
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
