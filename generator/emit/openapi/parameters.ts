/** What a call is asked with: values of its path, of its query, OData's options, headers. */
import type { Header, Parameter } from "../../model/api.js";
import type { Documented } from "../../model/published.js";
import { queryOptions } from "../../shared/odata/options.js";
import type { Call } from "./claims.js";
import type { NamedExample, ParameterObject, Reference, Schema } from "./document.js";
import type { Known } from "./known.js";
import { exampleMisfit, examplesOf, named } from "./named-examples.js";
import type { PlacedExample } from "./placed.js";
import { description, valueSchema } from "./values.js";

type Place = readonly [id: string, parameter: ParameterObject | Reference];

/** In the order path, query, options, headers. */
export function parametersOf(
  call: Call,
  examples: readonly PlacedExample[],
  known: Known,
): readonly (ParameterObject | Reference)[] {
  const query = queryParameters(call, examples, known);
  const taken = new Set(query.map(([key]) => key));
  const options = optionsOf(call).filter((name) => !taken.has(`$${name}`));
  return [
    ...pathParameters(call, examples, known),
    ...query.map(([, parameter]) => parameter),
    ...options.map((name) => ({ $ref: `#/components/parameters/${OPTION}${name}` })),
    ...headersOf(call),
  ];
}

function pathParameters({ names, owner }: Call, examples: readonly PlacedExample[], known: Known): ParameterObject[] {
  return names.map((name, i) => {
    const parameter = parameterOf(owner.operation.parameters, owner.names[i]);
    const schema =
      parameter === undefined ? ({ type: "string" } as const) : valueSchema(parameter.type, "write", known);
    const shown = examples.map((placed) => [placed, placed.values?.path[i]] as const);
    return {
      name,
      in: "path",
      required: true,
      ...description(parameter?.description ?? ""),
      schema,
      ...valuesOf(shown, schema, known),
    };
  });
}

function parameterOf(
  parameters: readonly Documented<Parameter>[],
  name: string | undefined,
): Documented<Parameter> | undefined {
  return parameters.find((parameter) => parameter.name === name);
}

/** Of all pages; required where each of them asks for it. */
function queryParameters({ claims }: Call, examples: readonly PlacedExample[], known: Known): Place[] {
  const found = new Map<string, ParameterObject>();
  for (const { operation, query } of claims)
    for (const { key, value } of query) {
      if (found.has(key)) continue;
      const parameter = parameterOf(operation.parameters, value.slice(1, -1));
      const schema = parameter ? valueSchema(parameter.type, "write", known) : fixed(value);
      const isAsked = claims.every((claim) => {
        const asked = claim.query.find((each) => each.key === key);
        const own = asked && parameterOf(claim.operation.parameters, asked.value.slice(1, -1));
        return asked?.always && own?.required !== false;
      });
      const shown = examples.map((placed) => [placed, placed.values?.query.get(key)] as const);
      found.set(key, {
        name: key,
        in: "query",
        ...(isAsked && { required: true }),
        ...description(parameter?.description ?? ""),
        schema,
        ...valuesOf(shown, schema, known),
      });
    }
  return [...found];
}

/** A value that the documented address has in it. */
function fixed(value: string): Schema {
  return value === "" || value.includes("{") ? { type: "string" } : { type: "string", enum: [value] };
}

function valuesOf(
  shown: readonly (readonly [PlacedExample, string | undefined])[],
  schema: Schema,
  known: Known,
): Pick<ParameterObject, "examples"> {
  return examplesOf(
    shown.flatMap(([placed, text]): (readonly [string, NamedExample])[] => {
      if (text === undefined || text === "") return [];
      const value = typedValue(text, schema);
      return exampleMisfit(value, schema, known) === undefined ? [[placed.key, named(placed, value)]] : [];
    }),
  );
}

function typedValue(text: string, { type }: Schema): unknown {
  if (type === "integer" || type === "number") return Number(text);
  return type === "boolean" ? (text === "true" ? true : text === "false" ? false : text) : text;
}

/** Before the names of the components that OData's options are. */
const OPTION = "odata.";

const listed: Schema = { type: "array", items: { type: "string" } };
const counted: Schema = { type: "integer", minimum: 0 };

const optionSchemas: ReadonlyMap<string, { readonly schema: Schema; readonly says: string }> = new Map([
  ["select", { schema: listed, says: "Properties to return." }],
  ["expand", { schema: listed, says: "Relationships to return with the result." }],
  ["orderby", { schema: listed, says: "Properties to sort by; `desc` behind one turns its order round." }],
  ["filter", { schema: { type: "string" }, says: "Condition that the results meet." }],
  ["search", { schema: { type: "string" }, says: "What to search for." }],
  ["top", { schema: counted, says: "How many results a page holds." }],
  ["skip", { schema: counted, says: "How many results to leave out at the beginning." }],
  ["count", { schema: { type: "boolean" }, says: "Whether to return how many results there are in all." }],
]);

/** The options that the call takes, without `$`: those that any of its pages names. */
function optionsOf({ claims }: Call): readonly string[] {
  const named = claims.flatMap(({ operation: { query } }) =>
    query === "all" ? allOptions : query === "none" ? [] : query,
  );
  const order = [...queryOptions.keys()];
  const rank = (name: string): number => (order.indexOf(name) + order.length) % order.length;
  return [...new Set(named)].filter((name) => OPTION_NAME.test(name)).sort((a, b) => rank(a) - rank(b));
}

const OPTION_NAME = /^[\w.-]+$/;
/** Those that the generated package has for an operation that takes all, in the order of the table. */
const allOptions = [...queryOptions].flatMap(([name, { member }]) =>
  member !== undefined || name === "select" || name === "expand" ? [name] : [],
);

/** The components of the options that `parameters` refer to. */
export function optionComponents(used: ReadonlySet<string>): Readonly<Record<string, ParameterObject>> {
  const names = [...used].filter((name) => name.startsWith(OPTION)).sort();
  return Object.fromEntries(names.map((name) => [name, optionComponent(name.slice(OPTION.length))]));
}

function optionComponent(name: string): ParameterObject {
  const { schema = { type: "string" }, says } = optionSchemas.get(name) ?? {};
  return {
    name: `$${name}`,
    in: "query",
    ...(says !== undefined && { description: says }),
    ...(schema.type === "array" && { style: "form", explode: false }),
    schema,
  };
}

/** OpenAPI has other places for these. */
const elsewhere: ReadonlySet<string> = new Set(["authorization", "accept", "content-type"]);

function headersOf({ claims }: Call): ParameterObject[] {
  const found = new Map<string, Documented<Header>>();
  for (const { operation } of claims)
    for (const header of operation.headers) {
      const id = header.name.toLowerCase();
      if (!found.has(id) && !elsewhere.has(id)) found.set(id, header);
    }
  return [...found].map(([id, header]) => ({
    name: header.name,
    in: "header",
    ...(claims.every(({ operation }) => requires(operation.headers, id)) && { required: true }),
    ...description(header.description),
    schema: { type: "string" },
  }));
}

function requires(headers: readonly Documented<Header>[], id: string): boolean {
  return headers.some(({ name, required }) => required && name.toLowerCase() === id);
}
