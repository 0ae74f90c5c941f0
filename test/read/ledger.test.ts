/** The ledger: what became of each line and row of a page. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { explanationLines } from "../../generator/cli/explain.js";
import { explainer } from "../../generator/explanation.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { linkApi } from "../../generator/model/link.js";
import { summaryLines } from "../../generator/cli/report.js";
import { madeOf, sumsOf } from "../../generator/result.js";
import { pageOf } from "./page-of.js";

const ledgerTests = suite("read/ledger");

/** The lines of a page, each with its state: `2 fact` for line 2. */
function states(text: string, path = "resources/parcel.md"): readonly string[] {
  return pageOf(text, path).ledger.lines.map(([from, to, state]) => `${from}-${to} ${state}`);
}

const parcel = `---
title: x
---

# parcel resource type

Namespace: post

A parcel.

> [!NOTE]
> Be careful.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|two words|String|Lost.|
|None|||

## Colours of the labels

|Colour|Meaning|
|:--|:--|
|red|Stop.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "post.parcel" } -->
\`\`\`json
{ "id": "String" }
\`\`\`
`;

ledgerTests("each line with words has the state that its reader gave it", () => {
  assert.equal(states(parcel), [
    "1-3 known", // front matter
    "5-5 fact", // title
    "7-7 fact", // namespace
    "9-9 prose",
    "11-12 known", // note
    "14-14 fact", // heading
    "16-18 fact", // header row, delimiter row, id
    "19-19 unread", // no name
    "20-20 known", // nothing to list
    "22-22 unread",
    "24-26 unread", // a table that nobody looks for
    "28-28 fact",
    "30-30 known", // comment
    "31-33 fact",
  ]);
});

ledgerTests("rows are counted by state", () => {
  assert.equal(pageOf(parcel, "resources/parcel.md").ledger.rows, { fact: 1, known: 1, unread: 2 });
});

ledgerTests("tabs of other languages are left out on purpose", () => {
  const text = `# Get parcel\n\n## HTTP request\n\n\`\`\`http\nGET /parcels/{id}\n\`\`\`\n\n## Examples\n\n# [HTTP](#tab/http)\n\n\`\`\`http\nGET /parcels/p1\n\`\`\`\n\n# [C#](#tab/csharp)\n\n\`\`\`csharp\nGet();\n\`\`\`\n\n---\n`;
  assert.equal(states(text, "api/parcel-get.md"), [
    "1-1 fact",
    "3-3 fact",
    "5-7 fact", // request line
    "9-9 fact",
    "11-11 known",
    "13-15 example",
    "17-17 known",
    "19-21 known",
    "23-23 known",
  ]);
});

ledgerTests("lines of an included file are in the account of no page", () => {
  const text = "# Get parcel\n\n[!INCLUDE [x](../includes/x.md)]\n";
  const page = pageOf(text, "api/parcel-get.md", { "../includes/x.md": "One.\n\nTwo.\n\nThree.\n\nFour.\n" });
  assert.ok(page.ledger.lines.every(([, to]) => to <= 3));
});

ledgerTests("explain prints it with the names that facts became, the summary its share", () => {
  const page = pageOf(parcel, "resources/parcel.md");
  const api = linkApi([page]);
  const plan = planPackage(api, { name: "parcels", version: "1.0.0", license: "MIT" });
  const lines = explanationLines(explainer(api, plan)(page));
  assert.ok(lines.includes("ledger: 78.2% of 23 lines, 50.0% of 4 rows"), lines.join("\n"));
  assert.ok(lines.includes("  16-18     fact     id"), lines.join("\n"));
  assert.ok(lines.includes("  19        unread"), lines.join("\n"));
  assert.ok(
    summaryLines(madeOf(sumsOf([page]), plan, [], [])).includes("read      78.2% of 23 lines, 50.0% of 4 rows"),
  );
});

ledgerTests.run();
