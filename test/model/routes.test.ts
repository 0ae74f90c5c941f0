/** The routes of an operation: its lines, and the forms of them that only examples show. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, exchange, findingsOf, operation, operationOf, resource, words, type OperationParts } from "./api-of.js";
import { markdownOf } from "../../generator/shared/runs.js";
import type { Operation } from "../../generator/model/api.js";

const routeTests = suite("model/routes");

const done = "If successful, this method returns a `200 OK` response code and a String in the response body.";

function read(parts: OperationParts): Operation {
  return operationOf(apiOf({ "api/parcel-get.md": operation({ response: done, ...parts }) }));
}

function templates(parts: OperationParts): readonly string[] {
  return read(parts).routes.map(({ template, sample }) => (sample ? `${template} (sample)` : template));
}

const shown = (request: string): string => exchange({ request, response: "HTTP/1.1 200 OK" });

routeTests("one route a line, in order", () => {
  assert.equal(templates({ request: "GET /me/parcels/{id}\nGET /couriers/{id}/parcels/{id}" }), [
    "/me/parcels/{parcelId}",
    "/couriers/{courierId}/parcels/{parcelId}",
  ]);
});

/** The routes in order, those with `!` before them that a caller has to name. */
function named(parts: OperationParts): readonly string[] {
  return read(parts).routes.map(({ template, ambiguous }) => (ambiguous ? `!${template}` : template));
}

routeTests("the same id of the same collection is one thing: the first route is meant, the other can be named", () => {
  assert.equal(
    named({ request: "GET /parcels/{parcelId}\nGET /me/parcels/{parcelId}\nGET /depots/{depotId}/parcels/{parcelId}" }),
    ["/parcels/{parcelId}", "!/me/parcels/{parcelId}", "/depots/{depotId}/parcels/{parcelId}"],
  );
});

routeTests("an id that two collections hand out tells nothing: each route has to be named", () => {
  assert.equal(named({ request: "GET /me/sentParcels/{parcelId}\nGET /me/lostParcels/{parcelId}" }), [
    "!/me/sentParcels/{parcelId}",
    "!/me/lostParcels/{parcelId}",
  ]);
});

routeTests(
  "with or without the one segment that is meant anyway, and narrowed or not, the title's plural is the same",
  () => {
    const title = "List parcels";
    assert.equal(named({ title, request: "GET /me/parcels\nGET /me/depot/parcels" }), [
      "/me/parcels",
      "!/me/depot/parcels",
    ]);
    assert.equal(named({ title, request: "GET /depots/{id}/parcels\nGET /depots/{id}/shop.eu.closed/parcels" }), [
      "/depots/{depotId}/parcels",
      "!/depots/{depotId}/shop.eu.closed/parcels",
    ]);
  },
);

routeTests("what an action is done to is another thing with another segment before it", () => {
  assert.equal(named({ title: "label: clear", request: "POST /label/format/clear\nPOST /label/title/format/clear" }), [
    "!/label/format/clear",
    "!/label/title/format/clear",
  ]);
});

routeTests("of routes that mean different things the one that the title names is meant", () => {
  assert.equal(named({ title: "Create gift tag", request: "POST /couriers/{id}/parcels\nPOST /couriers/{id}/tags" }), [
    "!/couriers/{courierId}/parcels",
    "/couriers/{courierId}/tags",
  ]);
});

routeTests("a path that the title names in its own number goes before one in the other", () => {
  assert.equal(named({ title: "Get photo", request: "GET /me/photos\nGET /me/photo" }), ["!/me/photos", "/me/photo"]);
});

routeTests("several that the title could mean, or none, have to be named", () => {
  assert.equal(named({ title: "List tasks", request: "GET /me/plan/tasks\nGET /depot/keeper/plan/tasks" }), [
    "!/me/plan/tasks",
    "!/depot/keeper/plan/tasks",
  ]);
  assert.equal(named({ title: "Create mark", request: "POST /me/parcels\nPOST /me/letters" }), [
    "!/me/parcels",
    "!/me/letters",
  ]);
});

