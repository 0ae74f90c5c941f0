/** Where parameters are sent, and what a body holds, on pages that say it in the form of their tables. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, operationOf, typed, words } from "./api-of.js";
import { body, parameters } from "./told.js";

const types = suite("model/sent-places: types");
const dividers = suite("model/sent-places: dividers");
const columns = suite("model/sent-places: columns");
const whole = suite("model/sent-places: whole");

const build = (below: string): string => `# Build a ship

## HTTP request

\`\`\`http
POST /yards/{yardId}/ships
\`\`\`

${below}

## Response

If successful, this method returns \`201 Created\` and no body.
`;

const ship = `## Request body

| Name | Required | Type | Description |
|--|--|--|--|
| name | yes | string | How it is called. |
| holds | yes | Hold[] | What it carries things in. |
`;

const hold = `| Parameter | Required | Type | Description |
|--|--|--|--|
| number | yes | int | Counted from the bow. |
| hatches | no | array of Hatches | What closes it. |
`;

const hatch = `| Name | Type | Description |
|--|--|--|
| width | int | In metres. |
`;

types("a heading that names the type of a row begins that type, a sentence above its table as well", () => {
  const told: Readonly<Record<string, string>> = {
    "a heading": "### Hold",
    "a heading in more words": "### The `Hold` object\n\nWhat a ship carries things in.",
    "a heading on its properties": "### Hold properties",
    "a heading beside that of the body": "## Hold",
    "a sentence": "Each Hold contains:",
    "a sentence of more words": "A `Hold` object has the following parameters:",
  };
  for (const [form, lead] of Object.entries(told)) {
    const api = apiOf({ "build-ship.md": build([ship, lead, hold].join("\n\n")) });
    assert.is(body(api, "build-ship"), "name! String, holds! object Hold[]", form);
    assert.equal(Object.keys(typed(api, "Hold")), ["number", "hatches"], form);
  }
});

types("a type within it is named by a row of its own table, in the plural", () => {
  const api = apiOf({ "build-ship.md": build([ship, "### Hold", hold, "#### Hatch", hatch].join("\n\n")) });
  assert.equal(typed(api, "Hold"), { number: "Int32", hatches: "object Hatch[]" });
  assert.equal(typed(api, "Hatch"), { width: "Int32" });
  assert.equal(findingsOf(api), []);
});

types("below a heading that names no type of a row, the rows are the body's", () => {
  const api = apiOf({ "build-ship.md": build([ship, "### For the hull", hatch].join("\n\n")) });
  assert.is(body(api, "build-ship"), "name! String, holds! unknown[], width Int32");
});

const divided = `## Parameters

| Parameter | Type | Notes
|:--|:--|:--
| URL
| yardId | int | Which yard.
| **Query**
| dryRun | bool | Only look.
| Headers
| Prefer | string | How to answer.
| Body
| name | string | How it is called.
`;

dividers("a row with only a place says where the rows below it are sent", () => {
  const api = apiOf({ "build-ship.md": build(divided) });
  assert.equal(parameters(api, "build-ship"), ["path yardId! Int32", "query dryRun Boolean"]);
  assert.equal(
    operationOf(api, "build-ship").headers.map(({ name }) => name),
    ["Prefer"],
  );
  assert.is(body(api, "build-ship"), "name String");
  assert.equal(findingsOf(api), []);
});

dividers("among other rows, a name in lower case of which nothing is said is a name", () => {
  const rows = "| Name | Type | Description |\n|--|--|--|\n| name | string | Its name. |\n| query | | |\n";
  const api = apiOf({ "build-ship.md": build(`## Request body\n\n${rows}`) });
  assert.is(body(api, "build-ship"), "name String, query unknown");
});

const find = `## Request parameters

### Required parameters

| Query parameter | Description |
|--|--|
| flag | _Required parameter_. Country of the ships. |

| Request header | Description |
|--|--|
| Trace | _Required request header_. What to find it by. |

### Optional parameters

| Query parameter | Description |
|--|--|
| sort | _Optional parameter_. By what. |

${ship.replace("| holds | yes | Hold[] | What it carries things in. |\n", "")}`;

columns("the name of a column says where its parameters are sent, and words what must be there", () => {
  const api = apiOf({ "build-ship.md": build(find) });
  assert.equal(parameters(api, "build-ship"), ["path yardId! String", "query flag! String", "query sort String"]);
  assert.equal(
    operationOf(api, "build-ship").headers.map(({ name, required }) => [name, required]),
    [["Trace", true]],
  );
  assert.is(body(api, "build-ship"), "name! String");
});

const contracts = `# Contracts

## Ship

| Field | Type |
|--|--|
| id | string |

## ShipPlan

| Field | Type |
|--|--|
| decks | int |
`;

/** A call whose body and whose answer are each a row of a table. */
const planned = (sent: string, answered: string): string => `# Build a ship

## HTTP request

\`\`\`http
POST /ships
\`\`\`

## Request parameters

| Name | In | Type | Notes |
|--|--|--|--|
| dryRun | Query | bool | Only look. |
| | Body | ${sent} | Required. What to build. |

## Response

| Type | Notes |
|--|--|
| ${answered} | What was built. |
`;

whole(
  "a row without a name whose place is the body says what the body is, a table of one type what is answered",
  () => {
    const forms = [
      ["[ShipPlan](contracts.md#ShipPlan)", "[Ship](contracts.md#Ship)"],
      ["ShipPlan", "Ship"],
    ] as const;
    for (const [sent, answered] of forms) {
      const api = apiOf({ "build-ship.md": planned(sent, answered), "contracts.md": contracts });
      const { body: request, result } = operationOf(api, "build-ship");
      assert.equal(request?.kind === "json" && words(request.of), "object ShipPlan", sent);
      assert.equal(result.kind === "object" && words(result.type), "object Ship", answered);
      assert.equal(parameters(api, "build-ship"), ["query dryRun Boolean"]);
    }
  },
);

whole("what is answered may be several", () => {
  const api = apiOf({
    "build-ship.md": planned("ShipPlan[]", "[Ship](contracts.md#Ship)[]"),
    "contracts.md": contracts,
  });
  const { body: request, result } = operationOf(api, "build-ship");
  assert.equal(request?.kind === "json" && words(request.of), "object ShipPlan[]");
  assert.equal(result.kind === "list" && words(result.type), "object Ship");
});

types.run();
dividers.run();
columns.run();
whole.run();
