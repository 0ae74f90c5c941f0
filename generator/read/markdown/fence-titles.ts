/**
 * What stands behind the language of a fence, as tabs of code are titled: `json 201 - Created` shows an answer with that status. It becomes the
 * status line of the message, which the fence leaves out, in the line where it is written.
 */
import type { Code, Root } from "mdast";
import { walkBlocks } from "./origin.js";

declare module "mdast" {
  interface CodeData {
    /** The first line of the value stands on that of the fence itself. */
    titled?: true;
  }
}

const STATUS = /^(?:responses?|https?|status)?[\s:-]*([2-5]\d\d)(?:[\s:–-]+([A-Za-z][\w' -]*))?$/i;
const MESSAGE = /^\s*(?:HTTP\b|status\b)/i;
const ANSWER = /^(?:sample |example )?(?:response|answer|reply)\W*$/i;

/** unified plugin: gives such fences their status lines. */
export function fenceTitles() {
  return (tree: Root): void => {
    walkBlocks(tree, (node) => {
      if (node.type !== "code" || !node.meta) return;
      const [, status, reason] = STATUS.exec(node.meta) ?? [];
      if (status === undefined || MESSAGE.test(node.value)) return;
      node.value = `HTTP/1.1 ${status}${reason === undefined ? "" : ` ${reason}`}\n${node.value}`;
      node.data = { ...node.data, titled: true };
    });
  };
}

/** `json response`: an answer whose status stands elsewhere. */
export function isTitledAnswer({ meta }: Code): boolean {
  return typeof meta === "string" && ANSWER.test(meta);
}
