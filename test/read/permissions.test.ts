import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { PermissionCell, PermissionTable } from "../../generator/read/page.js";
import { operation, pageOf, shown } from "./page-of.js";

const permissionTests = suite("read/permissions");

/** `Books.Read|Books.ReadWrite`, `Books.Read+Loans.Read`, `unsupported`, or `-` for what is not there. */
function cell(of: PermissionCell | undefined): string {
  if (of?.grant === undefined) return "-";
  return of.grant.kind === "scopes" ? of.grant.anyOf.map((all) => all.join("+")).join("|") : of.grant.kind;
}

/** `scenario: work / personal / application`. */
function line({ scenario, delegatedWork, delegatedPersonal, application }: PermissionTable): string {
  const cells = [delegatedWork, delegatedPersonal, application].map(cell).join(" / ");
  return scenario === undefined ? cells : `${scenario}: ${cells}`;
}

function read(permissions: string): { lines: string[]; tables: readonly PermissionTable[]; findings: string[] } {
  const page = pageOf(operation({ permissions }));
  return {
    lines: page.permissions.map(line),
    tables: page.permissions,
    findings: shown(page).filter((each) => each.startsWith("permission")),
  };
}

const standard = `|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Books.Read, Books.ReadWrite|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Books.Read.All|`;

permissionTests("a row an account", () => {
  const { lines, tables } = read(standard);
  assert.equal(lines, ["Books.Read|Books.ReadWrite / unsupported / Books.Read.All"]);
  assert.is(tables[0]?.order, "least-first");
  assert.equal(tables[0]?.application?.place, { line: 17, column: 14 });
});

permissionTests("the header tells the order", () => {
  assert.is(read(standard.replace("least to most", "most to least")).tables[0]?.order, "most-first");
  assert.is(read(standard.replace(/ \(from.*\)/, "")).tables[0]?.order, "unknown");
});

permissionTests("least and higher privileged permissions in two columns", () => {
  const { lines, tables } = read(`|Permission type|Least privileged permissions|Higher privileged permissions|
|:---|:---|:---|
|Delegated (work or school account)|Books.Read|Books.ReadWrite, Library.Read.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Books.Read.All|Not available.|`);
  assert.equal(lines, ["Books.Read / unsupported / Books.Read.All"]);
  assert.is(tables[0]?.order, "columns");
  assert.is(cell(tables[0]?.higher?.delegatedWork), "Books.ReadWrite|Library.Read.All");
  assert.is(cell(tables[0]?.higher?.application), "unsupported");
});

permissionTests("a column a scenario", () => {
  const { lines } =
    read(`|Permission type|Permissions acting on self (from least to most privileged)|Permissions acting on others (from least to most privileged)|
|:---|:---|:---|
|Delegated (work or school account)|Loans.Read|Loans.Read.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Not applicable.|Loans.Read.All|`);
  assert.equal(lines, [
    "acting on self: Loans.Read / unsupported / unsupported",
    "acting on others: Loans.Read.All / unsupported / Loans.Read.All",
  ]);
});

permissionTests("a column an account, a row a scenario", () => {
  const { lines } =
    read(`|Supported resource|Delegated (work or school account)|Delegated (personal Microsoft account)|Application|
|:---|:---|:---|:---|
|[book](../resources/book.md)|Books.Read|Not supported|Books.Read.All|
|[loan](../resources/loan.md)|Loans.Read|Loans.Read|Not supported|`);
  assert.equal(lines, [
    "book: Books.Read / unsupported / Books.Read.All",
    "loan: Loans.Read / Loans.Read / unsupported",
  ]);
});

permissionTests("sub-rows below an empty cell", () => {
  const { lines } = read(`|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)||
| &nbsp; &nbsp; **Lending** | Loans.Read |
| &nbsp; &nbsp; **Buying** | Orders.Read, Orders.ReadWrite |
|Delegated (personal Microsoft account)|Not supported.|
|Application||
| &nbsp; &nbsp; **Lending** | Loans.Read.All |
| &nbsp; &nbsp; **Buying** | Orders.Read.All |`);
  assert.equal(lines, [
    "Lending: Loans.Read / unsupported / Loans.Read.All",
    "Buying: Orders.Read|Orders.ReadWrite / unsupported / Orders.Read.All",
  ]);
});

permissionTests("several tables are told apart by their headings", () => {
  const { lines } = read(
    `### Permissions acting on self\n\n${standard}\n\n### For other members:\n\n${standard.replaceAll("Books", "Library")}`,
  );
  assert.equal(lines, [
    "acting on self: Books.Read|Books.ReadWrite / unsupported / Books.Read.All",
    "other members: Library.Read|Library.ReadWrite / unsupported / Library.Read.All",
  ]);
});

