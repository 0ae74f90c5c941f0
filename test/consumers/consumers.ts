/**
 * `npm run bench:openapi [-- name=package …]`: what tools make of the OpenAPI document of `docs/`, and of those of other generated packages.
 * Installs the tools at fixed versions beside a Node that all of them run on, without running any script of theirs, and writes the table in
 * `consumers.md`.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PublishedApi } from "../../generator/model/published.js";
import { root, run } from "../helpers/npm.js";
import { docwright } from "../helpers/run.js";
import { classes, redocly, specification } from "../openapi/validators.js";
import { askPrism } from "./prism.js";

const here = import.meta.dirname;
const tools = join(root, "node_modules/.cache/docwright-tools/consumers");
const modules = join(tools, "node_modules");
const node = join(modules, "node/bin/node");
const longest = 15 * 60_000;

type Row = readonly [consumer: string, does: string, ...figures: string[]];

/** A document that tools are given. */
interface Subject {
  readonly title: string;
  /** The generated package that it is made of. */
  readonly folder: string;
  readonly version: "3.1" | "3.0";
  readonly file: string;
}

const subject = (name: string, folder: string, version: "3.1" | "3.0"): Subject => ({
  title: `${name}, ${version}`,
  folder,
  version,
  file: join(tools, `${name}-${version}.json`),
});
const sets = process.argv.slice(2).map((word) => word.split("=", 2));
const subjects: readonly Subject[] = [
  subject("docs", "output", "3.1"),
  subject("docs", "output", "3.0"),
  ...sets.map(([name = "", path = ""]) => subject(name, resolve(path), "3.1")),
];

