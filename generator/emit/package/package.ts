/** All files of the package that are not made of one module. */
import { readdir, readFile } from "node:fs/promises";
import type { OutputFile } from "../../shared/output-file.js";
import { publishedApi } from "../json/api-json.js";
import { apiText } from "../json/api-text.js";
import { clientSource } from "./client-file.js";
import { indexSource, namespaceSource } from "./index-file.js";
import { operationsFile } from "./operations-file.js";
import { mockFiles } from "../mock/mock-files.js";
import { manifest, tsconfig, tsconfigBuild } from "./manifest.js";
import type { Plan } from "../../plan/plan.js";
import { readme } from "./readme.js";

const templates = new URL("../../../templates/", import.meta.url);
/** Folders of `templates/` that the package holds below `src/`, byte for byte. */
const templateFolders = ["runtime", "testing", "mock"];

/** The package is compared byte by byte: a checkout must not turn its line ends into those of the system. */
const gitAttributes = "* text eol=lf\n";

/**
 * .gitattributes, package.json, README, tsconfigs, api.json, and what the mock is made of: each is made when it is asked for, since some take
 * long. `undefined` is a pause within one that takes longest.
 */
export function* packageFiles(plan: Plan): Generator<OutputFile | undefined> {
  yield { path: ".gitattributes", content: gitAttributes };
  yield { path: "package.json", content: json(manifest(plan)) };
  yield { path: "README.md", content: readme(plan) };
  yield { path: "OPERATIONS.md", content: operationsFile(plan) };
  if (plan.options.changelog !== undefined) yield { path: "CHANGELOG.md", content: plan.options.changelog };
  yield { path: "tsconfig.json", content: json(tsconfig) };
  yield { path: "tsconfig.build.json", content: json(tsconfigBuild) };
  yield { path: "api.json", content: yield* apiText(publishedApi(plan)) };
  yield* mockFiles(plan);
}

/** The templates, which are read from disk. */
export async function templateFiles(): Promise<readonly OutputFile[]> {
  return (await Promise.all(templateFolders.map(copyFolder))).flat();
}

/** The index files and the client, as `formatFile` takes them. */
export function packageSources(plan: Plan): readonly OutputFile[] {
  return [
    { path: "src/index.ts", content: indexSource(plan) },
    ...plan.namespaces.map((namespace) => ({
      path: `src/${namespace.folder}index.ts`,
      content: namespaceSource(plan, namespace.folder),
    })),
    { path: "src/client.ts", content: clientSource(plan) },
  ];
}

async function copyFolder(folder: string): Promise<OutputFile[]> {
  const names = await readdir(new URL(`${folder}/`, templates), { recursive: true });
  const files = names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .sort();
  return Promise.all(
    files.map(async (name) => ({
      path: `src/${folder}/${name}`,
      content: await readFile(new URL(`${folder}/${name}`, templates), "utf8"),
    })),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
