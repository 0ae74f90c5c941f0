/** How the body of an example fits the declared types, and what a reader of the page is told where it does not. */
import { locateJson } from "../../shared/json/locate.js";
import { rangeOfWord, respelling, type Finding } from "../../findings/rules.js";
import { type Place, type Range } from "../../shared/place.js";
import type { Fit } from "../api.js";
import { visitBody, type CheckedBody, type JsonBody } from "./bodies.js";
import { typeInWords } from "../describe.js";
import type { Docs } from "../types/docs.js";
import { fitOf, propertyNames } from "./fit.js";
import { typeNames } from "../types/discriminator.js";
import { isObject } from "../../shared/json/json.js";
import { shortName } from "../../shared/names.js";
import { asked } from "../../shared/suggest.js";
import type { TypeTable } from "../types/type-table.js";
import type { Misfit } from "./misfit.js";

const MAX_SHOWN = 60;
const MAX_NAMES = 3;

/** What lacks a property where no type does. */
const WRITTEN_OUT = { request: "the table of the request body", response: "the documented answer" } as const;
const NUMBER = /^\d+\.\d+$/;

/** What machine-written examples put where a value should be. */
const PLACEHOLDER =
  /^(?:string|boolean|double|single|decimal|guid|date|binary|integer|int(?:16|32|64)?|number|[\w.-]+-value|@odata\.type:.*|\{.*\})$/i;

/** How well a body fits what it is declared to be; what does not fit is reported and added to `findings`. */
export function bodyFit(checked: CheckedBody, docs: Docs, types: TypeTable, findings: Finding[]): Fit {
  const misfits = visitBody(checked, types).misfits.filter((misfit) => !isBound(misfit, checked));
  const meant = namesMeant(misfits, checked, docs);
  const groups = new Map<string, Misfit[]>();
  for (const misfit of misfits) {
    if (misfit.kind === "missing" && misfit.path.length === 0 && meant.has(misfit.name)) continue;
    const key = cause(misfit);
    const group = groups.get(key) ?? [];
    group.push(misfit);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    const found = reportMisfits(group, checked, docs, types);
    if (found) findings.push(found);
  }
  return fitOf(misfits);
}

/** How well a body fits that may be something else: what does not fit is no finding, and then it tells nothing. */
export function quietFit(checked: CheckedBody, types: TypeTable): Fit {
  const fit = fitOf(visitBody(checked, types).misfits);
  return fit === "unfit" ? "none" : fit;
}

/** What misfits have in common to be one finding: placeholders, what one type lacks, the same property in many objects. */
function cause(misfit: Misfit): string {
  const { kind, owner, name, value } = misfit;
  if (isPlaceholderMisfit(misfit)) return "placeholder";
  if (kind === "extra" || kind === "missing") return `${kind} ${owner}`;
  return typeof value === "string" && NUMBER.test(value) ? `${kind} ${value}` : `${kind} ${owner}.${name}`;
}

/** Names of the page's own table that undocumented names of the body are most like: `goal` stands for a required `Goal`. */
function namesMeant(misfits: readonly Misfit[], checked: CheckedBody, docs: Docs): ReadonlySet<string> {
  if (!misfits.some(({ kind }) => kind === "missing")) return new Set();
  const extra = misfits.filter(({ kind, path }) => kind === "extra" && path.length === 1);
  const own = declaredNames(checked);
  return new Set(extra.flatMap(({ name }) => docs.suggest(name, () => own, checked.page.path) ?? []));
}

/** Names in the page's table of the body. */
function declaredNames({ declared }: CheckedBody): readonly string[] {
  return declared.kind === "request" && declared.body.kind === "json"
    ? (declared.body.properties ?? []).map(({ name }) => name).sort()
    : [];
}

/** `"printer@odata.bind": "https://…"` stands for a required `printer`. */
function isBound({ kind, name, path }: Misfit, { body: { value } }: CheckedBody): boolean {
  return kind === "missing" && path.length === 0 && isObject(value) && Object.hasOwn(value, `${name}@odata.bind`);
}

function isPlaceholderMisfit({ kind, value }: Misfit): boolean {
  return (kind === "enum" || kind === "type") && typeof value === "string" && PLACEHOLDER.test(value);
}

function reportMisfits(
  group: readonly Misfit[],
  checked: CheckedBody,
  docs: Docs,
  types: TypeTable,
): Finding | undefined {
  const { page, id, body, declared } = checked;
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
  const expected = [...new Set(group.map((misfit) => typeInWords(misfit.expected)))];
  const type = expected.length === 1 ? (expected[0] ?? "") : expected.slice(0, MAX_NAMES).join(", ");
  if (isPlaceholderMisfit(first))
    return docs.report("example-placeholder", page.path, place, symbol, { name, shown: shownValue(first.value) });
  switch (first.kind) {
    case "beyond":
      return undefined;
    case "missing":
      return declared.kind === "request"
        ? docs.report("example-required", page.path, place, symbol, { name })
        : undefined;
    case "extra": {
      const meant = names.length > 1 ? undefined : meantBy(first, checked, docs, types);
      const values = { name, type: first.owner === id ? WRITTEN_OUT[declared.kind] : owner, suggestion: asked(meant) };
      const details = group.length > 1 ? {} : respelling(rangeOfKey(first.name, body, place), meant);
      return docs.report("example-property", page.path, place, symbol, values, details);
    }
    case "enum":
      return docs.report("example-enum", page.path, place, symbol, {
        name,
        shown: shownValue(first.value),
        type,
        suggestion: asked(docs.suggest(String(first.value), () => membersOf(first, types), page.path)),
      });
    case "type":
      return docs.report("example-type", page.path, place, symbol, {
        name: name === "" || first.path.length === 0 ? "the body" : name,
        shown: shownValue(first.value),
        type,
      });
  }
}

/** Where a name stands between its quotation marks; undefined where it is written in another way. */
function rangeOfKey(name: string, { text, place: start }: JsonBody, place: Place): Range | undefined {
  const line = text.split("\n")[place.line - start.line] ?? "";
  const before = place.line === start.line ? start.column - 1 : 0;
  return line.startsWith(`"${name}"`, place.column - 1 - before) ? rangeOfWord(name, `"${name}"`, place) : undefined;
}

/** The documented name that a property without one stands for: of the table of the body, or of its type. */
function meantBy(
  { name, owner, path }: Misfit,
  { page, id, declared }: CheckedBody,
  docs: Docs,
  types: TypeTable,
): string | undefined {
  const ofTable = declared.kind === "request" && declared.body.kind === "json" && owner === id && path.length === 1;
  const rows = ofTable ? (declared.body.properties ?? []).map((row) => row.name) : undefined;
  return docs.suggest(name, () => rows ?? propertyNames(owner, types), page.path);
}

function membersOf({ expected }: Misfit, types: TypeTable): readonly string[] {
  if (expected.kind === "literals") return expected.values;
  if (expected.kind === "object") return typeNames(expected.name, types).map((name) => `#${name}`);
  const members = expected.kind === "enum" ? types.enums.get(expected.name)?.members : undefined;
  return members?.map((member) => member.name) ?? [];
}

function shownValue(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
