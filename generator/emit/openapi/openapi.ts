/** The OpenAPI document of a published API. */
import type { PublishedApi } from "../../model/published.js";
import { openBase } from "../../shared/odata/base.js";
import { compareText, lowerFirst, shortName } from "../../shared/names.js";
import { callsOf, type Call } from "./claims.js";
import type { ExternalDocs, OpenApiDocument, OperationObject } from "./document.js";
import type { Form } from "./form.js";
import { createKnown, type Known } from "./known.js";
import { operationIds, ownedCalls } from "./names.js";
import { operationObject, tagOf } from "./operation.js";
import { optionComponents } from "./parameters.js";
import { permissionTables, type PermissionTables } from "./permission-tables.js";
import { placeExamples } from "./placed.js";
import { errorResponse } from "./responses.js";
import { securityOfAll } from "./security.js";
import { safeLine, safeText } from "./texts.js";

/** What the document says of itself. */
export interface About {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** SPDX. */
  readonly license?: string;
  /** Who answers for the API. */
  readonly contact?: { readonly url: string } | { readonly email: string };
  /** Where a page can be read; nothing where the docs are not published. */
  linkTo(page: string): ExternalDocs | undefined;
}

/** The same for the same API: everything in it is sorted, or in the order of the pages. */
export function openApiOf(api: PublishedApi, form: Form, about: About): OpenApiDocument {
  const known = createKnown(api, form);
  const calls = callsOf(known);
  const owned = ownedCalls(calls);
  const ids = operationIds(owned);
  const firsts = new Map(owned.flatMap((group) => group.map((call) => [call, group[0]] as const)));
  const examples = placeExamples(calls);
  const tables = permissionTables(calls);
  const operations = calls.map((call) => {
    const operationId = ids.get(call) ?? "";
    const naming = { operationId, first: firsts.get(call) ?? call, tables, linkTo: about.linkTo };
    return [call, operationObject(call, examples.get(call) ?? [], naming, known)] as const;
  });
  const { schemes, usual } = securityOfAll(known);
  return {
    openapi: form.openapi ?? "",
    info: infoOf(about, form),
    servers: serversOf(api),
    security: usual,
    tags: tagsOf(calls, api),
    paths: pathsOf(operations),
    components: componentsOf(operations, schemes, tables, known),
  };
}

function infoOf({ title, version, description, contact, license }: About, form: Form): OpenApiDocument["info"] {
  return {
    title: safeLine(title),
    version,
    ...(description !== undefined && { description: safeLine(description) }),
    ...(contact !== undefined && { contact }),
    ...(license !== undefined && { license: form.license(license) }),
  };
}

function serversOf({ baseUrl }: PublishedApi): readonly unknown[] {
  if (baseUrl === undefined) return [{ url: "/" }];
  const { template, names } = openBase(baseUrl);
  const variables = names.map((name) => [name, { default: name }]);
  return [{ url: template, ...(names.length > 0 && { variables: Object.fromEntries(variables) }) }];
}

/** With what the docs say of the type that an operation's module is called by. */
function tagsOf(calls: readonly Call[], { types }: PublishedApi): OpenApiDocument["tags"] {
  const names = new Set(calls.map(({ owner }) => tagOf(owner.operation)));
  const words = new Map(types.map(({ name, description }) => [lowerFirst(shortName(name)), safeText(description)]));
  return [...names]
    .sort(compareText)
    .map((name) => ({ name, description: words.get(name) || `Operations of ${name}.` }));
}

type Operations = readonly (readonly [Call, OperationObject])[];

function pathsOf(operations: Operations): OpenApiDocument["paths"] {
  const paths = new Map<string, [string, OperationObject][]>();
  for (const [{ path, method }, operation] of operations)
    paths.set(path, [...(paths.get(path) ?? []), [method, operation]]);
  return Object.fromEntries([...paths].map(([path, methods]) => [path, Object.fromEntries(methods)]));
}

function componentsOf(
  operations: Operations,
  securitySchemes: Readonly<Record<string, unknown>>,
  { components: permissions }: PermissionTables,
  known: Known,
): OpenApiDocument["components"] {
  const used = operations.flatMap(([, { parameters = [] }]) =>
    parameters.flatMap((each) => ("$ref" in each ? [each.$ref.slice(each.$ref.lastIndexOf("/") + 1)] : [])),
  );
  const responses = { error: errorResponse(known) };
  const parameters = optionComponents(new Set(used));
  return {
    schemas: Object.fromEntries(known.components()),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    responses,
    securitySchemes,
    ...(Object.keys(permissions).length > 0 && { "x-docwright-permissions": permissions }),
  };
}
