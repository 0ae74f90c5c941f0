/** The words that the name of a function is made of, and the type whose module holds it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Operation } from "../../generator/model/api.js";
import { apiOf, operation, operationOf, plain, resource, type Pages } from "./api-of.js";

const namingTests = suite("model/naming");

const rows = { properties: ["|id|String|Its name.|"] };
const types: Pages = {
  "resources/parcel.md": resource("parcel", rows),
  "resources/courier.md": resource("courier", rows),
  "resources/couriervan.md": resource("courierVan", {
    ...rows,
    rest: "## Methods\n\n|Method|Return Type|\n|:--|:--|\n|[Wash](../api/garage-wash.md)|None|",
  }),
};

function read(path: string, title: string, request = "GET /parcels/{id}"): Operation {
  const page = operation({ title, request, response: "If successful, this method returns `204 No Content`." });
  return operationOf(apiOf({ ...types, [path]: page }));
}

function shown({ verb, object, action }: Operation["naming"]): string {
  return action ? `${verb}() of ${object}` : `${verb} ${object}`;
}

const titles: readonly (readonly [path: string, title: string, request: string, naming: string])[] = [
  ["api/parcel-get.md", "Get parcel", "GET /parcels/{id}", "get parcel"],
  ["api/parcel-get.md", "Get a parcel", "GET /parcels/{id}", "get parcel"],
  ["api/courier-list-parcels.md", "List parcels", "GET /couriers/{id}/parcels", "list parcels"],
  ["api/parcel-get.md", "Get parcel (deprecated)", "GET /parcels/{id}", "get parcel"],
  ["api/couriervan-get.md", "Get courierVan", "GET /vans/{id}", "get courierVan"],
  ["api/courier-list-vans.md", "List vans of a courier", "GET /couriers/{id}/vans", "list courierVans"],
  ["api/couriervan-post-tools.md", "Add tools to courier van", "POST /vans/{id}/tools", "add courierVanTools"],
  ["api/parcel-list-labels.md", "List parcel labels on a parcel", "GET /parcels/{id}/labels", "list parcelLabels"],
  ["api/parcel-put.md", "Replace or add labels of a parcel", "PUT /parcels/{id}", "replaceOrAdd parcelLabels"],
  ["api/parcel-post.md", "Create a new label in a box", "POST /boxes/{id}/labels", "create boxLabel"],
  ["api/parcel-download.md", "Download a label in another format", "GET /labels/{id}/pdf", "download label"],
  ["api/parcel-add.md", "ParcelCollection: add", "POST /parcels/add", "add() of parcel"],
  ["api/parcel-get.md", "Get parcel in a van or depot", "GET /vans/parcels/{id}", "get parcel"],
  ["api/parcel-move.md", "Move a parcel to a new box", "PATCH /parcels/{id}", "move parcel"],
  ["api/parcel-post.md", "Create parcel from template", "POST /parcels", "create parcel"],
  ["api/parcel-list.md", "List parcels shared with the signed-in user", "GET /me/shared", "list sharedParcels"],
  ["api/parcel-list.md", "Enumerate parcels in a box", "GET /boxes/{id}/parcels", "list boxParcels"],
  ["api/parcel-list.md", "parcels: List labels", "GET /parcels/{id}/labels", "list labels"],
  ["api/courier-remind.md", "reminder in a depot: send", "POST /reminders/{id}/send", "send() of reminder"],
  [
    "api/parcel-createopeningslot.md",
    "Send with a slot for opening",
    "POST /parcels/{id}/createOpeningSlot",
    "createOpeningSlot() of parcel",
  ],
  ["api/couriervan-get.md", "Get a CourierVan resource", "GET /vans/{id}", "get courierVan"],
  ["api/parcel-bin-delete.md", "Permanently delete item", "DELETE /parcels/bin/{id}", "permanentlyDelete item"],
  ["api/parcel-bin-delete.md", "How to get rid of it for good", "DELETE /parcels/bin/{id}", "delete bin"],
  ["api/courier-post-parcels.md", "Add parcel", "POST /couriers/{id}/parcels", "add parcel"],
  ["api/parcel-send.md", "parcel: sendAgain", "POST /parcels/{id}/sendAgain", "sendAgain() of parcel"],
  ["api/parcel-sendagain.md", "sendAgain action", "POST /parcels/{id}/sendAgain", "sendAgain() of parcel"],
  ["api/parcel-sendagain.md", "sendagain", "POST /parcels/{id}/sendAgain", "sendAgain() of parcel"],
  ["api/parcel-find.md", "parcel: Find function", "GET /parcels/find(colour='{colour}')", "find() of parcel"],
  [
    "api/parcel-list-labels.md",
    "How to see everything that is glued onto a parcel",
    "GET /parcels/{id}/labels",
    "list labels",
  ],
  ["api/parcel-post.md", "Hand something over to a courier", "POST /parcels", "create parcel"],
  [
    "api/parcel-sendagain.md",
    "What to do with one that came back",
    "POST /parcels/{id}/sendAgain",
    "sendAgain() of parcel",
  ],
];

for (const [path, title, request, naming] of titles) {
  namingTests(`${path}, "${title}": ${naming}`, () => assert.is(shown(read(path, title, request).naming), naming));
}

const subjects: readonly (readonly [path: string, subject: string | undefined, group: string])[] = [
  ["api/parcel-get.md", "parcel", "parcel"],
  ["api/courier-list-parcels.md", "courier", "courier"],
  ["api/couriervan-get.md", "courierVan", "courierVan"],
  ["api/courier_get.md", "courier", "courier"],
  ["api/garage-wash.md", "courierVan", "courierVan"],
  ["api/depot-open.md", undefined, "depot"],
];

for (const [path, subject, group] of subjects) {
  namingTests(`subject of ${path}: ${subject ?? "none"}`, () => {
    const one = read(path, "Look");
    assert.equal([one.subject && plain(one.subject), one.group], [subject, group]);
  });
}

namingTests("where neither file nor table tells, the subject is what is answered", () => {
  const response =
    "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object.";
  const page = operation({ title: "Look", request: "GET /depot/newest", response });
  assert.is(operationOf(apiOf({ ...types, "api/depot-newest.md": page })).subject, "microsoft.graph.parcel");
});

const answering =
  "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object.";
const calls: readonly (readonly [request: string, title: string, verb: string])[] = [
  ["GET /x/newest", "courier: newest", "getNewest"],
  ["GET /x/findBox", "courier: findBox", "findBox"],
  ["POST /x/itemAt", "courier: itemAt", "getItemAt"],
  ["POST /x/openedParcel", "courier: openedParcel", "getOpenedParcel"],
  ["POST /x/zigzagOver", "courier: zigzagOver", "zigzagOver"],
];

for (const [request, title, verb] of calls)
  namingTests(`${request} that answers a parcel is called ${verb}`, () => {
    const page = operation({ title, request, response: answering });
    assert.is(operationOf(apiOf({ ...types, "api/courier-x.md": page })).naming.verb, verb);
  });

namingTests("how a title goes on after the thing is kept for a name that must say more", () => {
  const said = (title: string): Operation["naming"]["of"] => read("api/parcel-x.md", title).naming.of;
  assert.equal(said("Get a parcel by path"), { part: "parcel", rest: "by path" });
  assert.equal(said("Create parcel from template"), { part: "parcel", rest: "from template" });
  assert.equal(said("Send message in a chat"), { part: "message", rest: "for chat" });
  assert.is(said("Get parcel"), undefined);
});

namingTests("the qualifier is the subject's name", () => {
  assert.is(read("api/courier-list-parcels.md", "List parcels").naming.qualifier, "courier");
});

namingTests("the id is the file's name in lower case", () => {
  assert.is(read("api/parcel-sendAgain.md", "sendAgain").id, "parcel-sendagain");
});

namingTests.run();
