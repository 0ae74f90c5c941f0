/** The CI job that checks the docs of a pull request, for the two services that `docwright init` writes it for. */
import { toolVersion } from "../../shared/version.js";
import type { Project } from "./project.js";

/** Actions by full commit: a tag may lead elsewhere tomorrow. */
export const actions = {
  checkout: "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
  node: "actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0",
  upload: "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
} as const;

const NODE = 22;
const REPORT = "docwright.html";

/** The lines that install docwright, where the project brings it along, and run it. */
function commands({ manager, isInstalled }: Project): {
  readonly install: readonly string[];
  readonly check: string;
  readonly diff: string;
} {
  const exec = isInstalled ? manager.exec : `npx --yes docwright@${toolVersion}`;
  return {
    install: isInstalled ? [manager.install] : [],
    check: `${exec} check --new-since HEAD^1 --output html=${REPORT}`,
    diff: `${exec} diff HEAD^1 HEAD --format markdown`,
  };
}

/** `docs` as the root of the repository has it; "" where all of it is docs. */
export function githubWorkflow(project: Project, docs: string): string {
  const { install, check, diff } = commands(project);
  const path = ".github/workflows/docwright.yml";
  const folder =
    project.inTop === "" ? [] : ["    defaults:", "      run:", `        working-directory: ${quoted(project.inTop)}`];
  return [
    "# Checks the docs of every pull request: findings that it adds stand on its lines. Written by docwright init; yours to change.",
    "name: docs",
    "on:",
    "  pull_request:",
    "    paths:",
    ...[`${docs === "" ? "" : `${docs}/`}**`, `${project.inTop === "" ? "" : `${project.inTop}/`}docwright*`, path].map(
      (each) => `      - ${quoted(each)}`,
    ),
    "permissions:",
    "  contents: read",
    "jobs:",
    "  docs:",
    "    runs-on: ubuntu-latest",
    ...folder,
    "    steps:",
    `      - uses: ${actions.checkout}`,
    "        with:",
    "          fetch-depth: 2",
    "          persist-credentials: false",
    `      - uses: ${actions.node}`,
    "        with:",
    `          node-version: ${NODE}`,
    ...install.map((line) => `      - run: ${line}`),
    `      - run: ${check}`,
    `      - run: ${diff} >> "$GITHUB_STEP_SUMMARY"`,
    "        if: always()",
    `      - uses: ${actions.upload}`,
    "        if: always()",
    "        with:",
    "          name: docwright",
    `          path: ${quoted(project.inTop === "" ? REPORT : `${project.inTop}/${REPORT}`)}`,
    "          if-no-files-found: ignore",
    "",
  ].join("\n");
}

export function azurePipeline(project: Project, docs: string): string {
  const { install, check } = commands(project);
  const folder = project.inTop === "" ? [] : [`    workingDirectory: ${quoted(project.inTop)}`];
  const script = (line: string): string[] => [`  - script: ${line}`, ...folder];
  return [
    "# Checks the docs of every pull request: findings that it adds are shown with it. Written by docwright init; yours to change.",
    "trigger: none",
    "pr:",
    "  paths:",
    "    include:",
    `      - ${quoted(docs === "" ? "*" : docs)}`,
    "pool:",
    "  vmImage: ubuntu-latest",
    "steps:",
    "  - checkout: self",
    "    fetchDepth: 2",
    "    persistCredentials: false",
    "  - task: UseNode@1",
    "    inputs:",
    `      version: ${quoted(`${NODE}.x`)}`,
    ...install.flatMap(script),
    ...script(check),
    `  - publish: ${quoted(project.inTop === "" ? REPORT : `${project.inTop}/${REPORT}`)}`,
    "    artifact: docwright",
    "    condition: always()",
    "",
  ].join("\n");
}

/** YAML reads a string of JSON as it is. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
