/** What pages call their sections. Data: how a house names them goes here, and what a configuration adds comes before. */

export const SECTION_KINDS = [
  "permissions",
  "request",
  "query",
  "functionParameters",
  "pathParameters",
  "headers",
  "body",
  "response",
  "parameters",
  "examples",
  "properties",
  "relationships",
  "representation",
  "methods",
  "enum",
  "definitions",
  "remarks",
] as const;

export type SectionKind = (typeof SECTION_KINDS)[number];

/** Names of sections, most telling first. */
export const NAMES: readonly (readonly [SectionKind, RegExp])[] = [
  [
    "request",
    /^\W*(?:https?|rest)[\s-]*requests?\b(?! (?:headers?|body|payload)\b)|^request (?:syntax|lines?|ur[il]s?)\W*$/i,
  ],
  [
    "response",
    /^(?:https? )?responses?(?: body| object| syntax)?(?: \d+)?\W*$|^[2-5]\d\d(?:(?: [-–—]|:)? [A-Z][\w' -]*)?[.:]?$/i,
  ],
  ["examples", /^(?:\W|code )*(?:examples?|samples?)\b|\bexamples?(?: \d+)?\W*$|^requests?(?: \d+)?\W*$/i],
  [
    "permissions",
    /^(?:permissions?|prerequisites?)\b|^required permissions\b|^(?:(?:api|required|oauth2?) )+scopes\W*$/i,
  ],
  [
    "query",
    /\bquery (?:string )?(?:param(?:eter)?s?|variables|arguments)\b|\bodata (?:query )?(?:options|parameters)\b|^query options\b/i,
  ],
  ["functionParameters", /^function parameters?\b/i],
  ["pathParameters", /^(?:request )?(?:path|ur[il]|route) (?:param(?:eter)?s?|variables?|arguments?)\b/i],
  ["parameters", /^(?:(?:action|request|input|body) )?param(?:eter)?s?\W*$/i],
  ["headers", /^(?:optional |required |https? |rest )?request headers?\b|^headers?\W*$/i],
  [
    "body",
    /^(?:https? |rest )?request (?:body|payload)\b|^(?:json |form )?(?:body|payload)(?: (?:param(?:eter)?s?|fields?|properties|attributes))?\W*$|^(?:json|form(?:[ -]data)?|post) (?:param(?:eter)?s?|fields|data|attributes)\W*$/i,
  ],
  ["relationships", /^relationships?\b|^(?:navigation(?: propert(?:y|ies))?|links)\W*$/i],
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
export const CALLS =
  /^(?:(?:api |http |resource |request )?(?:endpoints?|ur[il]s?|address|routes?|paths?)|syntax|definition|call)\W*$/i;
/** Words that other houses use for the same. */
export const OTHER_NAMES: readonly (readonly [SectionKind, RegExp])[] = [
  ["response", /^(?:returns?(?: values?)?|responses?(?: \w+)?|results?|output|answers?)\W*$/i],
  ["definitions", /^(?:(?:data|object|type|schema) )?(?:definitions|models|schemas)\W*$|^data types\W*$/i],
  ["properties", /^(?:[\w.]+ )?(?:fields|members|schema)\W*$/i],
  ["parameters", /^arguments?\W*$/i],
  ["body", /^inputs?\W*$/i],
  ["query", /^query\W*$/i],
  ["remarks", /^(?:errors?|(?:https? )?(?:status|error) codes?)\W*$/i],
];

/** Headings that name an object: its members follow. */
export const OBJECT = /^the [\w -]{1,60} (?:object|model|resource)$/i;

/** Headings that say of what they name that it is an object: what has a type below them is a member of it. */
export const NAMES_OBJECT =
  /^(?:complex|entity) type:? \w| (?:objects?|resources?|entity|structure|model|schema|(?:complex |data |resource )?type)$/i;
/** A sentence above a table that names the object whose members it lists. */
export const OBJECT_SENTENCE =
  /^(?:the|an?|each) (\w+) (?:object|resource|entity|structure|(?:complex |data )?type) (?:contains|has|includes) the (?:following|below) (?:parameters|properties|fields|values|members|attributes|elements)$/i;
/** What such a sentence says of the message itself. */
export const NO_OBJECT =
  /^(?:requests?|responses?|body|payload|input|output|data|results?|returned|resulting|json|root|error|parent|child)$/i;

/** "Each Hold contains" above a table, before its colon, where a row of another table is a `Hold`. */
export const OBJECT_LEAD =
  /^(?:(?:the|an?|each|every) )?([a-z]\w*)(?: (?:object|item|type|resource|entity|entry))?(?:$| (?:contains?|has|have|includes?|consists?|is)(?: |$))/i;
/** What a heading says beside the name of such a type. */
export const ARTICLE_BEFORE = /^(?:the|an?) /i;
export const KIND_BEHIND =
  /^(?:objects?|resources?|types?|entity|structure|model|schema|definition|properties|fields|attributes|members|parameters)$/i;

/** `1.2 `, `Step 3: `, `a) ` before the words of a heading. */
export const NUMBER = /^(?:(?:step )?\d+(?:\.\d+)*[.):]?|[a-z]\)) +/i;
/** What stands in brackets at the end: a version, a format, `optional`. */
export const BRACKETS = /(?<! ) *[([][^()[\]]*[)\]][ :]*$/;
export const HOUSE_WORD = /^(?:rest|https?)(?: api)? +/i;
