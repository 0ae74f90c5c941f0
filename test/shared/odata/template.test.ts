/** Request lines as templates: all documented spellings of a placeholder become `{name}`, everything else stays. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { writeMarked } from "../../../generator/shared/odata/segments.js";
import { parseRoute, parseRoutes } from "../../../generator/shared/odata/template.js";
import { grows } from "../../helpers/growth.js";

const templateTests = suite("shared/odata/template");

/** Line, template without `{}` doubt, and how each parameter was written where that is not its name. */
type Line = readonly [target: string, template: string];

const tables: Readonly<Record<string, readonly Line[]>> = {
  "a name that says something is kept": [
    ["/parcels/{parcelId}", "/parcels/{parcelId}"],
    ["/parcels/{parcel-id}", "/parcels/{parcelId}"],
    ["/parcels/{parcel_id}", "/parcels/{parcelId}"],
    ["/parcels/{ParcelId}", "/parcels/{parcelId}"],
    ["/parcels/{parcel id}", "/parcels/{parcelId}"],
    ["/depots/{depotPost-id}", "/depots/{depotPostId}"],
    ["/shelves/{index}", "/shelves/{index}"],
    ["/labels/{path and filename}", "/labels/{pathAndFilename}"],
  ],
  "a name that says nothing is taken from the collection": [
    ["/parcels/{id}", "/parcels/{parcelId}"],
    ["/parcels/{Id}", "/parcels/{parcelId}"],
    ["/parcels/{ID}", "/parcels/{parcelId}"],
    ["/parcels/{undefined}", "/parcels/{parcelId}"],
    ["/parcels/{}", "/parcels/{parcelId}"],
    ["/deliveries/{id}", "/deliveries/{deliveryId}"],
    ["/depotAddresses/{id}", "/depotAddresses/{depotAddressId}"],
    ["/depots/microsoft.graph.nightDepot/{id}", "/depots/microsoft.graph.nightDepot/{depotId}"],
    ["/{id}", "/{id}"],
  ],
  "a name comes once in a path": [
    ["/depots/{id}/parcels/{id}", "/depots/{depotId}/parcels/{parcelId}"],
    ["/depots/{depotId}/depots/{depotId}", "/depots/{depotId}/depots/{depotId2}"],
    ["/depots/{some-id}/parcels/{some-id}", "/depots/{someId}/parcels/{parcelId}"],
    ["/rows/{name}/cells/{name}", "/rows/{name}/cells/{name2}"],
  ],
  "alternatives are one placeholder, the first name counts": [
    ["/parcels/{id|name}", "/parcels/{parcelId}"],
    ["/couriers/{id | badgeNumber}/parcels", "/couriers/{courierId}/parcels"],
    ["/couriers/{courier-id | badge-number}/parcels", "/couriers/{courierId}/parcels"],
    ["/couriers/{courier-id} | badge-number/parcels", "/couriers/{courierId}/parcels"],
    ["/couriers/{courier-id} | {badge-number}/parcels", "/couriers/{courierId}/parcels"],
  ],
  "notations of other hands": [
    ["/parcels/:parcelId/label", "/parcels/{parcelId}/label"],
    ["/parcels/:parcel_id", "/parcels/{parcelId}"],
    ["/parcels/[parcelId]", "/parcels/{parcelId}"],
    ["/parcels/${parcelId}", "/parcels/{parcelId}"],
    ["/parcels/{parcelId:guid}", "/parcels/{parcelId}"],
    ["/parcels/{page=1}", "/parcels/{page}"],
    ["/parcels/{id}:cancel", "/parcels/{parcelId}:cancel"],
    ["/shelf/{+path}", "/shelf/{path}*"],
    ["/shelf/{path*}", "/shelf/{path}*"],
    // a star of the path itself is none of these signs
    ["/shelf/{path}*/x", "/shelf/{path}%2A/x"],
    // braces that are no placeholder's are none to the runtime, either
    ["/shelf/{path}/{a{b", "/shelf/{path}/%7Ba{b}"],
    // a quote without its other half makes no string of what follows
    ["/shelf/o'hara/{path}", "/shelf/o%27hara/{path}"],
    ["/shelf?b')={b}&c={c}", "/shelf?b%27)={b}&c={c}"],
    ["/shelf(name='{name}')", "/shelf(name='{name}')"],
    ["/parcels{/parcelId}", "/parcels/{parcelId}"],
    ["/parcels{?day,hour}", "/parcels?day={day}&hour={hour}"],
    ["/parcels?day={day}{&hour}", "/parcels?day={day}&hour={hour}"],
    ["/parcels/{parcelId}#label", "/parcels/{parcelId}"],
  ],
  "the chooser of routes is no name of a placeholder": [
    ["/roads/{route}/stops", "/roads/{routeId}/stops"],
    ["/stops?route={route}", "/stops?route={routeId}"],
  ],
  "an alias is the argument that it stands for": [
    ["/near(place=@p,radius=@r)?@p={place}&@r={radius}", "/near(place=@p,radius=@r)?@p={place}&@r={radius}"],
    ["/near(place=@p)?@p='{where}'", "/near(place=@p)?@p='{place}'"],
    ["/near(place='@place')", "/near(place='{place}')"],
    ["/near(place=@place)", "/near(place={place})"],
  ],
  "a key that comes again is one parameter": [["/parcels?id={id}&id={id}", "/parcels?id={id}"]],
  "what a reference takes away is a value of the call": [
    ["/parcels/{id}/labels/$ref?$id={id}", "/parcels/{parcelId}/labels/$ref?$id={id}"],
  ],
  "invisible signs and entities": [
    ["/par\u00ADcels/{\u200Bid}", "/parcels/{parcelId}"],
    ["/tours?from={from}&amp;to={to}", "/tours?from={from}&to={to}"],
  ],
  "keys have names or have none": [
    ["/parcels(depot={d},number={n})", "/parcels(depot={depot},number={number})"],
    ["/parcels('{id}')", "/parcels('{parcelId}')"],
    ["/parcels('gKbc9Q==')", "/parcels('gKbc9Q==')"],
    ["/parcels/(name='blue')", "/parcels/(name='{name}')"],
  ],
  "other brackets": [
    ["/parcels/<parcel-id>", "/parcels/{parcelId}"],
    ["/parcels/(parcel-id)/label", "/parcels/{parcelId}/label"],
    ["/parcels/{{id}}", "/parcels/{parcelId}"],
    ["/parcels/\\{id\\}", "/parcels/{parcelId}"],
    ["/parcels/%7Bid%7D", "/parcels/{parcelId}"],
    ["/parcels/'{parcelId}'", "/parcels/'{parcelId}'"],
  ],
  "arguments of functions are named after the argument": [
    ["/shelf/range(place='{p}')", "/shelf/range(place='{place}')"],
    ["/shelf/range(place='<place>')", "/shelf/range(place='{place}')"],
    ["/shelf/cell(row={row-number},column={n})", "/shelf/cell(row={row},column={column})"],
    ["/shelf/cell(row={r}, column={c})", "/shelf/cell(row={row},column={column})"],
    ["/shelf/item(<index>)", "/shelf/item({index})"],
    ["/shelf/at({id})", "/shelf/at({atId})"],
    ["/shelf/count()", "/shelf/count()"],
    ["/clock(zone=microsoft.graph.zone'{z}')", "/clock(zone=microsoft.graph.zone'{zone}')"],
    ["/a/range(place='{p}')/b/range(place='{p}')", "/a/range(place='{place}')/b/range(place='{place2}')"],
  ],
  "sample values of arguments and ids are placeholders, too": [
    ["/reports/parcels(period='W4')", "/reports/parcels(period='{period}')"],
    ["/labels/image(width=640)", "/labels/image(width={width})"],
    ["/parcels/4f3c1d2e-0a9b-4c8d-8e7f-112233445566/label", "/parcels/{parcelId}/label"],
    ["/parcels/gKbc9Q2WxAADPqrsJgAAAA==/label", "/parcels/{parcelId}/label"],
  ],
  "what is no placeholder stays": [
    ["/couriers/{id}/parcels/$ref", "/couriers/{courierId}/parcels/$ref"],
    ["/parcels/{id}/label/$value", "/parcels/{parcelId}/label/$value"],
    ["/parcels/$count", "/parcels/$count"],
    ["/parcels/{id}/microsoft.graph.stampedParcel/stamps", "/parcels/{parcelId}/microsoft.graph.stampedParcel/stamps"],
    ["/me/shelf/root:/{item-path}:/label", "/me/shelf/root:/{itemPath}:/label"],
    ["/me/shelf/root:/{item-path}", "/me/shelf/root:/{itemPath}"],
    ["/Parcels/Search", "/Parcels/Search"],
    ["/stamp2LicenceGrants/{id}", "/stamp2LicenceGrants/{stamp2LicenceGrantId}"],
    ["/reports/getDepot365ArrivalsDetail", "/reports/getDepot365ArrivalsDetail"],
  ],
  "host, version, slashes and what follows the path are no part of it": [
    ["https://api.example.org/v1.0/parcels/{id}", "/parcels/{parcelId}"],
    ["https://api.example.org/{version}/parcels", "/parcels"],
    ["https://api.example.org/{accountId}/parcels", "/{accountId}/parcels"],
    ["/beta/parcels", "/parcels"],
    ["/v1.0/parcels", "/parcels"],
    ["~/parcels/{id}", "/parcels/{parcelId}"],
    ["parcels/{id}", "/parcels/{parcelId}"],
    ["/parcels/", "/parcels"],
    ["//parcels//{id}", "/parcels/{parcelId}"],
    ["/parcels/{id},", "/parcels/{parcelId}"],
  ],
  "queries: OData options are none of the path's, other keys are parameters": [
    ["/parcels?$filter=weight eq 3", "/parcels"],
    ["/parcels?expand=label", "/parcels"],
    ["/tours?from={from}&to={end_time}", "/tours?from={from}&to={to}"],
    ["/tours?startDateTime={start_datetime}&$top=5", "/tours?startDateTime={startDateTime}"],
    ["/parcels?format=zip", "/parcels?format={format}"],
    ["/parcels?heavy:{Boolean}", "/parcels?heavy={heavy}"],
    ["/parcels[?day={day}]", "/parcels?day={day}"],
    ["/depots/{id}/tours?id={id}", "/depots/{depotId}/tours?id={id}"],
  ],
  "slips are mended as far as they can be": [
    ["/parcels/{id", "/parcels/{parcelId}"],
    ["/parcels/{id/label", "/parcels/{parcelId}/label"],
  ],
};

