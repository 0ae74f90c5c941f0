/**
 * Nothing vanishes: names that exist nowhere else are planted in tables, JSON, request lines and lists of values of the project's own docs.
 * Each must stand in the package, in a finding, or among what is left out for a reason, as `explain` tells it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { generate } from "../generator/generate.js";
import { readDocs } from "../generator/readings.js";
import { listFiles } from "../generator/write/compare.js";
import { inFolder, put } from "./helpers/temporary.js";
import { parcels } from "./helpers/parcels.js";

const canaries = suite("canaries");
const docs = join(import.meta.dirname, "..", "docs");

/** How names of real APIs look; `%` is what exists nowhere else. */
const shapes = ["canary%", "canary-%", "16x%", "x:%", "@canary.%", "canary_%", "$canary%"];
const token = /qz\d+q/gi;

interface Planted {
  readonly text: string;
  readonly planted: readonly string[];
}

const row = /^\|(?!\s*:?-)([^|]*)\|.*\|\s*$/;
const requestLine = /^((?:GET|POST|PATCH|PUT|DELETE) \/[^?\s]*)$/;
const objectStart = /^\s*\{\s*$/;
const values = /(possible values are: )(`[^`]+`)/i;
const plain = /^(?:permission|request headers?|methods)/i;

/** A page with a canary at the end of each table and request block, at the start of each JSON object, and in each list of values. */
function plant(page: string, next: () => string): Planted {
  const lines = page.split("\n");
  const planted: string[] = [];
  const name = (shape: string): string => {
    const id = next();
    planted.push(id);
    return shape.replace("%", id);
  };
  let heading = "";
  let isJson = false;
  const text = lines.flatMap((line, index) => {
    if (line.startsWith("#")) heading = line.replace(/^#+ /, "");
    if (line.startsWith("```")) isJson = /json|http/.test(line);
    const following = lines[index + 1] ?? "";
    const shape = shapes[planted.length % shapes.length] ?? "";
    if (isJson && objectStart.test(line) && following.includes(":")) {
      isJson = false;
      return [line, `  "${name(shape)}": "String",`];
    }
    if (isJson && requestLine.test(line) && !requestLine.test(following) && !/example|request$/i.test(heading))
      return [line, `${line}/${name("canary%")}`];
    if (row.test(line) && !row.test(following) && row.test(lines[index - 1] ?? line) && !plain.test(heading))
      return [line, line.replace(row, (whole, first: string) => whole.replace(first, name(shape)))];
    return [
      values.test(line) ? line.replace(values, (_, words, value) => `${words}\`${name("canary%")}\`, ${value}`) : line,
    ];
  });
  return { text: text.join("\n"), planted };
}

/** The canaries that neither the package nor a finding shows. */
async function lostOf(pages: Readonly<Record<string, string>>): Promise<{ planted: number; lost: readonly string[] }> {
  let count = 0;
  const all: string[] = [];
  const changed = Object.entries(pages).map(([path, text]) => {
    // a concept promises nothing of one operation or type
    if (path.startsWith("concepts/")) return [path, text] as const;
    const result = plant(text, () => `Qz${++count}q`);
    all.push(...result.planted);
    return [path, result.text] as const;
  });
  const seen = await seenIn(Object.fromEntries(changed));
  const where = (id: string): string | undefined =>
    changed.flatMap(([path, text]) =>
      text
        .split("\n")
        .filter((line) => line.includes(id))
        .map((line) => `${path}: ${line}`),
    )[0];
  return { planted: all.length, lost: all.filter((id) => !seen.has(idOf(id))).map((id) => where(id) ?? id) };
}

const options = { name: "canaries", version: "1.0.0", license: "MIT" };

/** All canaries that the package, the findings or the reasons for what is left out show. */
async function seenIn(pages: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
  return inFolder(async (folder) => {
    put(folder, pages);
    const { files, findings } = await generate(folder, options);
    const { api } = await readDocs(folder, options);
    const leftOut = api.operations
      .flatMap(({ evidence = [] }) => evidence)
      .flatMap(({ about, of = "" }) => (about === "left out" ? [of] : []));
    const shown = [...files.map(({ content }) => content), ...findings.map(({ message }) => message), ...leftOut];
    return new Set(Array.from(shown.join("\n").matchAll(token), ([found]) => found.toLowerCase()));
  });
}

function idOf(name: string): string {
  return (name.match(token)?.[0] ?? "").toLowerCase();
}

canaries("in the project's docs", async () => {
  const pages = Object.fromEntries(listFiles(docs).map((path) => [path, readFileSync(join(docs, path), "utf8")]));
  const { planted, lost } = await lostOf(pages);
  assert.ok(planted > 5, `only ${planted} were planted`);
  assert.equal(lost, []);
});

canaries("in a small API of every kind of page", async () => {
  const { planted, lost } = await lostOf(parcels);
  assert.ok(planted > 5, `only ${planted} were planted`);
  assert.equal(lost, []);
});

canaries("with names of every shape in every kind of table", async () => {
  const table = (column: string, names: readonly string[]): string =>
    [`|${column}|Type|Description|`, "|:--|:--|:--|", ...names.map((name) => `|${name}|String|Words.|`)].join("\n");
  const named = (start: number): readonly string[] => shapes.map((shape, i) => shape.replace("%", `Qz${start + i}q`));
  const json = `{ ${named(40)
    .map((name) => `"${name}": "String"`)
    .join(", ")} }`;
  const pages = {
    "resources/book.md": `# book resource type\n\n## Properties\n\n${table("Property", named(10))}\n\n## Relationships\n\n${table("Relationship", named(20))}\n\n## JSON representation\n\n\`\`\`json\n${json}\n\`\`\``,
    "api/book-post.md": `# Create book\n\n## HTTP request\n\n\`\`\`http\nPOST /books\n\`\`\`\n\n## Query parameters\n\n${table("Parameter", named(50))}\n\n## Request body\n\nSupply the parameters.\n\n${table("Parameter", named(60))}`,
  };
  const seen = await seenIn(pages);
  const lost = [10, 20, 40, 50, 60].flatMap(named).filter((name) => !seen.has(idOf(name)));
  assert.equal(lost, []);
});

canaries.run();
