/** What a page to be written is about, and how the house writes. */

export interface House {
  readonly name: "graph" | "plain";
  /** Namespace of its types; "" for none. */
  readonly namespace: string;
  /** Address that all calls begin with. */
  readonly baseUrl: string;
  /** What request lines begin with: the same, or nothing. */
  readonly requestBase: string;
  /** Where the answer that is a list holds its items: `value`, `items`; "" where it is the list itself. */
  readonly items: string;
  /** Its pages name permissions. */
  readonly permissions: boolean;
}

/** The parts of a page, by the names that the guide gives them. */
export type PartId =
  | "front-matter"
  | "title"
  | "namespace"
  | "description"
  | "permissions"
  | "request"
  | "query"
  | "headers"
  | "body"
  | "response"
  | "example-request"
  | "example-response"
  | "properties"
  | "relationships"
  | "representation"
  | "values";

export interface PagePart {
  readonly id: PartId;
  readonly text: string;
}

export interface Subject {
  readonly house: House;
  readonly title: string;
  readonly description: string;
}

export interface OperationSubject extends Subject {
  readonly kind: "get" | "list" | "create" | "update" | "delete" | "action";
  /** `/parcels/{parcelId}`, and the same with a value: `/parcels/17`. */
  readonly path: string;
  readonly called: string;
  /** Name of the type it is about, qualified as the house does, and a link to it from the page. */
  readonly type: string;
  readonly link: string;
  /** What is sent: rows `|weight|Int32|…|` and their JSON. */
  readonly sent: { readonly rows: readonly string[]; readonly json: string };
  /** JSON of one object. */
  readonly json: string;
  /** Cells of the permissions table; a placeholder where nobody knows them yet. */
  readonly permissions: string;
}

export interface ResourceSubject extends Subject {
  readonly type: string;
  /** Beside the id: its row, and its line of JSON. */
  readonly properties: readonly { readonly row: string; readonly json: string }[];
}

export interface EnumSubject extends Subject {
  readonly type: string;
  /** `|sent|On its way.|` */
  readonly rows: readonly string[];
}

/** What an operation of each kind does on the wire. */
export const calls = {
  get: { method: "GET", status: "200 OK", answers: "one", takesBody: false },
  list: { method: "GET", status: "200 OK", answers: "list", takesBody: false },
  create: { method: "POST", status: "201 Created", answers: "one", takesBody: true },
  update: { method: "PATCH", status: "200 OK", answers: "one", takesBody: true },
  delete: { method: "DELETE", status: "204 No Content", answers: "nothing", takesBody: false },
  action: { method: "POST", status: "204 No Content", answers: "nothing", takesBody: false },
} as const;

/** JSON of what is answered; undefined where nothing is. */
export function answerOf({ kind, json, house }: OperationSubject): string | undefined {
  const { answers } = calls[kind];
  if (answers === "nothing") return undefined;
  if (answers === "one") return json;
  const items = `[\n${indented(json)}\n]`;
  return house.items === "" ? items : `{\n${indented(`${JSON.stringify(house.items)}: ${items}`)}\n}`;
}

export function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}

/** JSON of an object, from its members as text. */
export function objectOf(members: readonly string[]): string {
  return `{\n${indented(members.join(",\n"))}\n}`;
}

export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** A message of an example: its first line, and a body. */
export function message(first: string, json: string | undefined): string {
  return fence("http", json === undefined ? first : `${first}\nContent-Type: application/json\n\n${json}`);
}
