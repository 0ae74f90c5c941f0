/** The grammar of pages as Markdown: what each part is called, whether it must be there, a good and a bad example, the rule that speaks. */
import { accountWords } from "../dialect/account-words.js";
import { columnWords } from "../dialect/column-words.js";
import type { Dialect } from "../dialect/dialect.js";
import { scalarNames } from "../dialect/scalar-names.js";
import { CALLS, NAMES, OTHER_NAMES, type SectionKind } from "../dialect/section-names.js";
import { rules } from "../findings/rules.js";
import { own } from "../shared/own.js";
import { grammar, type PartGrammar } from "./grammar.js";
import { notationsOf } from "./notation.js";
import { houses, samplePages, type Topic } from "./sample.js";
import { textOf } from "./skeleton.js";
import type { House, PagePart } from "./subject.js";

/** By name: what the guide has a chapter on. */
export const topics: ReadonlyMap<string, string> = new Map([
  ["operation", "The page of an operation that sends something"],
  ["list", "The page of an operation that answers with a list"],
  ["resource", "The page of a type"],
  ["enum", "The page of an enumeration"],
  ["types", "Words for types"],
]);

const NOTATION =
  "In the lists of words, `[x]` may be left out, `(x|y)` is one of the two, `<name>` is one name, `…` any words or none. Letter case never counts.";

/** The whole guide: each topic in each house that differs in it. */
export function wholeGuide(dialects: readonly Dialect[]): string {
  const chapters = dialects.flatMap((dialect) =>
    [...topics.keys()]
      .filter(isPageTopic)
      .map((topic) => chapter(topic, dialect, `${titleOf(topic)}, dialect \`${dialect.name}\``)),
  );
  const intro = [
    "# How a page is written",
    "Made by `docwright guide`, from what the reader itself goes by. `docwright guide <topic>` shows one chapter, `docwright new` writes such a page, `docwright rules <rule>` explains a rule.",
    NOTATION,
  ];
  return `${[...intro, ...chapters, typesChapter(dialects)].join("\n\n")}\n`;
}

/** One chapter. */
export function guideOn(topic: string, dialect: Dialect): string {
  if (!isPageTopic(topic)) return `${typesChapter([dialect])}\n`;
  return `${[chapter(topic, dialect, titleOf(topic)), NOTATION].join("\n\n")}\n`;
}

export function isPageTopic(topic: string): topic is Topic {
  return topics.has(topic) && topic !== "types";
}

function titleOf(topic: string): string {
  return topics.get(topic) ?? topic;
}

function chapter(topic: Topic, dialect: Dialect, title: string): string {
  const { path, parts } = samplePages(houseOf(dialect))[topic];
  const isNew = ({ id }: PagePart): boolean =>
    topic === "operation" || topic !== "list" || id === "query" || id === "response";
  const sections = parts.filter(isNew).map((part) => section(part, dialect));
  return [`## ${title}`, `\`${path}\`, as a whole:`, block(textOf(parts)), ...sections].join("\n\n");
}

/** The house that writes in a dialect: one of the two that are built in, or what a configuration makes of it. */
export function houseOf({ permissions }: Dialect): House {
  return permissions === "always" ? houses.graph : houses.plain;
}

function section({ id, text }: PagePart, dialect: Dialect): string {
  const part = grammar[id];
  const slips = part.slips.filter(({ from }) => text.includes(from));
  return [
    `### ${part.name}`,
    part.says,
    facts(part, dialect).join("\n"),
    "Good:",
    block(text),
    ...slips.flatMap(({ rule, from, to }) => [
      `Bad; ${rules[rule].severity} \`${rule}\`: ${rules[rule].fix}`,
      block(text.replace(from, () => to)),
    ]),
  ].join("\n\n");
}

function facts({ required, section, columns, accounts }: PartGrammar, dialect: Dialect): string[] {
  return [
    `- Required: ${required}.`,
    ...(section ? [`- Headings: ${coded(headingsOf(section, dialect))}`] : []),
    ...(columns ?? []).map(
      (column) => `- Column for the ${columnNames[column] ?? column}: ${coded(notationsOf(columnWords[column]))}`,
    ),
    ...(accounts ? accountFacts() : []),
  ];
}

const columnNames: Readonly<Partial<Record<keyof typeof columnWords, string>>> = {
  property: "name",
  member: "value",
  required: "word whether it must be there",
  location: "place where it is sent",
};

/** Headings of a section, those of the dialect first. */
export function headingsOf(kind: SectionKind, { headings }: Dialect): readonly string[] {
  const known = [...NAMES, ...OTHER_NAMES].filter(([of]) => of === kind).map(([, words]) => words);
  return [...(own(headings, kind) ?? []), ...[...known, ...(kind === "request" ? [CALLS] : [])].flatMap(notationsOf)];
}

function accountFacts(): string[] {
  const { delegated, personal, application, leastFirst, mostFirst } = accountWords;
  return [
    `- Rows for people: ${coded(notationsOf(delegated))}; for their own accounts with ${coded(notationsOf(personal))}`,
    `- Row for applications: ${coded(notationsOf(application))}`,
    `- Order, in the header row: ${coded([...notationsOf(leastFirst), ...notationsOf(mostFirst)])}`,
  ];
}

function typesChapter(dialects: readonly Dialect[]): string {
  const names = new Map<string, string[]>();
  for (const [word, name] of [
    ...Object.entries(scalarNames),
    ...dialects.flatMap(({ scalars }) => Object.entries(scalars)),
  ])
    names.set(name, [...(names.get(name) ?? []), word]);
  return [
    "## Words for types",
    "Several of a type: `x collection`, `Collection(x)`, `x[]`, `array of x`, `list of x`. One of several: `x or y`. By name: `map of x`. Any JSON: `Json`, `object`. Another type: its name, or a link to its page. Rule: `type-cell`.",
    ["|Type|Words|", "|:---|:---|", ...[...names].map(([name, words]) => `|${name}|${coded(words)}|`)].join("\n"),
  ].join("\n\n");
}

function coded(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}

function block(text: string): string {
  return `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\``;
}
