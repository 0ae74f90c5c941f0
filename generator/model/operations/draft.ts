/** What an operation is until its examples are compared with it. */
import type { HttpResponse, Page } from "../../read/page.js";
import type { Operation } from "../api.js";
import type { Exchange } from "./exchanges.js";
import type { AnswerWords } from "./response-words.js";

/** An operation that lacks only its examples, and the exchanges they are made of. */
export interface OperationDraft {
  readonly operation: Operation;
  readonly exchanges: readonly Exchange[];
  /** The part of the page that is about it, and what that says and shows of the answer: for the checks. */
  readonly page: Page;
  readonly stated: AnswerWords;
  readonly responses: readonly HttpResponse[];
}
