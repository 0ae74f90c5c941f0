/** Every format is taken apart again: all of them tell the same findings, whatever is in their words. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Checked, CheckedFinding } from "../../generator/findings/checked.js";
import { formats, type FormatName } from "../../generator/findings/formats/formats.js";
import { pretty } from "../../generator/findings/formats/pretty.js";
import { checkedWith, found } from "../helpers/checked.js";
import { sarifSchema } from "../helpers/sarif-schema.js";

const suiteOfFormats = suite("formats of check");
const { default: withFormats } = addFormats;
const ajv = withFormats(new Ajv2020({ strict: false }));
const sarifFlaws = flawsBy(sarifSchema);
const jsonFlaws = flawsBy(JSON.parse(readFileSync("templates/schemas/check.json", "utf8")));

/** What a value lacks of a schema. */
function flawsBy(schema: object): (value: unknown) => readonly unknown[] {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/** Paths, sentences and symbols with everything that means something in one of the formats. */
const odd = checkedWith(
  [
    found({ severity: "error", line: 3, column: 7, end: { line: 3, column: 12 } }),
    found({ line: 4, symbol: "a", message: "It is 100% wrong: a, b; [c](1) {0} ] and %0A." }),
    found({ line: 5, symbol: "b", message: "Two\r\nlines.\n::error::not a command ##[error]nor that ##vso[x]y" }),
    found({ line: 6, symbol: "c", severity: "info", message: "A hint." }),
    found({ page: "api/with space [and] brackets%2C,ä;:.md", line: 7, column: 2, end: { line: 9, column: 1 } }),
    found({
      line: 8,
      symbol: "d",
      related: [
        { page: "resources/parcel.md", path: "docs/resources/parcel.md", line: 2, column: 3, message: "Here." },
      ],
    }),
    found({ line: 9, symbol: "old", state: "baselined" }),
    found({ line: 10, symbol: "meant", state: "suppressed", reason: "the service does" }),
    found({ line: 11, symbol: "other", state: "old" }),
  ],
  {},
  { "docs/api/parcel-get.md": "# Get parcel\n" },
);

const placeOf = ({ path, line, rule, severity }: Pick<CheckedFinding, "path" | "line" | "rule" | "severity">): string =>
  `${path}:${line} ${rule} ${severity}`;
const expected = odd.findings
  .filter(({ state }) => state === "new")
  .map(placeOf)
  .sort();

/** The places, rules and severities that a text tells. */
const apart: Readonly<Record<Exclude<FormatName, "summary" | "badge">, (text: string) => string[]>> = {
  pretty: (text) =>
    [...text.matchAll(/^(docs\S.*?):(\d+):\d+ (error|warning|info) .*\(([a-z-]+)\)$/gm)].map(
      ([, path, line, severity, rule]) => `${path}:${line} ${rule} ${severity}`,
    ),
  json: (text) => JSON.parse(text).findings.map(placeOf),
  github: (text) =>
    [...text.matchAll(/^::(error|warning|notice) (.*?)::/gm)].map(([, kind = "", written = ""]) => {
      const values = Object.fromEntries(written.split(",").map((each) => each.split("=").map(decodeURIComponent)));
      return `${values["file"]}:${values["line"]} ${values["title"]} ${kind === "notice" ? "info" : kind}`;
    }),
  azure: (text) => [
    ...[...text.matchAll(/^##vso\[task\.logissue (.*?)\]/gm)].map(([, written = ""]) => {
      const values = Object.fromEntries(
        written
          .split(";")
          .map((each) => each.split("=").map((one) => decodeURIComponent(one.replaceAll("%AZP25", "%25")))),
      );
      return `${values["sourcepath"]}:${values["linenumber"]} ${values["code"]} ${values["type"]}`;
    }),
    ...[...text.matchAll(/^(\S+):(\d+):\d+ info .*\((\S+)\)$/gm)].map(
      ([, path, line, rule]) => `${path}:${line} ${rule} info`,
    ),
  ],
  gitlab: (text) =>
    JSON.parse(text).map(
      (issue: { severity: string; check_name: string; location: { path: string; lines: { begin: number } } }) => {
        const severity = { major: "error", minor: "warning", info: "info" }[issue.severity];
        return `${issue.location.path}:${issue.location.lines.begin} ${issue.check_name} ${severity}`;
      },
    ),
  sarif: (text) =>
    JSON.parse(text).runs[0].results.map(
      (result: {
        ruleId: string;
        level: string;
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
      }) => {
        const place = result.locations[0]?.physicalLocation;
        const path = decodeURIComponent(place?.artifactLocation.uri ?? "");
        return `${path}:${place?.region.startLine} ${result.ruleId} ${result.level === "note" ? "info" : result.level}`;
      },
    ),
  html: (text) => {
    const [, packed = ""] = /id="index">([^<]*)</.exec(text) ?? [];
    const { pages, findings, rules } = JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString());
    return findings
      .filter(({ state }: { state: string }) => state === "new")
      .map(({ page, rule, line, severity }: { page: number; rule: number; line: number; severity: string }) => {
        return `${pages[page].file}:${line} ${rules[rule].id} ${severity}`;
      });
  },
};

