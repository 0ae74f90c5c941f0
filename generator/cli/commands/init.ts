/** `docwright init`: configuration, CI job and baseline for a repository of docs. Asks nothing, and changes no file that is there. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { judge, look } from "../../check/check.js";
import { slashed } from "../../check/paths.js";
import { baselineText } from "../../findings/baseline.js";
import { hasPages } from "../../read/source/source.js";
import { UsageError } from "../../shared/usage-error.js";
import { writeNew } from "../../write/new-file.js";
import { tasksFile } from "../init/editor.js";
import { pathInTop, seenDocs, seenProject, type Ci, type Project } from "../init/project.js";
import { azurePipeline, githubWorkflow } from "../init/workflows.js";
import { shownPath } from "../report.js";
import { exitCode, type Call } from "./call.js";
import { isAcceptable } from "./check-baseline.js";
import { checkOptions } from "./run-options.js";

/** A file to be made where there is none. */
interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What it is for. */
  readonly about: string;
}

const CIS: readonly Ci[] = ["github", "azure", "none"];
/** The docs that this package brings along, as an example. */
const sample = fileURLToPath(new URL("../../../docs/", import.meta.url));

/** Resolves to the exit code. Throws a `UsageError` where the sample would lie among pages that are there. */
export async function runInit(call: Call): Promise<number> {
  const { settings, terminal, folder } = call;
  const project = seenProject(folder);
  const docs = settings.docs ?? seenDocs(folder) ?? join(folder, "docs");
  const isThere = existsSync(docs) && hasPages(docs);
  if (settings.sample && isThere)
    throw new UsageError(`${shownPath(docs)} holds pages: choose another folder for the sample, with --docs.`);
  const seen = isThere ? await seenIn(docs, call) : undefined;
  const files = [
    ...(settings.sample ? sampleFiles(docs) : []),
    ...(project.isConfigured ? [] : [configuration(project, docs, seen?.dialect, settings.includes)]),
    ...(project.isConfigured || seen?.baseline === undefined ? [] : [seen.baseline]),
    ...editor(project),
    ...workflow(project, docs, CIS.find((one) => one === settings.ci) ?? project.ci),
  ];
  const lines = settings.dryRun ? dryLines(files) : files.flatMap((file) => writtenLine(file));
  terminal.print(lines.length > 0 ? lines : ["Nothing to do: all that docwright init writes is there."]);
  terminal.print(["", ...nextLines(docs, isThere || settings.sample === true, call)]);
  return exitCode.clean;
}

/** What the pages show: the dialect they speak, and what there is to be mended already. */
async function seenIn(
  docs: string,
  call: Call,
): Promise<{ readonly dialect: string; readonly baseline: NewFile | undefined }> {
  const request = checkOptions(call, docs);
  const reading = await look(docs, request);
  call.terminal.clearProgress();
  const checked = judge(reading, true, request);
  const debt = checked.findings.filter((one) => isAcceptable(one, checked));
  const about = `${debt.length} finding${debt.length === 1 ? "" : "s"} that may stay for now; the list may only shrink`;
  const path = join(call.folder, "docwright-baseline.jsonl");
  return {
    dialect: reading.dialect,
    baseline: debt.length === 0 ? undefined : { path, content: baselineText(debt), about },
  };
}

/** With what was typed, so that every later command reads the same. */
function configuration(
  { folder }: Project,
  docs: string,
  dialect: string | undefined,
  includes: readonly string[] | undefined,
): NewFile {
  const fromHere = (path: string): string => slashed(relative(folder, path)) || ".";
  const settings = {
    docs: fromHere(docs),
    ...(includes && { includes: includes.map(fromHere) }),
    ...(dialect === "graph" || dialect === "plain" ? { dialect } : {}),
  };
  const seen = dialect === undefined ? "" : `, which speak the dialect ${dialect}`;
  return {
    path: join(folder, "docwright.config.json"),
    content: `${JSON.stringify(settings, null, 2)}\n`,
    about: `the docs in ${settings.docs}${seen}`,
  };
}

function workflow(project: Project, docs: string, ci: Ci): NewFile[] {
  if (ci === "none") return [];
  const path = pathInTop(docs, project);
  return ci === "azure"
    ? [
        {
          path: join(project.top, "azure-pipelines.docwright.yml"),
          content: azurePipeline(project, path),
          about: "the CI job; make a pipeline of it in Azure DevOps, and a build policy of that",
        },
      ]
    : [
        {
          path: join(project.top, ".github", "workflows", "docwright.yml"),
          content: githubWorkflow(project, path),
          about: "the CI job of pull requests",
        },
      ];
}

/** Where somebody uses VS Code already. */
function editor(project: Project): NewFile[] {
  if (!existsSync(join(project.folder, ".vscode"))) return [];
  const about = "a task that shows findings among the problems of VS Code";
  return [{ path: join(project.folder, ".vscode", "tasks.json"), content: tasksFile(project), about }];
}

function sampleFiles(docs: string): NewFile[] {
  const paths = readdirSync(sample, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(sample, join(entry.parentPath, entry.name)));
  return paths
    .sort()
    .map((path) => ({ path: join(docs, path), content: readFileSync(join(sample, path)), about: "sample" }));
}

function writtenLine({ path, content, about }: NewFile): string[] {
  return writeNew(path, content) ? [`written  ${shownPath(path)}: ${about}`] : [];
}

/** What would be written, with the text of all but the sample. */
function dryLines(files: readonly NewFile[]): string[] {
  return files
    .filter(({ path }) => !existsSync(path))
    .flatMap(({ path, content, about }) => [
      `would be written  ${shownPath(path)}: ${about}`,
      ...(typeof content === "string"
        ? content
            .trimEnd()
            .split("\n")
            .map((line) => `  ${line}`)
        : []),
    ]);
}

function nextLines(docs: string, hasDocs: boolean, { settings }: Call): string[] {
  if (settings.dryRun) return ["Nothing was written: npx docwright init does it."];
  if (hasDocs) return ["Next: npx docwright check, then commit these files.", "The package: npx docwright generate"];
  return [
    `${shownPath(docs)} holds no pages yet. Next:`,
    '  npx docwright new operation "Get parcel"   begins a page',
    "  npx docwright init --sample               brings a small API to look at",
    "  npx docwright guide                       shows how pages are written",
  ];
}
