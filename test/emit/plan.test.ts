import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inheritanceOf } from "../../generator/plan/inheritance.js";
import { NAME_RULES } from "../../generator/plan/function-names.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import type { ModulePlan, Plan } from "../../generator/plan/plan.js";
import type { Api } from "../../generator/model/api.js";
import {
  api,
  enumeration,
  enumType,
  int,
  library,
  many,
  object,
  operation,
  property,
  text,
  type,
} from "./sample-api.js";

const plan = suite("plan");

const options = { name: "library-client", version: "1.0.0", license: "MIT" };

function planOf(given: Partial<Api>): Plan {
  return planPackage(api(given), options);
}

function moduleAt({ modules }: Plan, path: string): ModulePlan {
  const found = modules.find((module) => module.path === path);
  assert.ok(found, `no module ${path}`);
  return found;
}

plan("a resource and the operations on it share a module", () => {
  const { modules } = planPackage(library, options);
  assert.equal(
    modules.map((module) => module.path),
    ["audioBook", "author", "book", "entity", "list", "loans/list", "loans/loan", "other", "promise", "shelf"],
  );
  assert.equal(
    moduleAt(planPackage(library, options), "loans/loan").operations.map(({ name }) => name),
    ["getLoan"],
  );
});

plan("a module survives a structured clone", () => {
  for (const module of planPackage(library, options).modules) assert.equal(structuredClone(module), module);
});

plan("an enumeration stands with its only user, else in enums", () => {
  const planned = planOf({
    types: [
      type("a", [property("x", enumeration("one")), property("y", enumeration("two"))]),
      type("b", [property("y", many(enumeration("two")))]),
    ],
    enums: [enumType("one", ["x"]), enumType("two", ["x"]), enumType("unused", ["x"])],
  });
  assert.equal(
    moduleAt(planned, "a").enums.map(({ name }) => name),
    ["One"],
  );
  assert.equal(
    moduleAt(planned, "enums").enums.map(({ name }) => name),
    ["Two", "Unused"],
  );
});

plan("file names that the package needs, and those that differ in case alone, give way", () => {
  const planned = planOf({
    types: [type("client"), type("index"), type("aux"), type("book"), type("Book")],
    operations: [operation("x", ["do", "it"], ["/x"], { group: "testing" })],
  });
  assert.equal(
    planned.modules.map(({ path }) => path),
    ["auxResource", "book", "bookResource", "clientResource", "indexResource", "testingOperations"],
  );
  assert.equal(
    planned.modules.flatMap(({ types }) => types.map(({ name }) => name)),
    ["Aux", "Book", "BookType", "Client", "Index"],
  );
});

plan("a group shares the module of a type of its name", () => {
  const planned = planOf({
    types: [type("report")],
    operations: [operation("x", ["get", "usage"], ["/x"], { group: "Report" })],
  });
  assert.equal(
    planned.modules.map(({ path }) => path),
    ["report"],
  );
});

plan("names that are made of others give way to documented ones", () => {
  const planned = planOf({
    types: [
      type("base", [], { derived: ["microsoft.graph.leaf"] }),
      type("anyBase"),
      type("leaf", [], { base: "microsoft.graph.base" }),
      type("getLeafOperation"),
    ],
    operations: [operation("leaf-get", ["get", "leaf"], ["/leaf"])],
  });
  assert.is(moduleAt(planned, "base").types[0]?.union?.name, "AnyKindOfBase");
  assert.is(moduleAt(planned, "other").operations[0]?.constant, "getLeafOperationConstant");
});

plan("a base type decides; only what narrows is declared again", () => {
  const types = [
    type("base", [
      property("same"),
      property("wider", int),
      property("kind"),
      property("sure", text, { required: true }),
      property("item", object("base")),
    ]),
    type(
      "leaf",
      [
        property("same"),
        property("wider", text),
        property("kind", enumeration("kind")),
        property("sure"),
        property("item", object("leaf")),
        property("own"),
        property("own", int),
      ],
      { base: "microsoft.graph.base" },
    ),
  ];
  const [, leaf] = types;
  assert.ok(leaf);
  const inheritance = inheritanceOf(api({ types, enums: [enumType("kind", ["a"])] }));
  assert.equal(
    inheritance.declared(leaf).map(({ name }) => name),
    ["kind", "item", "own"],
  );
  assert.equal([...inheritance.all(leaf).keys()], ["same", "wider", "kind", "sure", "item", "own"]);
});

plan("polymorphic is a type with derived types, but not the root of all", () => {
  const { types } = moduleAt(planPackage(library, options), "book");
  assert.equal(types[0]?.union, {
    name: "AnyBook",
    members: [
      { type: "microsoft.graph.audioBook", leaf: true },
      { type: "microsoft.graph.book", leaf: false },
    ],
  });
  assert.is(types[0]?.discriminator, "any");
  assert.is(moduleAt(planPackage(library, options), "audioBook").types[0]?.discriminator, "own");
  assert.is(moduleAt(planPackage(library, options), "entity").types[0]?.union, undefined);
});

plan("names that were given earlier by the same rules are kept", () => {
  const previous = {
    rules: NAME_RULES,
    operations: [
      { id: "book-get", function: "readBook" },
      { id: "book-list", function: "no identifier" },
    ],
  };
  const names = moduleAt(planPackage(library, { ...options, previous }), "book").operations.map(({ name }) => name);
  assert.equal(names.slice(1, 4), ["readBook", "lendBook", "listBooks"]);
});

plan("names that were given by earlier rules are aliases of those that are given now", () => {
  const previous = { operations: [{ id: "book-get", function: "readBook" }] };
  const { operations } = moduleAt(planPackage(library, { ...options, previous }), "book");
  const book = operations.find(({ operation }) => operation.id === "book-get");
  assert.equal([book?.name, book?.aliases], ["getBook", ["readBook"]]);
});

plan("an exported namespace gives way to a type of its name", () => {
  const planned = planOf({ types: [type("search"), type("search.acronym"), type("a.b.c")] });
  assert.equal(planned.namespaces, [
    { folder: "a/", parent: "", name: "A" },
    { folder: "a/b/", parent: "a/", name: "B" },
    { folder: "search/", parent: "", name: "SearchNamespace" },
  ]);
});

plan.run();
