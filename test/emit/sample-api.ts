/** A small invented API, a library of books, that uses what the emitter offers. `api()` and its parts fill in what a test does not care about. */
import { writeTemplate } from "../../generator/shared/odata/segments.js";
import { parseRoute } from "../../generator/shared/odata/template.js";
import { said } from "../../generator/shared/runs.js";
import type {
  Api,
  BodyProperty,
  EnumType,
  Example,
  ObjectType,
  Operation,
  Parameter,
  Property,
  Route,
  TypeRef,
} from "../../generator/model/api.js";

const place = { line: 1, column: 1 };

export const text: TypeRef = { kind: "scalar", name: "String" };
export const int: TypeRef = { kind: "scalar", name: "Int32" };
export const bool: TypeRef = { kind: "scalar", name: "Boolean" };
export const object = (name: string): TypeRef => ({ kind: "object", name: `microsoft.graph.${name}` });
export const enumeration = (name: string): TypeRef => ({ kind: "enum", name: `microsoft.graph.${name}` });
export const many = (of: TypeRef): TypeRef => ({ kind: "collection", of });

export function property(name: string, type: TypeRef = text, more: Partial<Property> = {}): Property {
  return {
    name,
    type,
    description: [],
    navigation: false,
    nullable: false,
    required: false,
    readOnly: false,
    evidence: [],
    page: "resources/x.md",
    place,
    ...more,
  };
}

export function type(name: string, properties: readonly Property[] = [], more: Partial<ObjectType> = {}): ObjectType {
  return {
    name: `microsoft.graph.${name}`,
    abstract: false,
    open: false,
    properties,
    derived: [],
    description: [],
    pages: [`resources/${name.toLowerCase()}.md`],
    inferred: false,
    ...more,
  };
}

export function enumType(name: string, members: readonly string[], more: Partial<EnumType> = {}): EnumType {
  return {
    name: `microsoft.graph.${name}`,
    members: members.map((member) => ({ name: member, description: [] })),
    evolvable: false,
    flags: false,
    description: [],
    pages: [],
    ...more,
  };
}

export function parameter(name: string, more: Partial<Parameter> = {}): Parameter {
  return { name, in: "path", documented: name, type: text, required: true, description: [], ...more };
}

export function bodyProperty(name: string, more: Partial<BodyProperty> = {}): BodyProperty {
  return { name, type: text, required: false, nullable: false, description: [], ...more };
}

export function route(template: string, more: Partial<Route> = {}): Route {
  const { path, parameters } = parseRoute(template);
  return {
    template: writeTemplate(path),
    path,
    parameters: parameters.map(({ name }) => name),
    ambiguous: false,
    documented: template,
    place,
    ...more,
  };
}

/** An operation `id` on `template`s, titled and named by its words: `operation("book-get", ["get", "book"], ["/books/{bookId}"])`. */
export function operation(
  id: string,
  [verb, object]: readonly [string, string],
  templates: readonly string[],
  more: Partial<Operation> = {},
): Operation {
  const routes = templates.map((template) => route(template));
  return {
    id,
    page: `api/${id}.md`,
    title: `${verb} ${object}`,
    description: [],
    group: "other",
    naming: { verb, object, qualifier: "", action: false },
    method: "GET",
    routes,
    parameters: [...new Set(routes.flatMap(({ parameters }) => parameters))].map((name) => parameter(name)),
    query: "none",
    headers: [],
    statuses: [200],
    result: { kind: "none" },
    permissions: [],
    examples: [],
    place,
    ...more,
  };
}

export function example(name: string, method: string, url: string, more: Partial<Example> = {}): Example {
  return {
    name,
    heading: "Example",
    request: { method, url, headers: {} },
    response: { status: 200, headers: {} },
    requestFit: "none",
    responseFit: "none",
    untyped: [],
    findings: [],
    place,
    ...more,
  };
}

export function api(parts: Partial<Api>): Api {
  return {
    dialect: "graph",
    rootNamespace: "microsoft.graph",
    operations: [],
    types: [],
    enums: [],
    findings: [],
    ...parts,
  };
}

const host = "https://library.example/v1";
const book = { id: "7", title: "On Letters", genre: "essay", pages: 90, shelf: null };

