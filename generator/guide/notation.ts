/**
 * The words that the dialect knows, in a notation that writers read: `request (syntax|line[s])`. Letter case never counts. It is made from the
 * regular expressions that the reader itself goes by, so that it cannot say anything else.
 */

/** `…` stands for any words, or for none; `<name>` for one name; what is in square brackets may be left out. */
export function notationsOf({ source }: RegExp): string[] {
  const branches = branchesOf(source);
  return branches.map(({ text, from, to }) => {
    const starts = source.slice(from, to).startsWith("^") ? "" : "… ";
    const ends = source.slice(from, to).endsWith("$") ? "" : " …";
    return tidied(`${starts}${text}${ends}`);
  });
}

interface Branch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Read {
  readonly branches: readonly Branch[];
  /** Behind what was read. */
  readonly at: number;
}

/** A range of digits, for which its first stands. */
const DIGITS = /^(\d)-\d$/;
const LOOK_AROUND = /^\(\?(?:[=!]|<[=!])/;
const QUANTIFIER = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/;
/** Members of a class that are spelt out. */
const FEW = 3;

function branchesOf(source: string): readonly Branch[] {
  return readAlternatives(source, 0).branches;
}

function readAlternatives(source: string, start: number): Read {
  const branches: Branch[] = [];
  let text = "";
  let from = start;
  let at = start;
  const close = (): void => {
    branches.push({ text, from, to: at });
    text = "";
    from = at + 1;
  };
  while (at < source.length && source[at] !== ")") {
    if (source[at] === "|") {
      close();
      at++;
      continue;
    }
    const piece = readPiece(source, at);
    const quantifier = QUANTIFIER.exec(source.slice(piece.at))?.[0] ?? "";
    text += quantified(piece.text, quantifier);
    at = piece.at + quantifier.length;
  }
  close();
  return { branches, at };
}

/** One character, class or group. */
function readPiece(source: string, at: number): { readonly text: string; readonly at: number } {
  const character = source[at] ?? "";
  if (character === "(") return readGroup(source, at);
  if (character === "[") return readClass(source, at);
  if (character === "\\") return { text: escaped(source[at + 1] ?? ""), at: at + 2 };
  return { text: "^$".includes(character) ? "" : character, at: at + 1 };
}

function readGroup(source: string, at: number): { readonly text: string; readonly at: number } {
  const isLookAround = LOOK_AROUND.test(source.slice(at));
  const inside = at + (/^\(\?(?::|<?[=!])/.exec(source.slice(at))?.[0].length ?? 1);
  const { branches, at: end } = readAlternatives(source, inside);
  const texts = [...new Set(branches.map(({ text }) => text).filter((text) => text.trim() !== ""))];
  const text = texts.length > 1 ? `(${texts.join("|")})` : (texts[0] ?? "");
  return { text: isLookAround ? "" : text, at: end + 1 };
}

function readClass(source: string, at: number): { readonly text: string; readonly at: number } {
  const end = source.indexOf("]", at + 2);
  const members = source.slice(at + 1, end);
  const text = members.includes("\\w")
    ? "<name>"
    : /\\s| /.test(members)
      ? " "
      : members.length <= FEW && /^\w+$/.test(members)
        ? `(${[...members].join("|")})`
        : (DIGITS.exec(members)?.[1] ?? "");
  return { text, at: end + 1 };
}

function escaped(letter: string): string {
  if (letter === "d") return "1";
  if (letter === "s") return " ";
  if (letter === "w") return "<name>";
  return /[bWBS]/.test(letter) ? "" : letter;
}

function quantified(text: string, quantifier: string): string {
  if (quantifier === "" || text.trim() === "" || text === "<name>" || /^(?:\+|\{[1-9])/.test(quantifier)) return text;
  return isOneGroup(text) ? `[${text.slice(1, -1)}]` : `[${text}]`;
}

function isOneGroup(text: string): boolean {
  let depth = 0;
  const end = [...text].findIndex((letter) => {
    depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
    return depth === 0;
  });
  return text.startsWith("(") && end === text.length - 1;
}

function tidied(text: string): string {
  return text
    .replace(/ +/g, " ")
    .replace(/(?:… )+/g, "… ")
    .trim();
}