for (const [name, takeApart] of Object.entries(apart)) {
  suiteOfFormats(`${name} tells each new finding once, with its place, rule and severity`, () => {
    // what is shown of a rule is cut short for people only
    const text = name === "pretty" ? pretty(odd, { all: true }) : formats[name as FormatName](odd);
    assert.equal(takeApart(text).sort(), expected);
    assert.is(text.at(-1), "\n");
  });
}

suiteOfFormats("no text of a page is a command: neither in a line of its own nor within another", () => {
  for (const [name, format] of Object.entries(formats)) {
    const lines = format(odd).split("\n");
    const ours = /^(?:::(?:error|warning|notice) file=|##vso\[task\.logissue type=)/;
    const commands = lines.filter((line) => /^\s*::|##\w*\[/.test(line.replace(ours, "")));
    assert.equal(commands, [], name);
  }
});

suiteOfFormats("json fits its published schema, and holds what is set aside as well", () => {
  const stale = [{ page: "api/a.md", rule: "example-type", symbol: "x", path: "docwright-baseline.jsonl", line: 2 }];
  const change = { kind: "new-since", ref: "main", pages: ["api/parcel-get.md"] } as const;
  const made = JSON.parse(formats.json({ ...odd, stale, change }));
  assert.equal(jsonFlaws(made), []);
  assert.equal([made.baselined.length, made.suppressed.length, made.stale.length], [1, 1, 1]);
  assert.is(made.suppressed[0].reason, "the service does");
  assert.ok(jsonFlaws({ ...made, findings: [{ rule: "x" }] }).length > 0);
});

suiteOfFormats("SARIF fits its schema, formats included; places are relative, links and placeholders are text", () => {
  const made = JSON.parse(formats.sarif(odd));
  assert.equal(sarifFlaws(made), []);
  const texts: string[] = made.runs[0].results.map(({ message }: { message: { text: string } }) => message.text);
  assert.ok(texts.some((text) => text.includes(String.raw`[c\](1) {{0}} ] and`)));
  made.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = "d:/docs/a b.md";
  assert.ok(sarifFlaws(made).length > 0);
});

suiteOfFormats("a fingerprint stays when a finding moves or is worded anew, and no two are equal", () => {
  const prints = (checked: Checked): string[] =>
    JSON.parse(formats.gitlab(checked)).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  const moved = checkedWith(odd.findings.map((one) => ({ ...one, line: one.line + 20, message: "Said otherwise." })));
  assert.equal(prints(moved).sort(), prints(odd).sort());
  assert.is(new Set(prints(odd)).size, expected.length);
});

const many = checkedWith(
  Array.from({ length: 6000 }, (_, index) =>
    found({
      page: `api/page${index % 40}.md`,
      path: `docs/api/page${index % 40}.md`,
      line: index + 1,
      symbol: `s${index}`,
      rule: index % 2 === 0 ? "example-type" : "unread-table",
      severity: index >= 5950 ? "error" : index % 2 === 0 ? "warning" : "info",
      message: `${"A long sentence with 100% sign. ".repeat(200)}${index}`,
    }),
  ),
);

suiteOfFormats(
  "github: ten of a kind, the gravest from different pages, each within 4,096 characters; the rest is counted",
  () => {
    const text = formats.github(many);
    const commands = text.split("\n").filter((line) => line.startsWith("::"));
    assert.is(commands.filter((line) => line.startsWith("::error ")).length, 10);
    assert.is(commands.filter((line) => line.startsWith("::warning ")).length, 10);
    assert.is(commands.length, 20);
    assert.is(new Set(commands.slice(0, 10).map((line) => /file=([^,]+)/.exec(line)?.[1])).size, 10);
    for (const line of commands) {
      const message = line.slice(line.indexOf("::", 2) + 2);
      assert.ok(message.length <= 4096);
      assert.not.match(message, /%(?!25)/);
    }
    assert.match(text, "5,980 findings more: see the job summary");
  },
);

suiteOfFormats("the job summary keeps below 900 KiB, with the counts of every rule", () => {
  const text = formats.summary(many);
  assert.ok(Buffer.byteLength(text) <= 900 * 1024);
  assert.match(text, "| error | unread-table |");
  assert.match(text, "npx docwright check");
  const linked = formats.summary(checkedWith([found({ line: 12 })], { source: "https://github.com/o/r/blob/abc/" }));
  assert.match(linked, "(https://github.com/o/r/blob/abc/docs/api/parcel-get.md?plain=1#L12)");
});

suiteOfFormats("SARIF holds the 5,000 gravest, and says how many it leaves out", () => {
  const [run] = JSON.parse(formats.sarif(many)).runs;
  assert.is(run.results.length, 5000);
  assert.is(run.results.filter(({ level }: { level: string }) => level === "error").length, 50);
  assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, "1,000 findings more");
  assert.equal(sarifFlaws(JSON.parse(formats.sarif(many))), []);
});

suiteOfFormats(
  "pretty shows the line with a caret below what is wrong, three sentences a rule, and repeats none",
  () => {
    const page = "docs/api/parcel-get.md";
    const texts = { [page]: 'one\n\n{ "weight": "heavy" }\n' };
    const same = Array.from({ length: 5 }, (_, index) => found({ line: 10 + index, symbol: `s${index}` }));
    const others = ["b", "c", "d"].map((word, index) => found({ line: 20 + index, symbol: word, message: word }));
    const place = found({ line: 3, column: 13, end: { line: 3, column: 20 }, rule: "example-enum" });
    const text = pretty(checkedWith([place, ...same, ...others], {}, texts));
    assert.match(text, '    3 | { "weight": "heavy" }\n      |             ^^^^^^^\n');
    assert.match(text, "  and 4 places more of the same");
    assert.is(text.match(/\(example-type\)$/gm)?.length, 3);
    assert.match(text, "warning  example-type  8  on 1 page   ".trimEnd());
    const all = pretty(checkedWith([place, ...same, ...others], {}, texts), { all: true });
    assert.is(all.match(/\(example-type\)$/gm)?.length, 8);
    assert.not.match(pretty(checkedWith([place]), { quiet: true }), "docs/api");
  },
);

suiteOfFormats("pretty ends with what to do next where the check fails, and only there", () => {
  const failing = pretty(checkedWith([found({ rule: "permissions-missing", severity: "error" })]));
  assert.match(failing, "Fails because of errors. `docwright rules permissions-missing`");
  assert.not.match(pretty(checkedWith([found({})])), "Fails");
});

suiteOfFormats.run();