permissionTests("a cell with scenarios of its own", () => {
  const { lines } = read(
    standard.replace(
      "Books.Read.All",
      "For **book** resource:<br/>Books.Read.All<br/><br/>For **loan** resource:<br/>Loans.Read.All",
    ),
  );
  assert.equal(lines, [
    "book resource: Books.Read|Books.ReadWrite / unsupported / Books.Read.All",
    "loan resource: Books.Read|Books.ReadWrite / unsupported / Loans.Read.All",
  ]);
});

permissionTests("a footnote goes with its permission", () => {
  const { tables } = read(
    `${standard.replace("Books.Read.All", "Shelf.Read.Group*, Books.Read.All")}\n\n> **Note:** A permission marked with * holds for one shelf.`,
  );
  assert.is(cell(tables[0]?.application), "Shelf.Read.Group|Books.Read.All");
  assert.is(tables[0]?.application?.note, "Shelf.Read.Group*: Note: A permission marked with * holds for one shelf.");
});

permissionTests("a table whose delimiter row is too long", () => {
  assert.equal(read(standard.replace("|:---|:---|", "|:---|:---|:---|")).lines, [
    "Books.Read|Books.ReadWrite / unsupported / Books.Read.All",
  ]);
});

permissionTests("a table in an included file", () => {
  const text = operation({ permissions: "[!INCLUDE [permissions](../includes/get-permissions.md)]" });
  const include = `---\ndescription: "Made by a machine"\n---\n\n${standard.replace("Not supported.", "Books Read")}`;
  const page = pageOf(text, "api/book-get.md", { "../includes/get-permissions.md": include });
  assert.equal(page.permissions.map(line), ["Books.Read|Books.ReadWrite / - / Books.Read.All"]);
  assert.equal(page.permissions[0]?.place, { line: 5, column: 1, file: "includes/get-permissions.md" });
  assert.equal(shown(page), ["permission-unreadable includes/get-permissions.md:8:41"]);
});

permissionTests("lists of permissions instead of a table", () => {
  const { lines, findings } = read(
    "- Cover of a **book** - Books.Read, Books.ReadWrite\n- Photo of a **member** - Members.Read",
  );
  assert.equal(lines, [
    "Cover of a book: Books.Read|Books.ReadWrite / - / -",
    "Photo of a member: Members.Read / - / -",
  ]);
  assert.equal(findings, []);
});

permissionTests("placeholders are never taken for permissions", () => {
  const { lines, findings } = read(standard.replace("Books.Read, Books.ReadWrite", "**TODO: Determine scopes **"));
  assert.equal(lines, ["undetermined / unsupported / Books.Read.All"]);
  assert.equal(findings, ["permission-undetermined 15:37"]);
});

permissionTests("what cannot be read is reported where it stands", () => {
  const { findings } = read(
    standard
      .replace("Books.Read.All", "Ask the librarian")
      .replace("Delegated (personal Microsoft account)", "bookshelf"),
  );
  assert.equal(findings, ["permission-unreadable 16:2", "permission-unreadable 17:14"]);
});

permissionTests("permissions of an account that nobody knows are told", () => {
  const page = pageOf(operation({ permissions: standard.replace("|Application|", "|Bookshelf|") }));
  assert.equal(
    page.findings.map(({ message }) => message),
    ["The Bookshelf permissions cannot be read: no account is called so: Books.Read.All."],
  );
});

permissionTests("an account in two rows has the permissions of both", () => {
  const [header = "", rule = ""] = standard.split("\n");
  const row = (scope: string): string => `|Delegated (work or school account)|${scope}|`;
  const { lines } = read([header, rule, row("Books.Read"), row("Books.ReadWrite")].join("\n"));
  assert.equal(lines, ["Books.Read|Books.ReadWrite / - / -"]);
});

permissionTests("a page without permissions", () => {
  assert.equal(read("One of the library's permissions is required.").findings, ["permissions-missing 11:1"]);
  assert.equal(read("No permissions are required to call this API.").findings, []);
});

permissionTests("tables that are about something else", () => {
  const roles = "|Role|What it may do|\n|:---|:---|\n|Librarian|Everything|";
  assert.equal(read(`${standard}\n\n${roles}`).lines.length, 1);
  const body =
    "## Request body\n\n|Permission Type|Property|Type|Description|\n|:---|:---|:---|:---|\n|Delegated|title|String|The title.|\n|Application|pages|Int32|How many.|";
  const page = pageOf(operation({ middle: body }));
  assert.is(page.permissions.length, 1);
  assert.equal(
    page.body?.tables[0]?.rows.map((row) => row.name.text),
    ["title", "pages"],
  );
});

permissionTests.run();
