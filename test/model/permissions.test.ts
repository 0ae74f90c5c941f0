/** Permission tables as data: what is least, what is higher privileged. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, operation, operationOf } from "./api-of.js";
import type { Permission, Permissions } from "../../generator/model/api.js";

const permissionTests = suite("model/permissions");

const rising = "Permissions (from least to most privileged)";
const falling = "Permissions (from most to least privileged)";
const silent = "Permissions";

function table(header: string, cell: string): string {
  return `|Permission type|${header}|\n|:--|:--|\n|Delegated (work or school account)|${cell}|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|None.|`;
}

function read(permissions: string): readonly Omit<Permissions, "line" | "lines">[] {
  const { permissions: tables } = operationOf(apiOf({ "api/parcel-get.md": operation({ permissions }) }));
  return tables.map(({ line: _line, lines: _lines, ...table }) => table);
}

const cells: readonly (readonly [why: string, header: string, cell: string, permission: Permission | undefined])[] = [
  ["one name needs no order", silent, "Parcel.Read", { least: [["Parcel.Read"]], higher: [] }],
  [
    "the first is the least",
    rising,
    "Parcel.Read, Parcel.ReadWrite, Depot.All.Write",
    { least: [["Parcel.Read"]], higher: [["Parcel.ReadWrite"], ["Depot.All.Write"]] },
  ],
  [
    "the last is the least where the header says so",
    falling,
    "Depot.All.Write, Parcel.ReadWrite, Parcel.Read",
    { least: [["Parcel.Read"]], higher: [["Parcel.ReadWrite"], ["Depot.All.Write"]] },
  ],
  [
    "without an order none of several is the least",
    silent,
    "Parcel.Read, Parcel.ReadWrite",
    { least: [], higher: [["Parcel.Read"], ["Parcel.ReadWrite"]] },
  ],
  [
    "names joined by and are needed together",
    rising,
    "Parcel.Read and Depot.Read, Parcel.ReadWrite",
    { least: [["Parcel.Read", "Depot.Read"]], higher: [["Parcel.ReadWrite"]] },
  ],
  ["not supported", rising, "Not supported.", "unsupported"],
  ["not applicable", rising, "Not applicable", "unsupported"],
  ["none needed", rising, "None", "none"],
  ["a placeholder is no name", rising, "**TODO: Determine scopes **", "undetermined"],
  ["a cell that cannot be read says nothing", rising, "Ask the post office.", undefined],
];

for (const [why, header, cell, permission] of cells) {
  permissionTests(why, () => assert.equal(read(table(header, cell))[0]?.delegatedWork, permission));
}

permissionTests("a row of each account", () => {
  assert.equal(read(table(rising, "Parcel.Read")), [
    {
      delegatedWork: { least: [["Parcel.Read"]], higher: [] },
      delegatedPersonal: "unsupported",
      application: "none",
    },
  ]);
});

permissionTests("least and higher privileged in columns of their own", () => {
  const columns =
    "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:--|:--|:--|\n|Delegated (work or school account)|Parcel.Read|Parcel.ReadWrite, Depot.All.Write|\n|Delegated (personal Microsoft account)|Not supported.|Not supported.|\n|Application|Parcel.Read.All|Not available.|";
  assert.equal(read(columns), [
    {
      delegatedWork: { least: [["Parcel.Read"]], higher: [["Parcel.ReadWrite"], ["Depot.All.Write"]] },
      delegatedPersonal: "unsupported",
      application: { least: [["Parcel.Read.All"]], higher: [] },
    },
  ]);
});

permissionTests("several tables, each with what sets it apart, in page order", () => {
  const both = `### For parcels\n\n${table(rising, "Parcel.Read")}\n\n### For crates\n\n${table(rising, "Crate.Read")}`;
  assert.equal(
    read(both).map(({ scenario, delegatedWork }) => [scenario, delegatedWork]),
    [
      ["parcels", { least: [["Parcel.Read"]], higher: [] }],
      ["crates", { least: [["Crate.Read"]], higher: [] }],
    ],
  );
});

permissionTests("a page without a table promises nothing", () => {
  assert.equal(operationOf(apiOf({ "api/parcel-get.md": operation({}) })).permissions, []);
});

permissionTests("names are checked where the permissions reference is known, with the nearest one", () => {
  const page = operation({ permissions: table(rising, "Parcel.Raed") });
  const checked = apiOf({ "api/parcel-get.md": page }, { permissionNames: ["Parcel.Read", "Parcel.ReadWrite"] });
  assert.equal(findingsOf(apiOf({ "api/parcel-get.md": page })), []);
  assert.equal(findingsOf(checked), ["permission-unknown delegated (work or school): Parcel.Raed"]);
  assert.match(checked.findings.map(({ message }) => message).join("\n"), "Did you mean Parcel.Read?");
});

const orders: readonly (readonly [header: string, cell: string, wrong: boolean])[] = [
  [rising, "Parcel.Read.All, Parcel.ReadWrite.All", false],
  [rising, "Parcel.ReadWrite.All, Parcel.Read.All", true],
  [falling, "Parcel.ReadWrite.All, Parcel.Read.All", false],
  [falling, "Parcel.Read.All, Parcel.ReadWrite.All", true],
  [silent, "Parcel.ReadWrite.All, Parcel.Read.All", false],
  [rising, "Depot.ReadWrite.All, Parcel.Read.All", false],
];

for (const [header, cell, wrong] of orders) {
  permissionTests(`${wrong ? "out of order" : "in order"}: ${header}: ${cell}`, () => {
    const api = apiOf({ "api/parcel-get.md": operation({ permissions: table(header, cell) }) });
    assert.is(api.findings.filter(({ rule }) => rule === "permission-order").length, wrong ? 1 : 0);
  });
}

permissionTests("the table is told with its line, and each account with that of its row", () => {
  const page = operation({ permissions: table(rising, "Parcel.Read") });
  const [{ line: ofTable, lines } = {}] = operationOf(apiOf({ "api/parcel-get.md": page })).permissions;
  const lineOf = (row: string): number => page.split("\n").findIndex((line) => line.startsWith(row)) + 1;
  assert.is(ofTable, lineOf("|Permission type"));
  assert.equal(lines, {
    delegatedWork: lineOf("|Delegated (work"),
    delegatedPersonal: lineOf("|Delegated (personal"),
    application: lineOf("|Application"),
  });
});

permissionTests.run();
