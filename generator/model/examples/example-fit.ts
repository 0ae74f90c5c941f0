/** How well the two bodies of an example fit what its operation declares. */
import type { Finding } from "../../findings/rules.js";
import type { Annotation, ExamplePair, HttpResponse, Page } from "../../read/page.js";
import type { Fit, Operation, Result } from "../api.js";
import { visitBody, type CheckedBody, type JsonBody } from "./bodies.js";
import { bodyFit, quietFit } from "./body-fit.js";
import type { Docs } from "../types/docs.js";
import { annotatedType, leaf } from "../operations/response-type.js";
import { UNKNOWN } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";

/** From here on a status tells of a failure. */
export const ERROR_STATUS = 400;
const NO_CONTENT = 204;
const REQUEST_LINE = /^\s*(?:GET|POST|PUT|PATCH|DELETE) \S/;

/** An example while its bodies are compared. */
interface Judged {
  readonly page: Page;
  readonly pair: ExamplePair;
  readonly response: HttpResponse | undefined;
  readonly name: string;
  readonly contract: Pick<Operation, "id" | "method" | "body" | "statuses" | "result">;
  readonly docs: Docs;
  readonly types: TypeTable;
  readonly findings: Finding[];
  /** The example is about something else: what does not fit proves nothing. */
  readonly other: boolean;
}

/** How the body that an example sends fits; what does not is added to `findings`. */
export function requestFits(judged: Judged): Fit {
  const { page, pair, name, contract, docs, findings, other } = judged;
  const { body } = pair.request;
  if (body.kind === "none") return "none";
  if (!contract.body) {
    if (other) return "none";
    const bodiless =
      contract.method === "GET" || contract.method === "HEAD"
        ? `a ${contract.method} request has none`
        : "the page says that there is none";
    const isRequest = body.kind === "text" && REQUEST_LINE.test(body.text);
    const reason = isRequest ? `${bodiless}: it is a second request, which needs a code block of its own` : bodiless;
    findings.push(docs.report("example-body", page.path, body.place, name, { reason }));
    return "unfit";
  }
  // a message in another format than the declared one, such as MIME, is no contradiction
  if (body.kind === "text")
    return contract.body.kind === "json" || contract.body.kind === "reference" ? "none" : "exact";
  return fitOfBody({ page, id: contract.id, body, declared: { kind: "request", body: contract.body } }, judged);
}

/** How the body that an example answers with fits; what does not is added to `findings`. */
export function responseFits(judged: Judged): Fit {
  const { page, response, name, contract, docs, findings, other } = judged;
  if (!response || response.body.kind === "none") return "none";
  if (response.status >= ERROR_STATUS) return "none";
  const { result, statuses } = contract;
  if (response.body.kind === "text") return result.kind === "text" || result.kind === "stream" ? "exact" : "none";
  if (carriesBody(result)) return answerFits(response.body, response.annotation, judged);
  // an answer of another status than the documented ones may well have a body
  const expected = response.status === NO_CONTENT || statuses.length === 0 || statuses.includes(response.status);
  if (result.kind !== "none" || other || !expected) return "none";
  const reason = response.status === NO_CONTENT ? "its status is 204" : "the page promises none";
  findings.push(docs.report("example-body", page.path, response.body.place, name, { reason }));
  return "unfit";
}

/**
 * An example may show another scenario than the page's main one and name its type in the annotation: a body that fits that type better is
 * compared with it, and then it tells nothing of what the operation itself answers.
 */
function answerFits(body: JsonBody, annotation: Annotation | undefined, judged: Judged): Fit {
  const { page, contract, docs, types, other } = judged;
  const { id, result } = contract;
  const answer = (result: Result): CheckedBody => ({ page, id, body, declared: { kind: "response", result } });
  const type = leaf(annotatedType(annotation, page, docs) ?? UNKNOWN);
  const another = answer("type" in result && type.kind === "object" ? { ...result, type } : result);
  const misfits = (checked: CheckedBody): number => visitBody(checked, types).misfits.length;
  if (other || misfits(another) >= misfits(answer(result))) return fitOfBody(answer(result), judged);
  fitOfBody(another, judged);
  return "none";
}

function fitOfBody(checked: CheckedBody, { docs, types, findings, other }: Judged): Fit {
  return other ? quietFit(checked, types) : bodyFit(checked, docs, types, findings);
}

/** Whether an answer of this kind has a JSON body that is declared to be something. */
export function carriesBody(result: Result): boolean {
  return !(
    result.kind === "none" ||
    result.kind === "text" ||
    result.kind === "stream" ||
    (result.kind === "accepted" && !result.type)
  );
}
