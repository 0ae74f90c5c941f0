/**
 * Names that every object knows (`constructor`, `toString`, `__proto__`) stand on pages as well. No part of the generator may find them where
 * nobody wrote them, or lose them: tables are `Map`s, or are asked by `own` and `Object.hasOwn`.
 */
import { join } from "node:path";
import { Node, Project, SyntaxKind, type SourceFile, type Type } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root } from "./helpers/npm.js";

const prototypes = suite("prototypes");

/** Lines of a file that ask an object by a name that is not known to the compiler. */
function namedLookups(file: SourceFile): string[] {
  const found = [
    ...file
      .getDescendantsOfKind(SyntaxKind.ElementAccessExpression)
      .filter((access) => isAnyText(access.getArgumentExpressionOrThrow().getType())),
    ...file
      .getDescendantsOfKind(SyntaxKind.BinaryExpression)
      .filter((binary) => binary.getOperatorToken().getKind() === SyntaxKind.InKeyword)
      .filter((binary) => isAnyText(binary.getLeft().getType()) || Node.isTemplateExpression(binary.getLeft())),
  ];
  return found.map((node) => `${file.getBaseName()}: ${node.getText()}`).sort();
}

function isAnyText(type: Type): boolean {
  return type.isUnion() ? type.getUnionTypes().some(isAnyText) : type.isString() || type.isTemplateLiteral();
}

prototypes("what the test looks for", () => {
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { strict: true } });
  const file = project.createSourceFile(
    "sample.ts",
    `export declare const table: { [name: string]: string }, list: string[], name: string, key: "a" | "b", at: number;
     table[name]; table["a"]; table[key]; list[at]; name in table; "a" in table; table[\`\${name}!\`];`,
  );
  assert.equal(namedLookups(file), [
    "sample.ts: name in table",
    "sample.ts: table[`${name}!`]",
    "sample.ts: table[name]",
  ]);
});

prototypes("no part of the generator asks an object by a name of a page", () => {
  const project = new Project({ tsConfigFilePath: join(root, "generator/tsconfig.json") });
  const files = project.getSourceFiles().filter((file) => file.getBaseName() !== "own.ts");
  assert.ok(files.length > 100);
  assert.equal(files.flatMap(namedLookups), []);
});

prototypes.run();
