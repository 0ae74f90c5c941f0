/** What generated code imports from the templates is there. */
import { Project } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fileURLToPath } from "node:url";
import { runtimeSymbols, testingSymbols } from "../../generator/plan/runtime.js";
import type { SymbolKind } from "../../generator/plan/runtime.js";

const runtime = suite("runtime symbols");
const templates = fileURLToPath(new URL("../../templates/", import.meta.url));

/** Kind of everything that a template's index exports by name. */
function exportsOf(folder: string): Record<string, SymbolKind> {
  const file = new Project({ skipAddingFilesFromTsConfig: true }).addSourceFileAtPath(`${templates}${folder}/index.ts`);
  return Object.fromEntries(
    file.getExportDeclarations().flatMap((declaration) => {
      assert.ok(declaration.hasNamedExports(), declaration.getText());
      return declaration
        .getNamedExports()
        .map((each) => [each.getName(), declaration.isTypeOnly() || each.isTypeOnly() ? "type" : "value"]);
    }),
  );
}

runtime("the table is the public surface of the runtime", () => {
  const sorted = (table: Readonly<Record<string, SymbolKind>>): [string, SymbolKind][] =>
    Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
  assert.equal(sorted(runtimeSymbols), sorted(exportsOf("runtime")));
});

runtime("what tests import is exported by testing/", () => {
  const exported = exportsOf("testing");
  for (const [name, kind] of Object.entries(testingSymbols)) assert.is(exported[name], kind, name);
});

runtime.run();
