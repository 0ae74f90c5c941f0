/**
 * Reads the JSON representation of a type: each property's value is a notation for its type.
 * Raw samples: `"String (timestamp)"`, `["String"]`, `1024`, `"4.2"`, `{"@odata.type": "microsoft.graph.x"}`, `"a | b | c"`.
 */
import { isMemberName } from "../../shared/member-name.js";
import type { Page, ResourceBlock } from "../../read/page.js";
import type { TypeRef } from "../api.js";
import type { Docs } from "./docs.js";
import { scalarType } from "../../dialect/scalar-names.js";
import { asRef, STRING, typeOfName, UNKNOWN } from "./type-ref.js";
import { isObject } from "../../shared/json/json.js";

const NOTES: readonly (readonly [RegExp, TypeRef])[] = [
  [/timestamp|date-?time|iso ?8601(?! duration)/i, { kind: "scalar", name: "DateTimeOffset" }],
  [/duration/i, { kind: "scalar", name: "Duration" }],
  [/time of day/i, { kind: "scalar", name: "TimeOfDay" }],
];
/** What stands for any key of an open type: `String-value`, an id made up for the page. */
const SAMPLE = /^string(?:-?value)?$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const NOTED = /^(\w+)\s*\((.*)\)$/;
const DECIMAL = /^-?\d+\.\d+$/;
const UNION = /^[\w.]+(?:\s*\|\s*[\w.]+)+$/;
const TYPE_MENTION = /^(?:@odata\.type:?\s*)?#?((?:collection\()?microsoft\.[\w.]+\)?)$/i;

/** `{Harbor.Berth}`, or `Harbor.Berth`: a type of the pages, where they describe one that is called so. */
const NAMED_TYPE = /^(?:\{([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\}|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+))$/;

/** What a JSON representation says of one property; `certain` is false for a mere sample value. */
export interface NotedType {
  /** It shows null in place of a value. */
  readonly nullable?: true;
  readonly type: TypeRef;
  readonly certain: boolean;
  /** Where it stands in the JSON. */
  readonly path: readonly (string | number)[];
}

type Notation = Omit<NotedType, "path">;

/**
 * Properties of the first level in order; annotations (`@odata.…`) are left out. Empty when the block holds no JSON object. `listed`: the names in
 * the table of the type.
 */
export function readRepresentation(
  block: ResourceBlock,
  listed: ReadonlySet<string>,
  page: Page,
  docs: Docs,
): ReadonlyMap<string, NotedType> {
  const whole = block.body.kind === "json" ? block.body.value : undefined;
  if (!isObject(whole)) return new Map();
  const { value, path } = itemIn(whole, listed) ?? { value: whole, path: [] };
  const entries = propertiesOf(value);
  return new Map(
    entries.map(([name, notation]) => [name, { ...typeOfNotation(notation, page, docs), path: [...path, name] }]),
  );
}

function propertiesOf(value: Readonly<Record<string, unknown>>): readonly [string, unknown][] {
  return Object.entries(value).filter(
    ([name]) => !name.includes("@odata.") && !name.startsWith("#") && !SAMPLE.test(name) && isMemberName(name),
  );
}

/** `{ "value": [ { … } ] }`: some pages show the object as it stands in a list, whose name their table has not. */
function itemIn(
  whole: Readonly<Record<string, unknown>>,
  listed: ReadonlySet<string>,
): { readonly value: Readonly<Record<string, unknown>>; readonly path: NotedType["path"] } | undefined {
  const [[name, items] = ["", undefined], ...others] = propertiesOf(whole);
  const item: unknown = Array.isArray(items) ? items[0] : undefined;
  if (others.length > 0 || !isObject(item) || listed.has(name.toLowerCase())) return undefined;
  const isShown = propertiesOf(item).some(([property]) => listed.has(property.toLowerCase()));
  return isShown ? { value: item, path: [name, 0] } : undefined;
}

/** `@odata.type` of a JSON object, or its older spellings. */
export function odataType(value: Readonly<Record<string, unknown>>): string | undefined {
  const written = value["@odata.type"] ?? value["@type"];
  return typeof written === "string" && written !== "" ? written.replace(/^#/, "") : undefined;
}

/** `https://…/$metadata#Collection(example.berth)`, `…#Berths/$entity`: the type of an answer with its namespace, or its set. */
const CONTEXT = /\$metadata#(?:Collection\()?([A-Za-z_][\w.]*)\)?(?:\/\$entity)?$/i;

/** What the `@odata.context` of an answer says that it is, or a list of. */
export function contextName(body: unknown): string | undefined {
  const context = isObject(body) ? body["@odata.context"] : undefined;
  return typeof context === "string" ? CONTEXT.exec(context)?.[1] : undefined;
}

function typeOfNotation(notation: unknown, page: Page, docs: Docs): Notation {
  if (typeof notation === "boolean") return { type: { kind: "scalar", name: "Boolean" }, certain: true };
  if (typeof notation === "number")
    return { type: { kind: "scalar", name: Number.isInteger(notation) ? "Int32" : "Double" }, certain: true };
  if (typeof notation === "string") return typeOfText(notation.trim(), page, docs);
  if (Array.isArray(notation)) {
    const items = typeOfNotation(notation[0], page, docs);
    return { type: { kind: "collection", of: items.type }, certain: items.certain };
  }
  if (notation === null) return { type: UNKNOWN, certain: false, nullable: true };
  if (!isObject(notation)) return { type: UNKNOWN, certain: false };
  const name = odataType(notation);
  const type = name === undefined ? undefined : typeOfName(name, page, docs);
  return { type: type ?? UNKNOWN, certain: type !== undefined };
}

function typeOfText(text: string, page: Page, docs: Docs): Notation {
  const noted = NOTED.exec(text);
  const note = noted && NOTES.find(([words]) => words.test(noted[2] ?? ""));
  if (note) return { type: note[1], certain: true };
  const mention = TYPE_MENTION.exec(text)?.[1];
  if (mention) {
    const item = mention.replace(/^collection\(|\)$/gi, "");
    const type = asRef(docs.index.byName(item, page)) ?? UNKNOWN;
    return { type: item === mention ? type : { kind: "collection", of: type }, certain: type !== UNKNOWN };
  }
  const named = namedType(text, page, docs);
  if (named !== undefined) return { type: named, certain: true };
  if (DECIMAL.test(text)) return { type: { kind: "scalar", name: "Decimal" }, certain: true };
  if (UNION.test(text)) return { type: STRING, certain: false };
  const scalar = scalarType(noted?.[1] ?? text);
  return scalar ? { type: scalar, certain: true } : { type: STRING, certain: false };
}

function namedType(text: string, page: Page, docs: Docs): TypeRef | undefined {
  const [, braced, dotted] = NAMED_TYPE.exec(text) ?? [];
  const name = braced ?? dotted;
  return name === undefined ? undefined : (typeOfName(name, page, docs) ?? asRef(docs.index.byForeignName(name)));
}
