/**
 * Anchors on a line of their own: `<a name="create" />` right above a fence or a table. To a Markdown parser such a line opens a block of HTML
 * that goes on to the next blank line, with all that stands below; to its writer it is a mark between two lines. Before the page is parsed, each
 * becomes a form of HTML that ends where its line ends, `<?a name="create" /?>`, on the same line. A comment would do the same, but
 * would also end one that the anchor stands in.
 */

/** A tag and nothing else: with its end on the same line, `<a id="x"></a>`, it opens no block. */
const ANCHOR = /^ {0,3}<(\/a|a[ \t][^<>]*)>[ \t]*\r?$/i;
const NAMED = /[ \t](?:name|id)[ \t]*=/i;
const LEADS = /[ \t]href[ \t]*=/i;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** Behind other lines than these, the anchor is part of a paragraph, or of HTML that goes on. */
const FREE = /^[ \t]*\r?$|^#{1,6}[ \t]|^[ \t]*(?:`{3,}|~{3,}|\|)/;
const BLANK = /^[ \t]*\r?$/;
/** Other HTML goes on with the anchor in it. */
const HTML = /^[ \t]*<(?!!--)/;

/** The text with such anchors as what swallows nothing. */
export function withClosedAnchors(text: string): string {
  if (!/<a[ \t]/i.test(text)) return text;
  const lines = text.split("\n");
  let fence: string | undefined;
  let isFree = true;
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && BLANK.test(line.slice(line.indexOf(mark) + mark.length)))
        fence = undefined;
      continue;
    }
    fence = mark;
    const tag = isFree ? anchorOn(line) : undefined;
    if (tag === undefined) isFree = FREE.test(line);
    else if (!continuesHtml(lines, index)) lines[index] = `<?${tag}?>`;
  }
  return lines.join("\n");
}

/** What stands within the tag: `a name="create" /`, or `/a` that ends one. */
function anchorOn(line: string): string | undefined {
  const tag = ANCHOR.exec(line)?.[1];
  return tag !== undefined && (tag.startsWith("/") || (NAMED.test(tag) && !LEADS.test(tag))) ? tag : undefined;
}

/** Whether the first line below that is no anchor goes on with HTML. */
function continuesHtml(lines: readonly string[], index: number): boolean {
  let next = index + 1;
  while (anchorOn(lines[next] ?? "") !== undefined) next++;
  return HTML.test(lines[next] ?? "");
}
