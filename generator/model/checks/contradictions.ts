/** What the parts of an operation page say against each other, beyond types and examples. */
import type { HttpResponse, Page } from "../../read/page.js";
import type { Operation } from "../api.js";
import { actionOf } from "../../shared/odata/segments.js";
import type { Report } from "../../findings/collect.js";
import { namesIn, plainName } from "../operations/parsed-line.js";
import type { AnswerWords } from "../operations/response-words.js";

/**
 * Verbs of titles with the methods they stand for, and with those that do the same in some houses: a question that is posted, a picture
 * that is created by a change. An action or function has no verb of these in its title.
 */
const VERB_METHODS: readonly (readonly [RegExp, readonly string[], readonly string[]])[] = [
  [/^(?:get|list)\s/i, ["GET"], ["POST"]],
  [/^delete\s/i, ["DELETE"], []],
  [/^update\s/i, ["PATCH", "PUT", "POST"], []],
  [/^create\s/i, ["POST", "PUT"], ["PATCH"]],
];
/** An action that has such a verb in its own name: `POST …/getMemberGroups` is titled "Get member groups". */
const VERB_SEGMENT = /^(?:get|list|create|delete|update)[A-Z]\w*$/;
const ERROR_STATUS = 400;
const REDIRECTS = new Set([301, 302]);

/** Findings `title-method` and `parameter-undocumented` of a page with its operations. */
export function reportPage(page: Page, operations: readonly Operation[], report: Report): void {
  const [first] = operations;
  const [, expected, also = []] = VERB_METHODS.find(([verb]) => verb.test(page.title.text)) ?? [];
  if (
    first &&
    expected &&
    !operations.some(
      (operation) =>
        expected.includes(operation.method) || operation.routes.some(({ path }) => VERB_SEGMENT.test(actionOf(path))),
    ) &&
    !(also.includes(first.method) && page.examples.some(({ request }) => request.method === first.method))
  ) {
    report("title-method", page.path, page.title.place, first.id, { title: page.title.text, method: first.method });
  }
  const parameters = operations.flatMap((operation) => operation.parameters);
  const called = parameters.flatMap(({ name, documented }) => [name, documented].map(plainName));
  const names = new Set([...namesIn(page.requests), ...called]);
  // where nothing is sent, a table of a body lists parameters that no call can have
  const unsent = operations.every(({ method, body }) => method === "GET" && body === undefined) ? page.body : undefined;
  const sections = [page.functionParameters, page.pathParameters, page.query, unsent];
  const tables = sections.flatMap((section) => section?.tables ?? []);
  for (const table of tables) {
    const unnamed = table.rows.filter(({ name: cell }) => {
      const name = cell.text;
      return name !== "" && !name.startsWith("$") && !names.has(plainName(name));
    });
    const [row] = unnamed;
    const name = unnamed.map((one) => one.name.text).join(", ");
    if (first && row) report("parameter-undocumented", page.path, row.name.place, `${first.id}.${name}`, { name });
  }
}

/**
 * Findings on the Response section: missing, saying nothing, or another status than the example shows. An example that answers says
 * enough where there are no words.
 */
export function reportResponse(
  page: Page,
  id: string,
  stated: AnswerWords,
  responses: readonly HttpResponse[],
  report: Report,
): void {
  const { response } = page;
  const words = (response?.prose ?? []).some((prose) => prose.text !== "");
  const shows = responses.length > 0 || (response !== undefined && response.tables.length + response.code.length > 0);
  if (!words && !shows) report("response-missing", page.path, response?.place ?? page.title.place, id);
  if (words && !shows && saysNothing(stated)) report("response-unreadable", page.path, stated.place, id);
  const written = stated.statuses.filter((status) => status < ERROR_STATUS);
  const shown = responses.find((response) => response.status < ERROR_STATUS && !REDIRECTS.has(response.status));
  if (
    shown &&
    written.length > 0 &&
    !written.some((status) => REDIRECTS.has(status)) &&
    !written.includes(shown.status)
  ) {
    report("response-status-differs", page.path, shown.place, id, {
      written: written.join(", "),
      shown: String(shown.status),
    });
  }
}

function saysNothing({ statuses, type, noBody, inBody, binary }: AnswerWords): boolean {
  return statuses.length === 0 && !type && !noBody && !inBody && !binary;
}
