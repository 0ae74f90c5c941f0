/**
 * What is generated works, whatever the pages hold: each package here compiles with the settings it ships with, and its tests pass. Where a
 * page shows what no call can send, a finding says so.
 */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Built } from "../generator/build.js";
import { workingPackage } from "./helpers/works.js";
import { exchange, json, operation, resource } from "./model/api-of.js";

const works = suite("works");

const base = "https://parcels.example/v1.0";
const answers = (type: string): string =>
  `If successful, this method returns a \`200 OK\` response code and a [${type}](../resources/${type}.md) object in the response body.`;

function findingsOf({ plan }: Built): string[] {
  const left = new Set(["convention", "permissions-missing", "response-missing"]);
  return plan.api.findings
    .filter(({ rule }) => !left.has(rule))
    .map(({ rule, symbol, page }) => `${page}: ${rule} ${symbol}`);
}

function fileOf({ files }: Built, path: string): string {
  const file = files.find((each) => each.path === path);
  assert.ok(file, `${path} is not among ${files.map((each) => each.path).join(" ")}`);
  return file.content;
}

function testsOf({ files }: Built): number {
  return files
    .filter(({ path }) => path.startsWith("test/"))
    .reduce((sum, { content }) => sum + (content.match(/^test\(/gm)?.length ?? 0), 0);
}

const crate = {
  "resources/crate.md": resource("crate", { properties: ["|id|String|Its name. Key.|", "|size|Int32||"] }),
};

/** Names that every object knows, and those of the language and of its globals. */
const known = [
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__proto__",
  "__defineGetter__",
  "isPrototypeOf",
];

works("names that every object knows, wherever a page can have a name", async () => {
  const pages = known.flatMap((name, index): [string, string][] => {
    const body = JSON.parse(`{ "id": "1", "${name}": "own", "${name}@odata.count": 3 }`) as object;
    return [
      [
        `resources/${name}.md`,
        resource(name, {
          namespace: `microsoft.graph.${name}`,
          properties: ["|id|String|Its name.|", `|\`${name}\`|String|A value.|`],
          relationships: [`|${name}s|[${name}](${name}.md) collection|More of them.|`],
          rest: `### ${name}Kind values\n\n|Member|Description|\n|:---|:---|\n|${name}|One.|\n|other|Another.|`,
        }),
      ],
      [
        `api/${name}-get.md`,
        `---\ndoc_type: ${name}\n${name}: ${name}\n---\n\n${operation({
          title: `Get ${name}`,
          permissions: `|Permission type|Permissions|\n|:---|:---|\n|Application|Thing.${name.replaceAll("_", "")}.Read|`,
          request: `GET /things${index}/{${name}}/f(${name}={${name}2})`,
          query: `This method supports \`$${name}\` and \`$select\`.`,
          headers: [`|${name}|A header.|`],
          response: answers(name),
          examples: [
            exchange({
              name,
              request: `GET ${base}/things${index}/a/f(${name}=1)?$${name}=1\n${name.replaceAll("_", "")}: x`,
              response: json("HTTP/1.1 200 OK", body),
              type: `microsoft.graph.${name}.${name}`,
            }),
          ],
        })}`,
      ],
      [
        `api/${name}-post.md`,
        operation({
          title: `Create ${name}`,
          request: `POST /things${index}`,
          body: `Supply a JSON object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|\`${name}\`|String|A value. Required.|`,
          response: answers(name).replace("200 OK", "201 Created"),
          examples: [
            exchange({
              name: `${name}_post`,
              request: json(`POST ${base}/things${index}`, body),
              response: json("HTTP/1.1 201 Created", body),
              type: `microsoft.graph.${name}.${name}`,
            }),
          ],
        }),
      ],
    ];
  });
  const built = await workingPackage(Object.fromEntries(pages));
  assert.equal(built.failures, []);
  assert.is(testsOf(built), 2 * known.length);
  // Underscores around a name are taken for emphasis, also in code.
  assert.equal(
    findingsOf(built).filter((finding) => !finding.includes("/__")),
    // `$constructor` is no option that a call has
    known
      .filter((name) => !name.startsWith("__"))
      .map((name) => `api/${name}-get.md: example-untyped ${name}`)
      .sort(),
  );
});

