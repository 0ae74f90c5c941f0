/** package.json and the compiler settings of the package. */
import { isPlayed } from "../typescript/example-call.js";
import type { Plan } from "../../plan/plan.js";

const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  skipLibCheck: false,
} as const;

/** Checks sources, fixtures and tests. */
export const tsconfig = {
  compilerOptions: { ...compilerOptions, noEmit: true },
  include: ["src", "fixtures", "mock", "test"],
} as const;

/** Builds what is published; the maps lead an editor to the sources, which are published as well. */
export const tsconfigBuild = {
  extends: "./tsconfig.json",
  compilerOptions: { noEmit: false, rootDir: ".", outDir: "dist", declarationMap: true, sourceMap: true },
  include: ["src", "fixtures", "mock"],
} as const;

/** Content of package.json: no dependencies, one entry a module. */
export function manifest({ options, modules, namespaces }: Plan): object {
  const modulePaths = modules.map((module) => module.path);
  const namespacePaths = namespaces
    .map(({ folder }) => folder.slice(0, -1))
    .filter((folder) => !modulePaths.includes(folder));
  const entries = [
    [".", entry("src/index")],
    ["./client", entry("src/client")],
    ["./runtime", entry("src/runtime/index")],
    ["./testing", entry("src/testing/index")],
    ["./mock", entry("mock/index")],
    ...modulePaths.map((path) => [`./${path}`, entry(`src/${path}`)]),
    ...namespacePaths.map((path) => [`./${path}`, entry(`src/${path}/index`)]),
    ...(modules.some((module) => module.operations.some(({ fixtures }) => fixtures.length > 0))
      ? [["./fixtures/*", entry("fixtures/*")]]
      : []),
    ["./api.json", "./api.json"],
    ["./package.json", "./package.json"],
  ];
  const hasTests = modules.some(({ operations }) =>
    operations.some((plan) => plan.fixtures.some((one) => isPlayed(one, plan))),
  );
  return {
    name: options.name,
    version: options.version,
    ...(options.description !== undefined && { description: options.description }),
    license: options.license,
    ...(options.repository !== undefined && { repository: options.repository }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    exports: Object.fromEntries(entries),
    files: [
      "dist",
      "src",
      "fixtures",
      "mock",
      "api.json",
      "OPERATIONS.md",
      ...(options.changelog ? ["CHANGELOG.md"] : []),
    ],
    scripts: {
      build: "tsc -p tsconfig.build.json",
      check: "tsc -p .",
      test: hasTests ? 'node --import tsx node_modules/uvu/bin.js test "\\.test\\.ts$"' : "tsc -p .",
      prepack: "npm run build",
    },
    devDependencies: { tsx: "^4.23.15", typescript: "^7.0.2", uvu: "^0.5.6" },
  };
}

function entry(path: string): { types: string; default: string } {
  return { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}
