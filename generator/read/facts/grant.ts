/** What a cell of a permission table says: permission names joined by commas, `or`, `and`, `plus`, or one of a few fixed phrases. */
import { bounds } from "../../shared/bounds.js";
import { stripped } from "../../shared/edges.js";
import type { Grant, PermissionCell } from "../page.js";

/** One statement of a cell; a cell may hold several, each for a scenario of its own. */
export interface GrantWords {
  readonly scenario?: string;
  readonly grant?: Grant;
  readonly note?: string;
  /** Words that are neither permission nor note: the part that could not be read. */
  readonly leftover?: string;
}

const PLACEHOLDER = /\bTODO\b|\bTBD\b|\bto be determined\b/i;
/** With a word for permissions behind it, this is a placeholder too. */
const DETERMINE = /\bdetermine\b/i;
const PERMISSIONS = /\b(?:scopes?|permissions?)\b/i;
const UNSUPPORTED =
  /^(?:(?:is |are )?not (?:currently |yet )?(?:supported|applicable|available|allowed)|unsupported|n\/?a|[-–—])\W*$/i;
const NONE = /^(?:none(?: required| needed)?|no permissions?(?: (?:is |are )?(?:required|needed))?)\W*$/i;
/** `User.Read.All`, `Group-PreferredDataLocation.ReadWrite.All`, `eCargo.Read.All`, and the four that are plain words. */
const SCOPE =
  /^(?:(?=\S*[A-Z])[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)+|openid|email|profile|offline_access)$/;
