/** The rules that hold the parts apart. What a line of one file can break without any other test noticing is checked here. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, SyntaxKind, type SourceFile } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { listFiles } from "../generator/write/compare.js";

const architecture = suite("architecture");
const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** `const reading = suite("…")`, or uvu's one suite without a name. */
const suiteName = /^const (\w+) = suite\(|^import \{[^}]*\b(test)\b[^}]*\} from "uvu"/gm;

interface Import {
  /** File that imports, relative to the project. */
  readonly from: string;
  /** File relative to the project, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

const project = new Project({ skipAddingFilesFromTsConfig: true });
const imports = ["generator", "templates"].flatMap((folder) =>
  listFiles(join(root, folder))
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => importsOf(project.addSourceFileAtPath(join(root, folder, path)), `${folder}/${path}`)),
);

function importsOf(file: SourceFile, from: string): Import[] {
  return [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap((declaration) => {
    const specifier = declaration.getModuleSpecifierValue();
    if (specifier === undefined) return [];
    const to = specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts")
      : specifier;
    const named = "getNamedImports" in declaration ? declaration.getNamedImports() : declaration.getNamedExports();
    return [{ from, to, typeOnly: declaration.isTypeOnly(), names: named.map((each) => each.getName()) }];
  });
}

/** The imports from files that match `from` which `allowed` does not let pass, as text. */
function strangers(from: RegExp, allowed: (each: Import) => boolean): string[] {
  const found = imports.filter((each) => from.test(each.from) && !allowed(each));
  return found.map((each) => `${each.from} imports ${each.to}`);
}

/** The rooms of generator/ from the ground up, and what of the others each may import. */
const rooms: Readonly<Record<string, { readonly from?: readonly string[]; readonly types?: readonly string[] }>> = {
  shared: {},
  findings: { from: ["shared"] },
  write: { from: ["shared"] },
  dialect: { from: ["shared", "findings"] },
  guide: { from: ["shared", "findings", "dialect"] },
  read: { from: ["shared", "findings", "dialect"] },
  model: { from: ["shared", "findings", "dialect"], types: ["read/page"] },
  plan: { from: ["shared", "dialect"], types: ["model/api"] },
  emit: { from: ["shared", "plan"], types: ["model/api", "model/published"] },
  "read-api-json": { from: ["shared"], types: ["model/published"] },
  scopes: { from: ["shared", "read-api-json"], types: ["model/published", "model/api"] },
  diff: { from: ["shared"], types: ["model/api", "model/published"] },
  run: { from: ["shared", "write", "read", "emit"], types: ["plan/plan"] },
  build: {
    from: ["shared", "dialect", "findings", "model", "plan", "emit", "run", "result"],
    types: ["read/page", "read/source/source"],
  },
  result: {
    from: ["shared", "dialect", "findings"],
    types: ["plan/plan", "read/page", "read/source/source", "model/api", "emit/mock/mock-data"],
  },
  serve: { from: ["shared"], types: ["emit/mock/mock-data"] },
  pages: { from: ["shared", "read", "run"], types: ["build", "findings/rules", "plan/plan"] },
  generate: { from: ["pages", "build", "result", "emit", "run"], types: ["plan/plan"] },
  explanation: { types: ["findings/rules", "model/api", "plan/plan", "read/page"] },
  readings: {
    from: ["shared", "findings", "read", "model", "emit", "run", "pages", "build", "explanation", "result"],
    types: ["model/published", "plan/plan"],
  },
  check: {
    from: ["shared", "findings", "write", "readings", "result"],
    types: ["plan/plan", "build", "read/page"],
  },
  cli: {
    from: [
      "shared",
      "dialect",
      "findings",
      "guide",
      "write",
      "read",
      "model",
      "plan",
      "run",
      "result",
      "generate",
      "explanation",
      "readings",
      "check",
      "read-api-json",
      "scopes",
      "diff",
      "emit",
      "serve",
    ],
    types: ["model/published", "build"],
  },
};
/** Inside of the reader, from the ground up. What stands in `read/` itself is on top, but for the contract, which all may import. */
const readingRooms = ["source", "markdown", "lean", "phrases", "blocks", "facts", "slips"];
/** Packages that a room may not know. */
const notFor: Readonly<Record<string, RegExp>> = {
  read: /^(?:ts-morph|prettier)/,
  model: /^(?:node:|unified|remark|micromark|mdast|unist|vfile|ts-morph|prettier)/,
  plan: /^(?:node:|unified|remark|micromark|mdast|unist|vfile|ts-morph|prettier)/,
  emit: /^(?:unified|remark|micromark|mdast|unist|vfile)/,
};

/** `generator/read/facts/grant.ts` → `read`; undefined for a package. */
function roomOf(path: string): string | undefined {
  return /^generator\/([^/.]+)/.exec(path)?.[1];
}

architecture("the imports are seen at all", () => {
  assert.ok(imports.some(({ from, to }) => from === "generator/build.ts" && to === "generator/model/link.ts"));
});

architecture("every room imports what lies below it, and of the contracts above no more than types", () => {
  const isBelow = ({ from, to, typeOnly }: Import): boolean => {
    const [room = "", other = ""] = [roomOf(from), roomOf(to)];
    const { from: below = [], types = [] } = rooms[room] ?? {};
    return other === room || below.includes(other) || (typeOnly && types.some((each) => to === `generator/${each}.ts`));
  };
  assert.equal(
    strangers(/^generator\//, (each) => roomOf(each.to) === undefined || isBelow(each)),
    [],
  );
});

architecture("an OpenAPI document is made of the published model: what api.json has not, it cannot have", () => {
  const ways = ["plan/inheritance", "plan/name-pool", "emit/typescript/doc"].map((path) => `generator/${path}.ts`);
  const isAllowed = ({ to, typeOnly }: Import): boolean =>
    /^(?:generator\/(?:shared|emit\/openapi)\/|node:)/.test(to) ||
    ways.includes(to) ||
    (typeOnly && ["generator/model/api.ts", "generator/model/published.ts"].includes(to));
  assert.equal(strangers(/^generator\/emit\/openapi\//, isAllowed), []);
});

architecture("the command line has documents made, and readable JSON; what the package holds is the pipeline's", () => {
  const isAllowed = (to: string): boolean => /^generator\/emit\/(?:openapi\/|json\/readable\.ts)/.test(to);
  assert.equal(
    strangers(/^generator\/cli\//, ({ to }) => !to.startsWith("generator/emit/") || isAllowed(to)),
    [],
  );
});

architecture("reading goes up: source, Markdown, its lean parser, phrases, blocks, facts, slips", () => {
  const levelOf = (path: string): number => {
    const [, folder] = /^generator\/read\/(?:(\w+)\/)?/.exec(path) ?? [];
    return folder === undefined ? readingRooms.length : readingRooms.indexOf(folder);
  };
  const isContract = (to: string): boolean => /^generator\/read\/page(?:-parts)?\.ts$/.test(to);
  const up = strangers(/^generator\/read\//, ({ from, to }) => {
    return roomOf(to) !== "read" || isContract(to) || levelOf(to) <= levelOf(from);
  });
  assert.equal(up, []);
});

architecture("no room knows the libraries of another", () => {
  assert.equal(
    strangers(/^generator\//, ({ from, to }) => !notFor[roomOf(from) ?? ""]?.test(to)),
    [],
  );
});

architecture("files import each other in no circle, be it for a type", () => {
  const importedBy = new Map<string, string[]>();
  for (const { from, to } of imports) importedBy.set(from, [...(importedBy.get(from) ?? []), to]);
  const settled = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, above: readonly string[]): void => {
    if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(" → "));
    if (settled.has(file) || above.includes(file)) return;
    for (const to of importedBy.get(file) ?? []) visit(to, [...above, file]);
    settled.add(file);
  };
  for (const file of importedBy.keys()) if (roomOf(file) !== undefined) visit(file, []);
  assert.equal(circles, []);
});

architecture("contracts hold types and nothing that runs", () => {
  const contracts = [
    "read/page",
    "read/page-parts",
    "shared/ledger",
    "findings/checked",
    "model/api",
    "model/api-value",
    "model/api-operation",
    "plan/plan",
  ];
  const running = contracts.filter((path) => {
    const file = project.getSourceFileOrThrow(join(root, `generator/${path}.ts`));
    return file.getFunctions().length + file.getVariableStatements().length + file.getClasses().length > 0;
  });
  assert.equal(running, []);
});

architecture("a folder holds about twenty files", () => {
  const files = imports.map(({ from }) => from).filter((path) => path.startsWith("generator/"));
  const folders = [...new Set(files)].map((path) => posix.dirname(path));
  const crowded = new Set(folders.filter((folder) => folders.filter((each) => each === folder).length > 24));
  assert.equal([...crowded], []);
});

/** The regular expressions of the generator that `is` says yes to, as text, and the files they stand in. */
function patterns(is: (pattern: string) => boolean): readonly string[] {
  return project.getSourceFiles().flatMap((file) => {
    const path = posix.relative(root, file.getFilePath());
    const literals = path.startsWith("generator/")
      ? file.getDescendantsOfKind(SyntaxKind.RegularExpressionLiteral)
      : [];
    return literals.map((each) => each.getText()).flatMap((text) => (is(text) ? [`${path} ${text}`] : []));
  });
}

architecture("URLs are read in shared/odata and nowhere else", () => {
  const ofUrls = /https\??:|v\\d|\\\$(?:ref|value|count|select|id)|\?&|&\?|\{\\w\+\\?\}/;
  const found = patterns((text) => ofUrls.test(text));
  const isAtHome = (each: string): boolean => each.startsWith("generator/shared/odata/");
  assert.ok(found.some(isAtHome));
  assert.equal(
    found.filter((each) => !isAtHome(each)),
    [],
  );
});

architecture("links and code spans are read in read/markdown and read/lean, all others have runs", () => {
  const anyClass = /\[(?:[^\]\\]|\\.)*\]/g;
  const isOfLinks = (text: string): boolean => /\\\]\??(?:\(\?:)?\\\(/.test(text);
  // a back-tick, what is none, a back-tick; in a class of marks it is but one of these
  const isOfCode = (text: string): boolean => (text.replace(anyClass, "").match(/`/g)?.length ?? 0) > 1;
  const found = patterns((text) => isOfLinks(text) || isOfCode(text));
  // the source is searched for what a page includes before anything is parsed
  const isAtHome = (each: string): boolean => /^generator\/read\/(?:lean|markdown|source)\//.test(each);
  assert.ok(found.some((each) => each.startsWith("generator/read/markdown/")));
  assert.equal(
    found.filter((each) => !isAtHome(each)),
    [],
  );
});

architecture("the API is made of facts: what is said of the lines of a page beside them can change without it", () => {
  const names = new Set(["ledger", "outline", "suppressions"]);
  const naming = (files: readonly SourceFile[]): readonly string[] =>
    files.flatMap((file) =>
      file
        .getDescendantsOfKind(SyntaxKind.Identifier)
        .filter((each) => names.has(each.getText()))
        .map((each) => `${posix.relative(root, file.getFilePath())} ${each.getText()}`),
    );
  const filesIn = (rooms: RegExp): readonly SourceFile[] =>
    project.getSourceFiles().filter((file) => rooms.test(posix.relative(root, file.getFilePath())));
  assert.ok(naming(filesIn(/^generator\/read\/account/)).length >= names.size);
  assert.equal(naming(filesIn(/^generator\/(?:build\.ts|(?:model|plan|emit)\/)/)), []);
});

architecture("sentences on rows and bodies are read in read/phrases: the model has what they say", () => {
  const isOfSentences = (text: string): boolean => /\b[a-z']{2,}\)? (?:\(\?:)?[a-z]/.test(text);
  const found = patterns(isOfSentences);
  assert.ok(found.some((each) => each.startsWith("generator/read/phrases/row-words.ts")));
  assert.ok(found.some((each) => each.startsWith("generator/read/phrases/body-sentence.ts")));
  const isOfModel = (each: string): boolean =>
    /^generator\/model\/(?:claims|bodies\/.+|types\/(?:row-claims|properties))\.ts /.test(each);
  assert.equal(
    found.filter((each) => isOfModel(each)),
    [],
  );
});

architecture("only the server knows fastify", () => {
  assert.equal(
    imports.filter(({ to }) => to === "fastify").map(({ from }) => from),
    ["generator/serve/server.ts"],
  );
});

architecture("only the command line knows yargs", () => {
  assert.equal(
    imports.filter(({ to }) => to === "yargs").map(({ from }) => from),
    ["generator/cli/main.ts"],
  );
});

architecture(
  "help loads yargs and colours, and no other package: what a command needs is imported when it runs",
  () => {
    const reached = new Set(["generator/cli/bin.ts"]);
    for (const file of reached)
      for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) reached.add(to);
    assert.equal([...reached].filter((to) => !to.startsWith("generator/") && !to.startsWith("node:")).sort(), [
      "picocolors",
      "yargs",
    ]);
    const files = [...reached].filter((to) => !to.startsWith("node:"));
    assert.ok(files.length < 20, files.join(", "));
  },
);

architecture("only the writer and the cache write; what was put there by anybody is opened in one place", () => {
  const writing = /^(?:write|append|rm|rename|mkdir|mkdtemp|unlink|copy|cp|link|symlink|truncate|chmod|open|utimes)/;
  const writers = imports.filter(
    ({ to, names }) => /^(?:node:)?fs/.test(to) && (names.length === 0 || names.some((name) => writing.test(name))),
  );
  const writer = ["lock-file", "new-file", "replace", "report", "tree-folder", "work-folder", "write"].map(
    (file) => `write/${file}`,
  );
  const cache = ["cache-file", "cache", "prune-caches", "sealed-file"].map((file) => `run/${file}`);
  assert.equal(
    new Set(writers.map(({ from }) => from)),
    new Set(
      [...writer, ...cache, "shared/files/plain-file", "shared/files/secret"].map((file) => `generator/${file}.ts`),
    ),
  );
});

architecture("templates import each other and nothing else", () => {
  assert.equal(
    strangers(/^templates\//, ({ to }) => to.startsWith("templates/")),
    [],
  );
  assert.equal(
    strangers(/^templates\/runtime\//, ({ to }) => to.startsWith("templates/runtime/")),
    [],
  );
});

architecture("the generated package holds the templates byte for byte", () => {
  // `client.ts` stands for what each package gets of its own.
  const isShipped = (path: string): boolean => path.endsWith(".ts") && path !== "client.ts";
  const templates = listFiles(join(root, "templates")).filter(isShipped);
  const shipped = listFiles(join(root, "output/src")).filter((path) => /^(?:runtime|testing|mock)\//.test(path));
  assert.equal(shipped, templates);
  const bytes = (folder: string, path: string): string => readFileSync(join(root, folder, path), "utf8");
  assert.equal(
    templates.filter((path) => bytes("output/src", path) !== bytes("templates", path)),
    [],
  );
});

architecture("every test file runs its suites", () => {
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".test.ts"),
  );
  const idle = files.filter((path) => {
    const text = readFileSync(join(root, "test", path), "utf8");
    const suites = [...text.matchAll(suiteName)].map(([, named, plain]) => named ?? plain);
    return suites.length === 0 || suites.some((name) => !text.includes(`${name}.run();`));
  });
  assert.equal(idle, []);
});

architecture.run();
