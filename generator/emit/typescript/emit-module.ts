/** A planned module as files: its source, its fixtures, its tests. */
import { IndentationText, Project } from "ts-morph";
import type { StatementStructures } from "ts-morph";
import type { OutputFile } from "../../shared/output-file.js";
import type { Context } from "./context.js";
import { Apart } from "./apart.js";
import { emitEnum } from "./enum.js";
import { exchangeOf } from "./exchange.js";
import { emitFixture } from "./fixture.js";
import { header } from "./header.js";
import { layOut } from "./layout.js";
import { emitType } from "./interface.js";
import { emitOperation } from "./operation.js";
import type { ModulePlan } from "../../plan/plan.js";
import { printData } from "./print-data.js";
import { exportsOf } from "../../plan/exports.js";
import { createScope } from "./scope.js";
import { testNames } from "../../plan/runtime.js";
import { testStatements } from "./test-file.js";

/** Needs nothing but the plan, which survives a structured clone: may run in any thread. */
export async function emitModule(module: ModulePlan): Promise<OutputFile[]> {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  const drafts = [sourceFile(module), fixtureFile(module), testFile(module)].filter((file) => file !== undefined);
  return Promise.all(drafts.map((draft) => print(draft, project)));
}

interface Draft {
  readonly path: string;
  readonly statements: (StatementStructures | string)[];
  /** For each `standIn` of the text, in order. */
  readonly data?: readonly object[];
}

/** Stands for an object of data. It is broken into lines like any such, so that what is written around it is formatted alike. */
const standIn = "{\n  data,\n}";
const STAND_IN = /\{\n( *) {2}data,\n\1\}/gu;

function sourceFile(module: ModulePlan): Draft {
  const declared = [...exportsOf(module), ...module.operations.map(({ request }) => request)];
  const context: Context = { module, scope: createScope(`src/${module.path}`, module, declared) };
  const statements = [
    ...module.types.flatMap((plan) => emitType(plan, context)),
    ...module.enums.flatMap((plan) => emitEnum(plan, context)),
    ...module.operations.flatMap((plan) => emitOperation(plan, context)),
  ];
  return { path: `src/${module.path}.ts`, statements: [...context.scope.imports(), ...withBlankLineAbove(statements)] };
}

function fixtureFile(module: ModulePlan): Draft | undefined {
  const fixtures = module.operations.flatMap((plan) => plan.fixtures.map((fixture) => ({ plan, fixture })));
  if (fixtures.length === 0) return undefined;
  const scope = createScope(
    `fixtures/${module.path}`,
    module,
    fixtures.map(({ fixture }) => fixture.name),
  );
  const statements = fixtures.map(({ plan, fixture }) => emitFixture(fixture, plan, { module, scope }, standIn));
  return {
    path: `fixtures/${module.path}.ts`,
    statements: [...scope.imports(), ...withBlankLineAbove(statements)],
    data: fixtures.map(({ plan, fixture }) => exchangeOf(fixture.example, plan.operation.page)),
  };
}

function testFile(module: ModulePlan): Draft | undefined {
  const scope = createScope(`test/${module.path}`, module, testNames);
  const statements = testStatements({ module, scope });
  if (statements.length === 0) return undefined;
  return {
    path: `test/${module.path}.test.ts`,
    statements: [`import { test } from "uvu";`, ...scope.imports(), "\n", ...statements],
  };
}

/** An empty line before each declaration. */
function withBlankLineAbove<T extends StatementStructures>(statements: readonly T[]): T[] {
  return statements.map((statement) => ({ ...statement, leadingTrivia: "\n" }));
}

/** All of a file's structures go to ts-morph at once: each further manipulation would parse the file again. */
async function print({ path, statements, data = [] }: Draft, project: Project): Promise<OutputFile> {
  const apart = new Apart(statements);
  const text = await layOut(project.createSourceFile(path, { statements: [...apart.statements] }));
  const values = data.values();
  const content = apart.putBack(text).replace(STAND_IN, (_, indent: string) => printData(values.next().value, indent));
  return { path, content: `${header}${content}` };
}
