/**
 * Every rule of generator/findings/rules.ts, each shown by one slip in an otherwise clean little API (helpers/parcels.ts). `«` marks where the
 * finding must point to; it is taken out before the page is read.
 */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { byPlace, type Finding, type RuleId } from "../generator/findings/rules.js";
import { rulePages } from "../generator/findings/rule-pages.js";
import { linkApi } from "../generator/model/link.js";
import { readPage } from "../generator/read/read-page.js";
import { loadSources } from "../generator/read/source/source.js";
import { parcels, permissionTable, resourcePage } from "./helpers/parcels.js";
import { docwright } from "./helpers/run.js";
import { inFolder, put } from "./helpers/temporary.js";

/** On which page what gives way to what. Where nothing gives way, the page is new. */
type Change = readonly [page: string, clean: string, slip: string];

interface Slip {
  readonly changes: readonly Change[];
  /** Other rules that rightly speak up as well. */
  readonly also: readonly RuleId[];
}

const get = "api/parcel-get.md";
const create = "api/parcel-post.md";
const remove = "api/parcel-delete.md";
const resource = "resources/parcel.md";
const enums = "resources/enums.md";

// What stands on the clean pages, and is changed by several slips.
const weight = "|weight|Int32|In kilograms.|";
const json = `"weight": "Integer"`;
const line = "GET /parcels/{parcelId}";
const said = "Something on its way.";
const got = "GET https://graph.microsoft.com/v1.0/parcels/p-17";
const sent = "DELETE https://graph.microsoft.com/v1.0/parcels/p-17";
const received = `{\n  "id": "p-17",\n  "weight": 3,\n  "state": "sent"\n}`;
const nothing = "If successful, this method returns a `204 No Content` response code.";
const deletion = '### Response\n\n<!-- { "blockType": "response" } -->\n```http\nHTTP/1.1 204 No Content\n```\n';

const row = (page: string): string => `|[${page}](../api/parcel-${page}.md)|[parcel](parcel.md)|Of a parcel.|\n`;
const methodsTable = `## Methods\n\n|Method|Return type|Description|\n|:---|:---|:---|\n${["get", "post", "get", "post", "get"].map(row).join("")}`;

/** A slip on one page. */
function slip(page: string, clean: string, wrong: string, ...also: RuleId[]): Slip {
  return { changes: [[page, clean, wrong]], also };
}

/** A slip in a row of the properties table; the JSON representation has the property as well, as `shown`. */
function rowSlip(row: string, name: string, shown: string): Slip {
  return {
    changes: [
      [resource, weight, `${weight}\n${row}`],
      [resource, json, `${json},\n  "${name}": ${shown}`],
    ],
    also: [],
  };
}

/** No page is known to bring a bug of ours to light: isolate.test.ts makes one. What other houses' docs alone can lack is in model/dialect.test.ts, what is said about suppressions and baselines in check/. */
const slips: Record<
  Exclude<RuleId, "page-failed" | "no-operation" | "paging-unknown" | "baseline-stale" | `suppression-${string}`>,
  Slip
