/** `mock/`: the mock of the package, and the data that the core in `src/mock/` answers with. The examples stay where they are, in `fixtures/`. */
import type { OutputFile } from "../../shared/output-file.js";
import type { ModulePlan, Plan } from "../../plan/plan.js";
import { literal, literalKey } from "../typescript/encode.js";
import { fits } from "../typescript/format.js";
import { header } from "../typescript/header.js";
import { printCode } from "../typescript/print-data.js";
import { mockData, type Kept } from "./mock-data.js";
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
  const data = mockData(api, ({ id }) => kept.get(id) ?? { from: "", examples: [] });
  const text = printCode(data);
  const paths = modules.filter(hasFixtures).map(({ path }) => path);
  const loaders = paths.map((path) =>
    loader(`${literalKey(path)}: () =>`, `import(${literal(`../fixtures/${path}.js`)}),`),
  );
  const fixtures = loaders.length === 0 ? "{}" : `{\n${loaders.join("")}  }`;
  return `import type { MockApi } from "../src/mock/index.js";

export const api: MockApi = ${text.slice(0, text.lastIndexOf("}"))}  fixtures: ${fixtures},
  shapes: async () => (await import("./shapes.js")).shapes,
};
`;
}

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
