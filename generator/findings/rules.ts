/** Every rule, in one table, and the shape of what is reported: plain data, which crosses worker borders and is cached; `cli/report.ts` prints it. */
import { own } from "../shared/own.js";
import type { Range, Place } from "../shared/place.js";
import { compareText } from "../shared/names.js";

/** What a finding may say beyond its place. */
export interface Details {
  /** Where what it is about ends, where that is known. */
  readonly end?: Range["end"];
  /** The other side of a contradiction. */
  readonly related?: readonly (Place & { readonly page: string; readonly message: string })[];
  /** Text that fixes it in place of what stands there: only where there is exactly one answer. */
  readonly edit?: { readonly range: Range; readonly text: string };
  /** What the house seems to do on purpose where this is found all over its docs. */
  readonly habit?: string;
}

/** error: the package lacks something because of it. warning: two lines of the docs disagree. info: worth a look. */
export type Severity = "error" | "warning" | "info";

export interface Rule {
  readonly severity: Severity;
  /** One sentence with `{placeholders}` for the values of a finding. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

export interface Finding extends Details {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Path of the page, or of the included file that holds the place, relative to the docs root. */
  readonly page: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What the finding is about (a property, a scope, an example's name): keys it beyond its line. */
  readonly symbol: string;
}

export type RuleId = keyof typeof rules;

// One line a rule.
// prettier-ignore
export const rules = {
  // reading a page
  "over-bound": { severity: "error", message: "{what} is more than docwright reads: {actual}, where {limit} is the most.", fix: "Split it, or write less of it; `generator/shared/bounds.ts` lists the bounds." },
  "front-matter": { severity: "error", message: "The front matter is not valid YAML: {reason}.", fix: "Quote the value that holds a colon or another special character." },
  "no-title": { severity: "warning", message: "The page has no level 1 heading.", fix: "Start the page with `# Title` behind the front matter." },
  "annotation-json": { severity: "warning", message: "The annotation is not valid JSON: {reason}.", fix: "Correct the JSON in the comment above the code block." },
  "json-invalid": { severity: "warning", message: "The JSON is not valid: {reason}.", fix: "Correct the JSON at this place." },
  "json-shortened": { severity: "info", message: "The JSON is not valid, be it on purpose: {reason}.", fix: "Nothing, if readers see what is meant; else write it out, and say in the text what it leaves out." },
  "json-unreadable": { severity: "error", message: "The body is declared as JSON but cannot be read as such: {reason}.", fix: "Write valid JSON, or give the body's real content type." },
  "include-missing": { severity: "error", message: "The included file {path} does not exist.", fix: "Correct the path of the include, or add the file." },
  "fence-swallowed": { severity: "error", message: "The code block opened here {what}.", fix: "Close each code block with three back-ticks before the text goes on, and leave a blank line between HTML and a code block." },
  "table-shape": { severity: "warning", message: "A row of the table has {found}, the header has {expected}.", fix: "Escape a pipe inside a cell as `\\|`, or add the missing cells." },
  "table-broken": { severity: "warning", message: "These lines look like a table but are none: {reason}.", fix: "Give the delimiter row as many cells as the header row, and leave a blank line between HTML and a table." },
  "tabs-unclosed": { severity: "warning", message: "The tab group is not closed.", fix: "End the group with a line `---`." },
  "comment-unclosed": { severity: "error", message: "The HTML comment is not closed: a browser hides what follows.", fix: "Close the comment with `-->`." },
  "outside-docs": { severity: "error", message: "{path} leads out of the docs folder, or nowhere: it is not read.", fix: "Keep pages, and the Markdown files that they include, inside the docs folder; name a folder of shared includes with `--includes`." },
  "page-unreadable": { severity: "error", message: "{path} cannot be read: {reason}.", fix: "Make it a regular file or folder that docwright may read, with a name in UTF-8." },
  "page-encoding": { severity: "error", message: "{what} here: the file is not plain text in UTF-8.", fix: "Save the file as UTF-8." },
  "page-failed": { severity: "error", message: "A bug of docwright struck while {stage} this page: {reason}. The package was generated without what stands on it.", fix: "Report the bug, with the page." },
  "unread-row": { severity: "warning", message: "No name can be read in this row: {text}.", fix: "Write one name in the cell, without white space; what is to be said of it stands in the description." },
  "unread-table": { severity: "info", message: "Nothing was read from this table, {reason} ({columns}): {rows}.", fix: "If it lists properties or parameters, call its columns `Property`, `Type`, `Description`, and let its heading, or the sentence above it, name what has them; else nothing." },
  "unread-list": { severity: "warning", message: "The list names properties or parameters, but this item cannot be read: {text}.", fix: "Write a table, or items such as ``- `name` (String): What it is.``" },
  "unread-fence": { severity: "info", message: "The JSON belongs to no request, response or JSON representation: {text}.", fix: "Write the request line above a request, the status line above a response; annotate what only illustrates with `\"blockType\": \"ignored\"`." },
  "unread-key": { severity: "warning", message: "The key {key} of the JSON representation is no name of a property.", fix: "Write the property's name; what stands for any name goes into a sentence." },
  "convention": { severity: "info", message: "On {count} places alike, told once ({rule}): {message}", fix: "Nothing, if it is the custom of these docs; else fix each place." },
  "page-unread": { severity: "error", message: "Nothing was made of this page although it has {evidence}: the heading {heading} says nothing to docwright.", fix: "Put the request below a heading such as `## Endpoint`, or make this one known by the setting `dialect`: `{ headings: { request: [\"…\"] } }`." },
  "request-unread": { severity: "info", message: "Nothing was made of this line, which reads as a request: the heading {heading} says nothing to docwright.", fix: "Nothing, if the page only tells of the request; else put it below a heading such as `## Endpoint`, or make this one known by the setting `dialect`: `{ headings: { request: [\"…\"] } }`." },
  "no-operation": { severity: "error", message: "No page documents an operation: there is nothing to generate functions from.", fix: "Write `METHOD /path` in a code block below a heading such as `## Request` or `## Endpoint`, on a page for each operation or below a heading for each." },
  "page-case": { severity: "warning", message: "The path differs from that of {other} in letter case alone.", fix: "Remove one of the two pages, or give it another name: not every file system holds both." },
  "link-malformed": { severity: "warning", message: "{text} is no link, or leads nowhere: {reason}.", fix: "Write `[text](address)`, without spaces in between." },
  "section-empty": { severity: "info", message: "Nothing stands below the heading {heading}.", fix: "Write what belongs there (`None.` where there is nothing), or take the heading out." },
  "annotation-type": { severity: "warning", message: "The annotation says {written}: API Doctor knows this key as {meant}.", fix: "Write the key as `@odata.type`." },
  "json-repeated-key": { severity: "warning", message: "In the JSON, {reason}: readers take the last value.", fix: "Remove one of the two, or give it the name that is meant." },
  "key-space": { severity: "warning", message: "The key {shown} has white space at its ends.", fix: "Write the name as the service sends it." },
  "timestamp-impossible": { severity: "warning", message: "{shown} is no moment: {reason}.", fix: "Write a date and a time that exist." },
  "reason-phrase": { severity: "warning", message: "The status {status} is called {expected}; {words} is {other}.", fix: "Correct the number, or the words." },
  "generator-leak": { severity: "warning", message: "A generator left this behind: {shown}.", fix: "Write the type that is meant." },
  "secret": { severity: "warning", message: "This looks like {what}.", fix: "If it is real, revoke it; write something here that nobody takes for one, such as `{token}`." },
  "mail-address": { severity: "info", message: "{shown} may be somebody's address.", fix: "Write one of a domain for samples, such as `example.com`." },
  // permissions
  "permission-undetermined": { severity: "warning", message: "The {account} permissions are a placeholder.", fix: "Name the permissions from least to most privileged, or write `Not supported.`" },
  "permission-unreadable": { severity: "error", message: "The {account} permissions cannot be read: {text}.", fix: "List permission names separated by commas; join names that are needed together with `and`." },
  "permission-unknown": { severity: "warning", message: "The permissions reference does not list {name}.{suggestion}", fix: "Use the name from the permissions reference, or add it there." },
  "permission-order": { severity: "warning", message: "{first} stands before {second} although the header promises {order}.", fix: "Order the permissions as the header row says." },
  "permission-account": { severity: "warning", message: "Among the {account} permissions stands what the permissions reference lists for {others} only: {names}.", fix: "Use a permission of that account, or add it to the reference." },
  "account-label": { severity: "warning", message: "The label {label} opens a parenthesis that it does not close.", fix: "Write `Delegated (work or school account)`, `Delegated (personal Microsoft account)`, `Application`." },
  "permissions-missing": { severity: "error", message: "The page has no permissions table.", fix: "Add a section `## Permissions` with the standard table." },
  // requests
  "request-missing": { severity: "error", message: "The page documents no request line.", fix: "Write `METHOD /path` in a code block below `## HTTP request`." },
  "request-line": { severity: "warning", message: "The line is no request line: {text}.", fix: "Write `METHOD /path`, one line a request." },
  "status-line": { severity: "warning", message: "The example response has no status line: {text}.", fix: "Start it with a line such as `HTTP/1.1 200 OK`." },
  "request-path": { severity: "warning", message: "The path is not well formed: {reason}.", fix: "Write the path with a leading slash, one pair of braces a parameter." },
  "request-duplicate": { severity: "info", message: "The request line stands twice on the page.", fix: "Remove one of the two lines." },
  "parameter-undocumented": { severity: "info", message: "No request line has {name}, which the table of parameters lists.", fix: "Add it to the request line, or take it out of the table." },
  "title-method": { severity: "warning", message: "The title says {title} but the request uses {method}.", fix: "Correct the title or the request line." },
  // types
  "type-cell": { severity: "error", message: "The type {text} cannot be read.", fix: "Write one type, `x collection` or `Collection(x)`." },
  "type-unknown": { severity: "warning", message: "No page describes the type {name}.{suggestion}", fix: "Add its resource page, or correct the name." },
  "link-broken": { severity: "warning", message: "The link leads to {url}, which does not exist.{suggestion}", fix: "Correct the target of the link." },
  "resource-missing": { severity: "warning", message: "No page describes {name}: its properties are read off the examples.", fix: "Add a resource page for it." },
  "base-unknown": { severity: "warning", message: "No page describes the base type {name}.", fix: "Add its resource page, or correct the name." },
  "base-cycle": { severity: "error", message: "The base types of {name} form a circle.", fix: "Correct the base type." },
  "base-differs": { severity: "warning", message: "The annotation says that {name} is based on {annotated}, the text says {written}.", fix: "Make the two agree." },
  "property-duplicate": { severity: "warning", message: "The property {name} stands twice in the table.", fix: "Remove one of the two rows." },
  "property-not-in-json": { severity: "warning", message: "The property {name} is missing from the JSON representation.{suggestion}", fix: "Add it to the JSON representation, or remove the row." },
  "property-not-in-table": { severity: "warning", message: "The property {name} of the JSON representation is missing from the properties table.", fix: "Add a row for it." },
  "property-type-differs": { severity: "warning", message: "The table gives {name} the type {table}, the JSON representation shows {json}.", fix: "Make the two agree." },
  "enum-ambiguous": { severity: "info", message: "Two enumerations have the values of {name}: {candidates}.", fix: "Name the enumeration in the type cell." },
  "enum-unresolved": { severity: "warning", message: "The values of the enumeration {name} are not given.", fix: "List them (`Possible values are: …`), or link the enumeration." },
  "enum-differs": { severity: "warning", message: "The enumeration {name} has other members on {page}: {difference}.", fix: "Document it once and link it." },
  "type-case": { severity: "warning", message: "The type {written} is called {name} on {page}: names that differ in letter case alone are read as one type.", fix: "Spell it alike on all pages, or give one of the types another name." },
  "body-type-differs": { severity: "warning", message: "The table gives {name} the type {table}, {page} says {type}: that is what can be sent.", fix: "Make the two agree." },
  "body-row": { severity: "warning", message: "Nothing can be sent as {name}, which the table of the request body lists: {reason}.", fix: "Take the row out, or add the property to the page of the type." },
  "property-base-differs": { severity: "warning", message: "The table gives {name} the type {table}, {page}, from where it is inherited, says {type}: that is what it has.", fix: "Make the two agree, or give one of the properties another name." },
  "property-description": { severity: "warning", message: "The description of {name} tells of what was {said}: {text}.", fix: "Say what changed last." },
  "methods-link": { severity: "warning", message: "The table of methods leads to {url}, which does not exist.", fix: "Correct the target of the link, or add the page." },
  "methods-differ": { severity: "warning", message: "The table of methods says that {method} returns {table}, its page says {page}.", fix: "Make the two agree." },
  // responses
  "response-missing": { severity: "warning", message: "The page does not say what the call answers.", fix: "Say status and type below `## Response`." },
  "response-unreadable": { severity: "warning", message: "The sentence names neither status nor type of the answer.", fix: "Write: If successful, this method returns a `200 OK` response code and an [x](…) object in the response body." },
  "response-wrapped": { severity: "warning", message: 'The example wraps one {type} in {"value": …} although the page promises the object itself.', fix: "Show the object without the wrapper." },
  "response-type-differs": { severity: "warning", message: "The text says {written}, the annotation {annotated}.", fix: "Make the two agree." },
  "response-collection-differs": { severity: "warning", message: "The {source} says {said}, the example shows {shown}.", fix: "Make the text, the annotation and the example agree." },
  "response-empty": { severity: "warning", message: "The page promises {type}, the example's answer is empty.", fix: "Show the body of the answer, or say that there is none." },
  "paging-unknown": { severity: "warning", message: "Lists answer with {next}, but no page says how the next page is asked for with it: who iterates a list gets its first page only.", fix: "Document the query parameter that takes it, among the parameters of a list." },
  "response-status-differs": { severity: "warning", message: "The text says {written}, the example shows {shown}.", fix: "Make the two agree." },
  // examples
  "example-unpaired": { severity: "warning", message: "The example request {name} has no response.", fix: "Add the response, or remove the request." },
  "response-unpaired": { severity: "warning", message: "The example response answers no request.", fix: "Add the request above it, or remove the response." },
  "example-empty": { severity: "error", message: "The example is empty.", fix: "Write the request and its response." },
  "example-foreign": { severity: "info", message: "The request goes to {host}, the API is at {own}.", fix: "Nothing, if both answer; else correct the host." },
  "example-method": { severity: "warning", message: "The page gives this URL only with {written}, the example uses {shown}.", fix: "Make the two agree." },
  "example-url": { severity: "warning", message: "No request line of the page gives this call: {url}.", fix: "Correct the example's method or URL, or add the request line." },
  "example-property": { severity: "warning", message: "The example shows {name}, which {type} does not have.{suggestion}", fix: "Document it, or take it out of the example." },
  "example-type": { severity: "warning", message: "The example shows {shown} for {name}, which is documented as {type}.", fix: "Make the two agree." },
  "example-enum": { severity: "warning", message: "The example shows {shown} for {name}, which is no member of {type}.{suggestion}", fix: "Use a documented value." },
  "example-case": { severity: "info", message: "The example shows {shown} for {name}, which {type} calls {meant}: they differ in letter case alone.", fix: "Spell the value as the enumeration does." },
  "example-discriminator": { severity: "warning", message: "The example says {shown} in {name}, which is neither {type} nor a type based on it.{suggestion}", fix: "Write the name of a documented type with its namespace, such as `#microsoft.graph.user`." },
  "example-placeholder": { severity: "info", message: "The example shows the placeholder {shown} for {name}.", fix: "Show a value that a call could send or return." },
  "discriminator-unknown": { severity: "warning", message: "No page describes the type {name}, which the example names in {key}.{suggestion}", fix: "Correct the name, or add its resource page." },
  "host-differs": { severity: "warning", message: "Calls go to {host} here, the package sends them to {own}.", fix: "Document what another host answers in a folder of its own, and generate a package for each; or correct the host." },
  "version-differs": { severity: "warning", message: "{where} is of the version {shown}, these docs are of {own}.", fix: "Show what this version answers." },
  "header-unneeded": { severity: "info", message: "The table of headers calls {name} required, but nothing is sent.", fix: "Take the row out." },
  "example-required": { severity: "warning", message: "The example request lacks what is required: {name}.", fix: "Add it to the example, or say that it is optional." },
  "example-header": { severity: "warning", message: "The header {name} of the example holds {character}, which no header can hold.", fix: "Write straight quotation marks and plain hyphens, and encode what is not Latin-1." },
  "example-untyped": { severity: "warning", message: "The example's request is not what the page says of it: {reason}.", fix: "Make the example and what the page says of the request agree." },
  "example-body": { severity: "warning", message: "The example has a body although {reason}.", fix: "Make the text and the example agree." },
  // what stands beside the docs, or is said about findings
  "baseline-stale": { severity: "error", message: "Mended: {rule} is no longer found on {page} ({symbol}).", fix: "Run `docwright check --update-baseline`, which removes what is mended, and commit the file." },
  "suppression-unused": { severity: "warning", message: "Nothing is found here that {rule} would have to be suppressed for.", fix: "Delete the suppression." },
  "suppression-unknown-rule": { severity: "warning", message: "There is no rule {rule} to suppress.{suggestion}", fix: "Name one that `docwright rules` lists, or delete the suppression." },
  "suppression-no-reason": { severity: "warning", message: "The suppression of {rule} does not say why, so that it does not count.", fix: "Give a reason of two words or more behind the colon: `<!-- docwright ignore example-type: the service sends it so -->`." },
  "suppression-refused": { severity: "warning", message: "{rule} cannot be suppressed: because of it, part of the docs is not read.", fix: "Mend what it tells of, and delete the suppression." },
  "suppression-foreign": { severity: "info", message: "{count} of API Doctor's suppressions fit nothing that docwright finds; this is the first.", fix: "Nothing, if API Doctor still checks these docs; else delete them." },
} as const satisfies Record<string, Rule>;

/** Whether there is a rule of this name. */
export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}