works("what may be left out and is called like what every object has by itself", async () => {
  const names = ["constructor", "toString", "hasOwnProperty", "valueOf"];
  const rows = names.map((name) => `|${name}|String|Own.|`);
  const built = await workingPackage({
    "resources/box.md": resource("box", { properties: ["|id|String|Its name.|", ...rows] }),
    "api/box-get.md": operation({
      title: "Get box",
      request: "GET /boxes/{id}\nGET /shelves/{valueOf}/boxes/{id}",
      headers: names.map((name) => `|${name}|A header.|`),
      response: answers("box"),
      examples: ["/boxes/1", "/boxes/1?toString=a", "/shelves/2/boxes/1"].map((path) =>
        exchange({ request: `GET ${base}${path}\nPrefer: wait`, response: json("HTTP/1.1 200 OK", { id: "1" }) }),
      ),
    }),
    "api/box-post.md": operation({
      title: "Create box",
      request: "POST /boxes",
      body: `Supply a JSON object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its name.|\n${rows.join("\n")}`,
      response: answers("box").replace("200 OK", "201 Created"),
      examples: [
        exchange({
          request: json(`POST ${base}/boxes`, { id: "1" }),
          response: json("HTTP/1.1 201 Created", { id: "1" }),
        }),
      ],
    }),
  });
  assert.is(testsOf(built), 4);
  // `?toString=a` is sent, but by no typed call
  assert.equal(findingsOf(built), ["api/box-get.md: example-untyped "]);
});

works("a parameter of one of several routes is called like what every object has", async () => {
  const request = "POST /root:/{hasOwnProperty}:/open\nPOST /boxes/{box-id}/open";
  const page = operation({ title: "Open box", request, response: "If successful, returns `204 No Content`." });
  const built = await workingPackage({ "api/box-open.md": page });
  assert.match(fileOf(built, "src/box.ts"), /\{ hasOwnProperty: string; boxId\?: never \}/);
});

works("a namespace without a character of an identifier, or one that the package needs itself", async () => {
  const names = [
    "☃",
    "-",
    "runtime",
    "testing",
    "index",
    "src",
    "con",
    "AUX",
    "nul",
    "node_modules",
    "fixtures",
    "enums",
    "client",
  ];
  const exported = ["Client", "Page", "odata", "List", "createClient", "ClientOptions", "crate", "getCrate"];
  const pages = [...names, ...exported].map((name, index): [string, string] => [
    `resources/type${index}.md`,
    resource(`type${index}`, {
      text: "Something.",
      namespace: `microsoft.graph.${name}`,
      annotation: { keyProperty: "id" },
      properties: ["|id|String||", "|other|type0||"],
      json: '{ "id": "String", "other": { "@odata.type": "microsoft.graph.☃.type0" } }',
    }),
  ]);
  const nested = {
    "resources/retry.md": resource("retry", { namespace: "microsoft.graph.runtime", properties: ["|id|String||"] }),
    "resources/inner.md": resource("inner", { namespace: "microsoft.graph.outer", properties: ["|id|String||"] }),
    "resources/deep.md": resource("deep", { namespace: "microsoft.graph.outer.inner", properties: ["|id|String||"] }),
    "api/retry-get.md": operation({
      title: "Get retry",
      request: "GET /retries/{id}",
      response: answers("retry"),
      examples: [
        exchange({
          request: `GET ${base}/retries/1`,
          response: json("HTTP/1.1 200 OK", { id: "1" }),
          type: "microsoft.graph.runtime.retry",
        }),
      ],
    }),
    "api/crate-get.md": operation({ title: "Get crate", request: "GET /crates/{id}", response: answers("crate") }),
  };
  const built = await workingPackage({ ...crate, ...nested, ...Object.fromEntries(pages) });
  assert.equal(built.failures, []);
  assert.match(fileOf(built, "src/runtimeNamespace/retry.ts"), /export interface Retry /);
  assert.match(fileOf(built, "src/namespace/type0.ts"), /export interface Type0 /);
  assert.match(fileOf(built, "src/outer/index.ts"), /export \* as InnerNamespace from/);
  assert.match(fileOf(built, "src/index.ts"), /export \* as PageNamespace from/);
  assert.is(built.plan.api.types.length, pages.length + 4);
  assert.is(testsOf(built), 1);
});

