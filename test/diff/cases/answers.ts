/** Results, permissions, examples, the package, words. */
import { exchange, json, type OperationParts, type Pages } from "../../model/api-of.js";
import type { Case } from "../case.js";
import { GET, get, LIST, list, NOTHING, ONE, parcel, send, SEND, thing, goods } from "./parcels.js";

const WEIGHT = "|weight|Int32|In grams.|";
const types: Pages = { ...parcel([WEIGHT]), "resources/letter.md": thing("letter", ["|stamp|String|On it.|"]) };
const answers = (text: string, parts: OperationParts = {}): Pages => ({
  ...types,
  ...get({ response: text, ...parts }),
});
const sends = (text: string): Pages => ({ ...types, ...get(), ...send({ response: text }) });
const READ = `const parcel = await api.getParcel(client, { parcelId: "1" });\nreturn parcel.weight;`;
const LETTER =
  "If successful, this method returns a `200 OK` response code and a [letter](../resources/letter.md) object in the response body.";
const EITHER =
  "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object in the response body, or `204 No Content` when there is none.";
const ACCEPTED = "If successful, this method returns a `202 Accepted` response code.";

const of = (type: string): string => ONE.replaceAll("parcel", type).replaceAll("a egg", "an egg");
const boxed: Pages = {
  ...parcel([WEIGHT], { relationships: ["|box|[box](box.md)|Around it.|"] }),
  "resources/box.md": thing("box", ["|wide|Int32|In mm.|"]),
};
const shown = (body: unknown, status = "200 OK", name = "get_parcel"): string =>
  exchange({
    name,
    request: "GET https://api.parcels.example/v1/parcels/1",
    response: json(`HTTP/1.1 ${status}`, body),
    ...(status.startsWith("2") && { type: "microsoft.graph.parcel" }),
  });
const listed = (more: object): string =>
  exchange({
    name: "list",
    request: "GET https://api.parcels.example/v1/parcels",
    response: json("HTTP/1.1 200 OK", { value: [{ id: "1", weight: 5 }], ...more }),
  });

export const resultCases: readonly Case[] = [
  {
    rule: "result-replaced",
    with: ["type-reached", "type-unreached"],
    old: answers(ONE),
    new: answers(LETTER),
    there: { red: READ, stays: GET },
  },
  {
    rule: "result-kind-changed",
    old: { ...types, ...get(), ...list() },
    new: { ...types, ...get(), ...list({ response: ONE }) },
    there: { red: `const { items } = await api.listParcels(client);\nreturn items;`, stays: LIST },
  },
  {
    rule: "result-gained",
    with: ["status-changed"],
    old: sends(NOTHING),
    new: sends(ONE),
    there: { stays: SEND },
    back: { red: `const sent = await api.sendParcel(client, { parcelId: "1" });\nreturn sent.weight;`, stays: SEND },
  },
  {
    rule: "result-became-accepted",
    with: ["status-changed"],
    old: sends(ONE),
    new: sends(ACCEPTED),
    there: { red: `const sent = await api.sendParcel(client, { parcelId: "1" });\nreturn sent.weight;`, stays: SEND },
    back: { red: `const sent = await api.sendParcel(client, { parcelId: "1" });\nreturn sent.location;`, stays: SEND },
  },
  {
    rule: "result-may-be-missing",
    with: ["status-changed"],
    old: answers(ONE),
    new: answers(EITHER),
    there: { red: READ, stays: GET },
    back: { stays: `const parcel = await api.getParcel(client, { parcelId: "1" });\nreturn parcel?.weight;` },
  },
  {
    rule: "result-narrower",
    old: { ...types, ...goods, ...get({ response: of("food") }) },
    new: { ...types, ...goods, ...get({ response: of("egg") }) },
    there: { stays: `const food = await api.getParcel(client, { parcelId: "1" });\nreturn food.fresh;` },
    back: { red: `const egg = await api.getParcel(client, { parcelId: "1" });\nreturn egg.hard;`, stays: GET },
  },
  {
    rule: "result-wrapped",
    with: ["example-broken", "example-changed"],
    old: answers(ONE, { examples: [shown({ id: "1", weight: 5 })] }),
    new: answers(ONE, { examples: [shown({ value: { id: "1", weight: 5 } })] }),
    there: { stays: READ },
    back: { stays: READ },
  },
  {
    rule: "error-status-changed",
    with: ["example-added"],
    old: answers(ONE, { examples: [shown({ id: "1" })] }),
    new: answers(ONE, { examples: [shown({ id: "1" }), shown({ error: { code: "gone" } }, "404 Not Found", "lost")] }),
    there: { stays: READ },
  },
  {
    rule: "paging-introduced",
    with: ["example-changed"],
    old: { ...types, ...list({ examples: [listed({})] }) },
    new: {
      ...types,
      ...list({ examples: [listed({ "@odata.nextLink": "https://api.parcels.example/v1/parcels?$skip=1" })] }),
    },
    there: { stays: "for await (const parcel of api.listParcels(client)) return parcel.weight;\nreturn 0;" },
    back: { stays: LIST },
  },
  {
    rule: "relationship-shown",
    with: ["example-changed"],
    old: { ...boxed, ...get({ examples: [shown({ id: "1" })] }) },
    new: { ...boxed, ...get({ examples: [shown({ id: "1", box: { id: "2" } })] }) },
    there: { stays: GET },
    back: { red: `const parcel = await api.getParcel(client, { parcelId: "1" });\nreturn parcel.box?.id;`, stays: GET },
  },
  {
    rule: "status-changed",
    old: answers(ONE),
    new: answers(ONE.replace("200 OK", "201 Created")),
    there: { stays: READ },
  },
];

