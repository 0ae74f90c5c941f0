/** The document of `docs/`, as it is committed: tools accept it, and it holds what the pages show. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import type { OpenApiDocument, OperationObject } from "../../generator/emit/openapi/document.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { root } from "../helpers/npm.js";
import { docwright } from "../helpers/run.js";
import { inFolder } from "../helpers/temporary.js";
import { redocly, specification } from "./validators.js";

const sample = suite("OpenAPI document of the sample");

const committed = readFileSync(join(root, "openapi.json"), "utf8");
const document: OpenApiDocument = JSON.parse(committed);
const published: PublishedApi = JSON.parse(readFileSync(join(root, "output/api.json"), "utf8"));
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

/** What a command writes into a file of this name. */
function written(name: string, ...words: string[]): Promise<string> {
  return inFolder(async (folder) => {
    const file = join(folder, name);
    const { code, errors } = await docwright(root, "openapi", ...words, "--out", file);
    assert.is(code, 0, errors);
    return readFileSync(file, "utf8");
  });
}

sample("openapi.json is what the pages say", async () => {
  const { code, output } = await docwright(root, "openapi", "--check");
  assert.is(code, 0, `npm run openapi brings it up to date: ${output}`);
});

sample("the package's api.json gives the same bytes as the pages", async () => {
  assert.is(await written("openapi.json", "output"), committed);
});

sample("YAML says the same", async () => {
  assert.equal(parse(await written("openapi.yaml", "output")), document);
});

for (const version of ["3.1", "3.0"])
  sample(`validators find nothing wrong with ${version}`, async () => {
    const text = await written("openapi.json", "output", "--openapi-version", version);
    assert.equal(await redocly(text, "recommended-strict"), []);
    assert.equal(await specification(text), []);
  });

/** Each named example with the schema that it stands for. */
function examples(): readonly { readonly name: string; readonly value: unknown; readonly pointer: string }[] {
  const at = (...names: string[]): string =>
    `#/${names.map((name) => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}/schema`;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody, responses }]) => {
      const sent = Object.entries(requestBody?.content ?? {}).map(
        ([type, media]) => [media, at("paths", path, method, "requestBody", "content", type)] as const,
      );
      const received = Object.entries(responses).flatMap(([status, response]) =>
        Object.entries("content" in response ? (response.content ?? {}) : {}).map(
          ([type, media]) => [media, at("paths", path, method, "responses", status, "content", type)] as const,
        ),
      );
      return [...sent, ...received].flatMap(([media, pointer]) =>
        Object.entries(media.examples ?? {}).map(([name, { value }]) => ({ name, value, pointer })),
      );
    }),
  );
}

sample("Ajv takes every named example for one of its schema", () => {
  const ajv = new Ajv.default({ strict: true, strictSchema: false, allowUnionTypes: true, validateFormats: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "urn:docwright:document", ...document });
  const found = examples();
  assert.ok(found.length >= 40);
  for (const { name, value, pointer } of found) {
    const validate = ajv.compile({ $ref: `urn:docwright:document${pointer}` });
    assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors)}`);
  }
});

sample("Ajv takes the JSON Schema of the types as it is, under its strictest settings", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "schema.json");
    await docwright(root, "openapi", "output", "--out", join(folder, "openapi.json"), "--json-schema", file);
    const schema: { $id: string; $defs: Record<string, unknown> } = JSON.parse(readFileSync(file, "utf8"));
    const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, logger: false });
    formats.default(ajv);
    ajv.addSchema(schema);
    const names = Object.keys(schema.$defs);
    for (const { name } of published.types) assert.ok(names.includes(name), name);
    for (const name of names) ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` });
    assert.not.ok(JSON.stringify(schema).includes(`"x-`));
  });
});

/** What of an operation's messages has a place under a name, or aside. */
function placed(operation: OperationObject): readonly string[] {
  const text = JSON.stringify([operation.responses, operation.requestBody, operation["x-docwright-examples"]]);
  return published.operations.flatMap(({ examples: own }) =>
    own.map(({ name }) => name).filter((name) => text.includes(`"${name}"`)),
  );
}

sample("every documented answer with content stands under its name, or aside with the reason", () => {
  const found = new Set(operations.flatMap(placed));
  const lost = published.operations.flatMap(({ examples: own }) =>
    own
      .filter(
        ({ response }) => response?.body !== undefined || /json|plain/.test(response?.headers["Content-Type"] ?? ""),
      )
      .map(({ name }) => name)
      .filter((name) => !found.has(name)),
  );
  assert.equal(lost, []);
});

sample("every function of the package is the operation of the same name, and each has its page", () => {
  const ids = new Set(operations.map(({ operationId }) => operationId));
  assert.equal(
    published.operations.map((each) => each.function).filter((name) => !ids.has(name)),
    [],
  );
  assert.ok(operations.every((each) => each["x-docwright-page"] !== undefined));
});

sample.run();
