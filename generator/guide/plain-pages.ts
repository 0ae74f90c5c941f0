/** The parts of pages as houses write them that know nothing of OData. */
import { permissionsPart } from "./graph-pages.js";
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

export function plainOperation(subject: OperationSubject): PagePart[] {
  const { house, path, called, kind, sent, link } = subject;
  const { method, status, takesBody } = calls[kind];
  const table = ["|Field|Type|Description|", "|:---|:---|:---|", ...sent.rows].join("\n");
  return [
    ...head(subject),
    ...(house.permissions ? [permissionsPart(subject)] : []),
    { id: "request", text: `## Endpoint\n\n${fence("http", `${method} ${house.requestBase}${path}`)}` },
    ...(takesBody
      ? [{ id: "body", text: `## Request body\n\n${sent.rows.length === 0 ? `A ${link} object.` : table}` } as const]
      : []),
    { id: "response", text: `## Response\n\n${responseText(subject)}` },
    {
      id: "example-request",
      text: `## Example\n\n${message(`${method} ${house.baseUrl}${called}`, takesBody ? sent.json : undefined)}`,
    },
    { id: "example-response", text: message(`HTTP/1.1 ${status}`, answerOf(subject)) },
  ];
}

function head({ title, description }: Subject): PagePart[] {
  return [
    { id: "title", text: `# ${title}` },
    { id: "description", text: description },
  ];
}

function responseText({ kind, link }: OperationSubject): string {
  const { status, answers } = calls[kind];
  if (answers === "nothing") return `\`${status}\`, without a body.`;
  return `\`${status}\` and ${answers === "list" ? `a list of ${link} objects` : `a ${link} object`}.`;
}

export function plainResource(subject: ResourceSubject): PagePart[] {
  const { properties } = subject;
  const members = ['"id": "17"', ...properties.map(({ json }) => json)];
  const rows = ["|id|string|Identifies the object. Read-only.|", ...properties.map(({ row }) => row)];
  return [
    ...head(subject),
    {
      id: "properties",
      text: `## Fields\n\n|Field|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}`,
    },
    { id: "representation", text: `## JSON representation\n\n${fence("json", objectOf(members))}` },
  ];
}

export function plainEnum(subject: EnumSubject): PagePart[] {
  const table = ["|Value|Description|", "|:---|:---|", ...subject.rows].join("\n");
  return [...head(subject), { id: "values", text: `## ${subject.type} values\n\n${table}` }];
}