const table = (delegated: string, application = "Not supported."): OperationParts => ({
  permissions: [
    "|Permission type|Permissions (from least to most privileged)|",
    "|:---|:---|",
    `|Delegated (work or school account)|${delegated}|`,
    "|Delegated (personal Microsoft account)|Not supported.|",
    `|Application|${application}|`,
  ].join("\n"),
});
const grants = (delegated: string, application?: string): Pages => answers(ONE, table(delegated, application));

/** Compiles as before, and the request is the same: what the service says to it is another matter. */
const granted = { there: { stays: GET }, back: { stays: GET } };

export const permissionCases: readonly Case[] = [
  { rule: "permission-added", old: grants("Parcel.Read"), new: grants("Parcel.Read, Parcel.ReadWrite"), ...granted },
  {
    rule: "permission-together-added",
    old: grants("Parcel.Read, Parcel.ReadWrite"),
    new: grants("Parcel.Read and Depot.Read, Parcel.ReadWrite"),
    ...granted,
  },
  {
    rule: "permission-covered-added",
    old: grants("Parcel.Read, Parcel.ReadWrite"),
    new: grants("Parcel.Read, Parcel.ReadWrite, Parcel.Read and Depot.Read"),
    ...granted,
  },
  {
    // who holds both of what was needed has the one that suffices now
    rule: "permission-together-removed",
    with: ["permission-together-removed"],
    old: grants("Parcel.Read and Depot.Read, Parcel.Read and Box.Read"),
    new: grants("Parcel.Read"),
    ...granted,
  },
  { rule: "permission-needed", old: grants("None"), new: grants("Parcel.Read"), ...granted },
  {
    rule: "permission-least-changed",
    old: grants("Parcel.Read, Parcel.ReadWrite"),
    new: grants("Parcel.ReadWrite, Parcel.Read"),
    ...granted,
  },
  { rule: "account-supported", old: grants("Parcel.Read"), new: grants("Parcel.Read", "Parcel.Read.All"), ...granted },
  {
    rule: "permission-undetermined",
    old: grants("Parcel.Read"),
    new: grants("**TODO: Determine scopes **"),
    ...granted,
  },
  {
    rule: "scope-renamed",
    old: { ...types, ...get(table("Parcel.Read")), ...list(table("Parcel.Read")), ...send(table("Parcel.Read")) },
    new: { ...types, ...get(table("Parcels.Read")), ...list(table("Parcels.Read")), ...send(table("Parcels.Read")) },
    ...granted,
  },
  {
    rule: "scenario-added",
    old: grants("Parcel.Read"),
    new: answers(ONE, {
      permissions: `### For letters\n\n${table("Parcel.Read").permissions}\n\n### For boxes\n\n${table("Parcel.Read").permissions}`,
    }),
    with: ["scenario-added"],
    ...granted,
  },
  {
    rule: "permission-notes-changed",
    old: grants("Parcel.Read"),
    new: grants("Parcel.Read (for those of one's own)"),
    ...granted,
  },
];

