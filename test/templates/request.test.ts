import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  call,
  createClient,
  jsonBody,
  odata,
  rawBody,
  unquoted,
  writeInContext,
  writeNamed,
} from "../../templates/runtime/index.js";
import type { Operation, Parts } from "../../templates/runtime/index.js";
import { grows } from "../helpers/growth.js";
import { base, failure, json, operation, stub } from "./stub.js";

const paths = suite("paths");
const options = suite("query options");
const bodies = suite("bodies");
const properties = suite("whatever a caller passes");

/** What is sent, without the base URL. */
async function sent(op: Operation, parts: Parts): Promise<string> {
  const { client, asked } = stub([json({})]);
  await call(client, op, parts);
  return asked[0]?.url.slice(base.length) ?? "";
}

const messages: Operation = {
  ...operation("/me/messages/{messageId}"),
  routes: [
    "/me/messages/{messageId}",
    "/users/{userId}/messages/{messageId}",
    "/me/folders/{folderId}/messages/{messageId}",
  ],
};
const special = (route: string): Operation => operation(route, { write: writeInContext });

paths("the keys of where choose the route", async () => {
  assert.is(await sent(messages, { where: { messageId: "1" } }), "/me/messages/1");
  assert.is(await sent(messages, { where: { userId: "u", messageId: "1" } }), "/users/u/messages/1");
  assert.is(await sent(operation("/me"), {}), "/me");
});

paths("undefined and null are no values, whatever the compiler was told: they never mean another route", async () => {
  const nothing = JSON.parse("null") as string;
  const view = special("/view?start={start}&end={end}");
  for (const value of [nothing, undefined]) {
    const error = await failure(sent(messages, { where: { userId: value, messageId: "1" } }));
    assert.is(String(error), "TypeError: thing-get: no path: userId,messageId");
    const incomplete = await failure(sent(view, { where: { start: "1", end: value } }));
    assert.is(String(incomplete), "TypeError: thing-get: no path: start,end");
  }
});

paths("no other name may hold the template", async () => {
  const error = await failure(sent(operation("/me"), { where: { id: "/me" } }));
  assert.is(String(error), "TypeError: thing-get: no path: id");
});

paths("an object is no value, such as one that was read where its id is asked for", async () => {
  const read = { id: "1" } as unknown as string;
  const error = await failure(sent(messages, { where: { messageId: read } }));
  assert.is(String(error), "TypeError: thing-get: no path: messageId");
});

paths("route names the template where names do not tell", async () => {
  const both = { ...operation(""), routes: ["/me/a/{id}", "/groups/a/{id}"] };
  assert.is(await sent(both, { where: { id: "1" } }), "/me/a/1");
  assert.is(await sent(both, { where: { id: "1", route: "/groups/a/{id}" } }), "/groups/a/1");
});

paths("some routes are taken only when they are named", async () => {
  const routes = ["/users/{id}/events", "/users/{id}/notes", "/users"];
  const posts = { ...operation("", { routes }), write: writeNamed(["/users/{id}/events", "/users/{id}/notes"]) };
  assert.is(await sent(posts, { where: { id: "1", route: "/users/{id}/notes" } }), "/users/1/notes");
  assert.is(await sent(posts, { where: { route: "/users" } }), "/users");
  for (const where of [{ id: "1" }, { id: "1", route: "/users" }, { id: "1", route: "/groups" }])
    assert.instance(await failure(sent(posts, { where })), TypeError, JSON.stringify(where));
});

paths("no route has these names", async () => {
  for (const where of [{}, { userId: "u" }, { messageId: "1", other: "2" }, { messageId: undefined }]) {
    assert.instance(await failure(sent(messages, { where })), TypeError);
  }
});

paths("a value is one segment", async () => {
  assert.is(await sent(operation("/a/{x}/b"), { where: { x: "p/q?r#s%2e'" } }), "/a/p%2Fq%3Fr%23s%252e'/b");
  assert.is(await sent(operation("/a/{x}"), { where: { x: 5 } }), "/a/5");
});

