/** The rules that hold the parts apart. What a line of one file can break without any other test noticing is checked here. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, SyntaxKind, type SourceFile } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { listFiles } from "../generator/compare.js";

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

/** Small files without imports of their own parts that every folder may use. */
const leaves = new Set(
  [
    "bounds",
    "edges",
    "failure",
    "findings",
    "invisible",
    "json",
    "json-locate",
    "json-loss",
    "json-marks",
    "member-name",
    "output-file",
    "own",
    "usage-error",
  ].map((name) => `generator/${name}.ts`),
);
const emitters = new Set(["ts-morph", "prettier"]);

function isPackage({ to }: Import): boolean {
  return !to.startsWith("generator/") && !to.startsWith("templates/");
}

architecture("the imports are seen at all", () => {
  assert.ok(imports.some(({ from, to }) => from === "generator/build.ts" && to === "generator/model/link.ts"));
});

/** Pure knowledge that the rooms share: how URLs and names are written. */
function isShared({ to }: Import): boolean {
  return to.startsWith("generator/shared/");
}

architecture("shared/ knows nothing of the rooms that use it", () => {
  assert.equal(
    strangers(/^generator\/shared\//, (each) => isShared(each) || leaves.has(each.to) || each.to === "pluralize"),
    [],
  );
});

architecture("URLs are read in shared/odata and nowhere else", () => {
  const ofUrls = /https\??:|v\\d|\\\$(?:ref|value|count|select|id)|\?&|&\?|\{\\w\+\\?\}/;
  const patterns = project.getSourceFiles().flatMap((file) =>
    file.getDescendantsOfKind(SyntaxKind.RegularExpressionLiteral).map((each) => ({
      file: posix.relative(root, file.getFilePath()),
      text: each.getText(),
    })),
  );
  const inGenerator = patterns.filter(({ file }) => file.startsWith("generator/"));
  assert.ok(inGenerator.some(({ file }) => file.startsWith("generator/shared/odata/")));
  assert.equal(
    inGenerator.filter(({ file, text }) => ofUrls.test(text) && !file.startsWith("generator/shared/odata/")),
    [],
  );
});

architecture("read/ knows Markdown and nothing of the API or of TypeScript", () => {
  const allowed = (each: Import): boolean =>
    each.to.startsWith("generator/read/") || isShared(each) || leaves.has(each.to) || isPackage(each);
  assert.equal(
    strangers(/^generator\/read\//, (each) => allowed(each) && !emitters.has(each.to)),
    [],
  );
});

architecture("model/ knows the facts of a page, neither Markdown nor TypeScript", () => {
  const facts = (each: Import): boolean => each.to === "generator/read/page.ts" && each.typeOnly;
  const strange = /^(?:node:|unified|remark|micromark|mdast|unist|vfile|ts-morph|prettier)/;
  const allowed = (each: Import): boolean => {
    return (
      each.to.startsWith("generator/model/") ||
      isShared(each) ||
      leaves.has(each.to) ||
      facts(each) ||
      (isPackage(each) && !strange.test(each.to))
    );
  };
  assert.equal(strangers(/^generator\/model\//, allowed), []);
});

architecture("emit/ knows the types of the model and never reads docs", () => {
  const model = (each: Import): boolean => each.to === "generator/model/api.ts" && each.typeOnly;
  const strange = /^(?:unified|remark|micromark|mdast|unist|vfile)/;
  const allowed = (each: Import): boolean => {
    return (
      each.to.startsWith("generator/emit/") ||
      isShared(each) ||
      leaves.has(each.to) ||
      model(each) ||
      (isPackage(each) && !strange.test(each.to))
    );
  };
  assert.equal(strangers(/^generator\/emit\//, allowed), []);
});

architecture("the leaves import nothing of the generator", () => {
  assert.equal(
    strangers(
      /^generator\/(?:bounds|edges|failure|findings|json|json-locate|json-loss|json-marks|member-name|output-file|own|usage-error)\.ts$/,
      (each) => isPackage(each) || leaves.has(each.to),
    ),
    [],
  );
});

architecture("only the command line and its commands know yargs and each other", () => {
  const upwards = imports.filter(
    ({ from, to }) => to.startsWith("generator/commands/") && !/^generator\/(?:bin\.ts|cli\.ts|commands\/)/.test(from),
  );
  assert.equal(upwards, []);
  assert.equal(
    imports.filter(({ to }) => to === "yargs").map(({ from }) => from),
    ["generator/cli.ts"],
  );
});

architecture("only the writer and the cache write; what was put there by anybody is opened in one place", () => {
  const writing = /^(?:write|append|rm|rename|mkdir|mkdtemp|unlink|copy|cp|link|symlink|truncate|chmod|open|utimes)/;
  const writers = imports.filter(
    ({ to, names }) => /^(?:node:)?fs/.test(to) && (names.length === 0 || names.some((name) => writing.test(name))),
  );
  const writer = ["lock-file", "replace", "work-folder", "write"];
  const cache = ["cache-file", "cache", "prune-caches", "secret"];
  assert.equal(
    new Set(writers.map(({ from }) => from)),
    new Set([...writer, ...cache, "plain-file"].map((file) => `generator/${file}.ts`)),
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
  const templates = listFiles(join(root, "templates")).filter((path) => path.endsWith(".ts"));
  const shipped = listFiles(join(root, "output/src")).filter((path) => /^(?:runtime|testing)\//.test(path));
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
