/** How the body of an example fits the declared types, and what a reader of the page is told where it does not. */
import { locateJson } from "../../shared/json/locate.js";
import { respelling, type Finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";
import type { Fit } from "../api.js";
import { visitBody, type CheckedBody } from "./bodies.js";
import { typeInWords } from "../describe.js";
import { saysOfBody } from "../bodies/body-source.js";
import type { Docs } from "../types/docs.js";
import { fitOf } from "./fit.js";
import { isObject } from "../../shared/json/json.js";
import { shortName } from "../../shared/names.js";
import { asked } from "../../shared/suggest.js";
import type { TypeTable } from "../types/type-table.js";
import type { Misfit } from "./misfit.js";
import { declaredAt, meantBy, membersOf, namesMeant, rangeOfKey, rangeOfText, spelt } from "./meant.js";

const MAX_SHOWN = 60;
const MAX_NAMES = 3;

/** What lacks a property where no type does. */
const WRITTEN_OUT = { request: "the table of the request body", response: "the documented answer" } as const;
const NUMBER = /^\d+\.\d+$/;
const DOTS = /\[\s*(?:\.{3}|…)\s*\]/;

/** What machine-written examples put where a value should be. */
const PLACEHOLDER =
  /^(?:string|boolean|double|single|decimal|guid|date|binary|integer|int(?:16|32|64)?|number|[\w.-]+-value|@odata\.type:.*|\{.*\})$/i;

/** How well a body fits what it is declared to be; what does not fit is reported and added to `findings`. */
export function bodyFit(checked: CheckedBody, docs: Docs, types: TypeTable, findings: Finding[]): Fit {
  const misfits = visitBody(checked, types).misfits.filter((misfit) => !isBound(misfit, checked));
  const meant = namesMeant(misfits, checked, docs);
  const spelling = (misfit: Misfit): string | undefined => spelt(misfit, checked, types);
  const groups = new Map<string, Misfit[]>();
  for (const misfit of misfits) {
    if (misfit.kind === "missing" && misfit.path.length === 0 && meant.has(misfit.name)) continue;
    if (isEmptyOnPurpose(misfit, checked)) continue;
    const key = cause(misfit, spelling(misfit));
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
function cause(misfit: Misfit, spelling: string | undefined): string {
  const { kind, owner, name, value, expected } = misfit;
  if (isPlaceholderMisfit(misfit) && spelling === undefined) return "placeholder";
  if (kind === "extra" || kind === "missing") return `${kind} ${owner} ${spelling !== undefined}`;
  if (typeof value === "string" && NUMBER.test(value)) return `${kind} ${value}`;
  // the `@odata.type` of two objects: each stands for another type
  return kind === "enum" && expected.kind === "object"
    ? `${kind} ${owner}.${name} ${expected.name}`
    : `${kind} ${owner}.${name}`;
}

/** `[...]`, which stands for what is left out, and a body `{}` where the page says that it may be: readers see what is meant. */
function isEmptyOnPurpose({ kind, path, value }: Misfit, { body, declared, page }: CheckedBody): boolean {
  if (kind !== "type" || typeof value !== "object" || value === null || Object.keys(value).length > 0) return false;
  if (Array.isArray(value)) return body.repaired && DOTS.test(body.text);
  return (
    path.length === 0 && declared.kind === "request" && (page.body?.prose ?? []).some(({ text }) => text.includes("{}"))
  );
}

/** `"printer@odata.bind": "https://…"` stands for a required `printer`. */
function isBound({ kind, name, path }: Misfit, { body: { value } }: CheckedBody): boolean {
  return kind === "missing" && path.length === 0 && isObject(value) && Object.hasOwn(value, `${name}@odata.bind`);
}

function isPlaceholderMisfit({ kind, value }: Misfit): boolean {
  if (typeof value !== "string" || (kind !== "enum" && kind !== "type")) return false;
  return PLACEHOLDER.test(value) || (kind === "enum" && value === "");
}

function reportMisfits(
  group: readonly Misfit[],
  checked: CheckedBody,
  docs: Docs,
  types: TypeTable,
): Finding | undefined {
  const { page, body, declared } = checked;
  const [first, ...more] = group;
  if (!first) return undefined;
  const place = locateJson(body, [...first.path]);
  const owner = shortName(first.owner);
  const symbol = `${owner}.${first.name}`;
  const names = [...new Set(group.map((misfit) => misfit.name))];
  const name =
    names.length <= MAX_NAMES
      ? names.join(", ")
      : `${names.slice(0, MAX_NAMES).join(", ")} and ${names.length - MAX_NAMES} more`;
  const { called, ...related } = declaredAt(first, types);
  const expected = [...new Set(group.map((misfit) => typeInWords(misfit.expected)))];
  // a link may be called by one type and lead to another: what it leads to is documented
  const isCalledSo =
    first.expected.kind === "object" &&
    typeof first.value === "string" &&
    called?.includes(shortName(first.value)) === true;
  const one = isCalledSo ? undefined : called;
  const type = expected.length === 1 ? (one ?? expected[0] ?? "") : expected.slice(0, MAX_NAMES).join(", ");
  if (isPlaceholderMisfit(first) && spelt(first, checked, types) === undefined)
    return docs.report("example-placeholder", page.path, place, symbol, { name, shown: shownValue(first.value) });
  switch (first.kind) {
    case "beyond":
      return undefined;
    case "missing":
      return declared.kind === "request"
        ? docs.report("example-required", page.path, place, symbol, { name })
        : undefined;
    case "extra":
      return reportExtra({ group: [first, ...more], name, type: owner, symbol, place }, checked, docs, types);
    case "enum":
      return reportEnum({ group: [first, ...more], name, type, symbol, place }, checked, docs, types);
    case "type":
      return docs.report(
        "example-type",
        page.path,
        place,
        symbol,
        {
          name: name === "" || first.path.length === 0 ? "the body" : name,
          shown: shownValue(first.value),
          type,
        },
        related,
      );
  }
}

function reportExtra(
  { group, name, type: owner, symbol, place }: MisfitGroup,
  checked: CheckedBody,
  docs: Docs,
  types: TypeTable,
): Finding | undefined {
  const { page, id, body, declared } = checked;
  const [first] = group;
  const isOwn = first.owner === id;
  if (isOwn && declared.kind === "request" && saysOfBody(page, "besideOthers")) return undefined;
  const alike = group.flatMap((misfit) => spelt(misfit, checked, types) ?? []);
  const isOne = new Set(group.map((misfit) => misfit.name)).size === 1;
  const only = isOne ? meantBy(first, checked, docs, types) : undefined;
  // told by itself: `key-space`
  if (only !== undefined && only === first.name.trim()) return undefined;
  const meant = alike.length > 0 ? [...new Set(alike)].slice(0, MAX_NAMES).join(", ") : only;
  const values = { name, type: isOwn ? WRITTEN_OUT[declared.kind] : owner, suggestion: asked(meant) };
  const details = group.length > 1 ? {} : respelling(rangeOfKey(first.name, body, place), only);
  const habit = alike.length > 0 ? { habit: "letter case of names" } : {};
  return docs.report("example-property", page.path, place, symbol, values, { ...details, ...habit });
}

function reportEnum(
  { group, name, type, symbol, place }: MisfitGroup,
  checked: CheckedBody,
  docs: Docs,
  types: TypeTable,
): Finding {
  const [first] = group;
  const { path } = checked.page;
  const shown = shownValue(first.value);
  const meant = spelt(first, checked, types);
  const edit = group.length > 1 ? {} : respelling(rangeOfText(first.value, checked.body, place), meant);
  if (meant !== undefined) return docs.report("example-case", path, place, symbol, { name, shown, type, meant }, edit);
  const suggestion = asked(docs.suggest(String(first.value), () => membersOf(first, types), path));
  const rule = first.expected.kind === "object" ? "example-discriminator" : "example-enum";
  return docs.report(rule, path, place, symbol, { name, shown, type, suggestion });
}

interface MisfitGroup {
  readonly group: readonly [Misfit, ...Misfit[]];
  readonly name: string;
  readonly type: string;
  readonly symbol: string;
  readonly place: Place;
}

function shownValue(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
