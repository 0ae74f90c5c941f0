/** What a program carries that makes one call: bytes of its bundle, gzipped. */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const test = suite("size");

const permissions = `{ delegatedWork: { least: [["Plan.Read"]], higher: [["Plan.ReadWrite"]] }, delegatedPersonal: "unsupported", application: "undetermined" }`;
const operation = (name: string, route: string, more: string): string =>
  `const ${name}Request = { id: "plan-${name}", method: "GET", routes: ["${route}"], ${more} };
   const ${name}Operation = /* @__PURE__ */ withPermissions(${name}Request, ${permissions});
   const ${name} = (client, where, options) => ${more.includes("list") ? "list" : "call"}(client, ${name}Request, { where, options });`;
const head = `import { call, createClient, list, withPermissions } from "./index.js";
  const graph = createClient({ baseUrl: "https://api.example/v1.0", token: () => acquireToken() });`;
const one = `${operation("getPlan", "/groups/{groupId}/plans/{planId}", `result: "object"`)} console.log(await getPlan(graph, { groupId: "1", planId: "2" }));`;
const all = `${operation("listPlans", "/groups/{groupId}/plans", `result: "list"`)} for await (const plan of listPlans(graph, { groupId: "1" })) console.log(plan);`;
const another = `${operation("getTask", "/users/{userId}/tasks/{taskId}", `result: "object"`)} console.log(await getTask(graph, { userId: "1", taskId: "2" }));`;

async function gzipped(program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL("../../templates/runtime/", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

test("one read with token, errors and retry: 2.0 KB", async () => {
  assert.ok((await gzipped(head + one)) <= 2048, `${await gzipped(head + one)} bytes`);
});

test("with paging: 2.6 KB", async () => {
  assert.ok((await gzipped(head + all)) <= 2662, `${await gzipped(head + all)} bytes`);
});

test("each further operation: 150 bytes", async () => {
  const further = (await gzipped(head + one + another)) - (await gzipped(head + one));
  assert.ok(further <= 150, `${further} bytes`);
});

test.run();
