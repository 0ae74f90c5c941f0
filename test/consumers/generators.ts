/** Consumers that make code of a document: whether it compiles, and whether its types are those of the package. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Consumer } from "./consumers.js";
import type { Subject } from "./subjects.js";
import { bin, Deadline, modules, script, tool, tools, TooLate } from "./tools.js";

/** How code is generated: words for the program of a package, with the folder to write to. */
interface Generator {
  readonly name: string;
  readonly program: string;
  words(subject: Pick<Subject, "file">, out: string): readonly string[];
}

const typesOnly: Generator = {
  name: "openapi-typescript",
  program: "openapi-typescript",
  words: ({ file }, out) => [file, "-o", join(out, "types.d.ts")],
};

const orval = (mock: boolean): Generator => ({
  name: "orval",
  program: "orval",
  words: (subject, out) => ["--config", orvalConfig(subject, out, mock)],
});

const heyApi: Generator = {
  name: "@hey-api/openapi-ts",
  program: "openapi-ts",
  words: ({ file }, out) => ["-i", file, "-o", join(out, "client")],
};

/** Each without more than it does by itself. */
export const generators: readonly Generator[] = [typesOnly, heyApi, orval(false)];

/** A client of fetch, and mocks that answer with the documented examples. */
function orvalConfig({ file: input }: Pick<Subject, "file">, out: string, mock: boolean): string {
  const output = { mode: "split", target: join(out, "api.ts"), client: "fetch", mock };
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

function compiles(generator: Generator, subject: Subject, deadline: Deadline): string {
  const out = generate(generator, subject, deadline);
  writeFileSync(join(out, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  tool([join(modules, "typescript/bin/tsc"), "-p", out], deadline);
  return "compiles";
}

/** Of more text than this, orval makes a mock that is longer than texts can be. */
const mostForMocks = 5_000_000;

/** Its mocks write out every type wherever it stands; where that takes too long, the client is looked at without them. */
function orvalFigure(subject: Subject, deadline: Deadline): string {
  const without = (reason: string): string =>
    `${compiles(orval(false), subject, new Deadline(subject.seconds))} without mocks (${reason})`;
  if (subject.bytes > mostForMocks) return without("with them longer than a text can be");
  try {
    return compiles(orval(true), subject, deadline);
  } catch (error) {
    if (error instanceof TooLate) return without(`with them not within ${deadline.seconds} s`);
    throw error;
  }
}

function consumer({ name }: Generator, figure: Consumer["figure"]): Consumer {
  return {
    name,
    package: name,
    does: "generates, then `tsc --strict`",
    scripts: ["generators.ts", "tools.ts"],
    figure,
  };
}

/** What `agreement.ts` counts. */
const agreement: Consumer = {
  name: "the types of openapi-typescript",
  does: "agree with those of the package",
  scripts: ["generators.ts", "agreement.ts", "tools.ts"],
  figure(subject, deadline) {
    const types = join(outOf(typesOnly, subject), "types.d.ts");
    if (!existsSync(types)) generate(typesOnly, subject, deadline);
    return script("agreement.ts", [subject.folder, types], deadline).split("\n", 1)[0] ?? "";
  },
};

export const generatorConsumers: readonly Consumer[] = [
  consumer(typesOnly, (subject, deadline) => compiles(typesOnly, subject, deadline)),
  consumer(orval(true), orvalFigure),
  consumer(heyApi, (subject, deadline) => compiles(heyApi, subject, deadline)),
  agreement,
];