> = {
  // reading a page
  "over-bound": {
    changes: [["concepts/long.md", "", `«${"A very long page. ".repeat(60_000)}`]],
    also: ["no-title"],
  },
  "front-matter": slip(get, `title: "Get parcel"`, `title: "Get" «parcel`),
  "no-title": {
    changes: [
      [get, "---\n", "«---\n"],
      [get, "# Get parcel", "Get parcel"],
    ],
    also: [],
  },
  "annotation-json": slip(get, `"name": "get_parcel"`, `"name": «get_parcel`),
  "json-invalid": slip(get, `"state": "sent"`, `"state": "sent"«,`),
  "json-shortened": slip(get, `"state": "sent"`, `"state": "sent", «...`),
  "json-unreadable": slip(get, received, `«A parcel: ${received}`),
  "include-missing": slip(
    get,
    "Reads where a parcel is.",
    "Reads where a parcel is.\n\n«[!INCLUDE [note](../includes/note.md)]",
  ),
  "fence-swallowed": slip(get, `\`\`\`http\n${line}\n\`\`\`\n`, `«\`\`\`http\n${line}\n`),
  "table-shape": slip(resource, weight, `«${weight}or pounds|`),
  "table-broken": slip(
    resource,
    "|Property|Type|Description|\n|:---|:---|:---|",
    "«|Property|Type|Description|\n|:---|:---|",
  ),
  "tabs-unclosed": slip(get, "### Request\n", "### Request\n\n«# [HTTP](#tab/http)\n"),
  "comment-unclosed": slip(remove, `<!-- { "blockType": "response" } -->`, `«<!-- { "blockType": "response" }`),
  "outside-docs": slip(
    get,
    "Reads where a parcel is.",
    "Reads where a parcel is.\n\n«[!INCLUDE [note](../../note.md)]",
  ),
  "page-unreadable": {
    changes: [
      [get, "Reads where a parcel is.", "Reads where a parcel is.\n\n«[!INCLUDE [note](../includes/note.md)]"],
      // what should be a file is a folder
      ["includes/note.md/parcel.txt", "", "A note."],
    ],
    also: [],
  },
  "page-unread": {
    changes: [
      [
        "guides/track.md",
        "",
        "# Track a parcel\n\n## By telephone\n\n«```http\nGET https://graph.microsoft.com/v1.0/parcels/p-17\n```\n",
      ],
    ],
    also: [],
  },
  // beside twenty pages that are read, one that shows a request in passing
  "request-unread": {
    changes: [
      ...Array.from({ length: 20 }, (_, index): Change => [`api/parcel-get-${index}.md`, "", parcels[get] ?? ""]),
      ["guides/track.md", "", "# Track a parcel\n\n## By telephone\n\n«```http\nGET /parcels/p-17\n```\n"],
    ],
    also: [],
  },
  convention: {
    changes: [
      [remove, permissionTable, ""],
      [remove, "# Delete parcel", "# «Delete parcel"],
      [get, permissionTable, ""],
      [create, permissionTable, ""],
    ],
    also: ["section-empty"],
  },
  "page-encoding": slip(get, "Reads where a parcel is.", "Reads where «\0 parcel is."),
  "unread-row": slip(resource, weight, `${weight}\n|«two words|Int32|Something.|`),
  "unread-table": slip(
    get,
    "This method supports `$select`.",
    "This method supports `$select`.\n\n«|Colour|Meaning|\n|:--|:--|\n|red|Stop.|",
  ),
  "unread-list": slip(
    get,
    "This method supports `$select`.",
    "This method supports `$select`.\n\n- `language` (String): Of the answer.\n«- and others",
  ),
  "unread-fence": slip(get, "### Request\n", '### Request\n\n```json\n«{ "id": "p-18" }\n```\n'),
  "unread-key": slip(resource, json, `${json},\n  «"two words": "String"`),
  "page-case": {
    changes: [
      ["concepts/Scales.md", "", "# Scales\n\nThey weigh."],
      ["concepts/scales.md", "", "# «Scales\n\nThey weigh."],
    ],
    also: [],
  },
  "link-malformed": slip(get, "Reads where a parcel is.", "Reads where a «[parcel] (../resources/parcel.md) is."),
  "section-empty": slip(get, "## Request body\n\nDon't supply a request body for this method.", "«## Request body"),
  "annotation-type": slip(get, `"@odata.type": "microsoft.graph.parcel" }`, `«"@type": "microsoft.graph.parcel" }`),
  "json-repeated-key": slip(get, `"state": "sent"`, `"state": "sent",\n  «"state": "sent"`),
  "key-space": slip(get, `"state": "sent"`, `"state": "sent",\n  «"@note ": "sent"`),
  "timestamp-impossible": slip(get, `"state": "sent"`, `"state": "sent",\n  "@sent": «"2024-02-30T10:00:00Z"`),
  "reason-phrase": slip(get, "HTTP/1.1 200 OK", "«HTTP/1.1 200 Created"),
  "generator-leak": slip(get, `"state": "sent"`, `"state": "sent",\n  "@seal": "«<Unknown Primitive Type Edm.Stream>"`),
  secret: slip(
    get,
    "Reads where a parcel is.",
    `Reads where a parcel is: https://depot.example/p-17?«sig=${"aB3".repeat(12)}.`,
  ),
  "mail-address": slip(get, "Reads where a parcel is.", "Reads where a parcel is. Ask «jo@gmail.com."),
  // permissions
  "permission-account": slip(get, "|Application|Parcel.Read.All|", "|Application|«Parcel.ReadWrite.All|"),
  "account-label": slip(get, "|Delegated (work or school account)|", "|«Delegated (work or school account|"),
  "permission-undetermined": slip(get, "|Application|Parcel.Read.All|", "|Application|«**TODO: Determine scopes **|"),
  "permission-unreadable": slip(get, "|Application|Parcel.Read.All|", "|Application|«Ask the post office.|"),
  "permission-unknown": slip(get, "|Application|Parcel.Read.All|", "|Application|«Parcel.Raed.All|"),
  "permission-order": slip(get, "Parcel.Read.All, Parcel.ReadWrite.All", "«Parcel.ReadWrite.All, Parcel.Read.All"),
  "permissions-missing": slip(get, `## Permissions\n\n${permissionTable}`, "«## Permissions\n\nAsk the depot."),
  // requests
  "request-missing": slip(get, `${line}\n\`\`\``, "«```"),
  "request-line": slip(get, `${line}\n`, `${line}\n«or by number\n`),
  "status-line": slip(get, "HTTP/1.1 200 OK", "«OK"),
  "request-path": slip(get, `${line}\n`, "«GET /parcels/{parcelId\n"),
  "request-duplicate": slip(get, `${line}\n`, `${line}\n«${line}\n`),
  "parameter-undocumented": slip(
    get,
    "## Request body",
    "## Path parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|«depotId|String|Where.|\n\n## Request body",
  ),
  "title-method": slip(remove, "# Delete parcel", "# «Get parcel"),
  // types
  "type-cell": slip(resource, "|weight|Int32|", "|weight|«Int32 or else Int64?|"),
  "type-unknown": rowSlip("|route|«parcelRoute|The way.|", "route", `"String"`),
  "link-broken": rowSlip(
    "|last|«[parcel](parcels.md)|The one before.|",
    "last",
    `{ "@odata.type": "microsoft.graph.parcel" }`,
  ),
  "resource-missing": {
    changes: [
      [get, "a [parcel](../resources/parcel.md) object", "a «[crate](../resources/crate.md) object"],
      [get, "microsoft.graph.parcel", "microsoft.graph.crate"],
    ],
    also: [],
  },
  "base-unknown": slip(resource, said, `${said} Inherits from «[shipment](shipment.md).`),
  "base-cycle": {
    changes: [
      [resource, said, `${said} Inherits from «[shipment](shipment.md).`],
      ["resources/shipment.md", "", resourcePage("shipment", "Inherits from [parcel](parcel.md).")],
    ],
    also: [],
  },
  "base-differs": {
    changes: [
      [resource, said, `${said} Inherits from «[shipment](shipment.md).`],
      [resource, `"keyProperty": "id"`, `"keyProperty": "id", "baseType": "microsoft.graph.crate"`],
      ["resources/shipment.md", "", resourcePage("shipment", "Things that move.")],
      ["resources/crate.md", "", resourcePage("crate", "Things that hold things.")],
    ],
    also: [],
  },
  "property-duplicate": slip(resource, weight, `${weight}\n«|weight|Int32|In pounds.|`),
  "property-not-in-json": slip(resource, weight, `${weight}\n«|height|Int32|In metres.|`),
  "property-not-in-table": slip(resource, json, `${json},\n  «"height": "Integer"`),
  "property-type-differs": {
    changes: [
      [resource, weight, `«${weight}`],
      [resource, json, `"weight": "Boolean"`],
    ],
    also: [],
  },
  "enum-ambiguous": {
    changes: [
      ...rowSlip("|pace|«Enumeration|How fast. Possible values are: `slow`, `fast`.|", "pace", `"String"`).changes,
      [
        enums,
        "### parcelState",
        "### roadSpeed values\n\n|Member|\n|:---|\n|slow|\n|fast|\n\n### railSpeed values\n\n|Member|\n|:---|\n|slow|\n|fast|\n\n### parcelState",
      ],
    ],
    also: [],
  },
  "enum-unresolved": rowSlip("|pace|«Enumeration|How fast.|", "pace", `"String"`),
  "enum-differs": slip(
    resource,
    "## Relationships",
    "### parcelState values\n\n«|Member|\n|:---|\n|sent|\n|lost|\n\n## Relationships",
  ),
  "type-case": {
    changes: [
      [resource, "<!-- {", "<!--« {"],
      ["resources/box.md", "", resourcePage("parCel", "A parcel, too.")],
    ],
    also: [],
  },
  "body-row": slip(
    create,
    "supply a JSON object with these properties.\n\n|Property|Type|Description|\n|:---|:---|:---|",
    "supply a [parcel](../resources/parcel.md) object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n«|seal|String|Read-only.|",
  ),
  "body-type-differs": slip(
    create,
    "|weight|Int32|In kilograms. Required.|",
    "«|weight|String|In kilograms. Required.|",
  ),
  "property-base-differs": {
    changes: [
      [
        "resources/crate.md",
        "",
        resourcePage("crate", "A parcel of wood. Inherits from [parcel](parcel.md).").replace(
          "|id|",
          "«|weight|String|In words.|\n|id|",
        ),
      ],
    ],
    also: [],
  },
  "property-description": rowSlip("|lastModifiedOn|String|«When it was created.|", "lastModifiedOn", `"String"`),
  "methods-link": slip(
    resource,
    "## Properties",
    `${methodsTable}|«[Update](../api/parcel-update.md)|[parcel](parcel.md)|Changes it.|\n\n## Properties`,
  ),
  "methods-differ": slip(
    resource,
    "## Properties",
    `${methodsTable}|[Delete](../api/parcel-delete.md)|«[parcel](parcel.md)|Takes it away.|\n\n## Properties`,
  ),
  // responses
  "response-missing": {
    changes: [
      [remove, "# Delete parcel", "# «Delete parcel"],
      [remove, `## Response\n\n${nothing}\n`, ""],
      [remove, deletion, ""],
    ],
    also: ["example-unpaired"],
  },
  "response-unreadable": {
    changes: [
      [remove, nothing, "«All goes well."],
      [remove, deletion, ""],
    ],
    also: ["example-unpaired"],
  },
  "response-wrapped": slip(get, received, `«{\n  "value": ${received}\n}`),
  "response-type-differs": {
    changes: [
      [
        get,
        `<!-- { "blockType": "response", "@odata.type": "microsoft.graph.parcel"`,
        `<!--« { "blockType": "response", "@odata.type": "microsoft.graph.crate"`,
      ],
      ["resources/crate.md", "", resourcePage("crate", "Things that hold things.")],
    ],
    also: [],
  },
  "response-collection-differs": slip(get, received, `«{\n  "value": [${received}]\n}`),
  "response-status-differs": slip(get, "HTTP/1.1 200 OK", "«HTTP/1.1 202 Accepted"),
  "response-empty": slip(get, `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${received}`, "«HTTP/1.1 200 OK"),
  // examples
  "example-unpaired": {
    changes: [
      [remove, sent, `«${sent}`],
      [remove, deletion, ""],
    ],
    also: [],
  },
  "response-unpaired": {
    changes: [
      [remove, `\`\`\`http\n${sent}\n\`\`\``, ""],
      [remove, "HTTP/1.1", "«HTTP/1.1"],
    ],
    also: [],
  },
  "example-empty": slip(remove, `${sent}\n`, "«"),
  "example-foreign": slip(remove, sent, `«${sent.replace("graph.microsoft.com", "graph.example.com")}`),
  "example-method": slip(remove, sent, `«${sent.replace("DELETE", "PUT")}`),
  "example-url": slip(remove, sent, `«${sent.replace("parcels", "crates")}`),
  "example-property": slip(get, `"weight": 3`, `"weight": 3,\n  «"wheels": 4`),
  "example-type": slip(get, `"weight": 3`, `«"weight": "heavy"`),
  "example-enum": slip(get, `"state": "sent"`, `«"state": "gone"`),
  "example-case": slip(get, `"state": "sent"`, `«"state": "Sent"`),
  "example-discriminator": slip(
    get,
    `{\n  "id": "p-17"`,
    `{\n  «"@odata.type": "#microsoft.graph.Parcel",\n  "id": "p-17"`,
  ),
  "discriminator-unknown": slip(
    get,
    `"state": "sent"`,
    `"state": "sent",\n  "@seal": { «"@odata.type": "#microsoft.graph.sealOfWax" }`,
  ),
  "host-differs": slip(get, line, "«GET https://depot.example/v1.0/parcels/{parcelId}"),
  "version-differs": slip(get, got, `«${got.replace("v1.0", "beta")}`),
  "header-unneeded": slip(
    get,
    "## Request body",
    "## Request headers\n\n|Name|Description|\n|:---|:---|\n|«Content-Type|application/json. Required.|\n\n## Request body",
  ),
  "example-placeholder": slip(get, `"state": "sent"`, `«"state": "String"`),
  "example-required": slip(create, `{\n  "weight": 3\n}`, `«{\n  "state": "sent"\n}`),
  "example-header": slip(get, got, `«${got}\nPrefer: include=“history”`),
  "example-untyped": slip(get, got, `«${got}?$select=wheels`),
  "example-body": slip(
    remove,
    "HTTP/1.1 204 No Content\n",
    "HTTP/1.1 204 No Content\nContent-Type: application/json\n\n«{ }\n",
  ),
};

