import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { nameFunctions } from "../../generator/plan/function-names.js";
import { camel, camelWords, pascal } from "../../generator/plan/identifier.js";
import { beside, createPool } from "../../generator/plan/name-pool.js";
import { findNamespaces } from "../../generator/plan/namespaces.js";
import type { Operation } from "../../generator/model/api.js";
import { api, operation, type } from "./sample-api.js";

const names = suite("names");

names("identifiers keep the case that the docs give a word", () => {
  for (const [given, want] of [
    ["synchronizationJob", "SynchronizationJob"],
    ["work or-school account", "WorkOrSchoolAccount"],
    ["iOS", "IOS"],
    ["3d model", "_3dModel"],
    ["tuple_2OfA_ICollection", "Tuple_2OfA_ICollection"],
    ["a*/b", "AB"],
    ["é日本 𝒳y", "É日本Y"],
  ] as const)
    assert.is(pascal(given), want);
  for (const [given, want] of [
    [["list", "event attachments"], "listEventAttachments"],
    [["URLSet"], "urlSet"],
    [["Url"], "url"],
    [["ID"], "id"],
  ] as const)
    assert.is(camel(...given), want);
  assert.equal(camelWords("validateHTTPCredentials"), ["validate", "HTTP", "Credentials"]);
});

names("any words make an identifier or nothing", () => {
  const identifier = /^(?:[\p{ID_Start}_$][\p{ID_Continue}$]*)?$/u;
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (words) => {
      assert.match(pascal(...words), identifier);
      assert.match(camel(...words), identifier);
    }),
  );
});

names("a pool counts two cases of a name as one, and numbers only as a last resort", () => {
  const pool = createPool(["Taken"]);
  assert.is(pool.take("taken", "free"), "free");
  assert.is(pool.take("Free"), "Free2");
  const inner = createPool();
  assert.is(beside(inner, [pool]).take("FREE", "other"), "other");
  assert.is(inner.has("other"), true);
  assert.is(pool.has("other"), false);
});

type Words = Operation["naming"];

/** Names by id for operations of these words; `previous` as in an earlier api.json. */
function namesOf(
  words: Readonly<Record<string, readonly [verb: string, object: string, qualifier?: string, action?: "action"]>>,
  previous: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const operations = Object.entries(words).map(([id, [verb, object, qualifier = "", action]]) => {
    const naming: Words = { verb, object, qualifier, action: action === "action" };
    return operation(id, [verb, object], [], { naming });
  });
  const vocabulary = new Map([["onboarding", "onBoarding"]]);
  return Object.fromEntries(
    nameFunctions(operations, createPool(["delete", "createClient"]), new Map(Object.entries(previous)), vocabulary),
  );
}

names("a title becomes a call", () => {
  assert.equal(
    namesOf({
      "job-get": ["get", "synchronizationJob", "synchronizationJob"],
      "message-list": ["list", "messages", "message"],
    }),
    { "job-get": "getSynchronizationJob", "message-list": "listMessages" },
  );
});

names("an action of one word is a verb for its subject, of more words it is for its subject", () => {
  assert.equal(
    namesOf({
      "app-assign": ["assign", "mobileApp", "mobileApp", "action"],
      "job-validatecredentials": ["validateCredentials", "synchronizationJob", "synchronizationJob", "action"],
      "session-createuploadsession": ["createUploadSession", "uploadSession", "", "action"],
    }),
    {
      "app-assign": "assignMobileApp",
      "job-validatecredentials": "validateCredentialsForSynchronizationJob",
      "session-createuploadsession": "createUploadSession",
    },
  );
});

names("two pages that would share a name are told apart by their resource, both of them", () => {
  assert.equal(
    namesOf({
      "event-list-attachments": ["list", "attachments", "event"],
      "message-list-attachments": ["list", "attachments", "message"],
    }),
    { "event-list-attachments": "listEventAttachments", "message-list-attachments": "listMessageAttachments" },
  );
});

names("a resource's own list keeps the plain name beside the lists of others", () => {
  assert.equal(
    namesOf({
      "driveitem-list": ["list", "driveItems", "driveItem"],
      "policy-list": ["list", "policies", "policy"],
      "drive-list-items": ["list", "items", "drive"],
      "list-items": ["list", "items", "list"],
      "group-list-policies": ["list", "policies", "group"],
    }),
    {
      "driveitem-list": "listDriveItems",
      "policy-list": "listPolicies",
      "drive-list-items": "listItemsForDrive",
      "list-items": "listListItems",
      "group-list-policies": "listGroupPolicies",
    },
  );
});

names("pages of one resource are told apart by the words of their file names", () => {
  assert.equal(
    namesOf({
      "intune-onboarding-settings-get": ["get", "settings", "settings"],
      "intune-shared-settings-get": ["get", "settings", "settings"],
    }),
    { "intune-onboarding-settings-get": "getOnBoardingSettings", "intune-shared-settings-get": "getSharedSettings" },
  );
});

names("names in use are avoided, and nothing is left without a name", () => {
  const given = namesOf({ "thing-delete": ["delete", ""], x: ["", ""], X_: ["", ""] });
  assert.is(given["thing-delete"], "deleteThing");
  assert.is(new Set(Object.values(given).map((name) => name.toLowerCase())).size, 3);
});

names("a new page never renames an older symbol", () => {
  const before = namesOf({ "event-list-attachments": ["list", "attachments", "event"] });
  assert.equal(before, { "event-list-attachments": "listAttachments" });
  assert.equal(
    namesOf(
      {
        "event-list-attachments": ["list", "attachments", "event"],
        "message-list-attachments": ["list", "attachments", "message"],
      },
      before,
    ),
    { "event-list-attachments": "listAttachments", "message-list-attachments": "listMessageAttachments" },
  );
});

names("the order of the pages does not matter", () => {
  const word = fc.constantFrom("list", "get", "items", "drive", "driveItem", "x y");
  const words = fc.record({ verb: word, object: word, qualifier: word, action: fc.boolean() });
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (all) => {
      const operations = all.map((naming, index) => operation(`page-${index}`, ["", ""], [], { naming }));
      const forwards = nameFunctions(operations, createPool(), new Map(), new Map());
      const backwards = nameFunctions(operations.toReversed(), createPool(), new Map(), new Map());
      assert.is(new Set([...forwards.values()].map((name) => name.toLowerCase())).size, operations.length);
      for (const [id, name] of forwards) assert.is(backwards.get(id), name);
    }),
  );
});

names("microsoft.graph is the root; what is below it gets a folder and an exported namespace", () => {
  const { of } = findNamespaces(
    api({ types: [type("user"), type("callRecords.session"), type("callRecords.media.stream")] }),
  );
  assert.equal(of("microsoft.graph.user"), { name: "microsoft.graph", folder: "", path: [] });
  assert.equal(of("microsoft.graph.callRecords.session"), {
    name: "microsoft.graph.callRecords",
    folder: "callRecords/",
    path: ["CallRecords"],
  });
  assert.equal(of("microsoft.graph.callRecords.media.stream").path, ["CallRecords", "Media"]);
});

names("without microsoft.graph the namespace of most types is the root", () => {
  const { of } = findNamespaces(
    api({
      types: [
        type("a", [], { name: "library.book" }),
        type("b", [], { name: "library.shelf" }),
        type("c", [], { name: "library.loans.loan" }),
      ],
    }),
  );
  assert.is(of("library.book").folder, "");
  assert.is(of("library.loans.loan").folder, "loans/");
});

names.run();
