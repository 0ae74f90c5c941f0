/** `docwright scopes`: what it prints, the manifest it makes, and what it says of one that is there. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { docwright, type Outcome } from "../helpers/run.js";
import { put } from "../helpers/temporary.js";
import { harbour, inProgram } from "./harbour.js";

const command = suite("scopes, the command");

const main = `import { getBerth, getCrane, listBoats, startCrane } from "harbour";
await getBerth(client, { berthId: "1" });
await listBoats(client, { userId: "ann" });
await startCrane(client, { craneId: "1" });
export const cranes = (run) => run(getCrane);
`;
/** Of the service, as it can be exported from a directory. */
const principal = {
  appId: "5ea00000-0000-0000-0000-000000000001",
  oauth2PermissionScopes: [
    { id: "AA000000-0000-0000-0000-000000000001", value: "Berth.Read" },
    { id: "aa000000-0000-0000-0000-000000000002", value: "Boat.Read" },
    { id: "aa000000-0000-0000-0000-000000000003", value: "Berth.ReadWrite" },
    { id: "aa000000-0000-0000-0000-000000000004", value: "Fog.Read" },
    { id: "aa000000-0000-0000-0000-000000000005", value: "openid" },
  ],
  appRoles: [{ id: "bb000000-0000-0000-0000-000000000001", value: "Berth.Read.All" }],
};

function scopes(words: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return inProgram({ "main.mjs": main, "principal.json": JSON.stringify(principal) }, (folder) => {
    put(folder, files);
    return docwright(folder, "scopes", "main.mjs", ...words);
  });
}

const lineOf = (page: keyof typeof harbour, row: string): number =>
  (harbour[page] ?? "").split("\n").findIndex((line) => line.startsWith(row)) + 1;

command("permissions with their calls, the line of the page, and what would do instead", async () => {
  const { code, output, errors } = await scopes(["--account", "delegatedWork"]);
  const [berth, boat] = [
    lineOf("api/berth-get.md", "|Delegated (work"),
    lineOf("api/boat-list.md", "|Delegated (work"),
  ];
  assert.is(
    output,
    `Delegated (work or school account)
  Berth.Read
    getBerth  api/berth-get.md:${berth}
      main.mjs:2
    instead: Berth.ReadWrite, Harbour.ReadWrite.All
  Boat.Read
    listBoats  api/boat-list.md:${boat}
      main.mjs:3
    instead: Boat.Read.All
  warning: main.mjs:3 listBoats calls /users/{userId}/boats, but Boat.Read reaches only the signed-in user; for others the page lists Boat.Read.All
  not supported for this account:
    getCrane  main.mjs:5
  the docs do not tell what it needs:
    startCrane  main.mjs:4

According to the docs behind node_modules/harbour/api.json: 4 operations, used at 4 places.
`,
  );
  assert.equal([code, errors], [0, ""]);
});

