/** `api.json`: writes what `model/published.ts` promises. */
import type { EnumMember, Example, Property, RequestBody, Words } from "../../model/api.js";
import type {
  Documented,
  PublishedApi,
  PublishedBody,
  PublishedEnum,
  PublishedExample,
  PublishedMember,
  PublishedOperation,
  PublishedProperty,
  PublishedType,
  UnreadPage,
} from "../../model/published.js";
import type { EnumPlan, OperationPlan, Plan, TypePlan } from "../../plan/plan.js";
import type { Place } from "../../shared/place.js";
import { markdownOf } from "../../shared/runs.js";
import { oncePer } from "../../shared/same.js";
import { compareText } from "../../shared/names.js";
import { toolVersion } from "../../shared/version.js";

/** What the docs say and how the package calls it. */
export function publishedApi({ api, modules, nameRules, options }: Plan): PublishedApi {
  const { baseUrl, dialect, envelope, errorBody } = api;
  const operations = modules.flatMap(({ path, operations: all }) => all.map((plan) => operationOf(plan, path)));
  const types = modules.flatMap(({ path, types: all }) => all.map((plan) => typeOf(plan, path)));
  const enums = modules.flatMap(({ path, enums: all }) => all.map((plan) => enumOf(plan, path)));
  const unread = unreadPages(api);
  return {
    schema: 1,
    generator: toolVersion,
    package: { name: options.name, version: options.version },
    nameRules,
    ...(baseUrl !== undefined && { baseUrl }),
    dialect,
    ...(envelope !== undefined && { envelope }),
    ...(errorBody !== undefined && { errorBody }),
    operations: operations.sort((a, b) => compareText(a.id, b.id)),
    types: types.sort((a, b) => compareText(a.name, b.name)),
    enums: enums.sort((a, b) => compareText(a.name, b.name)),
    ...(unread.length > 0 && { unread }),
  };
}

/** Rules of findings that leave a page of an operation without one. */
const lostOperation: ReadonlySet<string> = new Set([
  "request-missing",
  "request-path",
  "request-line",
  "page-unread",
  "page-failed",
]);

function unreadPages({ operations, findings }: Plan["api"]): readonly UnreadPage[] {
  const read = new Set(operations.map(({ page }) => page));
  const lost = findings.filter(({ rule, page }) => lostOperation.has(rule) && !read.has(page));
  const first = new Map(lost.toReversed().map((finding) => [finding.page, finding]));
  return [...first.values()]
    .map(({ page, line, rule }) => ({ page, line, rule }))
    .sort((a, b) => compareText(a.page, b.page));
}

/** What is published of each declaration in the module at `path`; as long as its plan is the same, it is the same object. */
const operationOf = oncePer(publishedOperation);
const typeOf = oncePer(publishedType);
const enumOf = oncePer(publishedEnum);

function publishedOperation(plan: OperationPlan, module: string): PublishedOperation {
  const { operation, name, aliases, partAliases, constant, where, body: bodyType, shown, fixtures } = plan;
  const { id, page, title, method, description, deprecated, parameters, query, headers, body, statuses, result } =
    operation;
  const [permissions, ...scenarios] = operation.permissions;
  const samples = operation.routes.filter(({ sample }) => sample).map(({ template }) => template);
  const fixtureNames = new Map(fixtures.map((fixture) => [fixture.example, fixture.name]));
  return {
    id,
    function: name,
    ...(aliases.length > 0 && { aliases }),
    ...(partAliases.length > 0 && { partAliases: partAliases.map((alias) => alias.name) }),
    constant,
    ...(where !== undefined && { whereType: where }),
    ...(bodyType !== undefined && { bodyType }),
    module,
    page,
    ...lineAndFile(operation.place),
    title,
    method,
    description: markdownOf(description),
    ...(operation.lines && { lines: operation.lines }),
    ...(deprecated !== undefined && { deprecated }),
    routes: operation.routes.map((route) => route.template),
    routeLines: operation.routes.map(({ place }) => place.line),
    ...(samples.length > 0 && { samples }),
    parameters: parameters.map(documented),
    query,
    headers: headers.map(documented),
    ...(body !== undefined && { body: publishedBody(body) }),
    statuses,
    result,
    ...(shown.length > 0 && { shown }),
    ...(operation.rows && { rows: operation.rows }),
    ...(permissions !== undefined && { permissions }),
    ...(scenarios.length > 0 && { scenarios }),
    examples: operation.examples.map((example) => exampleOf(example, fixtureNames.get(example))),
  };
}

/** What is described, its words as Markdown. */
function documented<T extends { readonly description: Words }>(one: T): Documented<T> {
  return { ...one, description: markdownOf(one.description) };
}

function publishedBody(body: RequestBody): PublishedBody {
  if (body.kind !== "json") return body;
  const { properties, ...others } = body;
  return properties === undefined ? others : { ...others, properties: properties.map(documented) };
}

function exampleOf(
  { name, heading, request, response, findings, place }: Example,
  fixture: string | undefined,
): PublishedExample {
  return {
    name,
    ...(fixture !== undefined && { fixture }),
    ...lineAndFile(place),
    request,
    ...(response !== undefined && { response }),
    ...(findings.length > 0 && { findings }),
    ...(heading !== "" && { heading }),
  };
}

function publishedType(plan: TypePlan, module: string): PublishedType {
  const { type, name: typescript, union, relationship, discriminator } = plan;
  const declared = new Set(plan.properties);
  const { name, base, abstract, open, ownNames, key, inferred, description, deprecated, pages, place } = type;
  return {
    name,
    typescript,
    ...(union && { union: union.name }),
    ...(relationship && { relationships: relationship.name }),
    ...(discriminator && { discriminator }),
    module,
    ...(base !== undefined && { base }),
    abstract,
    open,
    ...(ownNames !== undefined && { ownNames }),
    ...(key !== undefined && { key }),
    inferred,
    description: markdownOf(description),
    ...(deprecated !== undefined && { deprecated }),
    pages,
    ...(place && lineAndFile(place)),
    properties: type.properties.map((property) => publishedProperty(property, pages[0], declared.has(property))),
  };
}

function publishedProperty(property: Property, firstPage: string | undefined, isDeclared: boolean): PublishedProperty {
  const { name, type, navigation, nullable, required, readOnly, description, deprecated, page, place } = property;
  return {
    name,
    type,
    ...(navigation && { navigation }),
    ...(nullable && { nullable }),
    ...(required && { required }),
    ...(readOnly && { readOnly }),
    ...(!isDeclared && { repeated: true as const }),
    description: markdownOf(description),
    ...(deprecated !== undefined && { deprecated }),
    ...(page !== firstPage && { page }),
    ...lineAndFile(place),
  };
}

function publishedEnum({ enum: type, name: typescript, values }: EnumPlan, module: string): PublishedEnum {
  const { name, evolvable, flags, description, pages, members, place } = type;
  return {
    name,
    typescript,
    values,
    module,
    evolvable,
    flags,
    description: markdownOf(description),
    pages,
    ...(place && lineAndFile(place)),
    members: members.map((member) => memberOf(member, pages[0])),
  };
}

function memberOf(
  { name, value, description, page, place }: EnumMember,
  firstPage: string | undefined,
): PublishedMember {
  return {
    name,
    ...(value !== undefined && { value }),
    description: markdownOf(description),
    ...(page !== undefined && page !== firstPage && { page }),
    ...(place && lineAndFile(place)),
  };
}

function lineAndFile({ line, file }: Place): Pick<Place, "line" | "file"> {
  return file === undefined ? { line } : { line, file };
}
