/** The order of evidence, and what words say: each rule with the page that shows it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { explanationLines } from "../../generator/cli/explain.js";
import { explainer } from "../../generator/explanation.js";
import type { Evidence, Source } from "../../generator/model/api.js";
import { settle } from "../../generator/model/claims.js";
import { linkApi } from "../../generator/model/link.js";
import { pageOf } from "../read/page-of.js";
import { apiOf, exchange, findingsOf, json, operation, operationOf, propertyOf, resource, words } from "./api-of.js";

const claimTests = suite("model/claims");

const place = { line: 1, column: 1 };

function claim(from: Source, says: boolean, page = "a.md"): Evidence<boolean> {
  return { about: "nullable", says, from, because: `${from} says ${says ? "yes" : "no"}`, page, place };
}

claimTests("what stands first in the order of evidence is right, and what is against it stays known", () => {
  const settled = settle([claim("example", true), claim("words", false), claim("page", false)]);
  assert.is(settled?.value, false);
  assert.equal(
    settled?.evidence.map(({ because, against = false }) => [because, against]),
    [
      ["words says no", false],
      ["page says no", false],
      ["example says yes", true],
    ],
  );
});

claimTests("of one kind of evidence most decide; neither the order nor the names of pages do", () => {
  const claims = [claim("words", true, "z.md"), claim("words", false, "a.md"), claim("words", true, "b.md")];
  assert.is(settle(claims)?.value, true);
  assert.is(settle(claims.toReversed())?.value, true);
  const tied = claims.slice(0, 2);
  assert.is(settle(tied)?.value, settle(tied.toReversed())?.value);
  assert.is(settle([]), undefined);
});

/** Whether a row of a body, and a header, with this description must be given. */
function mustBeGiven(description: string): readonly (boolean | undefined)[] {
  const { body, headers } = operationOf(
    apiOf({
      "api/parcel-send.md": operation({
        title: "Send parcel",
        request: "POST /parcels/{id}/send",
        headers: [`|X-Van|${description}|`],
        body: `Supply these parameters.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|to|String|${description}|`,
      }),
    }),
  );
  return [body?.kind === "json" ? body.properties?.[0]?.required : undefined, headers[0]?.required];
}

const required = [
  "Required.",
  "Where it goes. Required.",
  "Where it goes (required).",
  "{address}, required",
  "This header is required.",
  "Required: the address.",
  "Required on creation.",
];
const notRequired = [
  "Where it goes.",
  "Optional.",
  "Not required.",
  "Required when the request uses `$search`.",
  "Required if the parcel is heavy.",
  "Required for application permissions.",
  "Required only for keys of another kind.",
  "Where it goes (required when it is heavy).",
  "`eventual`. This header and `$count` are required when using `$search`.",
  "If the parcel is heavy, required.",
  "Not individually required. However, at least one address (**to** or **via**) is required.",
  "The required strength of the van.",
];
for (const text of required) claimTests(`required: ${text}`, () => assert.equal(mustBeGiven(text), [true, true]));
for (const text of notRequired)
  claimTests(`not required: ${text}`, () => assert.equal(mustBeGiven(text), [false, false]));

const columns: readonly (readonly [string, boolean])[] = [
  ["Yes", true],
  ["Y", true],
  ["Required", true],
  ["No", false],
  ["", false],
  ["Optional", false],
  ["Yes, if it is heavy", false],
  ["Only when it is heavy", false],
];
for (const [cell, given] of columns) {
  claimTests(`a column on that: "${cell}"`, () => {
    const page = operation({ request: "PATCH /parcels/{id}" }).concat(
      `\n\n## Request headers\n\n|Header|Value|Required|\n|:--|:--|:--|\n|If-Match|What it was. Required.|${cell}|`,
    );
    assert.is(operationOf(apiOf({ "api/parcel-update.md": page })).headers[0]?.required, given);
  });
}