/** From the disk, as in a run: some rules are about files. */
function findingsOf(pages: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  return inFolder(async (folder) => {
    put(folder, pages);
    const { sources, findings } = await loadSources(folder);
    const { findings: ofPages } = linkApi(sources.map(readPage), {
      permissionNames: ["Parcel.Read.All", "Parcel.ReadWrite.All"],
      permissionAccounts: {
        "Parcel.Read.All": ["application", "delegated"],
        "Parcel.ReadWrite.All": ["delegated"],
      },
    });
    return [...ofPages, ...findings].sort(byPlace);
  });
}

function entriesOf<K extends string, V>(table: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(table) as [K, V][];
}

const test = suite("rules");

test("the clean API has no findings", async () => {
  assert.equal(await findingsOf(parcels), []);
});

for (const [rule, slip] of entriesOf(slips)) {
  test(rule, async () => {
    const found = await findingsOf(slipped(slip));
    assert.equal(found.filter((each) => each.rule === rule).map(placeOf), markIn(slip.changes.reduce(apply, parcels)));
    assert.equal([...new Set(found.map((each) => each.rule))].sort(), [...slip.also, rule].sort());
  });
}

/** The clean API with a slip in it, and without the mark. */
function slipped({ changes }: Slip): Record<string, string> {
  const marked = Object.entries(changes.reduce(apply, parcels));
  return Object.fromEntries(marked.map(([page, text]) => [page, text.replace("«", "")]));
}

