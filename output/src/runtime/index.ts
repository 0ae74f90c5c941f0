/** Public surface of the runtime. */
export { createBatch } from "./batch.js";
export { jsonBody, multipartBody, rawBody, textOrJson, typedBody, typedJson } from "./body.js";
export { call } from "./call.js";
export { createClient } from "./client.js";
export { countOf } from "./count.js";
export { ApiError, isApiError } from "./error.js";
export { logging } from "./logging.js";
export { odata, unquoted } from "./odata.js";
export { formBody } from "./form-body.js";
export { housePage } from "./house-page.js";
export { isOfType } from "./of-type.js";
export { delta, isRemoved, list } from "./paging.js";
export { leastPrivileged, withPermissions } from "./permissions.js";
export { createPoller } from "./poller.js";
export { callAccepted, callStream, callText } from "./raw.js";
export { cancelUpload, upload } from "./upload.js";
export { withResponse } from "./with-response.js";
export { writeInContext } from "./write-in-context.js";
export { writeNamed } from "./write-named.js";
export type { Batch, BatchOptions } from "./batch.js";
export type { ApiRequest, ApiResponse, Client, ClientOptions, Fetch, Middleware, Token } from "./client.js";
export type { ErrorDetails, ErrorReader } from "./error.js";
export type { Expression, Literal } from "./odata.js";
export type { Logger, LogLevel, LogOptions } from "./logging.js";
export type { Account, Operation, Permission, Permissions, ResultKind, RouteValues } from "./operation.js";
export type { LeastPrivileged } from "./permissions.js";
export type { SizedStream } from "./pieces.js";
export type { Poller, PollerOptions } from "./poller.js";
export type { Expand, ExpandOptions, ODataOptions, OrderBy, Query, Select, Selected, Without } from "./query.js";
export type { Options, Parts, Where } from "./request.js";
export type { RetryOptions } from "./retry.js";
export type {
  Accepted,
  Annotations,
  AnyFixture,
  Binary,
  CallOptions,
  Content,
  Delta,
  DeltaPage,
  Example,
  Extended,
  Fixture,
  Given,
  Input,
  List,
  ListBody,
  NeededWith,
  Page,
  Reference,
  Removed,
  Represented,
  RequestOptions,
  Requires,
  Wrapped,
} from "./shapes.js";
export type { Timing } from "./timing.js";
export type { UploadOptions, UploadSession } from "./upload.js";
export type { WithResponse } from "./with-response.js";
