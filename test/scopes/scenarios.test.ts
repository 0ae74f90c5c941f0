/** Which of several tables of a page counts for a route: the words of each against the segments of the routes. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { routesFor } from "../../generator/scopes/routes.js";
import { scenarioOf } from "../../generator/scopes/scenarios.js";

const scenarios = suite("scopes/scenarios");

/** Routes of a page, each with the scenario that it is about. */
const pages: readonly (readonly [told: readonly string[], routes: Readonly<Record<string, string | undefined>>])[] = [
  [
    ["For a quay", "For a buoy resource", "for the ship"],
    {
      "/quays/{quayId}/lamp": "For a quay",
      "/buoys/{buoyId}/lamp": "For a buoy resource",
      "/me/ship/lamp": "for the ship",
      "/towers/{towerId}/lamp": undefined,
    },
  ],
  [
    ["user", "fleet", "fleet boat", "boat"],
    {
      "/me/flags": "user",
      "/users/{userId}/flags/{flagId}": "user",
      "/fleets/{fleetId}/flags": "fleet",
      "/fleets/{fleetId}/boats/{boatId}/flags": "fleet boat",
      "/me/boats/{boatId}/flags": "boat",
      "/me/log/books/{bookId}/flags": undefined,
    },
  ],
  [
    ["acting on self", "acting on other users"],
    { "/me/keys/{keyId}": "acting on self", "/users/{userId}/keys/{keyId}": "acting on other users" },
  ],
  [["acting on self", "acting on other users"], { "/users/{userId}/keys": "acting on other users" }],
  [["quays", "berths"], { "/berths/{berthId}/crew": undefined }],
  [
    ["boat or ship", "tug"],
    { "/boats/{boatId}/crew": "boat or ship", "/ships/{shipId}/crew": "boat or ship", "/tugs/{tugId}/crew": "tug" },
  ],
];
for (const [told, routes] of pages)
  for (const [route, scenario] of Object.entries(routes))
    scenarios(`${route} of ${told.join(", ")}: ${scenario ?? "nothing tells"}`, () => {
      const index = scenarioOf(route, Object.keys(routes), told);
      assert.is(index === undefined ? undefined : told[index], scenario);
    });

const boats = [
  "/me/boats",
  "/users/{userId}/boats",
  "/boats/{boatId}?day={day}",
  "/find(name='{name}')",
  "/{all}/boats",
];
for (const [keys, wanted] of [
  [[], ["/me/boats"]],
  [["userId"], ["/users/{userId}/boats"]],
  [["boatId"], ["/boats/{boatId}?day={day}"]],
  [["day", "boatId"], ["/boats/{boatId}?day={day}"]],
  [["name"], ["/find(name='{name}')"]],
  [["crew"], boats],
] as const)
  scenarios(`keys ${keys.join(", ") || "of nothing"} mean ${wanted.length === 1 ? wanted[0] : "any route"}`, () => {
    assert.equal(routesFor(boats, { keys }), wanted);
  });

scenarios("a named route is that, keys that nobody knows mean any", () => {
  const two = ["/boats/{boatId}/a", "/boats/{boatId}/b"];
  assert.equal(routesFor(two, { keys: ["boatId"], route: "/boats/{boatId}/b" }), ["/boats/{boatId}/b"]);
  assert.equal(routesFor(two, undefined), two);
});

scenarios.run();
