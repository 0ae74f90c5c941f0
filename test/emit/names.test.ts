import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { NAME_RULES, nameFunctions } from "../../generator/plan/function-names.js";
import { camelCase, camelWords, pascal } from "../../generator/plan/identifier.js";
import { beside, createNamePool } from "../../generator/plan/name-pool.js";
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
    assert.is(camelCase(...given), want);
  assert.equal(camelWords("validateHTTPCredentials"), ["validate", "HTTP", "Credentials"]);
});

names("any words make an identifier or nothing", () => {
  const identifier = /^(?:[\p{ID_Start}_$][\p{ID_Continue}$]*)?$/u;
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (words) => {
      assert.match(pascal(...words), identifier);
      assert.match(camelCase(...words), identifier);
    }),
  );
});

names("a pool counts two cases of a name as one, and numbers only as a last resort", () => {
  const pool = createNamePool(["Taken"]);
  assert.is(pool.take("taken", "free"), "free");
  assert.is(pool.take("Free"), "Free2");
  const inner = createNamePool();
  assert.is(beside(inner, [pool]).take("FREE", "other"), "other");
  assert.is(inner.has("other"), true);
  assert.is(pool.has("other"), false);
});

type Words = Operation["naming"];

/** Names by id for operations of these words; `previous` as in an earlier api.json by the same rules. */
function namesOf(
  words: Readonly<Record<string, readonly [verb: string, object: string, qualifier?: string, action?: "action"]>>,
  previous: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const operations = Object.entries(words).map(([id, [verb, object, qualifier = "", action]]) => {
    const naming: Words = { verb, object, qualifier, action: action === "action" };
    return operation(id, [verb, object], [], { naming });
  });
  const vocabulary = new Map([["onboarding", "onBoarding"]]);
  const earlier = Object.entries(previous).map(([id, name]) => ({ id, function: name }));
  const pool = createNamePool(["delete", "createClient"]);
  return Object.fromEntries(
    nameFunctions(operations, pool, { rules: NAME_RULES, operations: earlier }, vocabulary).names,
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

/** Two operations that each would like the other's earlier name. */
const swapped = [
  operation("job-start", ["start", "job"], [], {
    naming: { verb: "start", object: "job", qualifier: "job", action: true },
  }),
  operation("task-start", ["start", "task"], [], {
    naming: { verb: "start", object: "task", qualifier: "task", action: true },
  }),
];

names("names by earlier rules become aliases, which no other operation takes", () => {
  const operations = [
    { id: "job-start", function: "startTask", aliases: ["run"] },
    { id: "task-start", function: "beginTask" },
    { id: "gone", function: "startJob" },
  ];
  const given = nameFunctions(swapped, createNamePool(), { operations }, new Map());
  assert.equal([...given.names].sort(), [
    ["job-start", "startJob"],
    ["task-start", "startTask2"],
  ]);
  assert.equal(
    [...given.aliases],
    [
      ["job-start", ["startTask", "run"]],
      ["task-start", ["beginTask"]],
    ],
  );
});

names("an earlier name in another letter case is an alias of its own", () => {
  const operations = [{ id: "job-start", function: "startjob" }];
  const given = nameFunctions(swapped, createNamePool(), { operations }, new Map());
  assert.is(given.names.get("job-start"), "startJob");
  assert.equal(given.aliases.get("job-start"), ["startjob"]);
});

names("words are split as types are spelt", () => {
  const naming: Words = { verb: "update", object: "userPlannertasks", qualifier: "", action: false };
  const given = nameFunctions(
    [operation("x", ["", ""], [], { naming })],
    createNamePool(),
    undefined,
    new Map([["plannertask", "plannerTask"]]),
  );
  assert.is(given.names.get("x"), "updateUserPlannerTasks");
});

names("of two that differ in a last s only, both are told apart", () => {
  assert.equal(namesOf({ "list-list": ["list", "list", "site"], "todo-list-lists": ["list", "lists", "todo"] }), {
    "list-list": "listSiteList",
    "todo-list-lists": "listTodoLists",
  });
});

names("of pages that share all words but those of the file name, the one without any more keeps the plain name", () => {
  assert.equal(
    namesOf({ "user-post-users": ["create", "user", "user"], "crm-user-create": ["create", "user", "user"] }),
    { "user-post-users": "createUser", "crm-user-create": "createCrmUser" },
  );
});

names("the words that a title goes on with tell two of a name apart", () => {
  const naming = (rest?: string): Words => ({
    verb: "get",
    object: "site",
    qualifier: "site",
    action: false,
    ...(rest && { of: { part: "site", rest } }),
  });
  const operations = [
    operation("a", ["", ""], [], { naming: naming() }),
    operation("b", ["", ""], [], { naming: naming("by path") }),
  ];
  assert.equal([...nameFunctions(operations, createNamePool(), undefined, new Map()).names].sort(), [
    ["a", "getSite"],
    ["b", "getSiteByPath"],
  ]);
});

names("a further method of a page replaces, or is named by the method", () => {
  const verbs = [
    ["PATCH", "update", "photo-update"],
    ["PUT", "update", "photo-update-put"],
    ["DELETE", "unfollow", "photo-unfollow"],
    ["POST", "unfollow", "photo-unfollow-post"],
  ] as const;
  const operations = verbs.map(([method, verb, id]) =>
    operation(id, ["", ""], [], {
      page: `${verb}.md`,
      method,
      naming: { verb, object: "photo", qualifier: "photo", action: false },
    }),
  );
  assert.equal([...nameFunctions(operations, createNamePool(), undefined, new Map()).names.values()].sort(), [
    "replacePhoto",
    "unfollowPhoto",
    "unfollowPhotoByPost",
    "updatePhoto",
  ]);
});

names("the order of the pages does not matter", () => {
  const word = fc.constantFrom("list", "get", "items", "drive", "driveItem", "x y");
  const words = fc.record({ verb: word, object: word, qualifier: word, action: fc.boolean() });
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (all) => {
      const operations = all.map((naming, index) => operation(`page-${index}`, ["", ""], [], { naming }));
      const forwards = nameFunctions(operations, createNamePool(), undefined, new Map()).names;
      const backwards = nameFunctions(operations.toReversed(), createNamePool(), undefined, new Map()).names;
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