function exampleOf(rule: RuleId): { readonly bad: string; readonly good: string } {
  const { example } = rulePages[rule];
  if (example === undefined) throw new Error(`${rule} has no example`);
  return example;
}

/** Of `pages` what is left to find when the bad example of a rule's page gives way to the good one, in all texts and paths. */
function mendedBy(rule: RuleId, pages: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const { bad, good } = exampleOf(rule);
  const mend = (text: string): string => text.replaceAll(bad, () => good);
  const mended = Object.fromEntries(Object.entries(pages).map((page) => page.map(mend)));
  assert.not.equal(mended, pages, `the pages of the slip do not hold ${bad}`);
  return findingsOf(mended);
}

/** What the rest of a page still lacks when it is mended. */
const stillFound: Partial<Record<RuleId, readonly RuleId[]>> = {
  "page-unread": ["permissions-missing", "response-missing"],
  "unread-row": ["property-not-in-json"],
  "resource-missing": ["response-type-differs"],
};

for (const [rule, slip] of entriesOf(slips)) {
  test(`the page of ${rule}: its bad example gives the finding, the good one none`, async () => {
    const allowed = [...slip.also, ...(stillFound[rule] ?? [])];
    const found = await mendedBy(rule, slipped(slip));
    assert.equal(
      found.filter((each) => each.rule === rule || !allowed.includes(each.rule)),
      [],
    );
  });
}

