/** OpenAPI documents of tiny pages, and ways into them. */
import { publishedApi } from "../../generator/emit/json/api-json.js";
import type { OpenApiDocument, OperationObject, Schema } from "../../generator/emit/openapi/document.js";
import { forms } from "../../generator/emit/openapi/form.js";
import { openApiOf } from "../../generator/emit/openapi/openapi.js";
import { pageLinks } from "../../generator/emit/openapi/page-links.js";
import { partOfApi } from "../../generator/emit/openapi/only.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { apiOf, type Pages } from "../model/api-of.js";

/** The published model of pages: what stands in `api.json`, and nothing else. */
export function published(pages: Pages): PublishedApi {
  const plan = planPackage(apiOf(pages), { name: "parcels", version: "1.2.0", license: "MIT" });
  return JSON.parse(JSON.stringify(publishedApi(plan)));
}

export interface Wanted {
  readonly version?: "3.1" | "3.0";
  readonly docsUrl?: string;
  readonly only?: readonly string[];
}

export function documentOf(pages: Pages, { version = "3.1", docsUrl, only = [] }: Wanted = {}): OpenApiDocument {
  const form = forms.get(version);
  if (form === undefined) throw new Error(`no form ${version}`);
  const about = { title: "parcels", version: "1.2.0", license: "MIT", linkTo: pageLinks(docsUrl) };
  return openApiOf(partOfApi(published(pages), only), form, about);
}

/** `GET /parcels/{parcelId}` */
export function operationAt(document: OpenApiDocument, line: string): OperationObject {
  const [method = "", path = ""] = line.split(" ");
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`no ${line} among ${Object.keys(document.paths).join(", ")}`);
  return operation;
}

/** Method, path and id of every operation. */
export function calls(document: OpenApiDocument): readonly string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
  );
}

/** A schema of the components by its last name. */
export function schemaAt(document: OpenApiDocument, name: string): Schema {
  const found: Schema | undefined = document.components.schemas[`microsoft.graph.${name}`];
  if (found === undefined) throw new Error(`no ${name} among ${Object.keys(document.components.schemas).join(", ")}`);
  return found;
}

/** The properties of a schema without what OData says beside them, and without their words. */
export function shapes(schema: Schema): Readonly<Record<string, Schema>> {
  const own = Object.entries(schema.properties ?? {}).filter(([name]) => !name.startsWith("@odata."));
  return Object.fromEntries(own.map(([name, { description: _said, ...shape }]) => [name, shape]));
}

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/microsoft.graph.${name}` };
}
