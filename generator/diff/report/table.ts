/** The table of changes as a document. */
import { changeRules } from "../rules/rules.js";
import type { Effect, Rule } from "../rules/rule.js";

const effects: Readonly<Record<Effect, string>> = {
  none: "–",
  red: "red",
  sent: "sent",
  run: "run",
  tests: "tests",
  rare: "rare",
  value: "new value",
  refused: "403",
};

const head = `# What a change of the docs does to users of the package

\`docwright diff\` finds these changes, and gives each to one row only. Made from the rules themselves by \`docwright diff --table --format markdown\`.

- **Callers** send it, **readers** get it. –: nothing happens. red: a program that uses it does not compile any more. sent: it compiles, and sends something else. run: it compiles, and goes wrong. tests: only mocks, snapshots and \`satisfies\` notice. rare: only contrived code notices, which does not count. new value: exhaustive code meets a value that it does not know. 403: the service refuses apps that were let in.
- **Step**: of the version of the package, by semver. Where it depends on how programs meet a type, it says so: a type is read if a result leads to it, written if a body or an address does; of what is both the worse counts. What no operation leads to counts as read. Below 1.0, minor plays major and patch plays minor.
- A house decides about what is marked ⚙: \`--new-values\`, \`--access\`, \`--paging\`. Of docs that promise nothing yet, \`--stability beta\` makes minor steps of major ones.
- A word in braces stands for what changed.
- **Back** is the row of the same change the other way round.
`;

export function rulesTable(): string {
  const all = Object.entries<Rule>(changeRules);
  const areas = [...new Set(all.map(([, { area }]) => area))];
  const parts = areas.map((area) => [
    `## ${area.charAt(0).toUpperCase()}${area.slice(1)}\n`,
    "| rule | change | callers | readers | step | back | what it means |",
    "|:--|:--|:--|:--|:--|:--|:--|",
    ...all.flatMap(([id, rule]) => (rule.area === area ? [row(id, rule)] : [])),
    "",
  ]);
  return `${[head, ...parts.flat()].join("\n").trimEnd()}\n`;
}

function row(id: string, { what, callers, readers, step, mirror, reason, mend, decidedBy }: Rule): string {
  const cells = [
    `\`${id}\``,
    what,
    effects[callers],
    effects[readers],
    `${typeof step === "string" ? step : `${step.read} read, ${step.written} written`}${decidedBy ? " ⚙" : ""}`,
    `\`${mirror}\``,
    (mend === undefined ? reason : `${reason} ${mend}`).replaceAll("{since}", ""),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |`;
}
