/** Tables below the heading of the answer that say what a call answers, as sentences that say the same. */
import type { Table } from "mdast";
import { columnWords } from "../../dialect/column-words.js";
import { code, folded, rawWords, said, type Run } from "../../shared/runs.js";
import { placeOf } from "../markdown/origin.js";
import { headerOf, proseOf, type TextContext, textOf } from "../markdown/prose.js";
import type { Prose, Section, TypeExpression } from "../page.js";
import { answerIn } from "../phrases/answer-sentence.js";
import { readTypeCell } from "../phrases/type-expression.js";
import { columnsOf } from "./columns.js";

const STATUS = /^\W*(2\d\d)\b/;
const SEVERAL = /\b(?:arrays?|lists?|collections?)\b|\[\]/i;

export function isStatus(text: string): boolean {
  return STATUS.test(text);
}

export function rowAnswers(node: Table, context: TextContext): Section["prose"] {
  const answers = statusAnswers(node, context);
  return answers.length > 0 ? answers : typeAnswer(node, context);
}

/** `| [Ship](ship.md) | The ship. |`, the only row below `| Type | Notes |`. */
function typeAnswer(node: Table, context: TextContext): Section["prose"] {
  const [first = "", ...others] = headerOf(node, context);
  const [, row, ...more] = node.children;
  const cell = row?.children[0];
  const isOfTypes = columnWords.answered.test(first) && !others.some((column) => columnWords.name.test(column));
  if (cell === undefined || more.length > 0 || !isOfTypes) return [];
  const { runs, place, ...type } = readTypeCell(proseOf(cell, context));
  // `application/json` is either of two words, and no type
  if (type.expression === undefined || type.expression.kind === "either") return [];
  const many = type.expression.kind === "collection";
  const named = nameIn(type.expression);
  const words: readonly Run[] = named === undefined ? runs : [code(named)];
  return [withAnswer(answered([...said(many ? "A collection of " : "A "), ...words], place))];
}

/** A bare name is no more than a word among others. */
function nameIn(expression: TypeExpression): string | undefined {
  if (expression.kind === "collection") return nameIn(expression.of);
  return expression.kind === "name" ? expression.name : undefined;
}

/** `| 200 OK | [Loan](loan.md) | The loan. |`: what the call answers, a row a status; as sentences that say the same. */
function statusAnswers(node: Table, context: TextContext): Section["prose"] {
  const { type = -1 } = columnsOf(headerOf(node, context));
  return node.children.slice(1).flatMap(({ children: { 0: first, [type]: second } }) => {
    const status = first === undefined ? undefined : STATUS.exec(textOf(first, context))?.[1];
    if (status === undefined) return [];
    if (second === undefined || textOf(second, context) === "") return [withAnswer(statusAlone(status, placeOf(node)))];
    const { runs, text, place } = proseOf(second, context);
    const many = SEVERAL.test(text) ? "a collection of " : "a ";
    return [withAnswer(answered([code(status), ...said(` response code and ${many}`), ...runs], place))];
  });
}

function answered(words: readonly Run[], place: Prose["place"]): Prose {
  const runs = [...words, ...said(" object in the response body.")];
  return { text: folded(rawWords(runs)), runs, place };
}

export function statusAlone(status: string, place: Prose["place"]): Prose {
  const runs = [code(status), ...said(" response code.")];
  return { text: folded(rawWords(runs)), runs, place };
}

export function withAnswer(prose: Prose): Section["prose"][number] {
  const answer = answerIn(prose);
  return answer === undefined ? prose : { ...prose, answer };
}
