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
  ["request", /^\W*https?[\s-]*requests?\b|^request (?:syntax|lines?|ur[il])\W*$/i],
  ["response", /^(?:https? )?responses?(?: body| object| syntax)?(?: \d+)?\W*$/i],
  ["examples", /^(?:\W|code )*(?:examples?|samples?)\b|\bexamples?\W*$|^requests?(?: \d+)?\W*$/i],
  ["permissions", /^(?:permissions?|prerequisites?)\b|^required permissions\b/i],
  ["query", /\bquery (?:string )?parameters?\b|\bodata (?:query )?(?:options|parameters)\b|^query options\b/i],
  ["functionParameters", /^function parameters?\b/i],
  ["pathParameters", /^(?:path|ur[il]) parameters?\b/i],
  ["parameters", /^(?:(?:action|request|input|body) )?parameters?\W*$/i],
  ["headers", /^(?:optional |required |http )?request headers?\b|^headers?\W*$/i],
  ["body", /^(?:http )?request (?:body|payload)\b/i],
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

/** What the words of a heading mean by themselves. */
export function sectionKindOf(text: string): SectionKind | undefined {
  return NAMES.find(([, name]) => name.test(text))?.[0];
}

/** What the tables of a section promise, if anything. */
export function roleOf(kind: SectionKind | undefined): RowRole | undefined {
  return kind && ROLES.get(kind);
}
