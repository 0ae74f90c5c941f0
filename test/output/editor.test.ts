/** What an editor shows to users of the generated package: signatures, names to choose from, the words of the docs. */
import { join } from "node:path";
import { Node, Project, ts } from "ts-morph";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root } from "../helpers/npm.js";

const editor = suite("what an editor shows");
const project = new Project({ tsConfigFilePath: join(root, "output/tsconfig.json") });
const service = project.getLanguageService().compilerObject;

/** A program of a user; `|` marks the places that are asked for. */
function placesIn(program: string): { file: string; places: number[] } {
  const file = join(root, "output/src/program.ts");
  const text = `import * as api from "./index.js";
declare const client: api.Client;
const where = { applicationId: "a", synchronizationJobId: "j" };
${program}`;
  const parts = text.split("|");
  const places = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
  project.createSourceFile(file, parts.join(""), { overwrite: true });
  return { file, places };
}

function hover(program: string): string {
  const { file, places } = placesIn(program);
  const { displayParts } = service.getQuickInfoAtPosition(file, places[0] ?? 0) ?? {};
  return ts.displayPartsToString(displayParts).replace(/\s+/g, " ");
}

function offered(program: string): string[] {
  const { file, places } = placesIn(program);
  return (service.getCompletionsAtPosition(file, places[0] ?? 0, {})?.entries ?? []).map(({ name }) => name).sort();
}

editor("a call without options names the documented type", () => {
  assert.is(
    hover("void api.|getSynchronizationJob(client, where);"),
    "function getSynchronizationJob<never, never>(client: api.Client, where: { applicationId: string; synchronizationJobId: string; }, " +
      "options?: api.Query<api.SynchronizationJob, api.SynchronizationJobRelationships, never, never> | undefined): " +
      "Promise<api.Without<api.SynchronizationJob, api.SynchronizationJobRelationships>>",
  );
  assert.match(hover("void api.|listSynchronizedIdentities(client, {});"), /: api\.List<api\.SynchronizedIdentity>$/);
  assert.match(
    hover("void api.|deltaSynchronizedIdentity(client, where);"),
    /: api\.Delta<api\.SynchronizedIdentity>$/,
  );
});

editor("what is selected and expanded is written out, and nothing else", () => {
  const job = (expand: string): string =>
    hover(`const |job = await api.getSynchronizationJob(client, where, { select: ["id"], expand: ${expand} });`);
  assert.is(
    job(
      `{ identities: { select: ["jobId"] }, schema: { select: ["version"], expand: { directories: { select: ["name"] } } } }`,
    ),
    'const job: { "@odata.etag"?: string; id: string; identities: { jobId?: string; }[]; ' +
      "schema?: { version?: string; directories: { name?: string; }[]; } | null; }",
  );
  assert.is(
    job(`["identities"]`),
    'const job: { "@odata.etag"?: string; id: string; identities: api.SynchronizedIdentity[]; }',
  );
});

editor("documented names are offered at any depth", () => {
  const at = (options: string): string[] => offered(`void api.getSynchronizationJob(client, where, ${options});`);
  assert.equal(at(`{ expand: ["|"] }`), ["events", "identities", "owners", "schema"]);
  assert.equal(at(`{ expand: { "|": {} } }`), ["events", "identities", "owners", "schema"]);
  assert.equal(at(`{ expand: { schema: { expand: ["|"] } } }`), ["directories"]);
  assert.equal(at(`{ expand: { schema: { select: ["|"] } } }`), ["id", "synchronizationRules", "version"]);
  assert.equal(at(`{ expand: { schema: { expand: { directories: { select: ["|"] } } } } }`), [
    "discoveryDateTime",
    "id",
    "name",
    "readOnly",
  ]);
});

editor("every function has words, permissions and a page; every declaration has words", () => {
  const files = project.getSourceFiles(join(root, "output/src/**/*.ts"));
  const functions = files
    .filter((file) => !/\/(runtime|testing|mock)\//.test(file.getFilePath()))
    .flatMap((file) => file.getFunctions());
  const operations = functions.filter((each) => each.getName() !== "createClient");
  assert.ok(operations.length > 30);
  // Of a function with overloads, these are what an editor shows.
  const forms = operations.flatMap((each) => (each.getOverloads().length > 0 ? each.getOverloads() : [each]));
  for (const each of forms) {
    const text = each
      .getJsDocs()
      .map((doc) => doc.getText())
      .join("\n");
    assert.match(text, /^\/\*\*\n \* \w.*\n/, each.getName());
    assert.match(text, /^ \* Permissions( \(.+\))?: /m, each.getName());
    assert.match(text, /^ \* @see api\/[\w-]+\.md$/m, each.getName());
  }
  // of the mock its users see what its index exports
  const bare = files
    .filter((file) => !/\/mock\/(?!index\.ts)/.test(file.getFilePath()))
    .flatMap((file) => [...file.getExportedDeclarations()])
    .filter(([, [declaration]]) => declaration !== undefined && commentOf(declaration) === "")
    .map(([name]) => name);
  assert.equal(bare, []);
});

editor("the banner of a page strikes a function out", () => {
  const { file, places } = placesIn("void api.|stopSynchronizationJob; void api.|pauseSynchronizationJob;");
  const [stop, pause] = places.map((place) =>
    service.getQuickInfoAtPosition(file, place)?.tags?.map(({ name }) => name),
  );
  assert.equal(stop, ["deprecated", "see"]);
  assert.equal(pause, ["see"]);
});

/** Of a variable, the comment of its statement. */
function commentOf(declaration: Node): string {
  const holder = Node.isVariableDeclaration(declaration) ? declaration.getVariableStatement() : declaration;
  return Node.isJSDocable(holder)
    ? holder
        .getJsDocs()
        .map((doc) => doc.getText())
        .join("")
    : "-";
}

editor.run();
