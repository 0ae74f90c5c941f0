/** What a package knows of its house beside OData's ways: how errors come, in its tests as well, and what its README may promise. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { clientSource } from "../../generator/emit/package/client-file.js";
import { packageFiles, templateFiles } from "../../generator/emit/package/package.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import type { Api, ErrorBody, Example } from "../../generator/model/api.js";
import type { AnyFixture, Client } from "../../templates/runtime/index.js";
import { inFolder, put } from "../helpers/temporary.js";
import { api, example, object, operation, type } from "./sample-api.js";

const house = suite("emit/house");

/** `{ "problem": { "reason": "…", "says": "…" } }` */
const errorBody: ErrorBody = { at: "problem", isList: false, code: "reason", message: "says" };

function planOf(more: Partial<Api>, examples: readonly Example[] = []) {
  const get = operation("get-book", ["get", "book"], ["/books/{bookId}"], {
    query: "none",
    result: { kind: "object", type: object("book"), unwrap: false },
    examples,
  });
  return planPackage(api({ types: [type("book")], operations: [get], ...more }), {
    name: "books",
    version: "1.0.0",
    license: "MIT",
  });
}

function readmeOf(...given: Parameters<typeof planOf>): string {
  return [...packageFiles(planOf(...given))].find((file) => file?.path === "README.md")?.content ?? "";
}

house("a replayed error says what an error of the house says", async () => {
  await inFolder(async (folder) => {
    const files = [
      ...(await templateFiles()),
      { path: "src/client.ts", content: clientSource(planOf({ errorBody })) },
      { path: "package.json", content: `{ "type": "module" }` },
    ];
    put(folder, Object.fromEntries(files.map(({ path, content }) => [path, content])));
    const load = (path: string) => import(pathToFileURL(join(folder, path)).href);
    const { replay }: { replay: (fixture: AnyFixture) => Client } = await load("src/testing/index.ts");
    const { call }: { call: (client: Client, ...parts: object[]) => Promise<unknown> } =
      await load("src/runtime/index.ts");
    const fixture: AnyFixture = {
      name: "gone",
      page: "api/book-get.md",
      request: { method: "GET", url: "https://books.example/books/1", headers: {} },
      response: { status: 404, headers: {}, body: { problem: { reason: "lost", says: "Nobody has it." } } },
    };
    const get = { id: "get-book", method: "GET", routes: ["/books/1"], result: "object" };
    const error: unknown = await call(replay(fixture), get, {}).catch((thrown: unknown) => thrown);
    assert.is(String(error), "ApiError: lost: Nobody has it. (404)");
  });
});

house("request ids are promised where the docs show any: in errors, in answers, in neither", () => {
  const nowhere = readmeOf({ errorBody });
  assert.match(nowhere, /^## Headers of an answer$/m);
  assert.not.match(nowhere, /request-?id/i);
  const inErrors = readmeOf({ errorBody: { ...errorBody, requestId: "trace" } });
  assert.match(inErrors, /error\.code, error\.requestId/);
  assert.not.match(inErrors, /headers\.get\("request-id"\)/);
  const shown = example("get", "GET", "/books/1", {
    response: { status: 200, headers: { "X-Request-Id": "1" }, body: {} },
  });
  const inAnswers = readmeOf({ errorBody }, [shown]);
  assert.match(inAnswers, /headers\.get\("x-request-id"\)/);
  assert.not.match(inAnswers, /error\.requestId/);
});

house.run();