function install(): void {
  const manifest = readFileSync(join(here, "package.json"), "utf8");
  const done = join(tools, "done.json");
  mkdirSync(tools, { recursive: true });
  if (existsSync(done) && readFileSync(done, "utf8") === manifest) return;
  copyFileSync(join(here, "package.json"), join(tools, "package.json"));
  run(tools, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
  run(join(modules, "node"), "node", "installArchSpecificPackage.js");
  writeFileSync(done, manifest);
}

/** Of the project's own packages first: those are the ones that run in this process. */
function versionOf(name: string): string {
  const own = join(root, "node_modules", name, "package.json");
  const manifest = existsSync(own) ? own : join(modules, name, "package.json");
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

/** Runs a program of a consumer. Returns what it printed, and throws with that when it fails. */
function tool(words: readonly string[]): string {
  const options = { cwd: tools, encoding: "utf8", maxBuffer: 1e9, timeout: longest } as const;
  const { status, stdout, stderr, error } = spawnSync(node, ["--max-old-space-size=8000", ...words], options);
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}

/** What is found out of each subject. What fails is part of the table. */
async function figures(find: (subject: Subject) => string | Promise<string>): Promise<string[]> {
  const found: string[] = [];
  for (const each of subjects) {
    const start = performance.now();
    const figure = await Promise.resolve(each)
      .then(find)
      .catch((error: unknown) => `**fails**: ${briefly(String(error))}`);
    console.log(`${each.title}: ${figure} (${Math.round((performance.now() - start) / 1000)} s)`);
    found.push(figure);
  }
  return found;
}

function briefly(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll(root, "").slice(0, 120);
}

/** The file that starts a program of a package. */
function bin(name: string, program: string): string {
  const { bin: programs } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  return join(modules, name, typeof programs === "string" ? programs : programs[program]);
}

/** A few are told in full, many by how often each kind occurs. */
function problems(verdict: readonly string[]): string {
  const kinds = Object.entries(classes(verdict)).map(([kind, count]) => (count === 1 ? kind : `${count}× ${kind}`));
  return kinds.length === 0 ? "no problem" : kinds.sort().join("; ");
}

/** What each of the validators says. */
async function validatorRows(): Promise<Row[]> {
  const row = async (name: string, does: string, judge: (text: string, file: string) => Promise<string> | string) => {
    console.log(name);
    const all = await figures(({ file }) => judge(readFileSync(file, "utf8"), file));
    return [`${name} ${versionOf(name)}`, does, ...all] satisfies Row;
  };
  const inNode = (program: string) => (_text: string, file: string) =>
    tool(["--input-type=module", "-e", program, file]).trim();
  return [
    await row(
      "@redocly/openapi-core",
      "lints; `docs` with recommended-strict, others with recommended",
      async (text, file) =>
        problems(await redocly(text, file.includes("docs-3.") ? "recommended-strict" : "recommended")),
    ),
    await row("@stoplight/spectral-core", "lints, spectral:oas", (text, file) => {
      const verdict: readonly string[] = JSON.parse(inNode(lintBySpectral)(text, file));
      return problems(verdict);
    }),
    await row("@seriousme/openapi-schema-validator", "validates", async (text) => problems(await specification(text))),
    await row("@scalar/openapi-parser", "validates", inNode(validateByScalar)),
    await row("@apidevtools/swagger-parser", "resolves and validates", inNode(validateBySwaggerParser)),
  ];
}

/**
 * Before any rule, Spectral writes out every reference wherever it stands, which has no end where thousands of types refer to each other. There
 * it is given the document with its references, all but those to parameters and responses, and the rules that need schemas are left to others.
 */
const lintBySpectral = `
  import core from "@stoplight/spectral-core";
  import rulesets from "@stoplight/spectral-rulesets";
  import { readFileSync } from "node:fs";
  const document = JSON.parse(readFileSync(process.argv[1], "utf8"));
  const isLarge = Object.keys(document.components.schemas).length > 1000;
  const at = (reference) => reference.slice(2).split("/").reduce((now, key) => now[key], document);
  const written = (value) => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(written);
    const { $ref } = value;
    if (typeof $ref === "string" && /^#.components.(parameters|responses)./.test($ref)) return written(at($ref));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, written(each)]));
  };
  const resolve = async () => ({ result: written(document), refMap: {}, graph: { overallOrder: () => [] }, errors: [], runner: {} });
  const linter = new core.Spectral(isLarge ? { resolver: { resolve } } : {});
  const others = isLarge ? { "oas3-valid-media-example": "off", "oas3-valid-schema-example": "off", "oas3-unused-component": "off" } : {};
  linter.setRuleset({ extends: [[{ ...rulesets.oas, extends: [] }, "recommended"]], rules: others });
  const problems = await linter.run(document);
  const severities = ["error", "warn", "info", "hint"];
  console.log(JSON.stringify(problems.map(({ severity, code, message }) => severities[severity] + " " + code + ": " + message)));`;
const validateByScalar = `
  import { validate } from "@scalar/openapi-parser";
  import { readFileSync } from "node:fs";
  const { valid, errors } = await validate(readFileSync(process.argv[1], "utf8"));
  console.log(valid ? "no problem" : JSON.stringify(errors));`;
/** It writes references out as well before it validates: of large documents it is asked only whether they lead anywhere. */
const validateBySwaggerParser = `
  import SwaggerParser from "@apidevtools/swagger-parser";
  import { statSync } from "node:fs";
  const isLarge = statSync(process.argv[1]).size > 1_000_000;
  await (isLarge ? SwaggerParser.resolve(process.argv[1]) : SwaggerParser.validate(process.argv[1]));
  console.log(isLarge ? "resolves" : "no problem");`;

/** How code is generated: words for the program of a package, with the document and the folder to write to. */
interface Generator {
  readonly name: string;
  readonly program: string;
  words(document: string, out: string): readonly string[];
}

const generators: readonly Generator[] = [
  {
    name: "openapi-typescript",
    program: "openapi-typescript",
    words: (document, out) => [document, "-o", join(out, "types.d.ts")],
  },
  {
    name: "orval",
    program: "orval",
    words: (document, out) => ["--config", orvalConfig(document, out)],
  },
  {
    name: "@hey-api/openapi-ts",
    program: "openapi-ts",
    words: (document, out) => ["-i", document, "-o", join(out, "client")],
  },
];

/** A client of fetch, and mocks that answer with the documented examples: of thousands of them, orval makes a text that is longer than texts can be. */
function orvalConfig(input: string, out: string): string {
  const mock = readFileSync(input).length < mostForMocks;
  const output = { mode: "split", target: join(out, "api.ts"), client: "fetch", mock };
  const config = join(out, "orval.config.mjs");
  const options = { api: { input, output: { ...output, override: { mock: { useExamples: true } } } } };
  writeFileSync(config, `export default ${JSON.stringify(options)};\n`);
  return config;
}

const mostForMocks = 5_000_000;
const outOf = (program: string, { title }: Subject): string =>
  join(tools, "generated", program, title.replace(", ", "-"));

async function generatorRow({ name, program, words }: Generator): Promise<Row> {
  console.log(name);
  const all = await figures((each) => {
    const out = outOf(program, each);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    tool([bin(name, program), ...words(each.file, out)]);
    writeFileSync(join(out, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
    tool([join(modules, "typescript/bin/tsc"), "-p", out]);
    return "compiles";
  });
  return [`${name} ${versionOf(name)}`, "generates, then `tsc --strict`", ...all];
}

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2023", "dom", "dom.iterable"],
  // What orval imports has declarations with errors of their own.
  skipLibCheck: true,
  types: [],
};

/** What `agreement.ts` counts of the types that openapi-typescript made of each form. */
async function agreementRow(): Promise<Row> {
  const all = await figures((each) => {
    const types = join(outOf("openapi-typescript", each), "types.d.ts");
    const words = ["--max-old-space-size=8000", "--import", "tsx", join(here, "agreement.ts"), each.folder, types];
    return run(root, "node", ...words).split("\n", 1)[0] ?? "";
  });
  return ["the types of openapi-typescript", "agree with those of the package", ...all];
}

async function prismRow(): Promise<Row> {
  const name = "@stoplight/prism-cli";
  const all = await figures(async ({ folder, file }) => {
    const api: PublishedApi = JSON.parse(readFileSync(join(resolve(root, folder), "api.json"), "utf8"));
    return prismFigure(file, api, bin(name, "prism"));
  });
  return [`${name} ${versionOf(name)}`, "answers documented requests as documented", ...all];
}

const prismPort = 4920;

async function prismFigure(file: string, api: PublishedApi, program: string): Promise<string> {
  const command = [node, "--max-old-space-size=8000", program, "mock", file, "-p", String(prismPort)] as const;
  const { right, asked, wrong } = await askPrism(command, prismPort, api, JSON.parse(readFileSync(file, "utf8")));
  for (const line of wrong) console.log(`Prism: ${line}`);
  return `${right} of ${asked}`;
}

async function table(): Promise<string> {
  install();
  for (const { folder, version, file } of subjects) {
    const words = ["openapi", folder, "--openapi-version", version, "--license", "MIT", "--out", file];
    const { code, errors } = await docwright(root, ...words);
    if (code !== 0) throw new Error(errors);
  }
  const rows: Row[] = await validatorRows();
  for (const generator of generators) rows.push(await generatorRow(generator));
  rows.push(await agreementRow(), await prismRow());
  const titles = subjects.map(({ title }) => title);
  const lines = [["consumer", "does", ...titles], ["---", "---", ...titles.map(() => "---")], ...rows];
  const notes = readFileSync(join(here, "consumers.md"), "utf8").split(NOTES)[1] ?? "";
  return `# What tools make of the OpenAPI document

Written by \`npm run bench:openapi\`, of the document of \`docs/\` and of those of published sets of pages.

${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
${NOTES}${notes}`;
}

/** What follows is written by hand. */
const NOTES = "\n## What the warnings are\n";

writeFileSync(join(here, "consumers.md"), await table());
