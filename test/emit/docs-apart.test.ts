/** Doc comments go round ts-morph and come out where it would have printed them. */
import { IndentationText, Project, StructureKind, type StatementStructures } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { DocsApart } from "../../generator/emit/typescript/docs-apart.js";
import { comment } from "../../generator/emit/typescript/encode.js";

const docsApart = suite("docs apart");

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

docsApart("what is put back is what ts-morph prints of statements with their docs", () => {
  const apart = new DocsApart([...statements, "send();"]);
  const without = printed(apart.statements);
  assert.not.match(without, "What is sent");
  assert.is(apart.putBack(without), printed([...statements, "send();"]));
});

docsApart("no text of a page stands for a doc: its mark is left out of comments", () => {
  const apart = new DocsApart([
    {
      kind: StructureKind.TypeAlias,
      name: "Size",
      type: `{\n  /** ${comment("\u20600")} */\n  a: 1 }`,
      docs: ["Of it."],
    },
  ]);
  assert.match(apart.putBack(printed(apart.statements)), "/** 0 */");
});

docsApart.run();
