/** Headings, or lines that stand for them, that are the status of an answer which has no body: `**204**`. */
import type { BlockContent } from "mdast";
import type { HeadingFact } from "./headings.js";

const SUCCESS = /^(?:responses? |status )?(2\d\d)(?!\d)/i;

interface Headed {
  readonly node: BlockContent;
  readonly headings: readonly HeadingFact[];
}

/** The blocks that are the first below such a heading, without any code there; with the status. */
export function statusesAlone<B extends Headed>(
  blocks: readonly B[],
): ReadonlyMap<B, { readonly status: number; readonly heading: HeadingFact }> {
  const found = new Map<HeadingFact["node"], { readonly block: B; readonly heading: HeadingFact }>();
  for (const block of blocks) {
    const heading = block.headings.at(-1);
    if (heading === undefined || !SUCCESS.test(heading.text) || found.has(heading.node)) continue;
    found.set(heading.node, { block, heading });
  }
  for (const { headings, node } of found.size === 0 ? [] : blocks) {
    const heading = headings.at(-1);
    if (heading !== undefined && node.type === "code") found.delete(heading.node);
  }
  return new Map(
    [...found.values()].map(({ block, heading }) => [
      block,
      { status: Number(SUCCESS.exec(heading.text)?.[1]), heading },
    ]),
  );
}
