/**
 * What the templates offer to generated code: the public surface of `templates/runtime/index.ts` and `templates/testing/index.ts`. An import is
 * asked for by a key of these tables, so that a misspelt one does not compile; a test compares the tables with the templates.
 */
import { upperFirst } from "./identifier.js";

export type SymbolKind = "value" | "type";

export const runtimeSymbols = {
  ApiError: "value",
  call: "value",
  callAccepted: "value",
  callStream: "value",
  callText: "value",
  cancelUpload: "value",
  countOf: "value",
  createBatch: "value",
  createClient: "value",
  createPoller: "value",
  delta: "value",
  formBody: "value",
  housePage: "value",
  isApiError: "value",
  isOfType: "value",
  isRemoved: "value",
  jsonBody: "value",
  leastPrivileged: "value",
  list: "value",
  logging: "value",
  multipartBody: "value",
  odata: "value",
  rawBody: "value",
  textOrJson: "value",
  typedBody: "value",
  typedJson: "value",
  unquoted: "value",
  upload: "value",
  withPermissions: "value",
  withResponse: "value",
  writeInContext: "value",
  writeNamed: "value",
  Accepted: "type",
  Account: "type",
  Annotations: "type",
  AnyFixture: "type",
  ApiRequest: "type",
  ApiResponse: "type",
  Batch: "type",
  BatchOptions: "type",
  Binary: "type",
  CallOptions: "type",
  Client: "type",
  ClientOptions: "type",
  Content: "type",
  Delta: "type",
  DeltaPage: "type",
  ErrorDetails: "type",
  ErrorReader: "type",
  Example: "type",
  Expand: "type",
  ExpandOptions: "type",
  Extended: "type",
  Expression: "type",
  Fetch: "type",
  Fixture: "type",
  Given: "type",
  Input: "type",
  LeastPrivileged: "type",
  List: "type",
  ListBody: "type",
  Literal: "type",
  Logger: "type",
  LogLevel: "type",
  LogOptions: "type",
  Middleware: "type",
  NeededWith: "type",
  ODataOptions: "type",
  Operation: "type",
  Options: "type",
  OrderBy: "type",
  Page: "type",
  Parts: "type",
  Permission: "type",
  Permissions: "type",
  Poller: "type",
  PollerOptions: "type",
  Query: "type",
  Reference: "type",
  Removed: "type",
  Represented: "type",
  RequestOptions: "type",
  Requires: "type",
  ResultKind: "type",
  RetryOptions: "type",
  RouteValues: "type",
  Select: "type",
  Selected: "type",
  SizedStream: "type",
  Timing: "type",
  Token: "type",
  UploadOptions: "type",
  UploadSession: "type",
  Where: "type",
  WithResponse: "type",
  Without: "type",
  Wrapped: "type",
} as const satisfies Record<string, SymbolKind>;

export const testingSymbols = { verify: "value" } as const satisfies Record<string, SymbolKind>;

export type RuntimeSymbol = keyof typeof runtimeSymbols;
export type TestingSymbol = keyof typeof testingSymbols;

/** `List` → `RuntimeList`, `list` → `runtimeList`: how something of the runtime is called where its name is `taken`. */
export function runtimeAlias(name: RuntimeSymbol, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [front, own] = runtimeSymbols[name] === "type" ? ["Runtime", name] : ["runtime", upperFirst(name)];
  let alias = `${front}${own}`;
  while (taken.has(alias)) alias = `${front}${upperFirst(alias)}`;
  return alias;
}

export const runtimeNames: readonly string[] = Object.keys(runtimeSymbols);

/** Names in a test file that mean something else than what the API calls so. */
export const testNames: readonly string[] = ["client", "test", "Blob", "JSON", ...Object.keys(testingSymbols)];

/** Names that a test file uses beside those of its fixtures. */
export const fixtureScope: readonly string[] = [
  "call",
  "callAccepted",
  "callStream",
  "callText",
  "delta",
  "list",
  ...testNames,
];
