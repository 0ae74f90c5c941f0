/** What bodies are read from, and the rows that are made of it. */
import type { BodySentences, HttpRequest, Page } from "../../read/page.js";
import type { RoutePath } from "../../shared/odata/segments.js";
import type { BodyProperty, Evidence, Method, RequestBody, TypeRef } from "../api.js";

/** What the body of an operation is read from. */
export interface BodySource {
  readonly page: Page;
  readonly id: string;
  readonly method: Method;
  readonly path: RoutePath;
  /** The paths of all its request lines. */
  readonly routes: readonly RoutePath[];
  /** Requests of the operation's examples. */
  readonly requests: readonly HttpRequest[];
  /** The type that the body stands for when the text names none: the answer's, else the subject's. */
  readonly fallback: TypeRef | undefined;
  /** The answer says that something was created. */
  readonly created: boolean;
}

/** A row of the table, or what examples and the type add to it. */
export interface BodyRow extends BodyProperty {
  readonly evidence: readonly Evidence[];
  /** Callers cannot set it. */
  readonly leftOut: boolean;
}

/** A request body with what its properties rest on. */
export interface SettledBody {
  readonly body: RequestBody;
  readonly evidence: readonly Evidence[];
}

/** Whether a paragraph on the body says something. */
export function saysOfBody({ body }: Page, what: keyof BodySentences): boolean {
  return (body?.prose ?? []).some(({ sent }) => sent?.[what] !== undefined);
}
