/** The kinds of sections, known by the names that pages give them, and what their tables promise. */
import type { RowRole } from "./columns.js";

export type SectionKind =
  | "permissions"
  | "request"
  | "query"
  | "functionParameters"
  | "pathParameters"
  | "headers"
  | "body"
  | "response"
  | "parameters"
  | "examples"
  | "properties"
  | "relationships"
  | "representation"
  | "methods"
  | "enum"
  | "remarks";

/** What the tables of a section promise to describe. */
const ROLES: ReadonlyMap<SectionKind, RowRole> = new Map<SectionKind, RowRole>([
  ["properties", "property"],
  ["relationships", "property"],
  ["query", "parameter"],
  ["functionParameters", "parameter"],
  ["pathParameters", "parameter"],
  ["parameters", "parameter"],
  ["body", "parameter"],
  ["headers", "header"],
]);

/** Names of sections, most telling first. */
const NAMES: readonly (readonly [SectionKind, RegExp])[] = [
  ["request", /^\W*(?:https?|rest)[\s-]*requests?\b|^request (?:syntax|lines?|ur[il]s?)\W*$/i],
  ["response", /^(?:https? )?responses?(?: body| object| syntax)?(?: \d+)?\W*$/i],
  ["examples", /^(?:\W|code )*(?:examples?|samples?)\b|\bexamples?(?: \d+)?\W*$|^requests?(?: \d+)?\W*$/i],
  ["permissions", /^(?:permissions?|prerequisites?)\b|^required permissions\b/i],
  ["query", /\bquery (?:string )?parameters?\b|\bodata (?:query )?(?:options|parameters)\b|^query options\b/i],
  ["functionParameters", /^function parameters?\b/i],
  ["pathParameters", /^(?:path|ur[il]) parameters?\b/i],
  ["parameters", /^(?:(?:action|request|input|body) )?parameters?\W*$/i],
  ["headers", /^(?:optional |required |http )?request headers?\b|^headers?\W*$/i],
  [
    "body",
    /^(?:http )?request (?:body|payload)\b|^(?:json )?(?:body|payload)(?: (?:parameters?|fields?|properties|attributes))?\W*$/i,
  ],
  ["relationships", /^relationships?\b|^navigation(?: propert(?:y|ies))?\W*$/i],
  ["representation", /^json representation\b/i],
  ["methods", /^(?:methods|tasks|common tasks|supported operations)\b/i],
  [
    "enum",
    /^(?:[\w.`*]+ (?:values|options|enum(?:eration)?(?: type)?(?: values| members)?|members)|members|enum(?:eration)? members)\W*$/i,
  ],
  ["properties", /^(?:[\w.]+ )?(?:properties|attributes)\W*$/i],
  [
    "remarks",
    /^(?:remarks|see also|related content|notes?|error (?:responses?|codes?|handling)|next steps|what's new)\b/i,
  ],
];

/** Words for a section that holds the request line; what they head must hold one. */
const CALLS =
  /^(?:(?:api |http |resource |request )?(?:endpoints?|ur[il]s?|address|routes?|paths?)|syntax|definition|call)\W*$/i;
/** Words that other houses use, and that mean something else where a page has them beside the usual ones. */
const OTHER_NAMES: readonly (readonly [SectionKind, RegExp])[] = [
  ["response", /^(?:returns?|responses?(?: \w+)?|results?|output|answers?)\W*$/i],
  ["properties", /^(?:[\w.]+ )?(?:fields|members|schema)\W*$/i],
  ["parameters", /^arguments?\W*$/i],
  ["query", /^query\W*$/i],
  ["remarks", /^(?:errors?|(?:https? )?(?:status|error) codes?)\W*$/i],
];

/** `1.2 `, `Step 3: `, `a) ` before the words of a heading. */
const NUMBER = /^(?:(?:step )?\d+(?:\.\d+)*[.):]?|[a-z]\)) +/i;
/** What stands in brackets at the end: a version, a format, `optional`. */
const BRACKETS = / *[([][^()[\]]*[)\]][ :]*$/;
const HOUSE_WORD = /^(?:rest|https?)(?: api)? +/i;

/** What the words of a heading mean by themselves, then without what says nothing of it. */
export function sectionKindOf(text: string): SectionKind | undefined {
  const bare = text.replace(NUMBER, "").replace(BRACKETS, "");
  for (const words of new Set([text, bare, bare.replace(HOUSE_WORD, "")])) {
    const kind = kindNamed(words);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function kindNamed(words: string): SectionKind | undefined {
  return [...NAMES, ...OTHER_NAMES].find(([, name]) => name.test(words))?.[0];
}

/** Whether a heading can stand above a request line, if there is one. */
export function maySayRequest(text: string): boolean {
  return CALLS.test(text.replace(NUMBER, "").replace(BRACKETS, ""));
}

/** A heading that is only "Request": of an example, of what is sent, or of all of it. */
export function isBareRequest(text: string): boolean {
  return /^requests?\W*$/i.test(text.replace(NUMBER, ""));
}

/** What the tables of a section promise, if anything. */
export function roleOf(kind: SectionKind | undefined): RowRole | undefined {
  return kind && ROLES.get(kind);
}
