/** The parts of pages in the style of API Doctor. */
import {
  answerOf,
  calls,
  fence,
  message,
  objectOf,
  type EnumSubject,
  type OperationSubject,
  type PagePart,
  type ResourceSubject,
  type Subject,
} from "./subject.js";

export function front({ title, description }: Subject, kind: string): PagePart {
  const lines = [`title: ${JSON.stringify(title)}`, `description: ${JSON.stringify(description)}`, `doc_type: ${kind}`];
  return { id: "front-matter", text: ["---", ...lines, "---"].join("\n") };
}

export function graphOperation(subject: OperationSubject): PagePart[] {
  const { house, path, called, link, type, kind } = subject;
  const { method } = calls[kind];
  const json = answerOf(subject);
  const annotation =
    json === undefined
      ? ""
      : `, "@odata.type": "${type}"${calls[kind].answers === "list" ? ', "isCollection": true' : ""}`;
  return [
    ...head(subject),
    permissionsPart(subject),
    { id: "request", text: `## HTTP request\n\n${fence("http", `${method} ${house.requestBase}${path}`)}` },
    ...(method === "GET" ? [query] : []),
    {
      id: "headers",
      text: "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Authorization|Bearer {token}. Required.|",
    },
    { id: "body", text: `## Request body\n\n${bodyText(subject)}` },
    { id: "response", text: `## Response\n\n${responseText(subject, link)}` },
    {
      id: "example-request",
      text: `## Examples\n\n### Request\n\n<!-- { "blockType": "request" } -->\n${message(`${method} ${house.baseUrl}${called}`, calls[kind].takesBody ? subject.sent.json : undefined)}`,
    },
    {
      id: "example-response",
      text: `### Response\n\n<!-- { "blockType": "response"${annotation} } -->\n${message(`HTTP/1.1 ${calls[kind].status}`, json)}`,
    },
  ];
}

const query: PagePart = {
  id: "query",
  text: "## Optional query parameters\n\nThis method supports `$select`.",
};

function head({ house, title, description }: Subject): PagePart[] {
  return [
    { id: "title", text: `# ${title}` },
    ...(house.namespace === "" ? [] : [{ id: "namespace", text: `Namespace: ${house.namespace}` } as const]),
    { id: "description", text: description },
  ];
}

export function permissionsPart({ permissions }: OperationSubject): PagePart {
  const table = [
    "|Permission type|Permissions (from least to most privileged)|",
    "|:---|:---|",
    `|Delegated (work or school account)|${permissions}|`,
    "|Delegated (personal Microsoft account)|Not supported.|",
    `|Application|${permissions}|`,
  ].join("\n");
  return { id: "permissions", text: `## Permissions\n\n${table}` };
}

function bodyText({ kind, sent, link }: OperationSubject): string {
  if (!calls[kind].takesBody) return "Don't supply a request body for this method.";
  if (sent.rows.length === 0) return `In the request body, supply a JSON representation of the ${link} object.`;
  const table = ["|Property|Type|Description|", "|:---|:---|:---|", ...sent.rows].join("\n");
  return `In the request body, supply a JSON object with these properties.\n\n${table}`;
}

function responseText({ kind }: OperationSubject, link: string): string {
  const { status, answers } = calls[kind];
  const start = `If successful, this method returns a \`${status}\` response code`;
  if (answers === "nothing") return `${start}.`;
  return `${start} and ${answers === "list" ? `a collection of ${link} objects` : `a ${link} object`} in the response body.`;
}

export function graphResource(subject: ResourceSubject): PagePart[] {
  const { type, properties } = subject;
  const annotation = `<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "${type}" } -->`;
  const members = [`"@odata.type": "#${type}"`, '"id": "String (identifier)"', ...properties.map(({ json }) => json)];
  const rows = ["|id|String|Identifies the object. Read-only.|", ...properties.map(({ row }) => row)];
  return [
    ...head(subject),
    {
      id: "properties",
      text: `## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}`,
    },
    { id: "relationships", text: "## Relationships\n\nNone." },
    { id: "representation", text: `## JSON representation\n\n${annotation}\n${fence("json", objectOf(members))}` },
  ];
}

export function graphEnum(subject: EnumSubject): PagePart[] {
  const table = ["|Member|Description|", "|:---|:---|", ...subject.rows].join("\n");
  return [...head(subject), { id: "values", text: `### ${subject.type} values\n\n${table}` }];
}
