/** Docs of a house that knows nothing of OData: a ferry company, three pages at most. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { flawOf } from "../../generator/dialect/settings.js";
import { withoutOperations } from "../../generator/result.js";
import { linkApi } from "../../generator/model/link.js";
import { pageOf } from "../read/page-of.js";
import { apiOf, words } from "./api-of.js";

const dialect = suite("model/dialect");

const fence = (code: string, language = "http"): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;
const host = "https://api.ferries.example/rest/v3";

const crossing = `# Crossing

## Fields

| Field | Type | Description |
|---|---|---|
| \`id\` | integer | Its number. |
| \`fares\` | map of string to number | By class. |
| \`decks\` | list of strings | What carries cars. |
| \`left_at\` | datetime or null | When it cast off. |
`;

const list = `# List crossings

## Endpoint

${fence("GET /crossings")}
Scope: \`crossings:read\`

## Parameters

| Parameter | In | Type | Required | Description |
|---|---|---|---|---|
| \`harbour\` | query | string | yes | Where from. |
| \`sort\` | query | \`speed\`, \`fare\` | no | In which order. |
| \`cursor\` | query | string | no | Where to go on. |

## Returns

\`200 OK\` and a page of [Crossing](crossing.md) objects.

## Example

${fence(`curl "${host}/crossings?harbour=north" -H "Accept: application/json"`, "bash")}
${fence('{ "results": [{ "id": 7, "left_at": null }], "next_cursor": "b7", "total": 3 }', "json")}
`;

const errors = `# Errors

${fence('{ "error": { "reason": "full", "detail": "No deck has room.", "trace_id": "t-1" } }', "json")}`;

const api = apiOf({ "crossing.md": crossing, "list.md": list, "errors.md": errors });

dialect("which one a set speaks is seen from its pages", () => {
  assert.is(api.dialect, "plain");
  const namespaced = apiOf({ "crossing.md": crossing.replace("# Crossing", "# Crossing\n\nNamespace: ferries") });
  assert.is(namespaced.dialect, "graph");
});

dialect("types are called as the page calls them, without a namespace", () => {
  assert.equal(
    api.types.map(({ name, properties }) => [name, properties.map((one) => `${one.name}: ${words(one.type)}`)]),
    [["Crossing", ["id: Int32", "fares: map of Double", "decks: String[]", "left_at: DateTimeOffset"]]],
  );
});

dialect("parameters go where the table says, with the values of the cell", () => {
  const [operation] = api.operations;
  assert.equal(
    operation?.parameters.map((one) => `${one.in} ${one.name}: ${words(one.type)}${one.required ? "" : "?"}`),
    ["query harbour: String", 'query sort: "speed" | "fare"?', "query cursor: String?"],
  );
});

dialect("a scope in a line of its own holds for every account", () => {
  const scope = { least: [["crossings:read"]], higher: [] };
  const [{ line, lines, ...permissions } = {}, ...others] = api.operations[0]?.permissions ?? [];
  assert.equal([permissions, others], [{ delegatedWork: scope, application: scope }, []]);
  assert.equal([lines?.delegatedWork, lines?.application], [line, line]);
});

dialect("a list is what the example shows: items, the token for the next page, how many there are", () => {
  const result = api.operations[0]?.result;
  assert.is(result?.kind, "list");
  assert.equal(api.envelope, { items: "results", next: "next_cursor", send: "cursor", count: "total" });
});

dialect("a token that no parameter takes is a finding, and nothing that could be sent", () => {
  const lost = apiOf({ "crossing.md": crossing, "list.md": list.replace(/.*`cursor`.*\n/, "") });
  assert.equal(lost.envelope, { items: "results", count: "total" });
  assert.equal(
    lost.findings.filter(({ rule }) => rule === "paging-unknown").map(({ page, symbol }) => `${page} ${symbol}`),
    ["list.md next_cursor"],
  );
  // an example that sends it in a header tells readers
  const header = '-H "X-Next-Cursor: b7" -H "Accept';
  const shown = list.replace(/.*`cursor`.*\n/, "").replace('-H "Accept', header);
  assert.equal(
    apiOf({ "crossing.md": crossing, "list.md": shown }).findings.filter(({ rule }) => rule === "paging-unknown"),
    [],
  );
});

dialect("an error body is read where the page about errors shows it", () => {
  assert.equal(api.errorBody, {
    at: "error",
    isList: false,
    message: "detail",
    code: "reason",
    requestId: "trace_id",
  });
});

dialect("the base address has the words before the version", () => {
  assert.is(api.baseUrl, host);
  assert.equal(
    api.operations[0]?.routes.map(({ template }) => template),
    ["/crossings?harbour={harbour}&sort={sort}&cursor={cursor}"],
  );
});

dialect(
  "a placeholder that most addresses have for a host is a parameter of the base, and no segment of a path",
  () => {
    const page = (path: string): string =>
      `# Get ${path}\n\n## HTTP request\n\n${fence(`GET ferryHost/${path}({id})`)}\n## Example\n\n${fence(`GET https://{ferryHost}/api/v2.0/${path}(4)`)}\n${fence("HTTP/1.1 204 No Content")}`;
    const open = apiOf({ "a.md": page("decks"), "b.md": page("cabins") });
    assert.is(open.baseUrl, "https://{ferryHost}/api/v2.0");
    assert.equal(
      open.operations.map(({ routes }) => routes[0]?.template),
      ["/decks({deckId})", "/cabins({cabinId})"],
    );
  },
);

dialect("several types on a page, a heading each, are reached by their anchors", () => {
  const page = `# Boats\n\n## Deck plan\n\n| Property | Type |\n|---|---|\n| first | [Cabin](#cabin) |\n\n## Cabin\n\n| Property | Type |\n|---|---|\n| beds | integer |\n`;
  const { types } = apiOf({ "boats.md": page });
  assert.equal(
    types.map(({ name, properties }) => [name, ...properties.map((one) => `${one.name}: ${words(one.type)}`)]),
    [
      ["Cabin", "beds: Int32"],
      ["DeckPlan", "first: object Cabin"],
    ],
  );
});

dialect("what no page has is told once", () => {
  const bare = list.replace("Scope: `crossings:read`", "");
  const { findings } = apiOf({
    "a.md": bare,
    "b.md": bare.replaceAll("crossings", "tickets"),
    "crossing.md": crossing,
  });
  assert.equal(
    findings
      .filter(({ rule }) => rule === "convention" || rule === "permissions-missing")
      .map(({ page, rule }) => `${page} ${rule}`),
    ["a.md convention"],
  );
});

dialect("a configuration adds names of scalars", () => {
  const page = pageOf(crossing.replace("list of strings", "Knots"), "crossing.md");
  const own = linkApi([page], { dialect: { extends: "plain", scalars: { Knots: "Double" } } });
  const [, , decks] = own.types[0]?.properties ?? [];
  assert.is(words(decks?.type), "Double");
  assert.is(own.dialect, "plain with words of its own");
});

dialect("settings are checked", () => {
  assert.is(flawOf("plain"), undefined);
  assert.is(flawOf({ extends: "plain", headings: { request: ["Call"] }, scalars: { Money: "Double" } }), undefined);
  assert.is(flawOf("klingon"), "there is no dialect klingon; write graph or plain");
  assert.is(flawOf({ extends: "graf" }), "there is no dialect graf; write graph or plain");
  assert.is(flawOf({ colour: "red" }), "a dialect has no colour");
  assert.is(flawOf({ headings: { request: "Call" } }), "headings.request must be a list of strings");
});

dialect("one page without permissions is no fault where no page need have any", () => {
  const rules = (pages: Record<string, string>): readonly string[] => apiOf(pages).findings.map(({ rule }) => rule);
  const page = list.replace("Scope: `crossings:read`\n", "");
  assert.not(rules({ "crossing.md": crossing, "list.md": page }).includes("permissions-missing"));
  assert.ok(rules({ "api/list.md": `---\ndoc_type: apiPageType\n---\n${page}` }).includes("permissions-missing"));
});

dialect(
  "folders called api or resources say nothing of the house, nor of what a page without its marks is about",
  () => {
    const page = `# Barge

## Barge object

| Field | Type |
|---|---|
| id | string |

## List barges

\`GET /barges\`

Returns a list of [barge](#barge-object) objects.

## Delete barge

\`DELETE /barges/{id}\`

Returns \`204 No Content\`.
`;
    for (const folder of ["refs", "resources", "api"]) {
      const { dialect: seen, operations, types } = apiOf({ [`${folder}/barge.md`]: page });
      assert.is(seen, "plain", folder);
      assert.equal(
        operations.map(({ method, routes }) => `${method} ${routes.map(({ template }) => template).join()}`),
        ["DELETE /barges/{bargeId}", "GET /barges"],
        folder,
      );
      assert.equal(
        types.map(({ name }) => name),
        ["Barge"],
        folder,
      );
    }
  },
);

dialect("what example addresses show in braces is played with values of its type", () => {
  const page = `# Get a deck

## Endpoint

${fence("GET /crossings({crossing_id})/decks({deck})")}
## Path parameters

| Parameter | Type |
|---|---|
| crossing_id | Guid |
| deck | integer |

## Returns

\`200 OK\`

## Example

${fence(`GET ${host}/crossings({id})/decks({n})`)}
${fence('{ "cars": 40 }', "json")}`;
  const [operation] = apiOf({ "deck.md": page }).operations;
  const [example] = operation?.examples ?? [];
  assert.is(example?.request.url, `${host}/crossings({id})/decks({n})`);
  assert.is(example?.call?.url, `${host}/crossings(00000000-0000-0000-0000-000000000001)/decks(1)`);
  assert.equal(example?.findings, ["example-placeholder"]);
});

dialect("a word for an id in quotes is a placeholder, and what fills it in is an example", () => {
  const page = `# Free a berth

## Endpoint

${fence("DELETE /ports('port-id')/berths('id')")}
### Example

${fence("DELETE /ports('north')/berths('4')")}
## Returns

\`204 No Content\``;
  const [operation] = apiOf({ "free.md": page }).operations;
  assert.equal(
    operation?.routes.map(({ template }) => template),
    ["/ports('{portId}')/berths('{berthId}')"],
  );
});

dialect("the answer below a heading of its own is one, whatever was said of the request before", () => {
  const page = `# GET /crossings/{id}

## Request body

The body of this request is empty.

## Response body

### Sample response

${fence('{ "id": 7 }', "json")}`;
  const [operation] = apiOf({ "crossing.md": page }).operations;
  assert.equal(
    operation?.examples.map(({ request, response }) => [request.method, response?.body]),
    [["GET", { id: 7 }]],
  );
});

dialect("a table of the address may list `top`, which travels as it is written", () => {
  const page = `# List decks\n\n## Endpoint\n\n${fence("GET /decks")}\n## URI parameters\n\n| Parameter | Type |\n|---|---|\n| top | int |\n| $skip | int |\n`;
  const [operation] = apiOf({ "decks.md": page }).operations;
  assert.equal(
    operation?.parameters.map(({ in: place, name }) => `${place} ${name}`),
    ["query top"],
  );
});

dialect("names begin with the verb of the title, also where files are called so", () => {
  const name = (title: string, path: string): string | undefined => {
    const page = `# ${title}\n\n## Endpoint\n\n${fence("POST /decks/{id}/holds/{n}")}\n`;
    const { verb, object, qualifier } = apiOf({ [path]: page }).operations[0]?.naming ?? {};
    return [verb, object, qualifier].join(" ").trim();
  };
  assert.is(name("Get a list of decks", "get-a-list-of-decks.md"), "list decks");
  assert.is(name("Withdraw a hold", "withdraw-a-hold.md"), "withdraw hold");
  assert.is(name("Add or remove deck holds API", "deck-holds.md"), "addOrRemove deckHolds");
  assert.is(name("Rename a deck", "decks.md"), "rename deck");
});

dialect("of a namespace that no page is of the name counts, also with the word for its kind", () => {
  const deck = "# Deck plan\n\n## Properties\n\n| Property | Type |\n|---|---|\n| cars | integer |\n";
  const boat =
    "# Boat\n\n## Properties\n\n| Property | Type |\n|---|---|\n| lower | Acme.NAV.deckPlanType |\n| upper | NAV.DeckPlan |\n| roof | NAV.sundeck |\n";
  const { types, findings } = apiOf({ "boat.md": boat, "deck.md": deck });
  const own = types.find(({ name }) => name === "Boat")?.properties;
  assert.equal(
    own?.map((one) => `${one.name}: ${words(one.type)}`),
    ["lower: object DeckPlan", "upper: object DeckPlan", "roof: unknown"],
  );
  assert.ok(findings.some(({ rule }) => rule === "type-unknown"));
});

dialect("an answer that no words name is of the type that has nearly all of its many members", () => {
  const names = ["name", "flag", "length", "beam", "draught", "decks", "cabins", "crew", "built", "yard"];
  const boat = `# Boat\n\n## Properties\n\n| Property | Type |\n|---|---|\n${names.map((name) => `| ${name} | string |\n`).join("")}`;
  const get = (members: readonly string[]): string =>
    `# Get a boat\n\n## Endpoint\n\n${fence("GET /boats/{id}")}\n## Response\n\n${fence(JSON.stringify(Object.fromEntries(members.map((name) => [name, "x"]))), "json")}`;
  const resultOf = (members: readonly string[]): string => {
    const result = apiOf({ "boat.md": boat, "get.md": get(members) }).operations[0]?.result;
    return result && "type" in result ? words(result.type) : "nothing";
  };
  assert.is(resultOf([...names, "motto"]), "object Boat");
  assert.is(resultOf([...names, "motto", "song"]), "unknown", "two of twelve are too many");
  assert.is(resultOf([...names.slice(0, 4), "motto"]), "unknown", "five are too few to tell");
});

dialect(
  "where no member of an object says which of several types it is, what only a derived type has fits no base",
  () => {
    const type = (name: string, text: string, row: string): string =>
      `# ${name}\n\n${text}\n\n## Fields\n\n| Field | Type | Description |\n|---|---|---|\n${row}`;
    const vessel = type("Vessel", "What swims.", "| name | string | Its name. |");
    const tug = type("Tug", "Pulls. Inherits from [Vessel](vessel.md).", "| pull | integer | In tons. |");
    const get = `# Get a vessel

## Endpoint

${fence("GET /vessels/{vessel_id}")}
## Returns

\`200 OK\` and a [Vessel](vessel.md) object.

## Example

${fence(`curl "${host}/vessels/1"`, "bash")}
${fence('{ "name": "Rex", "pull": 80 }', "json")}
`;
    const found = apiOf({ "vessel.md": vessel, "tug.md": tug, "get.md": get });
    assert.equal(
      found.types.map(({ name, base }) => [name, base]),
      [
        ["Tug", "Vessel"],
        ["Vessel", undefined],
      ],
    );
    assert.is(found.operations[0]?.examples[0]?.responseFit, "unfit");
  },
);

dialect("docs without any operation are an error", () => {
  const none = apiOf({ "crossing.md": crossing });
  assert.equal(
    withoutOperations(none, none.findings).map(({ rule, page }) => `${page} ${rule}`),
    ["crossing.md no-operation"],
  );
  assert.equal(withoutOperations(api, []), []);
});

dialect.run();