function templateOf(target: string, samples: "named" | "kept" = "named"): string {
  return writeMarked(parseRoute(target, samples).path);
}

for (const [rule, lines] of Object.entries(tables)) {
  templateTests(rule, () => {
    assert.equal(
      lines.map(([target]) => [target, templateOf(target)]),
      lines.map(([target, template]) => [target, template]),
    );
  });
}

templateTests("the parameters are the placeholders in order, with what was written", () => {
  assert.equal(parseRoute("/couriers/{id | badgeNumber}/reports(period='W4')?day={day_value}").parameters, [
    { name: "courierId", in: "path", documented: "id | badgeNumber", required: true },
    { name: "period", in: "path", documented: "W4", required: true },
    { name: "day", in: "query", documented: "day_value", required: true },
  ]);
});

templateTests("a query in brackets is optional", () => {
  assert.equal(
    parseRoute("/parcels[?day={day}]").parameters.map(({ required }) => required),
    [false],
  );
});

templateTests("pairs of a query in brackets are optional, the brackets no part of their names", () => {
  const asked = (target: string): readonly string[] =>
    parseRoute(target).parameters.map(
      ({ name, documented, required }) => `${name}${required ? "!" : ""} ${documented}`,
    );
  assert.equal(asked("/ships?v={version}[&name={string}][&type={string}]"), [
    "v! version",
    "name string",
    "type string",
  ]);
  assert.equal(asked("/ships?[owner={GUID}][&builder={GUID}]&v=3.2"), ["owner GUID", "builder GUID", "v! 3.2"]);
  assert.equal(asked("/ships?v={v}[&from={from}&to={to}]"), ["v! v", "from from", "to to"]);
  assert.equal(asked("/ships?v={v}[&page={page}[&size={size}]]"), ["v! v", "page page", "size size"]);
  assert.equal(asked("/ships[?page={page}[&size={size}]]"), ["page page", "size size"]);
  assert.equal(parseRoute("/ships?v={v}[&$top={int}]").options, ["top"]);
});