const read = (id: string, weight: unknown, name = "get_parcel"): string =>
  exchange({
    name,
    request: `GET https://api.parcels.example/v1/parcels/${id}`,
    response: json("HTTP/1.1 200 OK", { id, weight }),
    type: "microsoft.graph.parcel",
  });
const shows = (...examples: readonly string[]): Pages => answers(ONE, { examples });
const fixture = (name: string): string => `import { ${name} } from "./fixtures/parcel.js";\nreturn ${name};`;

export const exampleCases: readonly Case[] = [
  {
    rule: "example-added",
    old: shows(read("1", 5)),
    new: shows(read("1", 5), read("2", 7, "get_another")),
    there: { stays: GET },
    back: { notices: fixture("get_another"), stays: GET },
  },
  {
    rule: "example-renamed",
    old: shows(read("1", 5)),
    new: shows(read("1", 5, "read_parcel")),
    there: { notices: fixture("get_parcel"), stays: GET },
  },
  {
    rule: "example-changed",
    old: shows(read("1", 5)),
    new: shows(read("1", 6)),
    there: { stays: fixture("get_parcel") },
  },
  {
    rule: "example-broken",
    with: ["example-changed"],
    old: shows(read("1", 5)),
    new: shows(read("1", "heavy")),
    there: { stays: GET },
    back: { stays: GET },
  },
];

const described = (text: string): Pages => ({ ...parcel([WEIGHT], { text }), ...get() });

export const otherCases: readonly Case[] = [
  {
    rule: "base-url-changed",
    with: ["example-changed"],
    old: shows(read("1", 5)),
    new: shows(read("1", 5).replace("/v1/", "/v2/")),
    there: {
      sends: `const sent: string[] = [];\nconst fetch = async (url: string) => {\n  sent.push(url);\n  return client.send({ method: "GET", url, headers: new Headers() });\n};\nawait api.getParcel(api.createClient({ fetch }), { parcelId: "1" });`,
    },
  },
  {
    rule: "base-url-told",
    with: ["example-added"],
    old: answers(ONE),
    new: shows(read("1", 5)),
    there: { stays: `api.createClient({ baseUrl: "https://parcels.example" });` },
    back: { red: "api.createClient();" },
  },
  { rule: "description-changed", old: described("A box."), new: described("A parcel."), there: { stays: GET } },
  { rule: "title-changed", old: answers(ONE), new: answers(ONE, { title: "Get a parcel" }), there: { stays: GET } },
  {
    rule: "page-moved",
    old: answers(ONE),
    new: { ...types, "api/parcels/parcel-get.md": answers(ONE)["api/parcel-get.md"] ?? "" },
    there: { stays: GET },
  },
  {
    rule: "deprecation-changed",
    with: ["description-changed"],
    old: { ...parcel([WEIGHT, "|note|String|Deprecated. What is in it.|"]), ...get() },
    new: { ...parcel([WEIGHT, "|note|String|Deprecated. Say it in words.|"]), ...get() },
    there: { stays: READ },
  },
  {
    rule: "deprecation-added",
    old: { ...parcel([WEIGHT, "|note|String|What is in it.|"]), ...get() },
    new: { ...parcel([WEIGHT, "|note|String|Deprecated. What is in it.|"]), ...get() },
    with: ["description-changed"],
    there: { stays: READ },
    back: { stays: READ },
  },
];