paths("a list in the query is its key again and again; none is sent for an empty one", async () => {
  const list = special("/parcels?id={id}&day={day}");
  assert.is(await sent(list, { where: { id: ["a&b", 2], day: "1" } }), "/parcels?id=a%26b&id=2&day=1");
  assert.is(await sent(list, { where: { id: [], day: "1" } }), "/parcels?day=1");
  assert.is(
    await sent(special("/find(q='{q}')?id={id}"), { where: { q: "x", id: ["a", "b"] } }),
    "/find(q='x')?id=a&id=b",
  );
});

paths("an argument that may be missing has a question mark behind it", async () => {
  const open = special("/a/{x}/open(user='{user}'?,team={team}?)?day={day}");
  const paths = [{ user: "u?,)", team: 1 }, { team: 1 }, { user: "u" }, {}].map((where) =>
    sent(open, { where: { x: "1", ...where } }),
  );
  assert.equal(await Promise.all(paths), [
    "/a/1/open(user='u%3F%2C)',team=1)",
    "/a/1/open(team=1)",
    "/a/1/open(user='u')",
    "/a/1/open()",
  ]);
  assert.instance(await failure(sent(open, { where: { user: "u" } })), TypeError);
  const mixed = special("/open(user='{user}',team={team}?)");
  assert.is(await sent(mixed, { where: { user: "u" } }), "/open(user='u')");
  assert.instance(await failure(sent(mixed, { where: { team: 1 } })), TypeError);
});

paths("a star behind a placeholder: a raw path, segment by segment", async () => {
  const byPath = special("/files/{path}*/label");
  assert.is(await sent(byPath, { where: { path: "left/top #1" } }), "/files/left/top%20%231/label");
  assert.instance(await failure(sent(byPath, { where: { path: "left/../top" } })), TypeError);
});

paths("an alias holds its value in the query", async () => {
  const near = special("/near(place=@p)?@p='{place}'");
  assert.is(
    await sent(near, { where: { place: "Quai d'Orsay/7" } }),
    "/near(place=@p)?@p=%27Quai%20d%27%27Orsay%2F7%27",
  );
});

paths("dots and nothing are refused", async () => {
  for (const x of ["", ".", ".."]) {
    assert.instance(await failure(sent(operation("/a/{x}/b"), { where: { x } })), TypeError);
    assert.instance(await failure(sent(special("/a/{x}/b"), { where: { x } })), TypeError);
  }
  assert.is(await sent(operation("/a/{x}"), { where: { x: "..." } }), "/a/...");
});

paths("inside quotes: an OData string", async () => {
  const search = special("/drive/root/search(q='{q}')");
  assert.is(await sent(search, { where: { q: "it's" } }), "/drive/root/search(q='it''s')");
  assert.is(await sent(search, { where: { q: "..')/x" } }), "/drive/root/search(q='..'')%2Fx')");
  assert.is(await sent(search, { where: { q: "" } }), "/drive/root/search(q='')");
  assert.is(await sent(special("/f(a='x-{q}',b={b})"), { where: { q: "it's)", b: 1 } }), "/f(a='x-it''s)',b=1)");
});

paths("behind :/ a raw path, segment by segment", async () => {
  const byPath = special("/me/drive/root:/{itemPath}:/children");
  assert.is(
    await sent(byPath, { where: { itemPath: "My files/a:b.txt" } }),
    "/me/drive/root:/My%20files/a%3Ab.txt:/children",
  );
  for (const itemPath of ["../x", "a/../b", "a//b", "/a", "a/", "."]) {
    assert.instance(await failure(sent(byPath, { where: { itemPath } })), TypeError, itemPath);
  }
});

paths("an argument without quotes is a literal", async () => {
  const cell = special("/cell(row={row},column={column})");
  assert.is(await sent(cell, { where: { row: 1, column: -2 } }), "/cell(row=1,column=-2)");
  assert.is(await sent(special("/f(ids={ids})"), { where: { ids: '["a","b"]' } }), "/f(ids=%5B%22a%22%2C%22b%22%5D)");
  assert.is(
    await sent(special("/f(from={from})"), { where: { from: "2020-01-01T00:00:00+01:00" } }),
    "/f(from=2020-01-01T00%3A00%3A00%2B01%3A00)",
  );
  assert.instance(await failure(sent(special("/f({a},{b})"), { where: { a: 1, b: "1)" } })), TypeError);
  for (const row of ["1,column=2", "1)", "a(b", "", "1/../2", "1/x"])
    assert.instance(await failure(sent(cell, { where: { row, column: 1 } })), TypeError, row);
});