// What needs docs without an operation, or another house's.
for (const [rule, text] of [
  ["no-operation", "# Get parcel\n\nReads where a parcel is.\n"],
  [
    "paging-unknown",
    `# List ferries

## Endpoint

\`\`\`
GET https://api.ferries.example/ferries
\`\`\`

## Query parameters

|Parameter|Type|Description|
|:--|:--|:--|
|per_page|integer|How many to answer with.|

## Response

\`200 OK\` and a page of ferries.

## Example

\`\`\`bash
curl "https://api.ferries.example/ferries"
\`\`\`

\`\`\`json
{ "items": [{ "id": 7 }], "next_cursor": "b7", "total": 3 }
\`\`\`
`,
  ],
] as const) {
  test(`the page of ${rule}: its bad example gives the finding, the good one none`, () =>
    inFolder(async (folder) => {
      const { bad, good } = exampleOf(rule);
      const saysIt = async (page: string): Promise<boolean> => {
        put(folder, { "docs/page.md": page });
        return (await docwright(folder, "generate")).output.includes(`(${rule})`);
      };
      assert.is(await saysIt(text), true);
      assert.is(await saysIt(text.replace(bad, () => good)), false);
    }));
}

// What is told of comments on a page, by the command that heeds them.
const heeded = [
  "suppression-unused",
  "suppression-unknown-rule",
  "suppression-no-reason",
  "suppression-refused",
  "suppression-foreign",
] as const;
for (const rule of heeded) {
  test(`the page of ${rule}: its bad example gives the finding, the good one none`, () =>
    inFolder(async (folder) => {
      const { bad, good } = exampleOf(rule);
      const saysIt = async (text: string): Promise<boolean> => {
        for (const [path, page] of Object.entries(parcels))
          put(folder, {
            [`docs/${path}`]: page.replace("Reads where a parcel is.", `Reads where a parcel is. ${text}`),
          });
        return (await docwright(folder, "check", "--format", "json")).output.includes(JSON.stringify(rule));
      };
      assert.is(await saysIt(bad), true);
      assert.is(await saysIt(good), false);
    }));
}

