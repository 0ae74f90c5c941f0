/**
 * Annotations: the JSON in the HTML comment above a code block (`<!-- { "blockType": "request", "name": "get_user" } -->`), which
 * API Doctor reads. They are evidence, never the only sign of an example.
 */
import { toString } from "mdast-util-to-string";
import type { Heading, Html, Paragraph, Root } from "mdast";
import type { VFile } from "vfile";
import type { Place } from "../../shared/place.js";
import { finding } from "../../findings/rules.js";
import { placerOf, readJson, isObject } from "../../shared/json/json.js";
import { offsetsIn } from "../../shared/json/locate.js";
import { placeOf, walkBlocks } from "./origin.js";
import type { Annotation } from "../page.js";
import { holdUntil, noteSuppressions } from "./suppressions.js";

const COMMENT = /<!--([\s\S]*?)(--\s*>|$)/g;
const JSON_START = /^\s*\{\s*["\w“]/;
/** `{ … } // a note`: writers add words behind the JSON. */
const JSON_ONLY = /^[\s\S]*\}/;
const BLOCK_TYPE = /\bblockType\b/i;
/** Of findings: they count, so they must be readable. */
const SUPPRESSING = /"docwright"/;
const COLLECTION = /^collection\((.*)\)$/i;
/** Some writers put the comment above the heading of its example instead of below. */
const EXAMPLE_HEADING = /^(?:request|response|example)/i;
const OTHER_TYPE_KEY = '"@type"';
const EXAMPLE_BLOCK = /^(?:request|response)$/;

/** unified plugin: attaches each annotation to the next code block, as `data.annotation`. */
export function annotations() {
  return (tree: Root, file: VFile): void => {
    let pending: Annotation | undefined;
    walkBlocks(tree, (node) => {
      if (node.type === "html") pending = readComments(node, file) ?? pending;
      else if (node.type === "paragraph") pending = readInline(node, file) ?? pending;
      else if (node.type === "heading" && pending !== undefined)
        pending = survives(pending, node) ? pending : undefined;
      else if (node.type === "code" && pending !== undefined) {
        node.data = { ...node.data, annotation: pending };
        holdUntil(pending, node);
        pending = undefined;
      }
    });
  };
}

function survives(pending: Annotation, heading: Heading): boolean {
  return EXAMPLE_BLOCK.test(pending.blockType) && EXAMPLE_HEADING.test(toString(heading));
}

/** A comment at the end of a sentence instead of on a line of its own. */
function readInline(paragraph: Paragraph, file: VFile): Annotation | undefined {
  const read = paragraph.children.map((child) => (child.type === "html" ? readComments(child, file) : undefined));
  return read.findLast((annotation) => annotation !== undefined);
}

/** The last annotation in a piece of HTML, which may hold several comments. */
function readComments(node: Html, file: VFile): Annotation | undefined {
  if (!node.value.includes("<!--")) return undefined;
  let annotation: Annotation | undefined;
  const place = placerOf({ text: node.value, place: placeOf(node) });
  for (const match of node.value.matchAll(COMMENT)) {
    const [, text = "", end = ""] = match;
    if (end === "") file.data.findings?.push(finding("comment-unclosed", file.path, place(match.index), ""));
    if (!JSON_START.test(text)) continue;
    const start = match.index + "<!--".length;
    annotation = readAnnotation(text, (offset) => place(start + offset), file) ?? annotation;
  }
  return annotation;
}

function readAnnotation(text: string, placeOfOffset: (offset: number) => Place, file: VFile): Annotation | undefined {
  const json = JSON_ONLY.exec(text)?.[0] ?? text;
  const { value, error } = readJson(json);
  // other annotations of the whole page are of no use here, well written or not
  if (error !== undefined && (BLOCK_TYPE.test(text) || SUPPRESSING.test(text))) {
    file.data.findings?.push(
      finding("annotation-json", file.path, placeOfOffset(error.offset), "", { reason: error.reason }),
    );
  }
  if (!isObject(value)) return undefined;
  const annotation = toAnnotation(value, placeOfOffset(0));
  const offsetOf = offsetsIn(json);
  noteSuppressions(value, annotation, (path) => placeOfOffset(offsetOf(path) ?? 0), file);
  const typed = text.indexOf(OTHER_TYPE_KEY);
  if (annotation.blockType !== "" && typed >= 0 && !text.includes("@odata.type")) {
    const place = placeOfOffset(typed);
    file.data.findings?.push(
      finding("annotation-type", file.path, place, annotation.type ?? "", { written: "@type", meant: "@odata.type" }),
    );
  }
  return annotation;
}

/** Normalises spellings: `@type` for `@odata.type`, `"true"` for true, `Collection(x)` for isCollection. */
function toAnnotation(json: Readonly<Record<string, unknown>>, place: Place): Annotation {
  const values = new Map(Object.entries(json).map(([key, value]) => [key.toLowerCase(), value]));
  const names = stringsOf(values.get("name"));
  const written = stringOf(values.get("@odata.type")) ?? stringOf(values.get("@type"));
  const type = written?.trim().replace(/^#/, "");
  const element = type === undefined ? undefined : COLLECTION.exec(type)?.[1];
  const isCollection = element === undefined ? booleanOf(values.get("iscollection")) : true;
  const baseType = values.get("basetype");
  return withoutUndefined({
    blockType: (stringOf(values.get("blocktype")) ?? "").toLowerCase(),
    name: names[0],
    names: names.length > 1 ? names : undefined,
    type: (element ?? type)?.replace(/^#/, ""),
    isCollection,
    isEmpty: booleanOf(values.get("isempty")),
    truncated: booleanOf(values.get("truncated")),
    expectError: booleanOf(values.get("expecterror")),
    opaqueUrl: booleanOf(values.get("opaqueurl")),
    baseType: baseType === null ? null : stringOf(baseType)?.replace(/^#/, ""),
    keyProperty: stringOf(values.get("keyproperty")),
    openType: booleanOf(values.get("opentype")),
    abstract: booleanOf(values.get("abstract")) ?? booleanOf(values.get("isabstract")),
    optionalProperties: listOfTexts(values.get("optionalproperties")),
    nullableProperties: listOfTexts(values.get("nullableproperties")),
    aliases: listOfTexts(values.get("@type.aka")),
    sampleKeys: listOfTexts(values.get("samplekeys")),
    place,
  });
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Optional facts are absent, never undefined: the facts survive JSON unchanged. */
function withoutUndefined(facts: { [K in keyof Annotation]: Annotation[K] | undefined }): Annotation {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Defined<Annotation>;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.toLowerCase() : "";
  return word === "true" ? true : word === "false" ? false : undefined;
}

/** One string, a list of strings, or several separated by commas, as a list. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function listOfTexts(value: unknown): readonly string[] | undefined {
  return value === undefined ? undefined : stringsOf(value);
}
