/** `docwright openapi`: writes the OpenAPI document of docs, or of an earlier package, and the JSON Schema of its types. */
import { own } from "../../shared/own.js";
import { resolve } from "node:path";
import { denseJson, readableJson } from "../../emit/json/readable.js";
import type { OpenApiDocument } from "../../emit/openapi/document.js";
import { forms, type Form } from "../../emit/openapi/form.js";
import { jsonSchemaOf } from "../../emit/openapi/json-schema.js";
import { partOfApi } from "../../emit/openapi/only.js";
import { openApiOf, type About } from "../../emit/openapi/openapi.js";
import { pageLinks } from "../../emit/openapi/page-links.js";
import { isAbsolute } from "../../shared/odata/url.js";
import { closest } from "../../shared/suggest.js";
import { UsageError } from "../../shared/usage-error.js";
import { stateOf, writeOneFile } from "../../write/one-file.js";
import { checkDocsUrl, type Settings } from "../config.js";
import { publishedFrom, type Published } from "./openapi-source.js";
import { isUnreadable } from "../../findings/told.js";
import { shownPath, unreadableLines } from "../report.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type Call } from "./call.js";

/** Resolves to the exit code. Throws a `UsageError` where nothing can be read, nothing is left, or something else stands in the way. */
export async function runOpenApi(call: Call): Promise<number> {
  const { settings, terminal } = call;
  const form = formOf(settings.openapiVersion ?? "3.1");
  const published = await publishedFrom(call);
  const api = partOfApi(published.api, settings.only ?? []);
  if (api.operations.length === 0) throw new UsageError(nothingLeft(settings));
  const about = aboutOf(published, settings);
  const document = openApiOf(api, form, about);
  const texts = [
    await textFile(settings.openapi ?? resolve("openapi.json"), document),
    ...(settings.jsonSchema === undefined ? [] : [await textFile(settings.jsonSchema, jsonSchemaOf(api, about))]),
  ];
  terminal.print(summaryLines(document));
  const states = texts.map((file) => bring(file, settings.check === true, terminal));
  const code = tell(published, terminal);
  return settings.check && states.some((isCurrent) => !isCurrent) ? exitCode.outOfDate : code;
}

function formOf(version: string): Form {
  const form = forms.get(version);
  if (form !== undefined) return form;
  throw new UsageError(`OpenAPI ${version} is not written here.${closest(version, [...forms.keys()])}`);
}

function nothingLeft({ only = [] }: Settings): string {
  return only.length === 0 ? "No operation was found." : `No operation has a path or a page like ${only.join(" or ")}.`;
}

/** What the settings say, else what the package says of itself. */
function aboutOf({ api, manifest = {} }: Published, settings: Settings): About {
  const said = (key: string): string | undefined => {
    const value = own(manifest, key);
    return typeof value === "string" ? value : undefined;
  };
  const license = settings.license ?? said("license");
  const description = settings.description ?? said("description");
  return {
    title: settings.name ?? api.package?.name ?? "API",
    version: settings.packageVersion ?? api.package?.version ?? "0.1.0",
    ...(description !== undefined && { description }),
    ...(license !== undefined && license !== UNLICENSED && { license }),
    ...(settings.contact !== undefined && { contact: contactAt(settings.contact) }),
    linkTo: pageLinks(settings.docsUrl && checkDocsUrl(settings.docsUrl)),
  };
}

function contactAt(address: string): NonNullable<About["contact"]> {
  if (MAIL.test(address)) return { email: address };
  if (isAbsolute(address) && URL.canParse(address)) return { url: new URL(address).href };
  throw new UsageError(`${address} is no address of the web or of mail: contact takes https://… or name@….`);
}

const MAIL = /^[^\s@:/]+@[^\s@:/]+$/;
/** npm's word for no licence. */
const UNLICENSED = "UNLICENSED";

interface TextFile {
  readonly path: string;
  readonly content: string;
}

/** In YAML where the file is called so. */
async function textFile(path: string, value: unknown): Promise<TextFile> {
  if (!/\.ya?ml$/i.test(path)) return { path, content: `${jsonText(value)}\n` };
  const { stringify } = await import("yaml");
  return { path, content: stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }) };
}

/** More characters than anybody reads, or a viewer of changes shows. */
const MOST_READABLE = 2_000_000;
/** Documents hold an operation or a schema of the components so deep. */
const DEPTH = 3;

function jsonText(value: unknown): string {
  const text = readableJson(value);
  return text.length <= MOST_READABLE ? text : denseJson(value, DEPTH);
}

/** Writes the file, or only looks at it. Returns whether it was up to date. */
function bring({ path, content }: TextFile, check: boolean, terminal: Terminal): boolean {
  const state = check ? stateOf(path, content, isDocument) : writeOneFile(path, content, isDocument);
  const isCurrent = state === "up to date";
  terminal.print([`output    ${shownPath(path)}: ${check || isCurrent ? state : "written"}`]);
  return isCurrent;
}

/** Whether a text is a document that was written here. Others begin alike: what somebody wrote by hand, and any JSON that names its schema. */
function isDocument(text: string): boolean {
  return /^\s*(?:\{\s*)?"?(?:openapi|\$schema)"?\s*:/.test(text) && OWN.some((mark) => text.includes(mark));
}

/** Every operation has the one, every JSON Schema the other. */
const OWN = ["x-docwright-id", "urn:docwright:"];

function summaryLines({ openapi, paths, components }: OpenApiDocument): string[] {
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const aside = operations.flatMap((operation) => operation["x-docwright-examples"] ?? []).length;
  return [
    `OpenAPI   ${openapi}, ${count(Object.keys(paths).length, "path")}, ${count(operations.length, "operation")}, ${count(Object.keys(components.schemas).length, "schema")}`,
    ...(aside === 0 ? [] : [`examples  ${aside} that do not fit their schema are in x-docwright-examples`]),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What was amiss with the docs; their findings are listed by `docwright generate`. */
function tell({ reading }: Published, terminal: Terminal): number {
  if (reading === undefined) return exitCode.clean;
  const { findings } = reading;
  terminal.complain(unreadableLines(reading));
  if (findings.some(isUnreadable)) return exitCode.failed;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) terminal.print([`findings  ${count(errors, "error")}: docwright generate lists them`]);
  return errors > 0 || reading.failedPages.length > 0 ? exitCode.docsHaveErrors : exitCode.clean;
}