paths(
  "a date in slashes stays in its argument: they are encoded, and none stands where a path could go on or back",
  async () => {
    const report = special("/summary(from={from},to={to})/items");
    assert.is(
      await sent(report, { where: { from: "12/31/2016", to: "12/31/2016 11:58:53 PM +00:00" } }),
      "/summary(from=12%2F31%2F2016,to=12%2F31%2F2016%2011%3A58%3A53%20PM%20%2B00%3A00)/items",
    );
    for (const from of ["12/", "12//31", "12/../31", "12/./31", "12/x", "12\\31", "12%2F31"])
      assert.instance(await failure(sent(report, { where: { from, to: "1" } })), TypeError, from);
  },
);

paths("behind ? a query value, which may be missing", async () => {
  const view = special("/me/calendarView?startDateTime={start}&endDateTime={end}");
  assert.is(
    await sent(view, { where: { start: "2020-01-01T00:00:00", end: "a&b=c" } }),
    "/me/calendarView?startDateTime=2020-01-01T00%3A00%3A00&endDateTime=a%26b%3Dc",
  );
  assert.is(await sent(view, { where: { end: "e" }, options: { top: 5 } }), "/me/calendarView?endDateTime=e&$top=5");
  assert.is(await sent(view, {}), "/me/calendarView");
});

paths("& and ? of a path stay where they are, the query begins behind it", async () => {
  const ids = { where: { id: "a&b?c" } };
  assert.is(await sent(operation("/w/a&b/{id}"), ids), "/w/a&b/a%26b%3Fc");
  assert.is(
    await sent(operation("/w/a&b/{id}"), { ...ids, options: { top: 1, count: true } }),
    "/w/a&b/a%26b%3Fc?$top=1&$count=true",
  );
  const both = special("/w/a&b(c='{c}')?x={x}&y={y}");
  assert.is(await sent(both, { where: { c: "&?" } }), "/w/a&b(c='%26%3F')");
  assert.is(await sent(both, { where: { c: "1", y: "&?" } }), "/w/a&b(c='1')?y=%26%3F");
  assert.is(await sent(both, { where: { c: "1", x: 1 }, options: { top: 1 } }), "/w/a&b(c='1')?x=1&$top=1");
  assert.instance(await failure(sent(special("/w/a&b/{id}/(c={c})"), { where: { c: 1 } })), TypeError);
});

const inherited = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];
for (const name of inherited) {
  paths(`a parameter named ${name} has the value that is given, or none`, async () => {
    for (const op of [
      operation(`/w/{${name}}`),
      special(`/w/{${name}}`),
      special(`/w(x='{${name}}')`),
      special(`/w(x={${name}})`),
    ]) {
      assert.instance(await failure(sent(op, { where: {} })), TypeError);
      assert.match(await sent(op, { where: { [name]: "1" } }), /^\/w(\/1|\(x='?1'?\))$/);
    }
    assert.is(await sent(special(`/w?${name}={${name}}`), { where: {} }), "/w");
    assert.is(await sent(special(`/w?${name}={${name}}`), { where: { [name]: "1" } }), `/w?${name}=1`);
  });

  options(`a relationship, a query key, a header named ${name}`, async () => {
    const { client, asked } = stub([json({})]);
    const given = { expand: { [name]: { select: ["id"] } }, query: { [name]: "1" }, headers: { [name]: "2" } };
    await call(client, operation("/w"), { options: given });
    assert.is(decodeURIComponent(asked[0]?.url ?? ""), `${base}/w?$expand=${name}($select=id)&${name}=1`);
    assert.equal([...(asked[0]?.headers ?? [])], [[name.toLowerCase(), "2"]]);
  });
}

paths("a parameter named route", async () => {
  assert.is(await sent(operation("/w/{route}"), { where: { route: "1" } }), "/w/1");
});

