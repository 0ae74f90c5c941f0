/** Consumers that make code of a document: whether it compiles, and whether its types are those of the package. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Consumer } from "./consumers.js";
import type { Subject } from "./subjects.js";
import { bin, modules, script, tool, tools, type Deadline } from "./tools.js";

/** How code is generated: words for the program of a package, with the folder to write to. */
interface Generator {
  readonly name: string;
  readonly program: string;
  /** What is to be known where it compiles. */
  without?(subject: Subject): string;
  words(subject: Subject, out: string): readonly string[];
}

/** Of more text than this, orval makes a mock that is longer than texts can be. */
const mostForMocks = 5_000_000;

const typesOnly: Generator = {
  name: "openapi-typescript",
  program: "openapi-typescript",
  words: ({ file }, out) => [file, "-o", join(out, "types.d.ts")],
};

const generators: readonly Generator[] = [
  typesOnly,
  {
    name: "orval",
    program: "orval",
    without: ({ bytes }) => (bytes < mostForMocks ? "" : ", without mocks (too long for a text of JavaScript)"),
    words: (subject, out) => ["--config", orvalConfig(subject, out)],
  },
  {
    name: "@hey-api/openapi-ts",
    program: "openapi-ts",
    words: ({ file }, out) => ["-i", file, "-o", join(out, "client")],
  },
];

/** A client of fetch, and mocks that answer with the documented examples. */
function orvalConfig({ file: input, bytes }: Subject, out: string): string {
  const output = { mode: "split", target: join(out, "api.ts"), client: "fetch", mock: bytes < mostForMocks };
  const config = join(out, "orval.config.mjs");
  const options = { api: { input, output: { ...output, override: { mock: { useExamples: true } } } } };
  writeFileSync(config, `export default ${JSON.stringify(options)};\n`);
  return config;
}

/** What one document gave never meets what another one did. */
function outOf({ program }: Generator, { name, hash }: Subject): string {
  return join(tools, "generated", program, `${name}-${hash.slice(0, 12)}`);
}

function generate(generator: Generator, subject: Subject, deadline: Deadline): string {
  const out = outOf(generator, subject);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  tool([bin(generator.name, generator.program), ...generator.words(subject, out)], deadline);
  return out;
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

function consumer(generator: Generator): Consumer {
  return {
    name: generator.name,
    package: generator.name,
    does: "generates, then `tsc --strict`",
    figure(subject, deadline) {
      const out = generate(generator, subject, deadline);
      writeFileSync(join(out, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
      tool([join(modules, "typescript/bin/tsc"), "-p", out], deadline);
      return `compiles${generator.without?.(subject) ?? ""}`;
    },
  };
}

/** What `agreement.ts` counts. */
const agreement: Consumer = {
  name: "the types of openapi-typescript",
  does: "agree with those of the package",
  figure(subject, deadline) {
    const types = join(outOf(typesOnly, subject), "types.d.ts");
    if (!existsSync(types)) generate(typesOnly, subject, deadline);
    return script("agreement.ts", [subject.folder, types], deadline).split("\n", 1)[0] ?? "";
  },
};

export const generatorConsumers: readonly Consumer[] = [...generators.map(consumer), agreement];
