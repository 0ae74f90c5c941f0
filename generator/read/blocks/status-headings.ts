/** Headings, or lines that stand for them, that are the status of an answer which has no body: `**204**`. */
import type { Block, HeadingFact } from "./section.js";

const SUCCESS = /^2\d\d(?!\d)/;

/** The blocks that are the first below such a heading, without any code there; with the status. */
export function statusesAlone(
  blocks: readonly Block[],
): ReadonlyMap<Block, { readonly status: number; readonly heading: HeadingFact }> {
  const found = new Map<HeadingFact["node"], { readonly block: Block; readonly heading: HeadingFact }>();
  for (const block of blocks) {
    const heading = block.headings.at(-1);
    if (heading === undefined || !SUCCESS.test(heading.text) || found.has(heading.node)) continue;
    found.set(heading.node, { block, heading });
  }
  for (const { headings, node } of blocks) {
    const heading = headings.at(-1);
    if (heading !== undefined && node.type === "code") found.delete(heading.node);
  }
  return new Map(
    [...found.values()].map(({ block, heading }) => [block, { status: Number(heading.text.slice(0, 3)), heading }]),
  );
}
