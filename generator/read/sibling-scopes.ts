/**
 * Operations whose sections stand beside their headings instead of below: `### Free a berth`, `### Resource URL`, `### Request example`,
 * `### Free all berths`, and so on.
 */
import { addressedLine } from "./facts/addressed.js";
import type { Block, HeadingFact } from "./blocks/section.js";
import { maySayRequest } from "./blocks/section-kinds.js";
import type { TextContext } from "./markdown/prose.js";
import type { OperationScope } from "./operation-scope.js";

/** Those of the first level at which several give the address of a call, and an example of it; empty where hardly any does. */
export function siblingScopes(blocks: readonly Block[], context: TextContext): readonly OperationScope[] {
  const levels = Math.max(0, ...blocks.map(({ headings }) => headings.length));
  for (let level = 0; level < levels; level++) {
    const all = scopesAt(level, blocks);
    const calling = all.filter((scope) => addressedLine(scope.blocks, context) !== undefined);
    if (calling.length >= 2 && calling.length * 2 >= all.length) return calling;
  }
  return [];
}

/** The headings of no kind at a level, each with the sections behind it, of whichever depth, as they would be below it. */
function scopesAt(level: number, blocks: readonly Block[]): readonly OperationScope[] {
  const scopes: { heading: HeadingFact; above: HeadingFact | undefined; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const heading = block.headings[level];
    const above = block.headings[level - 1];
    if (heading === undefined || block.headings.slice(0, level).some(({ kind }) => kind !== undefined)) continue;
    const isSection = heading.kind !== undefined || maySayRequest(heading.text);
    const last = scopes.at(-1);
    if (!isSection && last?.heading.node !== heading.node) scopes.push({ heading, above, blocks: [] });
    const own = scopes.at(-1);
    // what is about the page as a whole stands below no such heading
    if (own === undefined || own.above?.node !== above?.node) continue;
    own.blocks.push({ ...block, headings: block.headings.slice(isSection ? level : level + 1) });
  }
  return scopes;
}
