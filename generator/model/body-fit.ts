/** How the body of an example fits the declared types, and what a reader of the page is told where it does not. */
import { locateJson } from "../json.js";
import type { Finding } from "../findings.js";
import type { Fit } from "./api.js";
import { visitBody, type CheckedBody } from "./bodies.js";
import { describe } from "./describe.js";
import type { Docs } from "./docs.js";
import { fitOf, namesOf, type Misfit } from "./fit.js";
import { shortName } from "./names.js";
import { closest } from "./suggest.js";
import type { TypeTable } from "./type-table.js";

const MAX_SHOWN = 60;
const MAX_NAMES = 3;

/** What machine-written examples put where a value should be. */
const PLACEHOLDER = /^(?:string|double|single|decimal|guid|date|binary|int(?:16|32|64)?|\d+\.\d+)$/i;

/** How well a body fits what it is declared to be; what does not fit is reported and added to `findings`. */
export function bodyFit(checked: CheckedBody, docs: Docs, types: TypeTable, findings: Finding[]): Fit {
  const { misfits } = visitBody(checked, types);
  const groups = new Map<string, Misfit[]>();
  for (const misfit of misfits) {
    const key = cause(misfit);
    groups.set(key, [...(groups.get(key) ?? []), misfit]);
  }
  for (const group of groups.values()) {
    const found = reportMisfits(group, checked, docs, types);
    if (found) findings.push(found);
  }
  return fitOf(misfits);
}

/** What misfits have in common to be one finding: the same placeholder in many properties, or the same property in many objects. */
function cause({ kind, owner, name, value }: Misfit): string {
  return typeof value === "string" && PLACEHOLDER.test(value) ? `${kind} ${value}` : `${kind} ${owner}.${name}`;
}

function reportMisfits(
  group: readonly Misfit[],
  { page, body, declared }: CheckedBody,
  docs: Docs,
  types: TypeTable,
): Finding | undefined {
  const [first] = group;
  if (!first) return undefined;
  const place = locateJson(body, [...first.path]);
  const owner = shortName(first.owner);
  const symbol = `${owner}.${first.name}`;
  const names = [...new Set(group.map((misfit) => misfit.name))];
  const name =
    names.length <= MAX_NAMES
      ? names.join(", ")
      : `${names.slice(0, MAX_NAMES).join(", ")} and ${names.length - MAX_NAMES} more`;
  const expected = [...new Set(group.map((misfit) => describe(misfit.expected)))];
  const type = expected.length === 1 ? (expected[0] ?? "") : expected.slice(0, MAX_NAMES).join(", ");
  switch (first.kind) {
    case "beyond":
      return undefined;
    case "missing":
      return declared.kind === "request"
        ? docs.report("example-required", page.path, place, symbol, { name })
        : undefined;
    case "extra":
      return docs.report("example-property", page.path, place, symbol, {
        name,
        type: owner,
        suggestion: closest(first.name, namesOf(first.owner, types)),
      });
    case "enum":
      return docs.report("example-enum", page.path, place, symbol, { name, shown: shown(first.value), type });
    case "type":
      return docs.report("example-type", page.path, place, symbol, {
        name: name === "" ? "the body" : name,
        shown: shown(first.value),
        type,
      });
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