templateTests("brackets within a key belong to it, and so do some that do not close", () => {
  const keys = (target: string): readonly string[] => parseRoute(target).path.query.map(({ key }) => key);
  assert.equal(keys("/ships?ids[]={id}&filter[name]={name}"), ["ids[]", "filter[name]"]);
  assert.equal(keys("/ships?v={v}[&filter[name]={name}]"), ["v", "filter[name]"]);
  assert.equal(keys("/ships?v=[&name={name}"), ["v", "name"]);
});

templateTests("a segment in brackets may be left out: two routes", () => {
  assert.equal(
    parseRoutes("/parcels[/{parcelId}]").map(({ path }) => writeMarked(path)),
    ["/parcels/{parcelId}", "/parcels"],
  );
});

templateTests("a key that comes again takes a list; a query of a URI template may be left out", () => {
  assert.equal(
    parseRoute("/parcels{?day}?id={id}&id={id}").parameters.map(({ name, required, list }) => [name, required, list]),
    [
      ["id", true, true],
      ["day", false, undefined],
    ],
  );
});

templateTests("OData options of a line, without the dollar sign", () => {
  assert.equal(parseRoute("/parcels?$expand=label&filter=heavy&day={d}").options, ["expand", "filter"]);
});

templateTests("sample values can be kept as documented", () => {
  assert.is(templateOf("/reports/parcels(period='W4')", "kept"), "/reports/parcels(period='W4')");
  assert.is(
    templateOf("/parcels/4f3c1d2e-0a9b-4c8d-8e7f-112233445566", "kept"),
    "/parcels/4f3c1d2e-0a9b-4c8d-8e7f-112233445566",
  );
});

