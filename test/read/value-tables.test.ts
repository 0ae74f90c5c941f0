import { suite } from "uvu";
import * as assert from "uvu/assert";
import { operation, pageOf } from "./page-of.js";

const valueTables = suite("read/value-tables");

const parameters =
  "## Request body\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|scope|String|Who may read.|\n|days|Int32|How long.|";
const values = (header: string): string => `|${header}|Description|\n|:--|:--|\n|\`staff\`|Few.|\n|\`all\`|Everyone.|`;

/** `scope: staff, all`, and the rows that are left for the body. */
function read(...parts: readonly string[]): { enums: string[]; body: string[] } {
  const page = pageOf(operation({ middle: [parameters, ...parts].join("\n\n") }));
  const rows = (page.body?.tables ?? []).flatMap((table) => table.rows);
  return {
    enums: page.enums.map((table) => `${table.name}: ${table.members.map((member) => member.name).join(", ")}`),
    body: rows.map((row) => row.name.text),
  };
}

for (const parts of [
  [values("Scope value")],
  ["### scope", values("Value")],
  ["### Loan scopes", values("Value")],
  ["### Values of the scope parameter", values("Name")],
  ["The following values are allowed for the **scope** parameter.", values("Value")],
]) {
  valueTables(`the values of a parameter: ${parts[0]?.split("\n")[0] ?? ""}`, () => {
    assert.equal(read(...parts), { enums: ["scope: staff, all"], body: ["scope", "days"] });
  });
}

valueTables("values of something that no row here describes", () => {
  assert.equal(read(values("loanKind value")), { enums: ["loanKind: staff, all"], body: ["scope", "days"] });
});

valueTables("values of nobody knows what are no parameters either, and a finding", () => {
  assert.equal(read(values("Value")), { enums: [], body: ["scope", "days"] });
  const page = pageOf(operation({ middle: `${parameters}\n\n${values("Value")}` }));
  assert.equal(
    page.findings.map(({ rule, message }) => [rule, message]),
    [
      [
        "unread-table",
        "Nothing was read from this table, for its columns name no properties or parameters (Value | Description): staff, all.",
      ],
    ],
  );
});

valueTables("a sentence above the heading is not about the table below it", () => {
  const headers =
    "The values of **scope** are words.\n\n## Request headers\n\n|Name|Description|\n|:--|:--|\n|Prefer|What.|";
  const page = pageOf(operation({ middle: `${parameters}\n\n${headers}` }));
  assert.equal([page.enums, page.headers?.tables[0]?.rows.length], [[], 1]);
});

valueTables("a table of parameters is none of values", () => {
  for (const header of ["Name|Value", "Name|Type", "Name"])
    assert.equal(read(values(header)).body, ["scope", "days", "staff", "all"], header);
});

valueTables.run();