/** `X.Read.Group*`, `X.Read.All¹`: a footnote stands elsewhere on the page. */
const FOOTNOTE = /^([A-Za-z][\w.-]*[A-Za-z])\s*(\*+|[¹²³†‡]|\(\d\))$/;
const LABEL_ONLY = /^(.{1,80}):$/;
const LABEL = /^([^:.,*]{1,80}):\s+((?:[A-Z][\w-]*\.|not |none|one |either ).*)$/i;
/** What may begin a condition at the end of a line. */
const CONDITION = /(?<=[a-z*]) (?:for|in|on) (?=(?:an?|the|all|any) )/gi;
const STOP = /[.,;:]/g;
/** No condition goes on for longer behind its article. */
const CONDITION_LENGTH = 80;
const LEADING = /^(?:for|in|on)\s+/i;
const PARENTHESIS = / ?\(([^()]*)\)/g;
/** What stands before a dot and a capital letter: part of a permission's name, if it has a capital letter itself. */
const BEFORE_DOT = /(?<![\w-])[\w-]+(?=\.[A-Z])/g;
const CAPITAL = /\b[A-Z]/;
const EDGE = /[\s.`'"“”]/;

const PLUS = /\bplus\b/i;
const OR = /, ?(?:and|or) |[,;|]| or | \/ /i;
const AND = / (?:and|&|\+) /i;
const FILLERS = /^(?:(?:either|both|one|any|of|from|the|following)\s+)+/i;

/** Reads the lines of a cell, which stand apart by `<br/>`; their white space is folded. An empty cell gives no statement. */
export function readGrant(lines: readonly string[]): GrantWords[] {
  const statements: GrantWords[] = [];
  let label: string | undefined;
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) statements.push(withScenario(readGrantWords(open.join(", ")), label));
    open = [];
  };
  for (const line of lines) {
    const only = LABEL_ONLY.exec(line)?.[1];
    const [, inline, rest] = LABEL.exec(line) ?? conditional(line) ?? [];
    if (only === undefined && (inline === undefined || rest === undefined)) {
      open.push(line);
      continue;
    }
    close();
    label = only ?? inline;
    if (only === undefined && rest !== undefined) open.push(rest);
  }
  close();
  return statements;
}

/** `X for a chat message` as the line, label and rest. */
function conditional(line: string): [string, string, string] | undefined {
  const whole = line.endsWith(".") ? line.slice(0, -1) : line;
  const stop = Array.from(whole.matchAll(STOP)).at(-1)?.index ?? -1;
  for (const { index, 0: word } of whole.matchAll(CONDITION)) {
    const start = index + word.length;
    const length = whole.length - (whole.indexOf(" ", start) + 1);
    if (index > stop && length > 0 && length <= CONDITION_LENGTH)
      return [line, whole.slice(start), line.slice(0, index)];
  }
  return undefined;
}

function withScenario(statement: GrantWords, label: string | undefined): GrantWords {
  return label === undefined ? statement : { scenario: label.replace(LEADING, "").trim(), ...statement };
}

function readGrantWords(text: string): GrantWords {
  const bare = stripped(text, EDGE);
  if (isPlaceholderText(bare)) return { grant: { kind: "undetermined" } };
  if (UNSUPPORTED.test(bare)) return { grant: { kind: "unsupported" } };
  if (NONE.test(bare)) return { grant: { kind: "none" } };
  return readScopes(bare);
}

function isPlaceholderText(text: string): boolean {
  if (PLACEHOLDER.test(text)) return true;
  const verb = text.search(DETERMINE);
  return verb >= 0 && PERMISSIONS.test(text.slice(verb));
}

function hasScope(text: string): boolean {
  return text.match(BEFORE_DOT)?.some((part) => CAPITAL.test(part)) ?? false;
}

function readScopes(text: string): GrantWords {
  const notes: string[] = [];
  const words = text.replace(PARENTHESIS, (whole, inner: string) => {
    if (hasScope(inner)) return ` ${inner}`;
    notes.push(inner.trim());
    return /^\d$/.test(inner) ? whole : "";
  });
  const leftovers: string[] = [];
  const lists = words
    .split(PLUS)
    .map((part) => readList(part, notes, leftovers))
    .filter((list) => list.length > 0);
  const anyOf = combined(lists);
  return {
    ...(anyOf.length > 0 && { grant: { kind: "scopes", anyOf } }),
    ...(notes.length > 0 && { note: [...new Set(notes)].join("; ") }),
    ...((leftovers.length > 0 || anyOf.length === 0) && { leftover: leftovers.join(", ") || text }),
  };
}

/** One list of each, in every combination; none when they are more than anybody means. */
function combined(lists: readonly string[][][]): readonly (readonly string[])[] {
  const [first, ...others] = lists;
  const count = lists.reduce((product, list) => product * list.length, 1);
  if (first === undefined || count > bounds.permissionCombinations) return [];
  return distinct(others.reduce((left, right) => left.flatMap((a) => right.map((b) => [...a, ...b])), first));
}

/** Alternatives, each a list of permissions that are needed together. */
function readList(part: string, notes: string[], leftovers: string[]): string[][] {
  return part.split(OR).flatMap((item) => {
    const words = stripped(item, EDGE).replace(FILLERS, "");
    if (words === "") return [];
    const together = words.split(AND).map((piece) => stripped(piece, EDGE).replace(FILLERS, ""));
    // `A B`: a list whose commas were forgotten
    const spaced = together.length === 1 ? words.split(/\s+/) : [];
    if (spaced.length > 1 && spaced.every((word) => SCOPE.test(word))) return spaced.map((word) => [word]);
    const scopes = together.map((piece) => scopeName(piece, notes));
    if (scopes.every((scope) => scope !== undefined)) return [scopes];
    leftovers.push(words);
    return [];
  });
}

function scopeName(piece: string, notes: string[]): string | undefined {
  const [, name = piece, mark] = FOOTNOTE.exec(piece) ?? [];
  if (!SCOPE.test(name)) return undefined;
  if (mark !== undefined) notes.push(`${name}${mark}`);
  return name;
}

function distinct(lists: readonly (readonly string[])[]): (readonly string[])[] {
  const seen = new Set<string>();
  return lists.filter((list) => {
    const key = list.join(" ");
    return !seen.has(key) && seen.add(key);
  });
}

/** What the cells of an account say together: each that grants has its names, unless a later one says something else. */
export function joinedCells(cells: readonly PermissionCell[]): PermissionCell | undefined {
  const granting = cells.slice(cells.findLastIndex(({ grant }) => grant?.kind !== "scopes") + 1);
  const [first, ...others] = granting;
  if (first === undefined || others.length === 0) return cells.at(-1);
  const anyOf = granting.map(({ grant }) => (grant?.kind === "scopes" ? grant.anyOf : []));
  // of a name that stands in two the first counts
  const places = granting.flatMap(({ place, places = {} }, index) => [
    ...Object.entries(places),
    ...(anyOf[index] ?? []).flat().map((name) => [name, place] as const),
  ]);
  const note = granting.find((cell) => cell.note !== undefined)?.note;
  return {
    ...first,
    ...(note !== undefined && { note }),
    grant: { kind: "scopes", anyOf: distinct(anyOf.flat()) },
    places: Object.fromEntries(places.toReversed()),
  };
}