const flaws: readonly (readonly [target: string, flaws: readonly string[]])[] = [
  ["/parcels/{id}", []],
  ["~/parcels", []],
  ["https://api.example.org/v1.0/parcels", []],
  ["/parcels/{id", ["a brace is not closed"]],
  ["/parcels/id}", ["a brace is not closed"]],
  ["/shelf/range(place='{p}'/row", ["a parenthesis is not closed"]],
  ["parcels/{id}", ["the leading slash is missing"]],
  ["/depots/{id}/.../parcels/{id}", []],
  ["/depots/[id/parcels", ["a bracket stands for nothing"]],
];

for (const [target, found] of flaws) {
  templateTests(`flaws of ${target}`, () => assert.equal(parseRoute(target).flaws, found));
}

for (const sign of [
  "{",
  "{a",
  "<",
  "(",
  "'",
  "[",
  "|",
  " |",
  "{a}|",
  "a/",
  "/(",
  ",",
  " ",
  "?",
  "&a=",
  ":",
  "%27",
  "@p=(",
])
  templateTests(`the time that a line takes grows with its length only: ${sign}`, () =>
    grows((n) => {
      const line = `/parcels${sign.repeat(n)}x`;
      return () => parseRoute(line);
    }, 25_000),
  );

templateTests("never throws", () => {
  for (const target of ["", "/", "?", "{", "}", "()", "?=&", "/(", "/{}{}", "/'", "/a(b=)", "\uE0000\uE001"])
    assert.type(templateOf(target), "string");
});

templateTests.run();
