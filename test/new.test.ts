/** `docwright new`: a skeleton in the house's dialect, without findings but for what only the writer knows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parcels } from "./helpers/parcels.js";
import { docwright } from "./helpers/run.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const creating = suite("new");

/** Docs as one of the houses writes them; the clean parcels are API Doctor's style. */
const ferries = {
  "ferry.md":
    "# Ferry\n\nIt floats.\n\n## Fields\n\n| Field | Type | Description |\n| --- | --- | --- |\n| number | string | Painted on it. |\n",
  "get-ferry.md":
    "# Get a ferry\n\n## Endpoint\n\n```\nGET https://api.ferries.example/v2/ferries/{number}\n```\n\n## Response\n\n`200 OK` and a [Ferry](ferry.md).\n",
};

/** The rules of the findings that `generate` prints, by page. */
async function findings(folder: string): Promise<string[]> {
  const { output } = await docwright(folder, "generate");
  return [...output.matchAll(/^docs\/([^:]+):.*\((\S+)\)$/gm)].map(([, page, rule]) => `${page} ${rule}`);
}

creating(
  "an operation on a known type takes over its address and its link; only the permissions are left to the writer",
  () =>
    inFolder(async (folder) => {
      for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
      const { code, output, errors } = await docwright(folder, "new", "operation", "parcel-update");
      assert.equal([code, errors], [0, ""]);
      assert.match(
        output,
        /^docs\/api\/parcel-update\.md written: fill in what says TODO \(lines 3, 11, 17, 19, 39\)\.$/m,
      );
      const page = readFileSync(join(folder, "docs/api/parcel-update.md"), "utf8");
      assert.match(page, "# Update parcel\n\nNamespace: microsoft.graph\n");
      assert.match(page, "```http\nPATCH /parcels/{parcelId}\n```");
      assert.match(page, "a [parcel](../resources/parcel.md) object in the response body");
      assert.equal(await findings(folder), [
        "api/parcel-update.md permission-undetermined",
        "api/parcel-update.md permission-undetermined",
      ]);
    }),
);

for (const verb of ["get", "list", "create", "delete", "return"]) {
  creating(`parcel-${verb} reads without other findings, and becomes a function`, () =>
    inFolder(async (folder) => {
      const { "api/parcel-get.md": _, "api/parcel-post.md": __, "api/parcel-delete.md": ___, ...types } = parcels;
      for (const [path, text] of Object.entries(types)) put(folder, { [`docs/${path}`]: text });
      await docwright(folder, "new", "operation", `parcel-${verb}`);
      const found = await findings(folder);
      assert.equal(
        found.filter((each) => !each.endsWith("permission-undetermined")),
        [],
      );
      const name = verb === "list" ? "listParcels" : `${verb}Parcel`;
      assert.match(
        readFileSync(join(folder, "output/src/parcel.ts"), "utf8"),
        new RegExp(`^export function ${name}[<(]`, "m"),
      );
    }),
  );
}

creating("a plain house gets plain pages: its own address, no permissions, no annotations", () =>
  inFolder(async (folder) => {
    for (const [path, text] of Object.entries(ferries)) put(folder, { [`docs/${path}`]: text });
    await docwright(folder, "new", "operation", "Delete ferry");
    const page = readFileSync(join(folder, "docs/delete-ferry.md"), "utf8");
    assert.match(page, "DELETE https://api.ferries.example/v2/ferries/{number}\n");
    assert.not.match(page, "Permissions");
    assert.not.match(page, "<!--");
    await docwright(folder, "new", "enum", "deck");
    assert.match(readFileSync(join(folder, "docs/deck.md"), "utf8"), "## Deck values\n");
    assert.equal(await findings(folder), ["delete-ferry.md convention"]);
  }),
);

creating("where pages of a plain house name permissions, a new one has a place for them", () =>
  inFolder(async (folder) => {
    const get = ferries["get-ferry.md"].replace(
      "## Response",
      "## Permissions\n\nScope: `ferries:read`\n\n## Response",
    );
    put(folder, { "docs/ferry.md": ferries["ferry.md"], "docs/get-ferry.md": get });
    await docwright(folder, "new", "operation", "list-ferries");
    assert.match(
      readFileSync(join(folder, "docs/list-ferries.md"), "utf8"),
      "|Application|TODO: determine permissions|",
    );
    assert.not.ok((await findings(folder)).includes("list-ferries.md permissions-missing"));
  }),
);

creating("in an empty folder each kind of page is clean, once the type that a call names has its page", () =>
  inFolder(async (folder) => {
    const first = await docwright(folder, "new", "operation", "crate-get");
    assert.match(first.output, "No page describes crate yet: npx docwright new resource crate");
    await docwright(folder, "new", "resource", "crate");
    await docwright(folder, "new", "enum", "crateSize");
    assert.equal(
      (await findings(folder)).filter((each) => !each.endsWith("permission-undetermined")),
      [],
    );
  }),
);

for (const [name, line] of [
  ["order-get", "GET https://api.example.com/v1/orders/{orderId}"],
  ["order-ship", "POST https://api.example.com/v1/orders/{orderId}/ship"],
  ["Ship the order", "POST https://api.example.com/v1/orders/{orderId}/ship"],
  ["list-purchase-orders", "GET https://api.example.com/v1/purchaseOrders"],
  ["Create Order", "POST https://api.example.com/v1/orders"],
] as const) {
  creating(`verb and type are told apart in ${name}`, () =>
    inFolder(async (folder) => {
      await docwright(folder, "new", "operation", name);
      assert.match(Object.values(contents(folder)).join(), `\n${line}\n\`\`\``);
    }),
  );
}

creating("nothing is overwritten", () =>
  inFolder(async (folder) => {
    put(folder, { "docs/api/crate-get.md": "# Mine\n" });
    const { code, errors } = await docwright(folder, "new", "operation", "crate-get");
    assert.is(code, 3);
    assert.match(errors, "docs/api/crate-get.md is there already, and stays as it is: give the new page another name.");
    assert.is(readFileSync(join(folder, "docs/api/crate-get.md"), "utf8"), "# Mine\n");
  }),
);

for (const [words, complaint] of [
  [["operation", "crate"], 'such as parcel-get, parcel-list or "Create parcel"'],
  [["page", "crate"], "write operation, resource or enum"],
  [["resource", "../crate"], "can name no page"],
  [["resource", "Parcel"], "described already, on resources/parcel.md"],
] as const) {
  creating(`wrong usage says what to write: docwright new ${words.join(" ")}`, () =>
    inFolder(async (folder) => {
      for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
      const { code, errors } = await docwright(folder, "new", ...words);
      assert.is(code, 3);
      assert.match(errors, complaint);
    }),
  );
}

creating.run();