routeTests("bytes, numbers and references are operations of their own, whatever the page begins with", () => {
  const { operations } = apiOf({
    "api/parcel-get.md": operation({
      title: "Get photo",
      request:
        "GET /parcels/{id}/photo/$value\nGET /parcels/{id}/photo\nGET /parcels/{id}/photo/$ref\nGET /parcels/{id}/photo/$count",
      response:
        "If successful, this method returns a `200 OK` response code and a [photo](../resources/photo.md) object.",
    }),
    "resources/photo.md": resource("photo", { properties: ["|width|Int32|In pixels.|"] }),
  });
  assert.equal(
    operations.map(({ id, naming, routes, result }) => [
      id,
      `${naming.verb} ${naming.object}`,
      ...routes.map(({ template }) => template),
      result.kind,
    ]),
    [
      ["parcel-get", "get photo", "/parcels/{parcelId}/photo", "object"],
      ["parcel-get-content", "get photoContent", "/parcels/{parcelId}/photo/$value", "stream"],
      ["parcel-get-count", "count photo", "/parcels/{parcelId}/photo/$count", "value"],
      ["parcel-get-reference", "get photoReference", "/parcels/{parcelId}/photo/$ref", "object"],
    ],
  );
});

routeTests("a page about bytes alone is one operation", () => {
  const { operations } = apiOf({ "api/photo-get.md": operation({ request: "GET /photo/$value", response: done }) });
  assert.equal(
    operations.map(({ id }) => id),
    ["photo-get"],
  );
});

routeTests("a mark for what is left out is no segment that anybody sends; the line is kept for the record", () => {
  assert.equal(templates({ request: "GET /bins/{binId}/.../parcels/{id}\nGET /bins/{binId}/…/notes" }), [
    "/bins/{binId}/parcels/{parcelId}",
    "/bins/{binId}/notes",
    "/bins/{binId}/.../parcels/{parcelId} (sample)",
    "/bins/{binId}/…/notes (sample)",
  ]);
});

routeTests("lines that differ in letter case or in names of placeholders are one route", () => {
  assert.equal(templates({ request: "GET /parcels/{id}\nGET /Parcels/{parcel-id}" }), ["/parcels/{parcelId}"]);
});

routeTests("a path with placeholders that only an example shows is a route if it ends as a documented one does", () => {
  const parts = {
    request: "POST /boxes/{id}/open",
    examples: [
      exchange({
        request: "POST https://api.example.org/v1.0/me/box:/{box-path}:/open",
        response: "HTTP/1.1 200 OK",
      }),
      exchange({ request: "POST https://api.example.org/v1.0/me/boxes/7/open", response: "HTTP/1.1 200 OK" }),
      exchange({ request: "POST https://api.example.org/v1.0/me/{thing}/close", response: "HTTP/1.1 200 OK" }),
      exchange({ request: "PUT https://api.example.org/v1.0/lids/{lid}/open", response: "HTTP/1.1 200 OK" }),
    ],
  };
  assert.equal(templates(parts), ["/boxes/{boxId}/open", "/me/box:/{boxPath}:/open"]);
});

routeTests("JSON in an example's address is a value, and no placeholder", () => {
  const request = 'GET https://api.example.org/v1.0/me/boxes/find(of=[{"lid":1}])';
  const parts = { request: "GET /boxes/find", examples: [exchange({ request, response: "HTTP/1.1 200 OK" })] };
  assert.equal(templates(parts), ["/boxes/find"]);
});

routeTests("each route keeps its line as written", () => {
  assert.equal(
    read({ request: "GET parcels/{parcel-id | number}" }).routes.map(({ documented }) => documented),
    ["GET parcels/{parcel-id | number}"],
  );
});

routeTests("a line with sample values: placeholders are called, the line is kept for the record", () => {
  assert.equal(templates({ request: "GET /reports/parcels(period='W4')" }), [
    "/reports/parcels(period='{period}')",
    "/reports/parcels(period='W4') (sample)",
  ]);
});

routeTests("arguments that the body section lists and an example shows stand in parentheses, quoted as there", () => {
  const parts = {
    request: "GET /shelf/find",
    body: "In the request URL, provide the following query parameters with values.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|colour|String|Of the paper.|\n|count|Int32|How many.|",
    examples: [shown("GET https://api.example.org/v1.0/shelf/find(colour='brown',count=3)")],
  };
  const { parameters, body } = read(parts);
  assert.equal(templates(parts), ["/shelf/find", "/shelf/find(colour='{colour}',count={count})"]);
  assert.equal(
    parameters.map((parameter) => [
      parameter.name,
      parameter.in,
      words(parameter.type),
      markdownOf(parameter.description),
    ]),
    [
      ["colour", "path", "String", "Of the paper."],
      ["count", "path", "Int32", "How many."],
    ],
  );
  assert.is(body, undefined);
});

