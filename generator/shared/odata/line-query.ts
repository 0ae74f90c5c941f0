/** The query of a request line: `api-version={version}[&name={string}][&type={string}]`. */
import { fillMarks } from "./marks.js";
import type { Pair } from "./url.js";

export interface LinePair extends Pair {
  /** It stands in brackets. */
  readonly optional: boolean;
}

/** Pairs as lines have them: a colon may stand for the sign of equality. `optional`: all stand in brackets, with their question mark. */
export function splitPairs(query: string, optional: boolean): readonly LinePair[] {
  const parts = bracketed(query) ?? query.split("&").map((text) => ({ text, optional: false }));
  return parts.map((part) => {
    const end = [...part.text].findIndex((char) => char === "=" || char === ":");
    const key = end < 0 ? part.text : part.text.slice(0, end);
    return {
      key: fillMarks(key, () => "").trim(),
      value: end < 0 ? "" : part.text.slice(end + 1).trim(),
      optional: optional || part.optional,
    };
  });
}

interface Part {
  readonly text: string;
  readonly optional: boolean;
}

/**
 * The parts of a query with brackets around whole pairs: `[&a={a}]`, `[a={a}]&b={b}`, `[&a={a}&b={b}]`, `[&a={a}[&b={b}]]`. undefined where
 * there are none, or where they do not close: `ids[]={id}` and `filter[name]={name}` have theirs in the key.
 */
function bracketed(query: string): readonly Part[] | undefined {
  if (!query.includes("[")) return undefined;
  const parts: Part[] = [];
  let text = "";
  /** What is open: around pairs, and within the text of one. */
  let groups = 0;
  let inner = 0;
  let isAny = false;
  const close = (): void => {
    if (text.trim() !== "") parts.push({ text, optional: groups > 0 });
    text = "";
  };
  for (let at = 0; at < query.length; at++) {
    const char = query[at] ?? "";
    if (char === "[" && inner === 0 && (text.trim() === "" || query[at + 1] === "&")) {
      close();
      groups++;
      isAny = true;
    } else if (char === "]" && inner === 0 && groups > 0) {
      if (!ENDS.includes(query[at + 1] ?? " ")) return undefined;
      close();
      groups--;
    } else if (char === "&" && inner === 0) close();
    else {
      if (char === "[") inner++;
      if (char === "]") inner--;
      text += char;
    }
  }
  close();
  return isAny && groups === 0 && inner === 0 ? parts : undefined;
}

/** What may stand behind the bracket that closes. */
const ENDS = "&[] ";