claimTests("a header is blamed on its own row", () => {
  const headers = ["|X-Trace-Id|Optional.|", "|Trace-Id|Required.|"];
  const { evidence = [] } = operationOf(apiOf({ "api/parcel-get.md": operation({ headers }) }));
  const told = evidence.filter(({ of }) => of === "header.Trace-Id");
  assert.equal(
    told.map(({ about, place: { line } }) => [about, line]),
    [["required", 18]],
  );
});

const nulls: readonly (readonly [string, boolean])[] = [
  ["Null until it has arrived.", true],
  ["Set to `null` to take it away.", true],
  ["Set it to `null` otherwise.", true],
  ["If null, the van decides.", true],
  ["The default value is null.", true],
  ["Possible values are: `slow`, `fast`, `null`.", true],
  ["Supports `$filter` (`eq` on `null` values).", true],
  ["Can never be null.", false],
  ["Can not be null.", false],
  ["Will never be set to null.", false],
  ["Null values are not allowed.", false],
  ["Non-null.", false],
  ["A null here is an error.", false],
  ["For letters the **address** property is null.", false],
];
for (const [text, nullable] of nulls) {
  claimTests(`${nullable ? "nullable" : "not nullable"}: ${text}`, () => {
    const api = apiOf({ "resources/parcel.md": resource("parcel", { properties: [`|note|String|${text}|`] }) });
    assert.is(propertyOf(api, "parcel.note").nullable, nullable);
  });
}

const cells: readonly (readonly [cell: string, type: string])[] = [
  ["String &#124; null", "String"],
  ["String \\| null", "String"],
  ["Int32 or null", "Int32"],
  ["String (nullable)", "String"],
  ["nullable Boolean", "Boolean"],
  ["Date?", "Date"],
];
for (const [cell, type] of cells) {
  claimTests(`a type cell says that it can be null: ${cell}`, () => {
    const api = apiOf({
      "resources/parcel.md": resource("parcel", { properties: [`|note|${cell}|For the courier.|`] }),
    });
    const property = propertyOf(api, "parcel.note");
    assert.equal([words(property.type), property.nullable, findingsOf(api)], [type, true, []]);
  });
}

const sends = (description: string) =>
  apiOf({
    "api/parcel-send.md": operation({
      title: "Send parcel",
      request: "POST /parcels/{id}/send",
      body: `Supply these parameters.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|to|String|${description}|`,
      examples: [exchange({ request: json("POST /parcels/p/send", { to: null }) })],
    }),
  });

claimTests(
  "a row that can never be null stays so, whatever an example sends; the example is known to be against it",
  () => {
    const { body, evidence = [] } = operationOf(sends("Can never be null."));
    assert.is(body?.kind === "json" && body.properties?.[0]?.nullable, false);
    assert.equal(
      evidence.filter(({ about }) => about === "nullable").map(({ because, against = false }) => [because, against]),
      [
        ["the description says that it is never null", false],
        ["null in an example", true],
      ],
    );
  },
);

claimTests("explain shows what was decided and what was against it", () => {
  const text = resource("parcel", {
    properties: ["|id|String|Its name. Can be null.|"],
    annotation: { keyProperty: "id" },
  });
  const page = pageOf(text, "resources/parcel.md");
  const api = linkApi([page]);
  const plan = planPackage(api, { name: "parcels", version: "1.0.0", license: "MIT" });
  const told = explanationLines(explainer(api, plan)(page)).map((line) => line.trim());
  const at = told.findIndex((line) => line.startsWith("nullable: it is the key"));
  assert.ok(at > 0);
  assert.match(told[at + 1] ?? "", /^against: the description says that it can be null {2}line 11$/);
});

claimTests("the words of the type's page count for a body that says nothing of its own", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", { properties: ["|note|String|Nullable.|", "|size|Int32|In litres.|"] }),
    "api/parcel-update.md": operation({
      title: "Update parcel",
      request: "PATCH /parcels/{id}",
      body: "Supply the values of a [parcel](../resources/parcel.md).\n\n|Property|Type|Description|\n|:--|:--|:--|\n|note|String|For the courier.|\n|size|Int32|In litres.|",
    }),
  });
  const { body } = operationOf(api);
  assert.equal(body?.kind === "json" && body.properties?.map((property) => property.nullable), [true, false]);
});

