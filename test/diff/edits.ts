/** Edits of the pages in `docs/`, and what each of them does to users of the package. */
import { readFileSync } from "node:fs";

export interface Edit {
  readonly what: string;
  readonly page: string;
  /** The page that a new one begins as. */
  readonly copyOf?: string;
  /** What stands there, and what comes in its place. */
  readonly from: string;
  readonly to: string;
  /** `from` is replaced wherever it stands. */
  readonly everywhere?: true;
  /** Step, rule and symbol of each change. */
  readonly expected: readonly string[];
  /** What it does elsewhere: to examples that show what is not so any more, to what is read from there. */
  readonly also?: readonly string[];
  /** The line that all of them are shown at. */
  readonly at?: string;
}

const STATUS = "resources/synchronizationstatus.md";
const ENUMS = "resources/enums.md";
const CREDENTIALS = "api/synchronizationjob-validatecredentials.md";
const PARSE = "api/synchronizationschema-parseexpression.md";
const TEMPLATE = "api/synchronizationtemplate-get.md";
const IDENTITIES = "api/synchronizedidentity-list.md";
const USER = "resources/user.md";

/** An edit of one line: it is shown there, at the first of `to` that `from` has not. */
function line(page: string, from: string, to: string, what: string, ...expected: readonly string[]): Edit {
  const before = from.split("\n");
  const at = to.split("\n").find((each, index) => each !== before[index]) ?? "";
  return { what, page, from, to, expected, at };
}

/** The same with what it does elsewhere. */
function also(edit: Edit, ...others: readonly string[]): Edit {
  return { ...edit, also: others };
}

/** An edit that is shown at another line than its own. */
function near(at: string, page: string, from: string, to: string, what: string, ...expected: readonly string[]): Edit {
  return { what, page, from, to, expected, at };
}

const WORK = "|Delegated (work or school account)|";
const PERSONAL = "|Delegated (personal Microsoft account)|";
const APP = "|Application|";
/** Of an operation by its id: what is read of the page as a whole. */
const title = (page: string, from: string, to: string, id: string): Edit =>
  line(
    `api/${page}.md`,
    `# ${from}\n\nNamespace`,
    `# ${to}\n\nNamespace`,
    `title of ${id}`,
    `patch title-changed ${id}`,
  );

