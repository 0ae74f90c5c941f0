/** How the parser tells what a line begins or ends that stands at the margin: fences and comments, which go on over blank lines. */
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSED_COMMENT = /^<!--(?:-?>|.*?-->)/;
/** No other white space than this is blank. */
export const BLANK = /^[ \t]*\r?$/;
export const COMMENT = "<!--";
export const END_OF_COMMENT = "-->";

/** The mark with which a line opens a fence. */
export function fenceOf(line: string): string | undefined {
  return FENCE.exec(line)?.[1];
}

/** Whether a line closes the fence that `fence` opened. */
export function closes(line: string, fence: string): boolean {
  const mark = fence.charAt(0);
  const start = line.search(/[^ ]/);
  if (start < 0 || start > 3 || line.charAt(start) !== mark) return false;
  let end = start;
  while (line.charAt(end) === mark) end++;
  return end - start >= fence.length && BLANK.test(line.slice(end));
}

/** Whether a line that opens a comment closes it, too. */
export function isClosedComment(line: string): boolean {
  return CLOSED_COMMENT.test(line);
}
