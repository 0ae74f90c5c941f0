/** Words of header rows, and of headings beside them, that say what a table and its columns hold. Data: what differs between houses goes here. */

export const columnWords = {
  /** The column that names what a row is about. `Required parameter` names the row, `Required` says whether it must be there. */
  name: /^(?:required )?(?:propert(?:y|ies)|parameters?|relationships?|navigation|name|headers?|members?|attributes?|fields?|arguments?|variables?|(?:query|body|path|ur[il]) (?:parameters?|fields?|attributes?))\b/i,
  /** One that by itself says that the rows are members of a type. */
  property:
    /^(?:propert(?:y|ies)|relationships?|navigation(?: propert(?:y|ies))?|links?|name|attributes?|fields?|members?|keys?|columns?)(?: name| id| \(id\))?$/i,
  /** The same below a heading that names an object, where the rows cannot be of anything else. */
  ofObject: /^(?:parameters?|values?|elements?)(?: name)?$/i,
  /** One that by itself says that the rows are sent. */
  parameter:
    /^(?:(?:required |optional )?(?:query |uri |url |path |body )?(?:parameters?|arguments?|variables?)|(?:query|uri|url|path|body) (?:fields?|attributes?)|propert(?:y|ies)|name|fields?)(?: name)?$/i,
  type: /\btype$/i,
  permissionType: /^permissions? type/i,
  value: /^values?$/i,
  description: /^(?:descriptions?|details?|comments?|remarks?|notes?|meaning)\b/i,
  required: /^(?:required|mandatory)\b|^req\.?$/i,
  /** Whether it can be null. */
  nullable: /^(?:nullable|null(?: allowed)?|can be null)\??$/i,
  /** Where a parameter is sent. */
  location: /^(?:in|located in|sent in|location|place)$/i,
  default: /^default(?: values?)?$/i,
  /** Request lines in a table. */
  httpMethod: /^(?:https? )?(?:methods?|verbs?)$/i,
  address:
    /^(?:(?:https? |request |resource |rest )?(?:ur[il]s?|address(?:es)?|endpoints?|paths?|routes?)|requests?)(?: (?:template|path|syntax))?$/i,
  /** One that alone names what a call answers. */
  answered: /^(?:(?:response|result|return(?:ed)?) )?type$/i,
  /** Links to operations. */
  returns: /^returns?\b|^return type\b|^response type\b/i,
  method: /^(?:methods?|tasks?|common tasks?|operations?|api)\b/i,
  /** Members of an enumeration. */
  member: /^(?:enum(?:eration)? )?(?:member|value|name|option)s?\b/i,
  /** One that by itself says that the heading above names an enumeration. */
  ofEnum: /^enum(?:eration)? (?:member|value|name|option|constant)s?$/i,
  /** Their numbers. */
  number: /^(?:int(?:eger)? )?values?$/i,
  /** Values of something that another table describes; the first column may say of what. */
  allowed: /^(?:(?:possible|allowed|supported|valid|enum(?:eration)?) )?values?$/i,
  allowedFor: /^([A-Za-z][\w.]*) values?$/i,
  choice: /^(?:name|member|option)s?$/i,
} as const;

/** In front of method and address of a request, where these stand in rows or lines of their own. */
export const METHOD_LABEL = /^(?:preferred )?(?:https? )?(?:request )?(?:method|verb)$/i;
export const ADDRESS_LABEL =
  /^(?:(?:https?|request|resource|method|api|endpoint) )?(?:ur[il]|endpoint|address|path|route)$/i;

/** Headings of tables in a properties section that are about something else than the page's type. */
export const OTHER_OWNER = /^propert(?:y|ies) of (?:an? |the )|\b(?:definition|values|options|supported)\b/i;

/** A row that says that there is nothing to list. */
export const NO_ROWS = /^(?:none|n\/a|not applicable|no (?:properties|relationships|parameters))[.,]?$/i;

/** Words of a column that says where a parameter is sent. */
export const PLACE_WORDS = [
  ["pathParameters", /^(?:path|route|ur[il])\b/i],
  ["query", /^query\b/i],
  ["headers", /^headers?\b/i],
  ["body", /^(?:request )?(?:body|form|json|payload)\b/i],
] as const;

/** A row with only this says where the rows below it are sent. */
export const PLACE_DIVIDER =
  /^(?:request )?(?:ur[il]|path|route|query(?: string)?|headers?|header\(s\)|body|payload)(?: param(?:eter)?s?)?:?$/i;
/** A column that is called so says it of all its rows. */
export const PLACE_COLUMNS = [
  ["pathParameters", /^path (?:param(?:eter)?|variable)s?$/i],
  ["query", /^query(?: string)? (?:param(?:eter)?|option|field)s?$/i],
  ["headers", /^(?:request |http )?headers?$/i],
] as const;