export const edits: readonly Edit[] = [
  // operations and their words
  {
    what: "a page goes",
    page: "api/synchronizationtemplate-get-logo.md",
    from: readPage("api/synchronizationtemplate-get-logo.md"),
    to: "",
    expected: ["major operation-removed synchronizationtemplate-get-logo"],
  },
  {
    what: "a page comes",
    page: "api/synchronizationjob-resume.md",
    copyOf: "api/synchronizationjob-pause.md",
    from: "pause",
    to: "resume",
    everywhere: true,
    expected: ["minor operation-added synchronizationjob-resume"],
    at: "POST /applications/{applicationsId}/synchronization/jobs/{synchronizationJobId}/resume",
  },
  {
    what: "an operation is called by another method",
    page: "api/synchronizationjob-restart.md",
    from: "POST ",
    to: "PUT ",
    everywhere: true,
    expected: [
      "major method-changed synchronizationjob-restart",
      "patch example-changed synchronizationjob-restart example synchronizationjob_restart",
      "patch example-changed synchronizationjob-restart example synchronizationjob_restart_full",
    ],
  },
  title("synchronizationtemplate-list", "List templates", "List all templates", "synchronizationtemplate-list"),
  title(
    "synchronizationoperation-get",
    "Get synchronizationOperation",
    "Get a synchronizationOperation",
    "synchronizationoperation-get",
  ),
  line(
    TEMPLATE,
    "Read one [synchronizationTemplate](../resources/synchronizationtemplate.md) object.",
    "Read one template.",
    "words on an operation",
    "patch description-changed synchronizationtemplate-get",
  ),

  // routes
  also(
    near(
      "POST /applications/{applicationsId}/synchronization/jobs/{synchronizationJobId}/validateCredentials",
      CREDENTIALS,
      "POST /applications/{applicationsId}/synchronization/jobs/validateCredentials\n```\n\n## Request headers",
      "```\n\n## Request headers",
      "a route goes",
      "major route-removed synchronizationjob-validatecredentials",
    ),
    "major where-type-removed synchronizationjob-validatecredentials",
    "patch example-broken synchronizationjob-validatecredentials example synchronizationjob_validatecredentials",
  ),
  line(
    IDENTITIES,
    "GET /groups/{id}/synchronizedIdentities\n```\n\n## Optional",
    "GET /groups/{id}/synchronizedIdentities\nGET /contacts/{id}/synchronizedIdentities\n```\n\n## Optional",
    "a route comes",
    "minor route-added synchronizedidentity-list",
  ),
  line(
    TEMPLATE,
    "/templates/{synchronizationTemplateId}\n",
    "/templates/{templateId}\n",
    "a placeholder is called otherwise",
    "major placeholder-renamed synchronizationtemplate-get where.templateId",
  ),
  line(
    PARSE,
    "POST /applications/{applicationsId}/synchronization/jobs/{synchronizationJobId}/schema/parseExpression\nPOST /applications/{applicationsId}/synchronization/templates/{synchronizationTemplateId}/schema/parseExpression",
    "POST /applications/{applicationsId}/synchronization/templates/{synchronizationTemplateId}/schema/parseExpression\nPOST /applications/{applicationsId}/synchronization/jobs/{synchronizationJobId}/schema/parseExpression",
    "routes of different keys in another order",
    "patch route-order-free synchronizationschema-parseexpression",
  ),
  {
    what: "another address",
    page: "api/synchronizationjob-exportactivity.md",
    from: "/exportActivity",
    to: "/exportHistory",
    everywhere: true,
    expected: [
      "major route-text-changed synchronizationjob-exportactivity",
      "patch example-changed synchronizationjob-exportactivity example synchronizationjob_exportactivity",
      "patch example-changed synchronizationjob-exportactivity example synchronizationjob_exportactivity_2",
    ],
  },
  line(
    "api/synchronizationreports-getdailysummaries.md",
    "|startDate|Date|First day of the period, such as `2026-02-01`. Required.|",
    "|startDate|Date|First day that counts. Required.|",
    "words on a parameter",
    "patch description-changed synchronizationreports-getdailysummaries where.startDate",
  ),

  // options and headers
  near(
    "## Optional query parameters",
    "api/synchronizedidentity-count.md",
    "This method supports the `$filter` [OData query parameter](../concepts/query-parameters.md).",
    "This method supports the `$filter` and `$search` [OData query parameters](../concepts/query-parameters.md).",
    "a query option comes",
    "minor option-added synchronizedidentity-count search",
  ),
  near(
    "## Optional query parameters",
    IDENTITIES,
    "the `$filter`, `$select` and `$top` [OData",
    "the `$filter`, `$orderby`, `$select` and `$top` [OData",
    "options of a call that shapes its result",
    "patch options-documented synchronizedidentity-list",
  ),
  line(
    "api/synchronizedidentity-count.md",
    "|ConsistencyLevel|`eventual`. Counts come from an index that lags behind by a few seconds. Required.|",
    "|ConsistencyLevel|`eventual`. Counts come from an index that lags behind by a few seconds. Optional.|",
    "a header may be left out",
    "minor header-optional synchronizedidentity-count header ConsistencyLevel",
    "patch description-changed synchronizedidentity-count header ConsistencyLevel",
  ),
  line(
    TEMPLATE,
    "|Authorization|Bearer {token}. Required.|\n",
    "|Authorization|Bearer {token}. Required.|\n|Accept-Language|Language of the texts. Optional.|\n",
    "a header comes",
    "minor header-added synchronizationtemplate-get header Accept-Language",
  ),
  {
    what: "the row of a header that an example still shows goes",
    page: "api/synchronizedidentity-delta.md",
    from: "|Prefer|`return=minimal` leaves properties out that have not changed. Optional.|\n",
    to: "",
    expected: ["patch description-changed synchronizedidentity-delta header Prefer"],
  },

  // what is sent
  line(
    PARSE,
    "|expression|String|Expression to check. Required.|\n",
    "|expression|String|Expression to check. Required.|\n|locale|String|Language of the messages. Optional.|\n",
    "a property of the body comes",
    "minor body-property-added synchronizationschema-parseexpression what.locale",
  ),
  line(
    CREDENTIALS,
    "|applicationIdentifier|String|Identifier of the application. Optional.|",
    "|applicationIdentifier|Guid|Identifier of the application. Optional.|",
    "a scalar that is a text as well",
    "patch body-property-scalar-changed synchronizationjob-validatecredentials what.applicationIdentifier",
  ),
  line(
    PARSE,
    "|Sample object. Optional. Without it, the expression is only parsed.|",
    "|Sample object. Required.|",
    "a property has to be sent",
    "major body-property-required synchronizationschema-parseexpression what.testInputObject",
    "patch description-changed synchronizationschema-parseexpression what.testInputObject",
  ),
  also(
    line(
      "api/synchronizationjob-provisionondemand.md",
      "collection|Objects, and the rules to apply to them. Required.|",
      "collection|Objects, and the rules to apply to them. Optional.|",
      "a property may be left out",
      "minor body-property-optional synchronizationjob-provisionondemand what.parameters",
      "patch description-changed synchronizationjob-provisionondemand what.parameters",
    ),
    "minor body-may-be-omitted synchronizationjob-provisionondemand",
  ),

  // properties
  line(
    "resources/synchronizationschedule.md",
    "|expiration|DateTimeOffset|When the job ends on its own, in UTC. `null` for a job that goes on until it is paused. Nullable.|",
    "|expiration|DateTimeOffset|When the job ends on its own, in UTC. Not nullable.|",
    "null does not come any more",
    "major property-null-refused synchronizationSchedule.expiration",
    "patch description-changed synchronizationSchedule.expiration",
  ),
  line(
    "resources/synchronizationschedule.md",
    "|interval|Duration|",
    "|interval|String|",
    "a text of a form becomes any text",
    "patch property-scalar-changed synchronizationSchedule.interval",
  ),
  line(
    STATUS,
    "|code|[synchronizationStatusCode](#synchronizationstatuscode-values)|State of the job in one word. Not nullable.|",
    "|code|[synchronizationStatusCode](#synchronizationstatuscode-values)|State of the job in one word. Nullable.|",
    "null may come",
    "major property-null-allowed synchronizationStatus.code",
    "patch description-changed synchronizationStatus.code",
  ),
  line(
    STATUS,
    "|countSuccessiveCompleteFailures|Int64|Number of runs",
    "|countSuccessiveCompleteFailures|Int32|Number of runs",
    "a smaller number",
    "patch property-scalar-changed synchronizationStatus.countSuccessiveCompleteFailures",
  ),
  also(
    line(
      STATUS,
      "|escrowsPruned|Boolean|",
      "|escrowsPruned|String|",
      "another type",
      "major property-type-replaced synchronizationStatus.escrowsPruned",
    ),
    "patch example-broken synchronization-list-jobs example list_jobs",
    "patch example-broken synchronization-list-jobs example list_jobs_by_template",
    "patch example-broken synchronization-post-jobs example create_synchronizationjob",
  ),
  {
    what: "its sample goes with the type",
    page: STATUS,
    from: `"escrowsPruned": true`,
    to: `"escrowsPruned": "String"`,
    expected: [],
  },
  line(
    STATUS,
    "|troubleshootingUrl|String|Address of a page that explains the current error. Nullable.|",
    "|nextExecution|[synchronizationTaskExecution](synchronizationtaskexecution.md)|The run to come. Nullable.|",
    "a property goes and another one comes",
    "minor property-added synchronizationStatus.nextExecution",
  ),
  {
    what: "the property that went",
    page: STATUS,
    from: `,
  "troubleshootingUrl": "String"`,
    to: "",
    expected: ["major property-removed synchronizationStatus.troubleshootingUrl"],
    at: "|troubleshootingUrl|",
  },

  line(
    USER,
    "|displayName|String|Name shown in the address book. Nullable.|",
    "|displayName|String|Name in the address book. Nullable.|",
    "words on a property",
    "patch description-changed user.displayName",
  ),
  line(
    USER,
    "|mail|String|",
    "|mailAddress|String|",
    "a property is called otherwise",
    "major property-renamed user.mailAddress",
  ),
  {
    what: "its sample is called so as well",
    page: USER,
    from: `"mail": "String"`,
    to: `"mailAddress": "String"`,
    expected: [],
  },
  {
    what: "a relationship goes",
    page: USER,
    from: "|synchronizedIdentities|[synchronizedIdentity](synchronizedidentity.md) collection|Accounts that jobs keep for this user in other directories. Read-only. Nullable.|\n",
    to: "|manager|[user](user.md)|To whom the user reports. Nullable.|\n",
    expected: ["major relationship-removed user.synchronizedIdentities", "minor relationship-added user.manager"],
  },
  line(
    "resources/synchronizedidentity.md",
    "|jobId|String|Identifier of the [synchronizationJob](synchronizationjob.md) that joined the two. Read-only.|",
    "|jobId|String|Identifier of the [synchronizationJob](synchronizationjob.md) that joined the two.|",
    "a mark goes",
    "patch property-writable synchronizedIdentity.jobId",
    "patch description-changed synchronizedIdentity.jobId",
  ),
  line(
    "resources/synchronizationevent.md",
    "|jobId|String|Identifier of the [synchronizationJob](synchronizationjob.md). Read-only.|",
    "|jobId|String|Deprecated. Ask the job. Read-only.|",
    "a property is not to be used any more",
    "minor deprecation-added synchronizationEvent.jobId",
    "patch description-changed synchronizationEvent.jobId",
  ),
  also(
    line(
      "resources/synchronizationevent.md",
      "|occurredDateTime|DateTimeOffset|When it happened, in UTC. Not nullable. Read-only.|",
      "|occurredDateTime|DateTimeOffset collection|When it happened, in UTC. Not nullable. Read-only.|",
      "a value becomes a list",
      "major property-became-collection synchronizationEvent.occurredDateTime",
    ),
    "patch example-broken synchronizationevent-get example get_synchronizationobjectevent",
    "patch example-broken synchronizationevent-get example get_synchronizationquarantineevent",
    "patch example-broken synchronizationevent-list example list_events",
    "patch example-broken synchronizationevent-list example list_events_errors",
  ),

  // types
  {
    what: "a page of a type comes",
    page: "resources/synchronizationmemo.md",
    copyOf: "resources/stringkeylongvaluepair.md",
    from: "stringKeyLongValuePair",
    to: "synchronizationMemo",
    everywhere: true,
    expected: ["minor type-added synchronizationMemo"],
    at: "# synchronizationMemo resource type",
  },
  near(
    "# keyValuePair resource type",
    "resources/keyvaluepair.md",
    "# keyValuePair resource type\n\nNamespace: microsoft.graph\n\n",
    "# keyValuePair resource type\n\nNamespace: microsoft.graph\n\nIt is small.\n\n",
    "words on a type",
    "patch description-changed keyValuePair",
  ),

  // enumerations
  line(
    ENUMS,
    "|QuarantinedOnDemand|An administrator asked for it.|\n",
    "|QuarantinedOnDemand|An administrator asked for it.|\n|Throttled|Too many calls.|\n",
    "a value comes",
    'minor value-added quarantineReason "Throttled"',
  ),
  also(
    line(
      ENUMS,
      "|FlowAlways|",
      "|flowAlways|",
      "a value in another case",
      'major value-renamed attributeFlowBehavior "flowAlways"',
    ),
    "patch example-broken synchronizationschema-get example get_synchronizationschema",
    "patch example-broken synchronizationschema-update example replace_synchronizationschema",
  ),
  {
    what: "a value goes",
    page: ENUMS,
    from: "|ClientSecret|Secret of an OAuth client.|\n",
    to: "",
    expected: ['major value-removed synchronizationSecret "ClientSecret"'],
    at: "|ClientSecret|Secret of an OAuth client.|",
  },
  line(
    ENUMS,
    "|error|2|The job can't go on with this object.|\n",
    "|error|2|The job can't go on with this object.|\n|unknownFutureValue|3|What is to come.|\n",
    "an enumeration can grow",
    'minor future-value-added synchronizationEventSeverity "unknownFutureValue"',
  ),
  near(
    "|Member|Description|",
    STATUS,
    "|NotRun|The job is set up, but its first run has not ended.|\n|Active|The job runs at its interval.|",
    "|Active|The job runs at its interval.|\n|NotRun|The job is set up, but its first run has not ended.|",
    "values in another order",
    "patch values-reordered synchronizationStatusCode",
  ),
  line(
    ENUMS,
    "|Failed|The run ended before all objects were processed.|",
    "|Failed|The run ended early.|",
    "words on a value",
    "patch description-changed synchronizationTaskExecutionResult",
  ),

  // answers
  also(
    near(
      "## Response",
      "api/synchronizationjob-pause.md",
      "it returns `204 No Content`",
      "it returns `202 Accepted`",
      "the answer comes before the work is done",
      "major result-became-accepted synchronizationjob-pause",
    ),
    "patch status-changed synchronizationjob-pause",
    "patch example-broken synchronizationjob-pause example synchronizationjob_pause",
  ),

  // who may call
  line(
    "api/synchronizedidentity-delta.md",
    `${APP}Synchronization.Read.All, Synchronization.ReadWrite.All|`,
    `${APP}Synchronization.Read.All, Synchronization.ReadWrite.All, Directory.Read.All|`,
    "another permission is accepted",
    "minor permission-added synchronizedidentity-delta application",
  ),
  line(
    PARSE,
    `${WORK}Synchronization.Read.All, Synchronization.ReadWrite.All|`,
    `${WORK}Synchronization.Read.All|`,
    "a permission is not accepted any more",
    "minor permission-removed synchronizationschema-parseexpression delegatedWork",
  ),
  line(
    "api/synchronizationtemplate-list.md",
    `${APP}Synchronization.Read.All, Application.ReadWrite.OwnedBy|`,
    `${APP}Not supported.|`,
    "a kind of account goes",
    "minor account-unsupported synchronizationtemplate-list application",
  ),
  line(
    "api/synchronizationtemplate-update-logo.md",
    `${PERSONAL}Not supported.|`,
    `${PERSONAL}Synchronization.ReadWrite.All|`,
    "a kind of account comes",
    "minor account-supported synchronizationtemplate-update-logo delegatedPersonal",
  ),
  line(
    "api/synchronizationreports-getdailysummaries.md",
    `${APP}Reports.Read.All, AuditLog.Read.All|`,
    `${APP}AuditLog.Read.All, Reports.Read.All|`,
    "the least privileged is another one",
    "minor permission-least-changed synchronizationreports-getdailysummaries application",
  ),
  line(
    "api/synchronizationreports-getdailysummaries.md",
    `${WORK}Reports.Read.All, AuditLog.Read.All|`,
    `${WORK}**TODO: Determine scopes **|`,
    "permissions are not told any more",
    "minor permission-undetermined synchronizationreports-getdailysummaries delegatedWork",
  ),
  line(
    "api/synchronizationjob-restart.md",
    `${WORK}Synchronization.ReadWrite.All and Application.Read.All, Directory.ReadWrite.All|`,
    `${WORK}Synchronization.ReadWrite.All, Directory.ReadWrite.All|`,
    "one of two permissions is enough",
    "minor permission-together-removed synchronizationjob-restart delegatedWork",
  ),
  line(
    "api/synchronizedidentity-count.md",
    `${APP}Synchronization.Read.All, Synchronization.ReadWrite.All|`,
    `${APP}Synchronization.Read.All and Directory.Read.All, Synchronization.ReadWrite.All|`,
    "a further permission is needed",
    "minor permission-together-added synchronizedidentity-count application",
  ),
  also(
    near(
      "|Permission type|Permissions (from least to most privileged)|",
      IDENTITIES,
      "## HTTP request\n\nThe accounts",
      `### For contacts\n\n|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n${WORK}Contacts.Read, User.Read.All|\n\n## HTTP request\n\nThe accounts`,
      "a further scenario",
      "minor scenario-added synchronizedidentity-list (contacts)",
    ),
    "minor permission-added synchronizedidentity-list delegatedWork",
  ),

  // examples
  {
    what: "an example is called otherwise",
    page: TEMPLATE,
    from: `"name": "get_synchronizationtemplate"`,
    to: `"name": "read_synchronizationtemplate"`,
    expected: ["minor example-renamed synchronizationtemplate-get example read_synchronizationtemplate"],
  },
  {
    what: "an example shows something else",
    page: CREDENTIALS,
    from: `"value": "sync@contoso.com"`,
    to: `"value": "jobs@contoso.com"`,
    expected: [
      "patch example-changed synchronizationjob-validatecredentials example synchronizationjob_validatecredentials",
    ],
  },

  // more of the same, at other places
  title("synchronizationevent-get", "Get synchronizationEvent", "Get an event", "synchronizationevent-get"),
  title("synchronizationevent-list", "List events", "List all events", "synchronizationevent-list"),
  line(
    ENUMS,
    "|UserName|Name to sign in with.|",
    "|Username|Name to sign in with.|",
    "a value in another case of one letter",
    'major value-renamed synchronizationSecret "Username"',
  ),
  line(
    "resources/keyvaluepair.md",
    "## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n",
    "## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|unit|String|Of the value. Nullable.|\n",
    "a property comes first",
    "minor property-added keyValuePair.unit",
  ),
  line(
    "api/synchronizationtemplate-update-logo.md",
    `${APP}Synchronization.ReadWrite.All|`,
    `${APP}Synchronization.ReadWrite.All, Application.ReadWrite.OwnedBy|`,
    "a permission for applications",
    "minor permission-added synchronizationtemplate-update-logo application",
  ),
  also(
    line(
      "api/synchronizationjob-start.md",
      "|Authorization|Bearer {token}. Required.|\n",
      "|Authorization|Bearer {token}. Required.|\n|X-Reason|Why. Required.|\n",
      "a header has to be sent",
      "major header-added-required synchronizationjob-start header X-Reason",
    ),
    "patch example-broken synchronizationjob-start example synchronizationjob_start",
    "patch example-broken synchronizationjob-start example synchronizationjob_start_forbidden",
  ),
  line(
    "api/synchronizationreports-getdailysummaries.md",
    "|endDate|Date|Last day of the period, at most 90 days later. Required.|",
    "|endDate|DateTimeOffset|Last day of the period, at most 90 days later. Required.|",
    "another form of the same text in an address",
  ),

  // what has no effect on the package
  {
    what: "a link of the table of methods",
    page: "resources/synchronizationjob.md",
    from: "|Read one job.|",
    to: "|Read a job.|",
    expected: [],
  },
  {
    what: "front matter",
    page: "resources/synchronizationrule.md",
    from: `ms.subservice: "synchronization"`,
    to: `ms.subservice: "directory"`,
    expected: [],
  },
];

function readPage(page: string): string {
  return readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
}