export const library: Api = api({
  baseUrl: host,
  types: [
    type("audioBook", [property("length", { kind: "scalar", name: "Duration" })], { base: "microsoft.graph.book" }),
    type("author", [property("id", text, { required: true, readOnly: true }), property("name")], {
      base: "microsoft.graph.entity",
      description: said("Who wrote it."),
    }),
    type(
      "book",
      [
        property("title", text, { description: said("Title as on the cover.") }),
        property("genre", enumeration("genre"), { description: said("What kind of book it is.") }),
        property("pages", int),
        property("shelf", object("shelf"), { nullable: true }),
        property("condition", { kind: "literals", values: ["new", "worn"] }, { deprecated: "Ask a librarian." }),
        property("authors", many(object("author")), { navigation: true, description: said("Who wrote it.") }),
        property("related", many(object("book")), { navigation: true }),
        property("@odata.type"),
      ],
      {
        base: "microsoft.graph.entity",
        derived: ["microsoft.graph.audioBook"],
        description: [
          ...said("A book. See "),
          { kind: "link", url: "resources/shelf.md", runs: said("shelf") },
          ...said("."),
        ],
      },
    ),
    type("entity", [property("id", text, { required: true, readOnly: true })], {
      abstract: true,
      derived: ["microsoft.graph.author", "microsoft.graph.audioBook", "microsoft.graph.book"],
      key: "id",
    }),
    type("list", [property("name"), property("lists", many(object("list")))], {
      open: true,
      inferred: true,
      pages: [],
    }),
    type("promise", [property("due", { kind: "scalar", name: "Date" })]),
    type("shelf", [property("number", int), property("room"), property("blob", { kind: "unknown" })]),
    type("loans.loan", [property("book", object("book")), property("state", enumeration("loans.state"))]),
    type("loans.list", [property("loans", many(object("loans.loan"))), property("other", object("list"))]),
  ],
  enums: [
    enumType("genre", ["essay", "novel", "unknownFutureValue"], {
      evolvable: true,
      description: said("Kinds of books."),
    }),
    enumType("loans.state", ["open", "closed"], { flags: true }),
  ],
  operations: [
    operation("book-delete", ["delete", "book"], ["/books/{bookId}"], {
      method: "DELETE",
      subject: "microsoft.graph.book",
      headers: [{ name: "If-Match", required: true, description: [] }],
      statuses: [204],
      examples: [
        example("delete_book", "DELETE", `${host}/books/7`, {
          request: { method: "DELETE", url: `${host}/books/7`, headers: { "If-Match": "5" } },
          response: { status: 204, headers: {} },
          call: { route: 0, where: { bookId: "7" }, query: {} },
        }),
      ],
    }),
    operation(
      "book-get",
      ["get", "book"],
      ["/books/{bookId}", "/me/books/{bookId}", "/shelves/{shelfId}/books/{bookId}"],
      {
        description: [
          ...said("Read a book, with its "),
          { kind: "code", text: "title" },
          ...said(" and its "),
          { kind: "link", url: "resources/author.md", runs: said("authors") },
          ...said("."),
        ],
        subject: "microsoft.graph.book",
        query: "all",
        routes: [
          route("/books/{bookId}"),
          route("/me/books/{bookId}", { ambiguous: true }),
          route("/shelves/{shelfId}/books/{bookId}"),
        ],
        result: { kind: "object", type: object("book"), unwrap: true },
        permissions: [
          {
            delegatedWork: { least: [["Book.Read"], ["Shelf.Read", "Room.Read"]], higher: [["Book.ReadWrite"]] },
            delegatedPersonal: "unsupported",
            application: "undetermined",
            line: 9,
          },
        ],
        examples: [
          example("get_book", "GET", `${host}/books/7?$select=id,title`, {
            response: { status: 200, headers: { "Content-Type": "application/json" }, body: { value: book } },
            responseFit: "exact",
            call: { route: 0, where: { bookId: "7" }, query: { select: "id,title" } },
          }),
          example("get my book", "GET", `${host}/me/books/7?$expand=authors`, {
            response: {
              status: 404,
              headers: {},
              body: { error: { code: "itemNotFound", message: "No such book */ `${evil}` \u2028" } },
            },
            call: { route: 1, where: { bookId: "7" }, query: { expand: "authors" } },
            findings: ["example-method"],
          }),
        ],
      },
    ),
    operation("book-lend", ["lend", "book"], ["/books/{bookId}/lend"], {
      method: "POST",
      subject: "microsoft.graph.book",
      naming: { verb: "lend", object: "book", qualifier: "", action: true },
      body: {
        kind: "json",
        properties: [
          bodyProperty("to", { required: true, description: said("Who takes it.") }),
          bodyProperty("days", { type: int, nullable: true }),
          bodyProperty("author", { type: object("author") }),
        ],
        partial: false,
      },
      statuses: [202],
      result: { kind: "accepted", type: object("loans.loan") },
      parameters: [parameter("bookId", { description: said("Number in the catalogue.") })],
      examples: [
        example("lend_book", "POST", `${host}/books/7/lend`, {
          request: {
            method: "POST",
            url: `${host}/books/7/lend`,
            headers: { "Content-Type": "application/json" },
            body: { to: "me", days: null },
          },
          requestFit: "exact",
          response: { status: 202, headers: { Location: `${host}/loans/1` } },
          call: { route: 0, where: { bookId: "7" }, query: {} },
        }),
      ],
    }),
    operation("book-list", ["list", "books"], ["/books"], {
      subject: "microsoft.graph.book",
      query: "all",
      result: { kind: "list", type: object("book") },
      deprecated: "Use the search.",
      examples: [
        example("list_books", "GET", `${host}/books?$top=2&$filter=pages gt 5&$orderby=title desc`, {
          response: {
            status: 200,
            headers: {},
            body: {
              "@odata.context": "x",
              value: [book, { ...book, "@odata.type": "#microsoft.graph.audioBook", length: "PT3H" }],
            },
          },
          responseFit: "exact",
          call: { route: 0, where: {}, query: { top: "2", filter: "pages gt 5", orderby: "title desc" } },
        }),
      ],
    }),
    operation("book-delta", ["delta", "book"], ["/books/delta"], {
      subject: "microsoft.graph.book",
      query: ["top"],
      result: { kind: "delta", type: object("book") },
    }),
    operation("book-cover", ["get", "cover"], ["/books/{bookId}/cover"], {
      subject: "microsoft.graph.book",
      result: { kind: "stream" },
    }),
    operation("book-put-cover", ["update", "cover"], ["/books/{bookId}/cover"], {
      method: "PUT",
      subject: "microsoft.graph.book",
      body: { kind: "binary", contentType: "image/png" },
    }),
    operation("book-post", ["create", "book"], ["/books"], {
      method: "POST",
      subject: "microsoft.graph.book",
      body: { kind: "json", of: object("book"), partial: false },
      result: { kind: "object", type: object("book"), unwrap: false },
    }),
    operation("book-post-author", ["add", "author"], ["/books/{bookId}/authors/$ref"], {
      method: "POST",
      subject: "microsoft.graph.book",
      body: { kind: "reference" },
    }),
    operation("list-count", ["count", "lists"], ["/lists/$count"], {
      subject: "microsoft.graph.list",
      query: ["filter"],
      result: { kind: "text" },
    }),
    operation("list-list", ["list", "lists"], ["/lists"], {
      subject: "microsoft.graph.list",
      query: "all",
      result: { kind: "list", type: object("list") },
    }),
    operation("loans-loan-get", ["get", "loan"], ["/loans/{loanId}"], {
      subject: "microsoft.graph.loans.loan",
      query: ["select"],
      result: { kind: "object", type: object("loans.loan"), unwrap: false },
    }),
    operation("promise-get", ["get", "promise"], ["/promises/{number}"], {
      subject: "microsoft.graph.promise",
      parameters: [parameter("number", { type: int })],
      result: { kind: "object", type: object("promise"), unwrap: false },
    }),
    operation("ping", ["ping", ""], ["/ping(at={at})?verbose={verbose}"], {
      parameters: [parameter("at"), parameter("verbose", { in: "query", type: bool, required: false })],
      result: { kind: "value", type: int },
    }),
  ],
});
