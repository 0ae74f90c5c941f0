/** A mock of the service: one function from a request to the answer that the docs show. */
export { createMock } from "./create.js";
export type { Mock } from "./create.js";
export type { LogEntry, MockOptions } from "./options.js";
export type {
  MockAccess,
  MockApi,
  MockBody,
  MockBodyKind,
  MockEnvelope,
  MockErrorBody,
  MockOperation,
  MockShapes,
  MockType,
  MockValue,
} from "./data.js";
