/**
 * The part of SARIF 2.1.0 that docwright writes, as its specification words it, and stricter: a member that docwright does not mean to write
 * is refused, and so is what GitHub's code scanning rejects (an empty address, an empty list of locations, no help).
 */
const text = { type: "string", minLength: 1 };
const message = { type: "object", required: ["text"], additionalProperties: false, properties: { text } };
const multiformat = {
  type: "object",
  required: ["text"],
  additionalProperties: false,
  properties: { text, markdown: text },
};
const level = { enum: ["none", "note", "warning", "error"] };
const number = { type: "integer", minimum: 1 };

const location = {
  type: "object",
  required: ["physicalLocation"],
  additionalProperties: false,
  properties: {
    id: { type: "integer", minimum: 0 },
    message,
    physicalLocation: {
      type: "object",
      required: ["artifactLocation", "region"],
      additionalProperties: false,
      properties: {
        artifactLocation: {
          type: "object",
          required: ["uri"],
          additionalProperties: false,
          // relative to the repository: neither a scheme nor a root
          properties: {
            uri: { ...text, format: "uri-reference", not: { pattern: "^(?:[A-Za-z][A-Za-z0-9+.-]*:|/)" } },
          },
        },
        region: {
          type: "object",
          required: ["startLine", "startColumn"],
          additionalProperties: false,
          properties: { startLine: number, startColumn: number, endLine: number, endColumn: number },
        },
      },
    },
  },
};

const rule = {
  type: "object",
  required: ["id", "shortDescription", "fullDescription", "help"],
  additionalProperties: false,
  properties: {
    id: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: { ...multiformat, required: ["text", "markdown"] },
    helpUri: { type: "string", format: "uri", minLength: 1 },
    defaultConfiguration: { type: "object", additionalProperties: false, properties: { level } },
  },
};

const result = {
  type: "object",
  required: ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
  additionalProperties: false,
  properties: {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message,
    locations: { type: "array", minItems: 1, items: location },
    relatedLocations: { type: "array", uniqueItems: true, items: location },
    partialFingerprints: {
      type: "object",
      additionalProperties: { type: "string" },
      // the upload computes it, and warns about any other value
      not: { required: ["primaryLocationLineHash"] },
    },
  },
};

const notification = {
  type: "object",
  required: ["message"],
  additionalProperties: false,
  properties: { level, message },
};

const invocation = {
  type: "object",
  required: ["executionSuccessful"],
  additionalProperties: false,
  properties: {
    executionSuccessful: { type: "boolean" },
    toolExecutionNotifications: { type: "array", items: notification },
  },
};

const driver = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: { name: text, semanticVersion: text, rules: { type: "array", uniqueItems: true, items: rule } },
};

export const sarifSchema = {
  type: "object",
  required: ["$schema", "version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: {
        type: "object",
        required: ["tool", "results"],
        additionalProperties: false,
        properties: {
          tool: { type: "object", required: ["driver"], additionalProperties: false, properties: { driver } },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: { type: "array", items: invocation },
          results: { type: "array", maxItems: 5000, items: result },
        },
      },
    },
  },
};
