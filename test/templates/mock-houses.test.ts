/** Lists and errors of services that do not speak OData: the mock has them as the docs show them. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createMock } from "../../templates/mock/index.js";
import type { MockApi, MockEnvelope, MockErrorBody, MockOptions } from "../../templates/mock/index.js";
import { housePage } from "../../templates/runtime/house-page.js";
import { createClient, list } from "../../templates/runtime/index.js";

const houses = suite("mocks of other houses");
const baseUrl = "https://ferries.example/sales/v2";
const tickets = ["t1", "t2", "t3", "t4", "t5"].map((id) => ({ id }));

/** A service with one documented page of its tickets. */
function service(envelope: MockEnvelope, body: unknown, headers: Record<string, string> = {}): MockApi {
  const request = { method: "GET", url: `${baseUrl}/tickets`, headers: {} };
  const fixture = { name: "list", page: "tickets.md", request, response: { status: 200, headers, body } };
  return {
    baseUrl,
    odata: false,
    operations: [
      {
        id: "tickets-list",
        title: "List tickets",
        page: "tickets.md",
        line: 7,
        method: "GET",
        routes: ["/tickets"],
        asks: { limit: false, ...(envelope.send !== undefined && { [envelope.send]: false }) },
        statuses: [200],
        result: "list",
        envelope,
        from: "tickets",
        examples: ["list"],
      },
    ],
    fixtures: { tickets: async () => ({ list: fixture }) },
    shapes: async () => ({ types: {}, enums: {}, bodies: {} }),
  };
}

/** All ids that the runtime of a package finds when it follows the pages. */
async function followed(api: MockApi, options: MockOptions): Promise<string[]> {
  const envelope = api.operations[0]?.envelope;
  if (envelope === undefined) throw new Error("No list");
  const { fetch } = createMock(api, options);
  const client = createClient({ baseUrl, fetch });
  const operation = {
    id: "l",
    method: "GET",
    routes: ["/tickets"],
    result: "list",
    page: housePage(envelope),
  } as const;
  const found: string[] = [];
  for await (const { id } of list<{ readonly id: string }>(client, operation, {})) found.push(id);
  return found;
}

const all = ["t1", "t2", "t3", "t4", "t5"];

for (const [what, envelope, body] of [
  ["a token", { items: "data", next: "meta.after", send: "after" }, { data: tickets, meta: { after: null } }],
  ["an address", { items: "data", next: "links.next" }, { data: tickets, links: { next: null } }],
  ["the number of pages", { items: "data", pages: "meta.pages", send: "page" }, { data: tickets, meta: { pages: 1 } }],
  ["a flag for more", { items: "rows", pages: "has_more", send: "p" }, { rows: tickets, has_more: false }],
  ["the header Link", { items: "", link: true }, tickets],
] as const satisfies readonly (readonly [string, MockEnvelope, unknown])[])
  houses(`the documented items come in pages of the mock, by ${what}, and the runtime finds all of them`, async () => {
    for (const pageSize of [1, 2, 5, 9]) assert.equal(await followed(service(envelope, body), { pageSize }), all);
    assert.equal(await followed(service(envelope, body), {}), all);
  });

for (const [what, envelope, body, headers] of [
  ["a token", { items: "data", next: "after", send: "after" }, { data: tickets, after: "t5" }, {}],
  ["an address", { items: "data", next: "next" }, { data: tickets, next: `${baseUrl}/tickets?after=t5` }, {}],
  ["the number of pages", { items: "data", pages: "pages", send: "page" }, { data: tickets, pages: 3 }, {}],
  ["a flag for more", { items: "rows", pages: "has_more", send: "p" }, { rows: tickets, has_more: true }, {}],
  ["the header Link", { items: "", link: true }, tickets, { Link: `<${baseUrl}/tickets?page=2>; rel="next"` }],
] as const satisfies readonly (readonly [string, MockEnvelope, unknown, Record<string, string>])[])
  houses(`a documented page that has a next one, by ${what}, leads to an end`, async () => {
    assert.equal(await followed(service(envelope, body, headers), {}), all);
  });

for (const [what, errorBody, expected] of [
  ["the body itself", { at: "", isList: false, message: "detail", code: "type" }, { type: "notFound" }],
  [
    "a list of errors",
    { at: "errors", isList: true, message: "text", code: "code", outerRequestId: "trace" },
    { code: "notFound" },
  ],
  ["a member", { at: "fault", isList: false, message: "reason", requestId: "id" }, { id: "docwright-1" }],
] as const satisfies readonly (readonly [string, MockErrorBody, object])[])
  houses(`an error comes as the house has it: ${what}`, async () => {
    const api = { ...service({ items: "data" }, { data: [] }), errorBody };
    const body = Object(await (await createMock(api).respond(new Request(`${baseUrl}/tikets`))).json());
    const held = errorBody.at === "" ? body : body[errorBody.at];
    const own = errorBody.isList ? held[0] : held;
    assert.equal(Object.fromEntries(Object.keys(expected).map((name) => [name, own[name]])), expected);
    assert.match(
      own[errorBody.message],
      /^The docs have no such path\. Near are: GET \/tickets \(tickets\.md, line 7\)\.$/,
    );
    if ("outerRequestId" in errorBody) assert.is(body[errorBody.outerRequestId], "docwright-1");
  });

houses.run();
