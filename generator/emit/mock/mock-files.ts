/** `mock/`: the mock of the package, and the data that the core in `src/mock/` answers with. The examples stay where they are, in `fixtures/`. */
import type { OutputFile } from "../../shared/output-file.js";
import type { ModulePlan, Plan } from "../../plan/plan.js";
import { literal, literalKey } from "../typescript/encode.js";
import { fits } from "../typescript/width.js";
import { header } from "../typescript/header.js";
import { printCode } from "../typescript/print-data.js";
import { mockData, type Kept, type MockData } from "./mock-data.js";
import { mockShapes } from "./mock-shapes.js";

export function* mockFiles(plan: Plan): Generator<OutputFile> {
  const file = (name: string, content: string): OutputFile => ({ path: `mock/${name}.ts`, content: header + content });
  yield file("index", index);
  yield file("operations", operationsSource(plan));
  yield file(
    "shapes",
    `import type { MockShapes } from "../src/mock/index.js";\n\nexport const shapes: MockShapes = ${printCode(mockShapes(plan.api))};\n`,
  );
}

const index = `import { createMock as createMockOf } from "../src/mock/index.js";
import type { Mock, MockOptions } from "../src/mock/index.js";
import { api } from "./operations.js";

export type { LogEntry, Mock, MockOptions } from "../src/mock/index.js";

/**
 * A mock of the service that answers as the documentation shows.
 * @throws TypeError for a fault that is none
 */
export function createMock(options?: MockOptions): Mock {
  return createMockOf(api, options);
}

let common: Mock | undefined;

/** Answers a request as the documentation shows it. */
export function respond(request: Request): Promise<Response> {
  common ??= createMock();
  return common.respond(request);
}

/** The same for a client: \`createClient({ fetch: mockFetch })\`. */
export function mockFetch(url: string, init?: RequestInit): Promise<Response> {
  return respond(new Request(url, init));
}
`;

function operationsSource({ api, modules }: Plan): string {
  const kept = new Map(modules.flatMap((module) => keptIn(module)));
  const { operations, ...others } = mockData(api, ({ id }) => kept.get(id) ?? { from: "", examples: [] });
  const text = printCode(others);
  const { names, declarations, value } = listsOf(operations);
  const paths = modules.filter(hasFixtures).map(({ path }) => path);
  const loaders = paths.map((path) =>
    loader(`${literalKey(path)}: () =>`, `import(${literal(`../fixtures/${path}.js`)}),`),
  );
  const fixtures = loaders.length === 0 ? "{}" : `{\n${loaders.join("")}  }`;
  return `import type { ${names} } from "../src/mock/index.js";

${declarations}export const api: MockApi = ${text.slice(0, text.lastIndexOf("}"))}  operations: ${value},
  fixtures: ${fixtures},
  shapes: async () => (await import("./shapes.js")).shapes,
};
`;
}

/** How many operations the compiler is given in one list: of more than some thousands it finds that their types are too many to compare. */
const LONGEST_LIST = 1000;

/** One list where it is short enough, else several with names of their own, and the list of all that they hold. */
function listsOf(operations: MockData["operations"]): Readonly<Record<"names" | "declarations" | "value", string>> {
  if (operations.length <= LONGEST_LIST)
    return { names: "MockApi", declarations: "", value: printCode(operations, INDENT) };
  const count = Math.ceil(operations.length / LONGEST_LIST);
  const lists = Array.from({ length: count }, (_, index) =>
    operations.slice(index * LONGEST_LIST, (index + 1) * LONGEST_LIST),
  );
  const items = lists.map((_, index) => `...operations${index + 1}`);
  const line = `[${items.join(", ")}]`;
  return {
    names: "MockApi, MockOperation",
    declarations: lists
      .map((list, index) => `const operations${index + 1}: readonly MockOperation[] = ${printCode(list)};\n\n`)
      .join(""),
    value: fits(`${INDENT}operations: ${line},`)
      ? line
      : `[\n${items.map((item) => `${INDENT}${INDENT}${item},\n`).join("")}${INDENT}]`,
  };
}

/** Of a property. */
const INDENT = "  ";

/** On as few lines as it fits on. */
function loader(key: string, value: string): string {
  const line = `    ${key} ${value}\n`;
  return fits(line.trimEnd()) ? line : `    ${key}\n      ${value}\n`;
}

function hasFixtures({ operations }: ModulePlan): boolean {
  return operations.some(({ fixtures }) => fixtures.length > 0);
}

function keptIn({ path, operations }: ModulePlan): readonly (readonly [id: string, kept: Kept])[] {
  return operations.map(({ operation, fixtures }) => [
    operation.id,
    { from: path, examples: fixtures.map(({ name }) => name) },
  ]);
}
