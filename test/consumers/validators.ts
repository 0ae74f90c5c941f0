/** Consumers that say whether a document is one. */
import type { Consumer } from "./consumers.js";
import { classes } from "../openapi/validators.js";
import { script, tool, type Deadline } from "./tools.js";

/** A few are told in full, many by how often each kind occurs. */
function problems(json: string): string {
  const verdict: readonly string[] = JSON.parse(json);
  const kinds = Object.entries(classes(verdict)).map(([kind, count]) => (count === 1 ? kind : `${count}× ${kind}`));
  return kinds.length === 0 ? "no problem" : kinds.sort().join("; ");
}

function inNode(program: string, file: string, deadline: Deadline): string {
  return tool(["--input-type=module", "-e", program, file], deadline).trim();
}

/**
 * Before any rule, Spectral writes out every reference wherever it stands, which has no end where thousands of types refer to each other. There
 * it is given the document with its references, all but those to parameters and responses, and the rules that need schemas are left to others.
 */
const lintBySpectral = `
  import core from "@stoplight/spectral-core";
  import rulesets from "@stoplight/spectral-rulesets";
  import { readFileSync } from "node:fs";
  const document = JSON.parse(readFileSync(process.argv[1], "utf8"));
  const isLarge = Object.keys(document.components.schemas).length > 1000;
  const at = (reference) => reference.slice(2).split("/").reduce((now, key) => now[key], document);
  const written = (value) => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(written);
    const { $ref } = value;
    if (typeof $ref === "string" && /^#.components.(parameters|responses)./.test($ref)) return written(at($ref));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, written(each)]));
  };
  const resolve = async () => ({ result: written(document), refMap: {}, graph: { overallOrder: () => [] }, errors: [], runner: {} });
  const linter = new core.Spectral(isLarge ? { resolver: { resolve, uriCache: {} } } : {});
  const others = isLarge ? { "oas3-valid-media-example": "off", "oas3-valid-schema-example": "off", "oas3-unused-component": "off" } : {};
  linter.setRuleset({ extends: [[{ ...rulesets.oas, extends: [] }, "recommended"]], rules: others });
  const problems = await linter.run(document);
  const severities = ["error", "warn", "info", "hint"];
  console.log(JSON.stringify(problems.map(({ severity, code, message }) => severities[severity] + " " + code + ": " + message)));`;
const validateByScalar = `
  import { validate } from "@scalar/openapi-parser";
  import { readFileSync } from "node:fs";
  const { valid, errors } = await validate(readFileSync(process.argv[1], "utf8"));
  console.log(valid ? "no problem" : JSON.stringify(errors));`;
/**
 * Its validation of schemas needs references written out but for those that lead back, which it does anew at each place and for large documents
 * without end. With those as well it remembers what it has written out, so that is what it is asked of large ones, and for its other rules.
 */
const validateBySwaggerParser = `
  import SwaggerParser from "@apidevtools/swagger-parser";
  import { statSync } from "node:fs";
  const isLarge = statSync(process.argv[1]).size > 1_000_000;
  await SwaggerParser.validate(process.argv[1], isLarge ? { validate: { schema: false } } : {});
  console.log(isLarge ? "dereferences" : "no problem");`;

function validator(name: string, does: string, figure: Consumer["figure"]): Consumer {
  return {
    name,
    package: name,
    does,
    scripts: ["validators.ts", "validate.ts", "tools.ts"],
    figure,
  };
}

export const validators: readonly Consumer[] = [
  validator(
    "@redocly/openapi-core",
    "lints; `docs` with recommended-strict, others with recommended",
    ({ file, name }, deadline) =>
      problems(script("validate.ts", ["redocly", file, name === "docs" ? "recommended-strict" : ""], deadline)),
  ),
  validator("@stoplight/spectral-core", "lints, spectral:oas", ({ file }, deadline) =>
    problems(inNode(lintBySpectral, file, deadline)),
  ),
  validator("@seriousme/openapi-schema-validator", "validates", ({ file }, deadline) =>
    problems(script("validate.ts", ["specification", file], deadline)),
  ),
  validator("@scalar/openapi-parser", "validates", ({ file }, deadline) => inNode(validateByScalar, file, deadline)),
  validator("@apidevtools/swagger-parser", "dereferences, validates", ({ file }, deadline) =>
    inNode(validateBySwaggerParser, file, deadline),
  ),
];
