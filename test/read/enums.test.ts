import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf } from "./page-of.js";

const enumTests = suite("read/enums");

/** `state(library): lent=1, free` */
function read(text: string, path = "resources/enums.md"): string[] {
  return pageOf(text, path).enums.map(({ name: title, namespace, members }) => {
    const values = members.map((member) =>
      member.value === undefined ? member.name : `${member.name}=${member.value}`,
    );
    return `${title}(${namespace ?? ""}): ${values.join(", ")}`;
  });
}

enumTests("a page of many enumerations", () => {
  const text =
    "Namespace: library\n\n### state values\n\n|Member|\n|:---|\n|lent|\n|free|\n\n### binding values \n\n|Member|Value|Description|\n|:---|:---|:---|\n|paper|0|Soft.|\n|`cloth`|1|Hard.|";
  assert.equal(read(text), ["state(library): lent, free", "binding(library): paper=0, cloth=1"]);
});

enumTests("a page of one enumeration", () => {
  const text =
    "# state enum type\n\nNamespace: library\n\nWhere a book is.\n\n## Members\n\n|Member|Description|\n|:---|:---|\n|lent|Not here.|\n|free|Here.|";
  assert.equal(read(text, "resources/state.md"), ["state(library): lent, free"]);
  assert.is(pageOf(text, "resources/state.md").enums[0]?.members[0]?.description?.text, "Not here.");
});

enumTests("below the properties of a type", () => {
  const text =
    "# book resource type\n\n## Properties\n\n|Property|Type|\n|:---|:---|\n|state|state|\n\n### state values\n\n|Value|Description|\n|:---|:---|\n|lent|Not here.|\n\n#### binding options\n\n|Name|Meaning|\n|:---|:---|\n|**paper**|Soft.|";
  const page = pageOf(text, "resources/book.md");
  assert.equal(
    page.enums.map((each) => [each.name, each.members.map((member) => member.name)]),
    [
      ["state", ["lent"]],
      ["binding", ["paper"]],
    ],
  );
  assert.equal(page.properties?.tables.length, 1);
});

enumTests("a table whose delimiter row is too short", () => {
  assert.equal(
    read("# book resource type\n\n## state values\n\n|Member|Value|Description|\n|:---|:---|\n|lent|1|Not here.|"),
    ["state(): lent=1"],
  );
});

enumTests("a heading that says so is enough, whatever its table calls the values", () => {
  const text = (heading: string): string =>
    `# book resource type\n\n## ${heading}\n\n|Role|Details|\n|:---|:---|\n|\`owner\`|May sell it.|`;
  assert.equal(read(text("Roles enumeration")), ["Roles(): owner"]);
  assert.equal(read(text("Roles values")), []);
});

enumTests.run();