claimTests("an address that a row and an example name is one member, required as the row says", () => {
  const api = apiOf({
    "resources/van.md": resource("van", { properties: ["|id|String|Its name.|"] }),
    "resources/parcel.md": resource("parcel", {
      properties: ["|id|String|Its name.|"],
      relationships: ["|van|[van](van.md)|Where.|"],
    }),
    "api/parcel-post.md": operation({
      title: "Create parcel",
      request: "POST /parcels",
      body: "Supply a [parcel](../resources/parcel.md) object.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|van@odata.bind|String|The van. Required.|",
      examples: [
        exchange({
          request: json("POST /parcels", {
            "van@odata.bind": "https://x/vans/1",
            "lid@odata.bind": ["https://x/lids/1"],
          }),
        }),
      ],
    }),
  });
  const { body } = operationOf(api);
  assert.equal(
    body?.kind === "json" &&
      body.properties?.map((each) => [each.name, words(each.type), each.required, markdownOf(each.description)]),
    [
      ["van@odata.bind", "String", true, "The van. Required."],
      ["lid@odata.bind", "String[]", false, "Sets `lid` by the address of what exists."],
    ],
  );
});

claimTests("a misspelt member is found once, with the text that mends it, and is no missing one as well", () => {
  const api = apiOf({
    "api/parcel-send.md": operation({
      title: "Send parcel",
      request: "POST /parcels/{id}/send",
      body: "Supply these parameters.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|Goal|String|Required.|",
      examples: [exchange({ request: json("POST /parcels/p/send", { goal: "north" }) })],
    }),
  });
  const bodies = api.findings.filter(({ rule }) => /^example-(?:property|required)/.test(rule));
  assert.equal(
    bodies.map(({ message, edit }) => [message.replace(/^.*have\. /, ""), edit]),
    [
      [
        "Did you mean Goal?",
        {
          range: { line: bodies[0]?.line, column: 4, end: { line: bodies[0]?.line, column: 8 } },
          text: "Goal",
        },
      ],
    ],
  );
});

claimTests("an object that spells its type in other capitals fits nothing and is found", () => {
  const api = apiOf({
    "resources/rule.md": resource("rule", { properties: ["|id|String|Its name.|"] }),
    "resources/speedrule.md": resource("speedRule", {
      text: "Inherits from [rule](rule.md).",
      properties: ["|limit|Int32|In knots.|"],
    }),
    "api/rule-list.md": operation({
      title: "List rules",
      request: "GET /rules",
      response:
        "If successful, this method returns a `200 OK` response code and a collection of [rule](../resources/rule.md) objects in the response body.",
      examples: [
        exchange({
          request: "GET /rules",
          response: json("HTTP/1.1 200 OK", { value: [{ "@odata.type": "#microsoft.graph.SpeedRule", limit: 5 }] }),
        }),
      ],
    }),
  });
  assert.is(operationOf(api).examples[0]?.responseFit, "unfit");
  assert.equal(findingsOf(api), ["example-discriminator rule-list.@odata.type"]);
});

claimTests("types and pages that differ in letter case alone are found", () => {
  const api = apiOf({
    "resources/flow.md": resource("userFlow", { properties: ["|id|String|Its name.|"] }),
    "resources/other.md": resource("userflow", { properties: ["|size|Int32|How many.|"] }),
    "api/flow-get.md": operation({ title: "Get flow", request: "GET /flows/{id}" }),
    "api/Flow-Get.md": operation({ title: "Get flow", request: "GET /flows/{id}" }),
  });
  assert.equal(
    findingsOf(api).filter((finding) => /-case /.test(finding)),
    ["page-case api/flow-get.md", "type-case userflow"],
  );
});

claimTests.run();
