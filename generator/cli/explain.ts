/** One page told back as text: what was read, what was made of it, and the line behind each decision. */
import type { Explanation } from "../explanation.js";
import { rules, type Finding } from "../findings/rules.js";
import { accounts } from "../shared/permission-accounts.js";
import { type Place } from "../shared/place.js";
import type {
  EnumType,
  Evidence,
  Example,
  ObjectType,
  Permission,
  Permissions,
  Property,
  RequestBody,
  Result,
  TypeRef,
} from "../model/api.js";
import type { Page, PermissionTable } from "../read/page.js";
import { ledgerLines } from "./explain-ledger.js";
import { understandingText } from "./report.js";
import { understandingOf } from "../result.js";
import { whyUnknown } from "./explain-result.js";

/** The explanation as lines of text. */
export function explanationLines({ page, dialect, operations, types, enums, findings }: Explanation): string[] {
  return [
    `${page.path}: ${page.kind} page, "${page.title.text}", read as ${dialect}`,
    ...operations.flatMap((operation) => operationLines(operation, page)),
    ...types.flatMap((type) => typeLines(type, page.path)),
    ...enums.flatMap(enumLines),
    ...section(
      `findings: ${findings.length}`,
      findings.flatMap((finding) => linesOfFinding(finding, page.path)),
    ),
    ...section(`ledger: ${understandingText(understandingOf([page]))}`, ledgerLines(page, operations, types)),
  ];
}

function operationLines(operation: Explanation["operations"][number], page: Page): string[] {
  const { id, method, routes, parameters, query, headers, body, statuses, result, permissions, examples } = operation;
  const because = reasons(operation.evidence ?? [], page.path);
  return section(`operation ${id}${line(operation.place)}`, [
    field("function", `${operation.function} in ${operation.file}`),
    ...routes.map(({ template, place }) => field("request", `${method} ${template}${line(place)}`)),
    ...parameters.flatMap((each) => [
      field(
        "where",
        `${each.name}: ${typeText(each.type)} (${each.in}, ${each.required ? "required" : "optional"}, written {${each.documented}})`,
      ),
      ...because(`where.${each.name}`),
    ]),
    field("options", Array.isArray(query) ? query.join(", ") : `OData: ${String(query)}`),
    ...headers.flatMap(({ name, required }) => [
      field("header", `${name} (${required ? "required" : "optional"})`),
      ...because(`header.${name}`),
    ]),
    ...(body === undefined ? [] : bodyLines(body, page.body?.place, because)),
    ...leftOut(operation.evidence ?? [], page.path),
    field("statuses", statuses.join(", ")),
    field("result", `${resultText(result)}${whyUnknown(result, examples)}${line(page.response?.place)}`),
    ...permissions.flatMap((table, index) => permissionLines(table, page.permissions[index])),
    ...examples.map((example) => field("example", exampleText(example))),
  ]);
}

type Reasons = (of: string) => string[];

/** The lines that give the evidence for one thing of an operation. */
function reasons(evidence: readonly Evidence[], page: string): Reasons {
  return (of) => evidence.filter((each) => each.of === of).map((each) => evidenceLine(each, page, " ".repeat(15)));
}

function leftOut(evidence: readonly Evidence[], page: string): string[] {
  const rows = evidence.filter(({ about, against }) => about === "left out" && !against);
  return rows.map((each) => field("left out", `${(each.of ?? "").replace("body.", "")}: ${reason(each, page)}`));
}

/** Why something was decided; what was against it stands below, further to the right. */
function evidenceLine(evidence: Evidence, page: string, indent: string): string {
  return evidence.against
    ? `${indent}  against: ${reason(evidence, page)}`
    : `${indent}${evidence.about}: ${reason(evidence, page)}`;
}

function reason({ because, page: from, place }: Evidence, page: string): string {
  return `${because}${from === page ? line(place) : `  ${from}:${place.line}`}`;
}

function bodyLines(body: RequestBody, place: Place | undefined, because: Reasons): string[] {
  if (body.kind !== "json") {
    const type = "contentType" in body && body.contentType !== undefined ? ` (${body.contentType})` : "";
    return [field("what", `${body.kind}${type}${line(place)}`)];
  }
  const of = body.of === undefined ? "an object of its own" : typeText(body.of);
  const properties = (body.properties ?? []).flatMap((each) => [
    field(
      "",
      `${each.name}: ${typeText(each.type)}${each.nullable ? " | null" : ""} (${each.required ? "required" : "optional"})`,
    ),
    ...because(`body.${each.name}`),
  ]);
  return [
    field("what", `${of}${body.partial ? ", what changes of it" : ""}${line(place)}`),
    ...because("body"),
    ...properties,
  ];
}