routeTests("arguments that no example shows go into the query", () => {
  assert.equal(
    templates({
      request: "GET /shelf/find",
      body: "In the request URL, provide the following query parameters with values.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|colour|String|Of the paper.|",
    }),
    ["/shelf/find", "/shelf/find?colour={colour}"],
  );
});

routeTests("arguments of a function table count where an example shows the call", () => {
  const parts = { request: "GET /shelf/find", arguments: ["|colour|String|Of the paper.|"] };
  assert.equal(templates(parts), ["/shelf/find"]);
  assert.equal(templates({ ...parts, examples: [shown("GET /shelf/find(colour='red')")] }), [
    "/shelf/find",
    "/shelf/find(colour='{colour}')",
  ]);
});

routeTests("a line with $ref whose example does without it", () => {
  const parts = { title: "Add label", request: "POST /parcels/{id}/labels/$ref" };
  assert.equal(templates(parts), ["/parcels/{parcelId}/labels/$ref"]);
  assert.equal(templates({ ...parts, examples: [shown("POST https://api.example.org/v1.0/parcels/p-1/labels")] }), [
    "/parcels/{parcelId}/labels/$ref",
    "/parcels/{parcelId}/labels",
  ]);
  assert.equal(templates({ ...parts, examples: [shown("POST /parcels/p-1/labels/$ref")] }), [
    "/parcels/{parcelId}/labels/$ref",
  ]);
});

routeTests("query keys that only examples show are optional parameters of the route", () => {
  const { routes, parameters } = read({
    request: "GET /tours",
    examples: [shown("GET https://api.example.org/v1.0/tours?from=2024-05-01&$top=2")],
  });
  assert.equal(
    routes.map(({ template }) => template),
    ["/tours?from={from}"],
  );
  assert.equal(
    parameters.map((parameter) => [parameter.name, parameter.in, parameter.required]),
    [["from", "query", false]],
  );
});

routeTests("flaws and repeats of lines are found", () => {
  const api = apiOf({
    "api/parcel-get.md": operation({ response: done, request: "GET parcels/{id}\nGET /parcels/{id\nGET parcels/{id}" }),
  });
  assert.equal(findingsOf(api), [
    "request-path parcels/{id}",
    "request-path /parcels/{id",
    "request-duplicate parcels/{id}",
    "request-path parcels/{id}",
  ]);
});

routeTests("two methods are two operations, the first has the page's name", () => {
  const api = apiOf({
    "api/parcel-follow.md": operation({
      title: "Follow parcel",
      request: "POST /parcels/{id}/follow\nDELETE /parcels/{id}/follow\nPOST /me/follow",
      response: done,
    }),
  });
  assert.equal(
    api.operations.map(({ id, method, routes }) => [id, method, routes.map(({ template }) => template)]),
    [
      ["parcel-follow", "POST", ["/parcels/{parcelId}/follow", "/me/follow"]],
      ["parcel-follow-delete", "DELETE", ["/parcels/{parcelId}/follow"]],
    ],
  );
});

routeTests("a call that needs arguments has no route without them", () => {
  const find = (row: string): readonly string[] =>
    templates({
      request: "GET /shelf/find",
      arguments: [row],
      examples: [shown("GET https://api.example.org/v1.0/shelf/find(colour='{colour}')")],
    });
  const whole = "/shelf/find(colour='{colour}')";
  assert.equal(find("|colour|String|Of the paper. Required.|"), [whole]);
  // where nothing says so, the line stands for itself
  assert.equal(find("|colour|String|Of the paper.|"), ["/shelf/find", whole]);
});

routeTests("a query parameter that may be left out is one of all lines, whichever line shows it", () => {
  const { routes, parameters } = read({
    request: "GET /shelves/{id}/changes\nGET /shelf/changes?token=latest",
    query: "|Name|Type|Description|\n|:--|:--|:--|\n|token|String|Where to begin. If omitted, all of it.|",
  });
  assert.equal(
    routes.map(({ template }) => template),
    ["/shelves/{shelfId}/changes?token={token}", "/shelf/changes?token={token}"],
  );
  assert.is(parameters.find(({ name }) => name === "token")?.required, false);
});

routeTests("a page without request lines has no operation", () => {
  assert.equal(apiOf({ "api/parcel-get.md": operation({ request: "", response: done }) }).operations, []);
});

routeTests.run();