paths("names that are no names choose no path", async () => {
  for (const op of [operation("/{a}/{b}"), special("/{a}/{b}")])
    for (const name of ["a}/{b", "b}{", ""])
      assert.instance(await failure(sent(op, { where: { [name]: "1" } })), TypeError, name);
});

for (const part of ["{", "/{", "(", "'", "{a", "?{", "&{", "'('{"])
  paths(`the time that a route takes grows with its length only: ${part}`, () =>
    grows((n) => {
      const route = `/${part.repeat(n)}`;
      return async () => {
        await sent(special(route), {}).catch(() => {});
        await sent(operation(route), {}).catch(() => {});
      };
    }, 5_000),
  );

paths("without writeInContext such a route is refused, never written unsafely", async () => {
  for (const route of ["/f(x='{x}')", "/f(x={x})", "/a?b={x}", "/a,{x}"]) {
    assert.instance(await failure(sent(operation(route), { where: { x: "1" } })), TypeError, route);
  }
});

options("names and values as OData writes them", async () => {
  const url = await sent(operation("/users"), {
    options: {
      select: ["id", "displayName"],
      expand: ["manager", "reports"],
      filter: odata`displayName eq ${"O'Brien & co"}`,
      orderBy: ["displayName desc", "id"],
      search: '"a"',
      top: 5,
      skip: 0,
      count: true,
      format: "json",
      query: { $skiptoken: "a=b", "api-version": "1" },
    },
  });
  assert.is(
    decodeURIComponent(url),
    `/users?$select=id,displayName&$expand=manager,reports&$filter=displayName eq 'O''Brien & co'&$orderby=displayName desc,id&$search="a"` +
      `&$top=5&$skip=0&$count=true&$format=json&$skiptoken=a=b&api-version=1`,
  );
  assert.ok(
    url.includes("&$filter=displayName%20eq%20%27O%27%27Brien%20%26%20co%27&"),
    "spaces as %20, & inside a value encoded",
  );
});

options("expanded relationships have options of their own", async () => {
  const url = await sent(operation("/users"), {
    options: {
      expand: {
        manager: { select: ["id", "mail"], levels: "max" },
        reports: {},
        plans: { filter: odata`due lt now()`, expand: { steps: { top: 1 } } },
      },
    },
  });
  assert.is(
    decodeURIComponent(url),
    "/users?$expand=manager($select=id,mail;$levels=max),reports,plans($filter=due lt now();$expand=steps($top=1))",
  );
});

options("what is undefined is not sent", async () => {
  const { client, asked } = stub([json({})]);
  // As programs without exactOptionalPropertyTypes do.
  const loose: object = { select: undefined, headers: { a: undefined, b: "1" } };
  await call(client, operation("/users"), { options: loose });
  assert.is(asked[0]?.url, `${base}/users`);
  assert.equal([...(asked[0]?.headers ?? [])], [["b", "1"]]);
});

bodies("JSON", async () => {
  const { client, asked } = stub([json({})]);
  await call(client, operation("/a", { method: "POST", body: jsonBody }), { what: { a: [1, "ü"] } });
  assert.is(asked[0]?.body, '{"a":[1,"ü"]}');
  assert.is(asked[0]?.headers.get("content-type"), "application/json");
});

bodies("text and bytes travel as they are", async () => {
  for (const what of ["a,b", new Blob(["x"], { type: "image/png" }), new Uint8Array([1])]) {
    const { client, asked } = stub([json({})]);
    await call(client, operation("/a", { method: "PUT", body: rawBody }), { what });
    assert.is(asked[0]?.body, what);
  }
});

bodies("an operation without a body sends none", async () => {
  const { client, asked } = stub([json({})]);
  await call(client, operation("/a", { method: "POST" }), { what: { a: 1 } });
  assert.is(asked[0]?.body, null);
});

bodies("values of a header stay in it", async () => {
  const { client, asked } = stub([json({})]);
  const error = await failure(
    call(client, operation("/a"), { options: { headers: { "If-Match": "a\r\nX-Evil: 1" } } }),
  );
  assert.instance(error, TypeError);
  assert.is(asked.length, 0);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."./\\:'()=,;?&#%@{}[]<>\" \r\n\0a0") }),
);