works("types and functions that are called like what the language, its globals or the package call so", async () => {
  const types = [
    "Promise",
    "Array",
    "Record",
    "String",
    "Object",
    "Omit",
    "Pick",
    "Partial",
    "undefined",
    "any",
    "unknown",
    "never",
    "list",
    "client",
    "runtimeList",
    "clientOptions",
    "globalThis",
    "operation",
    "error",
    "Symbol",
    "index",
    "enums",
    "options",
    "readonly",
    "interface",
  ];
  const functions = [
    "delete",
    "import",
    "arguments",
    "eval",
    "await",
    "client",
    "test",
    "verify",
    "list",
    "call",
    "then",
    "async",
    "where",
    "what",
    "options",
    "default",
    "undefined",
    "NaN",
  ];
  const resources = types.map((name, index): [string, string] => [
    `resources/t${index}.md`,
    resource(name, {
      text: "Something.",
      properties: ["|id|String||", `|next|[${name}](t${index}.md)||`, `|${name}|[${name}](t${index}.md) collection||`],
      annotation: { keyProperty: "id" },
      json: "{}",
    }),
  ]);
  const operations = functions.map((name, index): [string, string] => [
    `api/f${index}-${name.toLowerCase()}.md`,
    operation({
      title: `thing: ${name}`,
      request: `POST /f${index}/{${name}}`,
      query: "This method supports `$filter` and `$top`.",
      body: `Supply a JSON object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|${name}|String|A value.|`,
      response: `If successful, this method returns a \`200 OK\` response code and a [list](../resources/t12.md) collection.`,
      examples: [
        exchange({
          name,
          request: json(`POST ${base}/f${index}/1?$filter=a&$top=1`, { [name]: "x" }),
          response: json("HTTP/1.1 200 OK", { value: [{ id: "1" }] }),
        }),
      ],
    }),
  ]);
  const built = await workingPackage(Object.fromEntries([...resources, ...operations]));
  assert.equal(built.failures, []);
  assert.is(testsOf(built), functions.length);
  assert.match(fileOf(built, "src/index.ts"), /type List as RuntimeRuntimeList,/);
});

works("files whose names differ in letter case alone, and modules that are called like what they hold", async () => {
  const built = await workingPackage({
    "resources/userflow.md": resource("userflow", { namespace: "microsoft.graph.a", properties: ["|id|String||"] }),
    "resources/b.md": resource("b", { namespace: "microsoft.graph.A", properties: ["|id|String||"] }),
    "resources/c.md": resource("user-Flow", {
      namespace: "microsoft.graph.a",
      properties: ["|id|String||"],
      annotation: {},
    }),
    "resources/a.md": resource("a", { properties: ["|id|String||"] }),
    "api/A-get.md": operation({ title: "Get A", request: "GET /a/{id}", response: answers("a") }),
  });
  assert.equal(built.failures, []);
  const paths = built.files.map(({ path }) => path.toLowerCase());
  assert.is(new Set(paths).size, paths.length);
});

works("members of an enumeration may be anything", async () => {
  const members = ["it's", 'say "x"', "back\\slash", "ünï", "line", "`tick`", "${code}", "*/", "-", "0"];
  const rows = members.map((member) => `|${member}|One.|`).join("\n");
  const built = await workingPackage({
    "resources/crate.md": resource("crate", {
      properties: ["|id|String||", "|kind|crateKind|Its kind.|"],
      rest: `### crateKind values\n\n|Member|Description|\n|:---|:---|\n${rows}`,
    }),
  });
  assert.equal(built.failures, []);
});

