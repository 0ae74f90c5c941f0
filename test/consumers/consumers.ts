/**
 * `npm run bench:openapi`: what tools make of the OpenAPI document of `docs/`. Installs them at fixed versions beside a Node that all of them
 * run on, and writes the table in `consumers.md`.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PublishedApi } from "../../generator/model/published.js";
import { root, run } from "../helpers/npm.js";
import { docwright } from "../helpers/run.js";
import { redocly, specification, spectral } from "../openapi/validators.js";
import { askPrism } from "./prism.js";

const here = import.meta.dirname;
const folder = join(root, "node_modules/.cache/docwright-tools/consumers");
const modules = join(folder, "node_modules");
const node = join(modules, "node/bin/node");
const versions = ["3.1", "3.0"] as const;

type Row = readonly [consumer: string, does: string, ...figures: string[]];

function install(): void {
  const manifest = readFileSync(join(here, "package.json"), "utf8");
  const done = join(folder, "done.json");
  mkdirSync(folder, { recursive: true });
  if (existsSync(done) && readFileSync(done, "utf8") === manifest) return;
  copyFileSync(join(here, "package.json"), join(folder, "package.json"));
  run(folder, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
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
  const { status, stdout, stderr } = spawnSync(node, words, { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${words.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

/** The file that starts a program of a package. */
function bin(name: string, program: string): string {
  const { bin: programs } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  return join(modules, name, typeof programs === "string" ? programs : programs[program]);
}

const problems = (verdict: readonly string[]): string => (verdict.length === 0 ? "no problem" : verdict.join("; "));

/** What each of the validators says of both forms. */
async function validatorRows(files: readonly string[]): Promise<Row[]> {
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const row = async (name: string, does: string, judge: (text: string) => Promise<readonly string[]>): Promise<Row> => [
    `${name} ${versionOf(name)}`,
    does,
    ...(await Promise.all(texts.map(async (text) => problems(await judge(text))))),
  ];
  return [
    await row("@redocly/openapi-core", "lints, recommended-strict", (text) => redocly(text, "recommended-strict")),
    await row("@stoplight/spectral-core", "lints, spectral:oas", async (text) =>
      (await spectral(text)).map((each) => each.split(":", 1)[0] ?? each),
    ),
    await row("@seriousme/openapi-schema-validator", "validates", specification),
    inNode("@scalar/openapi-parser", "validates", files, validateByScalar),
    inNode("@apidevtools/swagger-parser", "resolves and validates", files, validateBySwaggerParser),
  ];
}

const validateByScalar = `
  import { validate } from "@scalar/openapi-parser";
  import { readFileSync } from "node:fs";
  const { valid, errors } = await validate(readFileSync(process.argv[1], "utf8"));
  console.log(valid ? "no problem" : JSON.stringify(errors));`;
const validateBySwaggerParser = `
  import SwaggerParser from "@apidevtools/swagger-parser";
  await SwaggerParser.validate(process.argv[1]);
  console.log("no problem");`;

function inNode(name: string, does: string, files: readonly string[], program: string): Row {
  const says = files.map((file) => tool(["--input-type=module", "-e", program, file]).trim());
  return [`${name} ${versionOf(name)}`, does, ...says];
}

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

/** A client of fetch with mocks that answer with the documented examples. */
function orvalConfig(input: string, out: string): string {
  const output = { mode: "split", target: join(out, "api.ts"), client: "fetch", mock: true };
  const config = join(out, "orval.config.mjs");
  const options = { api: { input, output: { ...output, override: { mock: { useExamples: true } } } } };
  writeFileSync(config, `export default ${JSON.stringify(options)};\n`);
  return config;
}

function generatorRow({ name, program, words }: Generator, files: readonly string[]): Row {
  const figures = files.map((file, i) => {
    const out = join(folder, "generated", program, String(i));
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    tool([bin(name, program), ...words(file, out)]);
    writeFileSync(join(out, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
    tool([join(modules, "typescript/bin/tsc"), "-p", out]);
    return "compiles";
  });
  return [`${name} ${versionOf(name)}`, "generates, then `tsc --strict`", ...figures];
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
function agreementRow(files: readonly string[]): Row {
  const figures = files.map((_file, i) => {
    const types = join(folder, "generated/openapi-typescript", String(i), "types.d.ts");
    return run(root, "node", "--import", "tsx", join(here, "agreement.ts"), "output", types).split("\n", 1)[0] ?? "";
  });
  return ["the types of openapi-typescript", "agree with those of the package", ...figures];
}

async function prismRow(files: readonly string[], api: PublishedApi): Promise<Row> {
  const figures: string[] = [];
  for (const [i, file] of files.entries()) {
    const port = 4920 + i;
    const command = [node, bin("@stoplight/prism-cli", "prism"), "mock", file, "-p", String(port)] as const;
    const { right, asked, wrong } = await askPrism(command, port, api, JSON.parse(readFileSync(file, "utf8")));
    for (const line of wrong) console.log(`Prism: ${line}`);
    figures.push(`${right} of ${asked}`);
  }
  return [
    `@stoplight/prism-cli ${versionOf("@stoplight/prism-cli")}`,
    "answers documented requests as documented",
    ...figures,
  ];
}

async function table(): Promise<string> {
  install();
  const files = versions.map((version) => join(folder, `openapi-${version}.json`));
  for (const [i, version] of versions.entries()) {
    const { code, errors } = await docwright(
      root,
      "openapi",
      "output",
      "--openapi-version",
      version,
      "--out",
      files[i] ?? "",
    );
    if (code !== 0) throw new Error(errors);
  }
  const api: PublishedApi = JSON.parse(readFileSync(join(root, "output/api.json"), "utf8"));
  const rows = [
    ...(await validatorRows(files)),
    ...generators.map((generator) => generatorRow(generator, files)),
    agreementRow(files),
    await prismRow(files, api),
  ];
  const lines = [
    ["consumer", "does", ...versions.map((version) => `OpenAPI ${version}`)],
    ["---", "---", "---", "---"],
    ...rows,
  ];
  return `# What tools make of the OpenAPI document

Written by \`npm run bench:openapi\`, of the document of \`docs/\`. Spectral's one warning: no page says who answers for the API.

${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`;
}

writeFileSync(join(here, "consumers.md"), await table());