function permissionLines(table: Permissions, written: PermissionTable | undefined): string[] {
  const scenario = table.scenario === undefined ? "" : ` [${table.scenario}]`;
  const cells = accounts.flatMap((account) => {
    const permission = table[account];
    const place = line(written?.[account]?.place ?? written?.place);
    return permission === undefined
      ? []
      : [field("permission", `${account}${scenario}: ${permissionText(permission)}${place}`)];
  });
  return [...cells, ...(table.notes ?? []).map((note) => field("", note))];
}

function permissionText(permission: Permission): string {
  if (typeof permission === "string") return permission;
  return `least ${anyOf(permission.least)}; also ${anyOf(permission.higher)}`;
}

function anyOf(sets: readonly (readonly string[])[]): string {
  return sets.map((all) => all.join(" and ")).join(", ") || "none";
}

function exampleText({ name, place, request, response, call, requestFit, responseFit, findings }: Example): string {
  const answer = response === undefined ? "no response" : String(response.status);
  const fits = call === undefined ? "fits no request line" : `request line ${call.route + 1}`;
  const problems = findings.length === 0 ? "" : `; ${findings.join(", ")}`;
  return `${name}: ${request.method} ${request.url} → ${answer} (${fits}; body sent: ${requestFit}; received: ${responseFit}${problems})${line(place)}`;
}

function typeLines(type: ObjectType, page: string): string[] {
  const traits = flags({ abstract: type.abstract, open: type.open, "inferred from examples": type.inferred });
  return section(`type ${type.name}${traits === "" ? "" : ` (${traits})`}`, [
    ...(type.base === undefined ? [] : [field("base", type.base)]),
    ...(type.key === undefined ? [] : [field("key", type.key)]),
    ...(type.evidence ?? []).map((each) => evidenceLine(each, page, " ".repeat(13))),
    ...(type.derived.length === 0 ? [] : [field("derived", type.derived.join(", "))]),
    ...type.properties.flatMap((property) => propertyLines(property, page)),
  ]);
}

function propertyLines(property: Property, page: string): string[] {
  const { navigation, required, readOnly, evidence } = property;
  const traits = flags({ relationship: navigation, required, "read-only": readOnly });
  const type = `${typeText(property.type)}${property.nullable ? " | null" : ""}`;
  const where = property.page === page ? line(property.place) : `  ${property.page}:${property.place.line}`;
  return [
    `  ${property.name}: ${type}${traits === "" ? "" : ` (${traits})`}${where}`,
    ...evidence.map((each) => evidenceLine(each, page, "    ")),
  ];
}

function enumLines({ name, members, evolvable, flags: several }: EnumType): string[] {
  const traits = flags({ evolvable, "several at once": several });
  return section(`enumeration ${name}${traits === "" ? "" : ` (${traits})`}`, [
    `  ${members.map((member) => member.name).join(", ")}`,
  ]);
}

function linesOfFinding(finding: Finding, page: string): string[] {
  const place = `${finding.page === page ? "" : `${finding.page}:`}${finding.line}:${finding.column}`;
  return [`  ${place} ${finding.severity} ${finding.message} (${finding.rule})`, `    ${rules[finding.rule].fix}`];
}

function resultText(result: Result): string {
  switch (result.kind) {
    case "object":
      return `${typeText(result.type)}${result.unwrap ? ', also accepted as {"value": …}' : ""}${result.optional ? ", or nothing" : ""}`;
    case "value":
    case "list":
    case "delta":
      return `${result.kind} of ${typeText(result.type)}`;
    case "accepted":
      return `accepted${result.type === undefined ? "" : `, ${typeText(result.type)}`}`;
    default:
      return result.kind;
  }
}

function typeText(type: TypeRef): string {
  switch (type.kind) {
    case "collection":
      return `${typeText(type.of)} collection`;
    case "map":
      return `map of ${typeText(type.of)}`;
    case "literals":
      return [...type.values.map((value) => `"${value}"`), ...(type.open ? ["String"] : [])].join(" | ");
    case "unknown":
      return "unknown";
    default:
      return type.name;
  }
}

function section(title: string, lines: readonly string[]): string[] {
  return ["", title, ...lines];
}

function field(name: string, value: string): string {
  return `  ${name.padEnd(11)}${value}`;
}

function flags(traits: Readonly<Record<string, boolean>>): string {
  return Object.entries(traits)
    .flatMap(([name, holds]) => (holds ? [name] : []))
    .join(", ");
}

function line(place: Place | undefined): string {
  return place === undefined ? "" : `  line ${place.file === undefined ? "" : `${place.file}:`}${place.line}`;
}
