/** What goes round ts-morph comes out where it would have printed it. */
import { IndentationText, Project, StructureKind, VariableDeclarationKind, type StatementStructures } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Apart } from "../../generator/emit/typescript/apart.js";
import { comment } from "../../generator/emit/typescript/encode.js";

const texts = suite("texts apart");

/** What ts-morph prints of statements. */
function printed(statements: readonly (StatementStructures | string)[]): string {
  const manipulationSettings = { indentationText: IndentationText.TwoSpaces };
  const project = new Project({ useInMemoryFileSystem: true, manipulationSettings });
  return project.createSourceFile("parcel.ts", { statements: [...statements] }).getFullText();
}

const lines = "\nWhat is sent.\n\n- by land\n\n@see parcel.md";
const statements: readonly StatementStructures[] = [
  {
    kind: StructureKind.Interface,
    name: "Parcel",
    docs: [lines],
    properties: [
      { name: "id", type: "string", docs: ["Its name, such as $1 or $&."] },
      { name: "weight", type: "number", docs: [lines] },
      { name: "size", type: "number", docs: ["In one,\nor in two lines."] },
      { name: "plain", type: "string" },
    ],
  },
  { kind: StructureKind.TypeAlias, name: "Parcels", type: "Parcel[]", docs: ["All of them."] },
  {
    kind: StructureKind.Function,
    name: "send",
    docs: ["In general."],
    overloads: [{ docs: ["In one way."] }, { docs: [lines] }],
  },
];

texts("what is put back is what ts-morph prints of statements with their docs", () => {
  const apart = new Apart([...statements, "send();"]);
  const without = printed(apart.statements);
  assert.not.match(without, "What is sent");
  assert.is(apart.putBack(without), printed([...statements, "send();"]));
});

const constant = (initializer: string): StatementStructures => ({
  kind: StructureKind.VariableStatement,
  declarationKind: VariableDeclarationKind.Const,
  isExported: true,
  docs: ["What send sends."],
  declarations: [{ name: "sent", type: "Operation", initializer }],
});

texts("constants and calls that are laid out are put back whole, other ones are printed", () => {
  const route = "/parcels/{parcelId}/".repeat(8);
  const sent = `{\n  id: "parcel-send",\n  routes: [\n    "${route}",\n  ],\n}`;
  const long = `{ id: "parcel-send", routes: ["${route}"] }`;
  const call = `test("It's $& sent", () => send());`;
  const apart = new Apart([constant(sent), constant(long), call, `${call.slice(0, -1)} /* ${route} */;`]);
  const without = printed(apart.statements);
  assert.is(without.match(/parcel-send/g)?.length, 1);
  assert.is(without.match(/test\(/g)?.length, 1);
  const text = apart.putBack(without);
  assert.match(text, `/** What send sends. */\nexport const sent: Operation = ${sent};\n`);
  assert.match(text, `\n${call}\n`);
});

texts("no text of a page stands for a doc: its mark is left out of comments", () => {
  const apart = new Apart([
    {
      kind: StructureKind.TypeAlias,
      name: "Size",
      type: `{\n  /** ${comment("\u20600")} */\n  a: 1 }`,
      docs: ["Of it."],
    },
  ]);
  assert.match(apart.putBack(printed(apart.statements)), "/** 0 */");
});

texts.run();
