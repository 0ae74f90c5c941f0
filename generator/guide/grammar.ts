/** What there is to say about each part of a page, and the slips that the guide shows: each is tried on the page, and must give its rule. */
import type { columnWords } from "../dialect/column-words.js";
import type { SectionKind } from "../dialect/section-names.js";
import type { RuleId } from "../findings/rules.js";
import type { PartId } from "./subject.js";

interface GuideSlip {
  readonly rule: RuleId;
  /** What gives way to what in the good part, in whichever house has it. */
  readonly from: string;
  readonly to: string;
}

export interface PartGrammar {
  readonly name: string;
  readonly required: string;
  readonly says: string;
  /** Whose headings and columns the reader accepts. */
  readonly section?: SectionKind;
  readonly columns?: readonly (keyof typeof columnWords)[];
  readonly accounts?: true;
  readonly slips: readonly GuideSlip[];
}

const fields = ["name", "type", "description", "required", "default"] as const;

// prettier-ignore
export const grammar: Readonly<Record<PartId, PartGrammar>> = {
  "front-matter": {
    name: "Front matter",
    required: "no",
    says: "YAML between two lines `---`, before everything else. `doc_type` says what kind of page it is where its content does not; `author` is the owner in reports.",
    slips: [{ rule: "front-matter", from: 'title: "Create parcel"', to: 'title: "Create" parcel' }],
  },
  title: {
    name: "Title",
    required: "yes",
    says: "The one heading of level 1. An operation's begins with a verb, a type's is its name.",
    slips: [{ rule: "no-title", from: "# ", to: "" }],
  },
  namespace: {
    name: "Namespace",
    required: "where types are not in the root namespace",
    says: "A line of its own below the title. Types that are named without one are looked for in it, then in the root namespace.",
    slips: [],
  },
  description: {
    name: "Description",
    required: "no",
    says: "What stands between title and first section becomes the comment of the function or type.",
    slips: [],
  },
  permissions: {
    name: "Permissions",
    required: "yes; where a house has none, on no page",
    says: "A row for each kind of account. Names are separated by commas, in the order that the header row gives; `and` joins what is needed together; `Not supported.` says that there is none.",
    section: "permissions",
    accounts: true,
    slips: [
      { rule: "permission-unreadable", from: "Parcel.ReadWrite.All|", to: "Ask the post office.|" },
      { rule: "permission-undetermined", from: "Parcel.ReadWrite.All|", to: "TODO: determine scopes|" },
    ],
  },
  request: {
    name: "Request",
    required: "yes",
    says: "A code block of lines `METHOD /path`, a line for each way to make the call. What varies in the path stands in braces. Below other headings that say so (last in the list), the code block must hold a request line to count.",
    section: "request",
    slips: [
      { rule: "request-missing", from: "POST /parcels\n", to: "" },
      { rule: "fence-swallowed", from: "/parcels\n```", to: "/parcels\n" },
      { rule: "request-line", from: "/parcels\n", to: "/parcels\nor by number\n" },
    ],
  },
  query: {
    name: "Query parameters",
    required: "no",
    says: "OData options are named in a sentence, all others are rows of a table with a type.",
    section: "query",
    columns: fields,
    slips: [{ rule: "unread-table", from: "This method supports `$select`.", to: "|Colour|Meaning|\n|:---|:---|\n|red|Stop.|" }],
  },
  headers: {
    name: "Request headers",
    required: "no",
    says: "A row for each header that a caller may set.",
    section: "headers",
    columns: ["name", "description", "required"],
    slips: [],
  },
  body: {
    name: "Request body",
    required: "where something is sent",
    says: "A sentence that links the type that is sent, or a table with a row for each property. What must be there says `Required` in its description, or in a column of its own.",
    section: "body",
    columns: [...fields, "location"],
    slips: [
      { rule: "unread-row", from: "|weight|", to: "|its weight|" },
      { rule: "body-type-differs", from: "|weight|Int32|", to: "|weight|String|" },
    ],
  },
  response: {
    name: "Response",
    required: "yes",
    says: "A sentence with the status and, by a link, the type that comes back. `collection of`, `list of` say that there are many of it.",
    section: "response",
    slips: [
      { rule: "response-status-differs", from: "`201 Created`", to: "`202 Accepted`" },
      { rule: "response-collection-differs", from: "a [parcel]", to: "a list of [parcel]" },
    ],
  },
  "example-request": {
    name: "Example: request",
    required: "no; without it nothing tries the page",
    says: "A code block whose first line is `METHOD address`, then headers, a blank line and the body.",
    section: "examples",
    slips: [
      { rule: "example-url", from: "/parcels\n", to: "/crates\n" },
      { rule: "example-required", from: '"weight": 3', to: '"state": "sent"' },
      { rule: "json-invalid", from: '"weight": 3', to: '"weight": 3,' },
    ],
  },
  "example-response": {
    name: "Example: response",
    required: "for each example request",
    says: "A code block whose first line is the status line, behind the request that it answers.",
    slips: [
      { rule: "status-line", from: "-->\n```http\nHTTP/1.1 201", to: "-->\n```http\n201" },
      { rule: "example-property", from: '"weight": 3', to: '"weight": 3,\n  "wheels": 4' },
      { rule: "example-enum", from: '"sent"', to: '"gone"' },
    ],
  },
  properties: {
    name: "Properties",
    required: "yes",
    says: "A row for each property: its name as it is sent, its type (`docwright guide types`), and what it is. A link in the type cell leads to the page of the type. `Read-only`, `Required`, `Nullable` in the description are understood.",
    section: "properties",
    columns: ["property", "type", "description", "required", "default"],
    slips: [
      { rule: "type-cell", from: "|weight|Int32|", to: "|weight|Int32 or else Int64?|" },
      { rule: "link-broken", from: "(parcelstate.md)", to: "(parcelsate.md)" },
    ],
  },
  relationships: {
    name: "Relationships",
    required: "no",
    says: "A table such as that of the properties, of what is read by `$expand` only.",
    section: "relationships",
    columns: ["property", "type", "description"],
    slips: [],
  },
  representation: {
    name: "JSON representation",
    required: "no",
    says: "The object as JSON, with the kind of each value in its place. It adds what the table lacks, and must not contradict it.",
    section: "representation",
    slips: [
      { rule: "property-type-differs", from: '"weight": "Integer"', to: '"weight": "Boolean"' },
      { rule: "property-not-in-table", from: '"state": "String"', to: '"state": "String",\n  "height": "Integer"' },
    ],
  },
  values: {
    name: "Values",
    required: "yes",
    says: "A heading with the name of the enumeration, and a row for each value as it is sent. A page may hold several.",
    section: "enum",
    columns: ["member", "number", "description"],
    slips: [{ rule: "example-enum", from: "|sent|", to: "|begun|" }],
  },
};