command("without an account each that the docs tell of", async () => {
  const { output } = await scopes([]);
  assert.match(output, /^Delegated \(work/m);
  assert.match(output, /^Application$/m);
  assert.match(output, /^ {6}main\.mjs:5 {2}may be called$/m);
  assert.not.match(output, /personal/);
});

command("as JSON", async () => {
  const { output } = await scopes(["--json", "--account", "application"]);
  const { schema, operations, accounts } = JSON.parse(output);
  assert.equal([schema, operations, Object.keys(accounts)], [1, 4, ["application"]]);
  assert.equal(
    accounts.application.permissions.map(({ name }: { name: string }) => name),
    ["Berth.Read.All", "Boat.Read.All", "Crane.Read.All"],
  );
});

command("a manifest has ids where a service principal tells them, else the names, and says why", async () => {
  const named = await scopes(["--format", "manifest"]);
  assert.equal(JSON.parse(named.output), {
    requiredResourceAccess: [
      {
        resourceAccess: [
          { name: "Berth.Read", type: "Scope" },
          { name: "Boat.Read", type: "Scope" },
        ],
      },
    ],
  });
  assert.match(named.errors, /The docs tell no ids/);
  const ids = await scopes(["--format", "manifest", "--ids", "principal.json"]);
  assert.equal(JSON.parse(ids.output), {
    requiredResourceAccess: [
      {
        resourceAppId: principal.appId,
        resourceAccess: [
          { id: "aa000000-0000-0000-0000-000000000001", type: "Scope" },
          { id: "aa000000-0000-0000-0000-000000000002", type: "Scope" },
        ],
      },
    ],
  });
  assert.is(ids.code, 0);
});

command("a permission without an id is left out, told, and a failure", async () => {
  const { code, output, errors } = await scopes([
    "--format",
    "manifest",
    "--ids",
    "principal.json",
    "--account",
    "application",
  ]);
  assert.equal(JSON.parse(output).requiredResourceAccess[0].resourceAccess, [
    { id: "bb000000-0000-0000-0000-000000000001", type: "Role" },
  ]);
  assert.match(errors, /Boat\.Read\.All has no id as Role/);
  assert.is(code, 1);
});

/** A registration with the entries of these last digits. */
function registered(...digits: readonly string[]): Readonly<Record<string, string>> {
  const resourceAccess = digits.map((digit) => ({ id: `aa000000-0000-0000-0000-00000000000${digit}`, type: "Scope" }));
  const requiredResourceAccess = [
    { resourceAppId: principal.appId, resourceAccess },
    { resourceAppId: "of another service", resourceAccess: [{ id: "x", type: "Scope" }] },
  ];
  return { "app.json": JSON.stringify({ displayName: "App", requiredResourceAccess }) };
}
/** What stands by itself in any case. */
const aside = `  not supported for this account:
    getCrane  main.mjs:5
  the docs do not tell what it needs:
    startCrane  main.mjs:4
`;
const against = ["--against", "app.json", "--ids", "principal.json"];

command("a registration that has what is needed and no more", async () => {
  const { code, output } = await scopes(against, registered("1", "2", "5"));
  assert.is(output, `Delegated (work or school account)\n  nothing missing, nothing unneeded\n${aside}\n`);
  assert.is(code, 0);
});

command("missing, unneeded, higher than needed, unknown", async () => {
  const { code, output } = await scopes(against, registered("3", "4", "9"));
  assert.is(
    output,
    `Delegated (work or school account)
  missing    Boat.Read  for listBoats main.mjs:3
  unneeded   Fog.Read
  higher     Berth.ReadWrite covers it; Berth.Read would do
${aside}
unknown    aa000000-0000-0000-0000-000000000009 (Scope): no permission of the service principal has this id.
`,
  );
  assert.is(code, 1);
});

command("more than is needed is no failure, as JSON too", async () => {
  const { code, output } = await scopes([...against, "--json"], registered("1", "2", "3"));
  assert.is(code, 0);
  assert.equal(JSON.parse(output).differences, [
    { account: "delegatedWork", missing: [], unneeded: ["Berth.ReadWrite"], higher: [] },
  ]);
});

command("names may stand in place of ids; ids without names are refused", async () => {
  const names = { requiredResourceAccess: [{ resourceAccess: [{ name: "Berth.Read.All", type: "Role" }] }] };
  const { code, output } = await scopes(["--against", "app.json"], { "app.json": JSON.stringify(names) });
  assert.match(output, /^Application\n {2}missing {4}Boat\.Read\.All/);
  assert.is(code, 1);
  const refused = await scopes(["--against", "app.json"], registered("1"));
  assert.match(refused.errors, /holds ids: --ids/);
  assert.is(refused.code, 3);
});

for (const [words, problem] of [
  [["--format", "yaml"], /format must be one of table, json, manifest/],
  [["--account", "work"], /There is no account work/],
  [["--ids", "main.mjs"], /main\.mjs is no JSON/],
  [["--ids", "node_modules/harbour/package.json"], /is no exported service principal/],
  [["--against", "principal.json"], /holds no requiredResourceAccess/],
  [["--api", "nowhere"], /holds no api\.json/],
] as const)
  command(`wrong usage: ${words.join(" ")}`, async () => {
    const { code, output, errors } = await scopes(words);
    assert.match(errors, problem);
    assert.equal([code, output], [3, ""]);
  });

command.run();