/** An example of an operation with one route, and what the package makes of it. */
interface Shown {
  readonly what: string;
  readonly route: string;
  /** What stands behind the address of the service, headers and body included. */
  readonly sent: string;
  readonly answer?: string;
  /** Rules, with the symbols that are no names of examples. */
  readonly findings: readonly string[];
  readonly tests: 0 | 1;
  /** Stands in the fixture. */
  readonly kept?: RegExp;
  readonly gone?: RegExp;
}

/** A body that JavaScript cannot hold, sent and answered: each is told once. */
function losing(what: string, body: string, kept: RegExp, isNumber = true): Shown {
  const message = `Content-Type: application/json\n\n${body}`;
  return {
    what,
    route: "POST /crates",
    sent: `/crates\n${message}`,
    answer: `HTTP/1.1 200 OK\n${message}`,
    findings: Array<string>(2).fill(isNumber ? "json-invalid" : "json-repeated-key"),
    tests: 1,
    kept,
  };
}

const shown: readonly Shown[] = [
  {
    what: "a placeholder where only a value can be sent",
    route: "GET /crates/near(date={date})",
    sent: "/crates/near(date={date})",
    findings: ["example-placeholder"],
    tests: 1,
  },
  {
    what: "a value in angle brackets, which can be sent",
    route: "GET /crates/near(date={date})",
    sent: "/crates/near(date=<date>)",
    findings: [],
    tests: 1,
  },
  {
    what: "a path with an empty segment, which cannot be sent",
    route: "GET /root:/{path}:/crate",
    sent: "/root:/a//b:/crate",
    findings: ["example-url"],
    tests: 0,
  },
  {
    what: "header values that HTTP cannot hold, and a name that comes twice",
    route: "GET /crates/{id}",
    sent: "/crates/1\nPrefer: zone=“Pacific – Time”\nX-City: 東京\nX-Twice: a\nx-twice: b\nX-Latin: é",
    answer: 'HTTP/1.1 200 OK\nX-City: 東京\nContent-Type: application/json\n\n{ "id": "1" }',
    findings: ["example-header Prefer", "example-header X-City", "example-header X-City"],
    tests: 1,
    kept: /'zone="Pacific - Time"'[^}]*"X-Twice": "b"[^}]*"X-Latin": "é"/,
    gone: /X-City/,
  },
  {
    what: "a parameter called as the choice between several routes is",
    route: "GET /routes/{route}",
    sent: "/routes/7",
    findings: [],
    tests: 1,
  },
  {
    what: "JSON that does not say so, where JSON is sent",
    route: "POST /crates",
    sent: '/crates\n\n"small"',
    findings: ["example-untyped"],
    tests: 1,
  },
  {
    what: "JSON that is too deep to be read, sent",
    route: "POST /crates",
    sent: `/crates\nContent-Type: application/json\n\n${"[".repeat(9000)}${"]".repeat(9000)}`,
    findings: ["json-unreadable"],
    tests: 0,
  },
  {
    what: "JSON that is too deep to be read, answered",
    route: "GET /crates/{id}",
    sent: "/crates/1",
    answer: `HTTP/1.1 200 OK\n\n{ "id": ${"[".repeat(9000)}${"]".repeat(9000)} }`,
    findings: ["json-unreadable"],
    tests: 1,
  },
  losing("an integer beyond 2^53", '{ "id": "1", "size": 9007199254740993 }', /"9007199254740993"/),
  losing("a number beyond all", '{ "id": "1", "size": 1e400 }', /"1e400"/),
  losing("a zero below zero", '{ "id": "1", "size": -0 }', /"-0"/),
  losing("a number that vanishes", '{ "id": "1", "size": 1e-400 }', /"1e-400"/),
  losing("a name that stands twice", '{ "id": "2", "size": 1, "id": "1" }', /"id": "1"/, false),
];

function pageOf({ route, sent, answer }: Shown, index: number): [string, string] {
  const [method = "", path = ""] = route.split(" ");
  const writes = method === "POST";
  const page = operation({
    title: `${writes ? "Create" : "Get"} crate`,
    request: `${method} /c${index}${path}`,
    body: writes
      ? "Supply a JSON representation of a [crate](../resources/crate.md) object."
      : "Do not supply a request body for this method.",
    response: answers("crate"),
    examples: [
      exchange({
        name: `example_${index}`,
        request: `${method} ${base}/c${index}${sent}`,
        response: answer ?? json("HTTP/1.1 200 OK", { id: "1" }),
      }),
    ],
  });
  return [`api/crate-c${index}.md`, page];
}

