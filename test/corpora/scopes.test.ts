/** A program that uses 300 operations of all of v1.0, in few seconds. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { publishedApi } from "../../generator/emit/json/api-json.js";
import { readDocs } from "../../generator/readings.js";
import { answerFor, groupedByOperation } from "../../generator/scopes/answer.js";
import { accounts } from "../../generator/shared/permission-accounts.js";
import { openProgram } from "../../generator/scopes/program.js";
import { usesIn } from "../../generator/scopes/uses.js";
import { inFolder, put } from "../helpers/temporary.js";
import { corpora } from "./judge.js";

const scopes = suite("scopes over the corpora");
const docs = join(corpora, "graph-2021/api-reference/v1.0");

if (existsSync(docs)) {
  scopes("300 operations of v1.0: proven for each account, in less than 10 seconds", async () => {
    const { plan } = await readDocs(docs, { name: "graph", version: "1.0.0", license: "MIT" });
    const api = publishedApi(plan);
    const every = Math.floor(api.operations.length / 300);
    const names = api.operations
      .flatMap(({ function: name }, index) => (index % every === 0 ? [name] : []))
      .slice(0, 300);
    await inFolder((folder) => {
      put(folder, {
        "node_modules/graph/api.json": JSON.stringify(api),
        "main.ts": `import * as graph from "graph";\n${names.map((name) => `graph.${name}(client);`).join("\n")}`,
      });
      const program = openProgram(["main.ts"], folder);
      const used = groupedByOperation(usesIn(program, folder).uses);
      const answers = accounts.map((account) => answerFor(program.package.api, used, account));
      assert.is(used.length, 300);
      assert.equal(
        answers.map(({ proven }) => proven),
        [true, true, true],
      );
    });
  });
} else {
  console.log("skipped: scopes over the corpora (../shared/corpora is not there)");
}
scopes.run();