/** The URL that is sent, as the receiver reads it; undefined when the value was refused before anything was sent. */
async function received(op: Operation, parts: Parts): Promise<URL | undefined> {
  let url: string | undefined;
  const client = createClient({
    baseUrl: base,
    fetch: async (asked) => {
      url = asked;
      return json({});
    },
  });
  try {
    await call(client, op, parts);
  } catch (error) {
    if (url === undefined && (error instanceof TypeError || error instanceof URIError)) return undefined;
    throw error;
  }
  return new URL(url ?? "");
}

properties("a path keeps its shape and its origin", async () => {
  const routes: readonly (readonly [string, RegExp])[] = [
    ["/users/{x}/messages", /^\/v1\.0\/users\/[^/]+\/messages$/],
    ["/search(q='{x}')/y", /^\/v1\.0\/search\(q='[^/]*'\)\/y$/],
    ["/root:/{x}:/children", /^\/v1\.0\/root:\/[^/]+(\/[^/]+)*:\/children$/],
    ["/cell(row={x},column=1)", /^\/v1\.0\/cell\(row=[^/()=]+,column=1\)$/],
    ["/sites/{x},1/y", /^\/v1\.0\/sites\/[^/]+,1\/y$/],
    ["/view?start={x}&end=1", /^\/v1\.0\/view$/],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), anyText, fc.boolean(), async ([route, shape], x, plain) => {
      const url = await received(plain ? operation(route) : special(route), { where: { x } });
      if (!url) return;
      assert.is(url.origin, "https://api.example");
      assert.match(url.pathname, shape);
      assert.is(url.hash, "");
      assert.not.ok(url.pathname.split("/").some((segment) => /^(\.|%2e){1,2}$/i.test(segment)));
      if (route.includes("?"))
        assert.equal(
          [...url.searchParams],
          [
            ["start", x],
            ["end", "1"],
          ],
        );
      else assert.is(url.search, "");
    }),
    { numRuns: 1000 },
  );
});

properties("a value comes back out of its place", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (x) => {
      const segment = await received(operation("/users/{x}"), { where: { x } });
      if (segment) assert.is(decodeURIComponent(segment.pathname.slice("/v1.0/users/".length)), x);
      const quoted = await received(special("/f(x='{x}')"), { where: { x } });
      if (!quoted) return;
      const inside = decodeURIComponent(quoted.pathname).slice("/v1.0/f(x='".length, -"')".length);
      assert.not.match(inside.replaceAll("''", ""), /'/);
      assert.is(inside.replaceAll("''", "'"), x);
    }),
    { numRuns: 500 },
  );
});

properties("query options stay in their parameter", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (text, name) => {
      const url = await received(operation("/users"), {
        options: { filter: text, search: text, query: { [`n${name}`]: text } },
      });
      if (!url) return;
      assert.is(url.pathname, "/v1.0/users");
      assert.equal(
        [...url.searchParams],
        [
          ["$filter", text],
          ["$search", text],
          [`n${name}`, text],
        ],
      );
      assert.is(url.hash, "");
    }),
    { numRuns: 500 },
  );
});

properties("a string in an expression stays one string", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const text = String(odata`x eq ${a} and y in ${[a, b]}`);
      const literals = [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1]?.replaceAll("''", "'"));
      assert.equal(literals, [a, a, b]);
      assert.is(text.replace(/'(?:[^']|'')*'/g, "?"), "x eq ? and y in (?,?)");
    }),
  );
});

properties("what is inlined without quotes is one literal", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      try {
        assert.match(String(unquoted(text)), /^[\w.:+-]+('[^']*')?$/);
      } catch (error) {
        assert.instance(error, TypeError);
      }
    }),
  );
});

properties("headers hold what they are given or nothing is sent", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (name, value) => {
      const { client, asked } = stub([json({})]);
      try {
        await call(client, operation("/a"), { options: { headers: { [name]: value } } });
      } catch (error) {
        assert.instance(error, TypeError);
        assert.is(asked.length, 0);
        return;
      }
      const headers = [...(asked[0]?.headers ?? [])];
      assert.is(headers.length, 1);
      assert.not.match(headers.flat().join(), /[\r\n\0]/);
    }),
    { numRuns: 500 },
  );
});

paths.run();
options.run();
bodies.run();
properties.run();
