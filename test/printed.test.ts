/** Pages, names of files and settings come from strangers: whatever they hold, no terminal and no CI service obeys what docwright prints. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failureLines } from "../generator/cli/report.js";
import { createTerminal } from "../generator/cli/terminal.js";
import { parcels } from "./helpers/parcels.js";
import { docwright, type Outcome } from "./helpers/run.js";
import { contents, inFolder, put } from "./helpers/temporary.js";

const printed = suite("what is printed");

const commands =
  "\n::set-output name=a::b\r\n ::stop-commands::t\u2028##vso[task.complete]\u001b[2J\u009b1m\u202e\u{e0041}";
const obeyed = /^\s*::|##\w*\[|[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/mu;

/** The parcels, where everything that a page can name is called after commands; a page as well where the system allows it. */
function inHostileProject(use: (folder: string) => Promise<void>): () => Promise<void> {
  return () =>
    inFolder((folder) => {
      const name = JSON.stringify(commands).slice(1, -1);
      const get = (parcels["api/parcel-get.md"] ?? "")
        .replace(`"name": "get_parcel"`, `"name": "get_parcel${name}"`)
        .replace("# Get parcel", "# Get ::add-mask::parcel\u001b[2J ##[group]")
        .replace("|Application|Parcel.Read.All|", "|Application|::error::\u001b]0;x\u0007 ##teamcity[x]|")
        .replace(`"weight": 3`, `"::warning::\u001b[31m${name}": 3`);
      put(folder, { ...within("docs", parcels), "docs/api/parcel-get.md": get });
      if (process.platform === "linux") put(folder, { [`docs/api/${commands}.md`]: get, [`docs/::x/a.md`]: "" });
      return use(folder);
    });
}

function within(parent: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${parent}/${path}`, text]));
}

function assertObeyedByNobody({ output, errors }: Outcome): void {
  for (const text of [output, errors]) assert.is(obeyed.exec(text)?.[0], undefined, JSON.stringify(text));
}

printed(
  "findings, and the names of files",
  inHostileProject(async (folder) => {
    const outcome = await docwright(folder, "generate");
    assert.is(outcome.code, 1);
    assert.match(outcome.output, "permission-unreadable");
    assert.match(outcome.output, "\\u{1b}");
    assertObeyedByNobody(outcome);
    assertObeyedByNobody(await docwright(join(folder, "docs"), "generate", "api", "--out", "../other"));
  }),
);

printed(
  "what explain tells of a page, also as JSON, which stays the same",
  inHostileProject(async (folder) => {
    const outcome = await docwright(folder, "explain", "parcel-get");
    assert.match(outcome.output, "Get ::add-mask::parcel\\u{1b}[2J #\\u{23}[group]");
    assertObeyedByNobody(outcome);
    const json = await docwright(folder, "explain", "parcel-get", "--json");
    assertObeyedByNobody(json);
    assert.is(JSON.parse(json.output).operations[0].examples[0].name, `get_parcel${commands}`);
  }),
);

printed(
  "complaints about settings and words",
  inHostileProject(async (folder) => {
    for (const words of [
      ["generate", "--name", commands],
      ["generate", commands],
      ["explain", `${commands}gone`],
      ["rules", commands],
      [commands],
      ["generate", `--${commands}`],
      ["generate", "--docs-url", commands],
    ]) {
      const outcome = await docwright(folder, ...words);
      assert.is(outcome.code, 3, JSON.stringify(words));
      assertObeyedByNobody(outcome);
    }
    put(folder, { "docwright.config.json": JSON.stringify({ [commands]: 1 }) });
    assertObeyedByNobody(await docwright(folder, "generate"));
  }),
);

printed(
  "the titles of generated tests",
  inHostileProject(async (folder) => {
    await docwright(folder, "generate");
    const tests = contents(join(folder, "output"))["test/parcel.test.ts"] ?? "";
    const titles = [...tests.matchAll(/^test\(("(?:[^"\\]|\\.)*")/gm)].map(([, title = ""]): unknown =>
      JSON.parse(title),
    );
    assert.ok(titles.length > 0);
    for (const title of titles) assert.not.match(String(title), /[\p{Cc}\p{Cf}\p{Zl}]/u);
  }),
);

printed("the stack of a bug, which may hold a whole page", () => {
  const sink = { text: "", write: (text: string) => (sink.text += text) };
  const stack = `Error: ${commands}${"x".repeat(100_000)}\n    at read`;
  createTerminal(sink, sink, {}).complain(
    failureLines([{ item: `api/${commands}.md`, stage: "linking", reason: commands, stack }]),
  );
  assert.is(obeyed.exec(sink.text)?.[0], undefined);
  assert.ok(sink.text.length < 3_000);
});

for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc", "docs.example", "//docs.example", ""])
  printed(`an address of the docs that no link may lead to ends with 3: ${url}`, () =>
    inFolder(async (folder) => {
      put(folder, within("docs", parcels));
      const { code, errors } = await docwright(folder, "generate", "--docs-url", url);
      assert.is(code, 3);
      assert.match(errors, "must begin with https:// or http://");
    }),
  );

printed("a page that cannot be loaded is told by every run, cached or not, quiet or not", () =>
  inFolder(async (folder) => {
    put(folder, within("docs", parcels));
    symlinkSync("../../private.md", join(folder, "docs/api/private.md"));
    put(folder, { "private.md": "SECRET" });
    for (const _ of ["first", "cached"]) {
      const { code, output } = await docwright(folder, "generate");
      assert.is(code, 1);
      assert.match(output, "docs/api/private.md:1:1 error api/private.md leads out of the docs folder, or nowhere");
      assert.not.match(output, "SECRET");
    }
    put(folder, { "docs/api/folder.md/x": "", "docs/a.md": "[!INCLUDE [x](api/folder.md)]" });
    for (const words of [[], ["--quiet"], ["--check"]]) {
      const { code, output, errors } = await docwright(folder, "generate", ...words);
      assert.is(code, 3);
      assert.match(output + errors, "docs/a.md:1:1 error api/folder.md cannot be read: it is no file.");
    }
    const { code, errors } = await docwright(folder, "explain", "parcel-get");
    assert.is(code, 3);
    assert.match(errors, "api/folder.md cannot be read");
  }),
);

printed("docs of which no page can be read are told by name", () =>
  inFolder(async (folder) => {
    put(folder, { "docs/x": "" });
    symlinkSync("/", join(folder, "docs/everything"));
    const { code, errors } = await docwright(folder, "generate");
    assert.is(code, 3);
    assert.match(errors, "holds no pages");
    assert.match(errors, "everything leads out of the docs folder");
  }),
);

printed("folders of shared includes are named by flag or configuration, relative to it", () =>
  inFolder(async (folder) => {
    put(folder, {
      ...within("docs", parcels),
      "docs/a.md": "# A\n\n[!INCLUDE [x](../parts/a.md)]",
      "parts/a.md": "A part.",
    });
    assert.match((await docwright(folder, "generate")).output, "outside-docs");
    assert.not.match((await docwright(folder, "generate", "--includes", "parts")).output, "outside-docs");
    assert.match((await docwright(folder, "generate", "--includes", "gone")).errors, "gone does not exist");
    put(folder, { "docwright.config.json": `{ "includes": ["parts"] }`, "below/x": "" });
    const { output } = await docwright(join(folder, "below"), "generate", "../docs", "--out", "../output");
    assert.not.match(output, "outside-docs");
  }),
);

printed.run();
