/** `docwright/remark`: the findings of `check` in an editor, over the protocol that editors speak. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { VFile } from "vfile";
import docwrightRemark from "../generator/cli/remark.js";
import { Editor, type Diagnostic } from "./helpers/editor.js";
import { root } from "./helpers/npm.js";
import { parcels } from "./helpers/parcels.js";
import { docwright } from "./helpers/run.js";
import { inFolder, put } from "./helpers/temporary.js";

const remark = suite("remark plugin");

const get = parcels["api/parcel-get.md"] ?? "";
/** What only the page of the type tells, a slip of the page itself, and an old one. */
const slip = get.replace('"weight": 3', '"weigth": 3').replace('"state": "sent"', '"state": "sent",');
const old = (parcels["api/parcel-post.md"] ?? "").replace('"state": "sent"', '"state": "gone"');

function docsIn(folder: string): string {
  for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
  put(folder, {
    "docs/api/parcel-get.md": slip,
    "docs/api/parcel-post.md": old,
    "docwright-baseline.jsonl": '["docwright-baseline",1]\n["api/parcel-post.md","example-enum","parcel.state"]\n',
    "docwright.config.json": '{ "docs": "docs", "rules": { "json-invalid": "error" } }',
  });
  return join(folder, "docs/api/parcel-get.md");
}

const told = ({ code, severity, range: { start } }: Diagnostic): string =>
  `${start.line + 1}:${start.character + 1} ${severity} ${code}`;

remark("says of each page what check says of it, with severities of the configuration and the baseline", () =>
  inFolder(async (folder) => {
    docsIn(folder);
    const { output } = await docwright(folder, "check", "--format", "json");
    const { findings, baselined } = JSON.parse(output);
    assert.equal([findings.length, baselined.length], [2, 1]);
    for (const path of Object.keys(parcels)) {
      const file = new VFile({
        cwd: folder,
        path: join("docs", path),
        value: path.endsWith("-get.md") ? slip : path.endsWith("-post.md") ? old : (parcels[path] ?? ""),
      });
      await unified().use(remarkParse).use(docwrightRemark).run(unified().use(remarkParse).parse(file), file);
      const said = file.messages.map(({ line, column, ruleId, fatal }) => [line, column, ruleId, fatal]);
      const levels = { error: true, warning: false, info: undefined };
      const ofPage = (
        list: { page: string; line: number; column: number; rule: string; severity: keyof typeof levels }[],
      ) => list.filter(({ page }) => page === path);
      assert.equal(said, [
        ...ofPage(findings).map(({ line, column, rule, severity }) => [line, column, rule, levels[severity]]),
        ...ofPage(baselined).map(({ line, column, rule }) => [line, column, rule, undefined]),
      ]);
    }
  }),
);

remark("is quiet about files that are no pages of the docs", () =>
  inFolder(async (folder) => {
    docsIn(folder);
    put(folder, { "notes.md": slip });
    const file = new VFile({ cwd: folder, path: "notes.md", value: slip });
    await unified().use(remarkParse).use(docwrightRemark).run(unified().use(remarkParse).parse(file), file);
    assert.equal(file.messages, []);
  }),
);

remark("in an editor: at once while a page is written, all of it when it is saved, with quick fixes", () =>
  inFolder(async (folder) => {
    const path = docsIn(folder);
    put(folder, {
      ".remarkrc.json": '{ "plugins": ["./plugin.mjs"] }',
      "plugin.mjs": `export { default } from ${JSON.stringify(pathToFileURL(join(root, "generator/cli/remark.ts")).href)};\n`,
    });
    await using editor = new Editor(folder);
    await editor.ready();

    const opened = await editor.open(path, slip);
    assert.equal(opened.map(told).sort(), [
      `${lineOf(slip, '"weigth"')}:3 2 example-property`,
      `${lineOf(slip, '"state"')}:18 1 json-invalid`,
    ]);
    assert.ok(opened.every(({ source }) => source === "docwright"));

    // the comma is gone; what needs the page of the type is as it was
    const mended = slip.replace('"sent",', '"sent"');
    const written = await editor.change(path, mended);
    assert.equal(
      written.map(({ code }) => code),
      ["example-property"],
    );
    assert.match(written[0]?.message ?? "", "(When the page was saved last.)");

    writeFileSync(path, get);
    assert.equal(await editor.change(path, get), []);

    const type = join(folder, "docs/resources/parcel.md");
    const misspelt = (parcels["resources/parcel.md"] ?? "").replace(
      /parcelState\|How far .*/,
      "parcelStaet|How far it has come.|",
    );
    writeFileSync(type, misspelt);
    const [unknown] = await editor.open(type, misspelt);
    assert.is(unknown?.code, "type-unknown");
    assert.equal(unknown && (await editor.fixes(type, unknown)), ["parcelState"]);
  }),
);

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

remark.run();