/** They say that the run failed: none can be turned off, set aside or accepted. */
export const unshakeable: ReadonlySet<RuleId> = new Set<RuleId>(["page-unreadable", "page-failed", "no-operation"]);

/** Because of these, part of the docs was not read: no page can suppress them, since what they hide is not known. */
export const unsuppressable: ReadonlySet<RuleId> = new Set<RuleId>([
  ...unshakeable,
  "over-bound",
  "front-matter",
  "include-missing",
  "fence-swallowed",
  "comment-unclosed",
  "outside-docs",
  "page-encoding",
  "page-unread",
]);

/** From the gravest on. */
export const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** Characters of a value in a message: a page may hold a cell, a name or an address of any length (350). */
const VALUE = 500;

/**
 * Makes a finding: fills the rule's message with `values` (a missing one is an error of ours and throws).
 * `place.file`, when set, replaces `page`.
 */
export function finding(
  rule: RuleId,
  page: string,
  place: Place,
  symbol: string,
  values: Readonly<Record<string, string>> = {},
  details: Details = {},
): Finding {
  const { severity, message } = rules[rule];
  return {
    rule,
    severity,
    page: place.file ?? page,
    line: place.line,
    column: place.column,
    symbol,
    message: fill(message, values),
    ...details,
  };
}

/** The one edit of a misspelt word at `range`, and where the word ends; nothing where no other word is meant. */
export function respelling(range: Range | undefined, text: string | undefined): Details {
  return range && text !== undefined ? { end: range.end, edit: { range, text } } : {};
}

/** Where a word stands in what is written from `place` on; undefined where it stands there twice, or not as it is. */
export function rangeOfWord(word: string, written: string, place: Place): Range | undefined {
  const at = written.indexOf(word);
  if (at < 0 || written.includes("\n") || written.includes(word, at + 1)) return undefined;
  const column = place.column + at;
  return { ...place, column, end: { line: place.line, column: column + word.length } };
}

/** Sorts findings by page, line, column and rule: the order in which they are printed everywhere. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.page, b.page) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.symbol, b.symbol)
  );
}

function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = own(values, name);
    if (value === undefined) throw new Error(`finding without a value for {${name}}: ${message}`);
    return cut(value, VALUE);
  });
}

/** The first `length` characters of `text`, and a sign where there were more. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\ud800-\udbff]$/, "")}…`;
}