test("the page of baseline-stale: its bad example gives the finding, the good one none", () =>
  inFolder(async (folder) => {
    for (const [path, page] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: page });
    const { bad, good } = exampleOf("baseline-stale");
    const saysIt = async (entry: string): Promise<boolean> => {
      put(folder, { "docwright-baseline.jsonl": `["docwright-baseline",1]\n${entry}` });
      return (await docwright(folder, "check", "--format", "json")).output.includes('"baseline-stale"');
    };
    assert.is(await saysIt(bad), true);
    assert.is(await saysIt(good), false);
  }));

function apply(
  pages: Readonly<Record<string, string>>,
  [page, clean, wrong]: Change,
): Readonly<Record<string, string>> {
  const text = pages[page] ?? "";
  assert.ok(text.includes(clean), `${page} does not hold ${clean}`);
  return { ...pages, [page]: text.replace(clean, () => wrong) };
}

function placeOf({ page, line: row, column }: Finding): string {
  return `${page}:${row}:${column}`;
}

/** The places of the marks; a page has one at most. */
function markIn(pages: Readonly<Record<string, string>>): string[] {
  return Object.entries(pages).flatMap(([page, text]) => {
    const before = text.split("«")[0]?.split("\n") ?? [];
    return text.includes("«") ? [`${page}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`] : [];
  });
}

test.run();