let examples: Built | undefined;
works.before(async () => {
  examples = await workingPackage({ ...crate, ...Object.fromEntries(shown.map(pageOf)) });
});

for (const [index, { what, findings, tests, kept, gone }] of shown.entries()) {
  works(`an example with ${what}`, () => {
    assert.ok(examples);
    const page = `api/crate-c${index}.md`;
    const found = findingsOf(examples)
      .filter((finding) => finding.startsWith(page))
      .map((finding) => finding.replace(/ (?:example_\d+)?$/, ""));
    assert.equal(
      found,
      findings.map((finding) => `${page}: ${finding}`),
    );
    const [, fixture = ""] = fileOf(examples, "fixtures/crate.ts").split(
      new RegExp(`^export const example_${index}:`, "m"),
    );
    const [own = ""] = fixture.split("\nexport const", 1);
    assert.is(fileOf(examples, "test/crate.test.ts").split(`test("example_${index}"`).length - 1, tests);
    if (kept) assert.match(own, kept);
    if (gone) assert.not.match(own, gone);
  });
}

works("half a character, an annotation among the options, and JSON that is 100 levels deep", async () => {
  const deep = `${"[".repeat(90)}${"]".repeat(90)}`;
  const built = await workingPackage({
    "resources/crate.md": resource("crate", {
      properties: [
        "|id|String|Its name. Key.|",
        "|a@b|String|An annotation.|",
        "|deep|Json|Anything.|",
        "|note|String||",
      ],
    }),
    "api/crate-get.md": operation({
      title: "Get crate",
      request: "GET /crates/{id}",
      query: "This method supports `$select` and `$orderby`.",
      response: answers("crate"),
      examples: [
        exchange({
          request: `GET ${base}/crates/1?$select=a@b,id&$orderby=a@b`,
          response: `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "id": "1", "a@b": "x", "note": "\\ud800 \\u2028", "deep": ${deep} }`,
        }),
      ],
    }),
  });
  assert.equal(built.failures, []);
  assert.is(testsOf(built), 1);
});

works("a form that other examples send as JSON, be it called so or not", async () => {
  const sent = (type: string, body: string): string =>
    exchange({
      request: `POST ${base}/crates\nContent-Type: ${type}\n\n${body}`,
      response: "HTTP/1.1 204 No Content",
    });
  const form = "application/x-www-form-urlencoded";
  const built = await workingPackage({
    "api/crate-post.md": operation({
      title: "Create crate",
      request: "POST /crates",
      body: "|Name|Type|Description|\n|:--|:--|:--|\n|label|String|What it says.|\n|size|Int32|How big it is.|",
      response: "Returns `204 No Content`.",
      examples: [
        sent(form, "label=wet&size=3"),
        sent(form, '{ "label": "wet", "size": 3 }'),
        sent("application/json", '{ "label": "wet", "size": 3 }'),
      ],
    }),
  });
  assert.equal(built.failures, []);
  assert.is(testsOf(built), 3);
});

works("text that an example calls JSON, where another one sends text, and a header that stands twice", async () => {
  const sent = (headers: string, body: string): string =>
    exchange({ request: `PUT ${base}/label\n${headers}\n\n${body}`, response: "HTTP/1.1 204 No Content" });
  const built = await workingPackage({
    "api/label-put.md": operation({
      title: "Replace label",
      request: "PUT /label",
      response: "Returns `204 No Content`.",
      examples: [
        sent("Content-Type: application/json", '{ "words": "wet" }'),
        sent("Content-Type: text/plain", "wet"),
        sent("Content-Type: application/json", "{"),
        sent("Content-type: text/plain\nContent-Type: application/json", "{"),
      ],
    }),
  });
  assert.equal(built.failures, []);
  assert.is(testsOf(built), 4);
});

works.run();
