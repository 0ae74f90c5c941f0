/**
 * What a rule's page says beside its message and its fix: what the reader of the docs loses, and an example. `bad` is part of a page that
 * gives the finding; with `good` in its place the finding is gone. test/rules.test.ts tries each.
 */
import type { RuleId } from "./rules.js";

export interface RulePage {
  /** One sentence, about the reader of the docs or of the package that is made from them. */
  readonly loses: string;
  /** Nothing that a page can hold shows the one rule that is about bugs of docwright. */
  readonly example?: { readonly bad: string; readonly good: string };
}

// One line a rule.
// prettier-ignore
export const rulePages: Readonly<Record<RuleId, RulePage>> = {
  // reading a page
  "over-bound": page("What stands behind the bound is read by nobody: no type and no function holds it.", "A very long page.", "A page."),
  "front-matter": page("A site that builds on the front matter shows the page without title and description, or not at all.", 'title: "Get" parcel', 'title: "Get parcel"'),
  "no-title": page("The page has no name, in the table of contents as in the comment of the function.", "---\n\nGet parcel\n", "---\n\n# Get parcel\n"),
  "section-empty": page("The reader cannot tell whether there is nothing to say, or nobody said it.", "## Request body\n\n## Response", "## Request body\n\nDon't supply a request body for this method.\n\n## Response"),
  "link-malformed": page("The reader sees brackets in place of a link.", "[parcel] (../resources/parcel.md)", "[parcel](../resources/parcel.md)"),
  "generator-leak": page("The reader learns the name of a part of a generator, and not the type.", "<Unknown Primitive Type Edm.Stream>", "wax"),
  secret: page("A key that is published can be used by whoever finds it.", `?sig=${"aB3".repeat(12)}`, ""),
  "mail-address": page("The address may be that of a person, who gets mail from readers.", "jo@gmail.com", "jo@example.com"),
  "annotation-json": page("What the annotation says is lost: which example this is, and the type of its body.", '"name": get_parcel }', '"name": "get_parcel" }'),
  "annotation-type": page("What reads the annotations does not know of which type the body is.", '"@type": "microsoft.graph.parcel"', '"@odata.type": "microsoft.graph.parcel"'),
  "json-invalid": page("Who copies the JSON gets an error from the service, or from a parser.", '"state": "sent",\n}', '"state": "sent"\n}'),
  "json-unreadable": page("The example shows no body that anybody could send or read; no fixture is made of it.", "A parcel: {", "{"),
  "json-shortened": page("Who copies the JSON has to find out what the dots stand for.", ',\n  "state": "sent", ...', ',\n  "state": "sent"'),
  "json-repeated-key": page("The reader cannot tell which of the two values counts; programs take the last.", '"state": "sent",\n  "state": "sent"', '"state": "sent"'),
  "key-space": page("Who copies the key sends or asks for a name that the service does not know.", ',\n  "@note ": "sent"', ""),
  "timestamp-impossible": page("Who copies the value gets an error, and nobody learns which moment is meant.", '"2024-02-30T10:00:00Z"', '"2024-02-29T10:00:00Z"'),
  "include-missing": page("A hole in the page: what the included file should say is not there.", "[!INCLUDE [note](../includes/note.md)]", "A note."),
  "fence-swallowed": page("Whole sections of the page are shown as code, and their tables are read by nobody.", "```http\nGET /parcels/{parcelId}\n\n", "```http\nGET /parcels/{parcelId}\n```\n\n"),
  "table-shape": page("Cells stand below the wrong header, or the last ones are cut off.", "|weight|Int32|In kilograms.|or pounds|", "|weight|Int32|In kilograms \\| or pounds.|"),
  "table-broken": page("A browser shows lines full of pipes, and none of the rows is read.", "|Property|Type|Description|\n|:---|:---|\n", "|Property|Type|Description|\n|:---|:---|:---|\n"),
  "tabs-unclosed": page("All that follows is shown in the tab, and gone when the reader chooses another one.", "# [HTTP](#tab/http)\n", ""),
  "comment-unclosed": page("A browser hides the rest of the page.", '<!-- { "blockType": "response" }\n', '<!-- { "blockType": "response" } -->\n'),
  "outside-docs": page("Where the docs are published, the file is not there: the page has a hole.", "[!INCLUDE [note](../../note.md)]", "A note."),
  "page-unreadable": page("The page, or what it includes, is missing from the docs.", "[!INCLUDE [note](../includes/note.md)]", "A note."),
  "page-encoding": page("Some characters are shown as others, or as boxes.", "Reads where \0 parcel is.", "Reads where a parcel is."),
  "page-failed": { loses: "The package lacks what this page describes, through no fault of the page." },
  "unread-row": page("What the row is about is missing from the type, and cannot be sent or read with its name.", "|two words|Int32|Something.|", "|twoWords|Int32|Something.|"),
  "unread-table": page("If the table lists properties or parameters, they are missing from the package.", "|Colour|Meaning|\n|:--|:--|\n|red|Stop.|", "The colour red means: stop."),
  "unread-list": page("What the item is about is missing from the type or the parameters.", "- and others", "- `zone` (String): Of the times in the answer."),
  "unread-fence": page("Nobody knows whether the JSON is sent or received, and no test tries it.", '```json\n{ "id": "p-18" }\n```', "The answer holds the parcel."),
  "unread-key": page("The key cannot be a property, so that what it holds is missing from the type.", ',\n  "two words": "String"', ""),
  "convention": page("Each place of the custom may cost a reader what the rule that it is told for says.", "## Permissions\n\n\n", "## Permissions\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|Parcel.Read.All|\n"),
  "page-unread": page("The call that the page shows is missing from the package.", "## By telephone", "## Endpoint"),
  "request-unread": page("If the line is a call, the package lacks it.", "```http\nGET /parcels/p-17\n```", "The courier says where it is."),
  "no-operation": page("There is nothing to call: the package holds types at most.", "# Get parcel\n", "# Get parcel\n\n## Endpoint\n\n```http\nGET /parcels/{parcelId}\n```\n"),
  "page-case": page("Who checks the docs out on Windows or macOS has one of the two pages, and loses the other.", "concepts/Scales.md", "concepts/weighing.md"),
  "baseline-stale": page("Nothing: something was mended. Left in the file, the line would let the same slip pass again.", '["api/parcel-get.md","no-title",""]\n', ""),
  "suppression-unused": page("Whoever reads the source looks for a slip that is not there; the next one on that line would pass unseen.", "<!-- docwright ignore example-type: the service sends it so -->", ""),
  "suppression-unknown-rule": page("The finding that was meant is told all the same.", "<!-- docwright ignore example-tipe: the service sends it so -->", ""),
  "suppression-no-reason": page("Nobody can tell later whether the reason still holds.", "<!-- docwright ignore example-type -->", "<!-- docwright ignore example-type: the service sends it so -->"),
  "suppression-refused": page("Part of the page is missing for every reader, whoever knows about it.", "<!-- docwright ignore front-matter: the title is fine -->", ""),
  "suppression-foreign": page("Nothing in the docs; the comments are in the way of whoever reads the source.", `<!-- { "type": "#page.annotation", "suppressions": ["Error: docs/api/parcel-get.md: Undocumented property 'wheels'"] } -->`, ""),
  // permissions
  "permission-undetermined": page("Nobody can tell which permission to ask an administrator for.", "|Application|**TODO: Determine scopes **|", "|Application|Parcel.Read.All|"),
  "permission-unreadable": page("Nobody can tell which permission to ask for, and no program can look it up.", "|Application|Ask the post office.|", "|Application|Parcel.Read.All|"),
  "permission-unknown": page("Who asks for this permission is told that there is none.", "|Application|Parcel.Raed.All|", "|Application|Parcel.Read.All|"),
  "permission-order": page("Who takes the first permission of the list is granted more than is needed.", "Parcel.ReadWrite.All, Parcel.Read.All", "Parcel.Read.All, Parcel.ReadWrite.All"),
  "permission-account": page("Who asks for the permission on behalf of that account gets none.", "|Application|Parcel.ReadWrite.All|", "|Application|Parcel.Read.All|"),
  "account-label": page("The reader sees a parenthesis without its end, and a program may take the row for another account.", "|Delegated (work or school account|", "|Delegated (work or school account)|"),
  "permissions-missing": page("Nobody can tell which permissions the call needs.", "Ask the depot.", "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Application|Parcel.Read.All|"),
  // requests
  "request-missing": page("The call cannot be made: no method and no address is given, and there is no function for it.", "## HTTP request\n\n```http\n```", "## HTTP request\n\n```http\nGET /parcels/{parcelId}\n```"),
  "request-line": page("A second way to call that the line may describe is in no function.", "GET /parcels/{parcelId}\nor by number\n", "GET /parcels/{parcelId}\n"),
  "status-line": page("The reader does not see with which status the call succeeds.", "```http\nOK\n", "```http\nHTTP/1.1 200 OK\n"),
  "reason-phrase": page("The reader cannot tell whether the number is right or its words.", "HTTP/1.1 200 Created", "HTTP/1.1 200 OK"),
  "request-path": page("Who copies the address calls nothing that exists.", "GET /parcels/{parcelId\n", "GET /parcels/{parcelId}\n"),
  "request-duplicate": page("The reader looks for a difference that is not there; often the second line was to be another one.", "GET /parcels/{parcelId}\nGET /parcels/{parcelId}\n", "GET /parcels/{parcelId}\n"),
  "parameter-undocumented": page("The reader does not see where the parameter goes, and no function takes it.", "|depotId|String|Where.|", "|parcelId|String|Which parcel.|"),
  "title-method": page("The reader finds the page under the wrong name, and calls what does something else.", "# Get parcel\n\nNamespace: microsoft.graph\n\nTakes a parcel back.", "# Delete parcel\n\nNamespace: microsoft.graph\n\nTakes a parcel back."),
  // types
  "type-cell": page("The reader cannot tell what the property holds; in the package it may be anything.", "|weight|Int32 or else Int64?|", "|weight|Int32|"),
  "type-unknown": page("The reader finds no page that says what the type holds; in the package it may be anything.", "|route|parcelRoute|The way.|", "|route|String|The way.|"),
  "link-broken": page("The reader who follows the link gets an error page.", "[parcel](parcels.md)", "[parcel](parcel.md)"),
  "methods-link": page("The reader who follows the row gets nowhere.", "|[Update](../api/parcel-update.md)|[parcel](parcel.md)|Changes it.|\n", ""),
  "methods-differ": page("A reader of the table expects another answer than the call gives.", "|[Delete](../api/parcel-delete.md)|[parcel](parcel.md)|", "|[Delete](../api/parcel-delete.md)|None|"),
  "resource-missing": page("The reader finds no page that says what the object holds.", "[crate](../resources/crate.md) object", "[parcel](../resources/parcel.md) object"),
  "base-unknown": page("What the type inherits is described nowhere, and missing from the package.", "Inherits from [shipment](shipment.md).", "It inherits nothing."),
  "base-cycle": page("Nobody can tell which of the types has the properties of the other; the package takes none.", "Inherits from [parcel](parcel.md).", "It inherits nothing."),
  "base-differs": page("The reader of the text and the reader of the annotation see different inherited properties.", '"baseType": "microsoft.graph.crate"', '"baseType": "microsoft.graph.shipment"'),
  "property-duplicate": page("The reader cannot tell which of the rows holds.", "|weight|Int32|In pounds.|\n", ""),
  "property-not-in-json": page("Who goes by the JSON representation does not learn that the property exists.", "|height|Int32|In metres.|\n", ""),
  "property-not-in-table": page("The reader sees a name, and nowhere what it means.", ',\n  "height": "Integer"', ""),
  "property-type-differs": page("A program that goes by one of the two fails on what the other shows.", '"weight": "Boolean"', '"weight": "Integer"'),
  "enum-ambiguous": page("The reader cannot look up which of two lists of values is meant.", "|pace|Enumeration|", "|pace|roadSpeed|"),
  "enum-unresolved": page("The reader does not learn which values there are; in the package any text will do.", "How fast.|", "How fast. Possible values are: `slow`, `fast`.|"),
  "enum-differs": page("Who reads one of the pages does not learn of the values on the other.", "|sent|\n|lost|", "|sent|\n|delivered|"),
  "type-case": page("Who takes one of the two spellings finds no page for it, or does not find the other.", "parCel", "box"),
  "body-type-differs": page("Who sends what the table says gets an error from the service.", "|weight|String|In kilograms. Required.|", "|weight|Int32|In kilograms. Required.|"),
  "body-row": page("Who sends the property gets an error, or is not heeded.", "|seal|String|Read-only.|\n", ""),
  "property-base-differs": page("A program that knows the base type fails on an object of the derived one.", "|weight|String|In words.|", "|weight|Int32|In kilograms.|"),
  "property-description": page("The reader takes the moment of the last change for that of the creation.", "When it was created.", "When it was changed last."),
  // responses
  "response-missing": page("The reader does not learn what comes back, and the function returns nothing.", "Don't supply a request body for this method.\n\n\n## Examples", "Don't supply a request body for this method.\n\n## Response\n\nIf successful, this method returns a `204 No Content` response code.\n\n## Examples"),
  "response-unreadable": page("The reader does not learn what comes back, and the function returns nothing.", "All goes well.", "If successful, this method returns a `204 No Content` response code."),
  "response-wrapped": page("A program that goes by the example looks for `value`, and finds nothing.", '{\n  "value": {\n  "id": "p-17",\n  "weight": 3,\n  "state": "sent"\n}\n}', '{\n  "id": "p-17",\n  "weight": 3,\n  "state": "sent"\n}'),
  "response-type-differs": page("The reader of the text and the tools that go by the annotation expect different objects.", '"@odata.type": "microsoft.graph.crate"', '"@odata.type": "microsoft.graph.parcel"'),
  "response-collection-differs": page("A program for one object fails on a list, and one for a list on one object.", '{\n  "value": [{\n  "id": "p-17",\n  "weight": 3,\n  "state": "sent"\n}]\n}', '{\n  "id": "p-17",\n  "weight": 3,\n  "state": "sent"\n}'),
  "response-empty": page("The reader does not see what the answer looks like; no fixture is made of it.", "HTTP/1.1 200 OK\n```", 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "id": "p-17",\n  "weight": 3,\n  "state": "sent"\n}\n```'),
  "paging-unknown": page("Who lists things gets the first page, and has to guess how to go on.", "|per_page|integer|How many to answer with.|\n", "|per_page|integer|How many to answer with.|\n|cursor|string|The `next_cursor` of the page before.|\n"),
  "response-status-differs": page("A program that waits for one status takes the other for a failure.", "HTTP/1.1 202 Accepted", "HTTP/1.1 200 OK"),
  // examples
  "example-unpaired": page("The reader does not see what the call answers, and no test tries the example.", "DELETE https://graph.microsoft.com/v1.0/parcels/p-17\n```\n", 'DELETE https://graph.microsoft.com/v1.0/parcels/p-17\n```\n\n### Response\n\n<!-- { "blockType": "response" } -->\n```http\nHTTP/1.1 204 No Content\n```\n'),
  "response-unpaired": page("The reader does not see what was asked for, and no test tries the example.", '"name": "delete_parcel" } -->\n\n', '"name": "delete_parcel" } -->\n```http\nDELETE https://graph.microsoft.com/v1.0/parcels/p-17\n```\n'),
  "example-empty": page("The reader looks for an example and finds an empty box.", '"name": "delete_parcel" } -->\n```http\n```', '"name": "delete_parcel" } -->\n```http\nDELETE https://graph.microsoft.com/v1.0/parcels/p-17\n```'),
  "example-foreign": page("If the host is a slip, who copies the example sends data to a stranger.", "https://graph.example.com/v1.0/parcels/p-17", "https://graph.microsoft.com/v1.0/parcels/p-17"),
  "example-method": page("Who copies the example gets an error, or does something else than the page is about.", "PUT https://graph.microsoft.com/v1.0/parcels/p-17", "DELETE https://graph.microsoft.com/v1.0/parcels/p-17"),
  "example-url": page("Who copies the example gets the answer that there is no such thing.", "DELETE https://graph.microsoft.com/v1.0/crates/p-17", "DELETE https://graph.microsoft.com/v1.0/parcels/p-17"),
  "host-differs": page("Who calls it is answered by another service, or by none: a package sends calls, and the token with them, to one host.", "GET https://depot.example/v1.0/parcels/{parcelId}", "GET https://graph.microsoft.com/v1.0/parcels/{parcelId}"),
  "version-differs": page("Who copies the example calls another version, which may answer otherwise.", "https://graph.microsoft.com/beta/parcels/p-17", "https://graph.microsoft.com/v1.0/parcels/p-17"),
  "example-property": page("The reader sees a name, and nowhere what it means.", '"weight": 3,\n  "wheels": 4', '"weight": 3'),
  "example-type": page("A program that goes by the documented type fails on what the example shows.", '"weight": "heavy"', '"weight": 3'),
  "example-enum": page("The reader cannot tell whether the value exists.", '"state": "gone"', '"state": "sent"'),
  "example-case": page("Who copies the value may get an error from a service that tells capitals apart.", '"state": "Sent"', '"state": "sent"'),
  "example-discriminator": page("A program that goes by the name of the type does not know what to make of the object.", "#microsoft.graph.Parcel", "#microsoft.graph.parcel"),
  "discriminator-unknown": page("The reader finds no page that says what such an object holds.", ',\n  "@seal": { "@odata.type": "#microsoft.graph.sealOfWax" }', ""),
  "example-placeholder": page("The reader does not see what a value looks like.", '"weight": 3,\n  "state": "String"', '"weight": 3,\n  "state": "sent"'),
  "example-required": page("Who copies the example gets an error from the service.", '{\n  "state": "sent"\n}', '{\n  "weight": 3\n}'),
  "example-header": page("Who copies the header sends what no server understands, or cannot send it at all.", "include=“history”", 'include="history"'),
  "header-unneeded": page("The reader sends a header that says of which kind nothing is.", "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Content-Type|application/json. Required.|\n\n", ""),
  "example-untyped": page("The example cannot be written as a typed call, so that no test tries it.", "?$select=wheels", "?$select=weight"),
  "example-body": page("The reader cannot tell whether there is a body.", "Content-Type: application/json\n\n{ }\n", ""),
};

function page(loses: string, bad: string, good: string): RulePage {
  return { loses, example: { bad, good } };
}
