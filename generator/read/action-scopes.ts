/** Actions that a page about a type tells of beside it. */
import type { Heading } from "mdast";
import { said } from "../shared/runs.js";
import { requestCode } from "./blocks/code.js";
import { messageKind, requestsOn } from "./blocks/http.js";
import type { Block, HeadingFact } from "./blocks/section.js";
import { proseOf, textOf, type TextContext } from "./markdown/prose.js";
import type { OperationScope, Scopes } from "./operation-scope.js";
import type { Prose } from "./page.js";

const ACTIONS = /^(?:un)?(?:bound )?actions\W*$/i;

/** "It has an action `free`: `POST /berths/{id}/free`" below `## Bound actions` of a type: each such line is an operation. */
export function actionScopes(blocks: readonly Block[], context: TextContext): Scopes {
  const scopes: OperationScope[] = [];
  const rest: Block[] = [];
  let own: Block[] | undefined;
  for (const block of blocks) {
    const heading = block.headings[0];
    const isAction = heading !== undefined && block.headings.length === 1 && ACTIONS.test(heading.text);
    const code = isAction ? requestCode(block.node, context) : undefined;
    if (isAction && code !== undefined && messageKind(code.text) === "request") {
      own = [];
      scopes.push({ heading, title: titleFrom(code.text, proseOf(heading.node as Heading, context)), blocks: own });
    }
    if (isAction && own !== undefined) own.push(toldOf(block, heading, context));
    else rest.push(block);
    if (!isAction) own = undefined;
  }
  return { scopes, rest };
}

function toldOf(block: Block, heading: HeadingFact, context: TextContext): Block {
  const says = block.node.type === "paragraph" && /\bresponse\b/i.test(textOf(block.node, context));
  const kind = says ? ("response" as const) : undefined;
  return { node: block.node, kind, headings: kind === undefined ? [] : [{ ...heading, kind, named: kind }] };
}

/** An action is called as its path ends. */
function titleFrom(request: string, heading: Prose): Prose {
  const last = requestsOn(request)[0]?.target.split("/").at(-1) ?? "";
  const name = last.slice(last.lastIndexOf(".") + 1);
  return { ...heading, text: name, runs: said(name) };
}
