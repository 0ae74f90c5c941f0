/** Why something of an operation is required, may be null or is left out: told by the same words that decided it. */
import { own } from "../own.js";
import { jsonLocator, type Locate } from "../json-locate.js";
import type { Place } from "../findings.js";
import type { HttpRequest, Page, Row } from "../read/page.js";
import type { Evidence, Operation, TypeRef } from "./api.js";
import { isObject } from "./json-representation.js";
import { camel } from "./names.js";
import { signals } from "./properties.js";

type Part = Pick<Operation, "body" | "headers" | "parameters" | "routes">;
type Say = (of: string, about: string, because: string, place: Place) => Evidence;

/** Evidence for the parameters, headers and body of an operation in their order; `requests` are those of its examples. */
export function evidenceOf(page: Page, operation: Part, requests: readonly HttpRequest[]): readonly Evidence[] {
  const say: Say = (of, about, because, place) => ({ of, about, because, page: page.path, place });
  return [
    ...parameterEvidence(operation, say),
    ...headerEvidence(page, operation, requests, say),
    ...bodyEvidence(page, operation, requests, say),
  ];
}

function parameterEvidence({ parameters, routes }: Part, say: Say): readonly Evidence[] {
  return parameters.flatMap(({ name, documented, required }) => {
    const route = routes.find((one) => one.parameters.includes(name));
    if (!route) return [];
    const isWritten = camel(route.documented).toLowerCase().includes(camel(documented).toLowerCase());
    const line = isWritten ? "the request line has it" : "only an example's URL or a table has it";
    const asOption = route.documented.includes("[") ? "the request line has it in brackets" : "its row says so";
    const because = required || !isWritten ? line : asOption;
    return [say(`where.${name}`, required ? "required" : "optional", because, route.place)];
  });
}

function headerEvidence(
  page: Page,
  { headers }: Part,
  requests: readonly HttpRequest[],
  say: Say,
): readonly Evidence[] {
  const rows = rowsOf(page.headers).map((row) => ({ row, text: row.name.text.toLowerCase() }));
  return headers.flatMap(({ name, required }): Evidence[] => {
    const lower = name.toLowerCase();
    const row = rows.find(({ text }) => text.includes(lower))?.row;
    const of = `header.${name}`;
    if (row) {
      const place = row.description?.place ?? row.place;
      return required ? [say(of, "required", 'the description says "Required"', place)] : [];
    }
    const shown = requests.find((request) => request.headers.some(([key]) => key.toLowerCase() === lower));
    return shown ? [say(of, "optional", "only an example sends it", shown.place)] : [];
  });
}

function bodyEvidence(page: Page, { body }: Part, requests: readonly HttpRequest[], say: Say): readonly Evidence[] {
  if (body?.kind !== "json" || !body.properties) return [];
  const rows = rowsOf(page.body);
  const rowOf = new Map(rows.toReversed().map((row) => [row.name.text, row]));
  const named = new Set(body.properties.map(({ name }) => name));
  const sent = requests.flatMap(({ body }): Sent[] =>
    body.kind === "json" && isObject(body.value) ? [{ value: body.value, locate: jsonLocator(body) }] : [],
  );
  return [
    ...body.properties.flatMap(({ name, required }) => {
      const row = rowOf.get(name);
      return [
        ...(row ? rowEvidence(row, required, say) : addedEvidence(name, sent, page, say)),
        ...nulls(name, sent, say),
      ];
    }),
    ...rows.filter((row) => !named.has(row.name.text)).flatMap((row) => leftOut(row, body.of, say)),
  ];
}

/** A body that an example sends. */
interface Sent {
  readonly value: Readonly<Record<string, unknown>>;
  readonly locate: Locate;
}

/** A row that callers cannot set: its own words say so, or those of the type's page. */
function leftOut(row: Row, of: TypeRef | undefined, say: Say): readonly Evidence[] {
  const here = signals(row).readOnly;
  if (!here && of?.kind !== "object") return [];
  const there = "the page of the type says that it is read-only, or the key";
  const because = here ? "the description says that it is read-only" : there;
  return [say(`body.${row.name.text}`, "left out", because, row.place)];
}

function rowEvidence(row: Row, required: boolean, say: Say): readonly Evidence[] {
  const of = `body.${row.name.text}`;
  const { nullable } = signals(row);
  const place = row.description?.place ?? row.place;
  const column = row.required;
  const why = column ? `the column on that says ${column.text}` : 'the description says "Required"';
  return [
    ...(required ? [say(of, "required", why, column?.place ?? place)] : []),
    ...(nullable === undefined
      ? []
      : [say(of, "nullable", `the description says that it ${nullable ? "can be" : "is never"} null`, place)]),
  ];
}

/** A property that the page's table lacks. */
function addedEvidence(name: string, bodies: readonly Sent[], page: Page, say: Say): readonly Evidence[] {
  const sent = shown(name, bodies, () => true);
  const place = page.body?.place ?? page.title.place;
  return [
    sent
      ? say(`body.${name}`, "optional", "the table lacks it, an example sends it", sent)
      : say(`body.${name}`, "optional", "the table lists required properties only, the type has it", place),
  ];
}

function nulls(name: string, bodies: readonly Sent[], say: Say): readonly Evidence[] {
  const place = shown(name, bodies, (value) => value === null);
  return place ? [say(`body.${name}`, "nullable", "null in an example", place)] : [];
}

/** Where an example sends such a value. */
function shown(name: string, bodies: readonly Sent[], is: (value: unknown) => boolean): Place | undefined {
  return bodies.find(({ value }) => Object.hasOwn(value, name) && is(own(value, name)))?.locate([name]);
}

function rowsOf(section: Page["body"]): readonly Row[] {
  return (section?.tables ?? []).flatMap((table) => table.rows);
}
