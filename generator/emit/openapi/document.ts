/** What an OpenAPI document is made of, as far as it is written here. Readonly plain data in a fixed order. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly nullable?: true;
  readonly contentEncoding?: string;
  readonly title?: string;
  readonly description?: string;
  readonly readOnly?: true;
  readonly deprecated?: true;
  readonly [extension: `x-${string}`]: unknown;
}

/** A documented value under its documented name. */
export interface NamedExample {
  readonly summary: string;
  readonly value: unknown;
}

type Examples = Readonly<Record<string, NamedExample>>;

// A type, not an interface: it is a schema as well, which takes extensions.
export type Reference = { readonly $ref: string };

export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: true;
  readonly description?: string;
  readonly style?: "form";
  readonly explode?: boolean;
  readonly schema: Schema;
  readonly examples?: Examples;
}

export interface MediaType {
  readonly schema: Schema;
  readonly examples?: Examples;
}

type Content = Readonly<Record<string, MediaType>>;

export interface RequestBodyObject {
  readonly required: boolean;
  readonly content: Content;
}

interface HeaderObject {
  readonly description: string;
  readonly schema: Schema;
  readonly example?: string;
}

export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, HeaderObject>>;
  readonly content?: Content;
}

/** Names of security schemes with the scopes that are needed together. */
export type Requirement = Readonly<Record<string, readonly string[]>>;

export interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  readonly deprecated?: true;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBodyObject;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
  readonly security?: readonly Requirement[];
  readonly [extension: `x-${string}`]: unknown;
}

export interface ExternalDocs {
  readonly url: string;
}

export type PathItem = Readonly<Record<string, OperationObject>>;

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly unknown[];
  readonly security: readonly Requirement[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, ParameterObject>>;
    readonly responses: Readonly<Record<string, ResponseObject>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
    readonly [extension: `x-${string}`]: unknown;
  };
}
