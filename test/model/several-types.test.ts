/** Pages that describe several types under headings: which of them a link means, and what each is based on. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, enumOf, findingsOf, propertyOf, typeOf, words } from "./api-of.js";

const several = suite("model/several types");

const contracts = `# Contracts

## Anchor

| Field | Type
|:------|:-----
| weight | int32

## Ship

Extends: [Vessel](#Vessel)

| Field | Type
|:------|:-----
| name | string
| kind | [ShipKind](#ShipKind)
| flag | [Flag](#Flag)
| next | [the next one](#ship)
| lost | [Nowhere](#Nowhere)

## ShipKind

| Enum Value | Notes
|:-----------|:-----
| cargo |
| tanker | Carries liquids.

## Flag

| Field | Type
|:------|:-----
| colour | string

## Vessel

| Field | Type
|:------|:-----
| id | int32
`;

const fleet = apiOf({ "contracts.md": contracts });

several("a link means the type that its anchor names, and never another one of the page", () => {
  const types = ["kind", "flag", "next", "lost"].map((name) => words(propertyOf(fleet, `Ship.${name}`).type));
  assert.equal(types, ["enum ShipKind", "object Flag", "object Ship", "unknown"]);
  assert.ok(findingsOf(fleet).includes("type-unknown Ship.lost"));
});

several("a table whose first column says that it lists an enumeration is that of its heading", () => {
  assert.equal(
    enumOf(fleet, "ShipKind").members.map(({ name }) => name),
    ["cargo", "tanker"],
  );
  // a member needs no words beside it
  assert.not.ok(findingsOf(fleet).some((told) => told.startsWith("table-shape")));
});

several("a base is that of the type whose heading it stands below", () => {
  assert.is(typeOf(fleet, "Ship").base, "Vessel");
  assert.is(typeOf(fleet, "Anchor").base, undefined);
});

several("from another page, too", () => {
  const table = (...rows: readonly string[]): string => ["|Field|Type|", "|:--|:--|", ...rows].join("\n");
  const rows = {
    // what the page is about comes first on it, and is meant without an anchor, by its title, and by what no type is called
    page: ["[the contracts](contracts.md)", "object Anchor"],
    title: ["[the contracts](contracts.md#contracts)", "object Anchor"],
    plain: ["[the contracts](contracts.md#properties)", "object Anchor"],
    // a name that is known counts more than where the link leads
    called: ["[Flag](contracts.md)", "object Flag"],
    elsewhere: ["[Harbour](contracts.md)", "object Harbour"],
    lost: ["[Crane](contracts.md#crane)", "unknown"],
    words: ["[all about cranes](contracts.md#cranes-and-derricks)", "unknown"],
  } as const;
  const text = `# Harbour resource\n\n## Properties\n\n${table(...Object.entries(rows).map(([name, [cell]]) => `|${name}|${cell}|`))}\n`;
  const api = apiOf({ "contracts.md": contracts, "harbour.md": text });
  for (const [name, [, type]] of Object.entries(rows))
    assert.is(words(propertyOf(api, `Harbour.${name}`).type).toLowerCase(), type.toLowerCase(), name);
});

several("a heading above rows of the page's own type is about that type, whatever it is called", () => {
  const table = "|Field|Type|\n|:--|:--|\n";
  const report = `# Harbour report resource\n\n## Calls of the harbour\n\n${table}|calls|Int32|\n\n## Calls that are summed by ship\n\n${table}|ship|String|\n`;
  const link = "[calls that are summed by ship](report.md#calls-that-are-summed-by-ship)";
  const lost = "[calls by night](report.md#calls-by-night)";
  const user = `# Office resource\n\n## Properties\n\n${table}|latest|${link}|\n|lost|${lost}|\n`;
  const api = apiOf({ "report.md": report, "office.md": user });
  assert.is(words(propertyOf(api, "Office.latest").type), "object HarbourReport");
  assert.is(words(propertyOf(api, "Office.lost").type), "unknown");
});

several.run();
