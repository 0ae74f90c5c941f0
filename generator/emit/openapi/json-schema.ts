/** The types of a published API as one JSON Schema: `$defs` has them all, as they come and as they are sent. */
import type { PublishedApi } from "../../model/published.js";
import type { About } from "./openapi.js";
import { schemaForm } from "./form.js";
import { createKnown } from "./known.js";
import { safeLine } from "./texts.js";
import { enumComponent, typeReference } from "./values.js";

/** Of every type and every enumeration, whether an operation has it or not. */
export function jsonSchemaOf(api: PublishedApi, { title, version }: About): Readonly<Record<string, unknown>> {
  const known = createKnown(api, schemaForm);
  for (const type of api.types) {
    typeReference(type, "read", known);
    typeReference(type, "write", known);
  }
  for (const each of api.enums) if (each.members.length > 0) enumComponent(each, known);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:docwright:${encodeURIComponent(title)}:${encodeURIComponent(version)}`,
    title: safeLine(title),
    $defs: Object.fromEntries(known.components()),
  };
}
