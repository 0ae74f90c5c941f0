/** Relationships that are set by the address of what exists: `"members@odata.bind": ["https://…"]`. */
import { code, codeOf, said } from "../../shared/runs.js";
import { isObject } from "../../shared/json/json.js";
import { matchUrl, readAddress } from "../../shared/odata/match.js";
import type { BodyProperty, Evidence, TypeRef } from "../api.js";
import type { BodyRow, BodySource } from "./body-source.js";
import type { Exchange } from "../operations/exchanges.js";
import type { OperationDraft } from "../operations/draft.js";
import type { TypeTable } from "../types/type-table.js";

const BIND = "@odata.bind";
const BINDING = /^[\w.]+@odata\.bind$/u;
const TEXT: TypeRef = { kind: "scalar", name: "String" };

/**
 * With the bindings that examples send. Where a row names such a member it is that row's. What is bound need not be sent itself; the address
 * is required in its place where no example sends the thing.
 */
export function withBindings(rows: readonly BodyRow[], source: BodySource): readonly BodyRow[] {
  const sent = source.requests.flatMap(({ body }) =>
    body.kind === "json" && isObject(body.value) ? Object.entries(body.value) : [],
  );
  const bound = new Map(sent.filter(([name]) => BINDING.test(name)));
  const byName = new Map(rows.map((row) => [row.name, row]));
  const isBound = ({ name }: BodyRow): boolean => bound.has(`${name}${BIND}`) || byName.has(`${name}${BIND}`);
  const added = [...bound].flatMap(([name, value]): BodyRow[] => {
    const property = boundProperty(name);
    const required = byName.get(property)?.required === true && !sent.some(([key]) => key === property);
    return byName.has(name) ? [] : [{ ...binding(name, Array.isArray(value)), required, evidence: [], leftOut: false }];
  });
  return [...rows.map((row) => (isBound(row) ? { ...row, required: false } : row)), ...added];
}

/**
 * With the bindings that examples of other pages send to an operation (members of a group by `PATCH /groups/{id}`, on the page that adds
 * members), and those that its own page only speaks of.
 */
export function withBindingsElsewhere(drafts: readonly OperationDraft[], types: TypeTable): readonly OperationDraft[] {
  const shown = drafts.flatMap(({ exchanges }) => exchanges.flatMap(bindingsSent));
  return drafts.map((draft) => {
    const { operation, page } = draft;
    const { body, method, routes } = operation;
    if (body?.kind !== "json" || !body.properties || body.of?.kind !== "object") return draft;
    const known = new Set(body.properties.map(({ name }) => name));
    const declared = types.properties(body.of.name);
    const sent = shown.filter(
      (one) => one.method === method && routes.some(({ path }) => matchUrl(one.address, path) !== undefined),
    );
    const told = (page.body?.prose ?? []).flatMap((prose) =>
      codeOf(prose)
        .filter((name) => BINDING.test(name))
        .map((name) => ({ name, page: page.path, place: prose.place, from: "words" as const })),
    );
    const added = new Map<string, (typeof told)[number] | (typeof sent)[number]>();
    for (const one of [...told, ...sent])
      if (declared.has(boundProperty(one.name)) && !known.has(one.name) && !added.has(one.name))
        added.set(one.name, one);
    if (added.size === 0) return draft;
    const properties = [...added.keys()].map((name) => {
      const isList = declared.get(boundProperty(name))?.property.type.kind === "collection";
      return { ...binding(name, isList), required: false };
    });
    const evidence = [...added.values()].map(({ name, page: path, place, from }): Evidence => {
      const because = from === "words" ? "the page speaks of it" : "an example of another page sends it";
      return { of: `body.${name}`, about: "optional", says: false, from, because, page: path, place };
    });
    return {
      ...draft,
      operation: {
        ...operation,
        body: { ...body, properties: [...body.properties, ...properties] },
        evidence: [...(operation.evidence ?? []), ...evidence],
      },
    };
  });
}

function bindingsSent({ page, pair: { request } }: Exchange) {
  const { method, body } = request;
  if (body.kind !== "json" || !isObject(body.value)) return [];
  const names = Object.keys(body.value).filter((name) => BINDING.test(name));
  if (names.length === 0) return [];
  const address = readAddress(request.url);
  return names.map((name) => ({ name, method, address, page: page.path, place: body.place, from: "example" as const }));
}

function binding(name: string, isList: boolean): Omit<BodyProperty, "required"> {
  const description = [...said("Sets "), code(boundProperty(name)), ...said(" by the address of what exists.")];
  return { name, type: isList ? { kind: "collection", of: TEXT } : TEXT, nullable: false, description };
}

function boundProperty(name: string): string {
  return name.slice(0, -BIND.length);
}
